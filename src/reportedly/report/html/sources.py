"""The list of sources: those who speak with their letters, and those who are only spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.report.findings.speakers import Speaker, described
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Kind, item_anchor, runs
from reportedly.report.html.signs import Sign, colours
from reportedly.report.html.view import View
from reportedly.report.phrases import counted

_Numbered = Sequence[tuple[int, Speaker]]


def sources_html(view: View) -> str:
    """Return the sources; the entry of one who speaks leads to its statements alone."""
    numbered = tuple(enumerate(view.speakers, start=1))
    under: dict[str, list[tuple[int, Speaker]]] = {sign.anchor: [] for sign in view.signs}
    for number, speaker in numbered:
        if speaker.source.id in view.sign:
            under[view.sign[speaker.source.id].anchor].append((number, speaker))
    legend = "".join(_speaking(view, sign, under[sign.anchor]) for sign in view.signs)
    silent = "".join(
        f'<li><span class="name">{escaped(speaker.source.name)}</span> {_facts(view, number, speaker)}</li>\n'
        for number, speaker in numbered
        if speaker.source.id not in view.sign
    )
    others = f'<h3>Named, but says nothing here</h3>\n<ul class="silent">\n{silent}</ul>\n' if silent else ""
    return f'<ol class="legend">\n{legend}</ol>\n{others}'


def _speaking(view: View, sign: Sign, members: _Numbered) -> str:
    """Return one entry: letter, name and count, and what is known of its members, who speak under it first of all."""
    count = len(sign.group.entries)
    several = len(sign.group.sources) > 1
    facts = "".join(
        _facts(view, number, speaker, f"{speaker.source.name}: " if several else "") for number, speaker in members
    )
    return (
        f'<li id="{sign.anchor}" class="{sign.anchor}" style="{colours(sign)}">'
        f'<a href="#{sign.anchor}"><span class="letter">{sign.letter}</span> '
        f'<span class="name">{escaped(sign.name)}</span> '
        f'<span class="count" title="{counted(count, "statement")}">{count}</span></a>\n{facts}</li>\n'
    )


def _facts(view: View, number: int, speaker: Speaker, before: str = "") -> str:
    source = speaker.source
    doubt = f"; may also be {' or '.join(speaker.candidates)}" if speaker.candidates else ""
    mentions = _mentions(view, number, speaker)
    told = f" · {mentions}" if mentions else ""
    return (
        f'<p class="facts" id="{item_anchor(Kind.MENTION, number)}">'
        f"{escaped(f'{before}{described(source)}{doubt}')}{told}</p>"
    )


def _mentions(view: View, number: int, speaker: Speaker) -> str:
    """Return how often a source is mentioned, with links to where; "" where it is nowhere."""
    found = list(runs(view.text, Kind.MENTION, number, speaker.source.mentions, ""))
    count = counted(len(found), "mention")
    if len(found) < 2:
        return "".join(f'<a class="to" href="#{one.anchor}">{count}</a>' for one in found)
    links = " ".join(
        f'<a class="to again" href="#{one.anchor}" title="{escaped(one.span.of(view.text))}">{place}</a>'
        for place, one in enumerate(found, start=1)
    )
    return f"{count} {links}"

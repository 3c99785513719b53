"""The voice bar: how much of a story is in whose voice."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.report.findings.voices import Part, PartKind, StoryVoice, voices
from reportedly.report.html.escape import escaped
from reportedly.report.html.view import View
from reportedly.report.phrases import percent

# narrower parts have no room for a letter
_ROOM = 0.04


def voice_html(view: View) -> str:
    """Return a bar and its legend for every story; "" where there is none."""
    return "".join(_story(view, number, story) for number, story in enumerate(voices(view.reading), start=1))


def _story(view: View, number: int, story: StoryVoice) -> str:
    heading = (
        f"<h3>{escaped(story.headline or 'A story without a headline')}</h3>\n" if len(view.reading.voice) > 1 else ""
    )
    told = escaped(", ".join(f"{part.name} {percent(part.share)}" for part in story.parts))
    keys = "".join(_key(view, part) for part in story.parts)
    return (
        f'<div class="voice">\n{heading}<svg class="bar" width="100%" height="30" role="img" aria-label="{told}">\n'
        f'<defs><pattern id="hatch-{number}" width="6" height="6" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern></defs>\n'
        f'{"".join(_parts(view, number, story))}</svg>\n<ul class="voices">\n{keys}</ul>\n</div>\n'
    )


def _parts(view: View, number: int, story: StoryVoice) -> Iterator[str]:
    whole = sum(part.share for part in story.parts)
    left = 0.0
    for part in story.parts:
        width = part.share / whole
        style, letter = _sign(view, part)
        fill = f' fill="url(#hatch-{number})"' if part.kind is PartKind.UNNAMED else ""
        yield (
            f'<g class="{part.kind.value}"{style}><title>{escaped(part.name)}: {percent(part.share)}</title>'
            f'<rect x="{left:.2%}" width="{width:.2%}" height="100%"{fill}/>'
        )
        if width >= _ROOM and letter:
            yield f'<text x="{left + width / 2:.2%}" y="20">{letter}</text>'
        yield "</g>\n"
        left += width


def _key(view: View, part: Part) -> str:
    style, letter = _sign(view, part)
    sign = view.sign.get(part.source)
    name = escaped(part.name)
    named = f'<a href="#{sign.anchor}">{name}</a>' if sign else name
    return (
        f'<li class="{part.kind.value}"{style}><span class="letter">{letter or "&nbsp;"}</span> {named}'
        f' <span class="count">{percent(part.share)}</span></li>\n'
    )


def _sign(view: View, part: Part) -> tuple[str, str]:
    """Return the style attribute and the letter of a part; both empty where no source's sign is its."""
    sign = view.sign.get(part.source) if part.kind is PartKind.SOURCE else None
    return (f' style="--line:var(--hue-{sign.hue})"', sign.letter) if sign else ("", "")

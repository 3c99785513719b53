"""The article as it stands, zone by zone, with every statement marked and linked to its card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from reportedly.model import Span, Story, Zone, ZoneKind
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Found, Kind, item_anchor
from reportedly.report.html.marks import Mark, Role, Segment, marks_of, paragraphs, segments
from reportedly.report.html.signs import Sign, card_anchor, text_anchor
from reportedly.report.html.view import View

_TAGS: Mapping[ZoneKind, str] = {ZoneKind.HEADLINE: "h2", ZoneKind.SUBHEADING: "h3"}
# what has no sign of its own in the text: sources are named too often, and evidence mostly is a date already
_UNFLAGGED = frozenset({Kind.MENTION, Kind.EVIDENCE})
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")


@dataclass
class _Marker:
    """Writes the text of one article from its beginning to its end.

    `marks` and `found` are those not come to yet, the next one last; `open` and `open_found` those that may go on;
    `begun` the statements that have been given their number in the text, and the anchors of what is found there.
    """

    text: str
    marks: list[Mark]
    found: list[Found]
    signs: Mapping[int, Sign]
    open: list[Mark] = field(default_factory=list)
    open_found: list[Found] = field(default_factory=list)
    begun: set[int | str] = field(default_factory=set)

    def story(self, story: Story) -> str:
        return f'<section class="story">\n{"".join(self.line(line) for line in _lines(self.text, story))}</section>\n'

    def line(self, line: list[Zone]) -> str:
        """Return what stands without a break: one paragraph, or several of different kinds."""
        if len(line) == 1:
            return self.paragraph(line[0]) + "\n"
        kinds = " ".join(dict.fromkeys(f"with-{zone.kind.value}" for zone in line))
        gaps = [" " if before.span.end < after.span.start else "" for before, after in pairwise(line)]
        parts = "".join(self.paragraph(zone) + gap for zone, gap in zip(line, [*gaps, ""], strict=True))
        return f'<div class="line {kinds}">{parts}</div>\n'

    def paragraph(self, zone: Zone) -> str:
        tag = _TAGS.get(zone.kind, "p")
        kind = zone.kind.value
        label = "" if zone.kind is ZoneKind.BODY else f' title="{kind}"'
        return f'<{tag} class="zone {kind}"{label}>{"".join(self.pieces(zone.span.start, zone.span.end))}</{tag}>'

    def pieces(self, start: int, end: int) -> Iterator[str]:
        """Yield the markup of the text from `start` to `end`; marks are used up as the text goes on."""
        while self.marks and self.marks[-1].span.start < end:
            self.open.append(self.marks.pop())
        while self.found and self.found[-1].span.start < end:
            self.open_found.append(self.found.pop())
        self.open = [mark for mark in self.open if mark.span.end > start]
        self.open_found = [found for found in self.open_found if found.span.end > start]
        for segment in segments(Span(start, end), self.open, self.open_found):
            yield from self.numbers(segment)
            yield from self.flags(segment)
            yield self.segment(segment)

    def numbers(self, segment: Segment) -> Iterator[str]:
        """Yield the numbers of the statements that begin here; CSS writes them, so that they are not copied."""
        for mark in sorted(segment.marks, key=lambda mark: mark.entry.number):
            number, statement = mark.entry.number, mark.entry.statement
            if number not in self.begun:
                self.begun.add(number)
                sign = self.signs[number]
                yield (
                    f'<a class="number {sign.anchor}" id="{text_anchor(statement)}" href="#{card_anchor(statement)}"'
                    f' data-number="{number}" aria-label="Statement {number}" style="--line:var(--hue-{sign.hue})"></a>'
                )

    def flags(self, segment: Segment) -> Iterator[str]:
        """Yield a sign for each thing found that begins here, linked to its item; CSS draws it, so it is not copied."""
        for found in segment.found:
            if found.anchor in self.begun:
                continue
            self.begun.add(found.anchor)
            if found.kind in _UNFLAGGED:
                yield f'<span class="flag {found.kind.value}" id="{found.anchor}"></span>'
            else:
                said = escaped(f"{found.kind.value}: {found.says}")
                yield (
                    f'<a class="flag {found.kind.value}{self.within(segment)} id="{found.anchor}"'
                    f' href="#{item_anchor(found.kind, found.number)}" title="{said}" aria-label="{said}"></a>'
                )

    def within(self, segment: Segment) -> str:
        """Return the end of the classes, and a style, of a sign: amid a statement's words it looks as they do."""
        if not any(mark.span.start < segment.span.start for mark in segment.marks):
            return '"'
        inner = segment.marks[-1].entry.number
        return f' on s{inner} {self.signs[inner].anchor}" style="{self.style(segment)}"'

    def segment(self, segment: Segment) -> str:
        words = escaped(segment.span.of(self.text))
        kinds = list(dict.fromkeys(f"is-{found.kind.value}" for found in segment.found))
        kinds += [found.anchor for found in segment.found]
        if not segment.marks:
            says = escaped("; ".join(dict.fromkeys(found.says for found in segment.found)))
            return f'<span class="{" ".join(kinds)}" title="{says}">{words}</span>' if kinds else words
        inner = segment.marks[-1]
        sign = self.signs[inner.entry.number]
        names = sorted({f"s{mark.entry.number}" for mark in segment.marks}, key=lambda name: int(name[1:]))
        owners = sorted({self.signs[mark.entry.number].anchor for mark in segment.marks})
        roles = sorted({mark.role.value for mark in segment.marks if mark.entry == inner.entry})
        said = escaped(f"{inner.entry.number}. {sign.name}: {inner.entry.statement.stance.value}")
        classes = " ".join(["mark", *roles, *names, *owners, *kinds])
        return (
            f'<a class="{classes}" href="#{card_anchor(inner.entry.statement)}"'
            f' title="{said}" style="{self.style(segment)}">{words}</a>'
        )

    def style(self, segment: Segment) -> str:
        """Return the colours of a segment: the innermost statement's line, and a second line for the one around it."""
        inner = segment.marks[-1]
        sign = self.signs[inner.entry.number]
        style = f"--line:var(--hue-{sign.hue});--style:{sign.line}"
        contents = [mark for mark in segment.marks if mark.role is Role.CONTENT]
        if contents:
            style += f";--tint:var(--tint-{self.signs[contents[-1].entry.number].hue})"
        around = [mark for mark in segment.marks if mark.entry.number != inner.entry.number]
        if around:
            style += f";--around:var(--hue-{self.signs[around[-1].entry.number].hue})"
        return style


def _lines(text: str, story: Story) -> list[list[Zone]]:
    """Return the paragraphs of a story's zones; those that no line end parts, as dateline and body, together."""
    lines: list[list[Zone]] = []
    for zone in story.zones:
        for span in paragraphs(text, zone.span):
            paragraph = Zone(zone.kind, span)
            if lines and not _LINE_END.search(text, lines[-1][-1].span.end, span.start):
                lines[-1].append(paragraph)
            else:
                lines.append([paragraph])
    return lines


def article_html(view: View) -> str:
    """Return the article's text as HTML; every character of its zones is in it, escaped, white space apart."""
    by_number = {entry.number: sign for sign in view.signs for entry in sign.group.entries}
    marker = _Marker(view.text, list(reversed(marks_of(view.entries))), list(reversed(view.found())), by_number)
    return "".join(marker.story(story) for story in view.reading.stories)

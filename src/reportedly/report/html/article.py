"""The article as it stands, zone by zone, with every statement marked and linked to its card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from reportedly.model import Reading, Span, Story, Zone, ZoneKind
from reportedly.report.groups import Entry
from reportedly.report.html.escape import escaped
from reportedly.report.html.marks import Mark, Role, Segment, marks_of, paragraphs, segments
from reportedly.report.html.signs import Sign, card_anchor, text_anchor

_TAGS: Mapping[ZoneKind, str] = {ZoneKind.HEADLINE: "h2", ZoneKind.SUBHEADING: "h3"}
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")


@dataclass
class _Marker:
    """Writes the text of one article from its beginning to its end.

    `marks` are those not come to yet, the next one last; `open` those that may go on; `begun` the statements that have
    been given their number in the text.
    """

    text: str
    marks: list[Mark]
    signs: Mapping[int, Sign]
    open: list[Mark] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)

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
        self.open = [mark for mark in self.open if mark.span.end > start]
        for segment in segments(Span(start, end), self.open):
            yield from self.numbers(segment)
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

    def segment(self, segment: Segment) -> str:
        words = escaped(segment.span.of(self.text))
        if not segment.marks:
            return words
        inner = segment.marks[-1]
        sign = self.signs[inner.entry.number]
        names = sorted({f"s{mark.entry.number}" for mark in segment.marks}, key=lambda name: int(name[1:]))
        owners = sorted({self.signs[mark.entry.number].anchor for mark in segment.marks})
        roles = sorted({mark.role.value for mark in segment.marks if mark.entry == inner.entry})
        said = escaped(f"{inner.entry.number}. {sign.name}: {inner.entry.statement.stance.value}")
        return (
            f'<a class="mark {" ".join([*roles, *names, *owners])}" href="#{card_anchor(inner.entry.statement)}"'
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


def article_html(reading: Reading, entries: tuple[Entry, ...], signs: tuple[Sign, ...]) -> str:
    """Return the article's text as HTML; every character of its zones is in it, escaped, white space apart."""
    by_number = {entry.number: sign for sign in signs for entry in sign.group.entries}
    marker = _Marker(reading.article.text, list(reversed(marks_of(entries))), by_number)
    return "".join(marker.story(story) for story in reading.stories)

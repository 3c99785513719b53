"""Reads what the visible text of a page says of the article: headline, byline, dateline, publication line, footer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import islice

from reportedly.model import Span, Story, When, WhenBasis, Zone, ZoneKind
from reportedly.page.metadata.byline import names_in, people_first, without_outlet
from reportedly.page.metadata.dates import published_when
from reportedly.page.metadata.facts import Facts
from reportedly.page.metadata.footer import publisher_in
from reportedly.page.metadata.visible_dates import VisibleDate, visible_dates

# "(MNA)", or without brackets one of the agencies that are known: capitals alone may be a state or part of the place
_AGENCY = re.compile(
    r"\(([A-Z][^()\d]{1,30})\)\W*$|,\s(AFP|AP|UPI|ANI|PTI|IANS|TASS|DPA|EFE|ANSA|Reuters|Xinhua|Bernama|Anadolu|"
    r"Interfax|Kyodo|Yonhap)\W*$"
)
_LABEL = r"(?:first\s+)?(?:published|posted|issued|released|publication\s+date|date\s+published|date)"
_FIRST = re.compile(rf"\b{_LABEL}\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:last\s+)?(?:updated?|modified|edited|corrected|revised|amended)\b", re.IGNORECASE)
# all that a line may hold beside its dates to be a publication line
_FRAME = re.compile(
    rf"\b(?:{_LABEL}|(?:last\s+)?(?:updated?|modified)|on|at|time|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|"
    r"thu(?:rs)?|fri|sat|sun|\d{1,2}[:.]\d\d(?:\s*[ap]\.?m)?|hrs?|[A-Z]{1,4}T|UTC|local|\d+\s+min(?:ute)?s?\s+read)\b",
    re.IGNORECASE,
)
# bylines that stand in other lines: "Posted on Nov. 12, 2024 by Ana Lume", "Ana Lume reports from Port Sella"
_NAME = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}"
_BY_IN_LINE = (
    re.compile(rf"(?i:{_LABEL}|updated)\b.*?(?P<by>\bby\s+{_NAME}(?:\s+and\s+{_NAME})?)"),
    re.compile(rf"(?P<by>{_NAME}(?:\s+and\s+{_NAME})?)\s+(?:reports?|reporting|writes)\s+(?:from|for|in)\s.{{1,60}}"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# more names than this are no byline but a list
_MOST_NAMES = 20
# a line that says when and by whom is short
_LONGEST_LINE = 200
# as many closing lines are looked at as a page with long menus has
_MOST_LINES = 400
# a date in a caption is the picture's; one in a headline or a sentence is the event's
_NEVER_DATED = (ZoneKind.CAPTION, ZoneKind.CREDIT, ZoneKind.HEADLINE, ZoneKind.SUBHEADING)


def visible_facts(text: str, stories: tuple[Story, ...], outlets: Iterable[str] = ()) -> Facts:
    """Return what the text itself says of its first story and, in its closing lines, of the publisher.

    `outlets` are the names of the outlet that are known already: in a byline they are nobody's name.
    """
    story = stories[0] if stories else None
    if story is None:
        return Facts(basis="text")
    return Facts(
        basis="text",
        publisher=_footer_publisher(text, stories) or _agency(text, story),
        title=" ".join(story.headline.of(text).split()) if story.headline else None,
        byline=_byline(text, story, tuple(outlets)),
        published=_dateline_when(text, story) or _publication_line_when(text, story),
    )


def _byline(text: str, story: Story, outlets: tuple[str, ...]) -> tuple[str, ...]:
    """Return the writers in the story's first byline; a second one further down is about the writer or another page."""
    names: list[str] = []
    for number, zone in enumerate(story.zones):
        if zone.kind is ZoneKind.BYLINE:
            for line in zone.span.of(text).splitlines()[:_MOST_LINES]:
                names.extend(names_in(reduce(without_outlet, outlets, line)))
            following = story.zones[number + 1 : number + 2]
            if len(names) > _MOST_NAMES or (names and not (following and following[0].kind is ZoneKind.BYLINE)):
                break
    return people_first(names) or _byline_in_line(text, story)


def _byline_in_line(text: str, story: Story) -> tuple[str, ...]:
    """Return the writers that a short line names in passing: a publication line or "NAME reports from PLACE"."""
    for _, line, kind in _lines(text, story):
        if kind not in (ZoneKind.STANDFIRST, ZoneKind.BOILERPLATE) or len(line) > _LONGEST_LINE:
            continue
        for pattern in _BY_IN_LINE:
            found = pattern.fullmatch(line.strip(" \t\r\n.|"))
            if found:
                return names_in(found["by"])
    return ()


def _footer_publisher(text: str, stories: tuple[Story, ...]) -> str | None:
    zones = [zone for story in stories for zone in story.zones if zone.kind is ZoneKind.BOILERPLATE]
    lines = (line for zone in reversed(zones) for line in reversed(zone.span.of(text).splitlines()))
    return next((name for name in map(publisher_in, islice(lines, _MOST_LINES)) if name), None)


def _agency(text: str, story: Story) -> str | None:
    for zone in _of_kind(story, ZoneKind.DATELINE):
        found = _AGENCY.search(zone.span.of(text))
        if found:
            return " ".join((found[1] or found[2]).split())
    return None


def _dateline_when(text: str, story: Story) -> When | None:
    for zone in _of_kind(story, ZoneKind.DATELINE):
        for found in visible_dates(zone.span.of(text)[:_LONGEST_LINE]):
            return _when(found, zone.span.start)
    return None


def _publication_line_when(text: str, story: Story) -> When | None:
    """Return the date of a line that says when the story was published: labelled so, or bare above the first body."""
    first_body = next((zone.span.start for zone in _of_kind(story, ZoneKind.BODY)), len(text))
    for start, line, kind in _lines(text, story):
        for found in _publication_dates(line, is_byline=kind is ZoneKind.BYLINE):
            if start < first_body or _FIRST.search(line[: found.whole.start]):
                return _when(found, start)
    return None


def _lines(text: str, story: Story) -> Iterator[tuple[int, str, ZoneKind]]:
    for zone in story.zones:
        if zone.kind in _NEVER_DATED:
            continue
        start = zone.span.start
        for line in zone.span.of(text).splitlines(keepends=True):
            yield start, line, zone.kind
            start += len(line)


def _publication_dates(line: str, *, is_byline: bool) -> Iterator[VisibleDate]:
    """Yield the dates of a line that holds nothing else, but for those said to be of a later change."""
    if len(line) > _LONGEST_LINE or not _YEAR.search(line):
        return
    dates = list(visible_dates(line))
    rest = line
    for found in reversed(dates):
        rest = rest[: found.whole.start] + rest[found.whole.end :]
    is_byline = is_byline or rest.lower().lstrip().startswith("by ") or bool(_BY_IN_LINE[0].fullmatch(rest.strip()))
    if not is_byline and any(letter.isalpha() for letter in _FRAME.sub(" ", rest)):
        return
    end = 0
    for found in dates:
        if not _LATER.search(line[end : found.whole.start]):
            yield found
        end = found.whole.end


def _when(found: VisibleDate, start: int) -> When | None:
    span = Span(start + found.whole.start, start + found.whole.end)
    return published_when(found.iso, WhenBasis.DATELINE, span)


def _of_kind(story: Story, kind: ZoneKind) -> Iterator[Zone]:
    return (zone for zone in story.zones if zone.kind is kind)

"""Splits a page into its stories: each headline begins one, together with the section line right above it."""

from __future__ import annotations

from reportedly.model import Span, Story, Zone, ZoneKind


def split_stories(text: str, zones: tuple[Zone, ...]) -> tuple[Story, ...]:
    r"""Return the stories of a page in order; all their zones together are `zones`.

    What stands above the first headline belongs to the first story.

    >>> zones = (Zone(ZoneKind.HEADLINE, Span(0, 5)), Zone(ZoneKind.BODY, Span(5, 9)))
    >>> [(story.id, story.headline) for story in split_stories("Rain\nWet.", zones)]
    [('story-1', Span(start=0, end=4))]
    """
    cuts = [0]
    seen = False
    for number, zone in enumerate(zones):
        if zone.kind is not ZoneKind.HEADLINE:
            continue
        if seen:
            cuts.append(number - 1 if zones[number - 1].kind is ZoneKind.SECTION else number)
        seen = True
    runs = [zones[start:end] for start, end in zip(cuts, [*cuts[1:], len(zones)], strict=True)]
    return tuple(Story(f"story-{place}", _headline(text, run), run) for place, run in enumerate(runs, 1) if run)


def _headline(text: str, zones: tuple[Zone, ...]) -> Span | None:
    for zone in zones:
        if zone.kind is ZoneKind.HEADLINE:
            words = zone.span.of(text)
            start = zone.span.start + len(words) - len(words.lstrip())
            return Span(start, start + len(words.strip()))
    return None

"""How much of a story is in each source's voice, in unnamed voices and in the reporter's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from reportedly.model import Page, Source, SourceKind, Span, Statement, Story, Voice, ZoneKind

# What the newsroom writes as its story. Captions are left out: they come with the picture, as a rule from an agency,
# and may belong to another story; bylines, datelines, credits, rubrics and boilerplate are nobody's account.
_TOLD = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.BODY, ZoneKind.SUBHEADING})
_WORD = re.compile(r"[^\W_]+(?:[-’'‑][^\W_]+)*")
_PARTS = 10_000  # shares have four decimals
# no id of a source
_NARRATOR, _UNNAMED = " narrator", " unnamed"


def read_voice(page: Page, statements: Sequence[Statement], sources: Sequence[Source]) -> tuple[Voice, ...]:
    """Return the shares of each story's words, in the order of the stories.

    A word in the content of a statement is in the voice of its sources, in equal parts where several speak together;
    in the content of several statements, in the voice of the innermost one's: whose words these finally are (through
    whom they come is in `Statement.chain`). All statements count, whatever their stance: a plan or a belief is the
    source's, too. Words of a source whose identity is withheld or left general, or of nobody named ("reportedly"), are
    unnamed; all others, cues and names of sources among them, are the narrator's. The shares have four decimals and
    sum to 1; they are all 0 for a story without words.
    """
    voices = _Voices(statements, sources)
    return tuple(voices.of(page.article.text, story) for story in page.stories)


class _Voices:
    """The statements of an article by story, the outermost first, and the voices that each is in."""

    def __init__(self, statements: Sequence[Statement], sources: Sequence[Source]) -> None:
        self._named = tuple(source.id for source in sources if source.kind is not SourceKind.UNNAMED)
        known = frozenset(self._named)
        depths = _depths(statements)
        self._by_story: dict[str, list[tuple[tuple[str, ...], tuple[Span, ...]]]] = {}
        for item in sorted(statements, key=lambda item: (depths[item.id], -sum(map(len, item.content)))):
            speakers = tuple(source if source in known else _UNNAMED for source in item.sources) or (_UNNAMED,)
            self._by_story.setdefault(item.story, []).append((speakers, item.content))

    def of(self, text: str, story: Story) -> Voice:
        """Return the shares of one story's words."""
        starts = [
            match.start()
            for zone in story.zones
            if zone.kind in _TOLD
            for match in _WORD.finditer(text, zone.span.start, zone.span.end)
        ]
        speakers: list[tuple[str, ...]] = [(_NARRATOR,)] * len(starts)
        for who, content in self._by_story.get(story.id, ()):
            for span in content:
                first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
                speakers[first:last] = [who] * (last - first)
        shares = _shares(Counter(speakers))
        return Voice(
            story.id,
            narrator=shares.get(_NARRATOR, 0.0),
            unnamed=shares.get(_UNNAMED, 0.0),
            sources={source: shares[source] for source in self._named if source in shares},
        )


def _depths(statements: Sequence[Statement]) -> dict[str, int]:
    """Return by id how many statements hand a statement on, one within the other; a circle of them ends where met."""
    parents = {item.id: item.parent for item in statements}
    depths = {}
    for item in statements:
        seen: list[str] = []
        at: str | None = item.parent
        while at in parents and at not in seen:
            seen.append(at)
            at = parents[at]
        depths[item.id] = len(seen)
    return depths


def _shares(counts: Mapping[tuple[str, ...], int]) -> dict[str, float]:
    """Return each speaker's share of the words counted by who speaks them, rounded so that the sum stays 1.

    What rounding down leaves over goes to those with the largest remainders, the method of seats in a parliament.
    """
    words: dict[str, Fraction] = {}
    for speakers, count in counts.items():
        for speaker in speakers:
            words[speaker] = words.get(speaker, Fraction(0)) + Fraction(count, len(speakers))
    total = sum(words.values())
    exact = {speaker: part / total * _PARTS for speaker, part in words.items()}
    parts = {speaker: int(share) for speaker, share in exact.items()}
    left = _PARTS - sum(parts.values()) if parts else 0
    for speaker in sorted(exact, key=lambda speaker: (parts[speaker] - exact[speaker], speaker))[:left]:
        parts[speaker] += 1
    return {speaker: part / _PARTS for speaker, part in parts.items()}

"""Who is accused, and whether the story lets the accused answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Source, SourceKind, Span, Stance, Statement, Unheard
from reportedly.reading.sources import normal

_ACCUSING = frozenset({Stance.ACCUSES, Stance.ALLEGES, Stance.CLAIMS})
# an answer that denies nothing follows the accusation: within so many statements, as an answer stands near the charge
_NEAR = 2
# an answer is looked for within so many statements: more than a story has, so that a book is read in time, too
_REACH = 200
_WORD = re.compile(r"[^\W\d_]{4,}")
# as many letters tell "chemical", "chemicals" and "plunder", "plundering" apart from other words well enough
_STEM = 6
# what says that there is no answer is none
_DECLINES = re.compile(
    r"\bno comment\b|\b(?:declin|refus)\w+ (?:to )?(?:comment|answer|speak|discuss)|\b(?:not|n[’']t) (?:\w+ )?"
    r"(?:respond|repl|comment|return)|\bnot be reached|\bunavailable",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(r"\b(?:lawyer|attorney|counsel|spokes\w+|representative|press (?:office|secretary))\b", re.I)
_HOLDS_OFFICE = re.compile(
    r"(?<!former )(?<!ex-)(?<!opposition )\b(?:minister|president|envoy|ambassador|spokes\w+)\b", re.I
)


def find_unheard(text: str, statements: Sequence[Statement], sources: Sequence[Source]) -> tuple[Unheard, ...]:
    """Return one row for each accusation and each source that it is against, in the order of the statements.

    An accusation is a statement that accuses, alleges or claims something against somebody. `answered` is the best
    answer in the same story by the accused or by who speaks for it (see `_speaks_for`): a denial that means this
    accusation, a denial on the same matter, another denial that is not meant for somebody else's charge; else what the
    accused says on the same matter or within _NEAR statements after the accusation. No answer is what the accuser
    quotes, and that somebody declined to comment.
    """
    by_id = {source.id: source for source in sources}
    stories: dict[str, list[Statement]] = {}
    for item in statements:
        stories.setdefault(item.story, []).append(item)
    answers = {story: _Answers(text, items) for story, items in stories.items()}
    accused = {source: by_id[source] for item in statements for source in item.against if source in by_id}
    speakers = {
        one.id: frozenset(source.id for source in sources if _speaks_for(source, one)) for one in accused.values()
    }
    called = {one.id: " ".join((one.name, *(span.of(text) for span in one.mentions))) for one in accused.values()}
    return tuple(
        Unheard(item.id, one, answers[item.story].to(item, speakers.get(one, frozenset({one})), called.get(one, "")))
        for item in statements
        if item.stance in _ACCUSING
        for one in dict.fromkeys(item.against)
    )


def _speaks_for(source: Source, accused: Source) -> bool:
    """Tell whether a source answers for the accused.

    So do itself, whoever is affiliated to it, its lawyer or spokesman, its government's other names ("Damascus", "the
    foreign ministry") and those who hold an office in that government.
    """
    if source.id == accused.id:
        return True
    if SourceKind.UNNAMED in (source.kind, accused.kind):
        return False
    return _belongs_to(source, accused) or _governs(source, accused)


def _belongs_to(source: Source, accused: Source) -> bool:
    name, about = normal(accused.name), f"{source.role or ''} {source.name} {source.affiliation or ''}"
    if source.affiliation and normal(source.affiliation) == name:
        return True
    if accused.affiliation and normal(accused.affiliation) == normal(source.name):
        return True
    return bool(_SPEAKS_FOR.search(about)) and name in normal(about)


def _governs(source: Source, accused: Source) -> bool:
    if accused.country is None or accused.country != source.country or accused.kind is not SourceKind.GOVERNMENT:
        return False
    in_office = source.kind is SourceKind.PERSON and bool(_HOLDS_OFFICE.search(source.role or ""))
    return in_office or source.kind is SourceKind.GOVERNMENT


class _Answers:
    """The statements of a story, to look up by whom an accusation is answered."""

    def __init__(self, text: str, statements: Sequence[Statement]) -> None:
        self._text = text
        self._items = sorted(statements, key=_place)
        self._number = {item.id: number for number, item in enumerate(self._items)}
        self._matters: dict[str, frozenset[str]] = {}
        self._by_source: dict[str, list[int]] = {}
        for number, item in enumerate(self._items):
            for source in () if self._declines(item) else dict.fromkeys(item.sources):
                self._by_source.setdefault(source, []).append(number)

    def to(self, accusation: Statement, speakers: frozenset[str], called: str) -> str | None:
        """Return the id of the statement in which one of the speakers answers an accusation, or None.

        `called` is all that the accused is called: these words do not make two contents one matter.
        """
        matter = self._matter(accusation) - _stems(called.lower())
        ranked = [(rank, self._number[item.id]) for rank, item in self._ranked(accusation, matter, speakers)]
        return self._items[min(ranked)[1]].id if ranked else None

    def _ranked(
        self, accusation: Statement, matter: frozenset[str], speakers: frozenset[str]
    ) -> Iterator[tuple[int, Statement]]:
        """Yield the answers, each with its rank: the lower the better."""
        at = self._number[accusation.id]
        said = {number for source in speakers for number in _near(self._by_source.get(source, []), at)}
        for item in (self._items[number] for number in sorted(said - {at})):
            rank = self._rank(accusation, matter, item)
            if rank is not None and not self._is_quoted_by(accusation, item):
                yield rank, item

    def _rank(self, accusation: Statement, matter: frozenset[str], item: Statement) -> int | None:
        shared = bool(matter & self._matter(item))
        behind = self._number[item.id] - self._number[accusation.id]
        if item.denies == accusation.id:
            return 0
        if item.denies is not None:
            meant = self._number.get(item.denies)
            same = meant is not None and bool(matter & self._matter(self._items[meant]))
            return 1 if same else None
        if item.stance is Stance.DENIES:
            return 1 if shared else 2
        if shared and behind > 0:
            return 3
        if 0 < behind <= _NEAR:
            return 4
        return 5 if shared and item.stance not in _ACCUSING else None

    def _matter(self, item: Statement) -> frozenset[str]:
        if item.id not in self._matters:
            self._matters[item.id] = _stems(" ".join(span.of(self._text) for span in item.content))
        return self._matters[item.id]

    def _declines(self, item: Statement) -> bool:
        roles = (*item.cue, *item.content)
        return bool(roles) and bool(_DECLINES.search(" ".join(span.of(self._text) for span in sorted(roles))[:200]))

    def _is_quoted_by(self, accusation: Statement, item: Statement) -> bool:
        """Tell whether the accuser hands a statement on."""
        seen = set[str]()
        at = item.parent
        while at is not None and at not in seen and at in self._number:
            seen.add(at)
            outer = self._items[self._number[at]]
            if at == accusation.id or set(outer.sources) & set(accusation.sources):
                return True
            at = outer.parent
        return bool(item.cue) and any(_covers(accusation.content, span) for span in item.cue)


def _near(numbers: Sequence[int], at: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, at - _REACH) : bisect_left(numbers, at + _REACH)]


def _place(item: Statement) -> Span:
    return min((*item.cue, *item.source, *item.content), default=Span(0, 0))


def _covers(spans: Sequence[Span], span: Span) -> bool:
    return any(other.covers(span) for other in spans)


def _stems(content: str) -> frozenset[str]:
    """Return the beginnings of a content's words without capital, by which two contents are on the same matter.

    Names do not count: whoever is named in the accusation is named in many statements.
    """
    words = (word for word in _WORD.findall(content) if word.islower())
    return frozenset(word[:_STEM] for word in words if word not in _common())


@cache
def _common() -> frozenset[str]:
    return frozenset(load("phrases")["common"])

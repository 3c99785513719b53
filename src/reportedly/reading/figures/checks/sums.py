"""Checks parts against a total: the sides of a vote, and lists that the text itself adds up."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Check, CheckKind, Figure
from reportedly.reading.figures.checks.passage import Passage, agree, bounds, is_exact, is_measure, plain, written
from reportedly.reading.figures.wording import pattern

_SIDES = {
    "for": r"(?:\s+[\w’'-]+){0,2}?\s+(?:in\s+favou?r|for)\b",
    "against": r"(?:\s+[\w’'-]+){0,2}?\s+(?:against|opposed|opposing)\b",
    "abstained": r"(?:\s+[\w’'-]+){0,2}?\s+abst(?:ain|ention)",
    "total": r"(?:\s+[\w’'-]+){0,3}?\s+{taking_part}\b",
}
# a vote has few sides and a list few parts: more figures are something else
_MOST_FIGURES = 12
_VOTE = r"\b(?i:vot(?:e|es|ed|ing)|ballots?|abst(?:ained|entions?|aining))\b"
# others who were there and did neither: then the sides need not make up the total
_OTHERS = r"\b{not_voting}\b"
_WORDS = r"(?:[ \u00a0][\w’'-]+){0,6}?"
_LIST = _WORDS + r"(?:,\s+(?:and\s+)?|\s+and\s+|\s+plus\s+)(?:another\s+)?\Z"
_PARTIAL = r"\b{partial}\b"
_OPENS = _WORDS + r"(?::\s+|\s+[—–-]\s+|\s?—|\s+\()(?:they\s+were\s+)?\Z"
_OPENS_LOOSELY = _WORDS + r",\s+\Z"
_TOTALLED = _WORDS + (
    r"\s*[,;:—–-]?\s*(?:for|making|bringing|giving|which\s+makes|adding\s+up\s+to|together)?\s*(?:it\s+)?(?:an?|{owner})?\s*"
    r"(?:grand\s+|combined\s+|overall\s+|death\s+)?(?:total|sum|toll)\s+(?:number\s+)?(?:of|to|at)\s+\Z"
)
_IN_ALL = r"(?:\s+[\w’'-]+){0,2}?\s+(?:in\s+all|in\s+total|altogether|all\s+told|combined)\b"
_LAST = _WORDS + r"\s*(?:[,;:—–-]|\s+or)\s*(?:or\s+)?\Z"
_PLACED = r"\s+(?:in|at|near|on|from)\s+(?:the\s+)?[A-Z]"
# "…, for a total of 5 and 7, respectively"
_AND_MORE = r"(?:\s+[\w’'-]+){0,2}?\s+and\s+\W?\d|.{0,60}?\brespectively\b"
_ENDS = _WORDS + r"\s*(?:[.;)!?]|—|–|\s-\s|\Z)"
_OF_THE = r"\A[“\"]?Of\s+(?:the|its|those|their|these)\s+\Z"


def vote_sums(passage: Passage) -> Iterator[Check]:
    """Yield the check of a vote's sides against those who took part, where the passage names all of them once."""
    if not 3 <= len(passage.figures) <= _MOST_FIGURES or not pattern(_VOTE).search(
        passage.text, passage.start, passage.end
    ):
        return
    sides: dict[str, list[Figure]] = {side: [] for side in _SIDES}
    for figure in passage.figures:
        side = _side(passage, figure)
        if side is not None:
            sides[side].append(figure)
    found = {side: figures[0] for side, figures in sides.items() if len(figures) == 1}
    if any(len(figures) > 1 for figures in sides.values()) or not {"for", "against", "total"} <= set(found):
        return
    parts = [found[side] for side in ("for", "against", "abstained") if side in found]
    total = found["total"]
    others = pattern(_OTHERS).search(passage.text, passage.start, passage.end) is not None or "abstained" not in found
    fits = _adds_up(passage.text, parts, total)
    if fits or not others or sum(part.low for part in parts) > total.high:
        yield _sum(passage, parts, total, ok=fits)


def _side(passage: Passage, figure: Figure) -> str | None:
    if is_measure(figure.unit):
        return None
    if figure.unit == "abstention":
        return "abstained"
    after = passage.after(figure)
    matches = {side: match for side, template in _SIDES.items() if (match := pattern(template).match(after))}
    following = min(
        (item.span.start for item in passage.figures if item.span.start >= figure.span.end), default=passage.end
    )
    near = {side: match.end() for side, match in matches.items() if figure.span.end + match.end() <= following}
    return min(near, key=lambda side: near[side]) if near else None


def list_sums(passage: Passage) -> Iterator[Check]:
    """Yield the checks of lists that the text adds up itself: "12 people: five men and seven women", "17 in all"."""
    figures = passage.figures
    start = 0
    while start < len(figures):
        end = start + 1
        while end < len(figures) and end - start < _MOST_FIGURES and _listed(passage, end):
            end += 1
        if end - start >= 2:
            yield from itertools.islice(_totalled(passage, start, end), 1)
        start = end
    yield from _of_the(passage)


def _listed(passage: Passage, number: int) -> bool:
    """Tell whether a figure goes on with a list that the one before it is in."""
    return pattern(_LIST).fullmatch(passage.between(passage.figures[number - 1], passage.figures[number])) is not None


def _totalled(passage: Passage, start: int, end: int) -> Iterator[Check]:
    """Yield the checks of a list, the figures [start, end), with the figure that may be its total, likeliest first."""
    figures = passage.figures
    parts, last = figures[start:end], figures[end - 1]
    if start:
        firm = pattern(_OPENS).fullmatch(passage.between(figures[start - 1], parts[0])) is not None
        if _opens(passage, start - 1):
            yield from _weighed(passage, parts, figures[start - 1], firm=firm and _ends(passage, last))
    if end < len(figures) and _is_total(passage, last, figures[end]):
        yield from _weighed(passage, parts, figures[end], firm=True)
    if len(parts) >= 3:
        # "12 people, five men, seven women" and "five men, seven women, 12 in all" look like one list
        if _opens(passage, start):
            yield from _weighed(passage, parts[1:], parts[0], firm=False)
        if _is_total(passage, parts[-2], last):
            yield from _weighed(passage, parts[:-1], last, firm=True)


def _opens(passage: Passage, number: int) -> bool:
    """Tell whether a figure may open a list of its parts: after a colon, a dash, a bracket or a comma."""
    gap = passage.between(passage.figures[number], passage.figures[number + 1])
    if pattern(_PARTIAL).search(gap):
        return False
    return pattern(_OPENS).fullmatch(gap) is not None or pattern(_OPENS_LOOSELY).fullmatch(gap) is not None


def _ends(passage: Passage, last: Figure) -> bool:
    return pattern(_ENDS).match(passage.after(last)) is not None


def _is_total(passage: Passage, last: Figure, total: Figure) -> bool:
    """Tell whether the text makes a figure the total of what stands before it, and of that alone."""
    gap, after = passage.between(last, total), passage.after(total)
    if pattern(_AND_MORE).match(after):
        return False
    in_all = pattern(_LAST).fullmatch(gap) and pattern(_IN_ALL).match(after)
    return in_all is not None or pattern(_TOTALLED).fullmatch(gap) is not None


def _weighed(passage: Passage, parts: Sequence[Figure], total: Figure, *, firm: bool) -> Iterator[Check]:
    """Yield the check of parts with a total if they add up; if they do not, only if `firm` and all of one kind."""
    measured = is_measure(total.unit) or any(is_measure(item.unit) for item in parts)
    if total.unit in {"percent", "fraction"} or (measured and any(item.unit != total.unit for item in parts)):
        return
    if not firm and not _is_of_people(parts, total) and not _is_by_place(passage, parts, total):
        return
    if _adds_up(passage.text, parts, total):
        yield _sum(passage, parts, total, ok=True)
    elif firm and _one_kind([*parts, total]) and all(is_exact(item) for item in [*parts, total]):
        yield _sum(passage, parts, total, ok=False)


def _of_the(passage: Passage) -> Iterator[Check]:
    """Yield the check of "Of the 12 passengers, seven were rescued and five drowned", if these make up the whole."""
    figures = passage.figures
    if not 3 <= len(figures) <= _MOST_FIGURES or not pattern(_OF_THE).match(passage.before(figures[0]).lstrip()):
        return
    parts = figures[1:]
    units = {item.unit for item in parts}
    if not all(is_exact(item) for item in parts) or not _are_parts(units, figures[0].unit):
        return
    if _adds_up(passage.text, parts, figures[0]):
        yield _sum(passage, parts, figures[0], ok=True)
        return
    exclusive = len(units) == len(parts) and units <= set(load("figures")["checks"]["exclusive"])
    if exclusive and is_exact(figures[0]) and sum(item.low for item in parts) > figures[0].high:
        yield _sum(passage, parts, figures[0], ok=False)


def _are_parts(units: set[str], whole: str) -> bool:
    return units <= {whole, "person"} or (whole in _persons() and units <= _persons())


@cache
def _persons() -> frozenset[str]:
    return frozenset(load("figures")["checks"]["persons"])


def _is_of_people(parts: Sequence[Figure], total: Figure) -> bool:
    """Tell whether a bare list can be the parts of a total: "12 people, five men and seven women", not five boats."""
    return total.unit == "person" and all(item.unit in _persons() and item.unit != "person" for item in parts)


def _is_by_place(passage: Passage, parts: Sequence[Figure], total: Figure) -> bool:
    """Tell whether a bare list is of one kind by places: "30 people were hurt, 18 in Orla and 12 in Lume"."""
    placed = all(pattern(_PLACED).match(passage.after(part)) for part in parts)
    return placed and all(part.unit == total.unit and is_exact(part) for part in parts)


def _one_kind(figures: Sequence[Figure]) -> bool:
    return len({"person" if item.unit in _persons() else item.unit for item in figures}) == 1


def _adds_up(text: str, parts: Sequence[Figure], total: Figure) -> bool:
    spans = [bounds(text, part) for part in parts]
    return agree((sum(low for low, _ in spans), sum(high for _, high in spans)), bounds(text, total))


def _sum(passage: Passage, parts: Sequence[Figure], total: Figure, *, ok: bool) -> Check:
    figures = tuple(item.id for item in sorted([*parts, total], key=lambda item: item.span))
    added = " + ".join(plain(part.low) for part in parts)
    value = sum(part.low for part in parts)
    if plain(value) == plain(total.low):
        counted = f"{plain(total.low)} {total.of or _named(total)}".strip()
        named = f"the {counted}" if " " in counted else "the total"
        return Check(CheckKind.SUM, ok, figures, f"{added} = {plain(value)}, {named}.")
    told = f"{written(passage.text, total)} {'' if is_measure(total.unit) else total.of or _named(total)}".strip()
    return Check(CheckKind.SUM, ok, figures, f"{added} = {plain(value)}, the text says {told}.")


def _named(total: Figure) -> str:
    if total.unit == "person":
        return "people"
    return total.unit if is_measure(total.unit) else ""

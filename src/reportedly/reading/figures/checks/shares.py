"""Checks percentages and fractions: of their parts ("90 of 100, or 90 percent"), and as shares of one whole."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model import Check, CheckKind, Figure
from reportedly.reading.figures.checks.passage import Passage, agree, bounds, is_measure, plain, written
from reportedly.reading.figures.wording import pattern

_NOUN = r"(?:[ \u00a0][\w’'-]+){0,4}?"
_OF = _NOUN + r"\s+(?:out\s+)?of\s+(?:(?:{owner}|an?)\s+)?(?:total\s+(?:of\s+)?)?(?:{about}\s+)?\Z"
_OR = _NOUN + r"\s*(?:,\s*(?:or|that\s+is,?|equal\s+to|meaning|which\s+is)?|\(|[—–]|\s-|\sor)\s*(?:{about}\s+)?\Z"
_SHARE_OF = r"\s+of\s+(?:{owner}\s+)?(?:{about}\s+)?\Z"
_ALONE = r"\s*[,.;)—–]|\s+(?:of\s+them\s*[,.;)]|people\b|in\s+all\b)|\s*\Z"
# "Of the 400 beds, 100, or 25 percent, are empty"
_OF_WHOLE = r"(?:\A|[.!?”]\s+)[“\"]?(?i:of|out\s+of)\s+(?:{owner}\s+)?(?:{about}\s+)?\Z"
_COMMA = _NOUN + r",\s+(?:{about}\s+)?\Z"
_OPEN = _NOUN + r"\s*\(\s*(?:{about}\s+)?\Z"
_CLOSED_OF = r"\s*\)\s+of\s+(?:{owner}\s+)?\Z"
_WHOLE = r"\b(?:votes?|ballots)\b"
# more shares in one sentence are no result of one vote
_MOST_SHARES = 8
_OTHER_WHOLE = r"\b{other_whole}\b"
# a share after "90 of the 100 members," that is of something else, or a change
_ELSEWHERE = (
    r"\s+(?:of\s+(?!them\b|the\s+(?:total|whole)\b)|more|less|fewer|higher|lower|up|down|points?|{change}|said)\b"
)


def part_shares(passage: Passage) -> Iterator[Check]:
    """Yield the checks of a share given beside the part and the whole: "46 of 193 members, or 24 percent"."""
    for first, second, third in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        roles = _roles(passage, first, second, third)
        if roles is not None:
            share, part, whole = roles
            check = _share(passage, share, part, whole)
            if check is not None:
                yield check


def _is_share(figure: Figure) -> bool:
    return figure.unit in {"percent", "fraction"}


def _roles(passage: Passage, first: Figure, second: Figure, third: Figure) -> tuple[Figure, Figure, Figure] | None:
    """Return share, part and whole of three neighbours that the text puts beside each other as such, or None."""
    one, two = passage.between(first, second), passage.between(second, third)
    shares = [_is_share(figure) for figure in (first, second, third)]
    if shares == [False, False, True]:
        opened = pattern(_OF_WHOLE).search(passage.before(first)) and pattern(_COMMA).fullmatch(one)
        if opened and pattern(_OR).fullmatch(two) and _is_about_part(passage, third):
            return third, second, first
        return (
            (third, first, second)
            if pattern(_OF).fullmatch(one) and pattern(_OR).fullmatch(two) and _is_about_part(passage, third)
            else None
        )
    if shares == [True, False, False]:
        if (
            pattern(_SHARE_OF).fullmatch(one)
            and pattern(_OR).fullmatch(two)
            and pattern(_ALONE).match(passage.after(third))
        ):
            return first, third, second
        if pattern(_OR).fullmatch(one) and pattern(_OF).fullmatch(two):
            return first, second, third
    if shares == [False, True, False] and pattern(_OPEN).fullmatch(one) and pattern(_CLOSED_OF).fullmatch(two):
        return second, first, third
    return None


def _is_about_part(passage: Passage, share: Figure) -> bool:
    """Tell whether a share after "90 of the 100 members," is theirs: no "of" something else, no change."""
    return pattern(_ELSEWHERE).match(passage.after(share)) is None


def _share(passage: Passage, share: Figure, part: Figure, whole: Figure) -> Check | None:
    if whole.low <= 0 or part.low <= 0 or part.low > whole.high or is_measure(part.unit) != is_measure(whole.unit):
        return None
    if part.unit != whole.unit and part.unit not in {"", "person"} and whole.unit not in {"", "person"}:
        return None
    scale = 100.0 if share.unit == "percent" else 1.0
    (least, most), (smallest, largest) = bounds(passage.text, part), bounds(passage.text, whole)
    found = (scale * least / largest, scale * most / max(smallest, 1e-9))
    ok = agree(found, bounds(passage.text, share))
    figures = tuple(item.id for item in sorted((share, part, whole), key=lambda item: item.span))
    percent = 100.0 * part.low / whole.low
    says = f"{plain(part.low)} of {plain(whole.low)} is {plain(round(percent, 1))} percent"
    if plain(round(percent, 1)) != plain(round(share.low * 100.0 / scale, 1)):
        says += f", the text says {written(passage.text, share)}"
    return Check(CheckKind.SHARE, ok, figures, says + ".")


def whole_shares(passage: Passage) -> Iterator[Check]:
    """Yield the check of a vote's percentages that one sentence gives as shares of one whole.

    Only where they make up the whole, or more than it: shares left out make no mistake.
    """
    shares = [figure for figure in passage.figures if figure.unit == "percent"]
    if not 2 <= len(shares) <= _MOST_SHARES or any(
        figure.low != figure.high or figure.approximate for figure in shares
    ):
        return
    named = [figure.of for figure in shares if figure.of]
    if not named or not all(pattern(_WHOLE).search(of) for of in named):
        return
    if pattern(_OTHER_WHOLE).search(passage.text, passage.start, passage.end):
        return
    total = sum(figure.low for figure in shares)
    slack = sum(bounds(passage.text, figure)[1] - figure.high for figure in shares)
    if total < 100.0 - slack:
        return
    ok = total <= 100.0 + slack
    added = " + ".join(plain(figure.low) for figure in shares)
    says = f"{added} = {plain(total)} percent of the vote" + ("." if ok else ", more than the whole of it.")
    yield Check(CheckKind.SHARE, ok, tuple(figure.id for figure in shares), says)

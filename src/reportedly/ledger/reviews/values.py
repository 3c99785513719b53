"""What may stand in a review: checked when it is made and when it comes from another ledger."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from reportedly.errors import BadReview
from reportedly.ledger.reviews.review import About, Review, Verb
from reportedly.model import Precision, Reporter, SourceKind, Stance, StatementKind

ROLES = ("source", "cue", "content")

Check = Callable[[Any], bool]
_ID = re.compile(r"[0-9a-f]{16}")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_LONGEST = 2_000
# the machine's answer and a person's words are a few kilobytes; nothing real comes near
_MOST = 200_000


def _is_id(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def is_text(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    """Tell whether a value is a text with something in it that both databases can hold."""
    return isinstance(value, str) and bool(value.strip()) and len(value) <= _LONGEST and not _UNWRITABLE.search(value)


def or_none(check: Check) -> Check:
    """Return the check of a value that may also be null."""
    return lambda value: value is None or check(value)


def one_of(words: type[StrEnum]) -> Check:
    """Return the check that a value is one of such words."""
    return lambda value: isinstance(value, str) and value in set(words)


def are_spans(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    """Tell whether a value is a list of [start, end], none of them empty."""
    if not isinstance(value, list):
        return False
    whole = all(isinstance(pair, list) and len(pair) == 2 and all(type(one) is int for one in pair) for pair in value)
    return whole and all(0 <= start < end for start, end in value)


def _some_spans(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    return bool(value) and are_spans(value)


def _source(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    return has(value, _SOURCE, {})


def are_sources(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    """Tell whether a value is a list of sources, each with what an article says of it."""
    return isinstance(value, list) and all(map(_source, value))


def _moment(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    return isinstance(value, str) and _MOMENT.fullmatch(value) is not None


def is_interval(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    """Tell whether a value is an interval of time with its precision."""
    return has(value, {"start": _moment, "end": _moment, "precision": one_of(Precision)}, {})


def _number(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 180


def _geonameid(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    return type(value) is int and 0 < value < 2**31


def _place(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    fields = {
        "name": is_text,
        "lat": _number,
        "lon": _number,
        "country": or_none(is_text),
        "geonameid": or_none(_geonameid),
        "span": or_none(lambda pair: _some_spans([pair])),
    }
    return has(value, fields, {})


def has(value: Any, needed: Mapping[str, Check], allowed: Mapping[str, Check]) -> bool:  # noqa: ANN401 - as JSON
    """Tell whether a value is an object with all fields that are needed, no others than allowed, and each checks."""
    checks = {**needed, **allowed}
    return (
        isinstance(value, Mapping)
        and needed.keys() <= value.keys() <= checks.keys()
        and all(checks[name](one) for name, one in value.items())
    )


_SOURCE: Mapping[str, Check] = {
    "name": is_text,
    "kind": one_of(SourceKind),
    "role": or_none(is_text),
    "affiliation": or_none(is_text),
    "country": or_none(is_text),
    "mentions": are_spans,
}
_OPTIONAL_SOURCES: Mapping[str, Check] = {"sources": are_sources, "against": are_sources}
_DERIVED: Mapping[str, Check] = {"kind": one_of(StatementKind), "sources": are_sources}
_ROLE_CHECKS: Mapping[str, Check] = {"source": are_spans, "cue": _some_spans, "content": _some_spans}
_ADDED: Mapping[str, Check] = {
    **_ROLE_CHECKS,
    "cue": are_spans,
    "kind": one_of(StatementKind),
    "stance": one_of(Stance),
    "reporter": one_of(Reporter),
}
_NOTHING: tuple[Mapping[str, Check], Mapping[str, Check]] = ({}, {})
# what a review of a kind must hold, and what it may
_FIELDS: Mapping[tuple[About, Verb], tuple[Mapping[str, Check], Mapping[str, Check]]] = {
    **{(about, verb): _NOTHING for about in About for verb in (Verb.NOTE, Verb.UNDO)},
    (About.STATEMENT, Verb.RIGHT): _NOTHING,
    (About.STATEMENT, Verb.WRONG): _NOTHING,
    (About.STATEMENT, Verb.ADD): (_ADDED, _OPTIONAL_SOURCES),
    (About.STATEMENT, Verb.STANCE): ({"stance": one_of(Stance)}, {}),
    (About.STATEMENT, Verb.KIND): ({"kind": one_of(StatementKind)}, {}),
    (About.STATEMENT, Verb.REPORTER): ({"reporter": one_of(Reporter)}, {}),
    (About.STATEMENT, Verb.SPANS): ({}, {**_ROLE_CHECKS, **_DERIVED}),
    (About.STATEMENT, Verb.SOURCES): ({"sources": are_sources}, {}),
    (About.STATEMENT, Verb.AGAINST): ({"against": are_sources}, {}),
    (About.STATEMENT, Verb.SAID): ({"said": or_none(is_interval)}, {}),
    (About.STATEMENT, Verb.PLACE): ({"place": _place, "pinned": lambda value: isinstance(value, bool)}, {}),
    (About.ARTICLE, Verb.PUBLISHED): ({"published": or_none(is_interval)}, {}),
    (About.ARTICLE, Verb.PUBLISHER): ({"publisher": or_none(is_text)}, {}),
    (About.ARTICLE, Verb.TITLE): ({"title": or_none(is_text)}, {}),
    (About.SOURCE, Verb.SPLIT): ({"source": _source}, {}),
    (About.ENTITY, Verb.MERGE): ({"into": _is_id, "name": is_text}, {}),
    (About.ENTITY, Verb.SPLIT): _NOTHING,
    (About.ENTITY, Verb.DISTINCT): ({"from": _is_id, "name": is_text}, {}),
    (About.ENTITY, Verb.NAME): ({"name": is_text}, {}),
    (About.ENTITY, Verb.KIND): ({"kind": one_of(SourceKind)}, {}),
    (About.ENTITY, Verb.ROLE): ({"role": or_none(is_text)}, {}),
    (About.ENTITY, Verb.COUNTRY): ({"country": or_none(lambda value: bool(_COUNTRY.fullmatch(str(value))))}, {}),
}
_COLUMNS = {
    "at", "who", "why", "verb", "about", "article_id", "target", "value", "machine", "undoes"
}  # fmt: skip


def check(review: Review) -> None:
    """Raise BadReview where something in a review is not what stands there in one that this program makes."""
    fields = _FIELDS.get((review.about, review.verb))
    if fields is None:
        raise BadReview(f"a review of {_a(review.about)} cannot be {review.verb.value!r}")
    if not has(review.value, *fields):
        raise BadReview(
            f"the value of a review {review.verb.value!r} does not hold what it must: {_told(review.value)}"
        )
    if review.verb is Verb.SPANS and not review.value.keys() & set(ROLES):
        raise BadReview("a review of spans corrects none")
    if not _AT.fullmatch(review.at):
        raise BadReview(f"{review.at!r} is no time of a review: it is written as 2026-05-14T09:30:00Z")
    if not is_text(review.who) or not (review.why is None or is_text(review.why)):
        raise BadReview("a review says who made it, in words that can be stored")
    _check_target(review)


def review_from(fields: Any) -> Review:  # noqa: ANN401 - as JSON has it
    """Return the review that a line of an export holds. Raises BadReview."""
    if not isinstance(fields, Mapping):
        raise BadReview("a review is an object")
    missing = sorted(({"id"} | _COLUMNS) - fields.keys())
    if missing:
        raise BadReview(f"there is no {' and no '.join(missing)}")
    told = {name: fields[name] for name in _COLUMNS}
    for name, words in (("verb", Verb), ("about", About)):
        if told[name] not in set(words):
            raise BadReview(f"{_told(told[name])} is no {name} that this version knows")
        told[name] = words(told[name])
    strings = ("at", "who", "target"), ("why", "article_id", "undoes")
    for name in (*strings[0], *strings[1]):
        if not (isinstance(told[name], str) or (name in strings[1] and told[name] is None)):
            raise BadReview(f"{name} is no text")
    if not isinstance(told["value"], dict) or not isinstance(told["machine"], dict | None):
        raise BadReview("value and machine are objects")
    review = Review(**told)
    check(review)
    if len(str(review.machine)) > _MOST:
        raise BadReview("what the machine answered is too long")
    if review.id != fields["id"]:
        raise BadReview(f"its id is {_told(fields['id'])}, and what it says gives {review.id}: damaged, or changed")
    return review


def _check_target(review: Review) -> None:
    article, about = review.article_id, review.about
    fits = {
        About.STATEMENT: _is_id(review.target) and _is_id(article),
        About.ARTICLE: _is_id(review.target) and article == review.target,
        About.SOURCE: _is_id(article) and review.target.startswith(f"{article}/") and is_text(review.target),
        About.ENTITY: _is_id(review.target) and article is None,
    }
    if not fits[about]:
        raise BadReview(f"{_told(review.target)} names no {about.value}")
    if (review.verb is Verb.UNDO) != _is_id(review.undoes):
        raise BadReview("an undo, and no other review, names the review that it undoes")


def _told(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 80 else f"{said[:80]}…"


def _a(about: About) -> str:
    return f"{'an' if about in {About.ARTICLE, About.ENTITY} else 'a'} {about.value}"

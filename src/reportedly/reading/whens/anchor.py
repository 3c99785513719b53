"""The days on which an article may have been published, from which its expressions are reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reportedly.model import When, WhenBasis
from reportedly.reading.whens.context import Context, Tense
from reportedly.reading.whens.mentions import Mention
from reportedly.reading.whens.resolve import resolve

# a window wider than about a year says next to nothing of "on Friday": what is reckoned from it is left out
_WIDEST = 400


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first and the last day of publication, None where unknown, and the day it was not before.

    `inferred` tells that the days are read out of the text.
    """

    first: date | None
    last: date | None
    not_before: date | None
    inferred: bool


def anchor_of(published: When | None, mentions: Sequence[Mention]) -> Anchor:
    """Return the anchor that a time of publication gives, or the latest past date of the text where it is unknown."""
    if published is None:
        return Anchor(None, None, latest_past(mentions), inferred=True)
    inferred = published.basis is WhenBasis.INFERRED
    start, end = datetime.fromisoformat(published.start), datetime.fromisoformat(published.end)
    last = (end - timedelta(microseconds=1)).date()
    if inferred and (last - start.date()).days > _WIDEST:
        return Anchor(None, None, latest_past(mentions), inferred=True)
    return Anchor(start.date(), max(start.date(), last), start.date(), inferred)


def latest_past(mentions: Sequence[Mention]) -> date | None:
    """Return the first day of the latest time that is told with its year and in the past, captions left out."""
    days = [day for mention in mentions if (day := past_day(mention)) is not None]
    return max(days, default=None)


def past_day(mention: Mention) -> date | None:
    """Return the first day of a time that a text tells with its year and in the past; None for others and captions."""
    if mention.in_caption or mention.tense is not Tense.PAST:
        return None
    interval = resolve(mention.found.expression, Context(None))
    return interval.first_day() if interval else None

"""Turns the date of publication, as a page or a caller writes it, into a When."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from reportedly.errors import BadRecord
from reportedly.model import Precision, Span, When, WhenBasis
from reportedly.page.metadata.visible_dates import visible_dates
from reportedly.page.metadata.words import quoted

PUBLISHED = "published"
# the first newspaper appeared in 1605; a later year than 2199 is a placeholder such as 9999
_YEARS = range(1605, 2200)
# the longest form has the names of day and month, a time and a zone
_LONGEST = 80
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T\s])")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def published_when(iso: str, basis: WhenBasis, span: Span | None = None) -> When | None:
    """Return the day or the minute that an ISO 8601 date or date-time names, its offset kept; None where it is none.

    >>> when = published_when("2024-11-12T10:05:30+02:00", WhenBasis.METADATA)
    >>> when.start, when.end, when.precision.value
    ('2024-11-12T10:05+02:00', '2024-11-12T10:06+02:00', 'minute')
    >>> published_when("2024-11-12", WhenBasis.METADATA).end
    '2024-11-13'
    """
    try:
        moment = datetime.fromisoformat(iso.strip())
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    if _names_a_day_only(iso):
        day = moment.date()
        next_day = day + timedelta(days=1)
        return When(PUBLISHED, day.isoformat(), next_day.isoformat(), Precision.DAY, basis, span)
    start = moment.replace(second=0, microsecond=0)
    end = start + timedelta(minutes=1)
    return When(PUBLISHED, _minute(start), _minute(end), Precision.MINUTE, basis, span)


def stated_when(stamp: str) -> When | None:
    """Return the time that a machine-readable stamp on a page names, in any of the usual forms; None where in none.

    >>> [stated_when(stamp).start for stamp in ("2024-04-28 07:00:00Z", "Tue, 12 Nov 2024 10:05:00 GMT")]
    ['2024-04-28T07:00+00:00', '2024-11-12T10:05+00:00']
    >>> [stated_when(stamp).start for stamp in ("May 15th, 2023", "1731405900", "2024-11-12T25:00")]
    ['2023-05-15', '2024-11-12T10:05+00:00', '2024-11-12']
    """
    stamp = stamp.strip()[:_LONGEST]
    if _EPOCH.fullmatch(stamp):
        seconds = int(stamp[:10])
        return published_when(datetime.fromtimestamp(seconds, UTC).isoformat(), WhenBasis.METADATA)
    for iso in (stamp, _mail_date(stamp), *(found.iso for found in visible_dates(stamp))):
        when = published_when(iso, WhenBasis.METADATA) if iso else None
        if when:
            return when
    day = _ISO_START.match(stamp)
    return published_when(day.group(), WhenBasis.METADATA) if day else None


def given_when(value: str) -> When:
    """Return the time that a caller gives; BadRecord where it is no ISO 8601 date or date-time."""
    when = published_when(value, WhenBasis.METADATA)
    if when is None:
        raise BadRecord(f"{quoted(value)} is no date of publication; write it as 2024-11-12 or 2024-11-12T10:05+01:00")
    return when


def _names_a_day_only(iso: str) -> bool:
    stamp = iso.strip()
    return _ISO_DAY.fullmatch(stamp) is not None or ("T" not in stamp and ":" not in stamp)


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _mail_date(stamp: str) -> str | None:
    """Return the ISO form of a date as mail and RSS write it (RFC 5322), or None."""
    try:
        return parsedate_to_datetime(stamp).isoformat()
    except ValueError:
        return None

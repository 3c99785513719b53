"""Says when, in UTC and whole seconds."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def now() -> str:
    """Return the present time as "2026-05-14T09:30:00Z"."""
    return utc(time.time()) or ""


def utc(seconds: float) -> str | None:
    """Return a time given in seconds since 1970 as UTC, or None where it lies outside the years that can be written.

    >>> utc(1_778_751_000.9)
    '2026-05-14T09:30:00Z'
    >>> utc(1e18) is None
    True
    """
    try:
        return datetime.fromtimestamp(seconds // 1, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None


def utc_of(written: str) -> str | None:
    """Return a time written as ISO 8601 or as mails and feeds have it as UTC; a day alone is its first second.

    None where it is none. Where no zone is given, UTC is meant.

    >>> utc_of("2026-05-14T10:30:00.5+01:00"), utc_of("Thu, 14 May 2026 09:30:00 GMT"), utc_of("yesterday")
    ('2026-05-14T09:30:00Z', '2026-05-14T09:30:00Z', None)
    """
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = parse(written.strip())
            when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return when.strftime("%Y-%m-%dT%H:%M:%SZ") if when.year >= 1000 else None
    return None

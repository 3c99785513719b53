"""Says when, in UTC and whole seconds."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> str:
    """Return the present time as "2026-05-14T09:30:00Z"."""
    return datetime.fromtimestamp(int(time.time()), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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

"""Reads lengths of time as a person writes them."""

from __future__ import annotations

import re

from reportedly.errors import BadRecord

_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_WRITTEN = re.compile(r"([0-9]{1,7})\s*([smhd])", re.I)
_SHORTEST = 60
_LONGEST = 30 * 86_400


def seconds_of(written: str) -> int:
    """Return how many seconds "15m", "2h", "90s" or "1d" are. Raises BadRecord: also under a minute, over 30 days.

    >>> seconds_of("15m"), seconds_of("2 h"), seconds_of("90s"), seconds_of("1d")
    (900, 7200, 90, 86400)
    """
    found = _WRITTEN.fullmatch(written.strip())
    if not found:
        shown = "".join(letter if letter.isprintable() else " " for letter in written[:40])
        raise BadRecord(f'"{shown}" is no length of time; write it as 90s, 15m, 2h or 1d')
    seconds = int(found[1]) * _UNITS[found[2].lower()]
    if seconds < _SHORTEST:
        raise BadRecord(f"{written.strip()}: no site should be asked more often than once a minute; write 1m or more")
    if seconds > _LONGEST:
        raise BadRecord(f"{written.strip()}: longer than 30 days; write 30d or less")
    return seconds

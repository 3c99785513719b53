"""Which half of the globe an article is about, for its summers and winters."""

from __future__ import annotations

import re
from functools import cache

from reportedly.reading.whens.words import data

# a lead and its dateline, in which news names its place
_LEAD = 500


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    south, north = (
        re.compile(r"\b(?:" + "|".join(re.escape(name) for name in data()["hemispheres"][key]) + r")\b")
        for key in ("southern", "northern")
    )
    return re.compile(r"\b(?:" + "|".join(data()["seasons"]) + r")\b", re.IGNORECASE), south, north


def is_southern(text: str) -> bool:
    """Tell whether a text names the south of the globe more often than the north, and in its lead or at least twice.

    Texts without a season are not looked at: nothing depends on it.
    """
    season, south, north = _patterns()
    if season.search(text) is None:
        return False
    named = sum(1 for _ in south.finditer(text))
    told = named > 1 or south.search(text, 0, _LEAD) is not None
    return told and named > sum(1 for _ in north.finditer(text))

"""Measures the dates found and resolved on the cases of Recognizers-Text (see benchmarks/whens.py, which runs it).

`recognizers`: the DateTimeModel cases of Recognizers-Text in which every result is of type date or datetime (`dates`),
or also daterange or datetimerange (`ranges_too`); no durations, sets and times without a day, and none with "now"
(PRESENT_REF), which is not sought. It is a corpus of chat with an assistant. `all_dates` and `all_ranges_too` count
every such case; the others leave out what news does not write, by four rules: what turns on the minute at which it is
asked ("in 5 minutes"); an hour that does not tell its half of the day ("Tuesday 6-8": the corpus gives both); dates,
years and hours in words, as a recogniser of speech writes them ("may twenty nine"; news has figures); and what is no
text (operators, addresses, names of files, dates run into one number) or is in the shorthand of chat ("eod", "cy18").

Each gold result has alternatives (one in the past, one to come): a found interval is right if one of them starts when
it does and ends when it does, or on the day after, since there ranges leave their last day out. What is N months or
years away is a month or year here: it is right if it holds the day that the corpus gives. Seconds and the hours of
parts of the day (morning, …) are not compared. Where our conventions say otherwise, they are mapped: "before X" and
"after X" stand for X, which ends or begins what the corpus gives; the early, middle, late and later part of a unit for
the whole unit; and a range takes in the whole of its last month or year.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from reportedly.model import Article, Page, Precision, Span, Story, When, WhenBasis, Zone, ZoneKind
from reportedly.reading.whens import read_whens

_AWAY = re.compile(r"(?i)(?:month|year)s?(?: (?:ago|from|after|before|later|earlier)|$)")
_MOMENT = re.compile(
    r"(?i)\b(?:next|last|past|coming|in|within|\d+|half an)\b.*?(?:minutes?|mins?|hours?|\dh)\b|\bPT\d"
)
_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif)ty|hundred|thousand)"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?"
    r"(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_SPELLED = re.compile(
    rf"(?i)\b(?:{_MONTH} (?:the )?(?:{_NUMBER}|{_ORDINAL})|{_NUMBER} {_MONTH}|day (?:the )?{_ORDINAL}|"
    rf"{_NUMBER} {_NUMBER}(?! (?:day|week|month|year))|{_NUMBER}[ -](?:thirty|forty|[ap] ?m)|minutes past|"
    rf"{_ORDINAL} (?:to|till|through|and) (?:the )?{_ORDINAL})\b"
)
_NO_TEXT = re.compile(
    r"[=<>~]|(?i:\b(?:eod|eoy|otd|ooo|cy|cy\d\d|tmrw|tonite|\d[ap])\b)|www\.|\.(?:xlsx|html)|-\d{4}-\d\d-\d\d-|(?<!\d)20\d{6}(?!\d)"
)
_EDGE = re.compile(r"(?i)\b(?:early|mid|middle|late|later|earlier|start|beginning|end)\b")
_RANGE = re.compile(r"(?i)\b(?:to|and|through|till|until|between)\b|[-–~]")
_DATES = frozenset({"date", "datetime"})
_TYPES = _DATES | {"daterange", "datetimerange"}


def recognizers(file: Path) -> dict[str, float]:
    """Return the figures for the cases of Recognizers-Text."""
    return {
        **_recognizers(file, "dates", _DATES), **_recognizers(file, "ranges_too", _TYPES),
        **_recognizers(file, "all_dates", _DATES), **_recognizers(file, "all_ranges_too", _TYPES),
    }  # fmt: skip


def _recognizers(file: Path, name: str, types: frozenset[str]) -> dict[str, float]:
    right = found = gold = 0
    for case in cases(file, types):
        if not name.startswith("all_") and not is_newslike(case):
            continue
        wanted = [alternatives(result) for result in case["Results"]]
        got = got_of(case)
        left = list(wanted)
        for item in got:
            hit = next((options for options in left if any(same(item, option) for option in options)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        found, gold = found + len(got), gold + len(wanted)
    return {f"recognizers_{name}_{key}": value for key, value in prf(right, found, gold).items()}


def cases(file: Path, wanted: frozenset[str] = _TYPES) -> Iterator[dict[str, Any]]:
    """Yield the cases with a reference day and results that are dates, times of a day, or ranges of these."""
    for case in json.loads(file.read_text(encoding="utf-8-sig")):
        results = case["Results"]
        types = {result.get("TypeName", "").removeprefix("datetimeV2.") for result in results}
        if case.get("Context", {}).get("ReferenceDateTime") and types <= wanted and all(map(alternatives, results)):
            yield case


def is_newslike(case: dict[str, Any]) -> bool:
    """Tell whether a case is not left out by the rules above."""
    if _SPELLED.search(case["Input"]) or _NO_TEXT.search(case["Input"]):
        return False
    for result in case["Results"]:
        values = result.get("Resolution", {}).get("values", ())
        if _MOMENT.search(result["Text"]) or any(_MOMENT.search(value.get("timex", "")) for value in values):
            return False
        starts = {(option.start or option.end)[:16] for option in alternatives(result)}
        if any(_twelve_hours_on(start) in starts for start in starts if "T" in start):
            return False
    return True


def _twelve_hours_on(moment: str) -> str:
    return (datetime.fromisoformat(moment) + timedelta(hours=12)).isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True)
class Option:
    """One of the intervals that a result may mean, "" for an open end, with its modifier and its words."""

    start: str
    end: str
    mod: str
    words: str


def got_of(case: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the starts and ends that are found in the words of a case, "" for the day within a month or year away."""
    whens = read_whens(page_of(case["Input"], case["Context"]["ReferenceDateTime"]), ()).whens
    coarse = [
        when.precision in (Precision.MONTH, Precision.YEAR) and _AWAY.search(when.span.of(case["Input"]))
        for when in whens
        if when.span
    ]
    return [
        (when.start[: 7 if when.precision is Precision.MONTH else 4] if far else when.start, when.end)
        for when, far in zip(whens, coarse, strict=True)
    ]


def alternatives(result: dict[str, Any]) -> list[Option]:
    """Return the intervals that a result may mean."""
    options = []
    for value in result.get("Resolution", {}).get("values", ()):
        start = value.get("start") or value.get("value") or ""
        end = value.get("end") or (value.get("value", ""))
        if value.get("timex") == "PRESENT_REF":
            return []
        if start != "not resolved" and (start or end):
            moments = (start[:16].replace(" ", "T"), end[:16].replace(" ", "T"))
            options.append(Option(*moments, value.get("Mod", ""), result["Text"]))
    return options


def same(got: tuple[str, str], option: Option) -> bool:
    """Tell whether an interval is the one that a result means."""
    start, end = (item[:16] for item in got)
    wanted, until = option.start, option.end
    if len(start) < len("2026-05-14"):
        # N months away: the day that is meant is in the month or year found
        return (
            (wanted or until).startswith(start)
            or (not wanted and until == end)
            or (bool(_EDGE.search(option.words)) and start <= wanted < end)
        )
    if "T" in start and "T" in (wanted or until) and start[:10] == (wanted or until)[:10]:
        # a point in time, or a part of the day, whose hours differ from system to system
        return start == (wanted or until) or wanted != until != ""
    if not wanted or not until:
        return _is_at_edge(start, end, option)
    if (start, end) == (wanted, until):
        return True
    if _EDGE.search(option.words) and len(start) == len("2026-05-14"):
        return start <= wanted[:10] and until[:10] <= end and not _is_longer_than_year(start, end)
    ends = _ends(end) if _RANGE.search(option.words) else _ends(end)[:2]
    return start[:10] == wanted[:10] and until[:10] in ends and ("T" in start) == ("T" in wanted)


def _is_at_edge(start: str, end: str, option: Option) -> bool:
    """Tell whether X is found for "before X", "after X" or "since X", of which the corpus gives all on one side."""
    if not option.start:
        return option.end in (start, end) or option.end[:10] in (start, *_ends(end)[:1])
    if _EDGE.search(option.words):
        return start <= option.start[:10] <= end
    return option.start == start or option.start in _ends(end)[:2]


def _is_longer_than_year(start: str, end: str) -> bool:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days > 366


def _ends(end: str) -> list[str]:
    """Return the end of an interval, its last day, and the starts of its last month, quarter and year, if whole."""
    after = date.fromisoformat(end[:10])
    ends = [after, after - timedelta(1)]
    if after.day == 1:
        ends += [(after - timedelta(1)).replace(day=1), (after - timedelta(80)).replace(day=1)]
    if (after.month, after.day) == (1, 1):
        ends.append(after.replace(year=after.year - 1))
    return [item.isoformat() for item in ends]


def page_of(text: str, published: str) -> Page:
    """Return a page of paragraphs that was published on a day."""
    day = date.fromisoformat(published[:10])
    when = When("published", day.isoformat(), str(day + timedelta(1)), Precision.DAY, WhenBasis.METADATA)
    zones, start = [], 0
    for match in re.finditer(r"(?:(?!\n\s*\n).)+(?:\n\s*\n)?", text, re.DOTALL):
        zones.append(Zone(ZoneKind.BODY, Span(start, match.end())))
        start = match.end()
    return Page(Article(text, published=when), (Story("s1", None, tuple(zones)),))


def prf(right: int, found: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F."""
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return {"p": precision, "r": recall, "f": 2 * precision * recall / max(precision + recall, 1e-9)}


def print_faults(file: Path) -> None:
    """Print the cases that are not wholly right."""
    for case in cases(file):
        if not is_newslike(case):
            continue
        wanted = [alternatives(result) for result in case["Results"]]
        got = got_of(case)
        if len(got) != len(wanted) or not all(any(same(g, o) for o in w) for g, w in zip(got, wanted, strict=False)):
            print(
                case["Context"]["ReferenceDateTime"][:10],
                case["Input"][:110],
                "| gold",
                [[(option.start, option.end) for option in options] for options in wanted],
                "| got",
                got,
            )

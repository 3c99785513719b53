"""Measures the expressions of time found and resolved, on two corpora: python -m benchmarks.whens [--faults].

`aquaint`: the 73 news texts of TempEval-3's AQUAINT part, TIMEX3 of type DATE and TIME in the text, reckoned from the
text's creation time (DCT) as day of publication. Strict: the same characters and the same value; relaxed: characters
in common and the same value; span: characters in common. The corpus is not of one mind about the edges, so a leading
article, "early", "late", "last" and the like, a part of the day and an ending "'s", full stop or "this year" are left
out of both sides; nor about parts of a day, so that "Friday night" counts by its day. An interval is written as a
TIMEX3 value by its precision (day 1998-08-07, month 1998-08, year 1998, week 1998-W32, season 1998-FA, decade 199X,
time 1998-08-07T22:00). Of a gold value unknown pieces are dropped (1949-XX is 1949); weeks are those of ISO 8601.
"Since X" counts as X and a range of years as its two ends, as the corpus has them. What TimeML types as DURATION ("the
past two months", "within a week") and what is vague is not counted as found. `without_refs` leaves out PRESENT_REF,
PAST_REF and FUTURE_REF ("now", "future"), which are not sought here and count as missed in the other figures.
`tempeval` is the value F of TempEval-3 (characters in common, the very same value), `exact` asks for the very same
characters and value.

`recognizers`: see benchmarks/recognizers.py.
"""

from __future__ import annotations

import html
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.recognizers import page_of, prf, print_faults, recognizers
from reportedly.model import Precision, When
from reportedly.reading.whens import read_whens

DATA = Path(__file__).resolve().parents[1] / "../shared/data"
_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>|<[^>]*>|[^<]+")
_AROUND = re.compile(
    r"(?i)^(?:the|since|from|between|early|late|mid|earlier|later|about|on|in|last)[\s-]+|"
    r"(?:['’]s|[.\s]+|\s(?:this|last|next) year|\s(?:morning|afternoon|evening|night))$"
)
_DURATION = re.compile(
    r"(?i)\b(?:past|last|next|coming|recent)\b.*\b(?:days|weeks|months|years|decades|hours)$|^the (?:past|last) "
)
_MEASURES = ("strict", "relaxed", "span", "without_refs", "tempeval", "exact")
_PARTS = {6: "MO", 12: "AF", 18: "EV"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value where it stands."""

    start: int
    end: int
    value: str


def figures(data: Path = DATA) -> dict[str, float]:
    """Return precision, recall and F on both corpora, and microseconds a word."""
    return {**aquaint(data / "aquaint"), **recognizers(data / "recognizers" / "DateTimeModel.json")}


def aquaint(folder: Path) -> dict[str, float]:
    """Return the figures for the news texts."""
    counts = {name: [0, 0, 0] for name in _MEASURES}
    words, seconds = 0, 0.0
    for file in sorted(folder.glob("*.tml")):
        text, gold, dct = read_tml(file)
        begun = time.perf_counter()
        whens = read_whens(page_of(text, dct), ()).whens
        seconds += time.perf_counter() - begun
        words += len(text.split())
        found = [value for when in whens for value in values_of(text, when)]
        dated = [item for item in gold if not item.value.endswith("_REF")]
        for name in _MEASURES:
            golden = dated if name == "without_refs" else gold
            right = matches(text, found, golden, name)
            counts[name] = [a + b for a, b in zip(counts[name], (right, len(found), len(golden)), strict=True)]
    scores = {f"aquaint_{name}_{key}": value for name, count in counts.items() for key, value in prf(*count).items()}
    return {**scores, "microseconds_per_word": 1e6 * seconds / words}


def matches(text: str, found: list[Value], gold: list[Value], how: str) -> int:
    """Return how many gold expressions are found, each by another one."""
    left, right = list(found), 0
    for item in gold:
        for other in left:
            if _is_same_place(text, item, other, how) and _is_same_value(item.value, other.value, how):
                left.remove(other)
                right += 1
                break
    return right


def _is_same_place(text: str, item: Value, other: Value, how: str) -> bool:
    if how == "exact":
        return (item.start, item.end) == (other.start, other.end)
    if how in ("strict", "without_refs"):
        return core(text, item) == core(text, other)
    return item.start < other.end and other.start < item.end


def _is_same_value(item: str, other: str, how: str) -> bool:
    if how in ("exact", "tempeval"):
        return item == other
    return how == "span" or day_of_part(item) == day_of_part(other)


def core(text: str, value: Value) -> tuple[int, int]:
    """Return the offsets of an expression without the words that the corpus takes in or leaves out."""
    start, end = value.start, value.end
    while match := _AROUND.search(text[start:end]):
        if match.start() == 0 and match.end() < end - start:
            start += match.end()
        elif match.start() > 0:
            end = start + match.start()
        else:
            break
    return start, end


def day_of_part(value: str) -> str:
    """Return a value without the part of the day, which the corpus now gives and now leaves out."""
    return re.sub(r"T(?:MO|AF|EV|NI)$", "", value)


def read_tml(file: Path) -> tuple[str, list[Value], str]:
    """Return the text of a TimeML file, its DATE and TIME expressions and its creation time."""
    content = file.read_text(encoding="utf-8")
    dct = re.search(r'<DCT>.*?value="([^"]*)"', content)
    body = content[content.index("<TEXT>") + 6 : content.index("</TEXT>")]
    text, opened, gold = "", [], []
    for match in _TIMEX.finditer(body):
        if match[1] is not None:
            opened.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', match[1]))))
        elif match[0] == "</TIMEX3>":
            start, attributes = opened.pop()
            if attributes["type"] in ("DATE", "TIME"):
                gold.append(Value(start, len(text), _gold_value(attributes["value"])))
        elif match[0][0] != "<":
            text += html.unescape(match[0])
    return text, gold, dct[1] if dct else ""


def _gold_value(value: str) -> str:
    value = re.sub(r"(?:-XX)+$", "", value)
    week = re.fullmatch(r"(\d{4})-W(\d)", value)
    return f"{week[1]}-W0{week[2]}" if week else value


def values_of(text: str, when: When) -> Iterator[Value]:
    """Yield an interval as the corpus writes it: one value, or the two ends of a range of years, months or days."""
    assert when.span is not None
    start, end = when.span.start, when.span.end
    first, after = datetime.fromisoformat(when.start), datetime.fromisoformat(when.end)
    words = when.span.of(text)
    if when.precision is Precision.VAGUE or _DURATION.search(words):
        return
    if words.lower().startswith("since"):
        inner = read_whens(page_of(f"in {words[6:]}", str(after.date() - timedelta(1))), ()).whens
        for item in inner:
            for value in values_of(f"in {words[6:]}", item):
                yield Value(start + 3 + value.start, start + 3 + value.end, value.value)
        return
    ends = re.search(r"\s(?:to|and|through)\s|-", words) if when.precision is Precision.RANGE else None
    years = re.findall(r"\b\d{4}\b", words)
    if ends and len(years) == 2:
        yield Value(start + words.index(years[0]), start + words.index(years[0]) + 4, years[0])
        yield Value(start + words.rindex(years[1]), start + words.rindex(years[1]) + 4, years[1])
        return
    yield Value(start, end, _timex(words, first, after, when.precision))


def _timex(words: str, first: datetime, after: datetime, precision: Precision) -> str:  # noqa: PLR0911 - one each
    month = f"{first.year:04}-{first.month:02}"
    days = (after - first).days
    if precision in (Precision.MINUTE, Precision.HOUR):
        if (after - first) > timedelta(hours=1):
            name = "NI" if re.search(r"(?i)night", words) else _PARTS.get(first.hour, "MO")
            return f"{first.date().isoformat()}T{name}"
        return first.isoformat(timespec="minutes")[:16]
    if precision is Precision.DAY:
        return first.date().isoformat()
    if precision is Precision.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    if precision is Precision.MONTH:
        return month
    if precision is Precision.YEAR:
        return f"{first.year:04}"
    if precision is Precision.SEASON:
        return f"{first.year:04}-{['SP', 'SU', 'FA', 'WI'][first.month // 3 - 1]}"
    if 3600 < days < 3700:
        return f"{first.year // 10}X"
    return f"{first.date()}/{after.date()}"


def main() -> int:
    """Print the figures; with --faults also what is wrong in the corpora."""
    if not (DATA / "aquaint").is_dir():
        print(f"skipped: there is no folder {DATA / 'aquaint'}")
        return 0
    if "--faults" in sys.argv:
        _print_faults()
    for name, value in figures().items():
        print(f"{name:30} {value:.4f}")
    return 0


def _print_faults() -> None:
    for file in sorted((DATA / "aquaint").glob("*.tml")):
        text, gold, dct = read_tml(file)
        found = [value for when in read_whens(page_of(text, dct), ()).whens for value in values_of(text, when)]
        keys = [{(core(text, item), item.value): item for item in items} for items in (gold, found)]
        for key in sorted({*keys[0]} ^ {*keys[1]}):
            item = keys[0].get(key) or keys[1][key]
            around = (
                text[max(0, item.start - 60) : item.start],
                text[item.start : item.end],
                text[item.end : item.end + 30],
            )
            print(
                dct[:10],
                "MISSED" if key in keys[0] else "  FALSE",
                item.value,
                "|",
                "|".join(" ".join(x.split()) for x in around),
            )
    print_faults(DATA / "recognizers" / "DateTimeModel.json")


if __name__ == "__main__":
    sys.exit(main())

"""Measures the quantities found in NewsQuant (CQE_Evaluation): python -m benchmarks.quantities [FILE] [--errors].

Counted as CQE counts it: precision, recall and F of values, and of values with their normalized unit, over all
sentences; but each quantity is matched once at most, so that the value's figures are never above CQE's own. The corpus
has conventions of its own, and what is read is put into them before it is compared:

- units have its names (dollar, percentage, kilometre); a count's unit is the whole phrase counted, its last word in the
  singular ("european country"), "people" for persons, without possessive endings and an opening participle, "-" where
  there is none; ages are "year of age";
- a rate is a part of the unit: "$80 per sq m" is in dollars per square metre;
- "from 12 to 17" is one range in the order of the text, whatever changed; a third is a third and not 0.3333, of "% …";
- "dozens" is 12 and "hundreds" is [100, 1000].

`checked` is the F of value and unit on every fourth sentence, `tuned` on the others: errors were looked at in these
alone. `recognizers` are the shares of the values in Recognizers-Text's cases of percentages, money and measures that
are read: a second look at numerals and units, with odd cases that no news has. Microseconds a word are of the reading
of PolNeAR dev, in processor time.
"""

from __future__ import annotations

import json
import math
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reportedly.model import Article, Figure, Page, Span, Story, Zone, ZoneKind
from reportedly.reading.figures import read_figures

DATA = Path(__file__).resolve().parents[1] / "../shared/data"
DEFAULT_FILE = DATA / "newsquant/NewsQuant.json"
Item = TypeVar("Item")
_NAMES = {
    "percent": "percentage", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen",
    "CNY": "chinese yuan", "AUD": "australian dollar", "CAD": "canadian dollar", "HKD": "hong kong dollar",
    "NZD": "new zealand dollar", "SGD": "singapore dollar", "MYR": "malaysian ringgit", "INR": "indian rupee",
    "ILS": "shekel", "ZAR": "south african rand", "RUB": "russian ruble", "CHF": "swiss franc",
    "KRW": "south korean won",
    "MXN": "mexican peso", "ARS": "argentine peso", "CLP": "chilean peso", "COP": "colombian peso", "CUP": "cuban peso",
    "PHP": "philippine peso", "SEK": "swedish krona", "NOK": "norwegian krone", "DKK": "danish krone",
    "CZK": "czech koruna", "HUF": "hungarian forint", "THB": "thai baht", "IDR": "indonesian rupiah",
    "VND": "vietnamese dong", "NGN": "nigerian naira", "KES": "kenyan shilling", "GHS": "ghanaian cedi",
    "EGP": "egyptian pound", "SAR": "saudi riyal", "AED": "united arab emirates dirham", "QAR": "qatari riyal",
    "KWD": "kuwaiti dinar", "IRR": "iranian rial", "IQD": "iraqi dinar", "PKR": "pakistani rupee",
    "BDT": "bangladeshi taka", "LKR": "sri lankan rupee", "TWD": "new taiwan dollar", "PEN": "peruvian sol",
    "TRY": "turkish lira", "BRL": "brazilian real", "PLN": "polish zloty", "UAH": "ukrainian hryvnia",
    "tonne": "metric ton", "degree Fahrenheit": "fahrenheit", "degree Celsius": "celsius", "penny": "point",
    "pound-foot": "foot pound-force", "time": "count", "pound": "pound-mass", "pound per square inch": "psi",
    "part per million": "part per million", "milliampere hour": "milliampere-hour",
}  # fmt: skip
_RATE = re.compile(
    r"(?:,?\s|-)?(?:(?:a|an|/)[\s-]?(?P<some>year|month|week|day|hour|minute|second|gallon|barrel|ounce|share|"
    r"square foot|sq m|square metre|gram|kilo|kilogram|kg|litre|liter|ton|tonne|pound|person|head|night|century|acre|"
    r"unit|mile|kilometre|bushel|piece|ticket|bottle|seat)|per[\s-](?P<any>(?:square |sq |metric |cubic )?[a-z]+))\b"
)
_RECOGNIZERS = ("Percent", "Currency", "Dimension")
_RATES = {
    "sq m": "square metre", "square meter": "square metre", "sq ft": "square foot", "liter": "litre",
    "kilo": "kilogram", "kg": "kilogram", "meter": "metre", "annum": "year", "tonne": "metric ton",
}  # fmt: skip
_NO_RATE = {"", "cent", "capita"}
_VAGUE = {(24.0, 99.0): (12.0, 12.0), (200.0, 999.0): (100.0, 1000.0), (20_000.0, 99_999.0): (10_000.0, 100_000.0)}
_TO = re.compile(r"\s+to\s+(?:about\s+)?\Z")
_FROM = re.compile(r"\bfrom\s+\Z")


@dataclass(frozen=True)
class Measured:
    """A quantity in the corpus' conventions: two values in the order of the text, equal if there is one, and a unit."""

    first: float
    last: float
    unit: str

    def same_value(self, other: Measured) -> bool:
        """Tell whether the values agree as numpy.isclose has it by default."""
        return all(
            math.isclose(one, two, rel_tol=1e-5, abs_tol=1e-8)
            for one, two in ((self.first, other.first), (self.last, other.last))
        )


def figures(file: Path = DEFAULT_FILE) -> dict[str, float]:
    """Return P, R and F of value and of value and unit, F on both parts of the file, and microseconds a word."""
    pairs = [(gold_of(entry), read(entry["text"])) for entry in json.loads(file.read_text(encoding="utf-8"))]
    result = {
        **_scores("value", pairs, Measured.same_value),
        **_scores("value+unit", pairs, _same),
        "value+unit F, tuned": _scores("", _tuned(pairs), _same)[" F"],
        "value+unit F, checked": _scores("", pairs[3::4], _same)[" F"],
    }
    for name in _RECOGNIZERS:
        cases = DATA / f"recognizers/{name}Model.json"
        if cases.is_file():
            result[f"recognizers {name.lower()}"] = recognized(cases)
    if (DATA / "polnear/dev").is_dir():
        result["microseconds a word"] = microseconds()
    return result


def page_of(text: str) -> Page:
    """Return a text as a page of one paragraph."""
    return Page(Article(text), (Story("s1", None, (Zone(ZoneKind.BODY, Span(0, len(text))),)),))


def gold_of(entry: dict[str, list[dict[str, str]]]) -> list[Measured]:
    """Return the quantities of a sentence as the corpus has them."""
    found = []
    for quantity in entry["quantities"]:
        value = str(quantity["value"])
        ends = value.split("-") if "-" in value and not value.startswith("-") else [value]
        found.append(Measured(float(ends[0]), float(ends[-1]), quantity["normalized_unit"].lower()))
    return found


def read(text: str) -> list[Measured]:
    """Return the quantities that are read in a sentence, in the corpus' conventions."""
    found = read_figures(page_of(text))
    result: list[Measured] = []
    skip = False
    for number, figure in enumerate(found):
        if skip:
            skip = False
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        if following is not None and _from_to(text, figure, following):
            unit = _unit(text, following) if _unit(text, following) != "-" else _unit(text, figure)
            result.append(Measured(figure.low, following.low, unit))
            skip = True
            continue
        low, high = _VAGUE.get((figure.low, figure.high), (figure.low, figure.high))
        if figure.unit == "fraction":
            low = high = _exact(figure.low)
        result.append(Measured(low, high, _unit(text, figure)))
    return result


def _from_to(text: str, figure: Figure, following: Figure) -> bool:
    gap = text[figure.span.end : following.span.start]
    return bool(_TO.fullmatch(gap) and _FROM.search(text[: figure.span.start]))


def _exact(value: float) -> float:
    return next(
        (part / whole for whole in range(2, 13) for part in range(1, whole) if round(part / whole, 4) == value), value
    )


def _unit(text: str, figure: Figure) -> str:
    after = text[figure.span.end :]
    if re.search(r"old\Z|of age\Z", figure.span.of(text)):
        return f"{figure.unit} of age"
    if figure.unit == "fraction":
        return f"% {figure.of or ''}".strip().lower()
    rate = _RATE.match(after)
    whole = (rate["some"] or rate["any"]) if rate else ""
    tail = f" per {_RATES.get(whole, whole)}" if whole not in _NO_RATE else ""
    if figure.unit in _NAMES:
        return _NAMES[figure.unit].lower() + tail
    if figure.of and _is_counted(text, figure):
        *first, last = re.sub(r"['’]s?(?!\w)", "", figure.of).split()
        first = first[1:] if first and first[0].endswith("ed") else first
        noun = "people" if last.lower() == "people" else figure.unit
        return " ".join([*(word for word in first if word.lower() not in {"and", "or"}), noun]).lower() + tail
    if not figure.unit or (figure.unit == "person" and not figure.of):
        return "-"
    return re.sub(r"(met|lit)er\b", r"\1re", figure.unit).lower() + tail


def _is_counted(text: str, figure: Figure) -> bool:
    return figure.unit.lower() not in figure.span.of(text).lower() or figure.unit in (figure.of or "")


def _tuned(items: Sequence[Item]) -> list[Item]:
    return [item for number, item in enumerate(items) if number % 4 != 3]


Pairs = Sequence[tuple[list[Measured], list[Measured]]]


def _same(one: Measured, other: Measured) -> bool:
    return one.same_value(other) and one.unit == other.unit


def matched(gold: Iterable[Measured], read_: list[Measured], same: Callable[[Measured, Measured], bool]) -> int:
    """Return how many of the gold quantities are read, each one once."""
    left, hits = list(read_), 0
    for wanted in gold:
        hit = next((item for item in left if same(wanted, item)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return hits


def _scores(name: str, pairs: Pairs, same: Callable[[Measured, Measured], bool]) -> dict[str, float]:
    hits = sum(matched(gold, found, same) for gold, found in pairs)
    precision = hits / max(1, sum(len(found) for _, found in pairs))
    recall = hits / max(1, sum(len(gold) for gold, _ in pairs))
    f = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {f"{name} P": precision, f"{name} R": recall, f"{name} F": f}


def recognized(file: Path) -> float:
    """Return the share of the values in the cases of Recognizers-Text that are read."""
    hits = total = 0
    for case in json.loads(file.read_text(encoding="utf-8-sig")):
        values = [figure.low for figure in read_figures(page_of(case["Input"]))]
        for result in case["Results"]:
            wanted = str(result.get("Resolution", {}).get("value", "")).rstrip("%")
            if re.fullmatch(r"-?[\d.]+", wanted):
                total += 1
                hits += any(math.isclose(float(wanted), value, rel_tol=1e-4) for value in values)
    return hits / max(1, total)


def microseconds(folder: Path = DATA / "polnear/dev") -> float:
    """Return the processor time that reading figures takes for a word of the texts of a folder."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))]
    pages = [page_of(text) for text in texts]
    read_figures(pages[0])
    start = time.process_time()
    for page in pages:
        read_figures(page)
    return (time.process_time() - start) * 1e6 / sum(len(text.split()) for text in texts)


def main() -> int:
    """Print the figures; with --errors also what is missed or too much in the part that rules are tuned on."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    file = Path(arguments[0]) if arguments else DEFAULT_FILE
    if not file.is_file():
        print(f"skipped: there is no file {file}")
        return 0
    for name, value in figures(file).items():
        print(f"{name:24} {value:.4f}")
    if "--errors" in sys.argv:
        _print_errors(_tuned(json.loads(file.read_text(encoding="utf-8"))))
    return 0


def _print_errors(entries: Iterable[dict[str, list[dict[str, str]]]]) -> None:
    for entry in entries:
        text = str(entry["text"])
        gold, found = gold_of(entry), read(text)
        missed = [item for item in gold if not matched([item], found, _same)]
        extra = [item for item in found if not matched([item], gold, _same)]
        if missed or extra:
            print(text[:300], *(f"\n    - {item}" for item in missed), *(f"\n    + {item}" for item in extra))


if __name__ == "__main__":
    sys.exit(main())

"""Finds numbers: in digits ("1,200", "$3.2bn"), with their sign of money and magnitude, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.figures.fractions import ratio_of
from reportedly.reading.figures.nouns import counted
from reportedly.reading.figures.quantity import Numeral
from reportedly.reading.figures.spelling import opening, spelled
from reportedly.reading.figures.wording import pattern

# groups of three after commas or hard spaces, then a decimal part; longer runs of digits are no quantities
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d{1,9})?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d{1,9})?|"
    r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:\.\d{1,9})?|\.\d{1,9}"
)
_MOST_DIGITS = 15
# numbers that "7 in 10" may begin with
_SMALL = range(1, 10)
# "12 000": a plain space groups, but not after a word that may own the first digits ("May 14 200 men came")
_PLAIN_GROUPS = re.compile(r"(?: \d{3})+(?![\d,.])")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_GLUED = frozenset("_.,:/#@&$£€¥+-−–=*^")
_LOOK_BACK = 16
# no minus in "plus or minus 3" and "+/-3"
_MINUS = re.compile(r"(?:\A|(?<=[\s(/]))(?<!\+/)[-−+]\Z|(?<!\w)(?<!(?i:plus.or)\s)(?<!(?i:plus)/)(?i:minus)[ -]\Z")
# "5k" and "100m" are lengths before these
_RACE = r"\s(?:run|race|walk|ride|swim|course)\b"
_LENGTH = r"-|\s(?:high|deep|tall|long|wide|race|sprint|final|above|below|away|from|north|south|east|west)\b"


@cache
def _start() -> re.Pattern[str]:
    return re.compile(rf"(?P<digits>{_DIGITS})(?P<vulgar>[½¼¾]|[ -][1-9]/[2-9](?![\d/]))?|(?P<alone>[½¼¾])|{opening()}")


@cache
def _money_before() -> re.Pattern[str]:
    money = load("figures")["money"]
    signs = "|".join(re.escape(sign) for sign in sorted([*money["signs"], *money["letters"]], key=len, reverse=True))
    codes = "|".join(money["codes"])
    return re.compile(
        r"(?<![\w$£€¥])(?:(?P<state>US|AU|HK|NZ|CA|U\.S\.)\s(?=\$))?"
        rf"(?:(?P<code>{codes})|(?P<sign>{signs}))\$?[ \u00a0]?\Z"
    )


@cache
def _magnitude() -> re.Pattern[str]:
    data = load("figures")
    words = "|".join(data["scales"])
    letters = "|".join(sorted(data["suffixes"], key=len, reverse=True))
    return re.compile(rf"(?:[ \t\u00a0]|-)?(?P<word>(?i:{words}))\b|[ \u00a0]?(?P<letter>{letters})(?![\w/°²³])")


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order, none overlapping another."""
    position, end = 0, 0
    while (match := _start().search(text, position)) is not None:
        numeral = _read(text, match)
        position = match.end()
        if numeral is not None and numeral.start >= end:
            position = end = max(numeral.end, match.end())
            yield numeral


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    if match["digits"]:
        return _digits(text, match)
    if match["alone"]:
        value = _VULGAR[match["alone"]]
        return Numeral(*match.span(), value, value, value)
    return spelled(text, match)


def _digits(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.start(), match.end()
    written = _value(match["digits"])
    if written is None:
        return None
    before = text[max(0, start - _LOOK_BACK) : start]
    money = _money_before().search(before)
    unit = _money_unit(money) if money else ""
    sign = 1.0
    if money is not None:
        start -= len(money.group())
    else:
        minus = _MINUS.search(before)
        if minus is not None:
            start -= len(minus.group())
            sign = 1.0 if minus.group() == "+" else -1.0
        elif before and _is_glued(before):
            return None
    if not match["vulgar"] and re.match(r"[.,]\d", text[end : end + 2]):
        return None
    if not money and "," not in match["digits"] and not re.search(r"[A-Z][\w.]*\s\Z|\d\s\Z", before):
        end, written = _grouped(text, match, end, written)
    written += _fraction(match["vulgar"])
    scale, end = _scale(text, end, unit)
    glued = re.match(r"\.?\d|[^\W\d_]", text[end : end + 1]) and scale != 1.0 and text[end - 1 : end].isalpha()
    if glued or (money and not _is_amount(match["digits"], money, scale)):
        return None
    if (
        unit == "USD"
        and text[start : start + 1] == "$"
        and (american := re.compile(r"[ \u00a0](?:US|U\.S\.|USD)(?!\w)").match(text, end))
    ):
        end = american.end()
    if (
        not unit
        and sign > 0
        and scale == 1.0
        and written in _SMALL
        and (ratio := ratio_of(text, start, end, int(written)))
    ):
        return ratio
    value = round(sign * written * scale, 6)
    return Numeral(start, end, value, value, written, scaled=scale != 1.0, unit=unit)


def _fraction(vulgar: str | None) -> float:
    if not vulgar:
        return 0.0
    part, _, whole = vulgar[1:].partition("/")
    return float(part) / float(whole) if whole else _VULGAR[vulgar]


def _value(digits: str) -> float | None:
    plain = re.sub(r"[,\s]", "", digits)
    whole = plain.partition(".")[0]
    # a leading zero is a code's or a clock's ("007", "0900")
    if len(whole) > _MOST_DIGITS or (len(whole) > 1 and whole.startswith("0")) or not plain.isascii():
        return None
    return float(plain)


def _is_glued(before: str) -> bool:
    last = before[-1]
    if last.isalnum() or last in _GLUED:
        return (
            re.search(
                r"(?:\d|%|[$£€]\d[\d.,]*[kmbn]*)\s?[-–]\Z|(?<!\w)(?i:sub|now|then|magnitude)-\Z|\d\s?°?[CF]\s?/\s?-?\Z|\+/[-−]\Z|\d-to-\Z|\s[–—]\Z|\w{2}[–—]\Z|[~≈]\Z",
                before,
            )
            is None
        )
    return False


def _grouped(text: str, match: re.Match[str], end: int, written: float) -> tuple[int, float]:
    groups = _PLAIN_GROUPS.match(text, end)
    if groups is None or len(match["digits"]) > 3 or "." in match["digits"]:
        return end, written
    return groups.end(), float(match["digits"] + groups.group().replace(" ", ""))


def _is_amount(digits: str, money: re.Match[str], scale: float) -> bool:
    """Tell whether digits after a sign are money: after a letter if glued, in groups or with a magnitude."""
    if money["sign"] not in load("figures")["money"]["letters"]:
        return True
    return not money.group()[-1].isspace() and ("," in digits or scale != 1.0)


def _money_unit(money: re.Match[str]) -> str:
    signs = {**load("figures")["money"]["signs"], **load("figures")["money"]["letters"]}
    if money["code"]:
        return "CNY" if money["code"] == "RMB" else str(money["code"])
    state = (money["state"] or "").replace(".", "")
    return str(signs.get(state + "$", signs[money["sign"]]) if state else signs[money["sign"]])


def _scale(text: str, end: int, unit: str) -> tuple[float, int]:
    """Return what a magnitude after the digits multiplies by, and where it ends: 1 where there is none."""
    scale, match = 1.0, _magnitude().match(text, end)
    if match is None:
        return scale, end
    data = load("figures")
    if match["word"]:
        scale, end = float(data["scales"][match["word"].lower()]), match.end()
        if scale == 1_000 and (again := re.compile(r"[ -](billion|million)\b").match(text, end)):
            scale, end = scale * data["scales"][again[1]], again.end()
        return scale, end
    letter = match["letter"]
    spaced = match.group() != letter
    if len(letter) > 1 or (unit and not spaced) or _counts_after(text, match.end(), letter, spaced=spaced):
        return float(data["suffixes"][letter]), match.end()
    return scale, end


def _counts_after(text: str, end: int, letter: str, *, spaced: bool) -> bool:
    """Tell whether a letter after digits is a magnitude by what follows: "35m of its devices", not "a 37m mast"."""
    if letter in "tT" or (spaced and letter not in "BM"):
        return False
    if letter == "k":
        return pattern(_RACE).match(text, end) is None
    if letter == "b":
        return True
    if letter == "m" and pattern(_LENGTH).match(text, end):
        return False
    return pattern(r"\sof\b").match(text, end) is not None or counted(text, end) is not None

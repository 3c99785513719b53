"""Says things in a few words: quotations, counts, shares, and what a field rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.model import Reporter, Span

# how each basis of an article's field is told to a person; others are told as they are
_BASIS = {
    "json-ld": "from the page's JSON-LD",
    "opengraph": "from the page's OpenGraph tags",
    "meta": "from the page's meta tags",
    "htmldate": "from the page's HTML",
    "html": "from the page's HTML",
    "metadata": "from the page's metadata",
    "text": "from the text",
    "byline": "from the byline",
    "dateline": "from the dateline",
    "inferred": "inferred from the text",
    "url": "from the address",
    "record": "as the record says",
    "option": "as given",
}

# what the reporter does with a content, where it is worth a word
_REPORTER = {Reporter.COMMITS: "reporter commits", Reporter.DISTANCES: "reporter keeps a distance"}

# what a terminal would act upon rather than show: controls, and marks that turn the direction of writing round
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def quoted(text: str, spans: Iterable[Span]) -> str:
    r"""Return the characters that the spans cover, on one line; " … " stands for what lies between pieces.

    >>> quoted("The fleet,\nhe said, will sail.", [Span(0, 9), Span(20, 30)])
    'The fleet … will sail.'
    """
    pieces: list[str] = []
    end: int | None = None
    for span in spans:
        piece = one_line(span.of(text))
        if pieces and end is not None and text[end : span.start].strip():
            pieces.append("…")
        if piece:
            pieces.append(piece)
        end = span.end
    return " ".join(pieces)


def one_line(text: str) -> str:
    r"""Return the text with every run of white space made one space.

    >>> one_line(" Port\n  Sella ")
    'Port Sella'
    """
    return " ".join(text.split())


def shown(text: str) -> str:
    r"""Return the text with a mark in place of every character that a terminal would act upon.

    >>> shown("Sella\x1b[2J")
    'Sella�[2J'
    """
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "story", "stories"), counted(1200, "statement")
    ('1 story', '1,200 statements')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def because(basis: str) -> str:
    """Return what a field rests on, in words.

    >>> because("opengraph"), because("ledger")
    ("from the page's OpenGraph tags", 'from ledger')
    """
    return _BASIS.get(basis, f"from {basis}")


def held(reporter: Reporter) -> str:
    """Return what the reporter does with a content, "" where it is nothing.

    >>> held(Reporter.DISTANCES), held(Reporter.NEUTRAL)
    ('reporter keeps a distance', '')
    """
    return _REPORTER.get(reporter, "")


def handed_on(number: int | None) -> str:
    """Return the words for a statement that another one, of this number, hands on; "" where none does.

    >>> handed_on(3), handed_on(None)
    ('within 3', '')
    """
    return f"within {number}" if number else ""


def denying(number: int | None) -> str:
    """Return the words for a statement that denies another one, of this number; "" where it denies none.

    >>> denying(3), denying(None)
    ('denies 3', '')
    """
    return f"denies {number}" if number else ""


def aimed(names: Iterable[str]) -> str:
    """Return the words for whom a statement is against; "" for nobody.

    >>> aimed(["Lusk", "owners"]), aimed([])
    ('against Lusk and owners', '')
    """
    listed = " and ".join(names)
    return f"against {listed}" if listed else ""


def through(names: Sequence[str]) -> str:
    """Return the authorities that a content comes through, outermost first; "" where it is one alone.

    >>> through(["agency MNA", "local fishermen"]), through(["agency MNA"])
    ('agency MNA → local fishermen', '')
    """
    return " → ".join(names) if len(names) > 1 else ""


def listed(names: Sequence[str]) -> str:
    """Return names as a person lists them.

    >>> listed(["Lusk", "Orla", "Veyra"]), listed(["Lusk"])
    ('Lusk, Orla and Veyra', 'Lusk')
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def percent(share: float) -> str:
    """Return a share of 1 in whole percents.

    >>> percent(0.384), percent(0.002), percent(0)
    ('38%', '<1%', '0%')
    """
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def times(number: int) -> str:
    """Return how often a thing stands, "" for once.

    >>> times(3), times(1)
    ('×3', '')
    """
    return f"×{number:,}" if number > 1 else ""

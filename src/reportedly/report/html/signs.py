"""Gives every source a letter, a colour and a kind of line, and every statement its anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from reportedly.model import Statement
from reportedly.report.groups import Entry, Group, group_by_source
from reportedly.report.html.palette import HUES, LINES

NO_SOURCE = "No source named"
_NOT_IN_ANCHORS = re.compile(r"[^0-9A-Za-z_-]")


@dataclass(frozen=True, slots=True)
class Sign:
    """How one source is shown: its letter ("?" where none is named), the name of its hue and its kind of line."""

    group: Group
    letter: str
    hue: str
    line: str

    @property
    def name(self) -> str:
        """Return the source's name as it stands in the article, or words that say there is none."""
        return self.group.name or NO_SOURCE

    @property
    def anchor(self) -> str:
        """Return the id of its entry in the legend, which is also the class of all that is its own."""
        return "src-none" if self.group.name is None else f"src-{self.letter}"


def signs_of(text: str, entries: Iterable[Entry]) -> tuple[Sign, ...]:
    """Return a sign for every source, in reading order."""
    signs: list[Sign] = []
    for group in group_by_source(text, entries):
        if group.name is None:
            signs.append(Sign(group, "?", "none", "dotted"))
        else:
            named = sum(sign.group.name is not None for sign in signs)
            line = LINES[named // len(HUES) % len(LINES)]
            signs.append(Sign(group, letters(named), str(named % len(HUES)), line))
    return tuple(signs)


def colours(sign: Sign) -> str:
    """Return the CSS variables that give an element a source's colours."""
    return f"--line:var(--hue-{sign.hue});--tint:var(--tint-{sign.hue});--style:{sign.line}"


def letters(number: int) -> str:
    """Return the letters of the source with this number, counted from 0, as the columns of a spreadsheet have them.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    found = ascii_uppercase[number % 26]
    return found if number < 26 else letters(number // 26 - 1) + found


def card_anchor(statement: Statement) -> str:
    """Return the id of a statement's card."""
    return card_anchor_of(statement.id)


def card_anchor_of(statement_id: str) -> str:
    """Return the id of the card of the statement with this id."""
    return f"st-{_NOT_IN_ANCHORS.sub('_', statement_id)}"


def text_anchor(statement: Statement) -> str:
    """Return the id of the place in the article where a statement begins."""
    return f"at-{_NOT_IN_ANCHORS.sub('_', statement.id)}"

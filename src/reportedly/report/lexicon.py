"""What the cue lexicon knows, and the cues of a batch of readings that it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportedly.lexicon import Cue, find_cues
from reportedly.model import Reading, Statement
from reportedly.report.phrases import counted, held, one_line, quoted

# characters of the article shown on either side of an unknown cue: about a line of a terminal together
_AROUND = 40
_WORD = re.compile(r"\w")
_CUT_AT_START = re.compile(r"^\S+")
_CUT_AT_END = re.compile(r"\S+$")


@dataclass(slots=True)
class Unknown:
    """A cue text in lower case in which the lexicon knows no word, how often it stands, and where it first does."""

    cue: str
    count: int
    example: str
    file: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready values."""
        return {"cue": self.cue, "count": self.count, "example": self.example, "file": self.file}


class UnknownCues:
    """Collects unknown cues from readings; it keeps one example of each and no text."""

    def __init__(self) -> None:
        self._found: dict[str, Unknown] = {}

    def add(self, reading: Reading) -> None:
        """Take in the unknown cues of a reading's statements; a cue without words (a colon, nothing) is none."""
        text = reading.article.text
        for statement in reading.statements:
            cue = quoted(text, statement.cue).lower()
            if cue in self._found:
                self._found[cue].count += 1
            elif _WORD.search(cue) and not find_cues(cue):
                self._found[cue] = Unknown(cue, 1, _around(text, statement), reading.article.file)

    def ranked(self) -> list[Unknown]:
        """Return what was found, the most frequent first, then by the alphabet."""
        return sorted(self._found.values(), key=lambda unknown: (-unknown.count, unknown.cue))


def cue_dict(cue: Cue) -> dict[str, Any]:
    """Return an entry of the lexicon as JSON-ready values."""
    return {
        "id": cue.id,
        "stance": cue.stance.value,
        "reporter": cue.reporter.value,
        "plover": cue.plover,
        "forms": [*cue.forms, *cue.nouns, *cue.fixed],
        "example": cue.example,
    }


def render_cues(cues: Iterable[Cue]) -> str:
    """Return the entries as text, stance by stance, a line each."""
    parts: list[str] = []
    for stance, entries in groupby(cues, key=lambda cue: cue.stance):
        members = list(entries)
        lines = "".join(f"  {_line(cue)}\n" for cue in members)
        parts.append(f"{stance.value}  {counted(len(members), 'entry', 'entries')}\n{lines}")
    return "\n".join(parts)


def render_unknown(found: Iterable[Unknown]) -> str:
    """Return the unknown cues as text: count and cue, and the example beneath."""
    lines = [f"{one.count:>5}  {one.cue}\n       {_example(one)}\n" for one in found]
    return "".join(lines) or "The lexicon knows a word of every cue.\n"


def _line(cue: Cue) -> str:
    forms = ", ".join((*cue.forms, *cue.nouns, *cue.fixed))
    marks = [mark for mark in (held(cue.reporter), cue.plover) if mark]
    return " · ".join([f"{cue.id}: {forms}", *marks])


def _example(unknown: Unknown) -> str:
    return f"{unknown.example}  ({unknown.file})" if unknown.file else unknown.example


def _around(text: str, statement: Statement) -> str:
    """Return the words around a cue on one line, "…" where the text goes on; words cut in two are left out."""
    first, last = statement.cue[0].start, statement.cue[-1].end
    before, after = text[max(0, first - _AROUND) : first], text[last : last + _AROUND]
    if first > _AROUND:
        before = f"… {_CUT_AT_START.sub('', before)}"
    if last + _AROUND < len(text):
        after = f"{_CUT_AT_END.sub('', after)} …"
    return one_line(f"{before}{text[first:last]}{after}")

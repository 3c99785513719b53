"""Decides what a line is from its words alone: the rules of data/en/zones.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly import lexicon
from reportedly.errors import DataError
from reportedly.model import ZoneKind

_LONGEST = 4_000  # characters; the longest rule is for 120 words, and a megabyte of dots would be tried for minutes
_PLACES = ("any", "head", "body", "tail")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: blocks of at most `max_words` words that match `pattern` at `where` are of `kind`."""

    id: str
    kind: ZoneKind
    where: str
    max_words: int
    pattern: re.Pattern[str]
    example: str
    counter: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order in which they are tried; DataError if one of them is damaged."""
    return tuple(_rule(entry) for entry in lexicon.load("zones")["rule"])


def rule_for(words: str, where: str = "body") -> Rule | None:
    """Return the first rule that a whole block fits; `where` is "head", "body" (between the two) or "tail".

    >>> rule_for("Photo: A. Lume/MNA").id
    'picture-credit'
    >>> rule_for("The ferry sank off Orvane on Monday, the Coast Guard said.") is None
    True
    """
    if len(words) > _LONGEST:
        return None
    count = words.count(" ") + 1
    for rule in rules():
        if count <= rule.max_words and rule.where in ("any", where) and rule.pattern.match(words):
            return rule
    return None


def _rule(entry: dict[str, Any]) -> Rule:
    where = entry.get("where", "any")
    if where not in _PLACES:
        raise DataError(f"zones.toml: rule {entry['id']}: where must be one of {', '.join(_PLACES)}")
    try:
        pattern = re.compile(entry["pattern"], re.DOTALL | (0 if entry.get("case") else re.IGNORECASE))
    except re.error as error:
        raise DataError(f"zones.toml: rule {entry['id']}: {error}") from error
    return Rule(
        entry["id"], ZoneKind(entry["kind"]), where, entry["max_words"], pattern, entry["example"], entry["counter"]
    )

"""Repeats: a statement printed twice on a page (a caption under each photo, a summary above) counts once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.model import Span, Statement

_LETTERS = re.compile(r"\w+")
_Key = tuple[tuple[str, ...], ...]


def without_repeats(text: str, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements in order, of those with the same words in source, cue and content only the first.

    Case, punctuation and white space do not count.
    """
    kept: dict[_Key, Statement] = {}
    for statement in statements:
        roles = (statement.source, statement.cue, statement.content)
        kept.setdefault(tuple(_words(text, role) for role in roles), statement)
    return list(kept.values())


def _words(text: str, role: Iterable[Span]) -> tuple[str, ...]:
    return tuple(word for span in role for word in _LETTERS.findall(span.of(text).casefold()))

"""Repeats: a statement printed twice on a page (a caption under each photo, a summary above) counts once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.model import Span, Statement

_LETTERS = re.compile(r"\w+")
_Key = tuple[tuple[str, ...], ...]


def without_repeats(text: str, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements in order, of those with the same words in source, cue and content only the first.

    Case, punctuation and white space do not count. What names a repeat, as parent or
    as what it denies, names the first instead.
    """
    kept: dict[_Key, Statement] = {}
    first: dict[str, str] = {}  # of every statement's id, the id of the one that stays for it
    for statement in statements:
        roles = (statement.source, statement.cue, statement.content)
        stays = kept.setdefault(tuple(_words(text, role) for role in roles), statement)
        first[statement.id] = stays.id
    return [
        replace(item, parent=first.get(item.parent or ""), denies=first.get(item.denies or ""))
        for item in kept.values()
    ]


def _words(text: str, role: Iterable[Span]) -> tuple[str, ...]:
    return tuple(word for span in role for word in _LETTERS.findall(span.of(text).casefold()))

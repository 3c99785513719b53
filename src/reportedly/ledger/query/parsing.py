"""Reads a query as a person types it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from reportedly.errors import BadQuery
from reportedly.ledger.query.tree import Field, Node, Query, all_of, any_of, none_of
from reportedly.ledger.query.values import leaf_of, nearest
from reportedly.ledger.words import words

# bounds that no person reaches by hand: they keep the work that a query makes small
LONGEST = 2_000
DEEPEST = 20
MOST_CONDITIONS = 100

_QUOTES = '"“”„‟«»〝〞＂'
_QUOTED = rf"[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}](?P<star>\*?)"
# "10:30" and "https://…" are no fields
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    |(?P<open>\()|(?P<close>\))
    |(?P<not>-(?=[^\s)]))
    |(?P<field>[^\W\d_]+):(?!//)
    |{_QUOTED}
    |(?P<unclosed>[{_QUOTES}])
    |(?P<word>[^\s(){_QUOTES}]+)""",
    re.X,
)
_VALUE = re.compile(rf"{_QUOTED}|(?P<word>[^\s(){_QUOTES}]+)")
_OPERATORS = {"AND": "and", "OR": "or", "NOT": "not"}


def parse(text: str) -> Query:
    """Return what a query means. Raises BadQuery: one line with the place of the fault and what to do about it.

    >>> str(parse('“Cut the cable” (stance:denies OR stance:says) -publisher:courier'))
    '"cut the cable" (stance:denies OR stance:says) -publisher:courier'
    >>> parse("stance:shouts")
    Traceback (most recent call last):
    reportedly.errors.BadQuery: at character 1: unknown stance “shouts”; write one of: says, denies, accuses, ...
    """
    if len(text) > LONGEST:
        raise BadQuery(f"the query has {len(text):,} characters; {LONGEST:,} are the most")
    return Query(_Parser(text).query())


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of the text: its kind, what it says, where it begins, and the value of a field but for "field:(…)"."""

    kind: str
    text: str
    at: int
    value: str | None = None


def _tokens(text: str) -> list[_Token]:
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        assert match is not None  # any character begins a token
        token = _token(match)
        at = match.end()
        if token and token.kind == "field" and (value := _VALUE.match(text, at)):
            token = replace(token, value=_told(value))
            at = value.end()
        if token:
            tokens.append(token)
    return tokens


def _token(match: re.Match[str]) -> _Token | None:
    """Return the token that was found, None for what means nothing."""
    kind, told = _kind(match), _told(match)
    if kind == "word" and told in _OPERATORS:
        kind = _OPERATORS[told]
    if kind == "word" and not words(told) and "*" not in told:
        return None  # a sign that stands alone, as in "fish & chips"
    if kind == "not" and match.start() and match.group() == "-" and match.string[match.start() - 1] in f"){_QUOTES}":
        return None  # a dash behind a quotation
    return None if kind == "space" else _Token(kind, told, match.start())


def _kind(match: re.Match[str]) -> str:
    return "quoted" if match["quoted"] is not None else str(match.lastgroup)


def _told(match: re.Match[str]) -> str:
    if match["quoted"] is not None:
        return match["quoted"] + match["star"]
    return str(match[match.lastgroup or 0])


class _Parser:
    """Reads OR of AND of NOT of conditions, from left to right."""

    def __init__(self, text: str) -> None:
        self._end = _Token("end", "", len(text))
        self._tokens = _tokens(text)
        self._next = 0
        self._depth = 0
        self._conditions = 0
        self._field = Field.TEXT

    def query(self) -> Node | None:
        if not self._tokens:
            return None
        found = self._either()
        if self._token.kind == "close":
            raise _fault(self._token, "a “)” without its “(”; take it away")
        return found

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next] if self._next < len(self._tokens) else self._end

    def _take(self) -> _Token:
        token = self._token
        self._next += 1
        return token

    def _either(self) -> Node:
        parts = [self._together()]
        while self._token.kind == "or":
            self._take()
            parts.append(self._together())
        return any_of(parts)

    def _together(self) -> Node:
        parts = [self._one()]
        while self._token.kind not in ("or", "close", "end"):
            if self._token.kind == "and":
                self._take()
            parts.append(self._one())
        return all_of(parts)

    def _one(self) -> Node:
        token = self._take()
        if token.kind == "not":
            return self._nested(token, lambda: none_of(self._one()))
        if token.kind == "open":
            return self._nested(token, self._group)
        self._conditions += 1
        if self._conditions > MOST_CONDITIONS:
            raise _fault(token, f"more than {MOST_CONDITIONS} conditions; ask in several queries")
        if token.kind == "field":
            return self._filter(token)
        if token.kind in ("word", "quoted"):
            return _leaf(token, self._field, token.text)
        raise _misplaced(token)

    def _nested(self, token: _Token, read: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _fault(token, f"more than {DEEPEST} parentheses or negations within one another; write it flatter")
        found = read()
        self._depth -= 1
        return found

    def _group(self) -> Node:
        begun = self._tokens[self._next - 1]
        found = self._either()
        if self._take().kind != "close":
            raise _fault(begun, "a “(” without its “)”; close it")
        return found

    def _filter(self, token: _Token) -> Node:
        field = _field_of(token)
        if self._field is not Field.TEXT:
            raise _fault(token, f"a field within {self._field}:(…); close the parenthesis first")
        if token.value is not None:
            return _leaf(token, field, token.value)
        if self._token.kind != "open":
            raise (
                _misplaced(self._token)
                if self._token.kind == "unclosed"
                else _fault(
                    token,
                    f"nothing behind “{token.text}:”; write {token.text}:VALUE without a space, or quote the words",
                )
            )
        self._field = field
        found = self._nested(self._take(), self._group)
        self._field = Field.TEXT
        return found


def _leaf(token: _Token, field: Field, value: str) -> Node:
    try:
        return leaf_of(field, value)
    except BadQuery as error:
        raise _fault(token, str(error)) from error


def _field_of(token: _Token) -> Field:
    name = token.text.lower()
    if name not in tuple(Field):
        known = [str(field) for field in Field]
        near = nearest(name, known) or f"; the fields are {', '.join(known)}"
        raise _fault(token, f"unknown field “{token.text}”{near} (to find the words as they stand, quote them)")
    return Field(name)


def _misplaced(token: _Token) -> BadQuery:
    if token.kind == "unclosed":
        return _fault(token, "quotation marks without their end; close them")
    if token.kind == "close":
        return _fault(token, "nothing between here and what stands before; write something, or take the “)” away")
    if token.kind == "end":
        return _fault(token, "the query ends where something to look for should follow")
    return _fault(token, f"{token.text} joins two things, and one is missing; to find the word itself, quote it")


def _fault(token: _Token, says: str) -> BadQuery:
    # what a person typed may hold line breaks
    return BadQuery(f"at character {token.at + 1}: {' '.join(says.split())}")

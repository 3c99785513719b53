"""The chains of authorities that the contents of statements come through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportedly.model import Statement


class Chains:
    """The statements of an article, to follow each outwards to who hands it on and inwards to whom it rests on."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._by_id = {item.id: item for item in statements}
        # whom a statement's source cites for the same content
        self._cited = {
            item.parent: item
            for item in reversed(self._by_id.values())
            if item.parent in self._by_id and self._by_id[item.parent].content == item.content
        }

    def of(self, statement: Statement) -> tuple[str, ...]:
        """Return the ids of the authorities that a statement's content comes through, outermost first."""
        outer = list(_line(statement, lambda item: self._by_id.get(item.parent or "")))
        inner = list(_line(statement, lambda item: self._cited.get(item.id)))
        return tuple(dict.fromkeys(source for item in (*reversed(outer), *inner) for source in item.sources))


def _line(statement: Statement, follow: Callable[[Statement], Statement | None]) -> Iterator[Statement]:
    """Yield a statement, the one that it leads to, and so on; each once, however they lead."""
    seen: set[str] = set()
    at: Statement | None = statement
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        at = follow(at)

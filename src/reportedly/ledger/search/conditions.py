"""Turns the conditions of a query into SQL, the same on both databases but for the index of words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    UnaryExpression,
    and_,
    false,
    func,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.sql.operators import custom_op

from reportedly.ledger.query.tree import And, During, Exactly, Field, Leaf, Node, Not, Or, Score, Unknown, Words
from reportedly.ledger.search import word_index
from reportedly.ledger.search.name_index import bearers, begins
from reportedly.ledger.tables.schema import (
    article,
    entity,
    party,
    place,
    profile,
    statement,
    statement_label,
    statement_place,
)
from reportedly.model import StatementKind

Condition = ColumnElement[bool]
Keys = Select[int]

_KINDS = tuple(StatementKind)
# what may follow the host in an address
_BEHIND_HOST = ("/", ":", "?", "#")


class Columns:
    """The columns of `statement` as conditions write them.

    SQLite takes no index for a column with a "+" before it (https://sqlite.org/optoverview.html): a condition on such
    columns is only checked, on statements that another condition has found.
    """

    def __init__(self, *, checked: bool) -> None:
        self._checked = checked

    def __getitem__(self, name: str) -> ColumnElement[Any]:
        column = statement.c[name]
        return only_checked(column) if self._checked else column

    def among(self, links: Links) -> Condition:
        """Return the condition that a statement is linked; where it is only checked, no list of all is made for it."""
        if not self._checked:
            return statement.c.id.in_(links.keys())
        other = only_checked(links.other)
        table = links.statement.table
        found = select(links.statement).where(links.statement == statement.c.id, *links.fixed, other.in_(links.others))
        return found.correlate(statement).select_from(table).exists()


@dataclass(frozen=True, slots=True)
class Links:
    """Rows of a table that links statements to something: those with one of `others`, and what is `fixed` of them."""

    statement: ColumnElement[int]
    other: ColumnElement[int]
    others: Keys | CompoundSelect[int]
    fixed: tuple[Condition, ...] = ()

    def keys(self) -> Keys:
        """Return what lists the keys of the statements."""
        return select(self.statement).where(self.other.in_(self.others), *self.fixed)


def only_checked(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a column as SQLite writes one that no index is to serve."""
    return UnaryExpression(column, operator=_PLUS, type_=column.type)


_PLUS: custom_op[Any] = custom_op("+")
ASKED = Columns(checked=False)
CHECKED = Columns(checked=True)


def holds(node: Node | None, dialect: str, columns: Columns = ASKED) -> Condition:
    """Return the condition on `statement` that a part of a query is; an absent value makes it false, not unknown."""
    if node is None:
        return true()
    if word_index.is_of_words(node):
        return columns["id"].in_(word_index.matching(node, dialect))
    if isinstance(node, And):
        return and_(*(holds(part, dialect, columns) for part in node.parts))
    if isinstance(node, Or):
        return or_(*(holds(part, dialect, columns) for part in node.parts))
    if isinstance(node, Not):
        return not_(func.coalesce(holds(node.part, dialect, columns), false()))
    return _of_leaf(node, columns)


def is_looked_up(node: Node) -> bool:
    """Tell whether a condition takes more to check than a look at the row of the statement."""
    return isinstance(node, And | Or | Not) or word_index.is_of_words(node) or _linked(node) is not None


def keys(node: Node, dialect: str) -> Keys | None:
    """Return what lists the keys of the statements that a condition holds of, None where no index has such a list."""
    if word_index.is_of_words(node):
        return word_index.matching(node, dialect)
    if isinstance(node, And | Or | Not | Score):
        return None
    links = _linked(node)
    return select(statement.c.id).where(_of_leaf(node, ASKED)) if links is None else links.keys()


def likely_keys(node: Node, dialect: str) -> Keys | None:
    """Return what lists about as many keys as `keys`, and is always quick to begin.

    No index finds the intervals that overlap some days without passing all those before: those that begin on them do.
    """
    if not isinstance(node, During) or node.field is Field.ADDED or not node.start:
        return keys(node, dialect)
    start = statement.c[f"{node.field}_start"]
    until = [start < _minute(node.end)] if node.end else []
    return select(statement.c.id).where(start >= _minute(node.start), *until)


def _of_leaf(leaf: Leaf, columns: Columns) -> Condition:
    links = _linked(leaf)
    return _COLUMNS[leaf.field](leaf, columns) if links is None else columns.among(links)


def _linked(leaf: Leaf) -> Links | None:
    """Return the links that a condition asks for, None where it is on the statement itself."""
    if not isinstance(leaf, Words | Exactly) or (isinstance(leaf, Exactly) and leaf.value in _KINDS):
        return None
    make = _LINKS.get(leaf.field)
    return make(leaf) if make else None


def _names(leaf: Words | Exactly, kind: str) -> Keys:
    assert isinstance(leaf, Words)
    return bearers(kind, leaf.words, prefix=leaf.prefix)


def _parties(role: str, profiles: Keys | CompoundSelect[int]) -> Links:
    return Links(party.c.statement, party.c.profile, profiles, (party.c.role == role,))


def _actor(role: str) -> Callable[[Words | Exactly], Links]:
    def linked(leaf: Words | Exactly) -> Links:
        other, named = entity.alias("other"), profile.alias("named")
        if isinstance(leaf, Exactly):
            standing = select(other.c.stands).where(other.c.entity_id == leaf.value)
        else:
            # whoever is called so in some article is meant by all names that are known
            standing = (
                select(other.c.stands)
                .join(named, named.c.entity == other.c.id)
                .where(named.c.id.in_(_names(leaf, "source")))
            )
        return _parties(role, _profiles_of(standing))

    return linked


def _profiles_of(standing: Keys) -> Keys:
    """Return the profiles of the entities that others stand for."""
    other = entity.alias("stood_for")
    return select(profile.c.id).join(other, other.c.id == profile.c.entity).where(other.c.stands.in_(standing))


def _kind(leaf: Words | Exactly) -> Links:
    assert isinstance(leaf, Exactly)
    return _parties("source", _profiles_of(select(entity.c.id).where(entity.c.kind == leaf.value)))


def _country(leaf: Words | Exactly) -> Links:
    """Return who is of a country by what the article says, or if it says none, by what is known of that one."""
    assert isinstance(leaf, Exactly)
    own = select(profile.c.id).where(profile.c.country == leaf.value)
    known = _profiles_of(select(entity.c.id).where(entity.c.country == leaf.value)).where(
        func.length(profile.c.country) == 0
    )  # not by its index: of most none is told
    return _parties("source", own.union_all(known))


def _role(leaf: Words | Exactly) -> Links:
    return _parties("source", _names(leaf, "role"))


def _label(leaf: Words | Exactly) -> Links:
    return Links(statement_label.c.statement, statement_label.c.label, _names(leaf, "label"))


def _place(leaf: Words | Exactly) -> Links:
    if isinstance(leaf, Words):
        places = _names(leaf, "place")
    elif leaf.value.isdigit():
        places = select(place.c.id).where(place.c.geonameid == int(leaf.value))
    else:
        places = select(place.c.id).where(place.c.country == leaf.value)
    return Links(statement_place.c.statement, statement_place.c.place, places)


_LINKS: Mapping[Field, Callable[[Words | Exactly], Links]] = {
    Field.SOURCE: _actor("source"),
    Field.AGAINST: _actor("against"),
    Field.ROLE: _role,
    Field.LABEL: _label,
    Field.PLACE: _place,
    Field.COUNTRY: _country,
    Field.KIND: _kind,
}


def _equal(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, Exactly)
    return columns[leaf.field] == leaf.value


def _publisher(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, Words)
    return columns["publisher"].in_(_names(leaf, "publisher"))


def _review(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, Exactly)
    if leaf.value in ("any", "none"):
        return columns["reviewed"] == (true() if leaf.value == "any" else false())
    return columns["verdict"] == leaf.value


def _of_articles(columns: Columns, condition: Condition) -> Condition:
    return columns["article"].in_(select(article.c.id).where(condition))


def _url(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, Exactly)
    if "://" in leaf.value:
        return _of_articles(columns, begins(article.c.url, leaf.value))
    host, slash, path = leaf.value.partition("/")
    beginnings = [f"{scheme}://{www}{host}" for scheme in ("https", "http") for www in ("", "www.")]
    if slash:
        return _of_articles(columns, or_(*(begins(article.c.url, f"{one}/{path}") for one in beginnings)))
    same = [article.c.url.in_(beginnings)]
    return _of_articles(
        columns, or_(*same, *(begins(article.c.url, one + sign) for one in beginnings for sign in _BEHIND_HOST))
    )


def _article(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, Exactly)
    return _of_articles(columns, begins(article.c.article_id, leaf.value))


def _statement(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, Exactly)
    return begins(columns["statement_id"], leaf.value)


def _time(leaf: Leaf, columns: Columns) -> Condition:
    start, end = columns[f"{leaf.field}_start"], columns[f"{leaf.field}_end"]
    if isinstance(leaf, Unknown):
        return start.is_(None)
    assert isinstance(leaf, During)
    bounds = []
    if leaf.end:
        bounds.append(start < _minute(leaf.end))
    if leaf.start:
        bounds.append(end > _minute(leaf.start))
    return and_(*bounds)


def _added(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, During)
    bounds = []
    if leaf.start:
        bounds.append(article.c.added_at >= _minute(leaf.start))
    if leaf.end:
        bounds.append(article.c.added_at < _minute(leaf.end))
    return _of_articles(columns, and_(*bounds))


def _minute(day: date) -> str:
    return f"{day.isoformat()}T00:00"


def _score(leaf: Leaf, columns: Columns) -> Condition:
    assert isinstance(leaf, Score)
    column = columns["score"]
    compared = {"<": column < leaf.value, "<=": column <= leaf.value, ">": column > leaf.value}
    return compared.get(leaf.sign, column >= leaf.value)


_COLUMNS: Mapping[Field, Callable[[Leaf, Columns], Condition]] = {
    Field.PUBLISHER: _publisher,
    Field.KIND: _equal,
    Field.STANCE: _equal,
    Field.REPORTER: _equal,
    Field.VOICE: _equal,
    Field.REVIEW: _review,
    Field.URL: _url,
    Field.ARTICLE: _article,
    Field.STATEMENT: _statement,
    Field.SAID: _time,
    Field.PUBLISHED: _time,
    Field.ADDED: _added,
    Field.SCORE: _score,
}

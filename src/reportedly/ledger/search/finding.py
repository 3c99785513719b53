"""Finds the statements that a query asks for: how many, one page of them, and their facets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, UnaryExpression, func, literal, select, union_all

from reportedly.ledger.query.tree import Query
from reportedly.ledger.search import facets as counting
from reportedly.ledger.search.conditions import Keys
from reportedly.ledger.search.found import Actor, Found, Page, Row, Sort, SortKey
from reportedly.ledger.search.keys import within
from reportedly.ledger.search.plans import Plan, plan
from reportedly.ledger.tables.schema import article, entity, party, profile, publisher, statement

# what holds of more is not gathered and sorted whole (some 2 µs each): a page of it is found faster by walking
_MANY = 100_000
# counting the facets of as many takes some 80 ms; a share of more, counted on them, is right to about one in a hundred
MOST_COUNTED = 5_000

# as much of the file, and no more than a process of 64 bits can map
_MAPPED_BYTES = 16 * 2**30

_FIRST_PAGE = Page()
_NEWEST_FIRST = Sort()
_TOTAL, _ON_PAGE, _COUNTED = 0, 1, 2


def find(
    connection: Connection,
    query: Query,
    page: Page = _FIRST_PAGE,
    sort: Sort = _NEWEST_FIRST,
    *,
    facets: bool = False,
) -> Found:
    """Return what a query finds: the total, one page of statements in order and, if asked for, their facets.

    Facets of more than MOST_COUNTED statements are counted on a sample, and say so. Equal on both databases.
    """
    _map_file(connection)
    hits = _search(connection, plan(query.root, connection), _Wanted(page, sort, MOST_COUNTED if facets else 0))
    rows = rows_of(connection, hits.page, sort)
    return Found(hits.total, rows, counting.count(connection, hits.sample) if facets else None)


def _map_file(connection: Connection) -> None:
    """Let SQLite read through the memory of the system, without copies, from now on: it halves the time of a search.

    Only searches do so, since what a process has read then counts as its memory.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA mmap_size = {_MAPPED_BYTES}")


def matching(connection: Connection, query: Query) -> frozenset[str]:
    """Return the ids of all statements that a query finds."""
    found = select(statement.c.statement_id).where(plan(query.root, connection).gathering)
    return frozenset(connection.execute(found).scalars())


@dataclass(frozen=True, slots=True)
class _Wanted:
    page: Page
    sort: Sort
    sample: int


@dataclass(frozen=True, slots=True)
class _Hits:
    """How many statements are found, and the internal keys of those on the page and of those that facets count."""

    total: int
    page: Sequence[int]
    sample: Sequence[int]


def _search(connection: Connection, made: Plan, wanted: _Wanted) -> _Hits:
    if made.listed is not None and _are_many(connection, made.listed):
        return _walked(connection, made, wanted)
    return _gathered(connection, made, wanted) or _walked(connection, made, wanted)


def _are_many(connection: Connection, listed: Keys) -> bool:
    some = listed.limit(_MANY + 1).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one() > _MANY


def _gathered(connection: Connection, made: Plan, wanted: _Wanted) -> _Hits | None:
    """Search by gathering all statements found, once, and sorting them; None where they are very many."""
    columns = (statement.c.id, statement.c.statement_id, _sorted_by(wanted.sort.key).label("sorted_by"))
    hits = select(*columns).where(made.gathering).limit(_MANY + 1).cte("hits")
    on_page = _cut(select(hits.c.id).order_by(*_order(wanted.sort, hits.c.sorted_by, hits.c.statement_id)), wanted.page)
    counted = select(hits.c.id).order_by(hits.c.statement_id).limit(wanted.sample)
    parts = [select(literal(_TOTAL).label("part"), func.count().label("value")).select_from(hits)]
    for part, keys in ((_ON_PAGE, on_page), (_COUNTED, counted)):
        some = keys.subquery()
        parts.append(select(literal(part), some.c.id))
    found: dict[int, list[int]] = defaultdict(list)
    for part, value in connection.execute(union_all(*parts)):
        found[part].append(value)
    total = found[_TOTAL][0]
    return _Hits(total, found[_ON_PAGE], found[_COUNTED]) if total <= _MANY else None


def _walked(connection: Connection, made: Plan, wanted: _Wanted) -> _Hits:
    """Search by walking through the statements in order until enough are found: for what holds of very many."""
    order = _order(wanted.sort, _sorted_by(wanted.sort.key), statement.c.statement_id)
    found = select(statement.c.id).where(made.checking)
    on_page = connection.execute(_cut(found.order_by(*order), wanted.page)).scalars().all()
    counted = found.order_by(statement.c.statement_id).limit(wanted.sample)
    sample = connection.execute(counted).scalars().all() if wanted.sample else []
    return _Hits(_total(connection, made), on_page, sample)


def _total(connection: Connection, made: Plan) -> int:
    if made.listed is None:
        query = select(func.count()).select_from(statement).where(made.gathering)
    else:
        (key,) = made.listed.selected_columns
        query = made.listed.with_only_columns(func.count(key.distinct()) if _repeats(key) else func.count())
    return connection.execute(query).scalar_one()


def _repeats(key: ColumnElement[int]) -> bool:
    """Tell whether a list may name a statement twice: one of those that link statements to something else."""
    return key.key == "statement"


def _cut(query: Select[int], page: Page) -> Select[int]:
    return query.limit(page.size).offset(page.offset)


def _sorted_by(key: SortKey) -> ColumnElement[Any]:
    """Return what statements are sorted by."""
    if key is SortKey.ADDED:
        arrival = article.alias("arrival")
        return select(arrival.c.added_at).where(arrival.c.id == statement.c.article).scalar_subquery()
    if key is SortKey.SOURCE:
        standing = entity.alias("standing")
        return (
            select(standing.c.name)
            .join(entity, entity.c.stands == standing.c.id)
            .join(profile, profile.c.entity == entity.c.id)
            .join(party, party.c.profile == profile.c.id)
            .where(party.c.statement == statement.c.id, party.c.role == "source", party.c.ordinal == 0)
            .scalar_subquery()
        )
    columns = {SortKey.PUBLISHED: "published_start", SortKey.SAID: "said_start", SortKey.SCORE: "score"}
    return statement.c[columns[key]]


def _order(
    sort: Sort, key: ColumnElement[Any], statement_id: ColumnElement[str]
) -> tuple[UnaryExpression[Any] | ColumnElement[Any], ...]:
    return (key.desc() if sort.descending else key.asc()).nulls_last(), statement_id


_OWN = (
    "statement_id", "published_start", "published_end", "said_start", "said_end", "kind", "stance", "reporter", "voice",
    "source", "cue", "content", "score", "verdict",
)  # fmt: skip


def rows_of(connection: Connection, keys: Sequence[int], sort: Sort = _NEWEST_FIRST) -> tuple[Row, ...]:
    """Return the statements with these internal keys, in order, as a list shows them."""
    if not keys:
        return ()
    query = (
        select(
            statement.c.id,
            *(statement.c[name] for name in _OWN),
            article.c.article_id,
            article.c.title,
            article.c.url,
            article.c.file,
            publisher.c.name.label("publisher"),
        )
        .join(article, article.c.id == statement.c.article)
        .outerjoin(publisher, publisher.c.id == statement.c.publisher)
        .where(within(statement.c.id, keys, connection))
        .order_by(*_order(sort, _sorted_by(sort.key), statement.c.statement_id))
    )
    actors = _actors(connection, keys)
    rows = []
    for found in connection.execute(query):
        fields = dict(found._mapping)
        key = fields.pop("id")
        rows.append(Row(**fields, speakers=actors[key, "source"], against=actors[key, "against"]))
    return tuple(rows)


def _actors(connection: Connection, keys: Sequence[int]) -> dict[tuple[int, str], tuple[Actor, ...]]:
    """Return who speaks ("source") in each statement, and who is spoken against, in the order of the text."""
    standing = entity.alias("standing")
    query = (
        select(party.c.statement, party.c.role, standing.c.entity_id, standing.c.name)
        .join(profile, profile.c.id == party.c.profile)
        .join(entity, entity.c.id == profile.c.entity)
        .join(standing, standing.c.id == entity.c.stands)
        .where(within(party.c.statement, keys, connection), party.c.role != "chain")
        .order_by(party.c.statement, party.c.role, party.c.ordinal)
    )
    found: dict[tuple[int, str], dict[Actor, None]] = defaultdict(dict)
    for key, role, entity_id, name in connection.execute(query):
        found[key, role][Actor(entity_id, name)] = None
    return defaultdict(tuple, {key: tuple(actors) for key, actors in found.items()})

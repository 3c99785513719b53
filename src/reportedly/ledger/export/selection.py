"""What is exported, article by article: the one place where every format gets its readings from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.ledger.keeping.kept import Kept, all_kept
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.force import in_force
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.tables import schema
from reportedly.model import Reading, Statement

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Selection:
    """The statements that are exported, by their ids; None is everything."""

    statements: frozenset[str] | None = None


EVERYTHING = Selection()

_STANDING = schema.entity.alias()
_PARTIES = (
    select(schema.party.c.local, _STANDING.c.entity_id, _STANDING.c.name)
    .join(schema.statement, schema.statement.c.id == schema.party.c.statement)
    .join(schema.profile, schema.profile.c.id == schema.party.c.profile)
    .join(schema.entity, schema.entity.c.id == schema.profile.c.entity)
    .join(_STANDING, _STANDING.c.id == schema.entity.c.stands)
    .distinct()
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or body across the ledger, by its id and name there."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """The last that a person has said of a statement: right or wrong, with who, when and why."""

    verdict: str | None = None
    reviewed: bool = False
    who: str | None = None
    at: str | None = None
    why: str | None = None


NO_NOTE = Note()


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article that is exported, with all that formats tell of it.

    `reading` is what holds, with what people have corrected; the machine's own is `kept.reading`. `statements` are
    those of `reading` that were chosen. `entities` maps the id of a source within the article to who it is across the
    ledger, `notes` the id of a statement to what people say of it.
    """

    kept: Kept
    reading: Reading
    statements: tuple[Statement, ...]
    entities: Mapping[str, Entity]
    notes: Mapping[str, Note]


def readings(connection: Connection, selection: Selection = EVERYTHING) -> Iterator[Chosen]:
    """Yield the chosen articles in the order of their ids, a few at a time, however many there are."""
    for one in all_kept(connection, article_ids(connection, selection)):
        # corrections are laid over the machine's reading here, and nowhere else in an export
        reading = standing(connection, one.reading).reading
        statements = tuple(
            statement
            for statement in reading.statements
            if selection.statements is None or statement.id in selection.statements
        )
        yield Chosen(one, reading, statements, _entities(connection, one.key), _notes(connection, one))


def article_ids(connection: Connection, selection: Selection) -> list[str] | None:
    """Return the ids of the articles that hold what was chosen, in order; None for all."""
    if selection.statements is None:
        return None
    wanted = sorted(selection.statements)
    found: set[str] = set()
    for begin in range(0, len(wanted), _AT_ONCE):
        query = (
            select(schema.article.c.article_id)
            .join(schema.statement, schema.statement.c.article == schema.article.c.id)
            .where(schema.statement.c.statement_id.in_(wanted[begin : begin + _AT_ONCE]))
        )
        found.update(connection.execute(query).scalars())
    return sorted(found)


def _entities(connection: Connection, article: int) -> dict[str, Entity]:
    found = connection.execute(_PARTIES.where(schema.statement.c.article == article))
    return {local: Entity(entity_id, name) for local, entity_id, name in found}


def _notes(connection: Connection, article: Kept) -> dict[str, Note]:
    """Return what people say of the statements of an article; those that no review is about are left out."""
    table = schema.statement
    query = select(table.c.statement_id, table.c.verdict).where(table.c.article == article.key, table.c.reviewed)
    verdicts: dict[str, str | None] = {row.statement_id: row.verdict for row in connection.execute(query)}
    if not verdicts:
        return {}
    last = {review.target: review for review in in_force(log.of_article(connection, article.article_id))}
    return {
        one: Note(verdict, reviewed=True, who=last[one].who, at=last[one].at, why=last[one].why)
        for one, verdict in verdicts.items()
    }

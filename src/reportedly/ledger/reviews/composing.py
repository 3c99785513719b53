"""Makes reviews of what a person says: finds the words, sources, times and places that are meant."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from reportedly.errors import BadReview
from reportedly.ledger.keeping.entities import machine_columns
from reportedly.ledger.keeping.kept import Kept, kept
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.force import undone_by
from reportedly.ledger.reviews.identities import identities, path
from reportedly.ledger.reviews.locating import spans_of
from reportedly.ledger.reviews.moments import interval_of
from reportedly.ledger.reviews.overlay import Effective
from reportedly.ledger.reviews.places import place_of
from reportedly.ledger.reviews.review import About, Review, Value, Verb, source_target
from reportedly.ledger.reviews.snapshot import described_source, interval, snapshot
from reportedly.ledger.reviews.speakers import entity_row, source_of, speakers_at, speakers_of
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.reviews.subjects import Subject, subject
from reportedly.ledger.reviews.values import ROLES, check
from reportedly.ledger.tables import schema
from reportedly.model import Article, Reading, Span, Statement, statement_id

VARIABLE = "REPORTEDLY_REVIEWER"
_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def reviewer(named: str | None = None) -> str:
    """Return who reviews: who is named, else $REPORTEDLY_REVIEWER, else the login name. Raises BadReview."""
    who = named or os.environ.get(VARIABLE)
    try:
        return who or getpass.getuser()
    except (OSError, KeyError) as error:
        raise BadReview(f"say who you are: --by NAME, or set ${VARIABLE}") from error


@dataclass(frozen=True, slots=True)
class _Open:
    """An article that is being reviewed: as the machine reads it, and as it holds."""

    kept: Kept
    holds: Effective


class Reviewer:
    """A person at work: makes reviews, each held against the ledger, and puts none of them in (see `applying.apply`).

    `at` is the time by the ledger's clock. Methods raise BadReview where what is said does not fit, and UnknownId.
    """

    def __init__(self, connection: Connection, who: str, at: str, why: str | None = None) -> None:
        self._connection = connection
        self._who = who
        self._at = at
        self._why = why
        self._last: _Open | None = None

    def right(self, statement: str) -> Review:
        """Say that a statement is right as it holds."""
        return self._statement(statement, Verb.RIGHT, {})

    def wrong(self, statement: str) -> Review:
        """Say that a statement is none, or not to be kept."""
        return self._statement(statement, Verb.WRONG, {})

    def word(self, statement: str, verb: Verb, word: str) -> Review:
        """Correct the stance, the kind or the reporter of a statement."""
        return self._statement(statement, verb, {verb.value: word})

    def spans(self, statement: str, said: Mapping[str, str]) -> Review:
        """Correct the words of a statement: `said` gives source, cue or content as `locating.spans_of` takes them.

        The kind and, where the source is another, who speaks are reckoned anew.
        """
        article = self._article_of(statement)
        reading = article.holds.reading
        before = _statement_in(reading, statement)
        text = reading.article.text
        near = (*before.source, *before.cue, *before.content)
        roles = {name: spans_of(text, words, getattr(before, name) or near) for name, words in said.items()}
        for name in ("cue", "content"):
            if not roles.get(name, True):
                raise BadReview(f"a statement needs its {name}: where it is none, say --wrong")
        after = {name: roles.get(name, getattr(before, name)) for name in ROLES}
        self._refuse_twin(reading, statement, after)
        value: dict[str, Any] = {name: [span.to_list() for span in spans] for name, spans in roles.items()}
        if "content" in roles:
            value["kind"] = _kind(reading, after["content"])
        if "source" in roles:
            value["sources"] = speakers_at(reading, roles["source"])
        return self._statement(statement, Verb.SPANS, value)

    def speakers(self, statement: str, verb: Verb, named: Sequence[str]) -> Review:
        """Correct who speaks (Verb.SOURCES) or whom a statement is against (Verb.AGAINST).

        Each is named by its id within the article, the id of an entity, the name of a source of the article, or
        "NAME=KIND" for somebody new; "nobody" alone is nobody.
        """
        reading = self._article_of(statement).holds.reading
        return self._statement(statement, verb, {verb.value: speakers_of(self._connection, reading, named)})

    def said(self, statement: str, when: str | None) -> Review:
        """Pin when a statement was said, as `moments.interval_of` takes it; None is unknown."""
        return self._statement(statement, Verb.SAID, {"said": interval_of(when) if when else None})

    def place(self, statement: str, named: str, *, pinned: bool) -> Review:
        """Pin a place to a statement's content, or drop one from it, as `places.place_of` takes it."""
        reading = self._article_of(statement).holds.reading
        told = place_of(self._connection, reading, _statement_in(reading, statement), named, pinned=pinned)
        return self._statement(statement, Verb.PLACE, {"place": told, "pinned": pinned})

    def add(self, article_id: str, said: Mapping[str, str], fields: Mapping[str, str] | None = None) -> Review:
        """Add a statement that the machine has missed; `fields` may give its stance and its reporter."""
        reading = self._article(article_id).holds.reading
        text = reading.article.text
        roles = {name: spans_of(text, said.get(name, "")) for name in ROLES}
        if not roles["content"]:
            raise BadReview('a statement that is added needs its content: --content "…"')
        target = statement_id(reading.article, [roles[name] for name in ROLES])
        self._refuse_twin(reading, target, roles)
        if any(statement.id == target for statement in reading.statements):
            raise BadReview(f"the ledger has this statement: {target}")
        from reportedly.reading.stances import reporter_at, stance_at  # noqa: PLC0415 - heavy

        value = {
            **{name: [span.to_list() for span in spans] for name, spans in roles.items()},
            "kind": _kind(reading, roles["content"]),
            "stance": stance_at(text, roles["cue"]).value,
            "reporter": reporter_at(text, roles["cue"]).value,
            "sources": speakers_at(reading, roles["source"]),
            **(fields or {}),
        }
        return self._made(Subject(About.STATEMENT, target, article_id), Verb.ADD, value, None)

    def article(self, article_id: str, verb: Verb, said: str | None) -> Review:
        """Pin the date of publication, the publisher or the title of an article; None is unknown."""
        article = self._article(article_id).kept.reading.article
        value = interval_of(said) if said and verb is Verb.PUBLISHED else said
        return self._made(Subject(About.ARTICLE, article_id, article_id), verb, {verb.value: value}, _facts(article))

    def split_source(self, article_id: str, named: str) -> Review:
        """Set a source of one article, by its id or name there, apart from all of its name in others."""
        source = source_of(self._article(article_id).holds.reading, named)
        target = Subject(About.SOURCE, source_target(article_id, source.id), article_id)
        return self._made(target, Verb.SPLIT, {"source": described_source(source)}, {})

    def merge(self, entity: str, into: str) -> Review:
        """Say that an entity is another one, which stands for both."""
        row, other = self._entity(entity), self._entity(into)
        merges = identities(log.all_of_entities(self._connection)).merges
        if path(entity, merges)[-1] == path(into, merges)[-1]:
            raise BadReview(f"{entity} ({row['name']}) and {into} ({other['name']}) are one already")
        return self._of_entity(entity, Verb.MERGE, {"into": into, "name": other["name"]})

    def distinct(self, entity: str, other: str) -> Review:
        """Say that two entities are not one, so that they are not offered for merging again."""
        if entity == other:
            raise BadReview(f"{entity} is one entity, not two")
        return self._of_entity(entity, Verb.DISTINCT, {"from": other, "name": self._entity(other)["name"]})

    def split(self, entity: str) -> Review:
        """Take an entity out of all that it was merged into."""
        merges = identities(log.all_of_entities(self._connection)).merges
        if path(entity, merges)[-1] == entity:
            raise BadReview(
                f"{entity} is merged into no other; to set apart a source of one article, name it as ARTICLE/SOURCE"
            )
        return self._of_entity(entity, Verb.SPLIT, {})

    def entity(self, entity: str, verb: Verb, said: str | None) -> Review:
        """Correct the name, kind, role or country of an entity; None is unknown."""
        return self._of_entity(entity, verb, {verb.value: said})

    def note(self, target: str) -> Review:
        """Leave a comment, which is the `why`, and change nothing."""
        if not self._why:
            raise BadReview("a note needs words: --why TEXT")
        found = subject(self._connection, target)
        return self._made(found, Verb.NOTE, {}, None)

    def undo(self, review_id: str) -> Review:
        """Take back a review; an undo may itself be taken back."""
        undone = log.by_id(self._connection, review_id)
        if undone is None:
            raise BadReview(f"there is no review {review_id} to undo; reportedly review --history lists them")
        before = undone_by(log.of_target(self._connection, undone.target)).get(review_id)
        if before:
            raise BadReview(f"the review {review_id} is undone already, by {before}; undo that to have it back")
        of = Subject(undone.about, undone.target, undone.article_id)
        return self._made(of, Verb.UNDO, {}, undone.machine, review_id)

    def _statement(self, statement: str, verb: Verb, value: Value) -> Review:
        article = self._article_of(statement)
        reading = article.kept.reading
        said = next((snapshot(reading, one) for one in reading.statements if one.id == statement), None)
        return self._made(Subject(About.STATEMENT, statement, reading.article.id), verb, value, said)

    def _of_entity(self, entity: str, verb: Verb, value: Value) -> Review:
        told = machine_columns(self._connection, entity)
        return self._made(Subject(About.ENTITY, entity), verb, value, told)

    def _made(self, of: Subject, verb: Verb, value: Value, machine: Value | None, undoes: str | None = None) -> Review:
        review = Review(
            at=self._later(of.target),
            who=self._who,
            verb=verb,
            about=of.about,
            target=of.target,
            article_id=of.article_id,
            value=value,
            machine=machine,
            why=self._why,
            undoes=undoes,
        )
        check(review)
        return review

    def _later(self, target: str) -> str:
        """Return the time of a review, later than of all that are there of the same thing.

        Two within a second would count in the order of their ids, and one by a clock that is ahead for ever.
        """
        last = connection_last(self._connection, target)
        if last is None or last < self._at:
            return self._at
        return (datetime.strptime(last, _FORMAT).replace(tzinfo=UTC) + timedelta(seconds=1)).strftime(_FORMAT)

    def _article_of(self, statement: str) -> _Open:
        found = subject(self._connection, statement)
        if found.about is not About.STATEMENT or found.article_id is None:
            raise BadReview(f"{statement} is no statement but {found.about.value}")
        return self._article(found.article_id)

    def _article(self, article_id: str) -> _Open:
        # a person goes through an article statement by statement: it is unpacked once
        if self._last is None or self._last.kept.article_id != article_id:
            found = kept(self._connection, article_id)
            self._last = _Open(found, standing(self._connection, found.reading))
        return self._last

    def _entity(self, entity: str) -> RowMapping:
        return entity_row(self._connection, entity)

    @staticmethod
    def _refuse_twin(reading: Reading, target: str, roles: Mapping[str, Sequence[Span]]) -> None:
        words = [tuple(roles[name]) for name in ROLES]
        for one in reading.statements:
            if one.id != target and [one.source, one.cue, one.content] == words:
                raise BadReview(f"the statement {one.id} has these words already: review that one")


def connection_last(connection: Connection, target: str) -> str | None:
    """Return the time of the latest review of a thing, None where there is none."""
    query = select(func.max(schema.review.c.at)).where(schema.review.c.target == target)
    found: str | None = connection.execute(query).scalar()
    return found


def _statement_in(reading: Reading, statement: str) -> Statement:
    found = next((one for one in reading.statements if one.id == statement), None)
    if found is None:
        raise BadReview(f"the machine no longer finds the statement {statement}: say --right to keep it as it was")
    return found


def _kind(reading: Reading, content: Sequence[Span]) -> str:
    """Return how much of a content stands in quotation marks, as the machine tells it."""
    from reportedly.reading.draft import first_draft  # noqa: PLC0415 - heavy
    from reportedly.reading.kinds import kind_of  # noqa: PLC0415 - heavy

    article = reading.article
    drafts = [first_draft(article.text, story, article.publisher) for story in reading.stories]
    found = [quotation for draft in drafts for quotation in draft.quotations]
    return kind_of(article.text, content, found).value


def _facts(article: Article) -> dict[str, Any]:
    return {
        "published": interval(article.published) if article.published else None,
        "publisher": article.publisher,
        "title": article.title,
    }

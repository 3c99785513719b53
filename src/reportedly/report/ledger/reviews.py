"""Tells a person what waits for review, and what people have said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportedly.ledger.reviews.history import Entry, Force
from reportedly.ledger.reviews.review import About, Review, Verb
from reportedly.ledger.reviews.waiting import Waiting
from reportedly.model import Statement
from reportedly.report.phrases import one_line, quoted, shown

_MARGIN = "    "
# longer ones are cut in a history: --json has them whole
_LONG = 100


def render_waiting(rows: Sequence[Waiting]) -> str:
    """Return statements to look at, each with its id, score, article, sentence, and who says what by which words."""
    return "\n".join(map(render_one, rows))


def render_one(row: Waiting) -> str:
    """Return one statement to look at, as a few lines."""
    article, statement = row.holds.reading.article, row.statement
    published = article.published.start[:10] if article.published else None
    where = ", ".join(filter(None, (article.publisher, published, article.title or article.file or article.url)))
    lines = [f"{statement.id}  score {statement.score:.2f}  {one_line(where) or article.id}"]
    lines.append(_MARGIN + one_line(row.context.of(article.text)))
    lines += [f"{_MARGIN}{name:8} {said}" for name, said in _parts(row, statement)]
    return shown("\n".join(lines)) + "\n"


def _parts(row: Waiting, statement: Statement) -> Iterable[tuple[str, str]]:
    reading, text = row.holds.reading, row.holds.reading.article.text
    names = {source.id: one_line(source.name) for source in reading.sources}
    said = {when.id: when for when in reading.whens}.get(statement.said or "")

    def called(ids: Iterable[str]) -> str:
        return ", ".join(names[one] for one in ids if one in names)

    words = quoted(text, statement.source)
    who = called(statement.sources)
    yield "who", f"{who} ({words})" if who and words and who != words else who or words or "nobody is named"
    yield "how", f"{quoted(text, statement.cue) or '(no words)'}: {statement.stance.value}, {statement.kind.value}"
    yield "what", quoted(text, statement.content)
    if statement.against:
        yield "against", called(statement.against)
    if said:
        yield "said", f"{said.start} to {said.end}"


def render_review(review: Review) -> str:
    """Return what a review says, on one line.

    >>> from reportedly.ledger.reviews.review import About, Review, Verb
    >>> stance = Review("2026-05-14T09:30:00Z", "Ana", Verb.STANCE, About.STATEMENT, "0f914b47534f5550",
    ...                 "ad45c45e04c400c1", {"stance": "denies"}, {"stance": "says"}, why="see the second sentence")
    >>> print(render_review(stance))
    statement 0f914b47534f5550: stance denies, not says (see the second sentence)
    """
    why = f" ({one_line(review.why)})" if review.why else ""
    return shown(f"{review.about.value} {review.target}: {_said(review)}{why}")


def render_history(entries: Sequence[Entry]) -> str:
    """Return all that people have said of a thing, newest first, each review with its id, time and person."""
    if not entries:
        return "Nobody has reviewed it.\n"
    return "".join(
        shown(f"{one.review.id}  {one.review.at}  {one_line(one.review.who)}  {_force(one)}\n")
        + f"{_MARGIN}{render_review(one.review)}\n"
        for one in entries
    )


def _force(entry: Entry) -> str:
    return f"undone by {entry.undone_by}" if entry.force is Force.UNDONE else entry.force.value


def _said(review: Review) -> str:
    value = review.value
    match review.verb:
        case Verb.MERGE:
            return f"is {value['into']} ({value['name']})"
        case Verb.DISTINCT:
            return f"is not {value['from']} ({value['name']})"
        case Verb.SPLIT:
            return "is set apart" if review.about is About.SOURCE else "stands for itself"
        case Verb.PLACE:
            return f"place {value['place']['name']}" + ("" if value["pinned"] else ": dropped")
        case _ if not value:
            return f"undo of {review.undoes}" if review.undoes else review.verb.value
    machine = review.machine or {}
    return ", ".join(_field(name, one, machine) for name, one in value.items() if name != "mentions")


def _field(name: str, value: Any, machine: Mapping[str, Any]) -> str:  # noqa: ANN401 - as JSON has it
    now, before = _cut(_words(value)), _cut(_words(machine.get(name)))
    return f"{name} {now}" if name not in machine or now == before else f"{name} {now}, not {before}"


def _words(value: Any) -> str:  # noqa: ANN401 - as JSON has it
    if value in (None, []):
        return "unknown" if value is None else "nobody"
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, Mapping):
        return f"{value['start']} to {value['end']}" if "start" in value else one_line(str(value.get("name")))
    if all(isinstance(one, list) for one in value):
        return ",".join(f"{start}:{end}" for start, end in value)
    return ", ".join(map(_words, value)) if isinstance(value, list) else json.dumps(value)


def _cut(said: str) -> str:
    return said if len(said) <= _LONG else f"{said[:_LONG]}…"

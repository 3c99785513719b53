"""reportedly review -i: one statement after another, and a person who answers."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable

from reportedly.cli.output import complain, say
from reportedly.cli.review.options import keep
from reportedly.errors import LedgerError
from reportedly.ledger.database import Database
from reportedly.ledger.query.tree import Query
from reportedly.ledger.reviews.composing import Reviewer, reviewer
from reportedly.ledger.reviews.review import Review, Verb
from reportedly.ledger.reviews.waiting import looked_at, waiting_ids
from reportedly.model import Stance
from reportedly.report.ledger.reviews import render_one

_PROMPT = "right? [y/n, stance, ?] "
_HELP = f"""\
    y          right
    n          wrong
    STANCE     its stance, or the beginning of it: {", ".join(Stance)}
    content …  source …  cue …    its words, as they stand in the text
    s, Enter   neither: later
    undo       take the last answer back
    q          enough
    What stands behind # is why, as in: n # nobody says that
"""


def ask(ledger: Database, by: str | None, limit: int, query: Query | None = None) -> None:
    """Show the least certain statements, `limit` at most, and keep what is answered, until the input ends."""
    reviewer(by)  # who cannot be named is told before, not after, the first answer
    with ledger.reads() as connection:
        ids = waiting_ids(connection, limit, query)
    desk = _Desk(ledger, by)
    for at, statement in enumerate(ids, 1):
        with ledger.reads() as connection:
            rows = looked_at(connection, [statement])
        if not rows or statement in rows[0].holds.corrections.reviewed:
            continue  # somebody else was there in the meantime
        say(f"{at} of {len(ids)}  {render_one(rows[0])}")
        if not desk.answered(statement):
            break
    say(desk.summary())


class _Desk:
    def __init__(self, ledger: Database, by: str | None) -> None:
        self._ledger = ledger
        self._by = by
        self._kept: list[Review] = []
        self._undone: set[str] = set()

    def answered(self, statement: str) -> bool:
        """Ask until a statement is dealt with; return False where the person has had enough."""
        while True:
            say(_PROMPT)
            line = sys.stdin.readline()
            if not line:
                say("\n")
                return False
            answer, _, why = (part.strip() for part in line.partition("#"))
            if answer in {"", "s", "skip"}:
                return True
            if answer in {"q", "quit"}:
                return False
            if answer == "undo":
                self._undo(why)
            elif self._is_kept(statement, answer, why):
                return True

    def summary(self) -> str:
        """Return what was done, in a line."""
        left = [review for review in self._kept if review.id not in self._undone]
        told = Counter(review.verb.value for review in left)
        return ", ".join(f"{count} {verb}" for verb, count in sorted(told.items())) + "\n" if told else "nothing said\n"

    def _is_kept(self, statement: str, answer: str, why: str) -> bool:
        make = _made(statement, answer)
        if make is None:
            say(_HELP)
            return False
        return self._keep(make, why)

    def _undo(self, why: str) -> None:
        last = next((one for one in reversed(self._kept) if one.id not in self._undone), None)
        if last is None:
            say("    nothing to take back\n")
        elif self._keep(lambda person: person.undo(last.id), why, count=False):
            self._undone.add(last.id)
            say(f"    taken back: {last.verb.value} of {last.target}\n")

    def _keep(self, make: Callable[[Reviewer], Review], why: str, *, count: bool = True) -> bool:
        def one(_: object, person: Reviewer) -> Iterable[Review]:
            yield make(person)

        try:
            kept = keep(self._ledger, self._by, why or None, one)
        except LedgerError as error:
            complain(str(error))
            return False
        self._kept += kept if count else []
        return True


def _made(statement: str, answer: str) -> Callable[[Reviewer], Review] | None:
    """Return what makes a review of an answer, None where it cannot be understood."""
    word, _, rest = answer.partition(" ")
    if word in {"source", "cue", "content"}:
        return lambda person: person.spans(statement, {word: rest})
    if answer in {"y", "yes"}:
        return lambda person: person.right(statement)
    if answer in {"n", "no"}:
        return lambda person: person.wrong(statement)
    stances = [stance.value for stance in Stance if stance.value.startswith(answer)]
    if len(stances) == 1:
        return lambda person: person.word(statement, Verb.STANCE, stances[0])
    return None

"""How two versions of a page differ in what is said in them, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportedly.ledger.versions.matching import matched
from reportedly.ledger.versions.sides import Side, Voiced, joined, side_of
from reportedly.ledger.versions.spelling import slips
from reportedly.ledger.versions.substance import says_the_same
from reportedly.model import Reading, Statement


class ChangeKind(StrEnum):
    """What became of a statement from one version to the next.

    Where several things changed, the first of these that fits: another source, another stance, another content.
    `reread` is no change of the article: its words stand in both versions, and only the program reads them otherwise.
    """

    ADDED = "added"
    DROPPED = "dropped"
    REATTRIBUTED = "reattributed"
    RESTANCED = "restanced"
    REWORDED = "reworded"
    REREAD = "reread"
    UNCHANGED = "unchanged"


class Aspect(StrEnum):
    """What of a statement can change.

    Who speaks; its stance; whether its cue is negated ("is not expected"); how far the reporter vouches; what is said;
    and on which day.
    """

    SOURCE = "source"
    STANCE = "stance"
    NEGATION = "negation"
    REPORTER = "reporter"
    CONTENT = "content"
    SAID = "said"


_KINDS = {
    Aspect.SOURCE: ChangeKind.REATTRIBUTED,
    Aspect.STANCE: ChangeKind.RESTANCED,
    Aspect.NEGATION: ChangeKind.RESTANCED,
    Aspect.REPORTER: ChangeKind.RESTANCED,
    Aspect.CONTENT: ChangeKind.REWORDED,
    Aspect.SAID: ChangeKind.REWORDED,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A statement before and after, None where it is not in that version, and what of it changed."""

    kind: ChangeKind
    before: Statement | None = None
    after: Statement | None = None
    changed: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of each statement of an old version, in the order of the new one, those that are gone last."""

    old: Reading
    new: Reading
    changes: tuple[Change, ...]

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of the given kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    @property
    def is_substantial(self) -> bool:
        """Tell whether anything that is said, or who says it, has changed."""
        return len(self.of(ChangeKind.UNCHANGED, ChangeKind.REREAD)) < len(self.changes)

    def to_dict(self) -> dict[str, Any]:
        """Return the difference as JSON-ready values, each statement with its spans and their words."""
        return {
            "old": self.old.article.id,
            "new": self.new.article.id,
            "changes": [
                {
                    "kind": change.kind.value,
                    "changed": [aspect.value for aspect in change.changed],
                    "before": _written(self.old, change.before) if change.before else None,
                    "after": _written(self.new, change.after) if change.after else None,
                }
                for change in self.changes
            ],
        }


def difference(old: Reading, new: Reading) -> Difference:
    """Return what became of each statement from one version of a page to the next.

    Each statement is in one change. Spelling, punctuation, white space, marks of quotation, and where a statement
    stands on the page are no change; another number, date, name or negation always is. See `ChangeKind`.
    """
    spelling = slips(old.article.text, new.article.text)
    before, after = side_of(old, spelling), side_of(new, spelling)
    pairs = {new_one.number: old_one for old_one, new_one in matched(before.statements, after.statements)}
    kept = {old_one.number for old_one in pairs.values()}
    changes = [
        _compared(before, after, pairs[voiced.number], voiced)
        if voiced.number in pairs
        else Change(ChangeKind.REREAD if before.holds(voiced) else ChangeKind.ADDED, after=voiced.statement)
        for voiced in after.statements
    ]
    changes += [
        Change(ChangeKind.REREAD if after.holds(voiced) else ChangeKind.DROPPED, before=voiced.statement)
        for voiced in before.statements
        if voiced.number not in kept
    ]
    return Difference(old, new, tuple(changes))


def _compared(before: Side, after: Side, old: Voiced, new: Voiced) -> Change:
    """Return what became of a statement that is in both versions."""
    changed = tuple(_changed(before, after, old, new))
    if not changed:
        return Change(ChangeKind.UNCHANGED, old.statement, new.statement)
    if before.holds(new) and after.holds(old):
        is_other = Aspect.SOURCE in changed and _means_another(before, after, old, new)
        kind = ChangeKind.REATTRIBUTED if is_other else ChangeKind.REREAD
        return Change(kind, old.statement, new.statement, changed)
    return Change(_KINDS[changed[0]], old.statement, new.statement, changed)


def _means_another(before: Side, after: Side, old: Voiced, new: Voiced) -> bool:
    """Decide whether "he" or "the minister" is another because the text before has changed, but not the sentence."""
    in_place = before.holds_in_place(new) and after.holds_in_place(old)
    return old.source == new.source and not in_place


def _changed(before: Side, after: Side, old: Voiced, new: Voiced) -> Iterator[Aspect]:
    if not old.has_source_of(new):
        yield Aspect.SOURCE
    if old.statement.stance is not new.statement.stance:
        yield Aspect.STANCE
    if old.negations != new.negations:
        yield Aspect.NEGATION
    if old.statement.reporter is not new.statement.reporter:
        yield Aspect.REPORTER
    if not says_the_same(old.says, new.says):
        yield Aspect.CONTENT
    said, said_now = _said(before.reading, old.statement), _said(after.reading, new.statement)
    if said and said_now and all(was != now for was, now in zip(said, said_now, strict=True)):
        yield Aspect.SAID


def _said(reading: Reading, statement: Statement) -> tuple[object, object] | None:
    """Return the day on which something was said and the words for it, or None where no words say so.

    Both must differ in a change: "on Monday" is another day only where the words are others, too, since an unchanged
    sentence counts from the day of its version.
    """
    when = next((when for when in reading.whens if when.id == statement.said), None)
    if when is None or when.span is None:
        return None
    return (when.start, when.end), when.span.of(reading.article.text).casefold()


def _written(reading: Reading, statement: Statement) -> dict[str, Any]:
    """Return a statement with the words of its spans and the names of those who speak."""
    names = {source.id: source.name for source in reading.sources}
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return {
        "id": statement.id,
        "stance": statement.stance.value,
        "reporter": statement.reporter.value,
        "sources": [names[name] for name in statement.sources if name in names],
        "spans": {role: [span.to_list() for span in spans] for role, spans in roles.items()},
        "text": {role: joined(reading.article.text, spans) for role, spans in roles.items()},
    }

"""Lays reviews over a reading: what holds after people have spoken, as a function of the reading and of the reviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.ledger.keeping.indexing import NO_CORRECTIONS, Corrections, StatementRow, index_rows
from reportedly.ledger.reviews.corrected import corrected
from reportedly.ledger.reviews.findings import Findings
from reportedly.ledger.reviews.force import in_force
from reportedly.ledger.reviews.review import VERDICTS, About, Review, Verb
from reportedly.ledger.reviews.snapshot import statement_in
from reportedly.model import Article, Precision, Reading, Span, Statement, Unheard, When, WhenBasis

# as page.metadata calls it
_PUBLISHED = "published"
_BASIS = "review"
_KEEPING = frozenset({Verb.RIGHT, Verb.SPANS, Verb.ADD})


@dataclass(frozen=True, slots=True)
class Effective:
    """What holds of an article: its reading as corrected, what people said beside that, and what has no effect.

    `resting` are the reviews in force of a statement or source that the machine no longer finds, and that no person has
    confirmed or marked: they come back into effect when it is found again.
    """

    reading: Reading
    corrections: Corrections = NO_CORRECTIONS
    resting: tuple[Review, ...] = ()

    def rows(self) -> tuple[StatementRow, ...]:
        """Return the rows of the index."""
        return index_rows(self.reading, self.corrections)


def effective(reading: Reading, log: Iterable[Review]) -> Effective:
    """Return what holds of an article by the machine's reading and all reviews of the article, undone ones among them.

    Statements keep their ids, whatever is corrected in them. A statement that the reading has not is kept as people
    left it where one of them marked its words, added it, or called it right and none of them wrong after that.
    """
    reviews = sorted(log, key=lambda review: review.order)
    holding = in_force(reviews)
    if not holding:
        return Effective(reading)
    about: dict[About, list[Review]] = {one: [review for review in holding if review.about is one] for one in About}
    findings = Findings(reading)
    statements = _Statements(reading, findings, reviews)
    of_statements = _by_target(about[About.STATEMENT])
    for target in sorted(of_statements):
        statements.take(target, of_statements[target])
    apart, lost_sources = _apart(findings, about[About.SOURCE])
    said = {target: [one for one in some if one.verb is not Verb.NOTE] for target, some in of_statements.items()}
    there = {statement.id for statement in statements.found}
    corrections = Corrections(
        verdicts={target: verdict for target, some in said.items() if target in there and (verdict := _verdict(some))},
        reviewed=frozenset(target for target, some in said.items() if some and target in there),
        apart=apart,
    )
    resting = [review for target, some in of_statements.items() if target not in there for review in some]
    return Effective(
        replace(
            findings.laid_over(reading),
            article=_article(reading.article, about[About.ARTICLE]),
            statements=statements.found,
            unheard=statements.unheard(),
        ),
        corrections,
        tuple(sorted([*resting, *lost_sources], key=lambda review: review.order)),
    )


class _Statements:
    """The statements of a reading, as they become by one review after the other."""

    def __init__(self, reading: Reading, findings: Findings, log: Sequence[Review]) -> None:
        self.reading = reading
        self.findings = findings
        self.log = log
        self.found = reading.statements
        self.changed = False

    def take(self, target: str, reviews: Sequence[Review]) -> None:
        """Lay the reviews in force of one statement over it, or keep it where the machine has lost it."""
        ids = [statement.id for statement in self.found]
        if target in ids:
            at = ids.index(target)
            after = corrected(self.found[at], reviews, self.findings)
            if after != self.found[at]:
                self.changed = True
                self.found = (*self.found[:at], after, *self.found[at + 1 :])
        elif _is_kept(reviews):
            self._keep(target, reviews)

    def unheard(self) -> tuple[Unheard, ...]:
        """Return who is accused and whether they answer, by the statements as they are now."""
        if not self.changed:
            return self.reading.unheard
        from reportedly.reading.unheard import find_unheard  # noqa: PLC0415 - heavy

        return find_unheard(self.reading.article.text, self.found, self.findings.sources)

    def _keep(self, target: str, reviews: Sequence[Review]) -> None:
        base = self._lost(target)
        if base is None:
            return
        after = corrected(base, reviews, self.findings)
        twin = next((one for one in self.found if _words(one) == _words(after)), None)
        if twin and any(review.target == twin.id for review in self.log):
            return
        self.changed = True
        others = tuple(one for one in self.found if one is not twin)
        where = next((at for at, one in enumerate(others) if _order(one) > _order(after)), len(others))
        ids = {target, *(one.id for one in others)}
        everything = (*others[:where], after, *others[where:])
        self.found = tuple(_linked(one, twin.id if twin else None, target, ids) for one in everything)

    def _lost(self, target: str) -> Statement | None:
        """Return a statement as the machine last gave it, or as a person added it; None where the text has it not."""
        for review in reversed([one for one in self.log if one.target == target]):
            told = review.value if review.verb is Verb.ADD else review.machine
            if told is None:
                continue
            base = statement_in(told, target)
            if all(span.end <= self.findings.length for role in _words(base) for span in role):
                return self.findings.settled(base, told)
        return None


def _is_kept(reviews: Sequence[Review]) -> bool:
    verbs = {review.verb for review in reviews}
    return Verb.ADD in verbs or (bool(verbs & _KEEPING) and _verdict(reviews) != Verb.WRONG)


def _verdict(reviews: Sequence[Review]) -> str | None:
    last = next((review.verb for review in reversed(reviews) if review.verb in VERDICTS), None)
    return None if last is None else str(Verb.WRONG if last is Verb.WRONG else Verb.RIGHT)


def _words(statement: Statement) -> tuple[tuple[Span, ...], ...]:
    return (statement.source, statement.cue, statement.content)


def _order(statement: Statement) -> tuple[object, ...]:
    return (statement.content, statement.cue, statement.source, statement.id)


def _linked(statement: Statement, gone: str | None, by: str, ids: set[str]) -> Statement:
    """Return a statement whose links lead to `by` where they led to the one that it replaces, and to nothing lost."""

    def to(other: str | None) -> str | None:
        other = by if gone and other == gone else other
        return other if other in ids else None

    return replace(statement, parent=to(statement.parent), denies=to(statement.denies))


def _article(article: Article, reviews: Sequence[Review]) -> Article:
    for review in reviews:
        told = review.value
        match review.verb:
            case Verb.PUBLISHED:
                article = replace(article, published=_published(told["published"]))
            case Verb.PUBLISHER:
                article = replace(article, publisher=told["publisher"])
            case Verb.TITLE:
                article = replace(article, title=told["title"])
            case _:
                continue
        basis = {name: where for name, where in article.basis.items() if name != review.verb}
        known = told[review.verb] is not None
        article = replace(article, basis={**basis, review.verb.value: _BASIS} if known else basis)
    return article


def _published(told: Mapping[str, str] | None) -> When | None:
    if told is None:
        return None
    return When(_PUBLISHED, told["start"], told["end"], Precision(told["precision"]), WhenBasis.METADATA)


def _apart(findings: Findings, reviews: Sequence[Review]) -> tuple[frozenset[str], list[Review]]:
    """Return the ids, in the reading, of the sources that are set apart, and the reviews of those that it has not."""
    apart = set()
    lost = []
    for review in reviews:
        if review.verb is not Verb.SPLIT:
            continue
        local = findings.known(review.value["source"])
        if local is None:
            lost.append(review)
        else:
            apart.add(local)
    return frozenset(apart), lost


def _by_target(reviews: Iterable[Review]) -> dict[str, list[Review]]:
    found: defaultdict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        found[review.target].append(review)
    return found

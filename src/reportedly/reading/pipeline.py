"""The reading of a page: the ordered list of steps from text to statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.model import Article, Page, Reading, Span, Statement, Story, statement_id
from reportedly.reading.accused import find_accused
from reportedly.reading.attribution import Attribution, Attributor
from reportedly.reading.chains import link_chains, parents_of
from reportedly.reading.denials import denied_of, keep_denials_apart
from reportedly.reading.doubtful import drop_doubtful
from reportedly.reading.draft import Draft, first_draft
from reportedly.reading.headlines import headline_attributions
from reportedly.reading.hearsay import attribute_hearsay
from reportedly.reading.kinds import kind_of
from reportedly.reading.learned import LearnedAttributor
from reportedly.reading.nested import read_within
from reportedly.reading.passives import turn_passives
from reportedly.reading.quoted import attribute_quotations
from reportedly.reading.quoting import attribute_quoting
from reportedly.reading.repeats import without_repeats
from reportedly.reading.sources import with_sources
from reportedly.reading.stances import reporter_at, stance_at
from reportedly.reading.tidy import tidy_spans

Step = Callable[[Draft], Draft]


def steps(attributor: Attributor) -> tuple[Step, ...]:
    """Return the steps of the reading in order; each takes the draft of one story and returns a better one."""

    def find_attributions(draft: Draft) -> Draft:
        text = draft.text
        return draft.having([item for flow in draft.flows for item in attributor.attributions(text, flow)])

    def find_nested(draft: Draft) -> Draft:
        return read_within(draft, attributor)

    return (
        find_attributions,
        drop_doubtful,
        turn_passives,
        headline_attributions,
        attribute_quotations,
        attribute_hearsay,
        find_nested,
        attribute_quoting,
        link_chains,
        keep_denials_apart,
        tidy_spans,
        find_accused,
    )


def read_page(page: Page, attributor: Attributor | None = None) -> Reading:
    """Return the reading of a page: the same page always gives the same reading.

    `attributor` finds attributions instead of the model that came with the program.
    """
    ordered = steps(attributor or LearnedAttributor())
    told = [pair for story in page.stories for pair in _told(page.article, story, ordered)]
    text, accused = page.article.text, {statement.id: against for statement, against in told}
    statements = without_repeats(text, [statement for statement, _ in told])
    sources, named = with_sources(text, statements, accused)
    return Reading(page.article, page.stories, named, sources)


def _told(article: Article, story: Story, ordered: tuple[Step, ...]) -> list[tuple[Statement, tuple[Span, ...]]]:
    """Return the statements of a story, each with the spans of whom it accuses, warns or threatens."""
    draft = first_draft(article.text, story, article.publisher)
    for step in ordered:
        draft = step(draft)
    statements = [_statement(article, draft, attribution) for attribution in draft.attributions]
    ids = [item.id for item in statements]
    parents = parents_of(draft.attributions)
    denied = denied_of(article.text, draft.attributions)
    return [
        (replace(item, parent=_at(ids, parent), denies=_at(ids, meant)), attribution.against)
        for item, parent, meant, attribution in zip(statements, parents, denied, draft.attributions, strict=True)
    ]


def _at(ids: list[str], number: int | None) -> str | None:
    return None if number is None else ids[number]


def _statement(article: Article, draft: Draft, attribution: Attribution) -> Statement:
    roles = (attribution.source, attribution.cue, attribution.content)
    return Statement(
        id=statement_id(article, roles),
        story=draft.story.id,
        kind=kind_of(draft.text, attribution.content, draft.quotations),
        stance=stance_at(article.text, attribution.cue),
        reporter=reporter_at(article.text, attribution.cue),
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        score=attribution.score,
        why=attribution.why,
    )

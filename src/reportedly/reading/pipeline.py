"""The reading of a page: the ordered list of steps from text to statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.model import Article, Page, Reading, Statement, Story, statement_id
from reportedly.reading.attribution import Attribution, Attributor
from reportedly.reading.chains import link_chains, parents_of
from reportedly.reading.doubtful import drop_doubtful
from reportedly.reading.draft import Draft, first_draft
from reportedly.reading.headlines import headline_attributions
from reportedly.reading.kinds import kind_of
from reportedly.reading.learned import LearnedAttributor
from reportedly.reading.passives import turn_passives
from reportedly.reading.quoted import attribute_quotations
from reportedly.reading.repeats import without_repeats
from reportedly.reading.stances import reporter_at, stance_at
from reportedly.reading.tidy import tidy_spans

Step = Callable[[Draft], Draft]


def steps(attributor: Attributor) -> tuple[Step, ...]:
    """Return the steps of the reading in order; each takes the draft of one story and returns a better one."""

    def find_attributions(draft: Draft) -> Draft:
        text = draft.text
        return draft.having([item for flow in draft.flows for item in attributor.attributions(text, flow)])

    return (
        find_attributions,
        drop_doubtful,
        turn_passives,
        headline_attributions,
        attribute_quotations,
        link_chains,
        tidy_spans,
    )


def read_page(page: Page, attributor: Attributor | None = None) -> Reading:
    """Return the reading of a page: the same page always gives the same reading.

    `attributor` finds attributions instead of the model that came with the program.
    """
    ordered = steps(attributor or LearnedAttributor())
    statements = [item for story in page.stories for item in _statements(page.article, story, ordered)]
    return Reading(page.article, page.stories, tuple(without_repeats(page.article.text, statements)))


def _statements(article: Article, story: Story, ordered: tuple[Step, ...]) -> list[Statement]:
    draft = first_draft(article.text, story)
    for step in ordered:
        draft = step(draft)
    statements = [_statement(article, draft, attribution) for attribution in draft.attributions]
    parents = parents_of(draft.attributions)
    return [
        item if parent is None else replace(item, parent=statements[parent].id)
        for item, parent in zip(statements, parents, strict=True)
    ]


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

"""The reading of a page: the ordered list of steps from text to statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.model import Article, Page, Reading, Span, Statement, Story, statement_id
from reportedly.reading.accused import find_accused
from reportedly.reading.attribution import Attribution, Attributor
from reportedly.reading.chains import link_chains, parents_of
from reportedly.reading.denials import denied_of, keep_denials_apart
from reportedly.reading.details import with_details
from reportedly.reading.doubtful import drop_doubtful
from reportedly.reading.draft import Draft, first_draft
from reportedly.reading.figures import read_checks, read_figures
from reportedly.reading.headlines import headline_attributions
from reportedly.reading.hearsay import attribute_hearsay
from reportedly.reading.kinds import kind_of
from reportedly.reading.learned import LearnedAttributor
from reportedly.reading.names import agreed
from reportedly.reading.nested import read_within
from reportedly.reading.partners import join_partners
from reportedly.reading.passives import turn_passives
from reportedly.reading.places import read_places
from reportedly.reading.quoted import attribute_quotations
from reportedly.reading.quoting import attribute_quoting
from reportedly.reading.repeats import without_repeats
from reportedly.reading.sources import Named, with_sources
from reportedly.reading.stances import reporter_at, stance_at
from reportedly.reading.tidy import tidy_spans
from reportedly.reading.unheard import find_unheard
from reportedly.reading.voice import read_voice
from reportedly.reading.whens import read_whens
from reportedly.reading.wording import read_wording

Step = Callable[[Draft], Draft]


def steps(attributor: Attributor) -> tuple[Step, ...]:
    """Return the steps of the reading in order; each takes the draft of one story and returns a better one."""

    def find_attributions(draft: Draft) -> Draft:
        found = [attributor.find(draft.text, flow) for flow in draft.flows]
        names = agreed(draft.text, (name for each in found for name in each.names))
        draft = replace(draft, names=names)
        return draft.having([item for each in found for item in each.attributions])

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
        join_partners,
        find_accused,
    )


def read_page(page: Page, attributor: Attributor | None = None) -> Reading:
    """Return the reading of a page: the same page always gives the same reading.

    `attributor` finds attributions instead of the model that came with the program.
    """
    ordered = steps(attributor or LearnedAttributor())
    text, drafts = page.article.text, [_drafted(page.article, story, ordered) for story in page.stories]
    told = [pair for draft in drafts for pair in _told(page.article, draft)]
    accused = {statement.id: against for statement, against in told}
    names = tuple(name for draft in drafts for name in draft.names)
    paragraphs = [span for draft in drafts for flow in draft.flows for span in flow]
    unrepeated = without_repeats(text, [statement for statement, _ in told])
    places = read_places(page, names)
    countries = {place.span: place.country for place in places if place.country}
    known = Named(text, paragraphs, names, countries, page.article.publisher)
    sources, named = with_sources(known, unrepeated, accused)
    whens, figures = read_whens(page, named), read_figures(page)
    statements = with_details(named, whens.said, whens.whens, places, figures)
    return Reading(
        replace(page.article, published=whens.published),
        page.stories,
        statements,
        sources=sources,
        whens=whens.whens,
        places=places,
        figures=figures,
        checks=read_checks(page, figures),
        voice=read_voice(page, statements, sources),
        wording=read_wording(page, statements, sources, places, names),
        unheard=find_unheard(text, statements, sources),
    )


def _drafted(article: Article, story: Story, ordered: tuple[Step, ...]) -> Draft:
    draft = first_draft(article.text, story, article.publisher)
    for step in ordered:
        draft = step(draft)
    return draft


def _told(article: Article, draft: Draft) -> list[tuple[Statement, tuple[Span, ...]]]:
    """Return the statements of a story, each with the spans of whom it accuses, warns or threatens."""
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

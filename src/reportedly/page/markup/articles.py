"""Finds the stories that an HTML page sets apart as <article> elements: several on one page, posts of a live blog."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.page.markup.dom import Run
from reportedly.page.markup.marks import Mark
from reportedly.page.zoning.rules import rule_for
from reportedly.page.zoning.wording import ends_sentence, word_count

_APART = Mark.APART | Mark.ASIDE | Mark.CAPTION | Mark.CREDIT
_LEAD_WORDS = 15  # a first paragraph; the excerpts on cards are mostly shorter, and stand in links
_WHOLE_WORDS = 100  # a card beside an article is a story only if it is told at this length


@dataclass(slots=True)
class SetApart:
    """One <article>: the run of its heading, its paragraphs and their words, and whether the main one is around it."""

    heading: int
    paragraphs: list[int] = field(default_factory=list)
    words: int = 0
    within: bool = False


def further_stories(runs: tuple[Run, ...], body: frozenset[int], *, has_headline: bool) -> dict[int, frozenset[int]]:
    """Return heading and paragraphs, by run number, of each <article> that is a story besides the one with the body.

    A card (a heading that is a link, an excerpt) is none, except on a page that lists all its stories that way; a post
    inside the article with the body is one. Where there are others and the page has no headline, the heading of the
    main one is given as well.
    """
    inside = _letters_by_article(runs, body)
    main = max(inside, key=lambda article: inside[article], default=0)
    found = {}
    apart = _set_apart(runs, main)
    listed = main in apart and _is_link(runs[apart[main].heading])
    for article, story in apart.items():
        card = _is_link(runs[story.heading]) and not listed and not story.within
        needed = _WHOLE_WORDS if card else _LEAD_WORDS
        if article != main and story.words >= needed:
            found[story.heading] = frozenset(story.paragraphs)
    if found and main in apart and not has_headline:
        found[apart[main].heading] = frozenset()
    return found


def _letters_by_article(runs: tuple[Run, ...], body: frozenset[int]) -> dict[int, int]:
    letters: dict[int, int] = {}
    for number in body:
        article = runs[number].place.article
        letters[article] = letters.get(article, 0) + len(runs[number].words)
    return letters


def _set_apart(runs: tuple[Run, ...], main: int) -> dict[int, SetApart]:
    """Return every <article> that has a heading over sentences of its own, by its number."""
    found: dict[int, SetApart] = {}
    for number, run in enumerate(runs):
        article = run.place.article
        if not article or run.place.around & _APART:
            continue
        if run.level and article not in found:
            within = any(place.article == main and place.tag == "article" for place in run.place.up()) and main > 0
            found[article] = SetApart(number, within=within and article != main)
        elif article in found and _is_sentence(run):
            found[article].paragraphs.append(number)
            found[article].words += word_count(run.words)
    return {article: story for article, story in found.items() if story.words}


def _is_link(run: Run) -> bool:
    return run.linked >= 0.8


def _is_sentence(run: Run) -> bool:
    words = " ".join(run.words.split())
    return ends_sentence(words) and run.linked < 0.5 and word_count(words) >= 4 and rule_for(words) is None

"""Finds what stands around the body of an HTML page and belongs to the article: headline, byline, captions."""

from __future__ import annotations

import re

from lxml.etree import _Element

from reportedly.model import ZoneKind
from reportedly.page.markup.dom import Run, spread_marks, text_of
from reportedly.page.markup.marks import Mark
from reportedly.page.zoning.datelines import dateline_length
from reportedly.page.zoning.rules import rule_for
from reportedly.page.zoning.wording import shared_topic, word_count

_NAME_WORD = re.compile(r"[\w.'’-]+")
_BETWEEN_NAMES = frozenset(
    ["and", "by", "for", "in", "of", "at", "the", "de", "van", "von", "al", "with", "to", "from"]
)
_NO_NAME = re.compile(r"\d|[?!‘“:]|\b(?:size|stor(?:y|ies)|posts?|articles?|follow|more|read|watch|see|view)\b", re.I)
_WHEN = ("publication-time", "dated-rubric")
_MOST_STANDFIRSTS = 2
_TITLES = ("og:title", "twitter:title", "headline", "title", "dc.title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


def furniture_kinds(root: _Element, runs: tuple[Run, ...], body: frozenset[int]) -> dict[int, ZoneKind]:
    """Return the kind of every run that the page itself names, by the number of the run; body runs stay unnamed.

    A run of the body can be among them too: the headline or a caption that trafilatura took for body.
    """
    paragraphs = sorted(n for n in body if not runs[n].level and word_count(runs[n].words) >= 12)
    first = paragraphs[0] if paragraphs else len(runs)
    last = max(body, default=-1)
    kinds: dict[int, ZoneKind] = {}
    headline = _headline(runs, first, _said(root, _TITLES) + _title_element(root))
    if headline is not None:
        kinds[headline] = ZoneKind.HEADLINE
        _unmark_around(runs, headline)
        first = _lead(runs, [number for number in paragraphs if number > headline], first)
    top = headline if headline is not None else max(0, first - 12)
    descriptions = _said(root, _DESCRIPTIONS)
    for number, run in enumerate(runs):
        if number in kinds or run.place.around & Mark.HIDDEN:
            continue
        kind = None
        if run.place.around & (Mark.CAPTION | Mark.FIGURE | Mark.CREDIT) and top - 8 <= number <= last:
            kind = _picture_kind(run)
        elif headline is not None and headline - 15 <= number < headline:
            kind = _above_kind(run)
        elif top < number <= first:
            kind = _head_kind(run, descriptions, is_body=number in body, is_first=number == first)
        if kind is not None:
            kinds[number] = kind
    return kinds


def _unmark_around(runs: tuple[Run, ...], headline: int) -> None:
    """Take the marks of elements around the headline away: what holds it is the article's head, whatever its name."""
    for place in list(runs[headline].place.up())[1:]:
        place.marks &= Mark.HIDDEN
    spread_marks(sorted({place for run in runs for place in run.place.up()}, key=lambda place: place.number))


def _lead(runs: tuple[Run, ...], paragraphs: list[int], first: int) -> int:
    """Return the first paragraph of the body that the page does not name a standfirst, `first` if there is no other.

    A page that gives that name to more than two paragraphs uses it for its body.
    """
    named = [number for number in paragraphs if _is_named_standfirst(runs[number])]
    other = next((number for number in paragraphs if number not in named), None)
    return first if other is None or len(named) > _MOST_STANDFIRSTS else other


def _is_named_standfirst(run: Run) -> bool:
    words = run.words
    return bool(run.place.around & Mark.STANDFIRST) and dateline_length(words) == 0 and word_count(words) <= 80


def _said(root: _Element, names: tuple[str, ...]) -> list[str]:
    found = []
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name in names and content:
            found.append(content)
    return found


def _title_element(root: _Element) -> list[str]:
    return [text_of(title) for title in root.iter("title")][:1]


def _headline(runs: tuple[Run, ...], first: int, titles: list[str]) -> int | None:
    """Return the run that is the headline: the heading before the body that says what the page's title says."""
    best, best_score = None, 0.0
    for number in range(min(first + 1, len(runs))):
        run = runs[number]
        level = run.level
        length = word_count(run.words)
        if not (level or run.place.around & Mark.HEADLINE) or length > 50 or run.place.around & Mark.HIDDEN:
            continue
        likeness = max((_likeness(run.words, title) for title in titles), default=0.0)
        # some sites name the head of the article a navigation bar; there only <h1> with the very title will do
        if run.place.around & Mark.NAV and (level != 1 or likeness < 0.9):
            continue
        if likeness < (0.5 if length >= 3 else 0.9) and level != 1:
            continue
        score = 2 * likeness + (1.0 if level == 1 else 0.0) + (0.5 if length >= 3 else 0.0)
        score -= 0.8 if run.place.around & (Mark.APART | Mark.ASIDE) else 0.0
        if score >= best_score and score > 0.9:
            best, best_score = number, score
    return best


def _likeness(words: str, title: str) -> float:
    return min(shared_topic(words, title), 0.3 + shared_topic(title, words))


def _picture_kind(run: Run) -> ZoneKind | None:
    words = " ".join(run.words.split())
    if run.place.around & (Mark.APART | Mark.ASIDE):
        return None
    rule = rule_for(words)
    if run.place.around & Mark.CREDIT or (rule is not None and rule.kind is ZoneKind.CREDIT):
        return ZoneKind.CREDIT
    if rule is not None and rule.kind is ZoneKind.BOILERPLATE:
        return None
    if run.place.around & Mark.CAPTION:
        return ZoneKind.CAPTION
    return None


def _above_kind(run: Run) -> ZoneKind | None:
    if not run.place.around & Mark.SECTION or run.place.around & (Mark.FOOTER | Mark.HIDDEN):
        return None
    words = " ".join(run.words.split())
    rule = rule_for(words, "head")
    if rule is not None and rule.kind is not ZoneKind.SECTION:
        return rule.kind if rule.kind is ZoneKind.BYLINE or rule.id in _WHEN else None
    if run.place.around & Mark.BYLINE and _is_name_line(words):
        return ZoneKind.BYLINE
    return ZoneKind.SECTION if word_count(words) <= 6 else None


def _is_name_line(words: str) -> bool:
    """Tell whether a line in a byline's element is made of names; a reader's tools and other headlines stand there too.

    >>> _is_name_line("Ana Lume and Bo Orr, Fisheries Reporter"), _is_name_line("Text size"), _is_name_line("Follow")
    (True, False, False)
    """
    names = [word for word in _NAME_WORD.findall(words) if word.lower() not in _BETWEEN_NAMES]
    return 2 <= len(names) <= 12 and all(name[0].isupper() for name in names) and not _NO_NAME.search(words)


def _head_kind(run: Run, descriptions: list[str], *, is_body: bool, is_first: bool) -> ZoneKind | None:
    """Return what a run between headline and first paragraph is, None if the page does not say."""
    words = " ".join(run.words.split())
    around = run.place.around
    if around & (Mark.NAV | Mark.FOOTER | Mark.HIDDEN):
        return None
    rule = rule_for(words, "head")
    if rule is not None and (rule.kind is ZoneKind.BYLINE or rule.id in _WHEN):
        return rule.kind
    if around & Mark.BYLINE and (rule is None or rule.kind is ZoneKind.CREDIT) and _is_name_line(words):
        return ZoneKind.BYLINE
    if rule is not None:
        return None
    if is_first or around & (Mark.FURNITURE | Mark.ASIDE) or not 4 <= word_count(words) <= 80:
        return None
    said = any(shared_topic(words, text) >= 0.9 and shared_topic(text, words) >= 0.6 for text in descriptions)
    return ZoneKind.STANDFIRST if around & Mark.STANDFIRST or (said and not is_body) else None

"""Puts a page together: text, zones, stories, metadata and language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.errors import BadRecord, EmptyInput, TooLarge
from reportedly.model import Article, Page, Story
from reportedly.page.arrival.controls import without_attribute_floods, without_controls
from reportedly.page.arrival.decode import mojibake_warnings
from reportedly.page.arrival.received import DEFAULT_LIMITS, Known, Limits
from reportedly.page.arrival.unpack import check_size
from reportedly.page.language import ENGLISH, refuse_other_languages
from reportedly.page.metadata import Facts, merge, stated_facts, visible_facts
from reportedly.page.metadata.dates import given_when
from reportedly.page.metadata.html_date import html_date_facts
from reportedly.page.metadata.words import encodable, quoted, web_address
from reportedly.page.zoning.plain import text_to_blocks
from reportedly.page.zoning.stories import split_stories
from reportedly.page.zoning.zones import zone_blocks

_LETTER_OR_DIGIT = re.compile(r"\w")
# some 170,000 words, half a minute of reading: no article is as long
_LONGEST_TEXT = 1_000_000
_NO_TEXT = "{name}: no text in it; give a document with an article"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a decoded document came from, the most bytes it may have, and the notes made so far."""

    file: str | None = None
    url: str | None = None
    max_bytes: int = DEFAULT_LIMITS.max_bytes
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return what a message calls the document."""
        return self.file or self.url or "the input"


def text_page(text: str, known: Known, source: Source) -> Page:
    """Return the page of a plain text. Raises InputError."""
    text = _checked(text, source)
    _refuse_book(text, source)
    places = _given(known, source)
    stories = _stories(text, known.title)
    return _page(text, stories, [*places, visible_facts(text, stories)], source)


def html_page(html: str, known: Known, source: Source) -> Page:
    """Return the page of an HTML document. Raises InputError."""
    from reportedly.page.markup.html import html_to_blocks  # noqa: PLC0415 - plain text needs no parser
    from reportedly.page.metadata.tree import parse_html  # noqa: PLC0415

    html = without_attribute_floods(_checked(without_controls(html), source))
    given = _given(known, source)
    url = known.url or source.url
    tree = parse_html(html)
    stated = [*given, *stated_facts(tree, url)]
    try:
        text, blocks = html_to_blocks(html, url)
    except EmptyInput as error:
        raise EmptyInput(_NO_TEXT.format(name=source.name)) from error
    _refuse_empty(text, source)
    _refuse_book(text, source)
    zones = zone_blocks(text, blocks, merge(stated).title)
    stories = split_stories(text, zones)
    outlets = [facts.publisher for facts in stated if facts.publisher]
    places = [*stated, visible_facts(text, stories, outlets)]
    so_far = merge(places)
    if so_far.published is None:
        places.append(html_date_facts(tree, so_far.url))
    return _page(text, stories, places, source)


def _page(text: str, stories: tuple[Story, ...], places: Sequence[Facts], source: Source) -> Page:
    declared = next((facts.language for facts in places if facts.language), None)
    refuse_other_languages(text, source.name, declared)
    believed = merge(places)
    says_english = (facts.basis for facts in places if (facts.language or "").lower().startswith(ENGLISH))
    article = Article(
        text=text,
        # a name that the file system does not hold in UTF-8 has surrogates in it
        file=encodable(source.file) if source.file else None,
        url=believed.url,
        publisher=believed.publisher,
        title=believed.title,
        byline=believed.byline,
        language=ENGLISH,
        published=believed.published,
        basis={**believed.basis, "language": next(says_english, "text")},
        warnings=(*source.warnings, *mojibake_warnings(text)),
    )
    return Page(article, stories)


def _stories(text: str, title: str | None) -> tuple[Story, ...]:
    return split_stories(text, zone_blocks(text, text_to_blocks(text), title))


def _given(known: Known, source: Source) -> list[Facts]:
    """Return what the caller says and the address that was fetched. Raises BadRecord for a value that does not fit."""
    url = web_address(known.url)
    if known.url and url is None:
        raise BadRecord(f"{source.name}: {quoted(known.url)} is no http or https address")
    given = Facts(
        basis=known.basis,
        publisher=_said(known.publisher),
        title=_said(known.title),
        byline=tuple(encodable(name) for name in known.byline),
        published=given_when(known.published) if known.published else None,
        language=known.language,
        url=url,
    )
    return [given, Facts("fetch", url=web_address(source.url))]


def _said(value: str | None) -> str | None:
    return encodable(value.strip()) or None if value else None


def _checked(document: str, source: Source) -> str:
    """Return the document with characters that cannot be stored replaced, one for one."""
    check_size(len(document), source.name, Limits(max_bytes=source.max_bytes))
    _refuse_empty(document, source)
    return encodable(document)


def _refuse_empty(text: str, source: Source) -> None:
    if not _LETTER_OR_DIGIT.search(text):
        raise EmptyInput(_NO_TEXT.format(name=source.name))


def _refuse_book(text: str, source: Source) -> None:
    if len(text) > _LONGEST_TEXT:
        raise TooLarge(
            f"{source.name}: {len(text):,} characters of text, and an article has {_LONGEST_TEXT:,} at most; "
            "give it in parts, or as .jsonl with an article a line"
        )

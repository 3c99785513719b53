"""Names what stands at the top of a page: the headline, what is above it, and what is between it and the body."""

from __future__ import annotations

from reportedly.model import ZoneKind
from reportedly.page.zoning.datelines import dateline_length
from reportedly.page.zoning.headings import asks, goes_on
from reportedly.page.zoning.lines import Lines
from reportedly.page.zoning.wording import (
    ends_sentence,
    is_news_clause,
    is_short_line,
    is_title_case,
    sentence_breaks,
    shared_topic,
    word_count,
)

_MOST_ABOVE = 60  # lines that could be the headline; pages of ten thousand short lines and no paragraph come, too
_PICTURE = (ZoneKind.CAPTION, ZoneKind.CREDIT)


def name_head(lines: Lines, title: str | None) -> None:
    """Find the headline and give kinds to the blocks around it, up to the first paragraph."""
    if ZoneKind.HEADLINE not in lines.kinds:
        headline = _find_headline(lines, title)
        if headline is None:
            return
        lines.kinds[headline] = ZoneKind.HEADLINE
    headline = lines.kinds.index(ZoneKind.HEADLINE)
    for number in lines.open_ones(0, headline):
        if is_short_line(lines.words[number]):
            lines.kinds[number] = ZoneKind.BOILERPLATE
    _name_standfirst(lines, headline)


def _find_headline(lines: Lines, title: str | None) -> int | None:
    numbers = list(lines.open_ones(0, lines.first + 1))
    if title:
        said = [number for number in numbers if _is_title(lines.words[number], title)]
        if said:
            return said[0]
    likely = [number for number in numbers if _could_be_headline(lines, number)][:_MOST_ABOVE]
    if not likely:
        return None
    # the outlet's name or a slogan may stand above: then a line that the body takes up comes later
    for number in likely:
        if _is_borne_out(lines, number):
            return number
    return likely[0]


def _is_title(words: str, title: str) -> bool:
    return word_count(words) <= 40 and shared_topic(words, title) >= 0.75 and shared_topic(title, words) >= 0.5


def _could_be_headline(lines: Lines, number: int) -> bool:
    words = lines.words[number]
    if number < lines.first and is_short_line(words):
        return True
    return number == 0 and _is_stopped_headline(lines, number)


def _is_borne_out(lines: Lines, number: int) -> bool:
    words = lines.words[number]
    if word_count(words) < 3 or asks(words):  # the first question of an interview
        return False
    lead = lines.next_paragraph(number)
    return is_news_clause(words) or (lead is not None and shared_topic(words, lines.words[lead]) >= 0.4)


def _is_stopped_headline(lines: Lines, number: int) -> bool:
    """Tell whether a first line with a full stop is a headline all the same, as some archives write them."""
    words = lines.words[number]
    after = lines.next_paragraph(number)
    if after is None or word_count(words) > 22 or sentence_breaks(words) > 1 or words[-1] == ":":
        return False
    lead = lines.words[after]
    if goes_on(lead) or word_count(words) > 0.8 * word_count(lead):
        return False
    shared = shared_topic(words, lead)
    return is_title_case(words) or shared >= 0.5 or (is_news_clause(words) and shared >= 0.3)


def _name_standfirst(lines: Lines, headline: int) -> None:
    """Give kinds to the open lines between headline and first paragraph.

    A line without a full stop is a standfirst; a sentence is one if a byline or the like parts it from the body, or if
    it is told as headlines are. Anything else begins the body early, with short paragraphs.
    """
    found = 0
    parting = max((number for number in range(lines.first) if _parts_body(lines, number)), default=-1)
    for number in lines.open_ones(headline + 1, lines.first):
        words = lines.words[number]
        parted = number <= parting
        told = (
            lines.kinds[number - 1] not in _PICTURE
            and is_news_clause(words)
            and " said" not in words
            and lines.first < len(lines.words)
        )
        if lines.blocks[number].attached and lines.kinds[number - 1] is ZoneKind.CAPTION:
            continue
        opens = dateline_length(words) > 0 or words[-1] == ":" or words[0] in "“\"'‘"
        if found == 2 or opens or (ends_sentence(words) and not parted and not (told and not found)):
            lines.first = number
            return
        if word_count(words) >= 4:
            lines.kinds[number] = ZoneKind.STANDFIRST
            found += 1


def _parts_body(lines: Lines, number: int) -> bool:
    """Tell whether a line stands between a standfirst and the body."""
    return lines.kinds[number] in (ZoneKind.BYLINE, ZoneKind.DATELINE) or lines.rules[number] == "publication-time"

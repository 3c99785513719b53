"""Turns an HTML page into the text that a reader reads on it, in page order, and cuts it into blocks."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from lxml.etree import _Element

from reportedly.errors import EmptyInput
from reportedly.model import Span, ZoneKind
from reportedly.page.markup.articles import further_stories
from reportedly.page.markup.body import body_runs
from reportedly.page.markup.dom import Run, parse, runs_of
from reportedly.page.markup.furniture import furniture_kinds
from reportedly.page.zoning.blocks import Block
from reportedly.page.zoning.wording import word_count

_FEWEST_WORDS = 25  # fewer words of body than this, and the page's own record of its text is looked at


def html_to_blocks(html: str, url: str | None = None) -> tuple[str, tuple[Block, ...]]:
    """Return the text of a page and its blocks; paragraphs are parted by a blank line, <br> is a line break.

    `url` is not needed to read the page. EmptyInput if there is no text in it.
    """
    root = parse(html)
    runs = runs_of(root)
    body = body_runs(html, runs)
    kinds = furniture_kinds(root, runs, body)
    stories = further_stories(runs, body, has_headline=ZoneKind.HEADLINE in kinds.values())
    if sum(word_count(runs[number].words) for number in body) < _FEWEST_WORDS:
        recorded = _recorded_body(root)
        if word_count(recorded) >= _FEWEST_WORDS:
            return _joined(_head_pieces(runs, kinds) + _recorded_pieces(recorded))
    wanted = set(body) | set(kinds) | set(stories) | {number for story in stories.values() for number in story}
    numbers = _without_repeats(runs, kinds, sorted(wanted))
    pieces = [_piece(runs[number], kinds.get(number), story=number in stories) for number in numbers]
    if not pieces:
        pieces = [_piece(run, None) for run in runs]
    if not pieces:
        raise EmptyInput("there is no text in the page")
    return _joined(pieces)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text as it goes into the article, with what is known of it."""

    words: str
    block: Block


def _piece(run: Run, kind: ZoneKind | None, *, story: bool = False) -> _Piece:
    known = ZoneKind.HEADLINE if story else kind
    nowhere = Span(0, 0)
    return _Piece(run.words, Block(nowhere, known, run.level, listed=run.place.tag == "li", story=story))


def _without_repeats(runs: tuple[Run, ...], kinds: dict[int, ZoneKind], numbers: list[int]) -> list[int]:
    """Return the runs less those that say once more what the headline or a caption before them says."""
    said = {
        " ".join(runs[number].words.split()): number for number in numbers if kinds.get(number) is ZoneKind.HEADLINE
    }
    kept = []
    for number in numbers:
        words = " ".join(runs[number].words.split())
        if said.get(words, number) != number:
            continue
        if kinds.get(number) is ZoneKind.CAPTION:
            said.setdefault(words, number)
        kept.append(number)
    return kept


def _joined(pieces: list[_Piece]) -> tuple[str, tuple[Block, ...]]:
    blocks = []
    start = 0
    for piece in pieces:
        blocks.append(replace(piece.block, span=Span(start, start + len(piece.words))))
        start += len(piece.words) + 2
    return "\n\n".join(piece.words for piece in pieces), tuple(blocks)


def _head_pieces(runs: tuple[Run, ...], kinds: dict[int, ZoneKind]) -> list[_Piece]:
    return [_piece(runs[number], kind) for number, kind in sorted(kinds.items())]


def _recorded_pieces(recorded: str) -> list[_Piece]:
    paragraphs = (" ".join(line.split()) for line in re.split(r"[\r\n]+", recorded))
    return [_Piece(words, Block(Span(0, 0))) for words in paragraphs if words]


def _recorded_body(root: _Element) -> str:
    """Return the longest articleBody of the page's JSON-LD, "" if it has none."""
    best = ""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        waiting = [_json(script.text or "")]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                body = value.get("articleBody")
                if isinstance(body, str) and len(body) > len(best):
                    best = body
                waiting += value.values()
            elif isinstance(value, list):
                waiting += value
    return re.sub(r"<[^<>]{1,300}>", " ", best)


def _json(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):  # pages carry broken records, and records nested to do harm
        return None

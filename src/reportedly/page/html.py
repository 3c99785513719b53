"""Turns an HTML page into the text that a reader reads on it, in page order, and cuts it into blocks."""

from __future__ import annotations

import json
import re

from lxml.etree import _Element

from reportedly.errors import EmptyInput
from reportedly.model import Span, ZoneKind
from reportedly.page.blocks import Block
from reportedly.page.body import body_runs
from reportedly.page.dom import Run, parse, runs_of
from reportedly.page.furniture import furniture_kinds
from reportedly.page.wording import word_count

_FEWEST_WORDS = 25  # fewer words of body than this, and the page's own record of its text is looked at


def html_to_blocks(html: str, url: str | None = None) -> tuple[str, tuple[Block, ...]]:
    """Return the text of a page and its blocks; paragraphs are parted by a blank line, <br> is a line break.

    `url` is not needed to read the page. EmptyInput if there is no text in it.
    """
    root = parse(html)
    runs = runs_of(root)
    body = body_runs(html, runs)
    kinds = furniture_kinds(root, runs, body)
    if sum(word_count(runs[number].words) for number in body) < _FEWEST_WORDS:
        recorded = _recorded_body(root)
        if word_count(recorded) >= _FEWEST_WORDS:
            return _with_record(runs, kinds, recorded)
    pieces = [(run, kinds.get(number)) for number, run in enumerate(runs) if number in body or number in kinds]
    if not pieces:
        pieces = [(run, None) for run in runs]
    if not pieces:
        raise EmptyInput("there is no text in the page")
    return _joined([(run.words, kind, run.level, run.place.tag == "li") for run, kind in pieces])


def _joined(pieces: list[tuple[str, ZoneKind | None, int, bool]]) -> tuple[str, tuple[Block, ...]]:
    text = ""
    parts: list[str] = []
    blocks = []
    start = 0
    for words, kind, level, listed in pieces:
        blocks.append(Block(Span(start, start + len(words)), kind, level, listed=listed))
        parts.append(words)
        start += len(words) + 2
    text = "\n\n".join(parts)
    return text, tuple(blocks)


def _with_record(runs: tuple[Run, ...], kinds: dict[int, ZoneKind], recorded: str) -> tuple[str, tuple[Block, ...]]:
    head = [(runs[number].words, kind, runs[number].level, False) for number, kind in sorted(kinds.items())]
    paragraphs = [" ".join(line.split()) for line in re.split(r"[\r\n]+", recorded)]
    return _joined(head + [(words, None, 0, False) for words in paragraphs if words])


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

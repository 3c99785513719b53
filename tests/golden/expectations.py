"""What a careful person expects of each test article, and how far a reading agrees with it.

Beside articles/NAME.txt or .html stands articles/NAME.toml with tables of four kinds, all by the words of the article:

    [article]      fields of the article; published is a day, "" where nothing says it
    [[story]]      headline of each story, in order; left out where there is one story
    [[zone]]       kind and text of a run of characters that all belong to zones of the kind
    [[statement]]  source ("" for none), cue, content (one string or its pieces), kind, stance; where they are not what
                   most are: reporter (neutral), against (nobody), chain (the source alone), parent and denies (none),
                   these two by the cue of the statement meant
    [[quiet]]      text in which nobody says anything: no statement's content touches it

" … " in a text leaves out what stands between. A table's `missed` lists what the present reader gets wrong in it;
`make golden` writes it, so that a change for the better or the worse is seen as a difference.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.model import Reading, Span, Statement

ARTICLES = Path(__file__).parent / "articles"
READINGS = Path(__file__).parent / "readings"
TABLES = ("story", "zone", "statement", "quiet")
# Spans agree when they share this part of their characters: a comma or a "that" more or less is no other reading.
ALIKE = 0.8
FOUND = 0.5  # the half by which the attribution scores count a content as found


def article_files() -> list[Path]:
    return sorted(path for path in ARTICLES.iterdir() if path.suffix in {".txt", ".html"})


def expected_of(article_file: Path) -> dict[str, Any]:
    return tomllib.loads(article_file.with_suffix(".toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Wanted:
    """A statement as expected, its words found in the text: each role's characters."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def misses(reading: Reading, expected: Mapping[str, Any]) -> dict[tuple[str, int], list[str]]:
    """Return what the reading gets wrong, by table and number: fields, or the table's own name for all of it."""
    wrong = {("article", 0): _wrong_in_article(reading, expected.get("article", {}))}
    headlines = [story.headline.of(reading.article.text) if story.headline else "" for story in reading.stories]
    stories = [story["headline"] for story in expected.get("story", [])]
    for number, headline in enumerate(stories):
        wrong["story", number] = (
            [] if headlines == stories or headlines[number : number + 1] == [headline] else ["story"]
        )
    if not stories and len(headlines) != 1:
        wrong["article", 0].append("stories")
    for table, check in (("zone", _wrong_in_zone), ("statement", wrong_in_statement), ("quiet", _wrong_in_quiet)):
        for number, entry in enumerate(expected.get(table, [])):
            wrong[table, number] = check(reading, entry)
    return {place: fields for place, fields in wrong.items() if fields}


def marked(expected: Mapping[str, Any]) -> dict[tuple[str, int], list[str]]:
    """Return what the expectation says the present reader gets wrong, as `misses` does."""
    entries = [("article", 0, expected.get("article", {}))]
    entries += [(table, number, entry) for table in TABLES for number, entry in enumerate(expected.get(table, []))]
    return {(table, number): entry["missed"] for table, number, entry in entries if entry.get("missed")}


def _wrong_in_article(reading: Reading, wanted: Mapping[str, Any]) -> list[str]:
    article = reading.article
    got = {
        "title": article.title,
        "publisher": article.publisher,
        "byline": list(article.byline),
        "url": article.url,
        "published": article.published.start[:10] if article.published else "",
    }
    return [name for name, value in wanted.items() if name != "missed" and got[name] != value]


def _wrong_in_zone(reading: Reading, wanted: Mapping[str, Any]) -> list[str]:
    text = reading.article.text
    zones = [zone for story in reading.stories for zone in story.zones if zone.kind.value == wanted["kind"]]
    inside = {place for zone in zones for place in range(zone.span.start, zone.span.end)}
    for span in _places(text, wanted["text"]):
        if all(place in inside or text[place].isspace() for place in range(span.start, span.end)):
            return []
    return ["zone"]


def _wrong_in_quiet(reading: Reading, wanted: Mapping[str, Any]) -> list[str]:
    span = _places(reading.article.text, wanted["text"])[0]
    contents = (content for statement in reading.statements for content in statement.content)
    return ["quiet"] if any(content.overlaps(span) for content in contents) else []


def wrong_in_statement(reading: Reading, entry: Mapping[str, Any]) -> list[str]:
    """Return which fields of an expected statement a reading gets wrong: "statement" where it does not find it."""
    best = statement_at(reading, entry)
    return ["statement"] if best is None else list(_differing(reading, entry, best))


def statement_at(reading: Reading, entry: Mapping[str, Any]) -> Statement | None:
    """Return the statement of a reading that is meant by an expected one, or None if it was not found."""
    wanted = located(reading.article.text, entry)
    near = [statement for statement in reading.statements if wanted.cue & _characters(statement.cue)]
    best = max(near, key=lambda statement: _alike(wanted.content, _characters(statement.content)), default=None)
    return best if best and _alike(wanted.content, _characters(best.content)) >= FOUND else None


def _differing(reading: Reading, entry: Mapping[str, Any], got: Statement) -> Iterator[str]:
    text, wanted = reading.article.text, located(reading.article.text, entry)
    for name in ("source", "content"):
        if _alike(getattr(wanted, name), _characters(getattr(got, name))) < ALIKE:
            yield name
    for name, usual in (("kind", None), ("stance", None), ("reporter", "neutral")):
        if getattr(got, name).value != entry.get(name, usual):
            yield name
    chain = entry.get("chain", [entry["source"]] if entry["source"] else [])
    for name, names in (("chain", chain), ("against", entry.get("against", []))):
        if not _are_named(reading, getattr(got, name), names):
            yield name
    others = {statement.id: statement for statement in reading.statements}
    for name in ("parent", "denies"):
        other = others.get(getattr(got, name) or "")
        cues = _characters(_places(text, entry.get(name, "")))
        if (other is None) != (not cues) or (other and not cues & _characters(other.cue)):
            yield name


def _are_named(reading: Reading, ids: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether sources are, one by one, those that the words name: these, or their head, are a mention."""
    mentions = {source.id: source.mentions for source in reading.sources}
    return len(ids) == len(names) and all(
        any(
            place.covers(mention) or _alike(_characters([place]), _characters([mention])) >= ALIKE
            for place in _places(reading.article.text, name)
            for mention in mentions[id_]
        )
        for id_, name in zip(ids, names, strict=True)
    )


def located(text: str, entry: Mapping[str, Any]) -> Wanted:
    """Return an expected statement by its characters; words that occur often are taken next to those that do not."""
    contents = [entry["content"]] if isinstance(entry["content"], str) else entry["content"]
    known = [
        places[0] for words in (*contents, entry["cue"], entry["source"]) if len(places := _places(text, words)) == 1
    ]
    if not known:
        raise ValueError(f"nothing in this statement occurs once only: {entry}")
    anchor = known[0]
    content = [span for piece in contents for span in _nearest(text, piece, anchor)]
    cue = _nearest(text, entry["cue"], anchor, outside=content)
    return Wanted(
        source=_characters(_nearest(text, entry["source"], cue[0], outside=content)),
        cue=_characters(cue),
        content=_characters(content),
    )


def _nearest(text: str, words: str, anchor: Span, outside: Sequence[Span] = ()) -> list[Span]:
    places = [place for place in _places(text, words) if not any(place.overlaps(span) for span in outside)]
    if not places:
        return []
    return [min(places, key=lambda span: max(span.start - anchor.end, anchor.start - span.end, 0))]


def _places(text: str, words: str) -> list[Span]:
    """Return where the words stand in the text as whole words; ValueError if nowhere, none for no words."""
    if not words:
        return []
    first, elided, last = words.partition(" … ")
    pattern = re.escape(first) + (".*?" + re.escape(last) if elided else "")
    edges = (r"\b" if words[0].isalnum() else "", r"\b" if words[-1].isalnum() else "")
    found = re.finditer(edges[0] + pattern + edges[1], text, re.DOTALL)
    places = [Span(*match.span()) for match in found]
    if not places:
        raise ValueError(f"the article does not hold {words!r}")
    return places


def _characters(spans: Iterator[Span] | Sequence[Span]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))


def _alike(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / len(left | right) if left | right else 1.0

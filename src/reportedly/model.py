"""The words of the program as frozen types: Span, Zone, Story, Article, Statement, Reading.

Offsets are half-open [start, end), in code points of `Article.text`; slicing the text with them gives
the quoted characters.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

SCHEMA = "reportedly/1"
_SURROGATE = re.compile("[\ud800-\udfff]")


class ZoneKind(StrEnum):
    """The role of a run of text on a page."""

    SECTION = "section"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


class StatementKind(StrEnum):
    """How much of a content stands in quotation marks: wholly, not at all, partly."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """The speech act of a cue."""

    SAYS = "says"
    DENIES = "denies"
    ACCUSES = "accuses"
    WARNS = "warns"
    CONFIRMS = "confirms"
    ADMITS = "admits"
    CLAIMS = "claims"
    ALLEGES = "alleges"
    PROMISES = "promises"
    DEMANDS = "demands"
    CONDEMNS = "condemns"
    PRAISES = "praises"
    ASKS = "asks"
    PREDICTS = "predicts"
    BELIEVES = "believes"
    THREATENS = "threatens"
    AGREES = "agrees"
    PLANS = "plans"


class Reporter(StrEnum):
    """What the reporter does with a content by the choice of the cue: vouch for it, keep a distance, or neither."""

    COMMITS = "commits"
    DISTANCES = "distances"
    NEUTRAL = "neutral"


class Precision(StrEnum):
    """How fine a When is."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    VAGUE = "vague"


class WhenBasis(StrEnum):
    """What a When rests on."""

    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run [start, end) of code points in an article's text.

    >>> Span(4, 9).of("The island spoke.")
    'islan'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether at least one character is in both spans."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def to_list(self) -> list[int]:
        """Return [start, end], as the JSON contract writes a span."""
        return [self.start, self.end]


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of text with one role. The zones of all stories, in order, tile the text without gap or overlap."""

    kind: ZoneKind
    span: Span

    def to_dict(self) -> dict[str, Any]:
        """Return the zone as the contract writes it."""
        return {"kind": self.kind.value, "start": self.span.start, "end": self.span.end}


@dataclass(frozen=True, slots=True)
class Story:
    """One news item of an article: a contiguous run of zones, with the span of its headline if it has one."""

    id: str
    headline: Span | None
    zones: tuple[Zone, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the story as the contract writes it."""
        return {
            "id": self.id,
            "headline": self.headline.to_list() if self.headline else None,
            "zones": [zone.to_dict() for zone in self.zones],
        }


@dataclass(frozen=True, slots=True)
class When:
    """An interval [start, end) of time, ISO 8601, with its precision, its basis and the span that says so."""

    id: str
    start: str
    end: str
    precision: Precision
    basis: WhenBasis
    span: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the interval as the contract writes it."""
        return {
            "id": self.id,
            "start": self.start,
            "end": self.end,
            "precision": self.precision.value,
            "basis": self.basis.value,
            "span": self.span.to_list() if self.span else None,
        }


@dataclass(frozen=True, slots=True)
class Article:
    """One received document: its text exactly as extracted, where and when it came from.

    `basis` names, for each of publisher, title, byline, published, language and url that is known, where it was
    found ("json-ld", "opengraph", "meta", "htmldate", "html", "text", "record", "option", …). `warnings` are
    one-line notes for a person, such as a text that looks wrongly decoded.
    """

    text: str
    file: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    published: When | None = None
    basis: Mapping[str, str] = field(default_factory=dict, hash=False)
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return 16 hexadecimal digits that depend on the canonical URL and the text alone."""
        return _digest(self.url or "", self.text)[:16]

    @property
    def text_sha256(self) -> str:
        """Return the SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(_utf8(self.text)).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """Return the article as the contract writes it."""
        return {
            "id": self.id,
            "file": self.file,
            "url": self.url,
            "publisher": self.publisher,
            "title": self.title,
            "byline": list(self.byline),
            "language": self.language,
            "text": self.text,
            "text_sha256": self.text_sha256,
            "published": self.published.to_dict() if self.published else None,
            "basis": dict(self.basis),
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class Page:
    """What the page layer hands to reading: an article and the stories that its text is split into."""

    article: Article
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks or is accused, warned or threatened: by name, with the spans that name it (`mentions`).

    Mentions in the same words, apart from case and a leading article, are one source; nothing else is taken to be.
    """

    id: str
    name: str
    mentions: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the source as the contract writes it."""
        return {"id": self.id, "name": self.name, "mentions": [span.to_list() for span in self.mentions]}


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: who (source), by which words (cue), what (content).

    Each role is a tuple of spans in reading order; source is empty where nobody is named. `parent` is the id of the
    statement that hands this one on: it stands within that one's content, or an agency cites its source. `sources` are
    the ids of who speaks, `against` of who is accused, warned or threatened, and `chain` of the authorities that the
    content comes through, outermost first, down to the one it finally rests on; the outlet itself is not listed.
    `denies` is the id of the statement that a denial by "the charge" or "it" means. `score` is between 0 and 1. `why`
    names the rule or the model version that found it.
    """

    id: str
    story: str
    kind: StatementKind
    stance: Stance
    reporter: Reporter = field(default=Reporter.NEUTRAL, kw_only=True)
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    why: str
    parent: str | None = None
    sources: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    denies: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the statement as the contract writes it."""
        return {
            "id": self.id,
            "story": self.story,
            "kind": self.kind.value,
            "stance": self.stance.value,
            "reporter": self.reporter.value,
            "source": [span.to_list() for span in self.source],
            "cue": [span.to_list() for span in self.cue],
            "content": [span.to_list() for span in self.content],
            "sources": list(self.sources),
            "against": list(self.against),
            "parent": self.parent,
            "chain": list(self.chain),
            "denies": self.denies,
            "score": self.score,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says about who says what."""

    article: Article
    stories: tuple[Story, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as the contract (`reportedly/1`) writes it: JSON-ready values only."""
        return {
            "schema": SCHEMA,
            "article": self.article.to_dict(),
            "stories": [story.to_dict() for story in self.stories],
            "statements": [statement.to_dict() for statement in self.statements],
            "sources": [source.to_dict() for source in self.sources],
        }

    def to_json(self, indent: int | None = None) -> str:
        """Return the reading as JSON text, on one line unless `indent` is given."""
        text = json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
        # a lone surrogate (from a JSON escape) has no UTF-8: it stays an escape
        return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def statement_id(article: Article, roles: Iterable[Iterable[Span]]) -> str:
    """Return a statement's id: 16 hexadecimal digits of the article's id and the spans of source, cue and content."""
    return _digest(article.id, json.dumps([[span.to_list() for span in role] for role in roles]))[:16]


def _digest(*parts: str) -> str:
    return hashlib.sha256(b"\0".join(_utf8(part) for part in parts)).hexdigest()


def _utf8(text: str) -> bytes:
    # a decoded file can hold lone surrogates (JSON escapes): they must hash, not raise
    return text.encode("utf-8", "surrogatepass")

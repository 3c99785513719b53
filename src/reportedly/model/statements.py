"""Attributions: who said what, by which words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportedly.model.articles import Article
from reportedly.model.digests import digest
from reportedly.model.spans import Span


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


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: who (source), by which words (cue), what (content).

    Each role is a tuple of spans in reading order; source is empty where nobody is named. `parent` is the id of the
    statement that hands this one on: it stands within that one's content, or an agency cites its source. `sources` are
    the ids of who speaks, `against` of who is accused, warned or threatened, and `chain` of the authorities that the
    content comes through, outermost first, down to the one it finally rests on; the outlet itself is not listed.
    `denies` is the id of the statement that a denial by "the charge" or "it" means. `said` is the id of the When at
    which it was said; `whens`, `places` and `figures` are the ids of those found in its content. `score` is between 0
    and 1. `why` names the rule or the model version that found it.
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
    said: str | None = None
    whens: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

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
            "said": self.said,
            "whens": list(self.whens),
            "places": list(self.places),
            "figures": list(self.figures),
            "score": self.score,
            "why": self.why,
        }


def statement_id(article: Article, roles: Iterable[Iterable[Span]]) -> str:
    """Return a statement's id: 16 hexadecimal digits of the article's id and the spans of source, cue and content."""
    return digest(article.id, json.dumps([[span.to_list() for span in role] for role in roles]))[:16]

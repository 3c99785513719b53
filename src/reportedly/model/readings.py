"""All that one article says about who says what."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from reportedly.model.articles import Article
from reportedly.model.findings import Check, Figure, Place, Unheard, Voice, Wording
from reportedly.model.sources import Source
from reportedly.model.spans import Story
from reportedly.model.statements import Statement
from reportedly.model.whens import When

SCHEMA = "reportedly/1"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says about who says what.

    `whens`, `places` and `figures` are all that its stories hold, in order, not only those in statements.
    """

    article: Article
    stories: tuple[Story, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...] = ()
    whens: tuple[When, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    voice: tuple[Voice, ...] = ()
    wording: tuple[Wording, ...] = ()
    unheard: tuple[Unheard, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as the contract (`reportedly/1`) writes it: JSON-ready values only."""
        return {
            "schema": SCHEMA,
            "article": self.article.to_dict(),
            "stories": [story.to_dict() for story in self.stories],
            "statements": [statement.to_dict() for statement in self.statements],
            "sources": [source.to_dict() for source in self.sources],
            "whens": [when.to_dict() for when in self.whens],
            "places": [place.to_dict() for place in self.places],
            "figures": [figure.to_dict() for figure in self.figures],
            "checks": [check.to_dict() for check in self.checks],
            "voice": [voice.to_dict() for voice in self.voice],
            "wording": [wording.to_dict() for wording in self.wording],
            "unheard": [unheard.to_dict() for unheard in self.unheard],
        }

    def to_json(self, indent: int | None = None) -> str:
        """Return the reading as JSON text, on one line unless `indent` is given."""
        text = json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
        # a lone surrogate (from a JSON escape) has no UTF-8: it stays an escape
        return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)

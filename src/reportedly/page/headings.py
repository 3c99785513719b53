"""Decides whether a heading inside a page is the headline of another story or a subheading of the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.page.wording import is_news_clause, shared_topic, word_count

_GOES_ON = re.compile(
    r"(?:[\"“'‘]|(?:he|she|it|they|but|and|so|yet|that|this|these|those|however|meanwhile|still|also|his|her|their|its|"
    r"such|there|then|in addition|moreover|another|other|others|i|we|you|my|our|your|as for|for example|one of the)\b)",
    re.IGNORECASE,
)
_NOT_NEWS = re.compile(
    r"(?:how|why|what|who|when|where|which|is|are|do|does|can|should)\b|\W*\d{1,2}[.):]?\s|.*\?\W*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|overnight|this (?:morning|week|month)"
    r"|last (?:week|night|month))\b"
)
_NAMES = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what stands around it: the page's first headline, the text before, and its own paragraphs.

    `dated` says that a byline, dateline or section line of its own goes with it.
    """

    words: str
    title: str
    before: str
    lead: str
    dated: bool = False

    def starts_story(self) -> bool:
        """Tell whether the heading begins a story of its own, by its words and its first paragraph."""
        return self.score() >= STORY_THRESHOLD

    def score(self) -> float:
        """Return the evidence for a story of its own: 0 is none, STORY_THRESHOLD is enough."""
        restated = shared_topic(self.words, self.lead)
        length = word_count(self.words)
        score = 3.0 * restated
        score += 1.5 if is_news_clause(self.words) else 0.0
        score += 0.5 if 6 <= length <= 16 else -1.0 if length <= 3 else 0.0
        score += 2.0 if self.dated else 0.0
        score += 0.5 if _DAY.search(self.lead) else 0.0
        score -= 2.0 if _NOT_NEWS.match(self.words) else 0.0
        score -= 1.5 if _GOES_ON.match(self.lead) else 0.0
        score -= 1.0 if word_count(self.lead) < 15 else 0.0
        score += 1.0 * (1 - shared_topic(self.lead, self.before))
        return score


STORY_THRESHOLD = 4.5

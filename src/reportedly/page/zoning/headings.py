"""Decides whether a heading inside a page is the headline of another story or a subheading of the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.page.zoning.datelines import dateline_length
from reportedly.page.zoning.wording import is_news_clause, shared_topic, word_count

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
_FULL_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?\b")

# Weights of a logistic regression on 351 headlines of a second story (BASIL articles put on one page, three in five
# pairs telling the same event) and 445 other headings (saved pages, GUM, PolNeAR), false splits counted double. In
# five-fold cross-validation a score of 1 finds 82% of the second stories and splits 3 of the 445.
_START = -6.05
_RESTATED = 1.09  # share of its topic words in the first paragraph
_RESTATED_SOON = 1.94  # ... in the first two
_NEWS_CLAUSE = 2.39
_VERY_SHORT = -2.87  # at most 3 words
_VERY_LONG = -1.93  # more than 16
_DATELINE = 3.53
_NAMES_A_DAY = 2.81  # in the first two paragraphs
_LEAD_GOES_ON = -1.31
_NEW_MATTER = 0.98  # share of the first paragraph's topic words that are new on the page
_INTRODUCED_AGAIN = 0.28  # for each of up to two people named in full although the page has named them before
_LONG_LEAD = 0.64  # for 30 words, less for fewer
_NOT_A_HEADLINE = -2.82  # a question, a number, "how to"
_OWN_LINE = 4.0  # a byline, dateline or section line of its own: subheadings have none; too rare to be learned
# A news clause that its lead tells again from the start. Added by hand to what was learned: of BASIL's 146 second
# stories it finds 4 more, and splits no PolNeAR article. Not where HTML marks headings
_TOLD_AGAIN = 2.2
_TOLD_AGAIN_SHARE = 0.6
THRESHOLD = 1.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what stands around it: the page before it, and its first two paragraphs.

    `dated` says that a byline, dateline or section line of its own goes with it, `marked` that the page has HTML.
    """

    words: str
    before: str
    lead: str
    second: str = ""
    dated: bool = False
    marked: bool = False

    def score(self) -> float:
        """Return the evidence that the heading begins a story of its own; THRESHOLD is enough."""
        length = word_count(self.words)
        opening = f"{self.lead} {self.second}"
        again = sum(name in self.before for name in set(_FULL_NAME.findall(f"{self.words}. {self.lead}")))
        return (
            _START
            + _RESTATED * shared_topic(self.words, self.lead)
            + _RESTATED_SOON * shared_topic(self.words, opening)
            + _NEWS_CLAUSE * is_news_clause(self.words)
            + _VERY_SHORT * (length <= 3)
            + _VERY_LONG * (length > 16)
            + _DATELINE * (dateline_length(self.lead) > 0)
            + _NAMES_A_DAY * (_DAY.search(opening) is not None)
            + _LEAD_GOES_ON * goes_on(self.lead)
            + _NEW_MATTER * (1 - shared_topic(self.lead, self.before))
            + _INTRODUCED_AGAIN * min(again, 2)
            + _LONG_LEAD * min(word_count(self.lead), 30) / 30
            + _NOT_A_HEADLINE * asks(self.words)
            + _OWN_LINE * self.dated
            + _TOLD_AGAIN * self._is_told_again()
        )

    def _is_told_again(self) -> bool:
        """Tell whether a news clause of a headline's length is taken up by a lead that stands on its own."""
        return (
            not self.marked
            and 4 <= word_count(self.words) <= 16
            and self.words[0].isalnum()
            and is_news_clause(self.words)
            and shared_topic(self.words, self.lead) >= _TOLD_AGAIN_SHARE
            and not goes_on(self.lead)
        )


def asks(words: str) -> bool:
    """Tell whether a line is a question or promises an answer: it seldom is news.

    >>> asks("How did it sink"), asks("Ferry sinks off Orn")
    (True, False)
    """
    return _NOT_NEWS.match(words) is not None


def goes_on(paragraph: str) -> bool:
    """Tell whether a paragraph opens as one that goes on from another: with a pronoun, a connective or a quotation.

    >>> goes_on("He said so."), goes_on("The minister said so.")
    (True, False)
    """
    return _GOES_ON.match(paragraph) is not None

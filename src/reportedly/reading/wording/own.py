"""The reporter's own words: which words of a text are not somebody else's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.lexicon.words import Word, words_of
from reportedly.model import Page, Reporter, Span, Statement, StatementKind
from reportedly.reading.draft import flows_of
from reportedly.reading.quotations import Quotation, quotations

# a passage with more of its words in capitals than this is set in them, as headlines are, and they tell nothing
_MOST_CAPITALS = 0.6
# letters of a word that is written small even in such headlines
_SHORT = 4
_OWNERS = frozenset({"its", "his", "her", "their", "whose"})
_ENDINGS = frozenset({"'s", "’s"})
_PLURAL_ENDINGS = frozenset({"' ", "’ "})
_CLOSERS = "”\"’' \t\r\n"
# a quotation of more words is what somebody says, named or not
MOST_WORDS = 4
_WORD = re.compile(r"[^\W_]+(?:[-’'‑][^\W_]+)*")
_OPENERS = frozenset('.?!:“‘"')


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, headline or caption: its words and marks, with offsets from its start in the article's text.

    The words stand without the ending of a possessive; `is_owner` tells which have one.
    """

    text: str
    start: int
    words: tuple[Word, ...] = field(repr=False)

    def span(self, first: int, end: int) -> Span:
        """Return the span of the article's text that the words [first, end) make up, without a possessive ending."""
        last = self.words[end - 1]
        bare = last.end - 2 if _is_possessive(self.text, last) else last.end
        return Span(self.start + self.words[first].start, self.start + bare)

    def start_of(self, number: int) -> int:
        """Return where a word begins in the article's text."""
        return self.start + self.words[number].start

    def at(self, number: int) -> str:
        """Return a word of the passage, or a full stop outside of it."""
        return self.words[number].text if 0 <= number < len(self.words) else "."

    def is_capital(self, number: int) -> bool:
        """Tell whether a word begins with a capital."""
        return 0 <= number < len(self.words) and self.text[self.words[number].start].isupper()

    def is_owner(self, number: int) -> bool:
        """Tell whether a word is a possessive: "Orla's", "pilots'", "its"."""
        word = self.words[number]
        plural = word.text.endswith("s") and self.text[word.end : word.end + 2] in _PLURAL_ENDINGS
        return word.text in _OWNERS or _is_possessive(self.text, word) or plural

    def begins_sentence(self, number: int) -> bool:
        """Tell whether a word is the first of a sentence."""
        return number == 0 or self.words[number - 1].text in _OPENERS

    def capitals_tell(self) -> bool:
        """Tell whether capitals mark names here: not in a headline that has one on every word."""
        marked = [self.is_capital(number) for number, word in enumerate(self.words) if len(word.text) > _SHORT]
        return self.text.rstrip(_CLOSERS).endswith(".") or sum(marked) <= _MOST_CAPITALS * len(marked)


def passage_of(text: str, span: Span) -> Passage:
    """Return a run of a text as a passage."""
    inside = span.of(text)
    words = (
        Word(word.text[:-2], word.start, word.end) if word.text.endswith("'s") and len(word.text) > len("'s") else word
        for word in words_of(inside)
    )
    return Passage(inside, span.start, tuple(words))


def _is_possessive(text: str, word: Word) -> bool:
    return text[word.end - 2 : word.end].lower() in _ENDINGS and word.end - word.start > len("'s")


class OwnWords:
    """The text of an article's stories, captions included, and whose words they are.

    In quotation marks and in what somebody says, words are that one's, with two exceptions. What is said by a cue that
    vouches for it ("confirmed that …") the reporter states, too. And in reported speech without quotation marks the
    reporter chooses by which name to call whom (`names`): the philosophers' de re, "said that members of the so-called
    aid group Orla Watch had moved".
    """

    def __init__(self, page: Page, statements: Sequence[Statement]) -> None:
        self.text = page.article.text
        flows = [flow for story in page.stories for flow in flows_of(self.text, story)]
        self.passages = tuple(passage_of(self.text, span) for flow in flows for span in flow)
        self.quotations: tuple[Quotation, ...] = tuple(
            sorted((mark for flow in flows for mark in quotations(self.text, flow)), key=lambda mark: mark.span)
        )
        marked = [mark.span for mark in self.quotations]
        direct = [span for item in statements if item.kind is StatementKind.DIRECT for span in item.content]
        told = [span for item in statements if item.reporter is not Reporter.COMMITS for span in item.content]
        self._contents = tuple(span for item in statements for span in item.content)
        self._quoted = Runs((*marked, *direct))
        self._theirs = Runs((*marked, *direct, *told))

    def states(self, span: Span) -> bool:
        """Tell whether the reporter says these words, and nobody else."""
        return not self._theirs.meet(span)

    def names(self, span: Span) -> bool:
        """Tell whether the reporter chose these words to name somebody by: outside quotation marks."""
        return not self._quoted.meet(span)

    @cached_property
    def contents(self) -> Runs:
        """Return the runs of text that are in some statement's content."""
        return Runs(self._contents)

    @cached_property
    def quoted_words(self) -> frozenset[str]:
        """Return every run of at most MOST_WORDS words, in lower case, that somebody says in quotation marks."""
        runs = set[str]()
        for mark in self.quotations:
            if self.contents.meet(mark.span):
                words = [match.lower() for match in _WORD.findall(mark.span.of(self.text))]
                sizes = range(1, MOST_WORDS + 1)
                runs |= {" ".join(words[at : at + size]) for size in sizes for at in range(len(words))}
        return frozenset(runs)


class Runs:
    """Runs of a text, joined where they meet, to look up whether a span meets one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meet(self, span: Span) -> bool:
        """Tell whether a span shares characters with a run."""
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end and bisect_left(self._ends, span.end) >= at

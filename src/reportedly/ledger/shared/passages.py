"""Passages that two articles share: where both have the same words, up to a small edit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportedly.ledger.shared.own import OwnText
from reportedly.ledger.shared.runs import Run, apart, cut, shared_runs
from reportedly.model import Span

# Words that a passage must have in common. In PolNeAR and BASIL, 12 bring 15 more pairs than 15 do, and what they share
# outside quotation marks are names with titles and standing phrases; with 20, 24 pairs are lost, mostly quotations.
LEAST = 15
# Words that may be changed, put in or left out in either article between two runs: fewer than `SEED`, so that no run
# can lie there. The same 135 pairs are found with 3; with 5 their passages hold 1% more words and are fewer.
GAP = 5


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Where a passage stands in one article: its spans, how many words they hold and how many of them are quoted.

    There is one span unless something that is not the article's own text stands between, such as a caption.
    """

    spans: tuple[Span, ...]
    words: int
    quoted: int

    def to_dict(self) -> dict[str, Any]:
        """Return the excerpt as JSON-ready values."""
        return {"spans": [span.to_list() for span in self.spans], "words": self.words, "quoted": self.quoted}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that two articles share; `same` is how many words are in both, in the same order."""

    one: Excerpt
    other: Excerpt
    same: int

    @property
    def is_quotation(self) -> bool:
        """Tell whether it stands wholly within quotation marks in both: what two reporters may have heard."""
        return self.one.quoted == self.one.words and self.other.quoted == self.other.words

    @property
    def is_exact(self) -> bool:
        """Tell whether not a word differs."""
        return self.same == self.one.words == self.other.words

    def mirrored(self) -> Passage:
        """Return it as seen from the other article."""
        return Passage(self.other, self.one, self.same)

    def to_dict(self) -> dict[str, Any]:
        """Return the passage as JSON-ready values."""
        return {
            "one": self.one.to_dict(),
            "other": self.other.to_dict(),
            "same": self.same,
            "exact": self.is_exact,
            "quotation": self.is_quotation,
        }


def passages(one: OwnText, other: OwnText) -> tuple[Passage, ...]:
    """Return the passages that two articles share, those with most words in common first.

    They overlap in neither article, and each lies within one flow of each. A passage has at least `LEAST` words in
    common; it goes on where up to `GAP` words differ. `passages(other, one)` are the same in the same order, mirrored.
    """
    if (other.words, other.flow_starts) < (one.words, one.flow_starts):
        return tuple(passage.mirrored() for passage in passages(other, one))
    runs = apart(cut(shared_runs(one.words, other.words), one.flow_starts, other.flow_starts))
    chains = [chain for chain in _chained(one, other, runs) if _same(chain) >= LEAST]
    if not chains:
        return ()
    quoted, other_quoted = one.quoted(), other.quoted()
    return tuple(
        Passage(
            _excerpt(one, quoted, chain[0].one, chain[-1].one_end),
            _excerpt(other, other_quoted, chain[0].other, chain[-1].other_end),
            _same(chain),
        )
        for chain in sorted(chains, key=lambda chain: (-_same(chain), chain[0].one))
    )


def share(found: Iterable[Passage], words_one: int, words_other: int) -> tuple[float, float]:
    """Return which part of each article's own words is shared with the other, from 0 to 1; 0 for one without words."""
    same = sum(passage.same for passage in found)
    return (same / words_one if words_one else 0.0, same / words_other if words_other else 0.0)


def _chained(one: OwnText, other: OwnText, runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs, given in order, in groups that are one passage each."""
    chains = [[run] for run in runs[:1]]
    for before, run in pairwise(runs):
        near = run.one - before.one_end <= GAP and 0 <= run.other - before.other_end <= GAP
        if (
            near
            and _flow(one, before.one) == _flow(one, run.one)
            and _flow(other, before.other) == _flow(other, run.other)
        ):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _flow(own: OwnText, word: int) -> int:
    return bisect_right(own.flow_starts, word)


def _same(chain: Sequence[Run]) -> int:
    return sum(run.length for run in chain)


def _excerpt(own: OwnText, quoted: Sequence[bool], first: int, last: int) -> Excerpt:
    return Excerpt(own.spans_of(first, last), last - first, sum(quoted[first:last]))

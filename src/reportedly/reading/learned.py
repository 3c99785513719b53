"""The trained model as an Attributor."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Span
from reportedly.reading.attribution import Attribution, Findings
from reportedly.reading.decoding import attribute
from reportedly.reading.names import find_names
from reportedly.reading.tagger import load_tagger
from reportedly.reading.tokens import tokenize


class LearnedAttributor:
    """Finds attributions and names with the models that came with the program; they are loaded when first asked."""

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> list[Attribution]:
        """Return the attributions in the given paragraphs of the text, in reading order of their contents."""
        tagger = load_tagger()
        tokens = tokenize(text, paragraphs, tagger.tokenizer)
        if not len(tokens):
            return []
        return attribute(text, tokens, tagger.score(tokens), tagger.grade, tagger.version)

    def find(self, text: str, paragraphs: Sequence[Span]) -> Findings:
        """Return the attributions and names in the given paragraphs of the text."""
        tagger = load_tagger()
        tokens = tokenize(text, paragraphs, tagger.tokenizer)
        if not len(tokens):
            return Findings()
        scores = tagger.score(tokens)
        found = attribute(text, tokens, scores, tagger.grade, tagger.version)
        return Findings(tuple(found), find_names(text, tokens, scores.states()))

"""The tagger: runs the trained model over a text's word pieces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from reportedly.reading.evidence import EVIDENCE
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.models import Floats, checked_manifest, log_softmax, session
from reportedly.reading.tokens import FEATURE_SIZES, Ints, Tokens, Window, around, standing_of, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer


class Scores(Protocol):
    """What a model makes of n tokens: log probabilities of TAGS [n, 7], and of PARTS for the tokens around a cue."""

    @property
    def tags(self) -> Floats:
        """Return the log probabilities of TAGS."""
        ...

    def parts(self, cue: int) -> tuple[Ints, Floats]:
        """Return the tokens [m] that can be source or content of the cue at a token, and log probabilities [m, 5]."""
        ...


@dataclass(frozen=True, slots=True)
class WindowStates:
    """The states [tokens of the window, d] that the encoder gives to a window."""

    window: Window
    states: Floats


@dataclass(frozen=True, slots=True)
class ModelScores:
    """The scores of the trained model; what stands around a cue is asked of it cue by cue."""

    tags: Floats
    tokens: Tokens
    windows: tuple[WindowStates, ...]
    session: InferenceSession

    def states(self) -> Floats:
        """Return the states [n, d] of all tokens, each from the window in which it is most central."""
        return np.concatenate(
            [
                seen.states[seen.window.first - seen.window.start : seen.window.last - seen.window.start]
                for seen in self.windows
            ]
        )

    def parts(self, cue: int) -> tuple[Ints, Floats]:
        """Return what `Scores.parts` does, read in the window in which the cue is most central."""
        seen = next(seen for seen in self.windows if cue < seen.window.last)
        start, end = seen.window.start, seen.window.end
        paragraphs, quoted = self.tokens.paragraphs[start:end], self.tokens.features[start:end, 1] > 0
        rows = around(cue - start, paragraphs, quoted)
        inputs = {
            "states": seen.states[rows][None],
            "cues": seen.states[cue - start][None],
            "around": standing_of(cue - start, rows, paragraphs)[None],
        }
        [logits] = self.session.run(["parts"], inputs)
        return rows + start, log_softmax(logits[0])


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded model with its tokenizer; `version` names it in every statement it finds.

    `encoder` gives tags and states to the tokens of a window, `joiner` tells what tokens are to a cue.
    `marks` are the word pieces that open and close every window. `weights`, one for each piece of EVIDENCE and an
    intercept, turn the evidence for an attribution into the log odds of its being right.
    """

    version: str
    tokenizer: Tokenizer
    encoder: InferenceSession
    joiner: InferenceSession
    marks: tuple[int, int]
    weights: tuple[float, ...]

    def grade(self, evidence: Sequence[float]) -> float:
        """Return how likely an attribution with this evidence is right, between 0 and 1."""
        *weights, intercept = self.weights
        odds = intercept + sum(weight * value for weight, value in zip(weights, evidence, strict=True))
        return round(1 / (1 + math.exp(-odds)), 4)

    def score(self, tokens: Tokens) -> ModelScores:
        """Return the scores of all tokens, each taken from the window in which it is most central.

        Windows run one at a time, and so do cues: the quantized model scales its activations over a batch, so a batch
        would make one window's figures depend on its neighbours'.
        """
        tags: list[Floats] = []
        seen: list[WindowStates] = []
        for window in windows(len(tokens)):
            logits, states = self._window(tokens, window)
            tags.append(logits[window.first - window.start : window.last - window.start])
            seen.append(WindowStates(window, states))
        return ModelScores(log_softmax(np.concatenate(tags)), tokens, tuple(seen), self.joiner)

    def _window(self, tokens: Tokens, window: Window) -> tuple[Floats, Floats]:
        first, last = self.marks
        ids = np.concatenate([[first], tokens.ids[window.start : window.end], [last]])
        features = np.zeros((len(ids), len(FEATURE_SIZES)), np.int64)
        features[1:-1] = tokens.features[window.start : window.end]
        tags, states = self.encoder.run(["tags", "states"], {"ids": ids[None], "features": features[None]})
        return tags[0, 1:-1], states[0, 1:-1]


@cache
def load_tagger() -> Tagger:
    """Return the tagger that came with the program, loaded once.

    Raises DataError where a file differs from its manifest or the manifest from the program.
    """
    with as_file(files("reportedly") / "models" / "attribution") as folder:
        return load_tagger_from(folder)


def load_tagger_from(folder: Path) -> Tagger:
    """Return the tagger of a folder; raises DataError as `load_tagger` does."""
    from tokenizers import Tokenizer  # noqa: PLC0415  (slow to import)

    manifest = checked_manifest(folder, "attribution", tags=list(TAGS), parts=list(PARTS), features=list(FEATURE_SIZES))
    encoder, joiner = session(folder / "encoder.onnx"), session(folder / "joiner.onnx")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    marks = (int(manifest["marks"][0]), int(manifest["marks"][1]))
    weights = tuple(float(manifest["weights"][name]) for name in (*EVIDENCE, "intercept"))
    return Tagger(f"{manifest['name']} {manifest['version']}", tokenizer, encoder, joiner, marks, weights)

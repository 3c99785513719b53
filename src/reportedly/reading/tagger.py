"""The tagger: runs the trained model over a text's word pieces."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import DataError
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tokens import FEATURE_SIZES, Tokens, Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
# log odds need a bound; no score is as sure as one in ten thousand
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Joints:
    """What joins tokens to cues in one window: two arrays [tokens, parts, d], compared only within the window."""

    window: Window
    parts: Floats
    cues: Floats

    def part_scores(self, cue: int) -> Floats:
        """Return log probabilities [tokens of the window, parts] of what each token is to the cue at token `cue`."""
        logits: Floats = np.einsum("npd,pd->np", self.parts, self.cues[cue - self.window.start])
        return _log_softmax(logits)


@dataclass(frozen=True, slots=True)
class TagScores:
    """For n tokens: log probabilities of TAGS [n, 7], and the joints of each window in order."""

    tags: Floats
    joints: tuple[Joints, ...]

    def joints_at(self, row: int) -> Joints:
        """Return the joints of the window in which a token is most central."""
        return next(joints for joints in self.joints if row < joints.window.last)


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded model with its tokenizer; `version` names it in every statement it finds.

    `marks` are the word pieces that open and close every window. `calibration` is slope and intercept of the line that
    turns the log odds of a raw score into those of being right.
    """

    version: str
    tokenizer: Tokenizer
    session: InferenceSession
    marks: tuple[int, int]
    calibration: tuple[float, float]

    def calibrated(self, raw: float) -> float:
        """Return how likely an attribution of this raw score is right, between 0 and 1 (Platt 1999)."""
        slope, intercept = self.calibration
        odds = math.log(max(raw, _LEAST) / max(1 - raw, _LEAST))
        return round(1 / (1 + math.exp(-(slope * odds + intercept))), 4)

    def score(self, tokens: Tokens) -> TagScores:
        """Return the scores of all tokens, each taken from the window in which it is most central.

        Windows run one at a time: the quantized model scales its activations over a batch, so a batch would make
        one window's figures depend on its neighbours'.
        """
        tags: list[Floats] = []
        joints: list[Joints] = []
        for window in windows(len(tokens)):
            logits, parts, cues = self._window(tokens, window)
            tags.append(logits[window.first - window.start : window.last - window.start])
            joints.append(Joints(window, parts, cues))
        return TagScores(_log_softmax(np.concatenate(tags)), tuple(joints))

    def _window(self, tokens: Tokens, window: Window) -> tuple[Floats, Floats, Floats]:
        first, last = self.marks
        ids = np.concatenate([[first], tokens.ids[window.start : window.end], [last]])
        features = np.zeros((len(ids), len(FEATURE_SIZES)), np.int64)
        features[1:-1] = tokens.features[window.start : window.end]
        inputs = {"ids": ids[None], "features": features[None]}
        tags, parts, cues = self.session.run(["tags", "parts", "cues"], inputs)
        return tags[0, 1:-1], parts[0, 1:-1], cues[0, 1:-1]


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=1, keepdims=True)
    normal: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normal


@cache
def load_tagger() -> Tagger:
    """Return the tagger that came with the program, loaded once.

    Raises DataError where a file differs from its manifest or the manifest from the program.
    """
    with as_file(files("reportedly") / "models" / "attribution") as folder:
        return load_tagger_from(folder)


def load_tagger_from(folder: Path) -> Tagger:
    """Return the tagger of a folder; raises DataError as `load_tagger` does."""
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415  (slow to import)
    from tokenizers import Tokenizer  # noqa: PLC0415

    manifest = _manifest(folder)
    settings = SessionOptions()
    settings.intra_op_num_threads = 1  # two threads on one short window cost more than they bring
    settings.log_severity_level = 3
    session = InferenceSession(folder / "model.onnx", settings, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    marks = (int(manifest["marks"][0]), int(manifest["marks"][1]))
    calibration = (float(manifest["calibration"][0]), float(manifest["calibration"][1]))
    return Tagger(f"{manifest['name']} {manifest['version']}", tokenizer, session, marks, calibration)


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    if not path.is_file():
        raise DataError(f"{path}: the attribution model is not there; install the program again")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if (manifest["tags"], manifest["parts"], manifest["features"]) != (list(TAGS), list(PARTS), list(FEATURE_SIZES)):
        raise DataError(f"{path}: made for another version of the program; install the program again")
    for name, digest in manifest["sha256"].items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise DataError(f"{folder / name}: differs from its manifest, so it is damaged; install the program again")
    return manifest

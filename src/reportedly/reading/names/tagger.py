"""The model that finds names in the states that the attribution model's encoder gives to the tokens of a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reportedly.reading.models import Floats, checked_manifest, log_softmax, session
from reportedly.reading.names.features import KNOWN, known_words
from reportedly.reading.names.name import NameKind
from reportedly.reading.tokens import Tokens

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# outside, then beginning and inside of each kind
LABELS = ("O", *(f"{place}-{kind.value}" for kind in NameKind for place in "BI"))


@dataclass(frozen=True, slots=True)
class NameTagger:
    """The loaded model."""

    network: InferenceSession

    def score(self, text: str, tokens: Tokens, states: Floats) -> Floats:
        """Return the log probabilities [n, 9] of LABELS; `states` [n, d] are what the encoder gives to the tokens."""
        inputs = {
            "states": states[None],
            "ids": tokens.ids[None],
            "case": tokens.features[None, :, 0],
            "known": known_words(text, tokens)[None],
        }
        [logits] = self.network.run(["labels"], inputs)
        return log_softmax(np.asarray(logits[0], np.float32))


@cache
def load_name_tagger() -> NameTagger:
    """Return the tagger that came with the program, loaded once.

    Raises DataError where a file differs from its manifest or the manifest from the program.
    """
    with as_file(files("reportedly") / "models" / "names") as folder:
        return load_name_tagger_from(folder)


def load_name_tagger_from(folder: Path) -> NameTagger:
    """Return the tagger of a folder; raises DataError as `load_name_tagger` does."""
    checked_manifest(folder, "name", labels=list(LABELS), known=KNOWN)
    return NameTagger(session(folder / "names.onnx"))

"""Bring the scores of the package's model to scale: `python -m training.calibrate [GOLD_DIR]`.

Fits the line that turns the log odds of a raw score into those of being right (Platt 1999) on a folder of brat
standoff, PolNeAR's dev part unless another is named, and writes its slope and intercept into the model's manifest.
"""

from __future__ import annotations

import argparse
import json
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.brat import Document, read_folder
from reportedly.evaluation.matching import letters, overlap
from reportedly.reading.attribution import Attribution
from reportedly.reading.decoding import attribute
from reportedly.reading.tagger import Tagger, load_tagger
from reportedly.reading.tokens import tokenize
from reportedly.text import lines

DEV = Path("../shared/data/polnear/dev")
LEAST = 1e-4
STEPS = 50


def judged(document: Document, tagger: Tagger) -> list[tuple[float, bool]]:
    """Return the raw score of every candidate in a document, and whether content and source are right (attr_soft)."""
    tokens = tokenize(document.text, lines(document.text), tagger.tokenizer)
    found = attribute(tokens, tagger.score(tokens), tagger.version)
    return [(item.score, _is_right(document, item)) for item in found]


def _is_right(document: Document, item: Attribution) -> bool:
    text = document.text
    content, source = letters(text, item.content), letters(text, item.source)
    return any(
        overlap(content, letters(text, gold.content)) >= 0.8 and overlap(source, letters(text, gold.source)) >= 0.5
        for gold in document.attributions
    )


def fit(raw: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Return slope and intercept of the logistic regression of `right` on the log odds of `raw` (Newton's method)."""
    kept = np.clip(raw, LEAST, 1 - LEAST)
    inputs = np.stack([np.log(kept / (1 - kept)), np.ones_like(kept)], axis=1)
    weights = np.zeros(2)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (likely * (1 - likely))[:, None]).T @ inputs
        weights += np.linalg.solve(curvature, inputs.T @ (right - likely))
    return round(float(weights[0]), 3), round(float(weights[1]), 3)


def main() -> None:
    """Fit, print and write the two numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=DEV)
    tagger = load_tagger()
    pairs = [pair for document in read_folder(parser.parse_args().gold) for pair in judged(document, tagger)]
    raw, right = (np.array(values, np.float64) for values in zip(*pairs, strict=True))
    slope, intercept = fit(raw, right)
    path = Path(str(files("reportedly"))) / "models" / "attribution" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) | {"calibration": [slope, intercept]}
    path.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"{len(pairs)} candidates, {right.mean():.3f} right: slope {slope}, intercept {intercept}")


if __name__ == "__main__":
    main()

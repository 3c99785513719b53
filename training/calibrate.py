"""Bring the scores of the package's model to scale: `python -m training.calibrate [GOLD_DIR]`.

Fits the weights that turn the evidence for an attribution into the log odds of its being right on a folder of brat
standoff, PolNeAR's dev part unless another is named, and writes them into the model's manifest.
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
from reportedly.reading.decoding import attribution_of, candidates
from reportedly.reading.evidence import EVIDENCE
from reportedly.reading.tagger import Tagger, load_tagger
from reportedly.reading.tokens import tokenize
from reportedly.text import lines

DEV = Path("../shared/data/polnear/dev")
STEPS = 50
RIDGE = 1.0


def judged(document: Document, tagger: Tagger) -> list[tuple[tuple[float, ...], bool]]:
    """Return the evidence for every candidate in a document, and whether content and source are right (attr_soft)."""
    tokens = tokenize(document.text, lines(document.text), tagger.tokenizer)
    found = candidates(document.text, tokens, tagger.score(tokens), tagger.grade)
    return [(item.evidence, _is_right(document, attribution_of(item, tokens, tagger.version))) for item in found]


def _is_right(document: Document, item: Attribution) -> bool:
    text = document.text
    content, source = letters(text, item.content), letters(text, item.source)
    return any(
        overlap(content, letters(text, gold.content)) >= 0.8 and overlap(source, letters(text, gold.source)) >= 0.5
        for gold in document.attributions
    )


def fit(evidence: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return weights and intercept of the logistic regression of `right` [n] on `evidence` [n, k] (Newton's method).

    The weights of standardized evidence are held near nothing by RIDGE, since its pieces say much the same.
    """
    mean, scale = evidence.mean(axis=0), evidence.std(axis=0) + 1e-9
    inputs = np.column_stack([(evidence - mean) / scale, np.ones(len(evidence))])
    ridge = np.diag([RIDGE] * evidence.shape[1] + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (likely * (1 - likely))[:, None]).T @ inputs + ridge
        weights += np.linalg.solve(curvature, inputs.T @ (right - likely) - ridge @ weights)
    plain = weights[:-1] / scale
    return np.append(plain, weights[-1] - plain @ mean)


def main() -> None:
    """Fit, print and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=DEV)
    tagger = load_tagger()
    pairs = [pair for document in read_folder(parser.parse_args().gold) for pair in judged(document, tagger)]
    evidence, right = (np.array(values, np.float64) for values in zip(*pairs, strict=True))
    weights = [round(float(weight), 3) for weight in fit(evidence, right)]
    path = Path(str(files("reportedly"))) / "models" / "attribution" / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["weights"] = dict(zip((*EVIDENCE, "intercept"), weights, strict=True))
    path.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"{len(pairs)} candidates, {right.mean():.3f} right: {manifest['weights']}")


if __name__ == "__main__":
    main()

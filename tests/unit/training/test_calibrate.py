from __future__ import annotations

import numpy as np

from training.calibrate import fit


def test_the_line_brings_scores_to_the_share_that_is_right():
    rng = np.random.default_rng(1)
    evidence = rng.normal(size=(20_000, 2))
    right = rng.random(20_000) < 1 / (1 + np.exp(-(evidence @ [0.7, -0.3] - 1.0)))
    weights = fit(evidence, right.astype(float))
    assert np.allclose(weights, [0.7, -0.3, -1.0], atol=0.06)

from __future__ import annotations

import numpy as np

from training.calibrate import fit


def test_the_line_brings_scores_to_the_share_that_is_right():
    rng = np.random.default_rng(1)
    raw = rng.uniform(0.05, 0.95, 20_000)
    odds = np.log(raw / (1 - raw))
    right = rng.random(20_000) < 1 / (1 + np.exp(-(0.7 * odds - 1.0)))
    slope, intercept = fit(raw, right.astype(float))
    assert abs(slope - 0.7) < 0.06
    assert abs(intercept + 1.0) < 0.06

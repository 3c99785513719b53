from __future__ import annotations

import numpy as np
import pytest

from reportedly.reading.evidence import expected_overlap, log_odds


def test_certainty_has_a_bound() -> None:
    assert log_odds(0.5) == 0
    assert -log_odds(0.0) == log_odds(1.0) < 8


@pytest.mark.parametrize(
    ("chances", "chosen", "overlap"),
    [
        ([1, 1, 0], [1, 1, 0], 1.0),
        ([1, 1, 1, 1], [1, 1, 0, 0], 2 / 3),
        ([0, 0], [0, 0], 1.0),
        ([0.5, 0.2], [0, 0], 0.3),
    ],
)
def test_the_overlap_expected_is_that_of_what_is_likely(
    chances: list[float], chosen: list[int], overlap: float
) -> None:
    found = expected_overlap(np.array(chances, np.float32), np.array(chosen, bool))
    assert found == pytest.approx(overlap, abs=1e-6)

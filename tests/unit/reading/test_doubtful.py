from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.model import ZoneKind
from reportedly.reading.doubtful import drop_doubtful


@pytest.mark.parametrize(("score", "kept"), [(0.31, 1), (0.29, 0)])
def test_what_is_likely_wrong_is_left_out(score: float, kept: int, make_draft: Any) -> None:
    draft = make_draft((ZoneKind.BODY, "Lume said the boats sank."), said=(("Lume", "said", ("the boats sank",)),))
    unsure = draft.having([replace(item, score=score) for item in draft.attributions])
    assert len(drop_doubtful(unsure).attributions) == kept


def test_a_cue_of_function_words_reports_nothing(make_draft: Any) -> None:
    said = (("Lume", "was in", ("the boats",)), ("Lume", "was told", ("the boats",)))
    draft = drop_doubtful(make_draft((ZoneKind.BODY, "Lume was in the boats. Lume was told the boats."), said=said))
    assert [span.of(draft.text) for item in draft.attributions for span in item.cue] == ["was told"]


@pytest.mark.parametrize(("sentence", "cue", "kept"), [
    ("Two ships were denied entry to the lagoon.", "were denied", 0),
    ("The yard denied that two ships had sunk.", "denied", 1),
])  # fmt: skip
def test_a_denial_that_is_none_is_left_out(sentence: str, cue: str, kept: int, make_draft: Any) -> None:
    content = sentence[sentence.index(cue) + len(cue) + 1 : -1]
    draft = make_draft((ZoneKind.BODY, sentence), said=(("", cue, (content,)),))
    assert len(drop_doubtful(draft).attributions) == kept

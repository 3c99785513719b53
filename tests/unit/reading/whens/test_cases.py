from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportedly.reading.whens import read_whens

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_expressions_mean_what_a_reader_takes_them_for(case: dict[str, Any], make_page: Any) -> None:
    page = make_page(case["text"], published=case.get("published", "2026-05-14"))
    whens = read_whens(page, ()).whens
    assert [[when.span.of(case["text"]), when.start, when.end, when.precision.value] for when in whens] == case["whens"]


def test_there_is_a_case_for_every_convention() -> None:
    assert len(CASES) >= 120
    assert len({case["rule"] for case in CASES}) == len(CASES)

"""The accepted readings of the test articles, as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reportedly.model import Reading
from tests.golden.expectations import READINGS


def snapshot_file(article_file: Path) -> Path:
    return READINGS / f"{article_file.stem}.json"


def snapshot_of(reading: Reading) -> dict[str, Any]:
    """Return the reading as the contract writes it, without what depends on the machine: folder and scores."""
    written = reading.to_dict()
    written["article"]["file"] = Path(written["article"]["file"]).name
    for statement in written["statements"]:
        del statement["score"]
    return written


def write_snapshot(article_file: Path, reading: Reading) -> None:
    text = json.dumps(snapshot_of(reading), ensure_ascii=False, indent=1) + "\n"
    snapshot_file(article_file).write_text(text, encoding="utf-8")

"""Who speaks in short invented texts, against what a careful person says."""

from __future__ import annotations

from reportedly.model import SourceKind
from tests.golden import speakerbook
from tests.golden.test_golden import SLACK

FIELDS = {"cue", "name", "kind", "country", "role", "affiliation", "against", "missed"}


def test_expectations_are_about_their_text() -> None:
    for case, entry in speakerbook.speakers():
        assert case["text"].count(entry["cue"]) == 1
        assert set(entry) <= FIELDS
        assert {len(entry["name"])} == {len(entry["kind"]), len(entry["country"])}
        assert set(entry["kind"]) <= set(SourceKind)


def test_speakers_are_as_expected() -> None:
    wrong = speakerbook.misses()
    marked = enumerate(entry.get("missed", []) for _, entry in speakerbook.speakers())
    known = {("case.speaker", number): fields for number, fields in marked if fields}
    turned = [place for place in wrong.keys() | known.keys() if wrong.get(place) != known.get(place)]
    count = len(list(speakerbook.speakers()))
    assert len(turned) <= SLACK * count, "\n".join(f"{at}: {wrong.get(at, 'right')}" for at in sorted(turned))

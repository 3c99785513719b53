import pytest

from reportedly.lexicon import cues
from reportedly.model import Reading, Stance, StatementKind
from reportedly.report.lexicon import UnknownCues, cue_dict, render_cues, render_unknown

INDIRECT, SAYS = StatementKind.INDIRECT, Stance.SAYS
TEXT = "Ivo Senn cackled that the ferry listed. The guild said that the bell is cracked. Lusk: all is well."
ROWS = [
    ("Ivo Senn", "cackled", ("that the ferry listed",), INDIRECT, SAYS),
    ("The guild", "said", ("that the bell is cracked",), INDIRECT, SAYS),
    ("Lusk", ":", ("all is well",), INDIRECT, SAYS),
    ("", "", ("all is well",), INDIRECT, SAYS),
]


@pytest.fixture
def found(make) -> UnknownCues:
    found = UnknownCues()
    found.add(make("The heron brayed that it rained.", [("The heron", "brayed", ("it rained",), INDIRECT, SAYS)]))
    readings: list[Reading] = [make(TEXT, ROWS, file="a.txt"), make(TEXT.replace("cackled", "Cackled"), [], file="b")]
    readings.append(make("He Cackled that it rained.", [("He", "Cackled", ("it rained",), INDIRECT, SAYS)]))
    for reading in readings:
        found.add(reading)
    return found


def test_unknown_cues_are_counted_the_most_frequent_first(found):
    assert [(one.cue, one.count, one.file) for one in found.ranked()] == [("cackled", 2, "a.txt"), ("brayed", 1, None)]


def test_an_unknown_cue_stands_with_its_first_example(found):
    assert render_unknown(found.ranked()) == (
        "    2  cackled\n"
        "       Ivo Senn cackled that the ferry listed. The guild said …  (a.txt)\n"
        "    1  brayed\n"
        "       The heron brayed that it rained.\n"
    )


def test_nothing_unknown_is_said():
    assert render_unknown([]) == "The lexicon knows a word of every cue.\n"


def test_every_entry_has_its_line_with_what_it_does():
    lines = render_cues(cues()).splitlines()
    assert "accuses.accuse: accuse, accusation, accused, the accused of · ACCUSE" in [line.strip() for line in lines]
    assert "  confirms.confirm: confirm, confirmation · reporter commits" in lines
    assert sum(line.startswith("  ") for line in lines) == len(cues())


def test_an_entry_as_json():
    (cue,) = (cue for cue in cues() if cue.id == "claims.claim")
    assert cue_dict(cue) == {
        "id": "claims.claim",
        "stance": "claims",
        "reporter": "distances",
        "plover": None,
        "forms": ["claim"],
        "example": cue.example,
    }

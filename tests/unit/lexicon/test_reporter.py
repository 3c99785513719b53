import pytest

from reportedly.lexicon import find_cues, reporter_of


@pytest.mark.parametrize(
    "cue",
    [
        "confirmed",
        "has admitted",
        "conceded that",
        "pointed out",
        "found",
        "shows",
        "revealed",
        "disclosed",
        "acknowledged",
        "can confirm",
        "never stopped admitting",
        "not only confirmed",
        "blew the whistle on",
        "it emerged",
        "was aware that",
        "said, confirming",
    ],
)
def test_the_reporter_commits(cue: str):
    assert reporter_of(cue).value == "commits"


@pytest.mark.parametrize(
    "cue",
    [
        "claims",
        "alleged",
        "allegedly",
        "reportedly",
        "is said to",
        "are reported to",
        "so-called",
        "purported",
        "falsely said",
        "what he called",
        "said without evidence",
        "reportedly denied",
        "would have us believe",
    ],
)
def test_the_reporter_keeps_a_distance(cue: str):
    assert reporter_of(cue).value == "distances"


@pytest.mark.parametrize(
    "cue",
    [
        "",
        ":",
        "—",
        "said",
        "told reporters",
        "according to",
        "cackled",
        "insisted",
        "maintains",
        "explained",
        "denied",
        "accused",
        "claimed responsibility",
        "was reported by",
    ],
)
def test_the_reporter_does_neither(cue: str):
    assert reporter_of(cue).value == "neutral"


@pytest.mark.parametrize(
    "cue",
    [
        "did not confirm",
        "refused to confirm",
        "could not verify",
        "would neither confirm nor deny",
        "stopped short of admitting",
        "has never claimed",
        "did not say or reveal",
        "might confirm",
        "could yet, perhaps, show",
        "asked whether it confirmed",
        "asked the yard to confirm",
        "hoped to show",
        "tried to show",
        "is expected to admit",
        "promised to reveal",
    ],
)
def test_negation_and_doubt_take_its_force_away(cue: str):
    assert reporter_of(cue).value == "neutral"


def test_a_doubt_ends_with_its_clause():
    told = [(found.cue.id, found.reporter.value) for found in find_cues("It might confirm it and it admitted that")]
    assert told == [("confirms.confirm", "neutral"), ("admits.admit", "commits")]

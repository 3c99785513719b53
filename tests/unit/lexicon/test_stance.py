import pytest

from reportedly.lexicon import find_cues, stance_of
from reportedly.model import Stance


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "says"),
        ("told reporters on Friday", "says"),
        (":", "says"),
        ("according to", "says"),
        ("is said to", "says"),
        ("reportedly", "says"),
        ("made it clear", "says"),
        ("hit back at", "says"),
        ("forbade", "says"),
        ("cackled", "says"),
        ("", "says"),
        ("strongly denies", "denies"),
        ("denial", "denies"),
        ("ruled out", "denies"),
        ("rejected", "denies"),
        ("has been accused of", "accuses"),
        ("has long been accused", "accuses"),
        ("pointed the finger at", "accuses"),
        ("have never stopped pointing the finger at", "accuses"),
        ("blamed", "accuses"),
        ("has warned", "warns"),
        ("warning", "warns"),
        ("confirmed for the first time", "confirms"),
        ("had openly admitted", "admits"),
        ("charge", "accuses"),
        ("has called a lie", "denies"),
        ("claims", "claims"),
        ("claim", "claims"),
        ("maintains", "claims"),
        ("alleging", "alleges"),
        ("allegation", "alleges"),
        ("vowed", "promises"),
        ("swore", "promises"),
        ("called for", "demands"),
        ("urged", "demands"),
        ("strongly condemned", "condemns"),
        ("took the council's deputy leader to task", "condemns"),
        ("hailed", "praises"),
        ("asked", "asks"),
        ("is widely expected to", "predicts"),
        ("believes", "believes"),
        ("threatened to", "threatens"),
        ("agreed", "agrees"),
        ("plan to", "plans"),
        ("issued a statement condemning", "condemns"),
    ],
)
def test_a_cue_takes_its_stance(cue: str, stance: str):
    assert stance_of(cue).value == stance


@pytest.mark.parametrize(
    "cue",
    [
        "did not deny",
        "didn't deny",
        "didn’t deny",
        "refused to confirm",
        "stopped short of accusing",
        "declined to confirm",
        "could not verify",
        "would neither confirm nor deny",
        "has yet to confirm",
        "did not, however, deny",
        "has never accused",
        "no longer claims",
        "stopped accusing",
        "did not respond to a request",
        "declined to answer questions",
        "refused to comment on the allegation",
        "cannot confirm",
        "has never, in all these years, denied",
        "did not confirm or deny",
        "without admitting",
    ],
)
def test_a_negated_cue_only_says(cue: str):
    assert stance_of(cue) is Stance.SAYS


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("never stopped accusing", "accuses"),
        ("did not hesitate to accuse", "accuses"),
        ("did not stop blaming", "accuses"),
        ("not only accused", "accuses"),
        ("could not help praising", "praises"),
        ("did not confirm it but warned", "warns"),
        ("never confirmed it, warning", "warns"),
        ("had never left the building and asked", "asks"),
        ("did not confirm and warned", "warns"),
        ("nothing but praise", "praises"),
        ("does not believe", "believes"),
        ("is not expected to", "predicts"),
    ],
)
def test_what_remains_after_negation(cue: str, stance: str):
    assert stance_of(cue).value == stance


def test_the_longest_phrase_wins():
    assert stance_of("called") is Stance.SAYS
    assert stance_of("called for") is Stance.DEMANDS
    (found,) = find_cues("claimed responsibility")
    assert found.stance is Stance.ADMITS


@pytest.mark.parametrize(
    "sentence",
    [
        "The flood claimed 12 lives.",
        "The report ran to 40 pages.",
        "The team announced its arrival with a goal.",
    ],
)
def test_nobody_says_anything(sentence: str):
    assert find_cues(sentence) == ()


def test_cues_are_found_at_their_characters():
    sentence = "The mayor denied it and, pointing the finger at Lusk, warned of ice."
    assert [(sentence[cue.start : cue.end], cue.stance.value) for cue in find_cues(sentence)] == [
        ("denied", "denies"),
        ("pointing the finger at", "accuses"),
        ("warned", "warns"),
    ]

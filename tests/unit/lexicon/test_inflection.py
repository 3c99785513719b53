import pytest

from reportedly.lexicon.cues import inflection
from reportedly.lexicon.inflection import Inflection


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("warn", "warn warned warning warns"),
        ("accuse", "accuse accused accuses accusing"),
        ("deny", "denied denies deny denying"),
        ("slam", "slam slammed slamming slams"),
        ("press", "press pressed presses pressing"),
        ("vow", "vow vowed vowing vows"),
        ("agree", "agree agreed agreeing agrees"),
        ("play", "play played playing plays"),
        ("quip", "quip quipped quipping quips"),
        ("reveal", "reveal revealed revealing reveals"),
    ],
)
def test_regular_verbs(lemma: str, forms: str):
    assert inflection().verb(lemma) == set(forms.split())


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("say", "said"),
        ("write", "written"),
        ("swear", "swore"),
        ("admit", "admitted"),
        ("signal", "signalled"),
        ("signal", "signaled"),
        ("begin", "beginning"),
    ],
)
def test_irregular_and_doubling_verbs(lemma: str, form: str):
    assert form in inflection().verb(lemma)


def test_nouns():
    assert Inflection().noun("denial") == {"denial", "denials"}
    assert Inflection().noun("testimony") == {"testimony", "testimonies"}
    assert Inflection().noun("promise") == {"promise", "promises"}

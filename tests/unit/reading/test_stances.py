import pytest

from reportedly.model import Span, Stance
from reportedly.reading.stances import reporter_at, stance_at

TEXT = "Nobody knew. The yard did not confirm the leak; a guard admitted it. “If so,” she claimed: boats leak."


def span(words: str) -> tuple[Span, ...]:
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


@pytest.mark.parametrize(
    ("cue", "stance", "reporter"),
    [
        ("confirm", "says", "neutral"),
        ("did not confirm", "says", "neutral"),
        ("admitted", "admits", "commits"),
        ("claimed", "claims", "distances"),
        (":", "says", "neutral"),
    ],
)
def test_a_cue_is_read_with_its_clause_so_far(cue: str, stance: str, reporter: str):
    assert (stance_at(TEXT, span(cue)).value, reporter_at(TEXT, span(cue)).value) == (stance, reporter)


def test_no_cue_says_and_is_neutral():
    assert (stance_at(TEXT, ()).value, reporter_at(TEXT, ()).value) == ("says", "neutral")


def test_the_next_clause_makes_no_demand_of_a_statement() -> None:
    text = "A doctor told Harbour Wire that he tried to save them."
    assert stance_at(text, [Span(9, 13)]) is Stance.SAYS

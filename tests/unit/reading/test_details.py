from __future__ import annotations

from reportedly.model import Figure, Place, Precision, Span, Stance, Statement, StatementKind, When, WhenBasis
from reportedly.reading.details import with_details

INSIDE, ACROSS, OUTSIDE = Span(10, 14), Span(18, 24), Span(40, 44)


def statement(*content: Span) -> Statement:
    roles = ((Span(0, 2),), (Span(3, 5),), content)
    return Statement("1", "s1", StatementKind.INDIRECT, Stance.SAYS, *roles, 0.9, "by-hand")


def test_a_statement_has_what_lies_within_its_content_and_when_it_was_said() -> None:
    whens = [When(f"w{at.start}", "2026", "2027", Precision.YEAR, WhenBasis.TEXT, at) for at in (OUTSIDE, INSIDE)]
    places = [Place(f"p{at.start}", "Orn", 1.0, 2.0, None, None, at) for at in (INSIDE, ACROSS)]
    figures = [Figure(f"f{at.start}", 1, 1, "boat", None, approximate=False, span=at) for at in (INSIDE, OUTSIDE)]
    [told] = with_details([statement(Span(8, 20), Span(38, 50))], {"1": "w10"}, whens, places, figures)
    assert (told.said, told.whens, told.places, told.figures) == ("w10", ("w10", "w40"), ("p10",), ("f10", "f40"))


def test_a_when_that_the_text_does_not_show_is_in_no_content() -> None:
    shown = When("w1", "2026", "2027", Precision.YEAR, WhenBasis.METADATA)
    [told] = with_details([statement(Span(0, 50))], {}, [shown], [], [])
    assert (told.said, told.whens) == (None, ())

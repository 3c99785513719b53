from reportedly.model import Span
from reportedly.report.phrases import quoted


def test_pieces_that_only_white_space_parts_have_no_gap_between_them():
    text = "One two\n\nthree, he said, four."
    assert quoted(text, [Span(0, 7), Span(9, 15), Span(25, 29)]) == "One two three, … four"

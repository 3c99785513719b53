from reportedly.model import Span
from reportedly.reading.sources.roles import _before


def test_a_determiner_right_before_a_name_is_no_role():
    text = "The governor looked at her Senn"
    assert _before(text, Span(27, 31)) is None

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Span, Stance, Statement, StatementKind
from reportedly.report.groups import Entry
from reportedly.report.html.marks import Role, marks_of, paragraphs, segments
from reportedly.report.html.signs import letters


def entry(number, source=(), cue=(), content=()):
    return Entry(
        number, Statement(str(number), "s1", StatementKind.INDIRECT, Stance.SAYS, source, cue, content, 1, "x")
    )


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=6), SPANS)
def test_segments_tile_and_are_covered_by_exactly_their_marks(contents, whole):
    marks = marks_of(entry(number, content=spans) for number, spans in enumerate(contents, start=1))
    over = [mark for mark in marks if mark.span.overlaps(whole)]
    found = list(segments(whole, over))
    assert "".join(segment.span.of("x" * 40) for segment in found) == whole.of("x" * 40)
    for segment in found:
        assert set(segment.marks) == {mark for mark in over if mark.span.covers(segment.span)}
        assert set(segment.marks) == {mark for mark in over if mark.span.overlaps(segment.span)}


def test_the_widest_statement_comes_first_and_the_innermost_last():
    wide = entry(2, source=(Span(0, 4),), content=(Span(5, 30),))
    narrow = entry(1, source=(Span(10, 14),), content=(Span(15, 20),))
    over = [mark for mark in marks_of([wide, narrow]) if mark.span.overlaps(Span(10, 14))]
    (middle,) = segments(Span(10, 14), over)
    assert [(mark.entry.number, mark.role) for mark in middle.marks] == [(2, Role.CONTENT), (1, Role.SOURCE)]


@given(st.text(alphabet="ab \n\t\r\u2028", max_size=40), st.integers(0, 5))
def test_paragraphs_hold_everything_but_white_space(text, start):
    span = Span(min(start, len(text)), len(text))
    found = list(paragraphs(text, span))
    assert all(part.of(text).strip() for part in found)
    assert "".join("".join(part.of(text).split()) for part in found) == "".join(span.of(text).split())
    assert all(one.end < two.start for one, two in pairwise(found))


def test_letters_go_on_after_z():
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]

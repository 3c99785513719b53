from reportedly.evaluation import compare, found_in
from reportedly.model import Article, Reading, Span, Stance, Statement, StatementKind
from tests.unit.evaluation.conftest import LUME, SENN, TEXT, TORE


def test_marks_and_commas_change_nothing(annotate, attribute):
    [case] = compare(annotate(SENN), [attribute("Senn.", "said ", "Ice is late")]).cases
    assert (case.content, case.source, case.wrong_letters) == (1.0, 1.0, 0)


def test_each_is_used_once_and_the_best_content_wins(annotate, attribute):
    part, whole = attribute("Senn", "said", "Ice"), attribute("Senn", "said", "Ice is late")
    comparison = compare(annotate(SENN, LUME), [part, whole])
    first, second = comparison.cases
    assert first.found == whole
    assert (second.found, second.content, second.source, second.is_right) == (None, 0.0, 0.0, False)
    assert second.wrong_letters == len("boatssail")
    assert comparison.found == (part, whole)


def test_what_has_no_content_is_not_counted_as_found(annotate, attribute):
    assert compare(annotate(SENN), [attribute("Senn", "said", ""), attribute("Senn", "said", "”")]).found == ()


def test_a_case_is_right_with_most_of_the_content_and_half_of_the_source(annotate, attribute):
    def is_right(source: str, content: str) -> bool:
        [case] = compare(annotate(TORE), [attribute(source, "said", content)]).cases
        return case.is_right

    assert is_right("Senn", "nets tore, L")
    assert not is_right("Senn", "nets")
    assert not is_right("Lume", "nets tore")
    assert not is_right("", "nets tore")


def test_statements_within_another_are_left_out():
    spans = (Span(0, 3),)
    outer = Statement("1", "s1", StatementKind.DIRECT, Stance.SAYS, spans, spans, spans, 1.0, "rule")
    inner = Statement("2", "s1", StatementKind.DIRECT, Stance.SAYS, (), spans, spans, 1.0, "rule", parent="1")
    [found] = found_in(Reading(Article(TEXT), (), (outer, inner)))
    assert found.source == spans

from reportedly.brat import Attribution, Document
from reportedly.evaluation import compare, evaluate
from reportedly.model import Span
from reportedly.report.evaluation import render

TEXT = "Senn said nets tore. Lume hopes boats sail."
SAID = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 19),))
HALF = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 14),))
HOPES = Attribution((), (), (Span(32, 42),))


def test_figures_groups_and_errors_are_shown():
    shown = render(evaluate([compare(Document("a_1", TEXT, (SAID, HOPES)), [HALF])]))
    assert shown.startswith("1 article, 2 annotated attributions\n\nchar_source    P 1.000  R 1.000  F 1.000\n")
    assert "\nattr_half      P 1.000  R 0.500  F 0.667\n" in shown
    assert "\nspeech         R 0.000\n" in shown
    assert "\n  indirect       2  R 0.000\n" in shown
    assert "by publisher" not in shown
    assert "\na_1.txt, characters 0 to 19: content 0.67, source 1.00\n" in shown
    assert "\n  annotated  Senn | said | nets tore\n  found      Senn | said | nets\n" in shown
    assert "\na_1.txt, characters 32 to 42: missed\n  annotated  nobody | no cue | boats sail\n" in shown


def test_nothing_wrong_shows_no_errors():
    assert "error" not in render(evaluate([compare(Document("a", TEXT, (SAID,)), [SAID])]))


def test_an_annotation_of_nothing_is_shown():
    assert "a.txt, characters 0 to 0: missed" in render(
        evaluate([compare(Document("a", TEXT, (Attribution((), (), ()),)), [])])
    )


def test_what_a_terminal_would_act_upon_is_not_printed():
    text = TEXT.replace("nets", "n\x1b[s")
    assert "\x1b" not in render(evaluate([compare(Document("a", text, (SAID,)), [])]))

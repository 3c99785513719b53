from __future__ import annotations

import pytest

from reportedly.reading.quotations import quotations
from reportedly.text import lines


def found(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations(text, lines(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The ferry is late,” said Lume. “Again.”", ["“The ferry is late,”", "“Again.”"]),
        ('"The ferry is late," said Lume. "Again."', ['"The ferry is late,"', '"Again."']),
        ("«The ferry is late», said Lume.", ["«The ferry is late»"]),
        ("``The ferry is late,'' said Lume.", ["``The ferry is late,''"]),
        ("‘The ferry is late,’ said Lume.", ["‘The ferry is late,’"]),
        ("The minister's boats' nets weren't 'lost' at all.", ["'lost'"]),
        ("”The ferry is late.” ― Ana Lume", ["”The ferry is late.”"]),
        ("No marks at all.", []),
    ],
)
def test_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_odd_mark_costs_only_its_own_line() -> None:
    text = 'The mast was 40" long and no one knew.\n\n"It fell at dawn," said Teller.'
    assert found(text) == ['"It fell at dawn,"']


def test_an_odd_closing_mark_is_passed_over() -> None:
    assert found("It fell at dawn,” said Teller.\n“We ran,” he said.") == ["“We ran,”"]


def test_a_quotation_over_paragraphs_continues() -> None:
    text = "“The first storm took the pier.\n\n“The second took the boats,” said Lume."
    first, second = quotations(text, lines(text))
    assert first.span.of(text) == "“The first storm took the pier."
    assert not first.continues
    assert second.continues


def test_a_quotation_opened_late_in_a_paragraph_runs_on_if_the_next_opens_with_a_mark() -> None:
    text = "Lume said: “The first storm took the pier.\n\n“The second took the boats.”"
    assert found(text) == ["“The first storm took the pier.", "“The second took the boats.”"]
    assert [quotation.continues for quotation in quotations(text, lines(text))] == [False, True]


def test_single_marks_inside_double_ones_are_not_quotations_of_their_own() -> None:
    assert found("“He called it ‘a gift’ to us,” she said.") == ["“He called it ‘a gift’ to us,”"]


def test_single_marks_run_over_paragraphs_as_double_ones_do() -> None:
    text = "‘The pilots’ boats took the first storm.\n\n‘The second took the pier,’ said Lume."
    assert found(text) == ["‘The pilots’ boats took the first storm.", "‘The second took the pier,’"]
    assert [quotation.continues for quotation in quotations(text, lines(text))] == [False, True]


def test_an_apostrophe_opens_nothing_that_the_next_paragraph_does_not_go_on_with() -> None:
    assert found("The pilots ‘lost their boats.\n\nThe second storm took the pier.") == []


def test_a_quotation_left_open_ends_where_its_speaker_is_named() -> None:
    text = '"There will be a table, said envoy Varga. She left.\n\n"Peace is slow," said Braun.'
    assert found(text) == ['"There will be a table,', '"Peace is slow,"']

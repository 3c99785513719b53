import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.export.cells import harmless, original, shown

SIGNS = "=+-@＝＋－＠"
texts = st.text(
    st.one_of(st.sampled_from(SIGNS + "\t\r\n \"'“;，,；\x00\u200b\ufeff\xa0ab1"), st.characters(codec="utf-8"))
)


def begins_a_formula(cell: str) -> bool:
    """Tell, as a spreadsheet at its most eager, whether a cell would run."""
    return cell[:1] in {"\t", "\r", "\n", "\x00"} or cell.lstrip(' \t\r\n\x00\xa0\u200b\ufeff"“')[:1] in set(SIGNS)


@given(texts)
def test_no_text_runs_as_a_formula(text: str) -> None:
    assert not begins_a_formula(harmless(text) or "a")


@given(texts)
def test_none_runs_either_where_a_spreadsheet_splits_at_semicolons_or_tabs(text: str) -> None:
    for border in (";", "\t", "\n", "\r"):
        for piece in harmless(text).split(border):
            assert piece.lstrip(' \xa0\u200b\ufeff"“')[:1] not in set(SIGNS)


@given(texts)
def test_it_can_be_undone(text: str) -> None:
    assert original(harmless(text)) == text


@given(texts)
def test_a_text_without_signs_stays_as_it_is(text: str) -> None:
    plain = "".join(letter for letter in text if letter not in set(SIGNS + "\t\r\n\x00"))
    assert harmless(plain) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        (' "“=1+1', "' \"“=1+1"),
        ("'=1", "''=1"),
        ("＝1", "'＝1"),
        ("\ttab", "'\ttab"),
        ("a;=1", "a;'=1"),
        ("12 - 3 = 9", "12 - 3 = 9"),
        ("well-known", "well-known"),
    ],
)
def test_examples(text: str, expected: str) -> None:
    assert harmless(text) == expected
    assert original(expected) == text


def test_a_long_text_takes_no_longer_than_it_is() -> None:
    # each of these is slow where a rule looks at every place of a run again
    for run in ("\t", "'", ";", ' "', "=", ";="):
        text = run * 300_000
        assert original(harmless(text)) == text


def test_a_row_survives_csv() -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([harmless('=1\r\n"x"'), harmless("a;=b")])
    file.seek(0)
    assert [original(cell) for cell in next(csv.reader(file))] == ['=1\r\n"x"', "a;=b"]


def test_lists_are_shown_as_one_value() -> None:
    assert shown(["a", "b"]) == "a; b"
    assert shown([[1, 2]]) == "1-2"
    assert (shown(0.5), shown(value := None), shown("x")) == (0.5, value, "x")

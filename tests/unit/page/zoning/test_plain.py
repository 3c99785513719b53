import textwrap

import pytest

from reportedly.page.zoning.plain import text_to_blocks

PARAGRAPHS = [
    "Ferry runs again after repairs",
    "The ferry from Port Sella to Orvane sails again after a week in the yard, the Port Authority said on Monday, and "
    "it will carry cars from Wednesday on if the weather allows it.",
    "A cracked shaft had kept the ship in port since the storm of the week before, a spokesman for the yard said. "
    "Passengers had been taken to the island by fishing boats in the meantime.",
    "The Coast Guard has asked for a second ferry, which the Ministry of Fisheries says it will not pay for this year.",
]


def words_of(text):
    return [" ".join(block.span.of(text).split()) for block in text_to_blocks(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("gap", [1, 2, 3])
def test_lines_and_blank_lines_part_paragraphs(newline, gap):
    assert words_of((newline * gap).join(PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_paragraphs_are_joined(width, newline):
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS).replace("\n", newline)
    assert words_of(text) == PARAGRAPHS


def test_hard_wrapped_paragraphs_with_indents_and_no_blank_lines_are_joined():
    text = "\n".join(textwrap.fill(paragraph, 72, initial_indent="    ") for paragraph in PARAGRAPHS)
    assert words_of(text) == PARAGRAPHS


def test_a_sentence_cut_at_a_link_is_joined():
    assert words_of("The minister,\nwho leads the Lantern Party,\nsaid no.\nNobody asked why.") == [
        "The minister, who leads the Lantern Party, said no.",
        "Nobody asked why.",
    ]


def test_a_line_under_another_is_attached_only_where_blank_lines_part_paragraphs():
    spaced = text_to_blocks("A boat in port. (MNA)\nIt sank in May.\n\nThe minister said no.")
    assert [block.attached for block in spaced] == [False, True, False]
    assert not any(block.attached for block in text_to_blocks("One line.\nAnother line.\nA third."))


def test_list_items_stay_apart():
    text = "The terms:\n- a quota of 400 tonnes\n- two more patrol boats\n1. a report by May"
    assert [block.listed for block in text_to_blocks(text)] == [False, True, True, True]


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\r\n"])
def test_no_text_has_no_blocks(text):
    assert text_to_blocks(text) == ()

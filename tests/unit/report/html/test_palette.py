import pytest

from reportedly.report.html.palette import DARK_INK, DARK_PAPER, GREY, HUES, LIGHT_INK, LIGHT_PAPER, contrast

EVERY = pytest.mark.parametrize("hue", [GREY, *HUES], ids=lambda hue: hue.name)


@EVERY
def test_letters_and_lines_stand_out_from_the_paper(hue):
    assert contrast(hue.light, LIGHT_PAPER) >= 4.5
    assert contrast(hue.dark, DARK_PAPER) >= 4.5


@EVERY
def test_marked_words_are_as_legible_as_others(hue):
    assert contrast(LIGHT_INK, hue.light_tint) >= 7
    assert contrast(DARK_INK, hue.dark_tint) >= 4.5


def test_hues_are_all_different():
    assert len({hue.light for hue in HUES} | {hue.dark for hue in HUES}) == 2 * len(HUES)

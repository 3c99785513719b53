import random
import time

import pytest

from reportedly.ledger.shared import passages, share
from reportedly.ledger.shared.passages import GAP, LEAST
from reportedly.ledger.words import words
from tests.unit.ledger.shared.made import AGENCY, BOILERPLATE, CAPTION, article

OPENING = "Trawlers will stay in harbour for weeks."
QUOTE = "“We close the strait now or we close it for good, and nobody will have to ask why,” the minister said."


def texts(passage, one, other):
    return [span.of(one.text) for span in passage.one.spans], [span.of(other.text) for span in passage.other.spans]


def only(one, other):
    (passage,) = passages(one, other)
    return passage


def test_a_copied_paragraph_is_one_exact_passage_with_spans_in_both():
    one, other = article(AGENCY), article(OPENING, AGENCY, "Lume’s office gave no date.")
    passage = only(one, other)
    assert texts(passage, one, other) == ([AGENCY[:-1]], [AGENCY[:-1]])
    assert passage.is_exact
    assert passage.same == passage.one.words == len(words(AGENCY))


def test_a_house_edit_does_not_break_a_passage_but_its_words_do_not_count():
    edited = AGENCY.replace("six weeks", "6 weeks").replace("on Monday", "on Monday, May 4, in Velm")
    one, other = article(AGENCY), article(edited)
    passage = only(one, other)
    assert passage.one.words == len(words(AGENCY))
    assert passage.same == passage.one.words - 1
    assert passage.other.words == len(words(edited))
    assert not passage.is_exact


def test_more_than_a_small_edit_parts_two_passages_longest_first():
    cut = AGENCY.index("“We close")
    gap = " ".join(["nets"] * (GAP + 1))
    one, other = article(AGENCY), article(f"{AGENCY[:cut]} {gap} {AGENCY[cut:]}")
    first, second = passages(one, other)
    assert first.same > second.same
    assert first.same + second.same == len(words(AGENCY))


def test_fewer_words_than_the_least_are_no_passage():
    shared = words(AGENCY)[: LEAST - 1]
    one, other = " ".join(["alpha", *shared, "beta"]), " ".join(["gamma", *shared, "delta"])
    assert passages(article(one), article(other)) == ()
    assert only(article(one + " nets"), article(one + " boats")).same == LEAST + 1


def test_a_quotation_that_both_print_is_told_from_copied_prose():
    inner = QUOTE[1 : QUOTE.index("”") - 1]
    one, other = article(f"Lume said: “{inner}.”"), article(f"In Velm, “{inner}”, Ana Lume told him.")
    assert only(one, other).is_quotation
    assert not only(article(f"It had to {inner}"), other).is_quotation
    passage = only(article(QUOTE), article("Today: " + QUOTE))
    assert (passage.one.words - passage.one.quoted, passage.is_quotation) == (3, False)


def test_a_passage_reads_on_over_what_is_not_the_articles_own():
    middle = AGENCY.index("Skippers")
    one = article(AGENCY)
    other = article(AGENCY[:middle], (CAPTION, "A trawler in Port Sella"), (BOILERPLATE, "Share this"), AGENCY[middle:])
    passage = only(one, other)
    assert passage.is_exact
    assert texts(passage, one, other) == ([AGENCY[:-1]], [AGENCY[: middle - 2], AGENCY[middle:-1]])


def test_a_passage_does_not_go_on_from_the_text_into_a_caption():
    ending = " ".join(words(AGENCY)[:20])
    caption = " ".join(words(AGENCY)[20:40])
    one, other = article(ending, (CAPTION, caption)), article(f"{ending} {caption}")
    assert [passage.same for passage in passages(one, other)] == [20, 20]


def test_moved_paragraphs_are_passages_each():
    parts = [" ".join(words(AGENCY)[start : start + 20]) for start in (0, 20, 40)]
    ends = article(*parts), article(*reversed(parts))
    found = passages(*ends)
    assert [passage.same for passage in found] == [20, 20, 20]
    assert {texts(passage, *ends)[0][0] for passage in found} == set(parts)


def test_what_is_printed_twice_in_one_article_is_shared_once():
    one, other = article(AGENCY, OPENING, AGENCY), article(AGENCY)
    assert only(one, other).one.spans[0].start == 0
    assert share(passages(one, other), len(one), len(other))[1] == 1


def test_both_sides_are_told_alike():
    one, other = article(AGENCY, OPENING), article(OPENING, AGENCY.replace("six", "6"), QUOTE)
    assert passages(other, one) == tuple(passage.mirrored() for passage in passages(one, other))


def test_share_is_the_part_of_each_that_is_the_same():
    one, other = article(AGENCY), article(AGENCY, AGENCY.replace(" the ", " a ").replace(" to ", " for "))
    shared = share(passages(one, other), len(one), len(other))
    assert shared == (1.0, pytest.approx(len(one) / len(other)))
    assert share((), 0, 12) == (0.0, 0.0)


def test_a_passage_is_written_as_json_has_it():
    one = article(AGENCY)
    end = len(AGENCY) - 1
    assert only(one, one).to_dict() == {
        "one": {"spans": [[0, end]], "words": len(one), "quoted": 11},
        "other": {"spans": [[0, end]], "words": len(one), "quoted": 11},
        "same": len(one),
        "exact": True,
        "quotation": False,
    }


def long_texts():
    """Return pairs of texts of 100,000 words that are hard to compare, by name."""
    chance = random.Random(5)
    vocabulary = [f"w{number}" for number in range(5_000)]
    prose = [chance.choice(vocabulary) for _ in range(100_000)]
    return {
        "one word": (["nets"] * 100_000, ["nets"] * 60_000),
        "two words": ([chance.choice("ab") for _ in prose], [chance.choice("ab") for _ in prose]),
        "a phrase over and over": (prose[:50] * 2_000, (prose[25:50] + prose[:50] * 2_000)[:100_000]),
        "every twelfth word changed": (prose, ["x" if at % 12 == 0 else word for at, word in enumerate(prose)]),
        "paragraphs backwards": (prose, [word for at in range(99_980, -1, -20) for word in prose[at : at + 20]]),
        "runs of one word": (["nets"] * 100_000, (["nets"] * 49 + ["cod"]) * 2_000),
    }


HARD = long_texts()


@pytest.mark.parametrize("name", list(HARD))
def test_long_and_repetitive_texts_take_no_longer_than_others(name):
    one, other = (article(" ".join(side)) for side in HARD[name])
    start = time.process_time()
    found = passages(one, other)
    assert time.process_time() - start < 10  # 0.2 to 1.0 s on an idle core
    assert name == "two words" or share(found, len(one), len(other))[1] > 0.85

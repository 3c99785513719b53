import time

import pytest

from reportedly.ledger.versions.substance import says_the_same, substance
from reportedly.lexicon import load

RULES = {rule["id"]: rule for rule in load("edits")["rule"]}


def same(one, other):
    return says_the_same(substance(one), substance(other))


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_does_what_its_example_says_and_no_more(rule):
    assert same(*RULES[rule]["example"])
    assert not same(*RULES[rule]["counter"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("that the strait will be closed", "that the  strait\nwill be closed."),
        ("“we close it”", "'We close it,'"),
        ("a cease-fire in the strait", "a ceasefire in the strait"),
        ("1,500 trawlers", "1500 trawlers"),
        ("twelve trawlers", "12 trawlers"),
        ("the émigrés will vote", "the emigres will vote"),
        ("boats of Orla—all of them—sank", "boats of Orla, all of them, sank"),
    ],
)
def test_spelling_and_ways_of_writing_change_nothing(before, after):
    assert same(before, after)
    assert same(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12 sailors died", "17 sailors died"),
        ("a rise of 3.5 crowns", "a rise of 35 crowns"),
        ("a rise of 1.5 points", "a rise of 1,5 points"),
        ("a change of 5 points", "a change of -5 points"),
        ("it costs $5 a day", "it costs £5 a day"),
        ("cod fell by 5%", "cod fell by 5"),
        ("the strait closes on May 4", "the strait closes on May 14"),
        ("the strait closes on Monday", "the strait closes on Tuesday"),
        ("the fleet of Ana Lume", "the fleet of Ana Luma"),
        ("the fleet of Orvane", "the fleet of Orvanne"),
        ("it will close", "it will not close"),
        ("it will close", "it won't close"),
        ("they can now sail", "they can not sail"),
        ("the nets are legal", "the nets are illegal"),
        ("he was fired", "he was fined"),
        ("a notable cod", "a no table cod"),
        ("he blamed the skipper", "he blamed the skippers"),
        ("the quota is fair", "the quota is fair for now"),
        ("Lume blamed Roe", "Roe blamed Lume"),
    ],
)
def test_a_number_a_date_a_name_and_a_negation_do(before, after):
    assert not same(before, after)
    assert not same(after, before)


def test_misspelt_words_count_as_the_right_ones():
    spelling = {"teh": "the", "goverment": "government"}
    assert substance("Teh goverment pays", spelling) == substance("the government pays")


def test_long_contents_take_no_longer_than_short_ones():
    one, other = "nets cod " * 50_000, "cod nets boats " * 30_000
    start = time.process_time()
    assert not same(one, other)
    assert same(one + "cease-fire", one + "ceasefire")
    assert time.process_time() - start < 5

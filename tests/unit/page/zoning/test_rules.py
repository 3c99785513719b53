import pytest

from reportedly import lexicon
from reportedly.page.zoning.rules import rule_for, rules
from reportedly.page.zoning.wording import is_news_clause, topic_words

IDS = [rule.id for rule in rules()]


def test_rule_ids_are_unique():
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("rule", rules(), ids=IDS)
def test_the_example_is_told_by_its_rule(rule):
    assert rule_for(rule.example, rule.where if rule.where != "any" else "body") is rule


@pytest.mark.parametrize("rule", rules(), ids=IDS)
def test_the_counter_example_fits_no_rule(rule):
    assert rule_for(rule.counter, rule.where if rule.where != "any" else "body") is None


@pytest.mark.parametrize("name", ["headline_verbs", "auxiliaries", "participles", "after_participle", "before_nouns"])
def test_word_lists_of_headlines_hold_for_their_examples(name):
    entry = lexicon.load("zones")[name]
    expected = name != "before_nouns"
    assert is_news_clause(entry["example" if expected else "counter"])
    assert not is_news_clause(entry["counter" if expected else "example"])


def test_small_words_are_no_topic():
    entry = lexicon.load("zones")["small_words"]
    assert not topic_words(entry["example"])
    assert topic_words(entry["counter"])

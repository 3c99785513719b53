import random
import time

from reportedly.ledger.shared import fingerprints
from reportedly.ledger.shared.fingerprints import GRAM, WINDOW
from tests.unit.ledger.shared.made import AGENCY, BOILERPLATE, CAPTION, article

PROMISED = GRAM + WINDOW - 1


def invented(number, seed):
    chance = random.Random(seed)
    return [f"{chance.choice('bdfgklmnprstv')}{chance.choice('aeiou')}{chance.randrange(4000)}" for _ in range(number)]


def test_they_are_signed_64_bit_numbers_in_order_each_once():
    found = fingerprints(article(AGENCY, AGENCY))
    assert list(found) == sorted(set(found))
    assert all(-(2**63) <= number < 2**63 for number in found)
    assert any(number < 0 for number in found)


def test_they_are_the_same_on_every_machine():
    assert fingerprints(article("one two three four five six seven eight nine ten")) == (7332559904820403198,)


def test_a_shared_passage_of_the_promised_length_leaves_a_shared_fingerprint_wherever_it_stands():
    passage = invented(PROMISED, 1)
    for seed in range(60):
        chance = random.Random(seed)
        one = invented(chance.randrange(80), seed + 100) + passage + invented(chance.randrange(80), seed + 200)
        other = invented(chance.randrange(80), seed + 300) + passage + invented(chance.randrange(80), seed + 400)
        found = set(fingerprints(article(" ".join(one)))) & set(fingerprints(article(" ".join(other))))
        assert found, seed


def test_fewer_words_than_one_stands_for_leave_none_in_common():
    passage = invented(GRAM - 1, 1)
    one = fingerprints(article(" ".join(invented(50, 2) + passage + invented(50, 3))))
    assert not set(one) & set(fingerprints(article(" ".join(passage + invented(50, 4)))))
    assert fingerprints(article(" ".join(passage))) == ()


def test_five_hundred_words_leave_sixty_to_ninety():
    for seed in range(5):
        assert 60 <= len(fingerprints(article(" ".join(invented(500, seed))))) <= 90


def test_marks_case_and_what_is_not_its_own_change_nothing():
    dressed = AGENCY.upper().replace("“", '"').replace("”", '"').replace(", ", " – ")
    middle = AGENCY.index("Skippers")
    parted = (AGENCY[:middle], (CAPTION, "Cod in Orvane"), (BOILERPLATE, "Read more: " + AGENCY[:90]), AGENCY[middle:])
    assert fingerprints(article(dressed)) == fingerprints(article(AGENCY)) == fingerprints(article(*parted))


def test_a_text_of_one_word_over_and_over_costs_no_more_than_another():
    own = article("nets " * 100_000)
    start = time.process_time()
    assert len(fingerprints(own)) == 1
    assert time.process_time() - start < 3

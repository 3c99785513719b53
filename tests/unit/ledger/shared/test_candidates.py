from reportedly.ledger.shared import COMMON, candidates

FOOTER = [f"{number:04}" for number in range(COMMON + 1)]


def test_those_that_share_most_come_first_then_by_name():
    assert candidates({1: ["c", "b"], 2: ["b", "c"], 3: ["a", "b"]}) == ("b", "c", "a")


def test_a_common_fingerprint_makes_no_pair():
    assert candidates({1: FOOTER, 2: [], 3: []}) == ()
    assert candidates({1: FOOTER[:-1], 2: [], 3: []}) == tuple(FOOTER[:-1])


def test_a_common_fingerprint_counts_beside_one_that_is_not():
    assert candidates({1: FOOTER, 2: ["0003", "0001"], 3: ["0001"], 4: []}) == ("0001", "0003")


def test_what_is_printed_everywhere_is_compared_with_what_holds_half_of_it():
    holders = dict.fromkeys(range(6), FOOTER) | {number: [] for number in range(6, 10)}
    assert candidates(holders) == tuple(FOOTER)
    holders[0] = [f"9{number:04}" for number in range(COMMON + 1)]
    assert candidates(holders) == tuple(FOOTER)
    assert candidates({number: FOOTER if number < 4 else [] for number in range(10)}) == ()


def test_an_article_without_fingerprints_has_none():
    assert candidates({}) == ()

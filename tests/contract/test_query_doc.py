"""docs/query.md says what queries do: every query in it is asked, and every field is in it."""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.query import Field, parse
from reportedly.ledger.query.parsing import DEEPEST, LONGEST, MOST_CONDITIONS
from reportedly.ledger.query.values import CHOICES
from reportedly.ledger.search.finding import MOST_COUNTED, find
from reportedly.ledger.search.found import SortKey
from reportedly.ledger.search.word_index import MOST_WORDS
from tests.contract.documents import document, examples
from tests.unit.ledger.search.made import ARTICLES, add

TEXT = document("docs/query.md")
QUERIES = [
    query
    for table in re.findall(r"<!-- queries -->\n\n(.*?)\n\n", TEXT, re.S)
    for query in re.findall(r"^\| `([^`]+)` \|", table, re.M)
]
# what the small ledger has none of
NOTHING = {"review:wrong", "reporter:distances", "article:abcdef", "statement:abcdef"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(Path(tmp_path_factory.mktemp("doc")) / "doc.ledger") as ledger:
        add(ledger, *ARTICLES)
        yield ledger


@pytest.mark.parametrize("text", QUERIES)
def test_every_query_finds_something_and_not_everything(ledger: Ledger, text: str) -> None:
    with ledger.reads() as connection:
        total = find(connection, parse(text)).total
    assert (total == 0) == (text in NOTHING)
    assert total < 6


def test_every_field_and_value_is_explained() -> None:
    asked = " ".join(QUERIES)
    times = {Field.PUBLISHED, Field.ADDED}
    assert {field for field in Field if f"{field}:" not in asked} == times
    assert all(f"`{field}`" in TEXT for field in times)
    # stances are listed elsewhere
    values = {value for field, known in CHOICES.items() if field is not Field.STANCE for value in known}
    assert {value for value in values if not re.search(rf"[`:]{value}`", TEXT)} == set()
    assert all(f"`{key}`" in TEXT for key in SortKey)


def test_bounds_are_those_of_the_program() -> None:
    assert f"{LONGEST:,} characters, {MOST_CONDITIONS} conditions, and {DEEPEST} parentheses" in TEXT
    assert f"the first {MOST_WORDS:,} words" in TEXT
    assert f"more than {MOST_COUNTED:,} statements" in TEXT


def test_examples_run() -> None:
    parser = doctest.DocTestParser()
    test = parser.get_doctest(examples("docs/query.md"), {}, "query.md", "query.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0

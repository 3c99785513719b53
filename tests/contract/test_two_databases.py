"""SQLite and PostgreSQL give equal answers to the same questions of the same ledger."""

import pytest

from benchmarks.made_ledger import fill, readings
from benchmarks.made_world import World
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.query import parse
from reportedly.ledger.search import finding, plans
from reportedly.ledger.search.found import Page, Sort, SortKey

ARTICLES = 120
SMALL_WORLD = World(actors=400, words=3_000)
FIRST = next(readings(1, SMALL_WORLD))

QUERIES = [
    "",
    "the",
    "-the",
    "said",
    "cue:said",
    "content:said",
    '"of the"',
    '"in of the"',
    'content:"of th*"',
    "of*",
    '"the of*"',
    "the -of",
    "the -(of OR in)",
    "(the OR and) -is",
    "the OR stance:denies",
    "-(the stance:says)",
    "source:witnesses",
    "source:movement",
    "source:agency the",
    'source:"ministry"',
    "source:b*",
    "source:(ministry OR agency) -kind:direct",
    "-source:b*",
    "against:agency",
    "against:b*",
    "role:minister",
    "role:spokes*",
    "role:(minister OR judge) stance:says",
    "label:militant",
    "-label:(militant OR terrorist) kind:person",
    "publisher:courier",
    'publisher:"the wire" stance:denies',
    "-publisher:wire",
    "place:GB",
    "place:1000000",
    "place:b* the",
    "-place:GB stance:warns",
    "country:US",
    "country:France OR country:DE",
    "country:(US OR GB) kind:government",
    "kind:direct",
    "kind:(indirect OR mixed) kind:organization",
    "kind:document",
    "kind:unnamed voice:unnamed",
    "-voice:named",
    "stance:accuses",
    "stance:(accuses OR warns) reporter:neutral",
    "reporter:distances",
    "review:none said:2020",
    "review:any",
    "review:right OR score:<0.5",
    "score:0.7..0.8",
    "said:2020",
    "said:unknown",
    "-said:2020",
    "said:2019-06..2020-05 the",
    "said:>=2025-06",
    "published:2018",
    "published:<2017 OR published:unknown",
    "-published:2016..2024",
    "added:2026-05-14",
    "added:<2026",
    "url:https://w",
    "url:courier.example",
    f"url:{FIRST.article.url}",
    f"url:{FIRST.article.url.split('/')[2]}",
    f"article:{FIRST.article.id}",
    f"article:{FIRST.article.id[:6]}",
    f"statement:{FIRST.statements[0].id[:8]}",
]


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory, postgresql):
    with (
        Ledger.open(tmp_path_factory.mktemp("two") / "made.ledger") as one,
        Ledger.open(postgresql("two_databases")) as other,
    ):
        for ledger in (one, other):
            fill(ledger, ARTICLES, SMALL_WORLD)
        yield one, other


def found(ledger, text, **options):
    with ledger.reads() as connection:
        return finding.find(connection, parse(text), facets=True, **options)


@pytest.mark.parametrize("text", QUERIES)
def test_answers_are_equal(ledgers, text):
    one, other = (found(ledger, text, page=Page(200)) for ledger in ledgers)
    assert one == other
    assert len(one.rows) == min(one.total, 200)


@pytest.mark.parametrize("key", SortKey)
@pytest.mark.parametrize("descending", [False, True])
def test_orders_are_equal(ledgers, key, descending):
    sort = Sort(key, descending=descending)
    pages = [
        [found(ledger, "the", sort=sort, page=Page(50, offset)) for offset in (0, 50, 1_000)] for ledger in ledgers
    ]
    assert pages[0] == pages[1]
    rows = [row.statement_id for page in pages[0] for row in page.rows]
    assert len(rows) == len(set(rows)) == 150


@pytest.mark.parametrize("text", ["", "the", "stance:says", "source:b*", "said:<2020", "published:<2020 -of", "-the"])
def test_a_walk_finds_what_gathering_finds(ledgers, text, monkeypatch):
    gathered = found(ledgers[0], text)
    monkeypatch.setattr(finding, "_MANY", 10)
    for ledger in ledgers:
        assert found(ledger, text) == gathered


@pytest.mark.parametrize(
    "text",
    [
        "the stance:says",
        '"of the" stance:says voice:named',
        "of source:b* published:2016..2022",
        "the -of publisher:wire kind:person",
        "in place:b* -country:US",
        "the said:2016..2020 country:US OR label:militant",
    ],
)
def test_where_a_search_begins_changes_nothing(ledgers, text, monkeypatch):
    usual = found(ledgers[1], text)
    assert found(ledgers[0], text) == usual
    for bounds in ({"_FEW": 1}, {"_FEW": 1, "_HELD": 1}, {"_FEW": 30}):
        for name, bound in bounds.items():
            monkeypatch.setattr(plans, name, bound)
        assert found(ledgers[0], text) == usual


def test_the_made_ledger_holds_what_its_texts_say():
    again = next(readings(1, World(actors=400, words=3_000)))
    assert again == FIRST
    for statement in FIRST.statements:
        for span in (*statement.source, *statement.cue, *statement.content):
            assert span.of(FIRST.article.text).strip()
        (source,) = (source for source in FIRST.sources if source.id in statement.sources)
        assert source.name in statement.source[0].of(FIRST.article.text)


def test_what_is_asked_for_is_there(ledgers):
    totals = {text: found(ledgers[0], text).total for text in QUERIES}
    empty = {"review:any", "added:<2026", "url:courier.example", "url:https://w"}
    assert {text for text, total in totals.items() if not total} <= empty

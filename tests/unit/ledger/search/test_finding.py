"""What each condition finds, on both databases."""

import pytest
from sqlalchemy import select, update

from reportedly.errors import BadQuery
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.query import parse
from reportedly.ledger.search.finding import find
from reportedly.ledger.search.found import Page, Sort, SortKey
from reportedly.ledger.tables import schema
from tests.unit.ledger.search.made import ARTICLES, Said, add, made


def found(ledger: Ledger, text: str, **options):
    with ledger.reads() as connection:
        return find(connection, parse(text), **options)


def contents(ledger: Ledger, text: str) -> set[str]:
    names = {"by an": "by", "of hiding": "accuses", "hiding any": "denies", "through": "through", "sail": "sail"}
    rows = found(ledger, text).rows
    return {next((name for words, name in names.items() if words in row.content), "1988") for row in rows}


EVERY = {"by", "accuses", "denies", "through", "sail", "1988"}
CASES = {
    "": EVERY,
    "cable": {"by", "through"},
    "CABLE anchor": {"by", "through"},
    '"an anchor"': {"by", "through"},
    '"anchor cut"': {"through"},
    '"cut anchor"': set(),
    "cab*": {"by", "through"},
    '"cut thr*"': {"through"},
    "cable -through": {"by"},
    "-cable": EVERY - {"by", "through"},
    "cable OR boats": {"by", "through", "sail"},
    "(cable OR report) -(through OR any)": {"by", "accuses"},
    "senn": {"by", "sail"},  # the printed source is searched, too
    "content:senn": set(),
    "cue:told": {"sail"},
    "cue:(said OR denied)": {"by", "through", "denies"},
    "content:report cue:denied": {"denies"},
    '"senn said"': set(),  # no phrase goes over the border of two columns
    "source:senn": {"by", "sail"},
    'source:"senn ivo"': {"by", "sail"},
    "source:se*": {"by", "sail"},
    'source:"ivo s*"': {"by", "sail"},
    "source:authority": {"denies"},
    "source:(senn OR authority)": {"by", "sail", "denies"},
    "source:(senn brann)": {"sail"},
    "-source:senn": EVERY - {"by", "sail"},
    "against:authority": {"accuses"},
    "role:minister": {"accuses", "sail"},
    'role:"harbour mast*"': {"by", "sail"},
    "label:veteran": {"by"},
    "publisher:courier": {"by", "accuses", "denies"},
    "publisher:LUME": {"through", "sail", "1988"},
    "place:lume": {"sail"},
    "place:4711": {"by", "sail"},
    "place:FR": {"sail"},
    "-place:GB": EVERY - {"by", "sail"},
    "country:France": {"accuses", "sail"},
    "country:GB -country:FR": {"by", "denies"},
    "kind:direct": {"sail"},
    "kind:person": {"by", "accuses", "sail"},
    "kind:unnamed": {"through"},
    "kind:(mixed OR organization)": {"through", "denies"},
    "stance:denies": {"denies"},
    "-stance:says": {"accuses", "denies"},
    "reporter:neutral": EVERY,
    "voice:none": {"1988"},
    "voice:unnamed": {"through"},
    "review:none": EVERY,
    "review:any": set(),
    "-review:right": EVERY,
    "url:courier.example": {"by", "accuses", "denies"},
    "url:courier.example/ca": {"by", "accuses", "denies"},
    "url:courier.example/other": set(),
    "url:wire.example": {"through", "sail", "1988"},
    "url:http://www.wire.example/boats?a": {"through", "sail", "1988"},
    "url:wire": set(),
    "said:2026-05-14": {"by"},
    "said:2026-05-13": {"denies"},
    "said:2026-05-15": set(),
    "said:<=2026-05-13": {"denies"},
    "said:<2026-05-13": set(),
    "said:>=2026-05-14": {"by"},
    "said:>2026-05-14": set(),
    "said:2026": {"by", "denies"},
    "said:unknown": EVERY - {"by", "denies"},
    "-said:2026": EVERY - {"by", "denies"},
    "published:2026-05-14": EVERY,
    "published:2026-04": {"through", "sail", "1988"},
    "published:2026-05-15..": {"through", "sail", "1988"},
    "published:unknown": set(),
    "added:2026-05-20": EVERY,
    "added:<2026-05-20": set(),
    "added:>2026-05-19": EVERY,
    "score:<0.6": {"through"},
    "score:<=0.6": {"through", "1988"},
    "score:0.5..0.7": {"1988"},
    "score:>=0.9 -stance:says": {"accuses", "denies"},
    "cable OR stance:denies": {"by", "through", "denies"},
    "-(cable stance:says)": EVERY - {"by", "through"},
}


def test_conditions(full: Ledger) -> None:
    wrong = {text: contents(full, text) for text, expected in CASES.items() if contents(full, text) != expected}
    assert wrong == {}
    for text in CASES:
        one, none = found(full, text or "cable"), found(full, f"-({text or 'cable'})")
        assert one.total + none.total == len(EVERY), text


def test_a_row_has_all_that_a_list_shows(full: Ledger) -> None:
    (row,) = found(full, "stance:accuses").rows
    fields = row.to_dict()
    assert len(fields.pop("statement_id")) == len(fields.pop("article_id")) == 16
    speaker, accused = fields.pop("speakers")[0], fields.pop("against")[0]
    assert (speaker["name"], accused["name"]) == ("Ada Brann", "Orvane Port Authority")
    assert fields == {
        "title": "Cable cut",
        "publisher": "The Sella Courier",
        "url": "https://courier.example/cable",
        "file": None,
        "published_start": "2026-05-14T00:00",
        "published_end": "2026-05-15T00:00",
        "said_start": None,
        "said_end": None,
        "kind": "indirect",
        "stance": "accuses",
        "reporter": "neutral",
        "voice": "named",
        "source": "Ada Brann",
        "cue": "accused",
        "content": "the Port Authority of hiding a report",
        "score": 0.9,
        "verdict": None,
    }
    assert [row.content for row in found(full, f"source:{speaker['id']} stance:accuses").rows] == [row.content]
    assert [one.name for one in found(full, "sail").rows[0].speakers] == ["Ivo Senn", "Ada Brann"]


def test_ids_are_found_by_their_beginning(full: Ledger) -> None:
    (row,) = found(full, "stance:accuses").rows
    assert contents(full, f"statement:{row.statement_id[:8]}") == {"accuses"}
    assert contents(full, f"article:{row.article_id[:8]}") == {"by", "accuses", "denies"}
    assert found(full, "statement:000000").total == 0


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("said", "denies", None),
        ("-said", "by", None),
        ("score", "through", None),
        ("-published", None, None),
        ("source", "accuses", "1988"),
        ("-source", "through", "1988"),
    ],
)
def test_orders(full: Ledger, sort: str, first: str | None, last: str | None) -> None:
    rows = found(full, "", sort=Sort.of(sort)).rows
    ends = [contents(full, f"statement:{rows[end].statement_id}") for end in (0, -1)]
    assert first is None or ends[0] == {first}
    assert last is None or ends[1] == {last}
    assert str(Sort.of(sort)) == sort


def test_equal_ones_are_in_the_order_of_their_ids(full: Ledger) -> None:
    for key in (SortKey.ADDED, SortKey.PUBLISHED):
        rows = found(full, "url:courier.example", sort=Sort(key)).rows
        assert [row.statement_id for row in rows] == sorted(row.statement_id for row in rows)


def test_pages(full: Ledger) -> None:
    whole = found(full, "").rows
    pages = [found(full, "", page=Page(4, offset)) for offset in (0, 4, 8)]
    assert [page.total for page in pages] == [6, 6, 6]
    assert [len(page.rows) for page in pages] == [4, 2, 0]
    assert pages[0].rows + pages[1].rows == whole
    assert found(full, "", page=Page(0)).rows == ()


def test_pages_and_orders_that_are_none() -> None:
    for size, offset in ((1_001, 0), (-1, 0), (20, -1)):
        with pytest.raises(BadQuery):
            Page(size, offset)
    with pytest.raises(BadQuery, match="published, said"):
        Sort.of("-date")


def test_what_people_say_is_found(ledger: Ledger) -> None:
    add(ledger, *ARTICLES)
    with ledger.writes() as connection:
        column = schema.statement.c.stance
        connection.execute(update(schema.statement).where(column == "denies").values(verdict="wrong", reviewed=True))
        names = {row.name: row.id for row in connection.execute(select(schema.entity))}
        merged = update(schema.entity).where(schema.entity.c.id == names["Ada Brann"]).values(stands=names["Ivo Senn"])
        connection.execute(merged)
    assert contents(ledger, "review:wrong") == contents(ledger, "review:any") == {"denies"}
    assert contents(ledger, "review:right") == set()
    assert contents(ledger, "-review:wrong") == EVERY - {"denies"}
    assert contents(ledger, "source:brann") == contents(ledger, "source:senn") == {"by", "accuses", "sail"}
    (row,) = found(ledger, "sail").rows
    assert [actor.name for actor in row.speakers] == ["Ivo Senn"]
    facet = next(facet for facet in found(ledger, "", facets=True).facets.facets if facet.field == "source")
    counts = {value.name: value.count for value in facet.values}
    assert counts == {"Ivo Senn": 3, "Orvane Port Authority": 1, "witnesses": 1}


HOSTILE = [
    "'",
    "''; DROP TABLE statement; --",
    '\\"',
    "%",
    "_",
    "$1",
    ":x",
    "\x00",
    "é'",
    "a\\'b",
    "(",
    "a & b | !c",
    "a:",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_words_only(full: Ledger, text: str) -> None:
    quoted = text.replace('"', "")
    for query in (f'"{quoted}x"', f'source:"{quoted}x"', f'publisher:"{quoted}x*"', f'content:"x{quoted}y"'):
        assert found(full, query, facets=True).total == 0
    assert found(full, "").total == len(EVERY)


def test_hostile_addresses_are_addresses_only(full: Ledger) -> None:
    for address in ("a'b", "https://a';--", "a%", "_courier.example"):
        assert found(full, f"url:{address}").total == 0


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20 + "cable" + ")" * 20,
        "-(" * 10 + "cable" + ")" * 10,
        "(x OR (y " * 10 + "cable" + "))" * 10 + " OR cable",
        "(label:x OR (stance:says " * 10 + "cable" + "))" * 10 + " cable",
        "x OR " * 99 + "cable",
        "source:x OR " * 99 + "cable",
        "cable " * 100,
        "cable " * 50 + "-source:x " * 50,
    ],
)
def test_queries_of_the_greatest_size_are_answered(full: Ledger, text: str) -> None:
    assert found(full, text, facets=True).total == 2


def test_long_and_odd_texts_are_indexed_alike(ledger: Ledger) -> None:
    long = "w" * 5_000
    add(ledger, made(
        Said("senn", "said", f"{long} tail " + "the " * 400 + "after"),
        Said("senn", "said", " ".join(f"n{number}" for number in range(6_000))),
        Said("senn", "said", "中文 straße"),
    ))  # fmt: skip
    # words are alike that differ beyond what can be indexed of them
    assert found(ledger, f"{long[:1_500]}").total == 1
    assert found(ledger, f'"{long[:1_500]} tail"').total == 1
    assert found(ledger, '"the the the"').total == 1
    assert found(ledger, "after").total == 0  # behind what PostgreSQL can index
    assert found(ledger, '"n4998 n4999"').total == 1
    assert found(ledger, "n5000").total == 0
    assert found(ledger, "strasse 中文").total == 1

import json

import pytest

from reportedly.model import (
    SCHEMA,
    Article,
    Precision,
    Reading,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    When,
    WhenBasis,
    Zone,
    ZoneKind,
    statement_id,
)

TEXT = "Boats stay in port\n\n“Nobody sails,” the harbour master said on May 14."


def a_reading(text: str = TEXT, url: str | None = None) -> Reading:
    when = When("published", "2026-05-14", "2026-05-15", Precision.DAY, WhenBasis.TEXT, Span(70, 76))
    article = Article(text, url=url, published=when, byline=("Ada Quill",), basis={"published": "text"})
    zones = (Zone(ZoneKind.HEADLINE, Span(0, 20)), Zone(ZoneKind.BODY, Span(20, len(text))))
    roles = ((Span(36, 54),), (Span(55, 59),), (Span(20, 35),))
    statement = Statement(
        id=statement_id(article, roles),
        story="s1",
        kind=StatementKind.DIRECT,
        stance=Stance.SAYS,
        source=roles[0],
        cue=roles[1],
        content=roles[2],
        score=0.5,
        why="rule",
    )
    return Reading(article, (Story("s1", Span(0, 18), zones),), (statement,))


def test_a_span_slices_and_knows_its_length():
    span = Span(20, 35)
    assert span.of(TEXT) == "“Nobody sails,”"
    assert len(span) == 15
    assert span.to_list() == [20, 35]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_what_is_no_span_is_refused(start: int, end: int):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_half_open_spans_that_touch_do_not_overlap():
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))
    assert Span(0, 8).covers(Span(4, 8))
    assert not Span(0, 7).covers(Span(4, 8))


def test_an_articles_id_depends_on_url_and_text_alone():
    article = Article(TEXT, file="a.txt", title="Boats")
    assert article.id == Article(TEXT, file="b.txt").id
    assert article.id != Article(TEXT, url="https://courier.example/boats").id
    assert article.id != Article(TEXT + " ").id
    assert len(article.id) == 16


def test_a_text_with_a_lone_surrogate_has_an_id():
    assert len(Article("half a \ud83d pair").id) == 16


def test_a_statements_id_depends_on_the_article_and_its_spans_alone():
    article = Article(TEXT)
    roles = ((Span(1, 2),), (Span(3, 4),), (Span(5, 6),))
    moved = ((Span(1, 2),), (Span(5, 6),), (Span(3, 4),))
    assert statement_id(article, roles) == statement_id(Article(TEXT, file="other.txt"), roles)
    assert statement_id(article, roles) != statement_id(article, moved)
    assert statement_id(article, roles) != statement_id(Article(TEXT + "!"), roles)


def test_a_reading_as_json():
    reading = a_reading()
    written = json.loads(reading.to_json())
    assert written["schema"] == SCHEMA == "reportedly/1"
    assert written["article"]["text"] == TEXT
    assert written["article"]["published"] == {
        "id": "published",
        "start": "2026-05-14",
        "end": "2026-05-15",
        "precision": "day",
        "basis": "text",
        "span": [70, 76],
        "evidence": [],
    }
    assert written["stories"][0]["zones"] == [
        {"kind": "headline", "start": 0, "end": 20},
        {"kind": "body", "start": 20, "end": len(TEXT)},
    ]
    (statement,) = written["statements"]
    assert [TEXT[start:end] for role in ("source", "cue", "content") for start, end in statement[role]] == [
        "the harbour master",
        "said",
        "“Nobody sails,”",
    ]
    assert "\n" not in reading.to_json()
    assert "“" in reading.to_json(indent=2)


def test_an_unknown_date_is_null():
    assert Article(TEXT).to_dict()["published"] is None


def test_the_words_are_frozen():
    with pytest.raises(AttributeError):
        a_reading().article.text = "other"  # type: ignore[misc]

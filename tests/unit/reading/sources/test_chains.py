from __future__ import annotations

from dataclasses import replace

from reportedly.model import Article, Span, Stance, Statement, StatementKind, statement_id
from reportedly.reading.names import Name, NameKind
from reportedly.reading.sources import Named, normal, with_sources

TEXT = "The agency MNA, citing two pilots, says it sank. THE AGENCY MNA blamed the owners. Lume said the pilots lied."

NAMED = Named(TEXT, [Span(0, len(TEXT))], [Name(Span(TEXT.index("Lume"), TEXT.index("Lume") + 4), NameKind.PERSON)])


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in words)


def said(source: str, cue: str, content: str, parent: Statement | None = None) -> Statement:
    roles = [at(part) if part else () for part in (source, cue, content)]
    id_ = statement_id(Article(TEXT), roles)
    made = Statement(id_, "s1", StatementKind.INDIRECT, Stance.SAYS, *roles, 0.9, "by-hand")
    return replace(made, parent=parent.id) if parent else made


AGENCY = said("The agency MNA", "says", "it sank")
PILOTS = said("two pilots", "citing", "it sank", AGENCY)
BLAMED = said("THE AGENCY MNA", "blamed", "the owners")


def test_mentions_in_the_same_words_are_one_source_in_order_of_mention() -> None:
    sources, _ = with_sources(NAMED, [BLAMED, AGENCY, PILOTS], {BLAMED.id: at("the owners")})
    assert [(source.id, source.name) for source in sources] == [
        ("source-1", "agency MNA"),
        ("source-2", "two pilots"),
        ("source-3", "owners"),
    ]
    assert [span.of(TEXT) for span in sources[0].mentions] == ["The agency MNA", "THE AGENCY MNA"]


def test_whom_a_statement_is_against_is_a_source_too() -> None:
    _, (blamed,) = with_sources(NAMED, [BLAMED], {BLAMED.id: at("the owners")})
    assert (blamed.sources, blamed.against) == (("source-1",), ("source-2",))


def test_whoever_cites_and_whoever_is_cited_share_one_chain() -> None:
    _, statements = with_sources(NAMED, [AGENCY, PILOTS], {})
    assert {statement.chain for statement in statements} == {("source-1", "source-2")}


def test_a_statement_within_another_ends_the_chain_and_the_outer_one_does_not_have_it() -> None:
    outer = said("Lume", "said", "the pilots lied")
    inner = said("the pilots", "lied", "lied", outer)
    sources, (first, second) = with_sources(NAMED, [outer, inner], {})
    names = {source.id: source.name for source in sources}
    assert [names[source] for source in first.chain] == ["Lume"]
    assert [names[source] for source in second.chain] == ["Lume", "pilots"]


def test_a_source_that_is_not_named_leaves_the_chain_to_who_hands_it_on() -> None:
    outer = said("Lume", "said", "the pilots lied")
    _, (_, inner) = with_sources(NAMED, [outer, said("", "lied", "lied", outer)], {})
    assert inner.sources == ()
    assert len(inner.chain) == 1


def test_parents_in_a_circle_end() -> None:
    first, second = replace(AGENCY, parent=PILOTS.id), PILOTS
    _, statements = with_sources(NAMED, [first, second], {})
    assert all(len(statement.chain) == 2 for statement in statements)


def test_a_name_that_is_only_an_article_is_kept() -> None:
    assert normal("The") == "the"
    assert normal("Theresa") == "theresa"
    assert normal("An Orvane diver") == "orvane diver"

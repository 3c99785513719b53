"""Strategies for readings with anything in them that a reading can hold, hostile words among it."""

from datetime import datetime
from itertools import pairwise

from hypothesis import strategies as st

from reportedly.model import (
    Article,
    Check,
    CheckKind,
    Figure,
    Place,
    Precision,
    Reading,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    Unheard,
    Voice,
    When,
    WhenBasis,
    Wording,
    WordingKind,
    Zone,
    ZoneKind,
)

LETTERS = st.one_of(st.sampled_from("ab <>&\"'“”\n\r\t\x00\x1b\ud800🛥中\u202e\u0301\u2028"), st.characters())
WORDS = st.text(LETTERS, max_size=6) | st.sampled_from(["<script>", "'\"><b>", "&amp;", "}</style>"])


@st.composite
def readings(draw):
    text = draw(st.text(LETTERS, max_size=60))
    zones = draw(zones_of(len(text)))
    middle = draw(st.integers(0, len(zones)))
    stories = tuple(Story(f"s{number}", None, part) for number, part in enumerate((zones[:middle], zones[middle:])))
    spans = st.tuples(*[st.integers(0, len(text))] * 2).map(lambda ends: Span(min(ends), max(ends)))
    found = draw(findings(spans))
    statements = tuple(draw(statements_of(str(number), spans, found)) for number in range(draw(st.integers(0, 4))))
    title, published = draw(st.none() | st.text(LETTERS, max_size=9)), draw(st.none() | whens("published", spans))
    unheard = tuple(
        Unheard(statement.id, "source-0", draw(st.sampled_from([None, statement.id])))
        for statement in statements
        if statement.stance in {Stance.ACCUSES, Stance.SAYS}
    )
    return Reading(Article(text, title=title, published=published), stories, statements, **found, unheard=unheard)


@st.composite
def zones_of(draw, length):
    cuts = sorted({0, length, *draw(st.lists(st.integers(0, length), max_size=5))})
    return tuple(Zone(draw(st.sampled_from(ZoneKind)), Span(start, end)) for start, end in pairwise(cuts))


@st.composite
def statements_of(draw, name, spans, found):
    roles = [draw(st.lists(spans, max_size=3).map(tuple)) for _ in range(3)]

    def some(kind):
        return draw(st.lists(st.sampled_from([one.id for one in found[kind]] or [None]), max_size=2, unique=True))

    ids = {kind: tuple(filter(None, some(kind))) for kind in ("sources", "whens", "places", "figures")}
    return Statement(
        name,
        draw(st.sampled_from(["s0", "s1"])),
        draw(st.sampled_from(StatementKind)),
        draw(st.sampled_from(Stance)),
        *roles,
        draw(st.floats(0, 1)),
        draw(WORDS),
        **ids,
        said=next(iter(ids["whens"]), None),
        against=ids["sources"],
    )


@st.composite
def whens(draw, name, spans):
    dates = st.one_of(st.dates().map(str), st.datetimes().map(datetime.isoformat), st.just("2026-05-14T10:00Z"), WORDS)
    ends = draw(dates), draw(dates)
    evidence = tuple(draw(st.lists(spans, max_size=2)))
    kinds = draw(st.sampled_from(Precision)), draw(st.sampled_from(WhenBasis))
    return When(name, *ends, *kinds, draw(st.none() | spans), evidence)


@st.composite
def findings(draw, spans):
    """Return whatever a reading may hold beside statements, by the names of its fields."""

    def several(kind, build):
        return tuple(build(f"{kind}-{number}") for number in range(draw(st.integers(0, 3))))

    words, amounts = st.none() | WORDS, st.floats(-1e18, 1e18)
    units = st.sampled_from(["percent", "fraction", "USD", "CHF", "person"]) | WORDS
    degrees = st.floats(-90, 90)
    found = {
        "sources": several(
            "source",
            lambda name: Source(
                name,
                draw(WORDS),
                tuple(draw(st.lists(spans, max_size=2))),
                draw(st.sampled_from(SourceKind)),
                *(draw(words) for _ in range(3)),
            ),
        ),
        "whens": several("when", lambda name: draw(whens(name, spans))),
        "places": several(
            "place",
            lambda name: Place(
                name,
                draw(WORDS),
                draw(degrees),
                2 * draw(degrees),
                draw(words),
                draw(st.none() | st.integers()),
                draw(spans),
            ),
        ),
        "figures": several(
            "figure",
            lambda name: Figure(
                name, *sorted(draw(amounts) for _ in "ab"), draw(units), draw(words), draw(st.booleans()), draw(spans)
            ),
        ),
    }
    ids = [one.id for kind in ("sources", "places") for one in found[kind]]
    found["wording"] = several(
        "wording",
        lambda _: Wording(
            draw(spans), draw(st.sampled_from(WordingKind)), draw(WORDS), draw(st.sampled_from([None, *ids]))
        ),
    )
    held = tuple(figure.id for figure in found["figures"])
    found["checks"] = several("check", lambda _: Check(CheckKind.SUM, draw(st.booleans()), held, draw(WORDS)))
    shares = {source.id: draw(st.floats(0, 1)) for source in found["sources"]}
    found["voice"] = tuple(
        Voice(f"s{number}", draw(st.floats(0, 1)), draw(st.floats(0, 1)), shares) for number in (0, 1)
    )
    return found

"""A hand-made reading that holds everything that a reading can hold. It plays in the Republic of Marenta."""

from __future__ import annotations

from itertools import pairwise

from reportedly.model import (
    Article,
    Check,
    CheckKind,
    Figure,
    Place,
    Precision,
    Reading,
    Reporter,
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
    statement_id,
)

TEXT = """Marenta / Outer islets

Smugglers in the islets plan to cut strait cable, Lusk warns

A patrol boat off Gannet Shoal on March 8, 2024. (Harbour Wire photo)

The Luskan Transport Ministry has warned that foreign-backed wreckers near Gannet Shoal are plotting to cut the power \
cable and blame it on fishermen.

Commodore Pell Arden, deputy head of the ministry's Strait Safety Bureau, made the remarks in Harrow on Friday.

He said the bureau had stopped 38 boats since 2019, “more than in all the years before.” Arden added that the wreckers \
were carrying explosives from Tern Camp to the town of Sella Head.

Harrow and Port Sella have on many occasions accused the Reef Watch of spreading false alarms.

On Wednesday, the 25th Strait Assembly adopted the cable charter by 87 votes in favour to 15 against, with 34 \
abstentions out of 136 members taking part. The fund rose from $3.2 million to $4 million, an increase of $0.7 million.

The so-called rescue group Reef Watch claims that it only counts seabirds. Its looting of wrecks began in July 2020.

Convoy of tankers sighted off Veyra

The agency MNA, citing local fishermen, reported that about 90 percent of crude reserves had left Veyra between 1998 \
and 2003. Back on March 18, Oil Minister Orla Brand denied that any tanker had sailed last July.
"""

HEADLINE_2 = "Convoy of tankers sighted off Veyra"


def span(words: str, nth: int = 1, within: str = "") -> Span:
    """Return the span of the nth time that the words stand in the text, counted from where `within` begins."""
    start = TEXT.index(within) if within else 0
    for _ in range(nth):
        start = TEXT.index(words, start) + 1
    return Span(start - 1, start - 1 + len(words))


PUBLISHED = When(
    "when-0",
    "2024-04-20",
    "2024-04-26",
    Precision.RANGE,
    WhenBasis.INFERRED,
    None,
    (span("Friday"), span("last July"), span("July 2020")),
)
ARTICLE = Article(
    TEXT,
    file="islets.txt",
    publisher="The Sella Courier",
    title="Smugglers in the islets plan to cut strait cable, Lusk warns",
    byline=("Ana Torrel",),
    language="en",
    published=PUBLISHED,
    basis={"publisher": "json-ld", "published": "inferred"},
)
PERSON, GOVERNMENT = SourceKind.PERSON, SourceKind.GOVERNMENT
SOURCES = (
    Source("ministry", "Luskan Transport Ministry", (span("The Luskan Transport Ministry"),), GOVERNMENT, country="LK"),
    Source(
        "arden",
        "Pell Arden",
        (span("Commodore Pell Arden"), span("He"), span("Arden", 1, "Arden added")),
        PERSON,
        "deputy head of the Strait Safety Bureau",
        "Luskan Transport Ministry",
        "LK",
        ("other-arden",),
    ),
    Source("other-arden", "Mira Arden", (), PERSON),
    Source("lusk", "Government of Lusk", (span("Harrow", 1, "Harrow and"),), GOVERNMENT, country="LK"),
    Source("marenta", "Government of Marenta", (span("Port Sella"),), GOVERNMENT, country="MT"),
    Source(
        "reef", "Reef Watch", (span("the Reef Watch"), span("The so-called rescue group Reef Watch")), SourceKind.GROUP
    ),
    Source("mna", "MNA", (span("The agency MNA"),), SourceKind.ORGANIZATION, "agency", country="MT"),
    Source("fishermen", "local fishermen", (span("local fishermen"),), SourceKind.UNNAMED),
    Source("brand", "Orla Brand", (span("Oil Minister Orla Brand"),), PERSON, "Oil Minister", None, "MT"),
)
TEXTUAL = WhenBasis.TEXT
WHENS = (
    When("when-1", "2024-03-08", "2024-03-09", Precision.DAY, TEXTUAL, span("March 8, 2024")),
    When("when-2", "2024-04-19", "2024-04-20", Precision.DAY, TEXTUAL, span("Friday")),
    When("when-3", "2019-01-01", "2024-04-26", Precision.RANGE, TEXTUAL, span("since 2019")),
    When("when-4", "2024-04-17", "2024-04-18", Precision.DAY, TEXTUAL, span("Wednesday")),
    When("when-5", "2020-07-01", "2020-08-01", Precision.MONTH, TEXTUAL, span("July 2020")),
    When("when-6", "1998-01-01", "2004-01-01", Precision.RANGE, TEXTUAL, span("between 1998 and 2003")),
    When("when-7", "2024-03-18", "2024-03-19", Precision.DAY, TEXTUAL, span("March 18")),
    When("when-8", "2023-07-01", "2023-08-01", Precision.MONTH, TEXTUAL, span("last July")),
)
PLACES = (
    Place("place-1", "Gannet Shoal", 12.41, -41.92, "MT", 9000001, span("Gannet Shoal")),
    Place("place-2", "Gannet Shoal", 12.41, -41.92, "MT", 9000001, span("Gannet Shoal", 2)),
    Place("place-3", "Harrow", 13.66, -40.15, "LK", 9000002, span("Harrow", 1, "Harrow on")),
    Place("place-4", "Tern Camp", 12.15, -42.31, "MT", None, span("Tern Camp")),
    Place("place-5", "Sella Head", 11.93, -42.07, "MT", 9000004, span("Sella Head")),
    Place("place-6", "Veyra", 10.88, -43.41, None, 9000005, span("Veyra", 1, HEADLINE_2)),
    Place("place-7", "Veyra", 10.88, -43.41, None, 9000005, span("Veyra", 2, HEADLINE_2)),
)
FIGURES = (
    Figure("figure-1", 38, 38, "boat", "boats", approximate=False, span=span("38")),
    Figure("figure-2", 87, 87, "vote", "votes in favour", approximate=False, span=span("87")),
    Figure("figure-3", 15, 15, "vote", "against", approximate=False, span=span("15")),
    Figure("figure-4", 34, 34, "abstention", "abstentions", approximate=False, span=span("34")),
    Figure("figure-5", 136, 136, "member", "members taking part", approximate=False, span=span("136")),
    Figure("figure-6", 3.2e6, 3.2e6, "USD", None, approximate=False, span=span("$3.2 million")),
    Figure("figure-7", 4e6, 4e6, "USD", None, approximate=False, span=span("$4 million")),
    Figure("figure-8", 7e5, 7e5, "USD", "increase", approximate=False, span=span("$0.7 million")),
    Figure("figure-9", 90, 90, "percent", "crude reserves", approximate=True, span=span("90 percent")),
)
CHECKS = (
    Check(
        CheckKind.SUM,
        ok=True,
        figures=("figure-2", "figure-3", "figure-4", "figure-5"),
        says="87 + 15 + 34 is 136, as the text says.",
    ),
    Check(
        CheckKind.DIFFERENCE,
        ok=False,
        figures=("figure-6", "figure-7", "figure-8"),
        says="From $3.2 million to $4 million is $0.8 million, where the text says $0.7 million.",
    ),
)
VOICE = (
    Voice("s1", 0.52, 0.0, {"ministry": 0.17, "arden": 0.22, "lusk": 0.03, "marenta": 0.03, "reef": 0.03}),
    Voice("s2", 0.41, 0.33, {"brand": 0.26}),
)
LABEL = WordingKind.LABEL
WORDING = (
    Wording(span("foreign-backed"), LABEL, "foreign-backed", None),
    Wording(span("so-called rescue group"), LABEL, "so-called rescue group", "reef"),
    Wording(span("“more than in all the years before.”"), WordingKind.SCARE_QUOTES, "more than in all…", "arden"),
    Wording(span("claims"), WordingKind.DISTANCES, "claims", "reef"),
    Wording(span("Its looting of wrecks"), WordingKind.PRESUPPOSITION, "its looting of wrecks", "reef"),
    Wording(span("Smugglers"), LABEL, "smugglers", "fishermen"),
)

INDIRECT, MIXED = StatementKind.INDIRECT, StatementKind.MIXED


def _statement(story: str, stance: Stance, roles: tuple[tuple[Span, ...], ...], **fields: object) -> Statement:
    fields.setdefault("kind", INDIRECT)
    source, cue, content = roles
    return Statement(
        statement_id(ARTICLE, roles),
        story,
        stance=stance,
        source=source,
        cue=cue,
        content=content,
        score=0.9,
        why="by-hand",
        **fields,
    )


STATEMENTS = (
    _statement(
        "s1",
        Stance.WARNS,
        (
            (span("The Luskan Transport Ministry"),),
            (span("has warned"),),
            (
                span(
                    "that foreign-backed wreckers near Gannet Shoal are plotting to cut the power cable and blame it "
                    "on fishermen"
                ),
            ),
        ),
        sources=("ministry",),
        places=("place-2",),
        said="when-2",
    ),
    _statement(
        "s1",
        Stance.SAYS,
        (
            (span("He"),),
            (span("said"),),
            (span("the bureau had stopped 38 boats since 2019, “more than in all the years before.”"),),
        ),
        kind=MIXED,
        sources=("arden",),
        said="when-2",
        whens=("when-3",),
        figures=("figure-1",),
    ),
    _statement(
        "s1",
        Stance.SAYS,
        (
            (span("Arden", 1, "Arden added"),),
            (span("added"),),
            (span("that the wreckers were carrying explosives from Tern Camp to the town of Sella Head"),),
        ),
        sources=("arden",),
        places=("place-4", "place-5"),
    ),
    _statement(
        "s1",
        Stance.ACCUSES,
        (
            (span("Harrow and Port Sella"),),
            (span("accused"),),
            (span("the Reef Watch of spreading false alarms"),),
        ),
        sources=("lusk", "marenta"),
        against=("reef",),
    ),
    _statement(
        "s1",
        Stance.CLAIMS,
        ((span("The so-called rescue group Reef Watch"),), (span("claims"),), (span("that it only counts seabirds"),)),
        sources=("reef",),
        reporter=Reporter.DISTANCES,
    ),
    _statement(
        "s2",
        Stance.SAYS,
        (
            (span("The agency MNA"),),
            (span("reported"),),
            (span("that about 90 percent of crude reserves had left Veyra between 1998 and 2003"),),
        ),
        sources=("mna",),
        chain=("mna", "fishermen"),
        whens=("when-6",),
        places=("place-7",),
        figures=("figure-9",),
    ),
    _statement(
        "s2",
        Stance.DENIES,
        ((span("Oil Minister Orla Brand"),), (span("denied"),), (span("that any tanker had sailed last July"),)),
        sources=("brand",),
        said="when-7",
        whens=("when-8",),
    ),
    _statement(
        "s1",
        Stance.ACCUSES,
        ((), (span("blame it on"),), (span("fishermen"),)),
        against=("fishermen",),
    ),
)
UNHEARD = (
    Unheard(STATEMENTS[3].id, "reef", STATEMENTS[4].id),
    Unheard(STATEMENTS[7].id, "fishermen", None),
)


def _stories() -> tuple[Story, ...]:
    cut = span(HEADLINE_2).start
    starts = [
        (0, ZoneKind.SECTION),
        (span("Smugglers").start, ZoneKind.HEADLINE),
        (span("A patrol boat").start, ZoneKind.CAPTION),
        (span("(Harbour Wire photo)").start, ZoneKind.CREDIT),
        (span("The Luskan").start, ZoneKind.BODY),
        (cut, ZoneKind.HEADLINE),
        (span("The agency").start, ZoneKind.BODY),
        (len(TEXT), ZoneKind.BODY),
    ]
    zones = tuple(Zone(kind, Span(start, end)) for (start, kind), (end, _) in pairwise(starts))
    headline_1 = span("Smugglers in the islets plan to cut strait cable, Lusk warns")
    return Story("s1", headline_1, zones[:5]), Story("s2", span(HEADLINE_2), zones[5:])


def rich_reading() -> Reading:
    """Return the reading."""
    return Reading(ARTICLE, _stories(), STATEMENTS, SOURCES, WHENS, PLACES, FIGURES, CHECKS, VOICE, WORDING, UNHEARD)

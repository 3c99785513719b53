from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.model import Span, ZoneKind
from reportedly.reading.names import Name, NameKind
from reportedly.reading.wording.labels import labels

ENTRIES = load("labels")["label"]


def nouns() -> Iterator[tuple[str, str]]:
    for pattern, rule in labels().entries():
        if not rule.actor and pattern != rule.term:
            yield pattern, rule.term


def labels_in(found: list[tuple[str, str, str | None]]) -> list[tuple[str, str | None]]:
    return [(term, about) for kind, term, about in found if kind == "label"]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_an_entry_finds_its_example_and_not_its_counter(words_found: Any, entry: dict[str, Any]) -> None:
    assert [term for term, _ in labels_in(words_found(entry["example"]))] == entry["labels"]
    assert labels_in(words_found(entry["counter"])) == []


@pytest.mark.parametrize(("plural", "term"), list(nouns()))
def test_every_noun_names_actors_in_the_plural(words_found: Any, plural: str, term: str) -> None:
    assert labels_in(words_found(f"It was late. In Orla the {plural} left the hall.")) == [(term, None)]


@pytest.mark.parametrize("adjective", [word for entry in ENTRIES for word in entry.get("adjectives", ())])
def test_every_adjective_labels_an_actor_and_no_thing(words_found: Any, adjective: str) -> None:
    assert labels_in(words_found(f"The {adjective} group left the hall.")) == [(adjective, None)]
    assert labels_in(words_found(f"The {adjective} harbour stew was cold.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before the label
        ("The OFT terrorists left.", [("terrorist", "OFT")]),
        ("The Takfiri OFT militants left.", [("takfiri", "OFT"), ("militant", "OFT")]),
        ("Foreign-sponsored OFT rebels left.", [("foreign-sponsored", "OFT"), ("rebel", "OFT")]),
        ("Nobody saw OFT’s fighters.", [("fighter", "OFT")]),
        # behind it
        ("The militant group OFT left.", [("militant", "OFT")]),
        ("Rebels from the OFT left.", [("rebel", "OFT")]),
        ("Militants from the so-called OFT left.", [("militant", "OFT")]),
        ("Fighters of OFT left.", [("fighter", "OFT")]),
        ("The Western-backed civil defence group OFT left.", [("western-backed", "OFT")]),
        ("They met strongman Ulf Braun.", [("strongman", "Ulf Braun")]),
        ("They met rebel commander Ulf Braun.", [("rebel", "Ulf Braun")]),
        ("They met the notorious Ulf Braun.", [("notorious", "Ulf Braun")]),
        # the one who is called so
        ("Ulf Braun, a far-right lawmaker, left.", [("far-right", "Ulf Braun")]),
        ("Ulf Braun is a dictator.", [("dictator", "Ulf Braun")]),
        ("Ulf Braun was the strongman of the north.", [("strongman", "Ulf Braun")]),
        # a state before the label is whose regime it is, and only where rebels are from
        ("The Lusk regime fell.", [("regime", "Lusk")]),
        ("The Luskan regime fell.", [("regime", "Lusk")]),
        ("The brutal Luskan regime fell.", [("brutal", "Lusk"), ("regime", "Lusk")]),
        ("The regime of Lusk fell.", [("regime", "Lusk")]),
        ("Luskan rebels left.", [("rebel", None)]),
        ("Lusk rebels left.", [("rebel", None)]),
        ("The pro-Luskan government left.", [("pro-luskan", None)]),
        # nobody who is known
        ("Rebels in Lusk left.", [("rebel", None)]),
        ("Lusk attacked the rebels.", [("rebel", None)]),
        ("Ulf Braun met rebels.", [("rebel", None)]),
        ("OFT is chasing rebels.", [("rebel", None)]),
        ("OFT attacked militants at dawn.", [("militant", None)]),
    ],
)
def test_whom_a_label_is_about(words_found: Any, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert labels_in(words_found(text, mentions=("OFT", "Lusk", "Ulf Braun"))) == expected


def test_a_source_that_is_called_so_is_who_it_is_about(words_found: Any) -> None:
    said = (("The rebels", "said", "that they had won"),)
    assert labels_in(words_found("The rebels said that they had won.", said)) == [("rebel", "The rebels")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lume said: “The terrorists burned Orla.”", ("Lume", "said", "“The terrorists burned Orla.”")),
        ("Lume called them “terrorists” again.", ("Lume", "called", "them “terrorists”")),
        ("Lume warned that terrorists had come.", ("Lume", "warned", "that terrorists had come")),
        ("Lume said that Luskan rebels had come.", ("Lume", "said", "that Luskan rebels had come")),
        ("Lume said “the OFT terrorists” had come.", ("Lume", "said", "“the OFT terrorists” had come")),
    ],
)
def test_what_somebody_says_is_no_label_of_the_reporters(words_found: Any, text: str, said: Any) -> None:
    assert labels_in(words_found(text, (said,), ("OFT", "Lusk"))) == []


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        # by which name to call whom is the reporter's choice
        ("Lume said that the OFT terrorists had come.", ("Lume", "said", "that the OFT terrorists had come"),
         [("terrorist", "OFT")]),
        ("Lume said the Western-backed so-called aid group OFT had come.",
         ("Lume", "said", "the Western-backed so-called aid group OFT had come"),
         [("western-backed", "OFT"), ("so-called aid group", "OFT")]),
        # what the reporter vouches for, the reporter says, too
        ("Lume confirmed that terrorists had come.", ("Lume", "confirmed", "that terrorists had come"),
         [("terrorist", None)]),
        # whom somebody is said to be is beside what is said
        ("Rebel leader Lume said it was late.", ("Rebel leader Lume", "said", "it was late"),
         [("rebel", "Rebel leader Lume")]),
    ],
)  # fmt: skip
def test_whose_words_they_are(words_found: Any, text: str, said: Any, expected: Any) -> None:
    assert labels_in(words_found(text, (said,), ("OFT",))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Rebel Party won.",
        "They cheered the Rebels on.",
        "Rebel Party lawmakers left.",
        "The hall of the Communist Party is new.",
        "Terrorist attacks are rare.",
        "The vote is racist.",
        "The radical plan was dropped.",
        "The town was a militant stronghold.",
        "Firefighters and bullfighters met.",
        "A criminal complaint was filed.",
        "The controversial Braun reforms failed.",
        "Pro-Luskan stickers were sold.",
        "The venture-backed company closed.",
        "The bomb is an anti-tank device.",
        "The tax regime of the island is new.",
        "They voted by proxy.",
        "Regime change is not planned.",
        "The refugee camp is full.",
    ],
)
def test_no_label(words_found: Any, text: str) -> None:
    assert labels_in(words_found(text, mentions=("Braun",))) == []


def test_a_name_that_the_article_gives_is_no_label(words_found: Any) -> None:
    text = "Fighters of Militant Tide left."
    name = Name(Span(text.index("Militant"), text.index(" left")), NameKind.ORGANIZATION)
    assert labels_in(words_found(text, names=(name,))) == [("fighter", None)]


def test_a_name_beside_a_label_shows_whose_choice_it_is_though_it_is_no_source(words_found: Any) -> None:
    text = "Lume said that the terrorists of Tide had come."
    said = (("Lume", "said", "that the terrorists of Tide had come"),)
    name = Name(Span(text.index("Tide"), text.index(" had")), NameKind.ORGANIZATION)
    assert labels_in(words_found(text, said)) == []
    assert labels_in(words_found(text, said, names=(name,))) == [("terrorist", None)]


@pytest.mark.parametrize("zone", [ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.SUBHEADING, ZoneKind.CAPTION])
def test_labels_stand_in_headlines_too(words_found: Any, zone: ZoneKind) -> None:
    assert labels_in(words_found("Rebels Seize Orla Bridge After Long Siege", zone=zone)) == [("rebel", None)]
    assert labels_in(words_found("Why the Rebels Left Orla Bridge at Dawn", zone=zone)) == [("rebel", None)]


@pytest.mark.parametrize("zone", [ZoneKind.BOILERPLATE, ZoneKind.BYLINE, ZoneKind.CREDIT, ZoneKind.SECTION])
def test_none_stand_where_nothing_is_told(words_found: Any, zone: ZoneKind) -> None:
    assert words_found("Rebels seize the bridge", zone=zone) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Tide Party-backed lawmaker left.", "tide party-backed"),
        ("An anti-war group left.", "anti-war"),
        ("The pro-life movement left.", "pro-life"),
        ("State-sponsored hackers left.", "state-sponsored"),
        ("They saw a militant-controlled village.", "militant"),
        ("The so-called rescue workers left.", "so-called rescue workers"),
    ],
)
def test_compounds(words_found: Any, text: str, expected: str) -> None:
    assert [term for term, _ in labels_in(words_found(text))] == [expected]

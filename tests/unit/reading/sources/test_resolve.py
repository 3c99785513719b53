from __future__ import annotations

from typing import Any

import pytest

from reportedly.model import SourceKind


def test_a_surname_and_a_pronoun_mean_the_full_name(tell: Any) -> None:
    told = tell(
        "Ada Quill, the harbour master, came on Friday. [She] {said} <it sank>. [Quill] {added} <it burnt>.",
        persons=("Ada Quill", "Quill"),
    )
    assert [told.speaker(cue).name for cue in ("said", "added")] == ["Ada Quill", "Ada Quill"]
    assert told.speaker("said").role == "harbour master"
    assert [span.of(told.text) for span in told.sources[0].mentions] == ["Ada Quill", "She", "Quill"]


def test_a_surname_in_the_headline_means_the_full_name_below(tell: Any) -> None:
    told = tell("[Quill] {warns} <of storms>\n\nAda Quill runs the port.", persons=("Ada Quill", "Quill"))
    assert told.speaker("warns").name == "Ada Quill"


def test_he_passes_over_women_and_she_over_men(tell: Any) -> None:
    told = tell(
        "Peter Brann met Maria Lusk. [He] {said} <it sank>. [She] {agreed} <it did>.",
        persons=("Peter Brann", "Maria Lusk"),
    )
    assert (told.speaker("said").name, told.speaker("agreed").name) == ("Peter Brann", "Maria Lusk")


def test_he_is_the_speaker_rather_than_who_is_spoken_of(tell: Any) -> None:
    told = tell(
        "[Peter Brann] {said} <the chief, Ivo Senn, left>. [He] {added} <it sank>.", persons=("Peter Brann", "Ivo Senn")
    )
    assert told.speaker("added").name == "Peter Brann"


def test_a_title_tells_two_of_one_surname_apart(tell: Any) -> None:
    told = tell(
        "Maria Lusk and Peter Lusk came. [Mrs. Lusk] {said} <it sank>. [Mr. Lusk] {denied} <it>.",
        persons=("Maria Lusk", "Peter Lusk", "Lusk"),
    )
    assert (told.speaker("said").name, told.speaker("denied").name) == ("Maria Lusk", "Peter Lusk")


def test_a_name_that_two_bear_stays_apart_and_shows_both(tell: Any) -> None:
    told = tell(
        "Maria Lusk and Peter Lusk came. [Lusk] {said} <it sank>.", persons=("Maria Lusk", "Peter Lusk", "Lusk")
    )
    source = told.speaker("said")
    names = {other.id: other.name for other in told.sources}
    assert source.name == "Lusk"
    assert sorted(names[id_] for id_ in source.candidates) == ["Maria Lusk", "Peter Lusk"]


def test_a_name_spelt_two_ways_is_one_person(tell: Any) -> None:
    told = tell(
        "Kristin Lusk came. Kristen Lusk left. [Lusk] {said} <it sank>.",
        persons=("Kristin Lusk", "Kristen Lusk", "Lusk"),
    )
    assert told.speaker("said").candidates == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Rain fell in Damascus. [The Syrian government] {said} <it flooded>. [Damascus] {denied} <help>.", "denied"),
        ("[The Syrian government] {said} <it flooded>. [Syria] {denied} <help>.", "denied"),
        ("[Damascus] {denied} <help>. [The Damascus government] {said} <it flooded>.", "said"),
    ],
)
def test_a_capital_a_country_and_their_government_are_one(tell: Any, text: str, cue: str) -> None:
    told = tell(text, places=("Damascus", "Syria"), peoples=("Syrian",))
    source = told.speaker(cue)
    assert (source.kind, source.country) == (SourceKind.GOVERNMENT, "SY")
    assert len(told.sources) == 1


def test_several_who_speak_together_are_several_sources(tell: Any) -> None:
    told = tell(
        "[Moscow and Damascus] {said} <it sank>. [The US, Britain and France] {denied} <it>.",
        places=("Moscow", "Damascus", "US", "Britain", "France"),
    )
    assert [source.country for source in told.speakers("said")] == ["RU", "SY"]
    assert [source.country for source in told.speakers("denied")] == ["US", "GB", "FR"]


@pytest.mark.parametrize(
    "source",
    [
        "The Ministry of Trade and Industry",
        "Ada Quill, a skipper and member of the union,",
        "The villages of Orn and Lusk",
    ],
)
def test_an_and_within_a_phrase_joins_no_speakers(tell: Any, source: str) -> None:
    told = tell(f"[{source}] {{said}} <it sank>.", persons=("Ada Quill",), places=("Orn", "Lusk"))
    assert len(told.speakers("said")) == 1


def test_an_acronym_that_is_spelled_out_is_the_body(tell: Any) -> None:
    told = tell(
        "The Union of Island Skippers (UIS) met. [The UIS] {said} <it sank>.",
        bodies=("Union of Island Skippers", "UIS"),
    )
    assert told.speaker("said").name == "Union of Island Skippers"


def test_a_definite_noun_takes_up_what_was_named(tell: Any) -> None:
    told = tell(
        "The group Free Harbour came. Senator Ada Quill spoke. [The senator] {said} <it sank>. "
        "[The group] {denied} <it>.",
        persons=("Ada Quill",),
        bodies=("Free Harbour",),
    )
    assert (told.speaker("said").name, told.speaker("denied").name) == ("Ada Quill", "Free Harbour")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Witnesses", "unnamed"),
        ("a senior official", "unnamed"),
        ("two people familiar with the talks", "unnamed"),
        ("local sources", "unnamed"),
        ("dozens of clerks", "unnamed"),
        ("a spokesman for the port", "person"),
        ("the company's treasurer", "person"),
        ("the report", "document"),
        ("a letter to the court", "document"),
        ("the fisheries ministry", "government"),
        ("the shipping company", "organization"),
        ("the families", "group"),
    ],
)
def test_nouns_tell_the_kind(tell: Any, source: str, kind: str) -> None:
    assert tell(f"It rained. [{source}] {{said}} <it sank>.").speaker("said").kind == kind


@pytest.mark.parametrize(
    ("text", "role", "affiliation", "country"),
    [
        ("[Rear Admiral Ada Quill] {said} <it sank>.", "Rear Admiral", None, None),
        (
            "[Ada Quill, deputy head of the Orn Harbour Board,] {said} <it sank>.",
            "deputy head",
            "Orn Harbour Board",
            None,
        ),
        ("[Orn Harbour Board spokeswoman Ada Quill] {said} <it sank>.", "spokeswoman", "Orn Harbour Board", None),
        (
            "[Syrian Minister of Ports and Harbours Ada Quill] {said} <it sank>.",
            "Minister of Ports and Harbours",
            None,
            "SY",
        ),
        ("[Ada Quill of the Orn Harbour Board] {said} <it sank>.", None, "Orn Harbour Board", None),
        ("Ada Quill, 45, a teacher, came. [Quill] {said} <it sank>.", "teacher", None, None),
        ("[Mr. Quill] {said} <it sank>.", None, None, None),
    ],
)
def test_roles(tell: Any, text: str, role: str | None, affiliation: str | None, country: str | None) -> None:
    told = tell(text, persons=("Ada Quill", "Quill"), bodies=("Orn Harbour Board",), peoples=("Syrian",))
    source = told.speaker("said")
    assert (source.role, source.affiliation, source.country) == (role, affiliation, country)


def test_i_within_a_quotation_is_its_speaker(tell: Any) -> None:
    told = tell("[Ada Quill] {said}: <“[I] {think} <it sank>.”>", persons=("Ada Quill",))
    assert told.speaker("think").name == "Ada Quill"


def test_i_in_an_interview_is_who_is_asked(tell: Any) -> None:
    text = (
        "The Courier interviewed Ada Quill about tides.\n\nHow is the sea?\n\n"
        "[I] {think} <it is cold>. I know. I swim.\n\nAnd the wind?\n\nI sail in it. I do.\n\n"
        "Is it over?\n\nNot for us, I hope."
    )
    assert tell(text, persons=("Ada Quill",)).speaker("think").name == "Ada Quill"


def test_who_is_unknown_stays_unknown(tell: Any) -> None:
    source = tell("It rained. [He] {said} <it sank>.").speaker("said")
    assert (source.name, source.kind, source.country) == ("He", SourceKind.PERSON, None)

from dataclasses import replace

import pytest

from reportedly.model import Source, SourceKind, Span, Voice, Wording, WordingKind
from reportedly.report.findings.accusations import accusations
from reportedly.report.findings.figures import counts, figures_of
from reportedly.report.findings.places import spots
from reportedly.report.findings.speakers import described, speakers
from reportedly.report.findings.voices import NARRATOR, UNNAMED, voices
from reportedly.report.findings.wordings import actors
from reportedly.report.groups import numbered


def test_mentions_of_one_place_are_one_spot(rich):
    found = [(spot.number, spot.place.name, len(spot.spans)) for spot in spots(rich)]
    assert found == [
        (1, "Gannet Shoal", 2),
        (2, "Harrow", 1),
        (3, "Tern Camp", 1),
        (4, "Sella Head", 1),
        (5, "Veyra", 2),
    ]


def test_figures_know_their_statements_and_checks_their_figures(rich):
    found = counts(rich, numbered(rich))
    assert [(count.number, count.said) for count in found if count.said] == [(1, (3,)), (9, (7,))]
    assert [count.number for count in figures_of(rich.checks[1], found)] == [6, 7, 8]


def test_voices_are_the_reporters_then_sources_by_size_then_the_unnamed(rich):
    first, second = voices(rich)
    assert [part.name for part in first.parts][:3] == [NARRATOR, "Pell Arden", "Luskan Transport Ministry"]
    assert [part.name for part in second.parts] == [NARRATOR, "Orla Brand", UNNAMED]
    assert second.headline == "Convoy of tankers sighted off Veyra"


def test_a_story_without_words_has_no_voices(rich):
    assert voices(replace(rich, voice=(Voice("s1", 0.0, 0.0),))) == ()


def test_terms_are_counted_for_whom_they_are_about(rich):
    label = WordingKind.LABEL
    more = (Wording(Span(0, 3), label, "Wreckers", "reef"), Wording(Span(4, 6), label, "wreckers", "reef"))
    found = {actor.name: actor.terms for actor in actors(replace(rich, wording=rich.wording + more))}
    assert [(term.words, len(term.spans)) for term in found["Reef Watch"][label]] == [
        ("Wreckers", 2),
        ("so-called rescue group", 1),
    ]
    assert next(iter(found)) == "Reef Watch"
    assert list(found)[-1] is None


def test_words_about_a_place_have_its_name(rich):
    about = Wording(Span(0, 3), WordingKind.LABEL, "den of thieves", "place-4")
    assert [actor.name for actor in actors(replace(rich, wording=(about,)))] == ["Tern Camp"]


def test_the_unheard_come_before_those_who_answer(rich):
    found = accusations(rich, numbered(rich))
    assert [(one.entry.number, one.accused, one.answer and one.answer.number) for one in found] == [
        (2, "local fishermen", None),
        (5, "Reef Watch", 6),
    ]


def test_speakers_are_counted_and_doubts_are_told(rich):
    found = {speaker.source.name: speaker for speaker in speakers(rich, numbered(rich))}
    assert found["Pell Arden"].statements == 2
    assert found["Pell Arden"].candidates == ("Mira Arden",)
    assert found["local fishermen"].statements == 0


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            Source("s", "Senn", (), SourceKind.PERSON, "pilot of the Guild", "the Guild", "MT"),
            "person · pilot of the Guild · MT",
        ),
        (Source("s", "Senn", (), SourceKind.PERSON, None, "Guild"), "person · Guild"),
        (Source("s", "Senn", (), SourceKind.UNNAMED), "unnamed"),
    ],
)
def test_what_the_article_says_of_a_source(source, words):
    assert described(source) == words

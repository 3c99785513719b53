from __future__ import annotations

import pytest

from reportedly.reading.places.gazetteer import PlaceKind
from reportedly.reading.places.mentions import Mention, Near, place_mentions
from tests.unit.reading.places.marked import marked


def first(text: str) -> Mention:
    return place_mentions(*marked(text))[0]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Fire in {Paris}, {Texas}.", "Texas"),
        ("Fire in {Paris}, Texas.", "Texas"),
        ("Fire in {Paris}, Ky., on Friday.", "Ky."),
        ("Fire in {Paris}, TX 75460.", "TX"),
        ("Fire in {Paris} in northern {Texas}.", "Texas"),
        ("Fire in {Idlib} (northwestern {Syria}).", "Syria"),
        ("{Paris}, {London} and {Berlin} agreed.", None),
        ("{Iran}, {Russia} and {Syria} agreed.", None),
        ("Fire in {Paris}. {Texas} was dry.", None),
    ],
)
def test_a_mention_lies_within_what_stands_after_it(text: str, within: str | None) -> None:
    assert first(text).within == within


def test_a_mention_lies_within_what_possesses_it() -> None:
    assert place_mentions(*marked("{Syria}’s northwestern province of {Idlib}"))[1].within == "Syria"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("{Douma}, about 10 kilometers northeast of the capital {Damascus},", Near("Damascus", 10.0, exact=True)),
        ("{Douma}, some ten miles from {Damascus},", Near("Damascus", 16.09, exact=True)),
        ("{Douma}, 1,000 km north of {Damascus},", Near("Damascus", 1000.0, exact=True)),
        ("{Douma} town on the outskirts of {Damascus}", Near("Damascus", 60.0)),
        ("{Douma} and then {Damascus}", None),
    ],
)
def test_a_mention_is_as_near_as_the_text_says(text: str, near: Near | None) -> None:
    assert first(text).near == near


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{Idlib} province", PlaceKind.DIVISION),
        ("the province of {Idlib}", PlaceKind.DIVISION),
        ("{Boone} and {Madison} counties", PlaceKind.DISTRICT),
        ("the town of {Idlib}", PlaceKind.PLACE),
        ("the capital {Damascus}", PlaceKind.PLACE),
        ("the river {Nile}", PlaceKind.REGION),
        ("in {Idlib} on Friday", None),
    ],
)
def test_the_words_beside_a_mention_say_its_kind(text: str, kind: PlaceKind | None) -> None:
    assert first(text).kind is kind


@pytest.mark.parametrize(
    "text", ["the {Paris} Times", "{Dublin} City University", "a {swan}", "{@the} {*Paris Hilton}"]
)
def test_names_of_bodies_and_common_nouns_are_no_mentions(text: str) -> None:
    assert place_mentions(*marked(text)) == []


def test_a_place_within_the_name_of_a_body_is_no_mention() -> None:
    text, names = marked("the University of {Paris} is {Paris}")
    _, [body] = marked("the {@University of Paris}")
    assert [mention.span.start for mention in place_mentions(text, [*names, body])] == [text.rindex("Paris")]

from __future__ import annotations

from typing import Any

import pytest

from reportedly.model import ZoneKind
from reportedly.reading.denials import denial_pattern, denied_of, keep_denials_apart

CHARGE = ("The union", "accused", ("the owners of greed",))


@pytest.mark.parametrize(
    "content",
    ["it", "this", "the charge", "a charge", "any such charge", "the allegations", "both of these claims",
     "such claims", "the union's accusation", "all the allegations against him", "that", "this flatly"],
)  # fmt: skip
def test_a_word_for_it_points_at_a_statement(content: str) -> None:
    assert denial_pattern().fullmatch(content)


@pytest.mark.parametrize("content", ["that the crane fell", "taking bribes", "any role in it", "it was late", ""])
def test_a_content_of_its_own_does_not(content: str) -> None:
    assert not denial_pattern().fullmatch(content)


def test_the_charge_is_the_accusation_two_sentences_before(make_draft: Any) -> None:
    text = "The union accused the owners of greed. The mayor said it rained. They denied the charge."
    said = (CHARGE, ("The mayor", "said", ("it rained",)), ("They", "denied", ("the charge",)))
    draft = make_draft((ZoneKind.BODY, text), said=said)
    assert denied_of(draft.text, draft.attributions) == [None, None, 0]


def test_it_is_the_statement_just_before(make_draft: Any) -> None:
    text = "The union accused the owners of greed. The mayor said boats sank. The owners denied this."
    said = (CHARGE, ("The mayor", "said", ("boats sank",)), ("The owners", "denied", ("this",)))
    draft = make_draft((ZoneKind.BODY, text), said=said)
    assert denied_of(draft.text, draft.attributions) == [None, None, 1]


def test_nobody_denies_what_he_says_himself(make_draft: Any) -> None:
    text = "The owners said boats sank. Later the owners denied it."
    said = (("The owners", "said", ("boats sank",)), ("The owners", "denied", ("it",)))
    draft = make_draft((ZoneKind.BODY, text), said=said)
    assert denied_of(draft.text, draft.attributions) == [None, None]


def test_what_was_not_denied_is_not_linked(make_draft: Any) -> None:
    text = "The union accused the owners of greed. They did not deny the charge."
    draft = make_draft((ZoneKind.BODY, text), said=(CHARGE, ("They", "did not deny", ("the charge",))))
    assert denied_of(draft.text, draft.attributions) == [None, None]


def test_the_word_for_it_is_no_part_of_the_accusation(make_draft: Any) -> None:
    text = "The union accused the owners of greed, a charge they deny."
    said = (("The union", "accused", ("the owners of greed, a charge",)), ("they", "deny", ("a charge",)))
    draft = keep_denials_apart(make_draft((ZoneKind.BODY, text), said=said))
    contents = [[span.of(text) for span in item.content] for item in draft.attributions]
    assert contents == [["the owners of greed, "], ["a charge"]]

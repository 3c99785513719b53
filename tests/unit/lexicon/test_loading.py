import re

import pytest

from reportedly.errors import DataError
from reportedly.lexicon.cues import cues_of
from reportedly.lexicon.loading import load, parse

CUE = {"example": "The mayor said so.", "counter": "That said, it rained."}


def test_a_missing_list_is_a_data_error():
    with pytest.raises(DataError, match=r"nowhere\.toml is missing"):
        load("nowhere")


def test_damaged_toml_is_a_data_error_that_says_where():
    with pytest.raises(DataError, match=r"zones\.toml is damaged \(.*line 2"):
        parse("zones", "[rule]\nname = oops\n")


@pytest.mark.parametrize(
    ("stance", "entry", "why"),
    [
        ("says", {"example": "The mayor said so."}, "no counter"),
        ("says", CUE | {"form": ["say"]}, "form is no field"),
        ("says", CUE | {"forms": "say"}, "of another type"),
        ("says", CUE | {"unless": ["that said"]}, "where the cue stands"),
        ("sings", CUE, "sings is no stance"),
        ("says", CUE | {"reporter": "doubts"}, "doubts is nothing that a reporter does"),
        ("says", CUE | {"plover": "SHOUT"}, "SHOUT is no event type of PLOVER"),
    ],
)
def test_a_malformed_entry_is_named(stance: str, entry: dict[str, object], why: str):
    with pytest.raises(DataError, match=re.escape(f"{stance}.say") + ".*" + why):
        cues_of({"cue": {stance: {"say": entry}}})


def test_a_name_is_its_own_form_unless_others_are_given():
    (cue,) = cues_of({"cue": {"says": {"say so": CUE}}})
    assert (cue.id, cue.forms) == ("says.say-so", ("say so",))
    (cue,) = cues_of({"cue": {"says": {"statement": CUE | {"nouns": ["statement"]}}}})
    assert (cue.forms, cue.nouns) == ((), ("statement",))

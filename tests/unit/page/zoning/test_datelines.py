import pytest

from reportedly.page.zoning.datelines import city_length, dateline_length

REST = "The ferry sank off Orvane."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT SELLA, Nov. 12 (MNA) — ",
        "PORT SELLA (Harbour Wire) - ",
        "PORT SELLA, Marenta (AP) — ",
        "PORT SELLA, Marenta, November 12, 2026 — ",
        "PORT SELLA — ",
        "VELL, Lusk, 12 November (MNA) -- ",
        "VELL, Lusk — ",
        "(Reuters) – ",
        "Port Sella, Nov 12 (MNA) – ",
        "Port Sella (MNA) — ",
        "NEW SELLA (MNA) — ",
        "ORVANE/PORT SELLA, Nov 12 (MNA) - ",
    ],
)
def test_a_dateline_is_found_whole(dateline):
    assert dateline_length(dateline + REST) == len(dateline)


@pytest.mark.parametrize(
    "words",
    [
        REST,
        "ROE: I never saw it.",
        "The Port Authority — which owns the ferry — said no.",
        "Ida Roe (Lantern Party) told the court no.",
        "US — a story of two letters",
        "BREAKING - The ferry sank.",
        "PORT SELLA said no.",
        "",
    ],
)
def test_other_openings_are_none(words):
    assert dateline_length(words) == 0


LEAD = "The ferry to Orvane sank in the strait on Monday, the Coast Guard said."


def test_a_city_before_a_colon_is_a_dateline_at_the_start_of_the_body():
    assert city_length(f"NEW SELLA: {LEAD}", ["The minister said: nobody died."]) == len("NEW SELLA: ")


@pytest.mark.parametrize(
    "lead",
    [
        "ROE: I never saw the ferry that they say sank on Monday.",
        "ROE: Tell us when the ferry sank, and who was there.",
        f"MINISTER: {LEAD}",
        f"EXCLUSIVE: {LEAD}",
        "VELL: the ferry to Orvane sank in the strait on Monday.",
        "VELL: The ferry sank.",
        f"Vell: {LEAD}",
        LEAD,
        "",
    ],
)
def test_a_speaker_or_label_before_a_colon_is_none(lead):
    assert city_length(lead, []) == 0


def test_in_a_transcript_no_name_is_a_city():
    assert city_length(f"ROE: {LEAD}", ["“Who was there?”", "LUME: Nobody was."]) == 0

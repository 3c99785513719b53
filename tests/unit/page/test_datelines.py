import pytest

from reportedly.page.datelines import dateline_length

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

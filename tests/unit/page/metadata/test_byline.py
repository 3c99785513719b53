import pytest

from reportedly.page.metadata.byline import names_in, stated_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Lume", ["Ana Lume"]),
        ("BY ANA LUME AND JON TELLER", ["ANA LUME", "JON TELLER"]),
        ("Ana Lume, Jon Teller and Mira Oss", ["Ana Lume", "Jon Teller", "Mira Oss"]),
        ("By ANA LUME and JON TELLER Harbour Wire", ["ANA LUME", "JON TELLER"]),
        ("By Ana Lume in Port Sella and Jon Teller in Orvane", ["Ana Lume", "Jon Teller"]),
        ("Written by Ana Lume, Health Correspondent", ["Ana Lume"]),
        ("By Ana Lume Senior Reporter", ["Ana Lume"]),
        ("By Ana van der Lume, Jr.", ["Ana van der Lume Jr."]),
        ("Ana Lume (@analume)", ["Ana Lume"]),
        ("By Ana Lume\nSella Courier Staff Writer", ["Ana Lume"]),
        ("Ana Lume | Nov 12, 2024", ["Ana Lume"]),
        ("Story by Jon Teller; photographs by Mira Oss", ["Jon Teller"]),
        ("Reporting by Ana Lume; Editing by Jon Teller", ["Ana Lume"]),
        ("By May Lume", ["May Lume"]),
        ("By Staff", ["Staff"]),
        ("By Courier Staff Reporter", ["Courier Staff Reporter"]),
        ("By MNA", ["MNA"]),
        ("Harbour Wire in Orvane", ["Harbour Wire"]),
        ("By Lantern24 Desk", ["Lantern24 Desk"]),
        ("By Ana Lume | 5 min read", ["Ana Lume"]),
        ("By", []),
        ("", []),
        ("12 Nov 2024", []),
        ("It was a long night in the harbour and nobody there knew what the morning would bring", []),
    ],
)
def test_names_in_a_byline(line, names):
    assert list(names_in(line)) == names


def test_each_stated_value_stands_for_itself():
    assert stated_names(["Ana Lume", "Harbour Wire", "ana lume"]) == ("Ana Lume", "Harbour Wire")


@pytest.mark.parametrize(
    "value", ["https://courier.example/ana", "ana@courier.example", "/authors/ana", "admin", "ana-lume", "7"]
)
def test_what_names_nobody_is_dropped(value):
    assert stated_names([value]) == ()

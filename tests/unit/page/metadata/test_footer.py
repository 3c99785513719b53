import pytest

from reportedly.page.metadata.footer import publisher_in


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Radio Lantern's site can also be reached at these alternate addresses:", "Radio Lantern"),
        ("Orvane Daily can also be read at www.orvane.example", "Orvane Daily"),
        ("© 2024 The Sella Courier", "The Sella Courier"),
        ("Copyright © 2023, 2024 Harbour & Strait Media. All rights reserved", "Harbour & Strait Media"),
        ("(c) Orvane Daily 2024", "Orvane Daily"),
        ("Read more at Orvane Daily", "Orvane Daily"),
        ("This article was originally published in The Sella Courier on Monday.", "The Sella Courier"),
        ("Follow Radio Lantern on Telegram", "Radio Lantern"),
        ("Sign up for The Sella Courier's newsletter", "The Sella Courier"),
    ],
)
def test_closing_lines_name_the_publisher(line, name):
    assert publisher_in(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "All rights reserved.",
        "© 2024",
        "Read more",
        "The Coast Guard can be reached on channel 16.",
        "Follow us on X",
        "",
    ],
)
def test_other_lines_do_not(line):
    assert publisher_in(line) is None

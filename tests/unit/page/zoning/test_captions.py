import pytest

from reportedly.page.zoning.captions import credit_start, is_caption

CREDITS = [
    ("Nets dry in Port Sella.", "(Harbour Wire)"),
    ("Mayor Ida Roe (L) greets fishermen in Port Sella", "(AFP photo)"),
    ("Boats block the harbour mouth.", "(Photo: A. Lume/MNA)"),
    ("Boats block the harbour mouth.", "Photo: A. Lume/MNA"),
    ("Boats block the harbour mouth.", "Photograph by Ana Lume"),
    ("Boats block the harbour mouth.", "AFP/Getty Images"),
    ("Boats block the harbour mouth.", "Ana Lume/Harbour Wire"),
    ("The yard at Vell, in Lusk", "[Bo Orr/Radio Lantern]"),
    ("The yard at Vell.", "(File photo)"),
]


@pytest.mark.parametrize(("scene", "credit"), CREDITS)
def test_a_credit_ends_a_caption(scene, credit):
    words = f"{scene} {credit}"
    assert is_caption(words)
    assert words[credit_start(words) :] == credit


@pytest.mark.parametrize(
    "words",
    [
        "Ida Roe (L) and Bo Orr wait for the ferry to Orvane",
        "The wreck of the Petrel is seen from the pier at Port Sella.",
        "Ida Roe speaks during a rally of the Lantern Party on March 8, 2019 in Port Sella.",
        "Coast Guard divers board the Petrel off Orvane on 9 November 2026.",
    ],
)
def test_a_scene_is_a_caption(words):
    assert is_caption(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ida Roe told a rally on March 8, 2019 that she would speak again.",
        "The quota is seen as an insult by every crew on Orvane.",
        "The boat belongs to the Strait Fishing Company (SFC).",
        "-Ana Lume explains why the count was wrong. [Orvane Daily]",
        "The Lantern Party wins, the ministry loses, and nobody speaks of May 3, 2019, when all of this began "
        "with a letter to the Coast Guard. It was never answered.",
        "“He stands here every day,” she said on May 3, 2019.",
        "He denied it in a letter to the court (and to the press).",
        "I remember how she speaks of October 3, 2019.",
        "",
    ],
)
def test_a_paragraph_is_no_caption(words):
    assert not is_caption(words)

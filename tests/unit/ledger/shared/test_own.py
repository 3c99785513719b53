from reportedly.ledger.shared import own_text
from reportedly.model import Span, Story, Zone
from tests.unit.ledger.shared.made import BODY, BOILERPLATE, BYLINE, CAPTION, article


def test_what_is_not_the_articles_own_is_left_out_and_captions_come_last():
    own = article("Strait closed.", (BYLINE, "By Ida Roe"), (CAPTION, "A trawler"), (BOILERPLATE, "Share"), "Nets dry.")
    assert own.words == ("strait", "closed", "nets", "dry", "a", "trawler")
    assert own.words_by_flow() == [("strait", "closed", "nets", "dry"), ("a", "trawler")]
    assert [own.text[start:end] for start, end in zip(own.starts, own.ends, strict=True)][2:] == [
        "Nets",
        "dry",
        "A",
        "trawler",
    ]


def test_spans_are_in_pieces_only_where_something_is_left_out():
    own = article("One two.", "Three four.", (CAPTION, "A boat"), (BODY, "Five six."))
    assert [span.of(own.text) for span in own.spans_of(0, 6)] == ["One two.\n\nThree four", "Five six"]
    assert [span.of(own.text) for span in own.spans_of(1, 4)] == ["two.\n\nThree four"]
    assert [span.of(own.text) for span in own.spans_of(4, 5)] == ["Five"]


def test_a_paragraph_without_words_makes_no_piece_of_its_own():
    own = article("One two.", (BOILERPLATE, "Share"), "* * *", (BOILERPLATE, "Menu"), "Three.")
    assert [span.of(own.text) for span in own.spans_of(0, 3)] == ["One two", "Three"]


def test_quoted_words_are_told_from_others_in_every_flow():
    own = article("Lume said “we stay” twice.", (CAPTION, "“No nets”, a sign says"))
    quoted = [word for word, inside in zip(own.words, own.quoted(), strict=True) if inside]
    assert quoted == ["we", "stay", "no", "nets"]


def test_stories_are_read_apart():
    text = "One two. Three four."
    zones = Zone(BODY, Span(0, 9)), Zone(BODY, Span(9, 20))
    own = own_text(text, [Story(f"s{number}", None, (zone,)) for number, zone in enumerate(zones)])
    assert own.flow_starts == (0, 2)


def test_an_article_without_words_has_none():
    own = article((BOILERPLATE, "Share this"))
    assert (len(own), own.words_by_flow(), own.quoted()) == (0, [], [])

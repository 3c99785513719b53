from datetime import date

import pytest

from reportedly.errors import BadQuery
from reportedly.ledger.query import Field, parse
from reportedly.ledger.query.tree import And, During, Exactly, Not, Or, Query, Score, Unknown, Words
from reportedly.model import Stance

CUT = Words(Field.TEXT, ("cut", "the", "cable"))
FERRY = Words(Field.TEXT, ("ferry",))
FARES = Words(Field.TEXT, ("fares",))
LUME = Words(Field.SOURCE, ("lume",))
DENIES, SAYS = Exactly(Field.STANCE, "denies"), Exactly(Field.STANCE, "says")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", None),
        ("  ", None),
        ("Ferry", FERRY),
        ("ferry fares", And((FERRY, FARES))),
        ("ferry AND fares", And((FERRY, FARES))),
        ("ferry and fares", And((FERRY, Words(Field.TEXT, ("and",)), FARES))),
        ("ferry & fares - !", And((FERRY, FARES))),
        ('"Cut the cable"', CUT),
        ("“cut the cable”", CUT),
        ("„cut the cable“", CUT),
        ("«cut the cable»", CUT),
        ("cut-the-cable", CUT),
        ("don’t", Words(Field.TEXT, ("don", "t"))),
        ("miss*", Words(Field.TEXT, ("miss",), prefix=True)),
        ('"cut the cab*"', Words(Field.TEXT, ("cut", "the", "cab"), prefix=True)),
        ('"cut the cab"*', Words(Field.TEXT, ("cut", "the", "cab"), prefix=True)),
        ("10:30", Words(Field.TEXT, ("10", "30"))),
        ("https://wire.example/a", Words(Field.TEXT, ("https", "wire", "example", "a"))),
        ("-ferry", Not(FERRY)),
        ("NOT ferry", Not(FERRY)),
        ("--ferry", FERRY),
        ("ferry -fares", And((FERRY, Not(FARES)))),
        ("ferry - fares", And((FERRY, FARES))),
        ('"ferry"-fares', And((FERRY, FARES))),
        ("ferry OR fares lume", Or((FERRY, And((FARES, Words(Field.TEXT, ("lume",))))))),
        ("-(ferry OR fares)", Not(Or((FERRY, FARES)))),
        ("(ferry fares) (cut-the-cable)", And((FERRY, FARES, CUT))),
        ("source:Lume", LUME),
        ("SOURCE:lume", LUME),
        ("-source:lume", Not(LUME)),
        ("source:(lume OR NOT ferry)", Or((LUME, Not(Words(Field.SOURCE, ("ferry",)))))),
        ("source:(lume) ferry", And((LUME, FERRY))),
        ('against:"Port Auth*"', Words(Field.AGAINST, ("port", "auth"), prefix=True)),
        ("source:048465d9f21556e3", Exactly(Field.SOURCE, "048465d9f21556e3")),
        ("stance:Denies", DENIES),
        ("stance:(denies OR says)", Or((DENIES, SAYS))),
        ("kind:unnamed", Exactly(Field.KIND, "unnamed")),
        ("kind:mixed", Exactly(Field.KIND, "mixed")),
        ("voice:none", Exactly(Field.VOICE, "none")),
        ("review:any", Exactly(Field.REVIEW, "any")),
        ("country:gb", Exactly(Field.COUNTRY, "GB")),
        ("country:Britain", Exactly(Field.COUNTRY, "GB")),
        ('country:"the United States"', Exactly(Field.COUNTRY, "US")),
        ("place:GB", Exactly(Field.PLACE, "GB")),
        ("place:112931", Exactly(Field.PLACE, "112931")),
        ('place:"Port Sella"', Words(Field.PLACE, ("port", "sella"))),
        ("url:Wire.example", Exactly(Field.URL, "wire.example")),
        ("url:HTTPS://Wire.example/Boats?a=1", Exactly(Field.URL, "https://wire.example/Boats?a=1")),
        ("article:ABCDEF", Exactly(Field.ARTICLE, "abcdef")),
        ("score:<0.5", Score("<", 0.5)),
        ("score:0.2..0.5", And((Score(">=", 0.2), Score("<=", 0.5)))),
        ("said:unknown", Unknown(Field.SAID)),
        ("said:2021", During(Field.SAID, date(2021, 1, 1), date(2022, 1, 1))),
        ("said:2021-12", During(Field.SAID, date(2021, 12, 1), date(2022, 1, 1))),
        ("said:2024-02-29", During(Field.SAID, date(2024, 2, 29), date(2024, 3, 1))),
        ("published:2021..2022-03", During(Field.PUBLISHED, date(2021, 1, 1), date(2022, 4, 1))),
        ("published:..2021", During(Field.PUBLISHED, None, date(2022, 1, 1))),
        ("published:2021..", During(Field.PUBLISHED, date(2021, 1, 1), None)),
        ("added:>2021", During(Field.ADDED, date(2022, 1, 1), None)),
        ("added:>=2021", During(Field.ADDED, date(2021, 1, 1), None)),
        ("added:<2021-03-18", During(Field.ADDED, None, date(2021, 3, 18))),
        ("added:<=2021-03-18", During(Field.ADDED, None, date(2021, 3, 19))),
    ],
)
def test_a_query_means(text, root):
    assert parse(text) == Query(root)
    assert parse(str(parse(text))) == Query(root)


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("ferry stanc:denies", 7, "did you mean stance"),
        ("xyzzy:boats", 1, "the fields are text, content, cue"),
        ("stance:shouts", 1, "says, denies, accuses"),
        ("kind:nobody", 1, "direct, indirect, mixed, person"),
        ("country:Frence", 1, "did you mean france"),
        ('ferry "cut the', 7, "close them"),
        ("(ferry", 1, "close it"),
        ("ferry)", 6, "take it away"),
        ("()", 2, "nothing between"),
        ("ferry OR", 9, "ends"),
        ("OR ferry", 1, "quote it"),
        ("ferry AND OR fares", 11, "one is missing"),
        ("NOT", 4, "ends"),
        ("source: lume", 1, "without a space"),
        ("source:", 1, "without a space"),
        ('source:"lume', 8, "close them"),
        ("source:(lume kind:person)", 14, "close the parenthesis"),
        ("*", 1, "no word"),
        ("a *", 3, "no word"),
        ('""', 1, "no word"),
        ('ferry "…"', 7, "no word"),
        ("fer*y", 1, "at the end of a word"),
        ("ferry**", 1, "at the end of a word"),
        ("said:2021-13", 1, "write 2021, 2021-03"),
        ("said:2021-02-29", 1, "write 2021, 2021-03"),
        ("said:..", 1, "write 2021, 2021-03"),
        ("said:9999", 1, "write 2021, 2021-03"),
        ("said:yesterday", 1, "write 2021, 2021-03"),
        ("said:2022..2021", 1, "ends before it begins"),
        ("added:unknown", 1, "always known"),
        ("score:0.5", 1, "score:<0.5"),
        ("score:<2", 1, "from 0 to 1"),
        ("score:<", 1, "from 0 to 1"),
        ("article:abc", 1, "six or more"),
        ("url:!", 1, "how an address begins"),
        ("url:a\x00b", 1, "how an address begins"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_do(text, at, says):
    with pytest.raises(BadQuery) as fault:
        parse(text)
    assert str(fault.value).startswith(f"at character {at}: ")
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a" * 2_001, "2,000"),
        ("(" * 21 + "a" + ")" * 21, "flatter"),
        ("-" * 21 + "a", "flatter"),
        ("a " * 101, "several queries"),
    ],
)
def test_queries_are_bounded(text, says):
    with pytest.raises(BadQuery, match=says):
        parse(text)


def test_a_query_of_the_greatest_size_is_read():
    assert parse("(" * 20 + "a" + ")" * 20) == parse("a")
    assert len(str(parse("a " * 100))) == 199


def test_every_stance_can_be_asked_for():
    assert [str(parse(f"stance:{stance}")) for stance in Stance] == [f"stance:{stance}" for stance in Stance]

from reportedly.ledger.sources.portraits import Counted, portrait
from reportedly.model import SourceKind


def test_the_name_is_the_most_frequent_of_the_full_ones(made):
    told = portrait(
        [
            made.person("Quill", articles=9),
            made.person("Ada Quill", articles=3),
            made.person("Ada B. Quill", articles=2),
            made.person("ADA QUILL", articles=5),
        ]
    )
    assert told.name == "Ada Quill"
    assert told.forms[0] == Counted("Quill", 9)


def test_of_equally_frequent_names_the_longer_is_taken(made):
    assert portrait([made.person("Ada Quill"), made.person("Ada B. Quill")]).name == "Ada B. Quill"


def test_what_is_told_is_counted_by_articles(made):
    told = portrait(
        [
            made.person(role="mayor", affiliation="Velm", country="NO", articles=2),
            made.person(role="minister", country="NO", articles=5),
            made.person(role="daughter", country="CU"),
        ]
    )
    assert told.roles == (Counted("minister", 5), Counted("mayor", 2), Counted("daughter", 1))
    assert told.affiliations == (Counted("Velm", 2),)
    assert told.countries == (Counted("NO", 7),)
    assert told.kind is SourceKind.PERSON


def test_the_kind_is_that_of_most_articles(made):
    told = portrait([made.body("Free Sails", kind=SourceKind.GROUP), made.body("Free Sails", articles=3)])
    assert told.kind is SourceKind.ORGANIZATION


def test_a_countrys_name_tells_the_country_of_a_part_of_its_government(made):
    assert portrait([made.government("Russian Foreign Ministry")]).countries == (Counted("RU", 1),)

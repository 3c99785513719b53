from reportedly.ledger.sources.pairings import paired, pairings
from reportedly.model import Source, SourceKind, Span

TEXT = "The Organisation for the Safety of Ferries said so. The OSF, it said, OSF Marenta and the body were safe."
NAME = "Organisation for the Safety of Ferries"
FULL = "organisation for safety of ferries"


def source(*mentions, name=NAME, kind=SourceKind.ORGANIZATION):
    spans = tuple(Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in mentions)
    return Source("source-1", name, spans, kind)


def test_an_article_pairs_an_acronym_with_the_name_it_calls_the_same_body_by():
    assert pairings(source(NAME, "OSF", "the body"), TEXT) == (("osf", FULL),)


def test_brackets_pair_an_acronym_with_the_name_before_them():
    assert pairings(source(name=f"{NAME} (OSF)"), TEXT) == (("osf", FULL),)


def test_nothing_is_paired_without_an_acronym_or_for_persons():
    assert pairings(source(NAME, "the body", "OSF Marenta"), TEXT) == ()
    assert pairings(source("OSF", name="OSF"), TEXT) == ()
    assert pairings(source(name="Senator Quill’s office (D-Velm)", kind=SourceKind.GOVERNMENT), TEXT) == ()
    assert pairings(source("OSF", name="Veyra Harbour Union"), TEXT) == ()
    assert pairings(source("OSF", name="Ada Quill", kind=SourceKind.PERSON), TEXT) == ()


def test_an_acronym_goes_to_the_one_name_that_is_paired_with_it(made):
    short, full = made.grouped(made.body("OSF")), made.grouped(made.body(NAME, "NO"))
    assert paired(short, [full]) == {short[0].id: full[0].id}


def test_an_acronym_of_two_names_or_of_none_that_fits_stays_apart(made):
    short, full = made.grouped(made.body("OSF", "IS")), made.grouped(made.body(NAME, "NO"))
    other = made.grouped(made.body("Orvane Sailing Federation"))
    assert paired(short, [full]) == {}
    assert paired(made.grouped(made.body("OSF")), [full, other]) == {}
    two = made.grouped(made.body(NAME, "NO"), made.body(NAME, "IS"))
    assert paired(made.grouped(made.body("OSF")), [two]) == {}


def test_brackets_in_the_text_pair_what_initials_do_not():
    text = "The Veyra Harbour Union (VEHUN) met."
    mentions = (Span(4, 23), Span(25, 30))
    union = Source("source-1", "Veyra Harbour Union", mentions, SourceKind.ORGANIZATION)
    assert pairings(union, text) == (("vehun", "veyra harbour union"),)

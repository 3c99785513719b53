"""Whatever people say of whatever reading: it is laid over, in any order, and taken back without a trace."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.ledger.reviews.force import in_force, undone_by
from reportedly.ledger.reviews.overlay import effective
from reportedly.ledger.reviews.review import About, Review, Verb
from reportedly.ledger.reviews.snapshot import described_source, snapshot
from reportedly.model import Reporter, Source, Span, Stance, StatementKind
from tests.property.made_readings import readings

ARTICLE = "0" * 16
AT = st.integers(0, 5).map(lambda second: f"2026-05-14T00:00:0{second}Z")
SPAN = st.tuples(st.integers(0, 40), st.integers(1, 40)).map(lambda pair: [pair[0], sum(pair)])
SPANS = st.lists(SPAN, max_size=2)
SOURCES = st.lists(
    st.builds(
        lambda name, spans: described_source(Source("", name, tuple(Span(*span) for span in spans))),
        st.sampled_from(["Orla", "Veyra"]),
        SPANS,
    ),
    max_size=2,
)
INTERVALS = st.none() | st.just({"start": "2026-05-14", "end": "2026-05-15", "precision": "day"})
PLACES = st.builds(
    lambda span: {"name": "Sella", "lat": 1.0, "lon": 2.0, "country": None, "geonameid": None, "span": span},
    st.none() | st.just([1, 3]) | st.just([90, 91]),
)
SAID = st.one_of(
    st.sampled_from([(Verb.RIGHT, {}), (Verb.WRONG, {}), (Verb.NOTE, {})]),
    st.sampled_from(Stance).map(lambda word: (Verb.STANCE, {"stance": word.value})),
    st.sampled_from(StatementKind).map(lambda word: (Verb.KIND, {"kind": word.value})),
    st.sampled_from(Reporter).map(lambda word: (Verb.REPORTER, {"reporter": word.value})),
    st.lists(SPAN, min_size=1, max_size=2).map(lambda spans: (Verb.SPANS, {"content": spans})),
    SPANS.map(lambda spans: (Verb.SPANS, {"source": spans})),
    SOURCES.map(lambda told: (Verb.SOURCES, {"sources": told})),
    SOURCES.map(lambda told: (Verb.AGAINST, {"against": told})),
    INTERVALS.map(lambda when: (Verb.SAID, {"said": when})),
    st.tuples(PLACES, st.booleans()).map(lambda both: (Verb.PLACE, {"place": both[0], "pinned": both[1]})),
)


@st.composite
def logs(draw):
    """Return a reading, and reviews of statements that it has, or another reading has had."""
    reading, other = draw(readings()), draw(readings())
    known = {f"lost-{one.id}": snapshot(other, one) for one in other.statements}
    known |= {one.id: snapshot(reading, one) for one in reading.statements}
    log = []
    for target in draw(st.lists(st.sampled_from(sorted(known)), max_size=8)) if known else ():
        verb, value = draw(SAID)
        who = draw(st.sampled_from(["Ana", "Ben"]))
        log.append(Review(draw(AT), who, verb, About.STATEMENT, target, ARTICLE, value, known[target]))
    if draw(st.booleans()):
        log.append(
            Review(draw(AT), "Ana", Verb.PUBLISHED, About.ARTICLE, ARTICLE, ARTICLE, {"published": draw(INTERVALS)})
        )
    for _ in range(draw(st.integers(0, 3))):
        if log:
            log.append(undo(draw(st.sampled_from(log)), draw(AT)))
    return reading, list(dict.fromkeys(log))


def undo(review, at="2026-05-15T00:00:00Z"):
    return Review(at, "Eve", Verb.UNDO, review.about, review.target, review.article_id, {}, None, None, review.id)


@given(logs(), st.randoms(use_true_random=False))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
def test_the_order_in_which_reviews_come_changes_nothing(made, random):
    reading, log = made
    shuffled = log.copy()
    random.shuffle(shuffled)
    once, again = effective(reading, log), effective(reading, shuffled)
    assert once == again
    assert once.rows() == again.rows()


@given(logs())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
def test_ids_stay_and_links_lead_somewhere(made):
    reading, log = made
    after = effective(reading, log).reading
    ids = [one.id for one in after.statements]
    assert len(set(ids)) == len(ids)
    assert {one.id for one in reading.statements} <= set(ids)
    assert replace(after.article, published=None, basis={}) == replace(reading.article, published=None, basis={})
    for found, wanted in ((after.sources, "sources"), (after.whens, "whens"), (after.places, "places")):
        known = {one.id for one in found}
        assert len(known) == len(found)
        assert all(set(getattr(one, wanted)) <= known for one in after.statements)
    for one in after.statements:
        assert all(span.end <= len(after.article.text) for span in (*one.source, *one.cue, *one.content))


@given(logs())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
def test_taking_everything_back_leaves_no_trace(made):
    reading, log = made
    log = [*log, *(undo(review) for review in in_force(log))]
    assert in_force(log) == ()
    after = effective(reading, log)
    assert (after.reading, after.resting) == (reading, ())
    assert after.rows() == effective(reading, ()).rows()


@given(st.integers(1, 1500))
@settings(deadline=None, max_examples=5)
def test_undos_of_undos_in_a_row(length):
    log = [Review("2026-05-14T00:00:00Z", "Ana", Verb.WRONG, About.STATEMENT, "1" * 16, ARTICLE)]
    for number in range(length):
        log.append(undo(log[-1], f"2026-05-15T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}Z"))
    assert in_force(log[::-1]) == (() if length % 2 else (log[0],))
    assert len(undone_by(log)) == (length + 1) // 2

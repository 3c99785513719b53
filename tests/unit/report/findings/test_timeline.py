from dataclasses import replace

from reportedly.model import Span
from reportedly.report.findings.timeline import timeline
from reportedly.report.groups import numbered


def starts(reading):
    return [(moment.when.start, moment.published) for moment in timeline(reading, numbered(reading))]


def test_moments_stand_in_order_of_time_with_the_publication_among_them(rich):
    found = starts(rich)
    assert [start for start, _ in found] == sorted(start for start, _ in found)
    assert [start for start, published in found if published] == ["2024-04-20"]
    assert len(found) == len(rich.whens) + 1


def test_mentions_of_one_interval_are_one_moment_with_all_that_was_said_then(rich):
    friday = rich.whens[1]
    again = replace(friday, id="again", span=Span(0, 3))
    statements = (replace(rich.statements[2], said="again"), *rich.statements[:2], *rich.statements[3:])
    reading = replace(rich, whens=(*rich.whens, again), statements=statements)
    (moment,) = (one for one in timeline(reading, numbered(reading)) if friday.id in one.ids)
    assert (moment.ids, moment.spans) == ((friday.id, "again"), (friday.span, Span(0, 3)))
    assert moment.said == (1, 3, 4)


def test_a_publication_that_is_also_among_the_whens_is_shown_once(rich):
    same = replace(rich.article.published, id="when-9")
    assert starts(replace(rich, whens=(*rich.whens, same))) == starts(rich)


def test_no_times_make_no_time_line(make):
    reading = make("One.", ())
    assert timeline(reading, ()) == ()

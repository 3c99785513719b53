import json

from reportedly.evaluation import compare, evaluate
from tests.unit.evaluation.conftest import LUME, SENN, TORE

MIXED = ("Senn", "said", "“Ice is late,” said Senn. Lume")


def names(groups):
    return {group.name: (group.annotated, group.figures["R"]) for group in groups}


def test_kinds_are_those_of_the_annotated_contents(annotate, attribute):
    document = annotate(SENN, LUME, TORE, ("Lume", "denied", ""))
    evaluation = evaluate([compare(document, [attribute(*SENN), attribute(*LUME)])])
    assert names(evaluation.kinds) == {"direct": (1, 1.0), "indirect": (2, 0.5), "no content": (1, 0.0)}
    assert names(evaluate([compare(annotate(MIXED), [])]).kinds) == {"mixed": (1, 0.0)}


def test_cues_are_counted_in_the_whole_corpus(annotate, attribute):
    often = [compare(annotate(SENN, LUME if number < 3 else TORE), [attribute(*SENN)]) for number in range(12)]
    assert names(evaluate(often).cues) == {
        "seen 20 times or more": (21, round(12 / 21, 4)),
        "seen 3 to 19 times": (3, 0.0),
    }
    assert names(evaluate([compare(annotate(LUME, ("Lume", "", "it")), [])]).cues) == {
        "seen once or twice": (1, 0.0),
        "no cue": (1, 0.0),
    }


def test_publishers_are_told_where_there_are_several(annotate, attribute):
    courier, daily = annotate(SENN, name="courier_1"), annotate(SENN, LUME, name="orvane-daily_1")
    assert evaluate([compare(courier, [])]).publishers == ()
    evaluation = evaluate([compare(daily, [attribute(*SENN)]), compare(courier, [])])
    assert names(evaluation.publishers) == {"courier": (1, 0.0), "orvane-daily": (2, 0.5)}
    assert evaluation.publishers[1].figures["P"] == 1.0


def test_the_worst_errors_come_first_and_what_is_right_is_none(annotate, attribute):
    comparison = compare(annotate(SENN, TORE, LUME), [attribute(*SENN), attribute("Senn", "said", "nets")])
    assert [case.gold for case in evaluate([comparison]).worst] == [attribute(*LUME), attribute(*TORE)]
    assert len(evaluate([comparison] * 15).worst) == 20


def test_the_evaluation_is_json(annotate, attribute):
    whole = evaluate([compare(annotate(SENN, TORE), [attribute("Senn", "said", "nets")])]).to_dict()
    assert json.loads(json.dumps(whole)) == whole
    assert (whole["articles"], whole["annotated"]) == (1, 2)
    missed, half = whole["worst"]
    assert missed["found"] is None
    assert half["found"]["content"] == [[59, 63]]
    assert whole["figures"]["attr_half"]["R"] == 0.5

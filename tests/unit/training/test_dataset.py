from __future__ import annotations

import random

import numpy as np

from reportedly.brat import Attribution, Document
from reportedly.model import Span
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tagger import load_tagger
from reportedly.reading.tokens import REACH, WINDOW
from training.dataset import Labelled, cut, label, mixed

TEXT = "Lume denied it and said boats sank."


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


DOCUMENT = Document(
    "a",
    TEXT,
    (
        Attribution(spans("Lume"), spans("denied"), spans("it")),
        Attribution(spans("Lume"), spans("said"), spans("boats sank")),
    ),
)


def test_every_cue_has_its_own_source_and_content():
    labelled = label(DOCUMENT, load_tagger().tokenizer)
    pieces = [TEXT[start:end] for start, end in labelled.tokens.offsets]
    first, second = (
        {
            piece: PARTS[parts[row - cue + REACH].argmax()]
            for row, piece in enumerate(pieces)
            if parts[row - cue + REACH, 0] == 0
        }
        for cue, parts in labelled.parts
    )
    assert [pieces[cue] for cue, _ in labelled.parts] == ["denied", "said"]
    assert {first["it"], second["boats"]} == {"B-content"}
    assert "boats" not in first
    assert {
        TAGS[tag] for piece, tag in zip(pieces, labelled.tags.argmax(1), strict=True) if piece in ("denied", "said")
    } == {"B-cue"}


def test_windows_of_every_epoch_cover_the_text():
    long = Document("b", "Lume said boats sank. " * 200, ())
    labelled = label(long, load_tagger().tokenizer)
    for seed in range(5):
        windows = cut(labelled, random.Random(seed))
        assert all(len(window.ids) <= WINDOW for window in windows)
        assert sum(len(window.ids) for window in windows) >= len(labelled.tokens)
        assert any((window.ids[-3:] == labelled.tokens.ids[-3:]).all() for window in windows)


def test_some_paragraphs_are_windows_of_their_own() -> None:
    many = Document("c", "Lume said that all the boats sank at sea.\n\n" * 100, ())
    labelled = label(many, load_tagger().tokenizer)
    alone = [window for window in cut(labelled, random.Random(1)) if len(set(window.paragraphs.tolist())) == 1]
    assert 2 <= len(alone) <= 40


def test_a_teacher_is_mixed_in_by_its_share() -> None:
    known = label(DOCUMENT, load_tagger().tokenizer)
    learnt = Labelled(known.tokens, known.tags[:, ::-1], tuple((cue, parts[:, ::-1]) for cue, parts in known.parts))
    both = mixed({"a": known}, {"a": learnt, "b": learnt}, 0.25)
    assert set(both) == {"a", "b"}
    assert np.allclose(both["a"].tags, 0.75 * known.tags + 0.25 * learnt.tags)
    assert np.allclose(both["a"].tags.sum(1), 1)
    assert np.allclose(both["a"].parts[0][1].sum(1), 1)

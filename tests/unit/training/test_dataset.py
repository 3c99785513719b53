from __future__ import annotations

import random

from reportedly.brat import Attribution, Document
from reportedly.model import Span
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tagger import load_tagger
from reportedly.reading.tokens import WINDOW
from training.dataset import cut, label

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
        {pieces[row]: PARTS[part] for row, part in enumerate(parts) if part} for _, parts in labelled.parts
    )
    assert [pieces[cue] for cue, _ in labelled.parts] == ["denied", "said"]
    assert {first["it"], second["boats"]} == {"B-content"}
    assert "boats" not in first
    assert {TAGS[tag] for piece, tag in zip(pieces, labelled.tags, strict=True) if piece in ("denied", "said")} == {
        "B-cue"
    }


def test_windows_of_every_epoch_cover_the_text():
    long = Document("b", "Lume said boats sank. " * 200, ())
    labelled = label(long, load_tagger().tokenizer)
    for seed in range(5):
        windows = cut(labelled, random.Random(seed))
        assert all(len(window.ids) <= WINDOW for window in windows)
        assert sum(len(window.ids) for window in windows) >= len(labelled.tokens)
        assert (windows[-1].ids[-3:] == labelled.tokens.ids[-3:]).all()

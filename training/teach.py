"""What trained models say of texts, for another to learn: `python -m training.teach MODEL... --work FOLDER`.

MODEL is a folder that training.export wrote. The mean of their probabilities is kept for the corpus, at the cues that
its annotators marked, and for further news texts without annotation (training.texts), at the cues that the models find.
Learning from several models' probabilities gives one of the same size most of what their mean is worth (Hinton, Vinyals
and Dean 2015), and on further texts it learns from more than one corpus's subjects.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.brat import read_folder
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tagger import ModelScores, Tagger, load_tagger_from
from reportedly.reading.tokens import REACH, tokenize
from reportedly.text import lines
from training.base import base_tokenizer
from training.dataset import Labelled, Shares, around_cue, label, shares
from training.texts import POLNEAR, further_texts

# a token that the models take for a cue with this probability is one to learn about
LIKELY = 0.1
_CUE = TAGS.index("B-cue")


def teach(text: str, cues: Sequence[int] | None, teachers: Sequence[Tagger]) -> dict[str, NDArray[Any]]:
    """Return the teachers' mean probabilities for a text: tags [n, 7], and parts [k, around, 5] at k cues.

    Without cues given, they are those that the teachers find.
    """
    tokens = tokenize(text, lines(text), teachers[0].tokenizer)
    scores = [teacher.score(tokens) for teacher in teachers]
    tags = np.mean([np.exp(score.tags) for score in scores], axis=0)
    found = np.flatnonzero(tags[:, _CUE] > LIKELY) if cues is None else np.array(cues, np.int64)
    parts = [np.mean([_parts(score, int(cue), len(tokens)) for score in scores], axis=0) for cue in found]
    return {
        "tags": tags.astype(np.float16),
        "cues": found,
        "parts": np.array(parts, np.float16).reshape(len(found), 2 * REACH + 1, len(PARTS)),
    }


def _parts(scores: ModelScores, cue: int, count: int) -> Shares:
    rows, likely = scores.parts(cue)
    whole = shares(np.zeros(count, np.int64), len(PARTS))
    whole[rows] = np.exp(likely)
    return around_cue(whole, cue)


def taught(folder: Path, tokenizer: Tokenizer) -> dict[str, Labelled]:
    """Return what `main` wrote into a folder, by the names of its documents."""
    found = {}
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as data:
            tokens = tokenize(str(data["text"]), lines(str(data["text"])), tokenizer)
            parts = zip(data["cues"].tolist(), data["parts"].astype(np.float32), strict=True)
            found[path.stem] = Labelled(tokens, data["tags"].astype(np.float32), tuple(parts))
    return found


def main() -> None:
    """Write one .npz a document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--work", type=Path, default=Path("training/work/taught"))
    parser.add_argument("--half", type=int, choices=(0, 1), help="only every second document, to run two at once")
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    teachers, tokenizer = [load_tagger_from(model) for model in chosen.models], base_tokenizer()
    known = [(document, [cue for cue, _ in label(document, tokenizer).parts]) for document in read_folder(POLNEAR)]
    jobs = [*known, *((document, None) for document in further_texts())]
    for number, (document, cues) in enumerate(jobs):
        path = chosen.work / f"{document.name}.npz"
        if chosen.half in (None, number % 2) and not path.exists():  # so that it can be stopped and gone on with
            said = teach(document.text, cues, teachers)
            np.savez(path, text=np.array(document.text), **said)


if __name__ == "__main__":
    main()

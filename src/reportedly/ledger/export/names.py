"""What linked data call the things of a ledger: URNs made of their ids."""

from __future__ import annotations

from reportedly.ledger.export.selection import Chosen

# not a registered namespace: it only says whose ids these are
URN = "urn:reportedly:"


def urn(kind: str, identifier: str) -> str:
    """Return the name of a thing.

    >>> urn("statement", "5f1c0a9be3d27c44")
    'urn:reportedly:statement:5f1c0a9be3d27c44'
    """
    return f"{URN}{kind}:{identifier}"


def source_urn(chosen: Chosen, local: str) -> str:
    """Return the name of a source of an article: that of who it is across the ledger, where any statement knows it."""
    if local in chosen.entities:
        return urn("entity", chosen.entities[local].id)
    return urn("source", f"{chosen.kept.article_id}:{local}")

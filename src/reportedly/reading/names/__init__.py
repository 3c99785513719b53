"""Names in a text: persons, organizations, places, peoples."""

from __future__ import annotations

from reportedly.reading.names.name import Name, NameKind

__all__ = ["Name", "NameKind"]

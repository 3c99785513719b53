"""Names in a text: persons, organizations, places, peoples."""

from reportedly.reading.names.find import find_names
from reportedly.reading.names.name import Name, NameKind, agreed

__all__ = ["Name", "NameKind", "agreed", "find_names"]

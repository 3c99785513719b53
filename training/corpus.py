"""PolNeAR as gold: texts with attributions from brat standoff files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reportedly.model import Span

_EVENT_OR_SPAN = re.compile(r"[TE]\d+")


@dataclass(frozen=True)
class Attribution:
    """One gold attribution; every role is a tuple of spans, empty where the corpus marks none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Document:
    """One corpus article with its gold attributions."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def read_folder(folder: Path) -> list[Document]:
    """Return the articles of a folder of NAME.txt and NAME.ann, by name."""
    return [_read(path) for path in sorted(folder.glob("*.ann"))]


def _read(path: Path) -> Document:
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    spans: dict[str, list[Span]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        parts = line.split("\t")
        if len(parts) < 2 or not _EVENT_OR_SPAN.fullmatch(parts[0]):
            continue
        if parts[0][0] == "T":
            pieces = parts[1].split(" ", 1)[1].split(";")
            spans[parts[0]] = [Span(*map(int, piece.split())) for piece in pieces]
        else:
            pairs = [pair.split(":") for pair in parts[1].split()]
            events.append([(re.sub(r"\d+$", "", role).lower(), name) for role, name in pairs])
    return Document(path.stem, text, tuple(_attribution(event, spans) for event in events))


def _attribution(event: list[tuple[str, str]], spans: dict[str, list[Span]]) -> Attribution:
    def role(wanted: str) -> tuple[Span, ...]:
        return tuple(sorted(span for name, key in event if name == wanted for span in spans.get(key, [])))

    return Attribution(role("source"), role("cue"), role("content"))

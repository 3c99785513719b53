"""brat standoff, as researchers keep attributions: NAME.txt and, beside it, NAME.ann.

In an .ann file a line "T1", tab, "Source 0 4;8 12", tab, the words is a span of one or more fragments, and a line "E1",
tab, "Attribution:T4 Source:T1 Cue:T2 Content:T3 Content2:T5" is an attribution. Offsets are code points of the text
file. See https://brat.nlplab.org/standoff.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import BadAnnotation
from reportedly.model import Reading, Span, Statement

ROLES = ("source", "cue", "content")
_EVENT = "Attribution"
_EVENT_OR_SPAN = re.compile(r"[TE]\d+(?=\s|$)")
_PLACE = re.compile(r"\S+ (?P<fragments>\d+ \d+(?:;\d+ \d+)*)")
_ARGUMENTS = re.compile(r"[^\s:]+:[TE]\d+(?: [^\s:]+:[TE]\d+)* ?")
_NUMBER = re.compile(r"\d+$")
# brat holds no line break inside a fragment
_FRAGMENT = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution; every role is a tuple of spans in reading order, empty where none is annotated."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its annotated attributions, by the name of its files without their endings."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def read_folder(folder: Path) -> list[Document]:
    """Return the annotated texts of a folder, by name. Raises BadAnnotation, and OSError for a missing NAME.txt."""
    return [read_document(path) for path in sorted(folder.glob("*.ann"))]


def read_document(ann: Path) -> Document:
    """Return one annotated text, given its .ann file. Raises BadAnnotation and OSError."""
    text = _decoded(ann.with_suffix(".txt"))
    return Document(ann.stem, text, attributions_in(_decoded(ann), text, str(ann)))


def attributions_in(annotations: str, text: str, name: str) -> tuple[Attribution, ...]:
    r"""Return the attributions that the lines of an .ann file give to a text.

    Lines of other kinds (notes, relations, the rest of a span's words after a line break) are passed over, and so are
    events that are no attribution. `name` is for messages. Raises BadAnnotation, which tells the line.

    >>> attributions_in("T1\tSource 0 4\tLume\nT2\tCue 5 9\tsaid\nE1\tAttribution:T2 Source:T1", "Lume said.", "a.ann")
    (Attribution(source=(Span(start=0, end=4),), cue=(), content=()),)
    """
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[tuple[int, str]] = []
    for number, line in enumerate(annotations.split("\n"), 1):
        found = _EVENT_OR_SPAN.match(line)
        if not found:
            continue
        key, tab, rest = line.rstrip("\r").partition("\t")
        if not tab:
            raise BadAnnotation(f"{name}:{number}: no tab after {found.group()}, so it is no line of brat standoff")
        if key in spans:
            raise BadAnnotation(f"{name}:{number}: {key} stands there a second time: give it a number of its own")
        if key.startswith("E"):
            events.append((number, rest.partition("\t")[0]))
        else:
            spans[key] = _fragments(rest.partition("\t")[0], text, f"{name}:{number}")
    found_events = (_attribution(event, spans, f"{name}:{number}") for number, event in events)
    return tuple(attribution for attribution in found_events if attribution)


def attribution_of(statement: Statement) -> Attribution:
    """Return the spans of a statement as an annotation has them."""
    return Attribution(statement.source, statement.cue, statement.content)


def write_reading(reading: Reading, folder: Path, name: str) -> None:
    """Write NAME.txt, which is the article's text unchanged, and NAME.ann into a folder that is there.

    Raises FileExistsError where one of them is there already, for it may be somebody's work, and other OSErrors.
    """
    paths = folder / f"{name}.txt", folder / f"{name}.ann"
    for path in paths:
        if path.exists():
            raise FileExistsError(f"{path} is there already")
    for path, content in zip(paths, (reading.article.text, standoff(reading)), strict=True):
        # half of a surrogate pair has no UTF-8: one "?" for one code point keeps the offsets
        path.write_bytes(content.encode("utf-8", "replace"))


def standoff(reading: Reading) -> str:
    """Return the statements of a reading as the lines of an .ann file, ending in a line break if there are any.

    A span that two statements share is written once. The event's type stands on the cue, or on the content where there
    is no cue. A note gives what found a statement, and its score.
    """
    return "".join(f"{line}\n" for line in _lines(reading))


def _lines(reading: Reading) -> Iterator[str]:
    text = reading.article.text
    keys: dict[tuple[str, tuple[Span, ...]], str] = {}
    for number, statement in enumerate(reading.statements, 1):
        arguments = []
        for label, spans in _labelled(statement):
            fragments = tuple(_unbroken(text, spans))
            if not fragments:
                continue
            if (label, fragments) not in keys:
                keys[label, fragments] = f"T{len(keys) + 1}"
                yield _text_bound(keys[label, fragments], label, fragments, text)
            arguments.append(f"{label}:{keys[label, fragments]}")
        yield f"E{number}\t{' '.join(arguments)}"
        yield f"#{number}\tAnnotatorNotes E{number}\t{statement.why}, score {statement.score:.2f}"


def _labelled(statement: Statement) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the event's type and then each role with its spans."""
    yield _EVENT, statement.cue or statement.content
    for role in ROLES:
        yield role.capitalize(), getattr(statement, role)


def _unbroken(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans cut at line breaks, each piece without white space around it."""
    for span in spans:
        for match in _FRAGMENT.finditer(text, span.start, span.end):
            yield Span(*match.span())


def _text_bound(key: str, label: str, fragments: tuple[Span, ...], text: str) -> str:
    places = ";".join(f"{span.start} {span.end}" for span in fragments)
    return f"{key}\t{label} {places}\t{' '.join(span.of(text) for span in fragments)}"


def _fragments(place: str, text: str, where: str) -> tuple[Span, ...]:
    """Return the fragments that "Source 0 4;8 12" names."""
    found = _PLACE.fullmatch(place)
    if not found:
        raise BadAnnotation(f'{where}: "{place}" is no type with offsets, such as "Source 0 4;8 12"')
    fragments = []
    for piece in found["fragments"].split(";"):
        start, end = map(int, piece.split())
        if not start < end <= len(text):
            raise BadAnnotation(f"{where}: no characters {start} to {end} in a text of {len(text)}")
        fragments.append(Span(start, end))
    return tuple(fragments)


def _attribution(event: str, spans: dict[str, tuple[Span, ...]], where: str) -> Attribution | None:
    """Return the attribution of an event's arguments, None for an event of another kind."""
    if not _ARGUMENTS.fullmatch(event):
        raise BadAnnotation(f'{where}: "{event}" is no event, such as "Attribution:T4 Source:T1 Cue:T2 Content:T3"')
    roles: dict[str, list[Span]] = {role: [] for role in ROLES}
    pairs = [argument.split(":") for argument in event.split()]
    for label, key in pairs:
        if key.startswith("T") and key not in spans:
            raise BadAnnotation(f"{where}: it refers to {key}, which no line defines")
        roles.get(_NUMBER.sub("", label).lower(), []).extend(spans.get(key, ()))
    if not pairs[0][0].startswith(_EVENT) and not any(roles.values()):
        return None
    return Attribution(*(tuple(sorted(roles[role])) for role in ROLES))


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadAnnotation(f"{path}: not UTF-8, which brat standoff is written in") from error

"""Measures whom pronouns and short names mean that speak, on GUM's news and interviews.

    python -m benchmarks.speakers [FOLDER] [--misses]

FOLDER holds GUM's *.conllu; the default is ../shared/data/gum. Counted are the statements that the program finds whose
source is, in GUM, one mention that is a pronoun or one word of a longer name of its entity. It is right when the name
of the source that the program gives is one of the names that GUM's entity goes by (for an entity without a name: one of
its noun phrases). "nearest name" is the same for the person's or body's name that stands last before, a reader's first
guess; "news nearest" is that in the news alone, where few speak of themselves.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import reportedly
from reportedly.model import Reading, Span, Statement

DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/gum"
GENRES = ("news", "interview")
_MENTION = re.compile(r"\([^()]*\)?|[^()]+\)")
_HEADING = re.compile(r"newpar_block = head \((\d+) s\)")
_PLACE = re.compile(r"\[.*")


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its universal part of speech and the number of its head, or -1."""

    span: Span
    upos: str
    head: int


@dataclass(slots=True)
class Mention:
    """A mention of an entity of some kind: tokens [start, end) and its head token."""

    entity: str
    kind: str
    start: int
    end: int = -1
    head: int = -1


@dataclass(slots=True)
class Text:
    """One text of GUM with tokens and mentions."""

    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def words(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return self.text[self.tokens[mention.start].span.start : self.tokens[mention.end - 1].span.end]

    def name(self, mention: Mention) -> str | None:
        """Return the run of proper nouns around a mention's head, or None."""
        if self.tokens[mention.head].upos != "PROPN":
            return None
        first = last = mention.head
        while first > mention.start and self.tokens[first - 1].upos == "PROPN":
            first -= 1
        while last + 1 < mention.end and self.tokens[last + 1].upos == "PROPN":
            last += 1
        return self.text[self.tokens[first].span.start : self.tokens[last].span.end]


@dataclass(frozen=True, slots=True)
class Case:
    """One speaker to be resolved: the program's name, the nearest name, the names that are right, and where."""

    found: str
    nearest: str
    right: frozenset[str]
    said: str
    pronoun: bool
    where: str

    def is_right(self, name: str) -> bool:
        """Tell whether a name is one of those that are right, or a part of one, or one a part of it.

        For a short name it must have more words than that.
        """
        words = set(_normal(name).split())
        if not self.pronoun and len(words) <= len(self.said.split()):
            return False
        return bool(words) and any(words <= set(other.split()) or set(other.split()) <= words for other in self.right)


def figures(folder: Path = DEFAULT_FOLDER) -> dict[str, float]:
    """Return the shares that are right: of all, of pronouns, of short names, and of the nearest name."""
    news, interviews = (list(_cases(folder, genre)) for genre in GENRES)
    cases = news + interviews
    return {
        "resolved": _share([case.is_right(case.found) for case in cases]),
        "pronouns": _share([case.is_right(case.found) for case in cases if case.pronoun]),
        "short names": _share([case.is_right(case.found) for case in cases if not case.pronoun]),
        "news": _share([case.is_right(case.found) for case in news]),
        "nearest name": _share([case.is_right(case.nearest) for case in cases]),
        "news nearest": _share([case.is_right(case.nearest) for case in news]),
        "speakers": float(len(cases)),
    }


def _share(marks: list[bool]) -> float:
    return sum(marks) / len(marks) if marks else 0.0


def _cases(folder: Path, genre: str) -> Iterator[Case]:
    for path in sorted(folder.glob(f"GUM_{genre}_*.conllu")):
        text = parsed(path)
        reading = reportedly.read(text.text)
        for statement in reading.statements:
            yield from _case(text, reading, statement)


def _case(text: Text, reading: Reading, statement: Statement) -> Iterator[Case]:
    if len(statement.source) != 1 or len(statement.sources) != 1:
        return
    mention = _mention_at(text, statement.source[0])
    if mention is None:
        return
    same = [other for other in text.mentions if other.entity == mention.entity]
    names = {_normal(known) for other in same if (known := text.name(other))}
    name = text.name(mention)
    pronoun = text.tokens[mention.head].upos == "PRON"
    short = name is not None and len(_normal(name).split()) == 1
    fuller = short and any(len(other.split()) > 1 for other in names)
    if not (pronoun or fuller):
        return
    if not pronoun:
        names = {other for other in names if len(other.split()) > 1}
    if not names and _normal(text.words(mention)) in FIRST_PERSON:
        return  # whoever speaks of himself and is never named cannot be told
    right = names or {_normal(text.words(other)) for other in same if text.tokens[other.head].upos == "NOUN"}
    if not right:
        return
    source = next(source for source in reading.sources if source.id == statement.sources[0])
    start = text.tokens[mention.start].span.start
    ended = (one for one in text.mentions if one.kind in SPEAKERS and text.tokens[one.end - 1].span.end <= start)
    before = [known for one in ended if (known := text.name(one))]
    found = "" if _normal(source.name) in PRONOUNS else source.name
    where = " ".join(text.text[max(0, start - 150) : start + 60].split())
    yield Case(
        found, before[-1] if before else "", frozenset(right), _normal(name or ""), pronoun, f"{where} -> {source.name}"
    )


FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
SPEAKERS = frozenset({"person", "organization"})
PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "his", "her", "their", "which", "that", "you"})


def _mention_at(text: Text, span: Span) -> Mention | None:
    """Return the mention that a source span is: the widest that begins in it and whose head stands in it."""
    inside = [
        mention
        for mention in text.mentions
        if span.covers(text.tokens[mention.head].span) and text.tokens[mention.start].span.start <= span.start + 4
    ]
    return max(inside, key=lambda mention: mention.end - mention.start, default=None)


def _normal(name: str) -> str:
    words = [word.strip(".,’'\"“”()") for word in name.casefold().replace("’s", "").replace("'s", "").split()]
    return " ".join(word for word in words if word and word not in TITLES)


TITLES = frozenset(
    {
        "mr", "mrs", "ms", "dr", "president", "senator", "sen", "rep", "gov", "governor", "minister", "prime",
        "secretary",
        "professor", "prof", "sir", "the", "general", "officer", "representative", "judge", "justice", "chief",
        "ambassador", "spokesman", "spokeswoman", "director", "chairman", "king", "queen", "prince",
    }
)  # fmt: skip


def parsed(path: Path) -> Text:
    """Return a text of GUM as it is printed, a blank line between paragraphs, with its tokens and mentions."""
    made = Text()
    sentence, anew, rows, headings = "", False, list[list[str]](), -1
    started: dict[str, list[Mention]] = defaultdict(list)
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newpar"):
            anew = True
            headings = int(heading[1]) if (heading := _HEADING.search(line)) else headings
        elif line.startswith("# text = "):
            sentence = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            made.text += ("\n\n" if anew or headings == 0 else " ") if made.text else ""
            headings -= 1
            _add_sentence(made, sentence, [row for row in rows if row[0].isdigit()], started)
            rows, anew = [], False
    made.mentions = [mention for mention in made.mentions if mention.end > 0]
    for mention in made.mentions:
        inside = range(mention.start, mention.end)
        mention.head = next((number for number in inside if made.tokens[number].head not in inside), mention.start)
    return made


def _add_sentence(made: Text, sentence: str, rows: list[list[str]], started: dict[str, list[Mention]]) -> None:
    base, first, at = len(made.text), len(made.tokens), 0
    made.text += sentence
    for row in rows:
        start = sentence.index(row[1], at)
        at = start + len(row[1])
        head = first + int(row[6]) - 1 if int(row[6]) else -1
        made.tokens.append(Token(Span(base + start, base + at), row[3], head))
        entities = re.search(r"Entity=([^|]*)", row[9])
        for piece in _MENTION.findall(entities[1]) if entities else ():
            _open_or_close(made, piece, started)


def _open_or_close(made: Text, piece: str, started: dict[str, list[Mention]]) -> None:
    """Open or close a mention at the last token; its key may say which part of a broken mention it is ("7[1/2]")."""
    key = piece.strip("()").split("-")[0]
    if piece.startswith("("):
        mention = Mention(_PLACE.sub("", key), piece.strip("()").split("-")[1], len(made.tokens) - 1)
        made.mentions.append(mention)
        started[key].append(mention)
    if piece.endswith(")") and started[key]:
        started[key].pop().end = len(made.tokens)


def main() -> int:
    """Print the figures, and with --misses every case that is wrong."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--misses"]
    folder = Path(arguments[0]) if arguments else DEFAULT_FOLDER
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return 0
    if "--misses" in sys.argv:
        for case in (case for genre in GENRES for case in _cases(folder, genre)):
            if not case.is_right(case.found):
                print(f"{case.where}\n    right: {', '.join(sorted(case.right))}")
        return 0
    for name, value in figures(folder).items():
        print(f"{name:14} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Noun phrases that name speakers: cut into those who speak together, each with its head and its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reportedly.model import Span
from reportedly.reading.names import Name, NameKind
from reportedly.reading.sources.words import is_plural, pronouns, singular, titles, without_possessive, words

_WORD = re.compile(r"[^\W_](?:[\w&’'-]*[^\W_]|)\.?(?=\W|\Z)|[^\W_][\w’'&-]*")
_EDGE = re.compile(r"^[\s,;:.'\"“”‘’()–—-]+|[\s,;:'\"“”‘’(–—-]+$")
# what ends the part of a noun phrase that its head stands in
_CUT = re.compile(
    r"\s*[,;:(–—]|\s-\s|\s(?:of|in|from|at|for|with|on|near|behind|who|whose|whom|that|which|to|by|among|about|including|such|"
    r"outside|inside|under|over|within|against|across|around|than|speaking|cited|quoted|representing|calling|saying|running|working|quoted|released|"
    r"published|previously|recently|newly|conducted|commissioned|obtained|seen|is|was|are|were|has|had|have|as|like|based|familiar|close|not|briefed)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,?\s+(?:and|&|as well as|along with|together with)\s+|\s+or\s+|\s*;\s+")
_COMMA = re.compile(r"\s*,\s+")
# a part of a list is a short phrase of its own
_LONG_PART = 12
# "the head of the navy": an office whose "of" goes on with its body; the rest of a list goes on there, too
_OF = re.compile(r"\s(?:of|for|at|from|with)\s", re.IGNORECASE)
# the rest of an office's title, up to the name of whoever holds it
_OFFICE = re.compile(
    r"\s+(?:of|for)\s+(?:the\s+)?(?:(?:[A-Z][\w’'&-]*|state|staff|and|for|of|the|defence|defense)\s+){1,9}"
)
# a name so far behind a phrase can stand beside it: "the treasurer, Ada Quill", "one of them, the clerk Ada Quill"
_BESIDE = 40
_APPOSED = re.compile(r",\s+(?:the|an?)\s+(?:[a-z][\w’'-]*\s+){1,3}")
_TAIL = re.compile(
    r"\s+(?:himself|herself|itself|themselves|myself|ourselves|today|yesterday|alone|also|too|meanwhile)\Z",
    re.IGNORECASE,
)
_LOWER = re.compile(r"[^\W\d_]*[a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its span, the words of its head part, the name that is its head, and what comes after.

    `words` are those before the first preposition, comma or relative pronoun; `name` stands at their end, or in the
    apposition that follows them ("the union's treasurer, Ada Quill"). `rest` is what follows the head part.
    """

    span: Span
    words: tuple[str, ...]
    name: Name | None
    head: Span
    rest: Span

    @property
    def last(self) -> str:
        """Return the last word of the head part in lower case and singular: the head noun where there is no name."""
        return singular(without_possessive(self.words[-1])) if self.words else ""

    @property
    def pronoun(self) -> str | None:
        """Return what the phrase is a form of if it is a pronoun; "those in favour" is none."""
        if (
            len(self.words) != 1
            or self.name is not None
            or (len(self.rest) and self.words[0].lower() in words("pointing"))
        ):
            return None
        return pronouns().get(self.words[0].lower())

    @property
    def plural(self) -> bool:
        """Tell whether a nominal head stands in the plural."""
        return bool(self.words) and is_plural(without_possessive(self.words[-1]))

    @property
    def definite(self) -> bool:
        """Tell whether the phrase says that it is known who is meant: "the", "his", "the navy's"."""
        return bool(self.words) and (
            self.words[0].lower() in words("definite")
            or any(word != without_possessive(word) for word in self.words[:-1])
        )


class Phrases:
    """The noun phrases of one text, by its names."""

    def __init__(self, text: str, names: Sequence[Name], countries: Mapping[Span, str] = MappingProxyType({})) -> None:
        self._text = text
        self._countries = countries
        self._names = sorted(names, key=lambda name: (name.span.start, -name.span.end))
        self._starts = [name.span.start for name in self._names]

    def country_at(self, name: Name) -> str | None:
        """Return the country that a place's name lies in, if the place is known."""
        return self._countries.get(name.span)

    def bodies_in(self, span: Span) -> list[Name]:
        """Return the names of bodies that begin within a span, in order."""
        return [name for name in self.names_in(span) if name.kind is NameKind.ORGANIZATION]

    def names_in(self, span: Span) -> list[Name]:
        """Return the names that begin within a span, in order."""
        return self._names[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def speakers(self, span: Span) -> tuple[Phrase, ...]:
        """Return the phrases of those whom a span names together, in order: "Moscow and Damascus" is two."""
        return tuple(self.phrase(part) for part in self._parts(self._stripped(span)))

    def phrase(self, span: Span) -> Phrase:
        """Return what a span is made of, taken as one noun phrase."""
        names = self.names_in(span)
        cut = next(
            (match.start() for match in _CUT.finditer(self._text, span.start + 1, span.end)
             if not any(name.span.start < match.start() < name.span.end for name in names)),
            span.end,
        )  # fmt: skip
        head = self._stripped(Span(span.start, self._office_end(span, cut, names)))
        tokens = tuple(_WORD.findall(head.of(self._text)))
        ending = next((name for name in reversed(names) if head.end - 2 <= name.span.end <= head.end + 2), None)
        if ending is not None and ending.span.start > head.start and self._is_modifier(ending, head):
            ending = None
        if ending is None or ending.kind is not NameKind.PERSON:
            ending = self._beside(head.end) or self._beside(self._comma_after(span, head.end, names)) or ending
        return Phrase(span, tokens, ending, head, Span(min(head.end, span.end), span.end))

    def _beside(self, end: int) -> Name | None:
        """Return the person whose name stands just behind a phrase, after a comma or nothing."""
        name = next((name for name in self.names_in(Span(end, end + _BESIDE)) if name.kind is NameKind.PERSON), None)
        if name is None:
            return None
        between = self._text[end : name.span.start]
        return name if between.strip() in {",", ""} or _APPOSED.fullmatch(between) else None

    def _comma_after(self, span: Span, end: int, names: Sequence[Name]) -> int:
        """Return where the first comma behind the head stands, or the end: "the head of the union, Ada Quill"."""
        commas = (match.start() for match in _COMMA.finditer(self._text, end, span.end))
        return next((at for at in commas if not any(name.span.start < at < name.span.end for name in names)), span.end)

    def _office_end(self, span: Span, cut: int, names: Sequence[Name]) -> int:
        """Return where the head part ends: behind the person where an office stands before a name.

        "Minister of Ports and Harbours Ada Quill", "former secretary of state Ada Quill".
        """
        tokens = _WORD.findall(self._text[span.start : cut])
        if not tokens or singular(tokens[-1]) not in words("offices"):
            return cut
        person = next((name for name in names if name.span.start > cut and name.kind is NameKind.PERSON), None)
        office = person and _OFFICE.fullmatch(self._text, cut, person.span.start)
        return min(person.span.end, span.end) if person and office else cut

    def _is_modifier(self, name: Name, head: Span) -> bool:
        """Tell whether a name only modifies what follows it: nothing follows the head's last word."""
        return name.span.end < head.end - 2

    def _stripped(self, span: Span) -> Span:
        said = span.of(self._text)
        front = _EDGE.match(said)
        start = span.start + (front.end() if front else 0)
        back = _EDGE.search(self._text[start : span.end])
        back_at = start + back.start() if back and back.start() > 0 else span.end
        tail = _TAIL.search(self._text, start, back_at)
        back_at = tail.start() if tail else back_at
        return Span(min(start, span.end), max(min(start, span.end), back_at))

    def _parts(self, span: Span) -> list[Span]:
        """Return the parts of a list, or the whole where it is none."""
        joints = [
            match for match in _AND.finditer(self._text, span.start, span.end) if not self._within_name(match.start())
        ]
        for joint in joints:
            first, second = Span(span.start, joint.start()), Span(joint.end(), span.end)
            if len(first) and len(second) and self._begins_anew(second) and self._is_whole(first, second):
                return [*self._listed(first), *self._parts(second)]
        return [span]

    def _listed(self, span: Span) -> Iterator[Span]:
        """Yield the parts before an "and": "the navy, the union" is two if each is short and begins anew."""
        commas = [
            match for match in _COMMA.finditer(self._text, span.start, span.end) if not self._within_name(match.start())
        ]
        starts = [span.start, *(match.end() for match in commas)]
        ends = [*(match.start() for match in commas), span.end]
        parts = [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
        # "Ada Quill, the treasurer, and the union": what follows a person and tells who that is belongs to it
        told = len(parts) > 1 and self._is_person(parts[0]) and self._text[parts[1].start].islower()
        if len(parts) > 1 and not told and all(self._is_short(part) and self._begins_anew(part) for part in parts):
            yield from parts
            return
        yield span

    def _is_short(self, span: Span) -> bool:
        return len(span.of(self._text).split()) <= _LONG_PART

    def _begins_anew(self, span: Span) -> bool:
        """Tell whether a span can be a speaker of its own, beside another."""
        first = _WORD.match(self._text, span.start, span.end)
        if first is None:
            return False
        word = first.group()
        if any(
            name.span.start - 1 <= span.start <= name.span.start
            for name in self.names_in(Span(span.start, span.start + 2))
        ):
            return True
        if word.lower() in words("definite") | words("general") or word.rstrip(".") in titles("roles") | titles(
            "plain"
        ):
            return True
        phrase = self.phrase(span)
        if phrase.name is not None and phrase.name.kind is NameKind.PERSON:
            return word[:1].islower() or phrase.name.span.start == span.start
        return phrase.plural and (word[:1].islower() or not _LOWER.fullmatch(word))

    def _is_whole(self, first: Span, second: Span) -> bool:
        """Tell whether "and" joins two speakers and not two things that the first is the head of, or two roles.

        "The ministry of trade and the navy" is one, and so is "founder and director Ada Quill"; "Ada Quill of the union
        and the navy" is two.
        """
        bare, other = self.phrase(first), self.phrase(second)
        roles = not self.names_in(first) and not bare.definite and not bare.plural
        if (
            roles
            and other.name is not None
            and other.name.kind is NameKind.PERSON
            and other.name.span.start > second.start
        ):
            return False
        of = [
            match for match in _OF.finditer(self._text, first.start, first.end) if not self._within_name(match.start())
        ]
        if not of:
            return True
        phrase = self.phrase(first)
        if phrase.name is not None and phrase.name.kind is NameKind.PERSON:
            return True
        if not phrase.words:
            return True
        # "the villages of Upper Sorn and Ferryhill" are not the villages and Ferryhill
        among = phrase.plural and self._text[second.start].isupper()
        return not among and phrase.last not in words("offices") | words("counting")

    def _is_person(self, span: Span) -> bool:
        name = self.phrase(span).name
        return name is not None and name.kind is NameKind.PERSON

    def _within_name(self, at: int) -> bool:
        near = self._names[max(0, bisect_left(self._starts, at) - 3) : bisect_left(self._starts, at)]
        return any(name.span.start < at < name.span.end for name in near)

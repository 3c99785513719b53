"""Whom the words mean that name a speaker: one entity of the article for every mention of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from reportedly.model import SourceKind, Span, Statement, StatementKind
from reportedly.reading.given_names import Sex
from reportedly.reading.names import Name, NameKind
from reportedly.reading.sources.descriptions import Description, country_within, is_role, parsed
from reportedly.reading.sources.entities import Entities
from reportedly.reading.sources.entity import Entity
from reportedly.reading.sources.first_person import interviewee, is_question
from reportedly.reading.sources.kinds import counted, kind_of
from reportedly.reading.sources.phrases import Phrase, Phrases
from reportedly.reading.sources.roles import described
from reportedly.reading.sources.salience import Memory, Seen, sentence_starts
from reportedly.reading.sources.words import (
    is_plural,
    normal,
    noun_kind,
    sex_of,
    singular,
    without_article,
    without_possessive,
    words,
)

_SEX = {"he": Sex.MAN, "she": Sex.WOMAN}
_RULES = frozenset({"government", "administration", "regime", "authority", "authorities", "leadership"})
_BODIES = frozenset({SourceKind.GOVERNMENT, SourceKind.ORGANIZATION, SourceKind.GROUP, None})
_TOKEN = re.compile(r"[^\W_][\w’'-]*")
# the noun that a sentence begins with is looked for among so many words, in so many characters
_SUBJECT_WORDS, _SUBJECT_REACH = 6, 70
# what a pronoun is whose meaning is not known
_UNKNOWN = {
    "he": SourceKind.PERSON,
    "she": SourceKind.PERSON,
    "i": SourceKind.PERSON,
    "we": SourceKind.GROUP,
    "they": SourceKind.GROUP,
}
_OF_AGE = re.compile(r"\d{1,3}-year-old\Z")
# bodies that "they" can mean
_MANY = frozenset({SourceKind.GROUP, SourceKind.ORGANIZATION, SourceKind.GOVERNMENT, None})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Named:
    """A text with the paragraphs of it that are read and the names in these.

    `countries` are those that names of places lie in, ISO 3166-1 alpha-2, by the places' spans, as far as they are
    known; `outlet` is who published the text.
    """

    text: str
    paragraphs: Sequence[Span]
    names: Sequence[Name]
    countries: Mapping[Span, str] = field(default_factory=dict)
    outlet: str | None = None


class Resolver:
    """Reads the mentions of an article's speakers in order and tells the entity of each."""

    def __init__(self, named: Named, statements: Sequence[Statement]) -> None:
        text, paragraphs, names = named.text, named.paragraphs, named.names
        self._text = text
        self._paragraphs = paragraphs
        self._outlet = named.outlet
        self._phrases = Phrases(text, names, named.countries)
        self._entities = Entities(text, names)
        self._statements = statements
        self._contents = sorted((span for item in statements for span in item.content), key=lambda span: span.start)
        self._content_starts = [span.start for span in self._contents]
        self._memory = Memory(sentence_starts(text, paragraphs))
        self._source_starts = {span.start for item in statements for span in item.source}
        self._nominal: dict[str, Entity] = {}
        self._interviewees: tuple[Entity | None, ...] = ()
        self._resolved: dict[Span, tuple[Entity, ...]] = {}
        first: int | None = None
        for name in sorted(names, key=lambda name: name.span):
            entity = self._entities.of(name)
            sentence = bisect_right(self._memory.sentences, name.span.start)
            if name.kind is not NameKind.PEOPLE or is_plural(name.span.of(text)):
                seen = Seen(name.span, entity, speaks=False, subject=sentence != first, told=self._told(name.span))
                self._memory.add(seen)
            first = sentence
            if entity.is_place and entity.country is None:
                entity.country = named.countries.get(name.span)
            if name.kind is NameKind.PERSON:
                self._describe(entity, described(text, self._phrases, name))
        self._unread = iter(self._memory.sentences)
        self._next = next(self._unread, None)

    def _read_up_to(self, at: int) -> None:
        """Remember the subjects of the sentences that begin before a place."""
        while self._next is not None and self._next < at:
            self._remember_subject(self._next)
            self._next = next(self._unread, None)

    def _remember_subject(self, start: int) -> None:
        """Remember who a sentence begins with if that is a noun without a name: "A woman in the crowd"."""
        tokens = list(islice(_TOKEN.finditer(self._text, start, start + _SUBJECT_REACH), _SUBJECT_WORDS))
        if not tokens or tokens[0].start() > start + 2 or tokens[0].group().lower() in words("nobody_in_particular"):
            return
        named = next(
            (name.span.start for name in self._phrases.names_in(Span(start, tokens[-1].end()))), len(self._text)
        )
        if tokens[0].start() in self._source_starts:  # a speaker, who is remembered as such
            return
        first = tokens[0].group()
        for number, token in enumerate(tokens):
            noun = token.group()
            if token.end() > named:
                return
            if not (is_role(noun) or noun_kind((noun,))) or (number == 0 and not is_plural(noun)):
                continue
            after = tokens[number + 1].group() if number + 1 < len(tokens) else ""
            if number and first.lower() not in words("general") | words("definite"):
                return
            if is_role(after) or noun_kind((after,)):  # "The police officer": the head comes later
                continue
            phrase = self._phrases.phrase(Span(start, token.end()))
            entity = self._of_noun(phrase)
            self._memory.add(Seen(phrase.span, entity, speaks=False, subject=True, told=self._told(phrase.span)))
            return

    def resolve(self, span: Span, statement: Statement, *, accused: bool = False) -> tuple[Entity, ...]:
        """Return the entities that a span of a statement names as its source, or as accused in it, in order."""
        if span not in self._resolved:
            self._read_up_to(span.start)
            found = [
                entity
                for phrase in self._phrases.speakers(span)
                for entity in self._entities_of(phrase, statement, accused=accused)
            ]
            self._resolved[span] = tuple(dict.fromkeys(found))
        return self._resolved[span]

    def _entities_of(self, phrase: Phrase, statement: Statement, *, accused: bool) -> tuple[Entity, ...]:
        """Return who a phrase means: one, or several where "they" are two who were named together."""
        if phrase.pronoun is not None:
            found = self._of_pronoun(phrase, phrase.pronoun, statement, accused=accused)
        else:
            found = (self._of_name(phrase, phrase.name) if phrase.name is not None else self._of_noun(phrase),)
        told = self._told(phrase.span)
        for entity in found:
            entity.mention(phrase.head)
            self._memory.add(Seen(phrase.head, entity, speaks=not accused, subject=not accused, told=told))
        return found

    def _of_pronoun(self, phrase: Phrase, pronoun: str, statement: Statement, *, accused: bool) -> tuple[Entity, ...]:
        own = self._speakers_of(statement) if accused else ()
        unknown = _UNKNOWN.get(pronoun, SourceKind.UNNAMED)
        found: Entity | None
        if pronoun in ("i", "we"):
            found = self._speaker_around(phrase.span) or self._asked(phrase.span) or self._publisher(pronoun)
        elif pronoun == "who":
            found = self._memory.latest(phrase.span, lambda entity: True)
        elif pronoun == "they":
            return self._several(phrase, own) or (self._plain(phrase, unknown),)
        else:
            fits = _fitting(pronoun)
            found = self._memory.best(
                phrase.span, lambda entity: entity not in own and fits(entity), told=self._told(phrase.span)
            ) or self._memory.ahead(phrase.span, fits)
        if found is not None and pronoun in _SEX and found.sex is None:
            found.sex = _SEX[pronoun]
        return (found or self._plain(phrase, unknown),)

    def _several(self, phrase: Phrase, own: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return whom "they" means: a plural, two who were named together, or a body; whichever was named last."""
        told = self._told(phrase.span)
        plural = self._memory.best(phrase.span, lambda one: one not in own and one.is_several, told=told)
        pair = self._memory.pair(phrase.span, self._text)
        if plural is not None and not (pair and self._memory.is_later(pair[-1], plural, phrase.span)):
            return (plural,)
        if pair:
            return pair
        body = self._memory.best(phrase.span, lambda one: one not in own and one.kind in _MANY, told=told)
        return (body,) if body else ()

    def _speakers_of(self, statement: Statement) -> tuple[Entity, ...]:
        return tuple(entity for span in statement.source for entity in self._resolved.get(span, ()))

    def _speaker_around(self, span: Span) -> Entity | None:
        """Return the one speaker of the innermost quotation that a span stands in."""
        around = [
            item
            for item in self._statements
            if item.kind is not StatementKind.INDIRECT and any(content.covers(span) for content in item.content)
        ]
        inner = min(around, key=lambda item: sum(map(len, item.content)), default=None)
        speakers = self._speakers_of(inner) if inner else ()
        return speakers[0] if len(speakers) == 1 else None

    def _publisher(self, pronoun: str) -> Entity | None:
        """Return who published the text, whom "we" means where nobody speaks."""
        if pronoun != "we" or not self._outlet:
            return None
        key = normal(self._outlet)
        if key not in self._nominal:
            self._nominal[key] = self._entities.new(SourceKind.ORGANIZATION, self._outlet)
        return self._nominal[key]

    def _asked(self, span: Span) -> Entity | None:
        """Return who is asked in an interview, or whose name opens the paragraph, if a span stands in an answer."""
        paragraph = next((whole for whole in self._paragraphs if whole.covers(span)), span)
        label = next(iter(self._phrases.names_in(Span(paragraph.start, paragraph.start + 1))), None)
        if label is not None and self._text[label.span.end : label.span.end + 1] == ":":
            return self._entities.of(label)
        if is_question(self._text, paragraph):
            return None
        if not self._interviewees:  # asked for at the first answer: by then the introduction is read
            self._interviewees = (interviewee(self._text, self._paragraphs, self._memory.seen),)
        return self._interviewees[0]

    def _of_name(self, phrase: Phrase, name: Name) -> Entity:
        entity = self._entities.of(name)
        if name.kind is NameKind.PERSON:
            self._describe(entity, described(self._text, self._phrases, name, phrase.head.start))
        elif entity.country is None:
            entity.country = country_within(self._text, self._phrases, phrase.head)
        return entity

    def _describe(self, entity: Entity, said: Description) -> None:
        entity.nouns |= set(said.nouns)
        entity.sex = entity.sex or sex_of(said.nouns)
        entity.descriptions.append(said)
        entity.about |= set((said.role or "").lower().split())

    def _of_noun(self, phrase: Phrase) -> Entity:
        ruling = self._government(phrase)
        if ruling is not None:
            return ruling
        found = self._antecedent(phrase) or self._of_age(phrase) if phrase.definite else None
        found = found or self._named_below(phrase)
        return found or self._plain(phrase, kind_of(self._text, self._phrases, phrase))

    def _government(self, phrase: Phrase) -> Entity | None:
        """Return the government that a phrase names: "the Syrian government", "authorities in Damascus"."""
        if phrase.last not in _RULES or (not phrase.definite and not phrase.plural):
            return None
        country = country_within(self._text, self._phrases, phrase.span)
        if country:
            return self._entities.government(country, self._words(phrase))
        for name in self._phrases.names_in(phrase.span):
            words_ = without_possessive(name.span.of(self._text))
            state = self._entities.of(name) if name.kind is NameKind.PLACE else self._entities.state_of(words_)
            if state is not None and state.is_place:
                state.call(without_article(self._words(phrase)))
                return state
        return None

    def _named_below(self, phrase: Phrase) -> Entity | None:
        """Return the body that a headline names by one word and the text below in full: "Ministry: boats may sail"."""
        if (
            len(phrase.words) != 1
            or not phrase.words[0][:1].isupper()
            or noun_kind(phrase.words) is None
            or phrase.plural
        ):
            return None
        return self._memory.next_named(phrase.span, phrase.last)

    def _antecedent(self, phrase: Phrase) -> Entity | None:
        """Return the entity that a definite phrase takes up: "the senator", "the group", "the centre"."""
        noun, modifiers = phrase.last, phrase.words[1:-1]
        if normal(self._words(phrase)) in self._nominal or len(phrase.rest):
            return None

        plain = [(word := normal(modifier), singular(word)) for modifier in modifiers]

        def called(entity: Entity) -> bool:
            if entity.plural != phrase.plural or not (noun in entity.nouns or noun in entity.name_words):
                return False
            return all(word in entity.about or one in entity.about for word, one in plain)

        found = self._memory.latest(phrase.span, called)
        if found is None and noun in words("generic") and not modifiers:
            found = self._memory.best(
                phrase.span,
                lambda entity: entity.kind in _BODIES and not entity.plural and not entity.is_country,
                told=self._told(phrase.span),
            )
        return found

    def _of_age(self, phrase: Phrase) -> Entity | None:
        """Return the person whom a phrase such as "the 40-year-old plumber" means."""
        if not any(_OF_AGE.match(word) for word in phrase.words):
            return None
        found = self._memory.best(phrase.span, lambda one: one.may_be_one_person, told=self._told(phrase.span))
        if found is not None:
            self._describe(found, parsed(self._text, self._phrases, phrase.span))
        return found

    def _plain(self, phrase: Phrase, kind: SourceKind) -> Entity:
        """Return the entity that is known only by these words."""
        key = normal(self._words(phrase))
        entity = self._nominal.get(key)
        if entity is None:
            entity = self._nominal[key] = self._entities.new(kind, without_article(self._words(phrase)))
            entity.plural = counted(self._text, self._phrases, phrase).plural
            if phrase.pronoun is None:
                said = parsed(self._text, self._phrases, phrase.span)
                self._describe(entity, said)
                entity.nouns.add(phrase.last)
        return entity

    def _words(self, phrase: Phrase) -> str:
        """Return the words of a phrase up to what a comma adds, on one line."""
        whole = phrase.span.of(self._text)
        return without_possessive(_SPACE.sub(" ", re.split(r",\s", whole)[0]).strip(" ,;:.'\"“”‘’"))

    def _told(self, span: Span) -> bool:
        """Tell whether a span stands in the content of a statement."""
        at = bisect_right(self._content_starts, span.start)
        return any(content.covers(span) for content in self._contents[max(0, at - 12) : at])


def _fitting(pronoun: str) -> Callable[[Entity], bool]:
    """Return what tells whether an entity can be meant by a pronoun."""
    if pronoun in _SEX:
        return lambda entity: entity.may_be_one_person and entity.sex in (None, _SEX[pronoun])
    return lambda entity: (
        not entity.plural and entity.kind is not SourceKind.PERSON and entity.kind is not SourceKind.UNNAMED
    )

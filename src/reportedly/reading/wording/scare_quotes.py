"""Scare quotes: a few words that the reporter puts in quotation marks without anybody saying them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.lexicon import find_cues, load
from reportedly.model import Span, Wording, WordingKind
from reportedly.reading.quotations import overlapping
from reportedly.reading.wording.actors import Actors
from reportedly.reading.wording.own import MOST_WORDS, OwnWords, Passage
from reportedly.reading.wording.phrases import function_words

# characters of the longest four words, marks included
_LONGEST = 60
# characters before a quotation in which a cue of saying means that it is somebody's
_REACH = 70
# characters on either side of a quotation within which its sentence may hold another one
_SENTENCE = 160
_SENTENCE_END = re.compile(r"[.?!]\s|[\r\n]")
_MARKS = "“”„‟«»\"＂‘’'` "
_WORD = re.compile(r"[^\W_]+(?:[-’'‑][^\W_]+)*")
# no word in it begins with a capital, but for a name in it and the first word of a sentence
_PLAIN = re.compile(r"(?:[^\W\d_]|[ ’'‑-]|\d(?=\w))+[,.;]?")
# begins what somebody does, and so a piece of what somebody says: ‘throwing stones’, "don't care"
_VERBAL = re.compile(r"\w{2,}ing|\w+n[’']t")
_CLAUSE = re.compile(r"[.?!;:“”\"\r\n]|, (?:and|but|which|who)\b")
# a mark before a quotation that is a gloss, a list or a quotation around it
# behind these a few words in quotation marks are what somebody says of the thing: was “badly misguided”
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_OPENERS = "([“‘\"'"


def find_scare_quotes(own: OwnWords, actors: Actors) -> Iterator[Wording]:
    """Yield the quotations of at most MOST_WORDS words that nobody says, about whose the thing is ("its “reforms”").

    None of these: what is in a statement's content or stands beside a cue of saying; words that somebody says elsewhere
    in the article, and pieces of a sentence that somebody says; titles, names and nicknames, which have capitals; words
    shown as words ("the word “peace”").
    """
    passages = sorted(own.passages, key=lambda passage: passage.start)
    for mark in own.quotations:
        if len(mark.span) > _LONGEST or own.contents.meet(mark.span):
            continue
        words = mark.span.of(own.text).strip(_MARKS)
        found = _WORD.findall(words)
        if not 0 < len(found) <= MOST_WORDS or not _PLAIN.fullmatch(words) or not _is_plain(found):
            continue
        term = " ".join(found).lower()
        passage = passages[bisect_right(passages, mark.span.start, key=lambda passage: passage.start) - 1]
        if not (term in own.quoted_words or _is_shown(own.text, passage, mark.span) or _is_piece(own, mark.span)):
            yield Wording(mark.span, WordingKind.SCARE_QUOTES, term, _about(passage, mark.span, actors))


def _is_plain(words: Sequence[str]) -> bool:
    """Tell whether words may be scare quotes: the first one is written small, so that they are no title or name."""
    if words[0] in function_words() or " ".join(words).lower() in _listed("named_things"):
        return False
    if len(words) > 1 and _VERBAL.fullmatch(words[0]):
        return False
    return words[0][0].islower() and any(len(word) > 1 for word in words) and not any(word.isupper() for word in words)


def _is_shown(text: str, passage: Passage, span: Span) -> bool:
    """Tell whether words beside a quotation say whose it is, or that it is shown as words."""
    before = text[max(passage.start, span.start - _REACH) : span.start]
    after = text[span.end : min(passage.start + len(passage.text), span.end + _REACH)]
    if before.rstrip()[-1:] in ("(", ":") or (before.rstrip(" ,")[-1:] in _OPENERS and before.strip()):
        return True
    clause = _CLAUSE.split(before)[-1]
    last, following = _WORD.findall(clause.lower())[-2:], _WORD.match(after.lstrip().lower())
    if any(word in _listed("shown") for word in last[-1:]) or _is_predicate(last):
        return True
    if len(last) > 1 and last[0] in _listed("shown_before"):
        return True
    # an infinitive is a piece of a sentence, too: urged them to “show no mercy”
    if last[-1:] == ["to"] and len(_WORD.findall(span.of(text))) > 1:
        return True
    if following is not None and following.group() in _listed("glossed"):
        return True
    return bool(find_cues(clause)) or (after[:1] == "," and bool(find_cues(_CLAUSE.split(after[1:])[0])))


def _is_predicate(before: Sequence[str]) -> bool:
    """Tell whether a form of "be", negated or not, is what stands before."""
    *_, last = before or ("",)
    return last in _BE or last.endswith(("n't", "n’t")) or (last == "not" and before[0] in _BE)


def _is_piece(own: OwnWords, span: Span) -> bool:
    """Tell whether another quotation of the same sentence is what somebody says, so that this one is of the same."""
    near = overlapping(own.quotations, Span(max(0, span.start - _SENTENCE), span.end + _SENTENCE))
    return any(
        own.contents.meet(other.span)
        and not _SENTENCE_END.search(own.text, min(other.span.end, span.end), max(other.span.start, span.start))
        for other in near
    )


def _about(passage: Passage, span: Span, actors: Actors) -> str | None:
    """Return whose the thing in quotation marks is: a possessive stands right before it."""
    number = bisect_right(passage.words, span.start - passage.start, key=lambda word: word.end) - 1
    return actors.owner(passage, number) if number >= 0 and passage.is_owner(number) else None


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("scare_quotes")[name])

"""Measures the wording of headings and paragraphs: how it ends, what it is about, whether it is a news clause."""

from __future__ import annotations

import re
from functools import cache

from reportedly import lexicon

_WORD = re.compile(r"[^\W_][\w'’-]*")
_STOP = re.compile(r"[.!?…][\"'”’»)\]*]*$")
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]*]*$")
_BREAK = re.compile(r"(?:[a-z\d]{4}|[a-z][a-z\d]{2}|\d)[.!?][\"'”’)]* +[\"'“‘(]?[A-Z]")
_NUMBER = re.compile(r"\W*\d{1,2}[.)]\s+")
_TURN = re.compile(r"[QA][.:]\s")  # a turn in an interview
_QUOTATION = re.compile(
    r"[(\[].*[)\]]$|[\"“«].*[\"”»]$|['‘](?:\S+ ){4,}\S+['’]$"
)  # a heading quotes a few words at most
_ENDING = 100  # characters at the end of a block in which its stop is looked for
_LONGEST_LINE = 1_000  # characters; 24 words are far fewer
_PREFIX = 5  # "truck" and "truckloads", "northeast" and "northeastern" share their first five letters


def word_count(words: str) -> int:
    """Return how many words a run of text has: what white space sets apart."""
    return len(words.split())


def ends_sentence(words: str) -> bool:
    """Tell whether a block ends as a sentence does: a stop, with or without closing quotes or brackets."""
    return _STOP.search(words[-_ENDING:]) is not None


def sentence_breaks(words: str) -> int:
    """Return how many sentences end inside a run of text; "govt. troops" and "Rep. Roe" are no ends.

    >>> sentence_breaks("It sank. Nobody died."), sentence_breaks("Ferry carries govt. troops, says Rep. Roe")
    (1, 0)
    """
    return sum(1 for _ in _BREAK.finditer(words))


def is_short_line(words: str) -> bool:
    """Tell whether a block could be a heading by its form: at most 24 words, no sentence or quotation, a capital first.

    >>> is_short_line("Fishermen reject new quota"), is_short_line("Who pays?"), is_short_line("The minister said:")
    (True, True, False)
    >>> is_short_line("She called it a “good boat.”"), is_short_line("Q: Why now?")
    (False, False)
    """
    if len(words) > _LONGEST_LINE:
        return False
    first = _WORD.search(words)
    if (
        first is None
        or words[0] in "—–-"
        or first.group()[0].islower()
        or words.count(" ") >= 24
        or sentence_breaks(_NUMBER.sub("", words))
    ):
        return False
    if _TURN.match(words) or _QUOTATION.match(words):
        return False
    return _CLOSED.search(words) is None or words[-1] in "?!"


def is_title_case(words: str) -> bool:
    """Tell whether a line of at least four words has nearly all its longer words in capitals, as titles do.

    >>> is_title_case("Orvane Fishermen Reject the New Quota"), is_title_case("Orvane fishermen reject the new quota")
    (True, False)
    """
    longer = [match.group() for match in _WORD.finditer(words) if len(match.group()) >= 5]
    return words.count(" ") >= 3 and sum(word[0].isupper() for word in longer) >= max(2, 0.85 * len(longer))


def topic_words(words: str) -> frozenset[str]:
    """Return the stems of the words that a text is about: small words left out, five letters kept of each."""
    small = _word_list("small_words")
    found = (match.group().lower() for match in _WORD.finditer(words))
    return frozenset(word.removesuffix("'s").removesuffix("’s")[:_PREFIX] for word in found if word not in small)


def shared_topic(heading: str, paragraph: str) -> float:
    """Return the share (0 to 1) of a heading's topic words that a paragraph takes up.

    >>> shared_topic("Lusk sends trawlers to Orvane", "Lusk has sent ten trawlers towards Orvane.")
    0.75
    """
    about = topic_words(heading)
    return len(about & topic_words(paragraph)) / len(about) if about else 0.0


def is_news_clause(words: str) -> bool:
    """Tell whether a heading says that something happens, in the present tense or after a colon, as headlines do.

    >>> is_news_clause("Orvane fishermen reject new quota"), is_news_clause("The long road to Orvane")
    (True, False)
    """
    found = [match.group() for match in _WORD.finditer(words)]
    tokens = [word.lower() for word in found]
    verbs = _headline_verbs()
    nouns_follow = _word_list("before_nouns")
    auxiliaries = _word_list("auxiliaries")
    after_participle = _word_list("after_participle")
    for number, word in enumerate(tokens[1:-1] if len(tokens) > 3 else [], start=1):
        before = tokens[number - 1]
        if word in verbs.singular and before not in nouns_follow:
            return True
        if word in verbs.plural and before.endswith(("s", "men", "people")) and not before.endswith(("'s", "’s")):
            return True
        if before == "to" and word in verbs.plural and number > 2 and tokens[0] != "how":
            return True
        if word in auxiliaries or (tokens[number + 1] in after_participle and _is_participle(word)):
            return True
    return False


def _is_participle(word: str) -> bool:
    return word in _word_list("participles") or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))


class _Verbs:
    def __init__(self, bases: frozenset[str]) -> None:
        self.plural = bases
        self.singular = frozenset(_third_person(base) for base in bases)


@cache
def _word_list(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("zones")[name]["words"].split())


@cache
def _headline_verbs() -> _Verbs:
    return _Verbs(_word_list("headline_verbs"))


def _third_person(base: str) -> str:
    """Return the third person singular of a verb.

    >>> [_third_person(base) for base in ("deny", "crash", "go", "say")]
    ['denies', 'crashes', 'goes', 'says']
    """
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")

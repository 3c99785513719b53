"""Tells English, the one language that the program reads, from the others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportedly.errors import NotEnglish

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"

# words that every English text is full of and that are rare in other languages that share the alphabet: "was", "is",
# "for", "at", "have", "over" are left out since they are German, Dutch or Danish too
_ENGLISH_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of and to that with were been has his their its they from by not but who which this said would will "
        "after about than there when what into more she it",
    )
)
# measured on the 228 English texts of polnear/dev, gum and pages: the least share of a text in sentences is 0.13 (a
# list of scores and one of meals have less); the eleven texts in other languages there have 0.01 at most
_SURELY_ENGLISH = 0.10
# measured on their 3,309 paragraphs: where py3langid takes English for another language, it gives that 0.29 at most;
# two sentences of news in 22 other languages got 0.73 and more, one sentence still 0.6
_SURELY_ANOTHER = 0.6
# what the page or the caller declares moves the bar, and no more
_ANOTHER_AS_DECLARED = 0.35
_ANOTHER_THOUGH_DECLARED_ENGLISH = 0.8
# English, its nearest kin (Nigerian Pidgin, Scots), and py3langid's words for "no language" and "cannot tell"
_READ_ALL_THE_SAME = {ENGLISH, "pcm", "sco", "zxx", "und", "mul"}
# an article's language shows in its first pages
_ENOUGH = 20_000
# of Latin Extended-B, the letters that names of people and places need
_LAST_LATIN = "\u024f"
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\bhttps?://\S+|\bwww\.\S+|\S+@\S+|[@#]\w+")

_NAMES = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def refuse_other_languages(text: str, name: str, declared: str | None = None) -> None:
    """Raise NotEnglish where the text is confidently in another language.

    `declared` is what the page or the caller says ("de", "en-GB"): it moves the bar, the text decides. A text too
    short to tell, in capitals or full of foreign names passes.
    """
    language = other_language(text, declared)
    if language:
        spoken = _NAMES.get(language, f"another language ({language})")
        raise NotEnglish(f"{name}: the text is in {spoken}; only English is read")
    if not _in_latin_letters(text[:_ENOUGH]):
        words = "not in Latin letters: in another language, or in another encoding than it says"
        raise NotEnglish(f"{name}: the text is {words}; only English is read")


def other_language(text: str, declared: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the other language that the text is confidently in, or None.

    >>> other_language("Der Minister erklärte am Freitag, dass die Schiffe im Hafen bleiben.")
    'de'
    >>> other_language("THE MINISTER SAID THE SHIPS WOULD STAY.") is None
    True
    """
    sample = _ADDRESS.sub(" ", text[:_ENOUGH]).lower()
    if english_share(sample) >= _SURELY_ENGLISH:
        return None
    found, sure = _identifier().classify(sample)
    return found if found not in _READ_ALL_THE_SAME and sure >= _bar(found, declared) else None


def english_share(text: str) -> float:
    """Return the share of the lower-case text's words that are English and hardly anything else.

    >>> english_share("the fleet and the port")
    0.6
    """
    words = _WORD.findall(text)
    return sum(word in _ENGLISH_WORDS for word in words) / len(words) if words else 0.0


def _in_latin_letters(text: str) -> bool:
    """Tell whether at least half of the letters are Latin; where there are none, nothing speaks against it."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(letter <= _LAST_LATIN for letter in letters)
    return latin >= len(letters) / 2


def _bar(found: str, declared: str | None) -> float:
    said = re.split(r"[-_]", declared.strip().lower())[0] if declared else None
    if said == found:
        return _ANOTHER_AS_DECLARED
    return _ANOTHER_THOUGH_DECLARED_ENGLISH if said == ENGLISH else _SURELY_ANOTHER


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    # half a second to load, so only where the words leave a doubt
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

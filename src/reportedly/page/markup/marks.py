"""Reads what an HTML element says of itself: its tag, class, id, role and the like, as a set of marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Flag, auto
from functools import lru_cache
from typing import Any


class Mark(Flag):
    """What an element is, as far as its tag and attributes tell."""

    NONE = 0
    NAV = auto()
    ASIDE = auto()
    FOOTER = auto()
    FURNITURE = auto()
    HIDDEN = auto()
    FIGURE = auto()
    CAPTION = auto()
    CREDIT = auto()
    QUOTE = auto()
    ITEM = auto()
    BYLINE = auto()
    TIME = auto()
    STANDFIRST = auto()
    SECTION = auto()
    HEADLINE = auto()
    SMALL = CAPTION | CREDIT | BYLINE | TIME | STANDFIRST | SECTION | HEADLINE
    APART = NAV | FOOTER | FURNITURE | HIDDEN


_TAGS = {
    "nav": Mark.NAV,
    "aside": Mark.ASIDE,
    "footer": Mark.FOOTER,
    "form": Mark.FURNITURE,
    "button": Mark.FURNITURE,
    "label": Mark.FURNITURE,
    "figure": Mark.FIGURE,
    "figcaption": Mark.CAPTION | Mark.FIGURE,
    "blockquote": Mark.QUOTE,
    "li": Mark.ITEM,
    "time": Mark.TIME,
    "address": Mark.BYLINE,
}
# words of class names, ids and the like; a name is cut into words at "-", "_" and inner capitals
_WORDS = {
    Mark.NAV: """nav navbar navigation menu menubar skip.link masthead topbar toolbar pagination pager""",
    Mark.FURNITURE: r"""related recommend\w* promo\w* newsletters? subscri\w* sign.?up share sharing social comments?
        disqus outbrain taboola zergnet advert\w* ads? sponsor\w* cookies? consent gdpr most.(?:read|popular|viewed)
        trending popular read.(?:more|next|also) more.(?:stories|news|from|on) teasers? paywall login popup modal tags
        taglist author.bio bio about.author breaking.news ticker widget sidebar rail toc print.only tooltip recirc\w*
        see.also also.read you.may up.next jump.to player playlist donat\w* membership""",
    Mark.CAPTION: r"""captions? figcaption photo.desc\w* image.desc\w* cutline""",
    Mark.CREDIT: r"""credits? image.source photo.source photo.?credit photographer image.copyright copyright.?holder
        photo.by image.by""",
    Mark.BYLINE: r"""by.?lines? authors? writers? reporters? contributors? creators? vcard""",
    Mark.TIME: r"""time.?stamps? date.?time published publish.?date pub.?date updated dates? posted.on""",
    Mark.STANDFIRST: r"""stand.?first dek deck sub.?(?:title|head|headline|heading|deck) strap.?line excerpt synopsis
        teaser.text article.(?:summary|description|intro|lead|lede) description (?<!speakable\s)summary
        alternative.?headline lead.in ledes?""",
    Mark.SECTION: r"""breadcrumbs? crumbs? kicker eyebrow rubric section.(?:name|label|title) overline trail""",
    Mark.HEADLINE: r"""headline (?:article|entry|post|story|page).title""",
}
_NAMES = tuple((mark, re.compile(rf"\b(?:{'|'.join(words.split())})\b")) for mark, words in _WORDS.items())
# letters; an element with more text than this is not what its name says but a wrapper around it
_LARGEST = {
    Mark.CAPTION: 1500,
    Mark.CREDIT: 160,
    Mark.BYLINE: 400,
    Mark.TIME: 160,
    Mark.STANDFIRST: 900,
    Mark.SECTION: 200,
    Mark.HEADLINE: 400,
}
_ATTRIBUTES = (
    "class",
    "id",
    "itemprop",
    "role",
    "rel",
    "data-testid",
    "data-component",
    "data-qa",
    "property",
    "aria-label",
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INNER_CAPITAL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_CUT = re.compile(r"[\W_]+")


def marks_of(tag: str, attributes: Mapping[str, Any]) -> Mark:
    """Return the marks of an element by its tag and attributes.

    >>> marks_of("p", {"class": "article__stand-first"}) == Mark.STANDFIRST
    True
    """
    marks = _TAGS.get(tag, Mark.NONE)
    if not attributes:
        return marks
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")):
        marks |= Mark.HIDDEN
    names = " ".join(attributes[name] for name in _ATTRIBUTES if name in attributes)
    return marks | _marks_of_names(names) if names else marks


def largest(marks: Mark) -> int:
    """Return how many letters an element with these marks can have before they are doubted."""
    return max((size for mark, size in _LARGEST.items() if mark & marks), default=10**9)


@lru_cache(maxsize=20_000)
def _marks_of_names(names: str) -> Mark:
    words = _CUT.sub(" ", _INNER_CAPITAL.sub(" ", names[:400])).lower()
    marks = Mark.NONE
    for mark, pattern in _NAMES:
        if pattern.search(words):
            marks |= mark
    return marks

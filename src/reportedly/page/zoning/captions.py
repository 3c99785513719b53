"""Tells captions and their credits from the body, where only the words say so."""

from __future__ import annotations

import re

# what a credit is made of besides names; "(Harbour Wire)", "[Ana Lume/MNA]", "(Photo: courtesy of Bo Orr)"
_CREDIT_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "by",
        "copyright",
        "courtesy",
        "credit",
        "file",
        "for",
        "from",
        "graphic",
        "handout",
        "illustration",
        "image",
        "images",
        "in",
        "of",
        "photo",
        "photos",
        "photograph",
        "photographs",
        "photographer",
        "picture",
        "pictures",
        "pool",
        "provided",
        "screengrab",
        "stock",
        "supplied",
        "the",
        "via",
        "video",
    ]
)
_PICTURE = re.compile(
    r"\b(?:photos?|photographs?|images?|pictures?|handout|pool|courtesy|credit|screengrab|getty|afp|ap|epa|reuters|wire"
    r"|shutterstock|alamy|xinhua|anadolu)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*([(\[])([^()\[\]]{2,90})[)\]]$")
# "... in Port Sella. Photo: A. Lume/MNA", "... in Port Sella. / AFP"
_TRAILING = re.compile(
    r"(?<=[.!?”\"’)])\s*(?:(?:[Ff]ile )?(?:Photo(?:graph)?s?|Image|Picture|Pic|Credit|PHOTO|Foto|Source)"
    r"(?: [Cc]redit)?\s*(?::|by\b|©|/)\s*(?:[^.“”\"]|\b[A-Z]\.){2,80}\.?"
    r"|(?:©|[—–/|]\s)\s*[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,5}"
    r"|(?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]*(?: ?/ ?| via )[A-Z][\w.'’ /-]{1,40}"
    r"|(?:[A-Z][\w'’-]+ )?(?:AFP|AP|EPA|Reuters|REUTERS|Getty Images|Shutterstock|Alamy)(?:[ /][A-Z]\w+){0,4})$"
)
_POSITION = re.compile(
    r"\((?:L|C|L-R|left|right|centre|center|top|bottom|pictured|from left|rear|front|[1-9](?:st|nd|rd|th) [LR])\)"
    r"|(?:^|, )(?:left|right|centre|center|far left|far right|second (?:from )?(?:left|right)), (?=[a-z])"
    r"|\bfrom left(?: to right)?\b"
)
_SEEN = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b(?! (?:as|by|to|that)\b)"
    r"|\b(?:pictured|seen|shown) (?:here|above|below|left|right)\b"
    r"|\b(?:in|from) this (?:\w+ ){0,3}(?:photo|image|picture|handout|frame)\b|\bfile (?:photo|picture|image)\b"
)
_FULL_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December),? (?:19|20)\d\d\b"
)
_DOES = re.compile(
    r"\b(?:(?:speak|talk|walk|stand|sit|look|arrive|leave|wave|hold|attend|address|gesture|listen|greet|meet|pose|march"
    r"|gather|wait|ride|carr(?=ie)|play|celebrate|react|work|smile|shake|chat|protest|chant|inspect|visit|watch|pass(?=es)"
    r"|board|unload|mend|fly|run|make|deliver|give|take|appear|answer|testif(?=ie)|salute|embrace|hug|light|cheer"
    r"|raise|lay|drive|stroll|swim|queue|line|search|patrol|tour|open|shout|sing|pray|rest)(?:s|es|ies)?)\b"
)
_TELLS = re.compile(
    r"\b(?:said|told|says|added|according to|announced|warned|reported|denied|claimed|was|were|had|has|have)\b"
)
_NO_SCENE = re.compile(r"(?:I|I['’]\w+|We|When|While|As|Today|Since|If|But|And)\b")
_LONGEST_CAPTION = 90


def is_caption(words: str) -> bool:
    """Tell whether a block is a caption by its own words: a credit at its end, "(L)", "is seen", a dated scene.

    >>> is_caption("Mayor Ida Roe (L) greets fishermen in Port Sella. (Harbour Wire)")
    True
    >>> is_caption("Mayor Ida Roe greeted the fishermen, who said nothing.")
    False
    """
    if words.count(" ") >= _LONGEST_CAPTION or not words[:1].isalnum() or _NO_SCENE.match(words):
        return False
    if credit_start(words) is not None:
        return True
    scene = _FULL_DATE.search(words)
    if _SEEN.search(words) or _POSITION.search(words):
        return words.count(" ") < 60 and (_TELLS.search(words) is None or scene is not None)
    return scene is not None and _is_dated_scene(words, scene.start())


def _is_dated_scene(words: str, date: int) -> bool:
    """Tell whether a sentence in the present tense ends in a full date: "Mayor Roe speaks in Orvane on May 3, 2026"."""
    scene = words[:date]
    return (
        len(words) - date < 80
        and _DOES.search(scene) is not None
        and _TELLS.search(words) is None
        and re.search(r"[a-z]{3}[.!?] ", scene) is None
    )


def credit_start(words: str) -> int | None:
    """Return where the credit at the end of a caption begins, None if the block does not end in a credit.

    >>> caption = "Nets dry in the sun. (Harbour Wire)"
    >>> caption[credit_start(caption):]
    '(Harbour Wire)'
    """
    bracketed = _BRACKETED.search(words)
    if bracketed is not None and bracketed.start() > 0 and _is_credit(words[: bracketed.start()], bracketed):
        return bracketed.start(1)
    trailing = _TRAILING.search(words)
    if trailing is not None and trailing.start() > 0:
        return trailing.end() - len(trailing.group().lstrip())
    return None


def _is_credit(caption: str, bracketed: re.Match[str]) -> bool:
    """Tell whether what stands in brackets is made as a credit is, and whether the words before it bear it out.

    A source in square brackets ends items of press reviews as well, and names stand in brackets in any sentence: such
    a credit needs the word photo, a slash, or an agency in it, or a finished sentence without a past tense before it.
    """
    inner = bracketed.group(2)
    names = re.findall(r"[\w.'’-]+", inner)
    if len(names) > 8 or not all(name[0].isupper() or name.lower() in _CREDIT_WORDS for name in names):
        return False
    if _PICTURE.search(inner) or re.search(r"[a-z] ?/ ?[A-Z]", inner):
        return bracketed.group(1) == "(" or re.search(r"photo|image|picture|/", inner, re.IGNORECASE) is not None
    finished = caption.endswith((".", "!", "”", '"'))
    return bracketed.group(1) == "(" and finished and _TELLS.search(caption) is None and len(names) <= 4

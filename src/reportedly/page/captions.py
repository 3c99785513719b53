"""Tells captions and their credits from the body, where only the words say so."""

from __future__ import annotations

import re

_CREDIT_WORD = (
    r"(?:photo|photos|photograph|image|images|picture|pictures|pic|file|handout|pool|courtesy|credit|video|screengrab"
    r"|illustration|graphic|getty|afp|ap|epa|reuters|shutterstock|alamy|bloomberg|xinhua|anadolu|wire|agency|press|news"
    r"|[a-z]+ images)"
)
# "(AFP photo)", "[Ana Lume/MNA]", "(Photo: Harbour Wire)" at the end of a caption
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{2,90})[)\]]$")
_CREDIT_IN_BRACKETS = re.compile(
    rf"(?:.*\b{_CREDIT_WORD}\b.*|(?:[A-Z][\w.'’-]*[ ,]*){{1,4}}/\s*[A-Z][\w .'’/-]*)$", re.IGNORECASE
)
# "(MNA)", "(Radio Lantern)" say so little that a full stop must stand before them
_SHORT_CREDIT = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z][\w.'’-]+ ?){2,4})$")
# "... in Port Sella. Photo: A. Lume/MNA", "... in Port Sella. / AFP"
_TRAILING = re.compile(
    r"(?<=[.!?”\"’)])\s*(?:(?:[Ff]ile )?(?:Photo(?:graph)?s?|Image|Picture|Pic|Credit|PHOTO|Foto|Source)"
    r"(?: [Cc]redit)?\s*(?::|by\b|©|/)\s*[^.“”\"]{2,80}\.?|(?:©|[—–/|]\s)\s*[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,5}"
    r"|(?:[A-Z][\w.'’-]+ ){1,4}?(?:/|via|for)\s?[A-Z][\w.'’ /-]{1,40}"
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
_LONGEST_CAPTION = 90


def is_caption(words: str) -> bool:
    """Tell whether a block is a caption by its own words: a credit at its end, "(L)", "is seen", a dated scene.

    >>> is_caption("Mayor Ida Roe (L) greets fishermen in Port Sella. (Harbour Wire)")
    True
    >>> is_caption("Mayor Ida Roe greeted the fishermen, who said nothing.")
    False
    """
    if words.count(" ") >= _LONGEST_CAPTION or "“" in words[:1] or words[:1] == '"':
        return False
    if credit_start(words) is not None:
        return True
    tells = _TELLS.search(words) is not None
    if _SEEN.search(words) or _POSITION.search(words):
        return words.count(" ") < 60 and (not tells or _FULL_DATE.search(words) is not None)
    return not tells and _FULL_DATE.search(words) is not None and _DOES.search(words) is not None


def credit_start(words: str) -> int | None:
    """Return where the credit at the end of a caption begins, None if the block does not end in a credit.

    >>> caption = "Nets dry in the sun. (Harbour Wire)"
    >>> caption[credit_start(caption):]
    '(Harbour Wire)'
    """
    bracketed = _BRACKETED.search(words)
    if bracketed is not None and bracketed.start() > 0 and _is_credit(words[: bracketed.start()], bracketed.group(1)):
        return bracketed.end() - len(bracketed.group().lstrip())
    trailing = _TRAILING.search(words)
    if trailing is not None and trailing.start() > 0:
        return trailing.end() - len(trailing.group().lstrip())
    return None


def _is_credit(caption: str, bracketed: str) -> bool:
    if bracketed.count(" ") >= 8:
        return False
    if _CREDIT_IN_BRACKETS.match(bracketed):
        return bracketed[0].isupper() or _TELLS.search(caption) is None
    return caption.endswith((".", "!", "”")) and _SHORT_CREDIT.match(bracketed) is not None

"""Parses HTML and reads off its runs of text: each paragraph, heading or list item with the places it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from reportedly.errors import EmptyInput
from reportedly.page.markup.marks import Mark, largest, marks_of
from reportedly.page.zoning.wording import ends_sentence, word_count

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "textarea",
        "head",
        "canvas",
        "audio",
        "video",
        "map",
        "datalist",
        "dialog",
    ]
)
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "blockquote",
        "figure",
        "pre",
        "figcaption",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "caption",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "nav",
        "main",
        "address",
        "form",
        "dl",
        "dt",
        "dd",
        "hr",
        "center",
        "fieldset",
        "details",
        "summary",
        "button",
        "label",
        "time",
    ]
)
_SET_APART = frozenset(["span", "cite", "small", "em", "strong", "a", "i", "b"])
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>")
_WRAPPER = re.compile(
    r"</?(?:div|span|font|b|i|u|em|strong|center|section|main|small|big|a|table|tr|td|ul|ol|li|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_DEEPEST = 400  # saved news pages nest at most 60 deep; libxml2 drops what lies deeper than 2048, with its text
_BREAK_NAME = re.compile(r"(?:^|[\s_-])(?:br|break|line-?break)(?:$|[\s_-])")
_MOST_ATTRIBUTES = 200  # of an element that is no attack: lxml looks every value up from the first attribute on
_WIDEST_ROW = 200  # letters; a table row longer than this is layout rather than a line of data


@dataclass(slots=True, eq=False)
class Place:
    """An element that runs of text stand in: its tag, its class, its marks, those of all around it, its letters."""

    number: int
    tag: str
    marks: Mark
    parent: Place | None = field(repr=False)
    article: int = 0
    depth: int = 0
    letters: int = 0
    name: str = ""
    whole: bool = False  # a short credit: what stands in it is one line, whatever its markup
    around: Mark = Mark.NONE

    def up(self) -> Iterator[Place]:
        """Yield this place and all around it, innermost first."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


@dataclass(slots=True, eq=False)
class Run:
    """A run of text between two block boundaries, white space collapsed, <br> a line break.

    `linked` is the share (0 to 1) of its characters that stand in links; `level` is 1 to 6 in a heading, else 0.
    """

    words: str
    place: Place
    linked: float
    level: int = 0


def parse(html: str) -> _Element:
    """Return the tree of an HTML page, whatever state it is in; EmptyInput if there is no element in it."""
    html = cleaned(html)
    root = _tree(html)
    if _depth(root) >= _DEEPEST:
        root = _tree(_WRAPPER.sub("\n", html))
    return root if _depth(root) < _DEEPEST else _tree(f"<p>{_TAG.sub(' ', html)}</p>")


def cleaned(html: str) -> str:
    """Return a page without the control characters and the XML declaration that parsers stumble over."""
    return _DECLARATION.sub("", _CONTROL.sub(" ", html), count=1)


def runs_of(root: _Element) -> tuple[Run, ...]:
    """Return the runs of text on a page in page order, those in hidden elements marked so; scripts are left out."""
    walk = _Walk()
    walk.through(root)
    for place in walk.places:
        if place.letters > largest(place.marks):
            place.marks &= ~Mark.SMALL
    spread_marks(walk.places)
    return tuple(walk.found)


def spread_marks(places: list[Place]) -> None:
    """Give every place the marks of all places around it; `places` must hold each after its parent."""
    for place in places:
        place.around = place.marks | (place.parent.around if place.parent else Mark.NONE)


def text_of(element: _Element) -> str:
    """Return all text within an element, white space as it stands."""
    return "".join(str(text) for text in element.itertext())


def _tree(html: str) -> _Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(html.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise EmptyInput("there is no HTML element in the page") from error
    if root is None:
        raise EmptyInput("there is no HTML element in the page")
    return root


def _depth(root: _Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


class _Walk:
    """One walk over a page, without recursion."""

    def __init__(self) -> None:
        self.found: list[Run] = []
        self.places: list[Place] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._level = 0
        self._rows = 0
        self._articles = 0
        self._place: Place | None = None

    def through(self, root: _Element) -> None:
        skipping = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "script"
            if event == "start":
                skipping += tag in _SKIPPED
                if not skipping:
                    self._open(tag, element)
                continue
            if not skipping:
                self._close(tag)
            skipping -= tag in _SKIPPED
            if not skipping and element.tail:
                self._say(element.tail)
        self._end_run()

    def _open(self, tag: str, element: _Element) -> None:
        parent = self._place
        attributes = element.items() if len(element.attrib) <= _MOST_ATTRIBUTES else []
        marks = marks_of(tag, {str(name): str(value) for name, value in attributes})
        place = Place(len(self.places), tag, marks, parent, parent.article if parent else 0)
        place.depth = parent.depth + 1 if parent else 0
        place.name = element.get("class") or ""
        short_credit = bool(marks & Mark.CREDIT) and len(text_of(element)) <= largest(Mark.CREDIT)
        place.whole = short_credit or (parent is not None and parent.whole)
        if self._parts(place):
            self._end_run()
        if tag == "br" or self._is_break(tag, element):
            self._pieces.append("\n")
        if tag == "article":
            self._articles += 1
            place.article = self._articles
        self._links += tag == "a"
        self._rows += tag == "tr" and len(text_of(element)) <= _WIDEST_ROW
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        self.places.append(place)
        self._place = place
        if element.text:
            self._say(element.text)

    def _close(self, tag: str) -> None:
        place = self._place
        if place is None:
            return
        if self._parts(place):
            self._end_run()
        self._links -= tag == "a"
        if tag == "tr":
            self._rows = max(0, self._rows - 1)
        if re.fullmatch("h[1-6]", tag):
            self._level = 0
        if place.parent is not None:
            place.parent.letters += place.letters
        self._place = place.parent

    def _parts(self, place: Place) -> bool:
        """Tell whether an element parts the text before it from its own: a block, or a credit or caption in a line."""
        if place.tag in ("td", "th") and self._rows:
            self._pieces.append("  ")
            return False
        if place.parent is not None and place.parent.whole:
            self._pieces.append(" ")
            return False
        apart = place.marks & (Mark.CREDIT | Mark.CAPTION)
        return place.tag in _BLOCKS or (place.tag in _SET_APART and bool(apart))

    def _is_break(self, tag: str, element: _Element) -> bool:
        """Tell whether an empty element stands for <br>: some sites write <span class="br"></span>."""
        empty = tag == "span" and not element.text and not len(element)
        return empty and _BREAK_NAME.search(element.get("class") or "") is not None

    def _say(self, text: str) -> None:
        self._pieces.append(text.replace("\r", " ").replace("\n", " "))
        if self._links:
            self._linked += len(text.strip())

    def _end_run(self) -> None:
        place = self._place
        if self._pieces and place is not None:
            parts = list(_paragraphs("".join(self._pieces)))
            length = sum(len(part) for part in parts)
            share = min(1.0, self._linked / length) if length else 0.0
            self.found += [Run(part, place, share, self._level) for part in parts]
            place.letters += length
        self._pieces = []
        self._linked = 0


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a run: parted by two line breaks, or by one where every line is a paragraph's length."""
    for part in re.split(r"\n[^\S\n]*\n\s*", text):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        lines = [line for line in lines if line]
        long = [word_count(line) >= 10 and ends_sentence(line) for line in lines]
        if len(lines) > 1 and all(long[:-1]) and (long[-1] or len(lines) > 2):
            yield from lines
        elif lines:
            yield "\n".join(lines)

"""A block: a paragraph, heading or line of a page, before anything is decided about its role."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Span, ZoneKind


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that a page sets apart, without the white space around it.

    `kind` is what the HTML structure says of it, None where nothing is known. `level` is the level of an HTML
    heading (1 to 6), 0 for none. `attached` says that the block stands directly under the block before it in a text
    that otherwise sets paragraphs apart by blank lines. `listed` marks a list item. `story` says that a new story
    begins with this block, as far as the HTML structure tells.
    """

    span: Span
    kind: ZoneKind | None = None
    level: int = 0
    attached: bool = False
    listed: bool = False
    story: bool = False

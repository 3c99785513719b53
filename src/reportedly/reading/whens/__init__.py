"""When things happen and were said: the expressions of time in a page's text, and the intervals that they mean.

What is reckoned from the day of publication needs it; where the page does not tell it, a window of days is inferred
from the text (see `window`). An expression that means another time on each day of that window gets the time from the
earliest to the latest of them, `vague`; one that cannot be reckoned at all is left out, and so are all that need a day
where the window is wider than about a year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.model import Page, Statement, When
from reportedly.reading.whens.anchor import Anchor, anchor_of
from reportedly.reading.whens.mentions import mentions_in
from reportedly.reading.whens.reckon import reckon
from reportedly.reading.whens.said import find_said
from reportedly.reading.whens.seasons import is_southern
from reportedly.reading.whens.window import publication_window

__all__ = ["Anchor", "Whens", "read_whens"]


@dataclass(frozen=True, slots=True)
class Whens:
    """When an article was published, the times that its text names, in order, and when statements were said.

    `published` is None where neither the page nor its text bounds it. `said` gives the id of the When at which a
    statement was said, by the statement's id, where the text tells.
    """

    published: When | None
    whens: tuple[When, ...]
    said: Mapping[str, str] = field(default_factory=dict, hash=False)


def read_whens(page: Page, statements: Sequence[Statement]) -> Whens:
    """Return the times that a page's text names, and when it was published and its statements were said.

    Ids are "when-1", "when-2", … in the order of the text. Spans are code points of the article's text.
    """
    text, mentions = page.article.text, mentions_in(page)
    southern = is_southern(text)
    published = page.article.published or publication_window(text, mentions)
    said = find_said(text, mentions, statements)
    numbered = reckon(mentions, anchor_of(published, mentions), statements, said, southern=southern)
    whens = tuple(numbered[number] for number in sorted(numbered))
    ids = {statement: numbered[number].id for statement, number in said.items() if number in numbered}
    return Whens(published, whens, ids)

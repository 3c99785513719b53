"""The sections beside the article, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.report.html.cards import cards_html
from reportedly.report.html.figures import figures_html
from reportedly.report.html.places import places_html
from reportedly.report.html.sources import sources_html
from reportedly.report.html.timeline import timeline_html
from reportedly.report.html.unheard import unheard_html
from reportedly.report.html.view import View
from reportedly.report.html.wording import wording_html

# anchor and class, title, and what writes it: "" leaves the section out
SECTIONS: tuple[tuple[str, str, Callable[[View], str]], ...] = (
    ("sources", "Sources", sources_html),
    ("statements", "Statements", cards_html),
    ("unheard", "Accused, not heard", unheard_html),
    ("whens", "When", timeline_html),
    ("places", "Where", places_html),
    ("figures", "How many", figures_html),
    ("wording", "Wording", wording_html),
)

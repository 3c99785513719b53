"""From bytes to a page: decoded text, its zones and stories, and what the page says of itself."""

from __future__ import annotations

import logging

from reportedly.model import Page
from reportedly.page.arrival.decode import decode, is_html
from reportedly.page.arrival.received import DEFAULT_LIMITS, Known, Limits, Received
from reportedly.page.arrival.unpack import unpack
from reportedly.page.assemble import Source, html_page, text_page

__all__ = ["open_page", "page_of_html", "page_of_text"]

_NOTHING_KNOWN = Known()

# what these libraries note about a page is for their makers; without a handler Python would print it on stderr
for _library in ("trafilatura", "htmldate", "charset_normalizer"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def open_page(received: Received, known: Known = _NOTHING_KNOWN, limits: Limits = DEFAULT_LIMITS) -> Page:
    """Return the page that the received bytes hold, plain text or HTML, packed with gzip or not.

    Raises InputError: EmptyInput, NotText, TooLarge, NotEnglish, or BadRecord for a known value that does not fit.
    """
    received = unpack(received, limits)
    decoded = decode(received)
    source = Source(received.file, received.url, limits.max_bytes, decoded.warnings)
    assemble = html_page if is_html(received, decoded.text) else text_page
    return assemble(decoded.text, known, source)


def page_of_text(text: str, known: Known = _NOTHING_KNOWN, file: str | None = None) -> Page:
    """Return the page of an article given as plain text; Article.text is that text, unchanged.

    Only NUL and lone surrogates, which cannot be stored, stand as U+FFFD, one for one, so that offsets hold.
    Raises InputError as `open_page` does.
    """
    return text_page(text, known, Source(file))


def page_of_html(html: str, known: Known = _NOTHING_KNOWN, file: str | None = None) -> Page:
    """Return the page of an article given as HTML. Raises InputError as `open_page` does."""
    return html_page(html, known, Source(file))

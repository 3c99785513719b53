"""Makes text from an article safe to stand in a page: nothing in it is markup, and no address in it can run."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

# what no HTML document may hold: controls other than tab and line ends, halves of surrogate pairs
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return the text for use between tags or within a quoted attribute.

    >>> escaped('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return html.escape(_NOT_HTML.sub("\N{REPLACEMENT CHARACTER}", text), quote=True)


def web_address(url: str) -> str | None:
    """Return the URL if a browser may be sent there, else None: only http and https with a host are.

    >>> web_address("https://courier.example/a"), web_address("javascript:alert(1)")
    ('https://courier.example/a', None)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None

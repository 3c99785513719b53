"""What arrives before anything is read: the bytes, what the caller knows of them, and the limits on both."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """One input as it came in: its bytes, the file or URL they came from, and the Content-Type a server gave.

    `headers` are all that a server sent along, `fetched` when the bytes were fetched or, of a file, last changed: UTC,
    as "2026-05-14T09:30:00Z".
    """

    data: bytes
    file: str | None = None
    url: str | None = None
    content_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    fetched: str | None = None

    @property
    def name(self) -> str:
        """Return what a message calls this input: its file, else its URL, else "the input".

        >>> Received(b"", file="island.txt").name
        'island.txt'
        """
        return self.file or self.url or "the input"


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller says of an article; it wins over what the page says.

    `published` is an ISO 8601 date or date-time as given. `basis` is what Article.basis names as the ground of every
    field set here: "record" for a line of a .jsonl file, "option" for a value given on the command line or in a call.
    """

    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    basis: str = "record"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in, and how long a fetch may last.

    `max_bytes` bounds the bytes received and, apart, the bytes unpacked: a dozen times the largest of a hundred
    saved news pages tried (1.6 MB). Times are in seconds.
    """

    max_bytes: int = 20_000_000
    max_redirects: int = 5
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    allow_private: bool = False


DEFAULT_LIMITS = Limits()

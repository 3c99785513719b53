"""Every error the program raises on purpose.

    ReportedlyError
    ├── InputError              an input cannot be read as a news article
    │   ├── EmptyInput          nothing in it, or no text left once markup is gone
    │   ├── NotText             binary data, PDF, image, archive
    │   ├── TooLarge            over a size limit, compressed or unpacked
    │   ├── NotEnglish          confidently in another language
    │   ├── BadRecord           a line of a .jsonl file, or a value given for it, that does not fit
    │   └── BadAnnotation       a brat .ann file, or its text, that does not fit
    ├── FetchError              a URL could not be fetched
    │   ├── RefusedAddress      scheme or address that is never fetched
    │   └── FetchFailed         network, status, redirects, time or size
    ├── LedgerError             a ledger cannot do what is asked of it
    │   ├── NotALedger          the file or database is something else
    │   ├── NewerLedger         made by a newer version of the program
    │   ├── DamagedLedger       what is stored does not hold together
    │   ├── LedgerUnwritable    read-only, the disk full, or another program writing for too long
    │   ├── BadQuery            a query that cannot be understood
    │   ├── NoWorkers           no process can be started to read in
    │   ├── UnknownId           nothing in the ledger is called so
    │   └── BadReview           a correction that does not fit what it is about
    └── DataError               a model or lexicon that came with the program is damaged

Each message is one line: what was wrong, where, and what to do about it.
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base of every error raised on purpose; `str(error)` is one line meant for a person."""


class InputError(ReportedlyError):
    """The input cannot be read as a news article."""


class EmptyInput(InputError):
    """There is nothing to read."""


class NotText(InputError):
    """The input is binary: a PDF, an image, an archive."""


class TooLarge(InputError):
    """The input is larger than a limit allows."""


class NotEnglish(InputError):
    """The text is in a language that the program does not read."""


class BadRecord(InputError):
    """A record of a .jsonl file, or a value given with an input, does not fit."""


class BadAnnotation(InputError):
    """A file of annotations, or a line of it, does not fit."""


class FetchError(ReportedlyError):
    """A URL could not be fetched."""


class RefusedAddress(FetchError):
    """The scheme or the address is one that is never fetched."""


class FetchFailed(FetchError):
    """The network, the server or a limit stopped the fetch; `status` is what the server answered, if it did."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class LedgerError(ReportedlyError):
    """A ledger cannot do what is asked of it."""


class NotALedger(LedgerError):
    """The file or database is something else."""


class NewerLedger(LedgerError):
    """The ledger was made, or upgraded, by a newer version of the program."""


class DamagedLedger(LedgerError):
    """What is stored does not hold together."""


class LedgerUnwritable(LedgerError):
    """Nothing can be written: the ledger is read-only, the disk is full, or another program writes for too long."""


class BadQuery(LedgerError):
    """A query that cannot be understood."""


class NoWorkers(LedgerError):
    """No process can be started to read in."""


class UnknownId(LedgerError):
    """Nothing in the ledger is called so."""


class BadReview(LedgerError):
    """A correction that does not fit what it is about."""


class DataError(ReportedlyError):
    """A model or lexicon file that came with the program is damaged or of another version."""

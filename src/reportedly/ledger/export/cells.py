"""Cells as spreadsheets show them, and text that no spreadsheet can run as a formula."""

from __future__ import annotations

import re

from reportedly.ledger.export.columns import Cell

_BETWEEN = "; "
# A spreadsheet takes a cell for a formula by its first sign, of which some know the full-width forms; white space,
# controls, invisible characters and quotation marks before it help nothing. Where it splits at semicolons or tabs, as
# in much of Europe, a cell can begin in the midst of a text. https://owasp.org/www-community/attacks/CSV_Injection
_SIGNS = "=+\\-@＝＋－＠"
_PASSED_OVER = "\\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060-\u2064\ufeff'\"`´‘’‚‛“”„‟«»‹›＇＂"
_BORDERS = re.compile("[;；\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_AT_THE_START = re.compile(f"[{_PASSED_OVER}]*[{_SIGNS}]|'*[\t\r\n\x00]")
_WITHIN = re.compile(f"[{_PASSED_OVER};；]+[{_SIGNS}]?")
_SIGN_AT_END = re.compile(f"[{_SIGNS}]\\Z")


def shown(cell: Cell) -> str | float | bool | None:
    """Return a cell as one value: the texts of a list with "; " between them, spans as "12-40; 55-60".

    >>> shown([[12, 40], [55, 60]]), shown(["Ada Brann", "Ivo Senn"]), shown(None)
    ('12-40; 55-60', 'Ada Brann; Ivo Senn', None)
    """
    if isinstance(cell, list):
        return _BETWEEN.join(f"{one[0]}-{one[1]}" if isinstance(one, list) else one for one in cell)
    return cell


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula: with an apostrophe before what could begin one.

    That is the sign =, +, -, @ or its full-width form, a tab or a line end at the start of the text, also after white
    space and quotation marks, and such a sign after a semicolon, tab or line end within. `original` undoes it.

    >>> harmless("=1+1"), harmless("It rose; -3 is wrong"), harmless("Fog")
    ("'=1+1", "It rose; '-3 is wrong", 'Fog')
    """
    within = _WITHIN.sub(_guarded, text)
    return f"'{within}" if _AT_THE_START.match(within) else within


def original(text: str) -> str:
    """Return the text that `harmless` was given.

    >>> original("'=1+1"), original("'Twas foggy")
    ('=1+1', "'Twas foggy")
    """
    within = text[1:] if text.startswith("'") and _AT_THE_START.match(text[1:]) else text
    return _WITHIN.sub(_unguarded, within)


def _guarded(found: re.Match[str]) -> str:
    run = found.group()
    return f"{run[:-1]}'{run[-1]}" if _is_danger(run) else run


def _unguarded(found: re.Match[str]) -> str:
    run = found.group()
    return run[:-2] + run[-1] if _is_danger(run) and run[-2] == "'" else run


def _is_danger(run: str) -> bool:
    return _SIGN_AT_END.search(run, len(run) - 1) is not None and _BORDERS.search(run) is not None

"""Reads the inputs of a call and puts each reading out in the form that was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportedly.cli.look import look
from reportedly.cli.output import complain, mention, say
from reportedly.cli.progress import followed
from reportedly.cli.wish import Form, Wish
from reportedly.model import Article, Reading
from reportedly.reader import STDIN, Failure, read_inputs

_LAST_PART = re.compile(r"[^/\\]+\Z")
_ENDINGS = re.compile(r"(?:\.(?:txt|x?html?))?(?:\.gz)?\Z", re.I)
_NOT_IN_NAMES = re.compile('[\x00-\x1f\x7f<>:"|?*]')


def deliver(wish: Wish) -> int:
    """Read every input, put out what comes of it, and return how many failed."""
    put = _putter(wish)
    failed = 0
    for outcome in followed(read_inputs(wish.inputs, wish.options), wish):
        failure = outcome if isinstance(outcome, Failure) else put(outcome)
        if failure:
            complain(str(failure))
            failed += 1
    return failed


def _putter(wish: Wish) -> Callable[[Reading], Failure | None]:
    match wish.form:
        case Form.JSON:
            return lambda reading: say(reading.to_json(indent=2) + "\n")
        case Form.JSONL:
            return lambda reading: say(reading.to_json() + "\n")
        case Form.HTML:
            return partial(_put_html, wish.out or STDIN)
        case Form.BRAT:
            return partial(_put_brat, Path(wish.out or "."))
    return _report_putter(wish)


def _report_putter(wish: Wish) -> Callable[[Reading], None]:
    from reportedly.report.terminal import render  # noqa: PLC0415 - only where it is wanted

    set_as = look(full=wish.full)
    put = 0

    def put_report(reading: Reading) -> None:
        nonlocal put
        say(("\n\n" if put else "") + render(reading, set_as))
        put += 1

    return put_report


def _put_html(out: str, reading: Reading) -> Failure | None:
    from reportedly.report.html import render  # noqa: PLC0415 - only where it is wanted

    page = render(reading)
    if out == STDIN:
        say(page)
        return None
    try:
        Path(out).write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        return Failure(out, None, f"cannot be written ({error.strerror})")
    mention(f"wrote {out}")
    return None


def _put_brat(folder: Path, reading: Reading) -> Failure | None:
    from reportedly.brat import write_reading  # noqa: PLC0415 - only where it is wanted

    article = reading.article
    name = _name_for(article)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_reading(reading, folder, name)
    except FileExistsError as error:
        return Failure(article.file or article.url or STDIN, None, f"{error}: name another folder")
    except OSError as error:
        return Failure(str(folder / name), None, f"cannot be written ({error.strerror})")
    mention(f"wrote {folder / name}.ann")
    return None


def _name_for(article: Article) -> str:
    """Return the name, without endings, for the files of an article: that of its own file or page, else its id.

    >>> _name_for(Article("One.", file="news/ferry.html.gz")), _name_for(Article("One.", url="https://orvane.example/3"))
    ('ferry', '3')
    """
    last = _LAST_PART.search(article.file or article.url or "")
    name = _NOT_IN_NAMES.sub("_", _ENDINGS.sub("", last[0])) if last else ""
    return name if any(character.isalnum() for character in name) else article.id

"""What a call of `reportedly read` asks for, and what it may not ask for together."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import typer

from reportedly.errors import BadRecord
from reportedly.reader import STDIN, Facts, Options, is_records


class Form(StrEnum):
    """The option that names a form of output other than the report."""

    JSON = "--json"
    JSONL = "--jsonl"
    HTML = "--html"
    BRAT = "--brat"


@dataclass(frozen=True, slots=True)
class Wish:
    """One call: inputs as named, forms of output asked for, where to write, and what is known of the articles."""

    inputs: tuple[str, ...]
    forms: tuple[Form, ...] = ()
    out: str | None = None
    full: bool = False
    options: Options = field(default_factory=Options)

    @property
    def form(self) -> Form | None:
        """Return the form of output, None for the report."""
        return self.forms[0] if self.forms else None


def check(wish: Wish) -> None:
    """Raise typer.BadParameter, which ends the program with status 2, where the wishes do not go together."""
    _refuse(_forms(wish), _inputs(wish))
    check_facts(wish.inputs, wish.options)
    _refuse(_out(wish))


def check_facts(inputs: tuple[str, ...], options: Options) -> None:
    """Raise typer.BadParameter where what is said of the articles does not go with the inputs, or is no date or URL."""
    _refuse(_facts(inputs, options.facts()))


def _refuse(*misuses: str | None) -> None:
    for misuse in misuses:
        if misuse:
            raise typer.BadParameter(misuse)


def _forms(wish: Wish) -> str | None:
    if len(wish.forms) > 1:
        return f"{' and '.join(wish.forms)} exclude each other: give one of them"
    if wish.full and wish.form:
        return f"--full is for the report, and {wish.form} is always whole: leave --full out"
    return None


def _inputs(wish: Wish) -> str | None:
    if wish.inputs.count(STDIN) > 1:
        return "standard input (-) can be read once only"
    if wish.form in {Form.JSON, Form.HTML}:
        if len(wish.inputs) > 1:
            return f"{wish.form} takes one input, not {len(wish.inputs)}: use --jsonl for several"
        if is_records(wish.inputs[0]):
            return f"{wish.form} takes one article, and a .jsonl file holds one a line: use --jsonl"
    return None


def _facts(inputs: tuple[str, ...], facts: Facts) -> str | None:
    if facts.get("url") and len(inputs) > 1:
        return f"--url is the address of one article, but there are {len(inputs)} inputs"
    if facts and any(is_records(name) for name in inputs):
        given = ", ".join(f"--{name}" for name in facts)
        return f"{given}: each line of a .jsonl file says this itself"
    return _published(facts.get("published")) or _url(facts.get("url"))


def _out(wish: Wish) -> str | None:
    if wish.form is Form.BRAT:
        return _folder(wish.out or "")
    if wish.out is None or wish.out == STDIN:
        return None
    if not wish.out:
        return "--html needs the name of a file to write, or - for standard output"
    out, article = Path(wish.out), Path(wish.inputs[0])
    if out.exists() and article.exists() and out.samefile(article):
        return f"--html {wish.out} would overwrite the article: give another name"
    return None


def _folder(out: str) -> str | None:
    if not out:
        return "--brat needs the name of a folder to write to"
    if Path(out).exists() and not Path(out).is_dir():
        return f"--brat {out}: not a folder"
    return None


def _published(date: str | None) -> str | None:
    if not date:
        return None
    from reportedly.page.metadata.dates import given_when  # noqa: PLC0415 - beside heavy modules

    try:
        given_when(date)
    except BadRecord as error:
        return f"--published: {error}"
    return None


def _url(url: str | None) -> str | None:
    if not url:
        return None
    from reportedly.page.metadata.words import web_address  # noqa: PLC0415 - beside heavy modules

    return None if web_address(url) else f"--url {url}: not an http or https address"

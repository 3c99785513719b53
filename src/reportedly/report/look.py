"""How text is set for a terminal, a pipe or a file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, Group, RenderableType

NARROWEST = 40
# longer lines are hard to follow with the eye; a wide terminal is left partly empty
WIDEST = 110


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is set: columns, a Rich colour system or None for plain text, whether long contents are whole."""

    width: int = 80
    colours: str | None = None
    full: bool = False

    @property
    def columns(self) -> int:
        """Return the columns of the text: no more than the eye follows, and no fewer than hold a word or two."""
        return max(NARROWEST, min(self.width, WIDEST))


def printed(lines: Iterable[RenderableType], look: Look) -> str:
    """Return what Rich makes of the lines as text ending in a newline, with ANSI codes where `look` has colours."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=look.columns,
        color_system=look.colours,  # type: ignore[arg-type]  # Rich names its own literals
        force_terminal=look.colours is not None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    console.print(Group(*lines))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().rstrip().split("\n"))

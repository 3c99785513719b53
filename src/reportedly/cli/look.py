"""How a report is set where it goes to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.report.look import Look


def look(*, full: bool = False) -> Look:
    """Return the width and colours of standard output; `full` is whether long lists are whole."""
    from rich.console import Console  # noqa: PLC0415 - only where it is wanted

    from reportedly.report.look import Look  # noqa: PLC0415 - only where it is wanted

    # Rich knows terminals, NO_COLOR, FORCE_COLOR and COLUMNS; no colour at all is meant by NO_COLOR here
    console = Console()
    colours = console.color_system if console.is_terminal and not console.no_color else None
    return Look(width=console.width, colours=colours, full=full)

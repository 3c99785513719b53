"""Shows what the ledger holds on one person or body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from reportedly.ledger.sources.dossiers import Dossier
from reportedly.ledger.sources.portraits import Counted
from reportedly.report.look import Look, printed
from reportedly.report.phrases import counted, shown

_MOST = 12


def render(dossier: Dossier, look: Look) -> str:
    """Return the report of an entity: what it is called, what it says, is accused of and answers."""
    return printed(_lines(dossier, look), look)


def _lines(dossier: Dossier, look: Look) -> Iterator[RenderableType]:
    yield Text(shown(dossier.name), "bold")
    yield Text(f"{dossier.kind.value} · source {dossier.entity}", "dim")
    for title, told in (
        ("Named", dossier.forms),
        ("Role", dossier.roles),
        ("Of", dossier.affiliations),
        ("Country", dossier.countries),
        ("Outlets", dossier.outlets),
    ):
        if told:
            yield Text(f"{title}: {shown(_listed(told, look))}")
    when = f", from {dossier.first[:10]} to {(dossier.last or dossier.first)[:10]}" if dossier.first else ""
    yield Text(f"In {counted(len(dossier.articles), 'article')}{when}")
    stances = Counter(told.stance.value for told in dossier.said)
    parts = ", ".join(f"{stance} {number:,}" for stance, number in sorted(stances.items(), key=_frequent))
    yield Text(f"Said: {counted(len(dossier.said), 'statement')}{f' ({parts})' if parts else ''}")
    if dossier.accused:
        yield Text(
            f"Spoken against: {counted(len(dossier.accused), 'statement')}, {len(dossier.answered):,} of them answered "
            "in the same article"
        )
    yield Text(f'To read them: reportedly find "source:{dossier.entity}" or "against:{dossier.entity}"', "dim")


def _frequent(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _listed(told: Sequence[Counted], look: Look) -> str:
    some = told if look.full else told[:_MOST]
    more = f" and {len(told) - len(some)} more" if len(told) > len(some) else ""
    return ", ".join(f"{one.words} ×{one.articles:,}" if one.articles > 1 else one.words for one in some) + more

"""Where readings are right and where they are not: by kind, by cue, by publisher, and the worst errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from reportedly.brat import ROLES, Attribution, Document
from reportedly.evaluation.figures import Figures, attributions_found, recall, score
from reportedly.evaluation.matching import Case, Comparison, words
from reportedly.model import StatementKind
from reportedly.reading.kinds import kind_of
from reportedly.reading.quotations import quotations
from reportedly.text import lines

WORST = 20
# cues by how often the annotations have them, with the fewest of each band
_BANDS = {"seen 20 times or more": 20, "seen 3 to 19 times": 3, "seen once or twice": 1}
_NO_CUE = "no cue"
_NO_CONTENT = "no content"


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the annotated attributions: how many, and the figures of attr_soft for them (R, or P, R and F)."""

    name: str
    annotated: int
    figures: dict[str, float]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that is counted: the figures, three ways to divide them, and the worst errors, worst first."""

    articles: int
    annotated: int
    figures: Figures
    kinds: tuple[Group, ...]
    cues: tuple[Group, ...]
    publishers: tuple[Group, ...]
    worst: tuple[Case, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the evaluation as JSON-ready values; of the worst errors, the spans."""
        parts = {name: [asdict(group) for group in getattr(self, name)] for name in ("kinds", "cues", "publishers")}
        counts = {"articles": self.articles, "annotated": self.annotated, "figures": self.figures}
        return counts | parts | {"worst": [_error(case) for case in self.worst]}


def evaluate(comparisons: Sequence[Comparison]) -> Evaluation:
    """Return the figures of all comparisons together, and where the errors are."""
    cases = [case for comparison in comparisons for case in comparison.cases]
    return Evaluation(
        articles=len(comparisons),
        annotated=len(cases),
        figures=score(comparisons),
        kinds=_grouped(cases, _kinds(comparisons), [*(kind.value for kind in StatementKind), _NO_CONTENT]),
        cues=_grouped(cases, _bands(cases), [*_BANDS, _NO_CUE]),
        publishers=_publishers(comparisons),
        worst=_worst(cases),
    )


def _grouped(cases: Sequence[Case], names: Sequence[str], order: Iterable[str]) -> tuple[Group, ...]:
    """Return the groups that hold any case, in the order given; `names` has the group of each case."""
    groups: dict[str, list[Case]] = {name: [] for name in order}
    for case, name in zip(cases, names, strict=True):
        groups[name].append(case)
    return tuple(Group(name, len(held), {"R": recall(held)}) for name, held in groups.items() if held)


def _kinds(comparisons: Iterable[Comparison]) -> list[str]:
    """Return, for each case, how much of the annotated content stands in quotation marks."""
    kinds: list[str] = []
    for comparison in comparisons:
        text = comparison.document.text
        marks = quotations(text, lines(text))
        contents = [case.gold.content for case in comparison.cases]
        kinds += [kind_of(text, content, marks).value if content else _NO_CONTENT for content in contents]
    return kinds


def _bands(cases: Sequence[Case]) -> list[str]:
    """Return, for each case, how often its cue is among those annotated."""
    cues = [words(case.document.text, case.gold.cue) for case in cases]
    times = Counter(cues)
    return [next(band for band, fewest in _BANDS.items() if times[cue] >= fewest) if cue else _NO_CUE for cue in cues]


def _publishers(comparisons: Sequence[Comparison]) -> tuple[Group, ...]:
    """Return a group for each publisher, by name; none where there are not several."""
    groups: dict[str, list[Comparison]] = {}
    for comparison in comparisons:
        groups.setdefault(_publisher(comparison.document), []).append(comparison)
    if len(groups) < 2:
        return ()
    return tuple(
        Group(name, sum(len(comparison.cases) for comparison in held), attributions_found(held))
        for name, held in sorted(groups.items())
    )


def _publisher(document: Document) -> str:
    """Return what stands before the first underscore of a name, as in courier_2026-05-14_strait."""
    publisher, underscore, _ = document.name.partition("_")
    return publisher if underscore else "no publisher"


def _worst(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Return the errors with the most letters of content missing or too many."""
    wrong = sorted(
        (case for case in cases if not case.is_right),
        key=lambda case: (-case.wrong_letters, case.document.name, case.gold.content),
    )
    return tuple(wrong[:WORST])


def _error(case: Case) -> dict[str, Any]:
    return {
        "name": case.document.name,
        "annotated": _roles(case.gold),
        "found": _roles(case.found) if case.found else None,
        "content": round(case.content, 4),
        "source": round(case.source, 4),
    }


def _roles(attribution: Attribution) -> dict[str, list[list[int]]]:
    return {role: [span.to_list() for span in getattr(attribution, role)] for role in ROLES}

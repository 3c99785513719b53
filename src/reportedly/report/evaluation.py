"""The report of an evaluation: figures, where they come from, and the worst errors, as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.evaluation import Case, Evaluation, Group
from reportedly.report.phrases import counted, quoted, shown

_SOURCE, _CUE, _CONTENT = 40, 30, 160


def render(evaluation: Evaluation) -> str:
    """Return the report, ending in a line break."""
    return "".join(f"{shown(line)}\n" for line in _lines(evaluation))


def _lines(evaluation: Evaluation) -> Iterator[str]:
    annotated = counted(evaluation.annotated, "annotated attribution")
    yield f"{counted(evaluation.articles, 'article')}, {annotated}"
    yield ""
    for name, values in evaluation.figures.items():
        yield f"{name:14} {_values(values)}"
    yield from _groups("attr_soft by kind of the annotated content", evaluation.kinds)
    yield from _groups("attr_soft by how often the annotated cue is in this corpus", evaluation.cues)
    yield from _groups("attr_soft by publisher", evaluation.publishers)
    if evaluation.worst:
        yield ""
        yield f"the worst {counted(len(evaluation.worst), 'error')}, by letters of content missing or too many"
    for case in evaluation.worst:
        yield from _error(case)


def _groups(title: str, groups: Sequence[Group]) -> Iterator[str]:
    if not groups:
        return
    yield ""
    yield title
    width = max(len(group.name) for group in groups)
    for group in groups:
        yield f"  {group.name:{width}}  {group.annotated:6,}  {_values(group.figures)}"


def _values(figures: Mapping[str, float]) -> str:
    return "  ".join(f"{name} {value:.3f}" for name, value in figures.items())


def _error(case: Case) -> Iterator[str]:
    text, gold, found = case.document.text, case.gold, case.found
    spans = (*gold.source, *gold.cue, *gold.content)
    start, end = min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
    overlap = f"content {case.content:.2f}, source {case.source:.2f}" if found else "missed"
    yield ""
    yield f"{case.document.name}.txt, characters {start} to {end}: {overlap}"
    for title, attribution in (("annotated", gold), ("found", found)):
        if attribution:
            source = _short(quoted(text, attribution.source), _SOURCE) or "nobody"
            cue = _short(quoted(text, attribution.cue), _CUE) or "no cue"
            yield f"  {title:9}  {source} | {cue} | {_short(quoted(text, attribution.content), _CONTENT)}"


def _short(words: str, longest: int) -> str:
    """Return the words, with the middle left out where they are longer than so many characters.

    >>> _short("The ferry will not sail", 11)
    'The f … sail'
    """
    if len(words) <= longest:
        return words
    half = longest // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"

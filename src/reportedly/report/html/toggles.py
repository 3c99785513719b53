"""The key to the marks in the article, each with a box that takes marks of its kind away: CSS alone acts on it."""

from __future__ import annotations

from reportedly.report.html.found import Kind
from reportedly.report.html.view import View

_NAMES = {Kind.WHEN: "dates", Kind.PLACE: "places", Kind.FIGURE: "figures", Kind.WORDING: "wording"}


def toggles_html(view: View) -> str:
    """Return the key to the kinds of marks that the article has."""
    kinds = {found.kind for found in view.found()}
    statements = (
        '<span class="sample source">source</span> <span class="sample cue">cue</span>'
        ' <span class="sample content">content</span>'
    )
    boxes = [_box("statement", statements)] if view.entries else []
    boxes += [
        _box(kind.value, f'<span class="flag {kind.value}"></span><span class="is-{kind.value}">{name}</span>')
        for kind, name in _NAMES.items()
        if kind in kinds
    ]
    if not boxes:
        return ""
    shown_all = '<a class="all" href="#top">Show all sources</a>'
    return f'<fieldset class="key"><legend>Marks</legend>{"".join(boxes)}{shown_all}</fieldset>\n'


def _box(name: str, markup: str) -> str:
    return f'<label><input type="checkbox" id="show-{name}" checked>{markup}</label>\n'

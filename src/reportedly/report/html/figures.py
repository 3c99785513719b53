"""The figures, and the checks of whether they add up."""

from __future__ import annotations

from reportedly.model import Check
from reportedly.report.amounts import amount
from reportedly.report.findings.figures import ADDS_UP, Count, figures_of
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Kind, item_anchor, links, place_anchor
from reportedly.report.html.view import View
from reportedly.report.phrases import quoted

_HEAD = "<thead><tr><th>How many</th><th>In the text</th><th>Said in</th></tr></thead>"


def figures_html(view: View) -> str:
    """Return the checks and the figures of the article; "" where there is none."""
    checks = sorted(view.reading.checks, key=lambda check: check.ok)
    listed = "".join(_check(view, check) for check in checks)
    above = f'<ul class="checks">\n{listed}</ul>\n' if listed else ""
    rows = "".join(_row(view, count) for count in view.counts)
    return above + (f'<table class="figures">\n{_HEAD}\n<tbody>\n{rows}</tbody>\n</table>\n' if rows else "")


def _row(view: View, count: Count) -> str:
    number = count.number
    words = links(view.text, Kind.FIGURE, number, [count.figure.span])
    return (
        f'<tr id="{item_anchor(Kind.FIGURE, number)}"><td class="amount">{escaped(amount(count.figure))}</td>'
        f"<td>{words}</td><td>{view.to_statements(count.said)}</td></tr>\n"
    )


def _check(view: View, check: Check) -> str:
    held = ", ".join(_link(view, count) for count in figures_of(check, view.counts))
    kind = "adds-up" if check.ok else "differs"
    grounds = f' <span class="basis">{held}</span>' if held else ""
    return f'<li class="{kind}"><strong>{ADDS_UP[check.ok]}</strong> {escaped(check.says)}{grounds}</li>\n'


def _link(view: View, count: Count) -> str:
    words = escaped(quoted(view.text, [count.figure.span]))
    return f'<a class="to" href="#{place_anchor(Kind.FIGURE, count.number, 0)}">{words}</a>' if words else ""

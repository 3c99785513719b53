"""The report as one page of HTML that needs no script, no network and no other file."""

from reportedly.report.html.page import render

__all__ = ["render"]

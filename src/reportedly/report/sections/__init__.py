"""The sections of the terminal's report that follow the statements: each is a title and rows of plain text."""

from reportedly.report.sections.figures import how_many
from reportedly.report.sections.places import where
from reportedly.report.sections.section import Section
from reportedly.report.sections.sources import sources
from reportedly.report.sections.unheard import unheard
from reportedly.report.sections.voice import voice
from reportedly.report.sections.whens import when
from reportedly.report.sections.wording import wording

# in the order in which they are shown; those with nothing in them are left out
SECTIONS = (sources, when, where, how_many, voice, wording, unheard)

__all__ = ["SECTIONS", "Section"]

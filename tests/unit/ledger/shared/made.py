"""Articles of the Republic of Marenta, with their zones, for the tests of shared passages."""

from reportedly.ledger.shared import OwnText, own_text
from reportedly.model import Span, Story, Zone, ZoneKind

BODY, CAPTION, BOILERPLATE, BYLINE = ZoneKind.BODY, ZoneKind.CAPTION, ZoneKind.BOILERPLATE, ZoneKind.BYLINE

AGENCY = (
    "The Fisheries Ministry of Marenta will close the strait of Orvane to trawlers for six weeks after inspectors "
    "counted fewer young cod there than in any spring since the survey began, the minister told parliament on Monday. "
    "“We close the strait now or we close it for good,” Ana Lume said. Skippers in Port Sella called the order a "
    "surprise and asked for money to pay their crews until the nets may go down again in the second week of July."
)


def article(*blocks: str | tuple[ZoneKind, str]) -> OwnText:
    """Return the own text of an article of one story with these blocks; a block without a kind is body."""
    zones, text = [], ""
    for block in blocks:
        kind, words = (BODY, block) if isinstance(block, str) else block
        zones.append(Zone(kind, Span(len(text), len(text) + len(words) + 2)))
        text += words + "\n\n"
    return own_text(text, [Story("s0", None, tuple(zones))])

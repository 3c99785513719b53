"""Shared passages between articles: syndication, and copy from an agency or a press release.

`fingerprints` of an article's `own_text` are kept; `candidates` tells from them which other articles to compare with;
`passages` are the evidence, and `share` says how much of each article they are.
"""

from reportedly.ledger.shared.candidates import COMMON, candidates
from reportedly.ledger.shared.fingerprints import fingerprints
from reportedly.ledger.shared.own import OwnText, own_text
from reportedly.ledger.shared.passages import Excerpt, Passage, passages, share

__all__ = [
    "COMMON",
    "Excerpt",
    "OwnText",
    "Passage",
    "candidates",
    "fingerprints",
    "own_text",
    "passages",
    "share",
]

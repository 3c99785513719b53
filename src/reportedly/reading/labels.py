"""The tags of the attribution model.

TAGS mark every word piece: begin and inside for each role, and outside. PARTS say what a piece is to one cue: begin
and inside of its source and of its content, and neither.
"""

from __future__ import annotations

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))
PARTS = ("O", *(f"{place}-{role}" for role in ("source", "content") for place in "BI"))
OUTSIDE = 0

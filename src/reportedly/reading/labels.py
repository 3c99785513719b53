"""The tags of the attribution model: begin and inside for each role, and outside."""

from __future__ import annotations

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))
OUTSIDE = 0


def begin(role: str) -> int:
    """Return the number of the tag that begins a span of the role."""
    return TAGS.index(f"B-{role}")


def inside(role: str) -> int:
    """Return the number of the tag that goes on with a span of the role."""
    return TAGS.index(f"I-{role}")

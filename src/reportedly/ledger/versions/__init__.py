"""Versions of one page: how they differ in what is said in them, and by whom."""

from reportedly.ledger.versions.difference import Aspect, Change, ChangeKind, Difference, difference

__all__ = ["Aspect", "Change", "ChangeKind", "Difference", "difference"]

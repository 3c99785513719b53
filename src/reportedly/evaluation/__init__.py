"""How often readings are right: found attributions held against annotated ones. Sees no file, clock or network."""

from reportedly.evaluation.breakdown import Evaluation, Group, evaluate
from reportedly.evaluation.figures import Figures, score
from reportedly.evaluation.matching import Case, Comparison, compare, found_in

__all__ = ["Case", "Comparison", "Evaluation", "Figures", "Group", "compare", "evaluate", "found_in", "score"]

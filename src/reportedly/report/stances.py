"""The colour in which each stance is shown in a terminal, from the sixteen that a terminal's owner has chosen."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.model import Stance

# red for what contradicts or attacks, magenta for menace and blame, yellow for what is not vouched for or not yet so,
# green for what bears out or approves, cyan and blue for plain speech; the word itself always stands beside its colour
STANCE_STYLES: Mapping[Stance, str] = {
    Stance.SAYS: "cyan",
    Stance.DENIES: "red",
    Stance.ACCUSES: "magenta",
    Stance.WARNS: "yellow",
    Stance.CONFIRMS: "green",
    Stance.ADMITS: "green",
    Stance.CLAIMS: "yellow",
    Stance.ALLEGES: "yellow",
    Stance.PROMISES: "blue",
    Stance.DEMANDS: "magenta",
    Stance.CONDEMNS: "red",
    Stance.PRAISES: "green",
    Stance.ASKS: "blue",
    Stance.PREDICTS: "yellow",
    Stance.BELIEVES: "cyan",
    Stance.THREATENS: "magenta",
    Stance.AGREES: "green",
    Stance.PLANS: "blue",
}

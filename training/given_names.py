"""Write data/en/given_names.toml, given names borne by one sex: `python -m training.given_names NAME_DATA`.

NAME_DATA is name_data.json of the package nomquamgender 0.1.4 (MIT; Van Buskirk, Clauset and Larremore 2022, "An
open-source cultural consensus approach to name-based gender classification"), which counts bearers in 36 sources. Only
names that decide are kept: so widely borne, in so many sources, and so rarely by the other sex.
"""

from __future__ import annotations

import argparse
import json
import textwrap
from pathlib import Path

FEWEST_BEARERS, FEWEST_SOURCES, MOST_OTHER = 300, 5, 0.05
TARGET = Path("src/reportedly/data/en/given_names.toml")
HEAD = """\
# Given names borne almost only by women or by men, to tell whom "he" or "she" can mean; a name that is not here tells
# nothing. Made by training/given_names.py from nomquamgender 0.1.4 (MIT), which counts bearers in 36 public sources.
"""


def decided(data: dict[str, tuple[int, int, float]]) -> tuple[list[str], list[str]]:
    """Return the names of women and of men; `data` maps a name to its sources, its bearers and the share of women."""
    known = {
        name: women
        for name, (sources, bearers, women, *_) in data.items()
        if name.isalpha() and len(name) > 1 and bearers >= FEWEST_BEARERS and sources >= FEWEST_SOURCES
    }
    return (
        sorted(name for name, women in known.items() if women >= 1 - MOST_OTHER),
        sorted(name for name, women in known.items() if women <= MOST_OTHER),
    )


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    chosen = parser.parse_args()
    women, men = decided(json.loads(chosen.data.read_text(encoding="utf-8")))
    lists = (
        f'{key} = """\n{textwrap.fill(" ".join(names), 118, break_long_words=False)}\n"""\n'
        for key, names in (("women", women), ("men", men))
    )
    TARGET.write_text("\n".join([HEAD, *lists]), encoding="utf-8")
    print(f"{len(women)} names of women, {len(men)} of men")


if __name__ == "__main__":
    main()

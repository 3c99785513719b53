"""Runs every benchmark and holds its figures against benchmarks/floors.toml: `make bench`.

    python -m benchmarks [NAME...]

Exit code 1 if a figure is below its floor or above its ceiling. A benchmark whose data under ../shared is absent is
said and skipped.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import (
    adding,
    attribution,
    crash,
    cues,
    golden,
    ledger,
    metadata,
    pages,
    places,
    quantities,
    speakers,
    speed,
    whens,
)

FLOORS = Path(__file__).with_name("floors.toml")
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True)
class Benchmark:
    """A benchmark's name, the folder under ../shared/data that it needs (None for none), and what gives its figures."""

    name: str
    folder: str | None
    figures: Callable[[], Mapping[str, float]]

    def absent(self) -> bool:
        """Tell whether the data that the benchmark needs is missing."""
        return self.folder is not None and not (DATA / self.folder).is_dir()


# speed comes first: it measures the peak memory of the process before other benchmarks fill it
BENCHMARKS = (
    Benchmark("speed", "polnear/dev", speed.figures),
    Benchmark("attribution", "polnear/dev", attribution.figures),
    Benchmark("speakers", "gum", speakers.figures),
    Benchmark("whens", "aquaint", whens.figures),
    Benchmark("places", "places", places.figures),
    Benchmark("quantities", "newsquant", quantities.figures),
    Benchmark("cues", "polnear/train", cues.figures),
    Benchmark("golden", None, golden.figures),
    Benchmark("pages", "pages", lambda: pages.measure("pages")),
    Benchmark("pages-fundus", "pages-fundus", lambda: pages.measure("pages-fundus")),
    Benchmark("metadata", "pages-fundus", metadata.figures),
    Benchmark("adding", "polnear/dev", adding.figures),
    Benchmark("crash", None, crash.figures),
    Benchmark("ledger", None, ledger.figures),
)


def main(names: list[str]) -> int:
    """Print every figure of the benchmarks named, or of all; return 1 if one is out of bounds."""
    unknown = set(names) - {benchmark.name for benchmark in BENCHMARKS}
    if unknown:
        print(f"no benchmark is called {', '.join(sorted(unknown))}")
        return 2
    bounds = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    broken = 0
    for benchmark in BENCHMARKS:
        if names and benchmark.name not in names:
            continue
        if benchmark.absent():
            print(f"{benchmark.name}: skipped, ../shared/data/{benchmark.folder} is absent")
            continue
        print(benchmark.name)
        broken += _report(benchmark.figures(), bounds.get(benchmark.name, {}))
    print(f"{broken} figures out of bounds" if broken else "every figure is within its bounds")
    return 1 if broken else 0


def _report(figures: Mapping[str, float], bounds: Mapping[str, Mapping[str, float]]) -> int:
    """Print the figures with their bounds, and return how many are out of bounds or bounded but not measured."""
    broken = 0
    for name, value in figures.items():
        floor, ceiling = (bounds.get(name, {}).get(kind) for kind in ("floor", "ceiling"))
        out = (floor is not None and value < floor) or (ceiling is not None and value > ceiling)
        limits = "".join(f"  {kind} {limit:g}" for kind, limit in (("floor", floor), ("ceiling", ceiling)) if limit)
        print(f"  {name:30} {value:10.4g}{limits}{'  OUT OF BOUNDS' if out else ''}")
        broken += out
    for name in sorted(bounds.keys() - figures.keys()):
        print(f"  {name:30} not measured, though it has bounds  OUT OF BOUNDS")
        broken += 1
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

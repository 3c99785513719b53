"""Measures what a large ledger costs: opening it, finding in it, adding to it.

    python -m benchmarks.ledger [LEDGER]

LEDGER is one that `python -m benchmarks.made_ledger LEDGER` has made; without it, one of 100,000 articles is made in
benchmarks/work, once, which takes half an hour. A few articles are added to it each time.

Each query has two filters and a phrase, and asks for the first page with facets. It runs once on a ledger opened for it
alone, so that nothing is in the memory of the database; "cold" says that the file was put out of the memory of the
system before, too. Broad queries, without a phrase, are shown one by one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import func, select

from benchmarks.made_ledger import ARTICLES, fill, prepared, readings
from benchmarks.made_world import World
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping.preparing import prepare
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.query import parse
from reportedly.ledger.search.finding import find
from reportedly.ledger.tables import schema
from reportedly.page.arrival.received import Received

EXAMPLE = Path(__file__).parents[1] / "examples" / "strait.txt"
MADE = Path(__file__).with_name("work") / "made.ledger"

# how frequent the phrases are: places in the order of all of them
_PHRASES = (0, 1, 3, 6, 10, 30, 100, 300, 1_000, 1_900)
_BROAD = (
    "",
    "the",
    "stance:says",
    "-stance:says",
    "kind:person",
    "country:US",
    "said:2020",
    "published:<2018",
    "score:<0.5",
    "stance:says voice:unnamed published:2021",
)
_ADDED = 60


def queries(world: World) -> Iterator[str]:
    """Yield queries with two filters and a phrase: each phrase with half of the pairs of filters, in turns."""
    names = [f'"{actor.name}"' for actor in (world.actors.things[rank] for rank in (0, 1, 30, 300, 3_000))]
    outlets = [f'"{world.publishers.things[rank]}"' for rank in (0, 10, 200)]
    spots = [f'"{world.spots.things[rank].name}"' for rank in (0, 20, 500)]
    pairs = (
        f"source:{names[0]} stance:says",
        f"source:{names[1]} publisher:{outlets[0]}",
        f"source:{names[2]} kind:direct",
        f"source:{names[3]} said:2020",
        f"against:{names[0]} stance:accuses",
        f"publisher:{outlets[0]} stance:denies",
        f"publisher:{outlets[1]} published:2019-05..2021-04",
        f"publisher:{outlets[2]} kind:person",
        f"place:{spots[0]} stance:warns",
        f"place:{spots[1]} published:2022",
        "country:US reporter:distances",
        "label:militant voice:named",
        "stance:denies published:2020",
        "voice:unnamed said:2018-03",
    )
    phrases = [world.collocations.things[rank] for rank in _PHRASES]
    for turn, phrase in enumerate(phrases):
        for pair in pairs[turn % 2 :: 2]:
            yield f'"{phrase}" {pair}'
    # a phrase of the most frequent words of all
    yield f'"of the" {pairs[12]}'
    yield f'"in the" {pairs[5]}'


def made() -> Path:
    """Return the made ledger of the usual size, which is made where it is not there."""
    if not MADE.exists():
        MADE.parent.mkdir(exist_ok=True)
        part = MADE.with_suffix(".part")
        part.unlink(missing_ok=True)
        with Ledger.open(part) as ledger:
            fill(ledger, ARTICLES, tell=True)
        part.rename(MADE)
    return MADE


def figures(where: Path | None = None) -> dict[str, float]:
    """Return the figures, in milliseconds but for the ratios, of a made ledger."""
    where = where or made()
    world = World()
    asked = list(queries(world))
    warm = sorted(_find(where, query) for query in asked)
    adding = _adding(where, world)
    cold = sorted(_find(where, query, forget=True) for query in asked)
    return {
        "open ms": median(_timed(lambda: _open(where)) for _ in range(5)),
        "queries": len(asked),
        "find p50 ms": median(warm),
        "find p95 ms": quantiles(warm, n=20)[-1],
        "find p50 ms, cold": median(cold),
        "find p95 ms, cold": quantiles(cold, n=20)[-1],
        **adding,
    }


def _find(where: Path, query: str, *, forget: bool = False) -> float:
    if forget:
        _forget(where)
    asked = parse(query)
    with Ledger.open(where) as ledger, ledger.reads() as connection:
        return _timed(lambda: find(connection, asked, facets=True))


def _forget(where: Path) -> None:
    """Put a file out of the memory of the system."""
    with where.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _open(where: Path) -> None:
    with Ledger.open(where) as ledger, ledger.reads() as connection:
        connection.execute(select(schema.article.c.id).limit(1)).all()


def _adding(where: Path, world: World) -> dict[str, float]:
    """Return how much longer an article takes to add to this ledger than to one that begins empty, by the medians.

    Once with the time that reading an article takes, of which the example is a usual one, and once the storing alone.
    """
    reading_it = median(_timed(_read_example) for _ in range(5))
    with tempfile.TemporaryDirectory() as folder, Ledger.open(where) as large, Ledger.open(Path(folder) / "new") as new:
        with large.reads() as connection:
            first = connection.execute(select(func.count()).select_from(schema.article)).scalar_one()
        times: dict[str, list[float]] = {large.name: [], new.name: []}
        for reading in readings(_ADDED, world, first):
            item, ready = prepared(reading)
            for ledger in (large, new):
                times[ledger.name].append(_timed(partial(ledger.store, item, ready)))
        to_large, to_new = median(times[large.name]), median(times[new.name])
    return {
        "adding, ratio to an empty ledger": (reading_it + to_large) / (reading_it + to_new),
        "storing alone, ratio": to_large / to_new,
    }


def _read_example() -> None:
    prepare(Item("example", Received(EXAMPLE.read_bytes())))


def _timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1_000


def _tell(where: Path, asked: Sequence[str]) -> None:
    for query in asked:
        with Ledger.open(where) as ledger, ledger.reads() as connection:
            start = time.perf_counter()
            found = find(connection, parse(query), facets=True)
            print(f"{(time.perf_counter() - start) * 1_000:10.1f} ms  {found.total:9,} found  {query or '(all)'}")


def main(arguments: list[str]) -> int:
    """Print the figures."""
    where = Path(arguments[0]) if arguments else made()
    if not where.is_file():
        print(f"there is no {where}: make it with python -m benchmarks.made_ledger {where}")
        return 2
    for name, value in figures(where).items():
        print(f"{name:34} {value:10.2f}")
    _tell(where, _BROAD)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

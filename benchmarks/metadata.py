"""Measures title, author and date on saved pages, beside trafilatura's and htmldate's on the same pages.

    python -m benchmarks.metadata [FOLDER] [--misses]

FOLDER holds, for every group of pages, folders of NAME.json (ground truth by version) and NAME_YYYY_MM_DD.html.gz, as
in the test data of fundus; the default is ../shared/data/pages-fundus.

How answers are compared. Title: equal once case, quotation marks, dashes, dots at the end and white space are evened
out. Authors: "authors" asks for the same set of names, case evened out; "author overlap" is the mean over pages of the
shared names divided by all names of both. Date: the same calendar day, either in the zone that each side writes or
in UTC.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/pages-fundus"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one page: title, authors, and the date as ISO 8601."""

    title: str | None
    authors: tuple[str, ...]
    date: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One saved page with its ground truth."""

    name: str
    data: bytes
    truth: Answer


def figures(folder: Path = DEFAULT_FOLDER) -> dict[str, float]:
    """Return the program's figures on the pages of `folder`: title, authors, author overlap and date, each 0 to 1."""
    return _scores(cases(folder), reportedly_answer)


def peer_figures(folder: Path = DEFAULT_FOLDER) -> dict[str, float]:
    """Return the same figures for trafilatura's metadata, whose dates are htmldate's."""
    return _scores(cases(folder), trafilatura_answer)


def cases(folder: Path) -> list[Case]:
    """Return the pages of the folder with their ground truth, paired by order of version and of crawl date."""
    found = []
    for truth_file in sorted(folder.glob("*/*.json")):
        versions = json.loads(truth_file.read_text("utf-8"))
        pages = sorted(truth_file.parent.glob(f"{truth_file.stem}_[0-9]*.html.gz"))
        for (version, truth), page in zip(_in_order(versions), pages, strict=True):
            answer = Answer(truth["title"], tuple(truth["authors"]), truth["publishing_date"])
            found.append(Case(f"{truth_file.stem} {version}", gzip.decompress(page.read_bytes()), answer))
    return found


def reportedly_answer(case: Case) -> Answer:
    from reportedly.page import open_page  # noqa: PLC0415
    from reportedly.page.arrival.received import Received  # noqa: PLC0415

    article = open_page(Received(case.data, file=f"{case.name}.html")).article
    return Answer(article.title, article.byline, article.published.start if article.published else None)


def trafilatura_answer(case: Case) -> Answer:
    import trafilatura  # noqa: PLC0415

    found = trafilatura.extract_metadata(case.data)
    authors = tuple(found.author.split("; ")) if found.author else ()
    return Answer(found.title, authors, found.date)


def same_title(one: str | None, other: str | None) -> bool:
    return _even(one or "") == _even(other or "")


def overlap(ones: Iterable[str], others: Iterable[str]) -> float:
    left, right = {_even(name) for name in ones}, {_even(name) for name in others}
    return len(left & right) / len(left | right) if left | right else 1.0


def same_day(one: str | None, other: str | None) -> bool:
    return bool(one and other and set(_days(one)) & set(_days(other)))


def _days(date: str) -> Iterator[str]:
    yield date[:10]
    moment = datetime.fromisoformat(date)
    if moment.tzinfo:
        yield moment.astimezone(UTC).date().isoformat()


def _even(words: str) -> str:
    words = re.sub("[‘’`´]", "'", words.casefold())
    words = re.sub("[“”]", '"', words)
    return re.sub(r"[\s–—-]+", " ", words).strip(" .…")


def _in_order(versions: dict[str, dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """Return the versions by the day on which they were crawled, where the truth tells, else as they stand."""
    return sorted(versions.items(), key=lambda pair: str(pair[1]["publishing_date"]))


def _scores(pages: list[Case], answer: Callable[[Case], Answer]) -> dict[str, float]:
    answers = [(case.truth, answer(case)) for case in pages]
    count = len(answers)
    return {
        "title": sum(same_title(truth.title, said.title) for truth, said in answers) / count,
        "authors": sum(overlap(truth.authors, said.authors) == 1 for truth, said in answers) / count,
        "author overlap": sum(overlap(truth.authors, said.authors) for truth, said in answers) / count,
        "date": sum(same_day(truth.date, said.date) for truth, said in answers) / count,
    }


def _print_misses(pages: list[Case]) -> None:
    for case in pages:
        said = reportedly_answer(case)
        if not same_title(case.truth.title, said.title):
            print(f"{case.name}: title {said.title!r}, not {case.truth.title!r}")
        if overlap(case.truth.authors, said.authors) < 1:
            print(f"{case.name}: authors {said.authors}, not {case.truth.authors}")
        if not same_day(case.truth.date, said.date):
            print(f"{case.name}: date {said.date}, not {case.truth.date}")


def main() -> int:
    named = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(named[0]) if named else DEFAULT_FOLDER
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return 0
    ours, peers = figures(folder), peer_figures(folder)
    print(f"{len(cases(folder))} pages of {folder.name}\n{'':16}{'reportedly':>12}{'trafilatura':>13}")
    for name, value in ours.items():
        print(f"{name:16}{value:12.3f}{peers[name]:13.3f}")
    if "--misses" in sys.argv:
        _print_misses(cases(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())

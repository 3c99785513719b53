"""Learns the weights by which places are resolved: python -m training.places [DATA] [--write].

DATA is ../shared/data: places/lgl.xml (local news, annotated with GeoNames ids) and gum/*.conllu (texts of the world,
annotated with Wikipedia's titles, of which "Paris" means the Paris of most people and "Paris, Texas" says which): local
news alone would learn that London is in Kentucky. Prints the accuracy on LGL by five folds of its articles.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import torch

from benchmarks.places import (
    LIMIT_KM,
    Document,
    Mention,
    Name,
    NameKind,
    Span,
    Toponym,
    country_of_address,
    given,
    given_names,
    km,
    mentions_given,
    people_of,
    read,
)
from reportedly.reading.places.candidates import Candidate, candidates_of, plain
from reportedly.reading.places.evidence import FEATURES, Array, Table, lies_in, table_of, with_context
from reportedly.reading.places.gazetteer import Entry, PlaceKind
from reportedly.reading.places.keys import place_key
from reportedly.reading.places.resolution import best, chances, grouped

DATA = Path(__file__).resolve().parents[1] / "../shared/data"
OUT = Path(__file__).resolve().parents[1] / "src/reportedly/data/en/place_weights.toml"
FOLDS = 5
# what learning starts from and is held near: the judgement of a reader
START = {
    "population": 1.0, "most_people": 0.5, "country": 1.0, "capital": 0.5, "division": 1.0, "district": -0.5,
    "region": 1.0, "other_name": -1.5, "sound": -4.0, "better_named": -2.0, "several_words": 1.5, "kind_said": 1.0,
    "kind_unsaid": -1.0, "within": 4.0, "not_within": -2.0, "near": 2.0, "not_near": -5.0, "same_country": 0.5,
    "country_share": 0.5, "country_named": 0.5, "same_division": 1.0, "division_share": 1.0, "same_district": 1.0,
    "in_named_division": 1.0, "in_named_district": 1.5, "holds_named": 1.0, "close": 1.0, "nearby": 0.5, "people": 1.0,
    "domain": 0.5,
}  # fmt: skip
# the score of there being no such place: not learnt, since the corpus has many names without an entry that have one
NONE = 1.5
_RIDGE = 4.0
# what the texts of the world count beside the local news
WORLD = 0.5
_LOOKS = 4


# which of a name's candidates are right, by their places in the list
Fit = Callable[[Sequence[Candidate]], list[int]]


@dataclass
class Lesson:
    """A story's table and, for each group, the rows that are right (none: there is no such place) and its weight."""

    table: Table
    right: list[list[int]]
    weight: list[float]


def main() -> int:
    """Print the figures by folds; with --write, learn from everything and write the weights."""
    paths = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    data = Path(paths[0]) if paths else DATA
    local = list(read(data / "places/lgl.xml"))
    world = [lesson for file in sorted((data / "gum").glob("*.conllu")) for lesson in world_lesson(file)]
    lessons = [local_lesson(document) for document in local]
    print(
        sum(len(lesson.right) for lesson in lessons), "local names,", sum(len(x.right) for x in world), "of the world"
    )
    total: dict[str, float] = {}
    for fold in range(FOLDS):
        weights = learn([lesson for number, lesson in enumerate(lessons) if number % FOLDS != fold], world)
        held = [document for number, document in enumerate(local) if number % FOLDS == fold]
        for name, value in given(held, partial(resolve_by, weights)).items():
            total[name] = total.get(name, 0.0) + value / FOLDS
    print("local, by folds:", {name: round(value, 4) for name, value in total.items()})
    halves = world[::2], world[1::2]
    for some, others in (halves, halves[::-1]):
        print("world, learnt on the other half:", round(right_share(others, learn(lessons, some)), 4))
    weights = learn(lessons, world)
    print("world:", round(right_share(world, weights), 4), "local:", round(right_share(lessons, weights), 4))
    text = "# The weights of what speaks for a place, by training/places.py; that of there being none is set by hand.\n"
    text += f"none = {NONE:.3f}\n\n[weights]\n"
    text += "".join(f"{name} = {weight:.3f}\n" for name, weight in zip(FEATURES, weights, strict=True))
    if "--write" in sys.argv:
        OUT.write_text(text)
    print(text)
    return 0


def resolve_by(
    weights: Array, document: Document, mentions: Sequence[Mention], peoples: Sequence[str]
) -> list[Entry | None]:
    """Return what mentions are resolved to by weights other than the program's."""
    groups, of = grouped(mentions)
    table = table_of(groups, peoples, country_of_address(document.url))
    chosen = best(table, chances(table, weights, NONE))
    return [chosen[number] for number in of]


def right_share(lessons: Sequence[Lesson], weights: Array) -> float:
    """Return the share of names that have a right entry for which it is the likeliest one."""
    right = total = 0.0
    for lesson in lessons:
        found = chances(lesson.table, weights, NONE)
        for group, rows in enumerate(lesson.right):
            if rows:
                own = np.flatnonzero(lesson.table.group == group)
                total += lesson.weight[group]
                right += lesson.weight[group] * (own[np.argmax(found[own])] in rows)
    return right / total


def local_lesson(document: Document) -> Lesson:
    """Return the lesson of an LGL article: right is the entry of the id, else what lies near and has the name."""
    names = given_names(document)
    mentions = mentions_given(document.text, names)
    gold = {item.span: item for item in document.toponyms}
    return _lesson(mentions, names, document.text, document.url, [_fits(gold[m.span]) for m in mentions])


def _fits(toponym: Toponym) -> Fit:
    def fits(candidates: Sequence[Candidate]) -> list[int]:
        if toponym.at is None:
            return []
        same = [n for n, item in enumerate(candidates) if item.entry.geonameid == toponym.geonameid]
        return same or [n for n, item in enumerate(candidates) if km(item.entry, toponym) <= LIMIT_KM / 3]

    return fits


def world_lesson(file: Path) -> Iterator[Lesson]:
    """Return the lesson of a GUM text: the names of places that have a title of Wikipedia's."""
    text, links, peoples = _gum(file)
    mentions = mentions_given(text, [Name(span, NameKind.PLACE) for span in links])
    if mentions:
        names = [Name(span, NameKind.PEOPLE) for span in peoples]
        yield _lesson(mentions, names, text, "", [_titled(links[m.span], m.name) for m in mentions])


def _titled(title: str, name: str) -> Fit:
    """Return what finds the entry of a title of Wikipedia's: the country, else the largest place, else division."""

    def fits(candidates: Sequence[Candidate]) -> list[int]:
        head, _, area = title.partition(", ")
        said = re.search(r" \((.*)\)", head)
        area = area or (said[1] if said else "")
        if place_key(re.sub(r" \(.*", "", head)) != place_key(name):
            return []
        if area in {"state", "U.S. state", "country"}:
            kind = PlaceKind.COUNTRY if area == "country" else PlaceKind.DIVISION
            return [n for n, item in enumerate(candidates) if item.entry.kind is kind][:1]
        rows = [n for n, item in enumerate(candidates) if not area or lies_in(item.entry, area)]
        states = {PlaceKind.COUNTRY, PlaceKind.CONTINENT}
        known = [n for n in rows if candidates[n].entry.kind in states] or [
            n for n in rows if candidates[n].entry.kind is not PlaceKind.DISTRICT
        ]
        seats = [n for n in known[1:] if _seat(candidates[n].entry, candidates[known[0]].entry)]
        known = seats or known
        return (known or rows)[:1]

    return fits


def _seat(entry: Entry, division: Entry) -> bool:
    """Tell whether a place is the town that gave a division its name, which Wikipedia means by the bare name."""
    if division.kind is not PlaceKind.DIVISION or entry.kind not in {PlaceKind.PLACE, PlaceKind.CAPITAL}:
        return False
    return entry.division == division.number and entry.population * 10 > division.population


def _gum(file: Path) -> tuple[str, dict[Span, str], list[Span]]:
    """Return a text of GUM, its names of places with their titles, and its adjectives and names of peoples."""
    text, links, peoples = "", {}, []
    open_: dict[str, tuple[int, str]] = {}
    for line in file.read_text().splitlines():
        if not line:
            text = text.rstrip() + "\n"
        parts = line.split("\t")
        if len(parts) != 10 or not parts[0].isdigit():
            continue
        start = len(text)
        text += parts[1]
        if people_of(parts[1]):
            peoples.append(Span(start, len(text)))
        entities = re.search(r"Entity=([^|]*)", parts[9])
        for opening, closing in re.findall(r"\(([^()]+)|([\w:]+)\)|\)", entities[1] if entities else ""):
            if opening:
                last, kind, *_, title = f"{opening}-------".split("-", 7)
                open_[last] = (start, title.rstrip("-") if kind == "place" else "")
            else:
                begin, title = open_.get(closing or last, (0, ""))
                _link(text, begin, unquote(title).replace("_", " "), links)
        if "SpaceAfter=No" not in parts[9]:
            text += " "
    return text, links, peoples


def _link(text: str, begin: int, title: str, links: dict[Span, str]) -> None:
    head = re.sub(r",.*| \(.*", "", title)
    at = text.find(head, begin) if head else -1
    if at >= 0 and candidates_of(plain(head)):
        links[Span(at, at + len(head))] = title


def _lesson(mentions: Sequence[Mention], names: Sequence[Name], text: str, url: str, fits: Sequence[Fit]) -> Lesson:
    peoples = [code for name in names if (code := people_of(name.span.of(text)))]
    groups, of = grouped(mentions)
    table = table_of(groups, peoples, country_of_address(url))
    firsts = np.cumsum([0, *(len(group.candidates) for group in groups)])
    right: list[list[int]] = [[] for _ in groups]
    count = [0.0] * len(groups)
    for group, fit in zip(of, fits, strict=True):
        count[group] += 1
        right[group] = right[group] or [int(firsts[group]) + n for n in fit(groups[group].candidates)]
    return Lesson(table, right, count)


def learn(local: Sequence[Lesson], world: Sequence[Lesson], share: float = WORLD) -> Array:
    """Return the weights that make the right entries likeliest, by rounds of logistic regression from START.

    What the other names say depends on the weights so far: it is reckoned anew before each round.
    """
    weights = np.array([START[name] for name in FEATURES])
    both = [*local, *world]
    sums = [sum(sum(lesson.weight) for lesson in lessons) for lessons in (local, world)]
    scale = [1.0] * len(local) + [share * sums[0] / sums[1]] * len(world)
    for _ in range(_LOOKS):
        features = [with_context(lesson.table, chances(lesson.table, weights, NONE)) for lesson in both]
        weights = _fit(both, features, scale, weights)
    return weights


def _fit(lessons: Sequence[Lesson], features: Sequence[Array], scale: Sequence[float], start: Array) -> Array:
    """Return the weights of the greatest likelihood of the right rows, held near START by a ridge."""
    rows, group, right, weight, offset = [], [], [], [], 0
    for lesson, table, share in zip(lessons, features, scale, strict=True):
        rows.append(table)
        group.append(lesson.table.group + offset)
        mark = np.zeros(len(table))
        for good in lesson.right:
            mark[good] = 1
        right.append(mark)
        weight += [share * count if good else 0.0 for count, good in zip(lesson.weight, lesson.right, strict=True)]
        offset += len(lesson.right)
    x, prior = (torch.tensor(array) for array in (np.concatenate(rows), np.array([START[name] for name in FEATURES])))
    g, y, w = torch.tensor(np.concatenate(group)), torch.tensor(np.concatenate(right)), torch.tensor(weight)
    theta = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.LBFGS([theta], max_iter=60, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        power = torch.exp(torch.clamp(x @ theta, -30, 30))
        all_, good = (torch.zeros(len(w), dtype=x.dtype).index_add(0, g, values) for values in (power, power * y))
        value = -(w * (torch.log(good + 1e-9) - torch.log(all_ + 1e-9))).sum() + _RIDGE * ((theta - prior) ** 2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return theta.detach().numpy()


if __name__ == "__main__":
    sys.exit(main())

"""Measures the places found and resolved in local news (LGL): python -m benchmarks.places [FILE].

`country` and `within_161km` are of the annotated names that have a GeoNames entry, resolved given these names; names of
peoples ("Russian") count by `country_of`, as the corpus annotates them too. `found_*` are end to end: a place is right
that shares characters with an annotated name and lies within 161 km of it. Annotated names without coordinates and
names of peoples count neither for nor against; names within names of bodies count, though by the conventions they are
no places. `*_population` is the same by the entry of the same index in which most people live. The weights were learnt
on this corpus and on texts of the world: training/places.py prints the figures of five folds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from reportedly.model import Article, Page, Span, Story, Zone, ZoneKind
from reportedly.reading.countries import people_of
from reportedly.reading.learned import LearnedAttributor
from reportedly.reading.names import Name, NameKind
from reportedly.reading.places import country_of_address, read_places
from reportedly.reading.places.candidates import candidates_of, country_entry, plain
from reportedly.reading.places.evidence import distances
from reportedly.reading.places.gazetteer import Entry, PlaceKind, gazetteer
from reportedly.reading.places.mentions import Mention, place_mentions
from reportedly.reading.places.resolution import resolve
from reportedly.text import lines

DEFAULT_FILE = Path(__file__).resolve().parents[1] / "../shared/data/places/lgl.xml"
LIMIT_KM = 161.0
# LGL's names of countries where the index has another one
CODES = {"Palestinian Territory": "PS", "Czech Republic": "CZ"}


@dataclass(frozen=True, slots=True)
class Toponym:
    """An annotated name; its country is None outside any, its coordinates are None where it is in no gazetteer."""

    span: Span
    at: tuple[float, float] | None
    country: str | None
    geonameid: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article of the corpus with its annotated names."""

    id: str
    url: str
    text: str
    toponyms: tuple[Toponym, ...]

    @property
    def page(self) -> Page:
        """Return the article as one story of one paragraph."""
        story = Story("story-1", None, (Zone(ZoneKind.BODY, Span(0, len(self.text))),))
        return Page(Article(self.text, url=self.url), (story,))


def figures(file: Path = DEFAULT_FILE) -> dict[str, float]:
    """Return the figures described above, the seconds to load the index and the cost of reading places from names."""
    documents = list(read(file))
    found = given(documents, resolve_given) | {
        f"{name}_population": value for name, value in given(documents, most_populous).items()
    }
    named = [(document, own_names(document.text)) for document in documents]
    found |= end_to_end(named, _resolved)
    found |= {f"{name}_population": value for name, value in end_to_end(named, _populous).items()}
    return found | cost(named)


def read(file: Path) -> Iterator[Document]:
    """Return the articles of LGL's XML."""
    for article in etree.parse(str(file)).getroot():
        yield Document(
            article.get("docid") or "",
            article.findtext("url") or "",
            article.findtext("text") or "",
            tuple(_toponym(item) for item in article.iterfind("toponyms/toponym")),
        )


def _toponym(item: etree._Element) -> Toponym:
    span = Span(int(item.findtext("start", "")), int(item.findtext("end", "")))
    tag = item.find("gaztag")
    if tag is None:
        return Toponym(span, None, None, 0)
    country = tag.find("country")
    number = int(country.get("geonameid", "0")) if country is not None else 0
    code = CODES.get(tag.findtext("country", "")) or _codes().get(number)
    at = (float(tag.findtext("lat", "")), float(tag.findtext("lon", "")))
    return Toponym(span, at, code, int(tag.get("geonameid", "0")))


@cache
def _codes() -> dict[int, str]:
    entries = (gazetteer().entry(number) for number in range(300))
    return {entry.geonameid or 0: entry.country or "" for entry in entries if entry.kind is PlaceKind.COUNTRY}


Resolver = Callable[[Document, Sequence[Mention], Sequence[str]], list[Entry | None]]


def resolve_given(document: Document, mentions: Sequence[Mention], peoples: Sequence[str]) -> list[Entry | None]:
    """Return what the program resolves mentions to."""
    return list(resolve(mentions, peoples, country_of_address(document.url)))


def most_populous(_document: Document, mentions: Sequence[Mention], _peoples: Sequence[str]) -> list[Entry | None]:
    """Return for each mention the entry of its name in which most people live."""
    chosen = (candidates_of(mention.name, mention.word) for mention in mentions)
    return [items[0].entry if items else None for items in chosen]


def given(documents: Sequence[Document], resolver: Resolver) -> dict[str, float]:
    """Return the share of annotated names, given as such, resolved to the right country and within 161 km."""
    country = within = total = 0
    for document in documents:
        entries = entries_given(document, resolver)
        for toponym in document.toponyms:
            if toponym.at is None:
                continue
            total += 1
            entry = entries.get(toponym.span)
            country += entry is not None and entry.country == toponym.country
            within += entry is not None and km(entry, toponym) <= LIMIT_KM
    return {"country": country / total, "within_161km": within / total}


def entries_given(document: Document, resolver: Resolver) -> dict[Span, Entry | None]:
    """Return the entries that annotated names are resolved to, each given as the name of a place or of a people."""
    names = given_names(document)
    mentions = mentions_given(document.text, names)
    peoples = [code for name in names if (code := people_of(name.span.of(document.text)))]
    entries = dict(zip((mention.span for mention in mentions), resolver(document, mentions, peoples), strict=True))
    for name in names:
        if name.kind is NameKind.PEOPLE:
            entries[name.span] = country_entry(name.span.of(document.text))
    return entries


def given_names(document: Document) -> list[Name]:
    """Return the annotated names of an article, those of peoples as such."""
    spans = sorted({toponym.span for toponym in document.toponyms})
    return [Name(span, NameKind.PEOPLE if people_of(span.of(document.text)) else NameKind.PLACE) for span in spans]


def mentions_given(text: str, names: Sequence[Name]) -> list[Mention]:
    """Return a mention for each name given as a place, whatever the program would say."""
    return place_mentions(text, names, strict=False)


def km(entry: Entry, toponym: Toponym) -> float:
    """Return how far an entry is from where a name was annotated to be."""
    lat, lon = toponym.at or (0.0, 0.0)
    there = Entry(0, "", PlaceKind.PLACE, None, None, lat, lon, 0, -1, -1)
    return float(distances([entry], [there])[0, 0])


Found = Callable[[Document, Sequence[Name]], list[tuple[Span, Entry]]]


def _resolved(document: Document, names: Sequence[Name]) -> list[tuple[Span, Entry]]:
    return [
        (
            place.span,
            Entry(0, place.name, PlaceKind.PLACE, place.country, place.geonameid, place.lat, place.lon, 0, -1, -1),
        )
        for place in read_places(document.page, names)
    ]


def _populous(document: Document, names: Sequence[Name]) -> list[tuple[Span, Entry]]:
    found = []
    for name in names:
        items = candidates_of(plain(name.span.of(document.text))) if name.kind is NameKind.PLACE else ()
        if items:
            found.append((name.span, items[0].entry))
    return found


def end_to_end(named: Sequence[tuple[Document, Sequence[Name]]], finder: Found) -> dict[str, float]:
    """Return precision, recall and F of places found that overlap an annotated name and lie within 161 km of it."""
    right = found = wanted = 0
    for document, names in named:
        gold = [item for item in document.toponyms if item.at and not people_of(item.span.of(document.text))]
        ignored = [item.span for item in document.toponyms if item not in gold]
        places = [pair for pair in finder(document, names) if not any(pair[0].overlaps(span) for span in ignored)]
        taken: set[Span] = set()
        for span, entry in places:
            met = [item for item in gold if item.span.overlaps(span) and item.span not in taken]
            near = next((item for item in met if km(entry, item) <= LIMIT_KM), None)
            if near is not None:
                right += 1
                taken.add(near.span)
        found += len(places)
        wanted += len(gold)
    precision, recall = right / max(1, found), right / max(1, wanted)
    return {
        "found_precision": precision,
        "found_recall": recall,
        "found_f": 2 * precision * recall / max(1e-9, precision + recall),
    }


def own_names(text: str) -> Sequence[Name]:
    """Return the names that the program finds in a text."""
    return LearnedAttributor().find(text, lines(text)).names


def cost(named: Sequence[tuple[Document, Sequence[Name]]]) -> dict[str, float]:
    """Return the seconds to load the index, and the microseconds of CPU time a word to read places from names."""
    gazetteer.cache_clear()
    start = time.process_time()
    gazetteer()
    loaded = time.process_time()
    for document, names in named:
        read_places(document.page, names)
    words = sum(len(document.text.split()) for document, _ in named)
    return {"load_s": loaded - start, "microseconds_a_word": (time.process_time() - loaded) / words * 1e6}


def main() -> int:
    """Print the figures."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FILE
    if not file.is_file():
        print(f"skipped: there is no file {file}")
        return 0
    for name, value in figures(file).items():
        print(f"{name:28} {value:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

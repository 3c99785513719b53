"""Measures the page layer on saved news pages: how much of each article's body is found, beside trafilatura alone.

Corpora (read from ../shared/data, skipped where absent): `pages`, the scrapinghub article-extraction benchmark, and
`pages-fundus`, saved pages of English-language outlets. The truth holds paragraphs and subheadings, in fundus the
standfirst too; neither holds headline or captions. So ours is the text of the zones body, dateline and subheading, and
in fundus standfirst, in page order. trafilatura's text is what `trafilatura.extract` gives without comments.

`shingles` is the scrapinghub benchmark's own measure (its evaluate.py): 4-grams of words as a multiset, each page
normed to 1, precision and recall over all pages. `words` is the multiset of words, precision and recall averaged over
pages.

Run: python benchmarks/pages.py
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.model import Zone, ZoneKind
from reportedly.page.markup.html import html_to_blocks
from reportedly.page.zoning.zones import zone_blocks

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_PROSE = frozenset({ZoneKind.BODY, ZoneKind.DATELINE})
_HEADINGS = frozenset({ZoneKind.SUBHEADING, ZoneKind.STANDFIRST, ZoneKind.HEADLINE})
OURS = {
    "pages": _PROSE | {ZoneKind.SUBHEADING},
    "pages-fundus": _PROSE | {ZoneKind.SUBHEADING, ZoneKind.STANDFIRST},
}
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True)
class SavedPage:
    """One saved page with the body that people marked as the truth."""

    name: str
    html: str
    truth: str


@dataclass(frozen=True)
class Figures:
    """Precision, recall and F of one extractor on one corpus, by one measure."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        """Return the harmonic mean of the two, 0 if both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def saved_pages(corpus: str) -> Iterator[SavedPage]:
    """Yield the pages of "pages" or "pages-fundus"; none where the corpus is absent."""
    folder = DATA / corpus
    if corpus == "pages":
        truths = folder / "ground-truth.json"
        known = json.loads(truths.read_text(encoding="utf-8")) if truths.exists() else {}
        for name, truth in sorted(known.items()):
            yield SavedPage(name, _html(folder / f"{name}.html.gz"), truth["articleBody"])
        return
    for path in sorted(folder.glob("*/*.html.gz")):
        truth = _fundus_truth(path)
        if truth is not None:
            yield SavedPage(path.name.removesuffix(".html.gz"), _html(path), truth)


def _html(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def fundus_record(path: Path) -> dict[str, object] | None:
    """Return what fundus holds as true of a saved page: authors, body, title, date; None if the page has no record.

    A page is matched to the version of its outlet's parser whose text it holds.
    """
    outlet = path.name.split("_")[0]
    versions = json.loads((path.parent / f"{outlet}.json").read_text(encoding="utf-8"))
    words = " ".join(_TOKEN.findall(_html(path)))
    best, found = None, 0.0
    for record in versions.values():
        paragraphs = [text for section in record["body"]["sections"] for text in section["paragraphs"]]
        probes = [" ".join(_TOKEN.findall(text)[:6]) for text in paragraphs]
        share = sum(probe in words for probe in probes) / max(1, len(probes))
        if share > found:
            best, found = record, share
    return best if found > 0.5 else None


def _fundus_truth(path: Path) -> str | None:
    record = fundus_record(path)
    if record is None:
        return None
    body = record["body"]
    assert isinstance(body, dict)
    parts = list(body["summary"])
    for section in body["sections"]:
        parts += section["headline"] + section["paragraphs"]
    return "\n\n".join(parts)


def measure(corpus: str) -> dict[str, float]:
    """Return the figures of one corpus by name, such as "ours words f" and "body share"; empty if it is absent."""
    from trafilatura import extract  # noqa: PLC0415

    ours: list[tuple[str, str]] = []
    theirs: list[tuple[str, str]] = []
    in_body: list[float] = []
    in_all: list[float] = []
    for page in saved_pages(corpus):
        text, blocks = html_to_blocks(page.html)
        zones = zone_blocks(text, blocks)
        ours.append((page.truth, _of(text, zones, OURS[corpus])))
        theirs.append((page.truth, extract(page.html, include_comments=False) or ""))
        in_body.append(_recall(page.truth, _of(text, zones, _PROSE)))
        in_all.append(_recall(page.truth, _of(text, zones, _PROSE | _HEADINGS)))
    if not ours:
        return {}
    figures = {"pages": float(len(ours)), "body share": _mean(in_body), "body and headings share": _mean(in_all)}
    for who, pairs in (("ours", ours), ("trafilatura", theirs)):
        for name, value in (("shingles", shingles(pairs)), ("words", words(pairs))):
            figures[f"{who} {name} precision"] = value.precision
            figures[f"{who} {name} recall"] = value.recall
            figures[f"{who} {name} f"] = value.f
    return figures


def _of(text: str, zones: tuple[Zone, ...], kinds: frozenset[ZoneKind]) -> str:
    return "\n".join(zone.span.of(text) for zone in zones if zone.kind in kinds)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _recall(truth: str, found: str) -> float:
    wanted = Counter(_TOKEN.findall(truth.lower()))
    return sum((wanted & Counter(_TOKEN.findall(found.lower()))).values()) / max(1, sum(wanted.values()))


def words(pairs: list[tuple[str, str]]) -> Figures:
    """Return word precision and recall, averaged over pages, of (truth, found) texts."""
    return Figures(
        _mean([_recall(found, truth) if found else 0.0 for truth, found in pairs]),
        _mean([_recall(truth, found) for truth, found in pairs]),
    )


def shingles(pairs: list[tuple[str, str]]) -> Figures:
    """Return the scrapinghub benchmark's precision and recall of (truth, found) texts."""
    right = spurious = missed = 0.0
    for truth, found in pairs:
        wanted, given = _grams(truth), _grams(found)
        hit = sum((wanted & given).values())
        extra, lost = sum(given.values()) - hit, sum(wanted.values()) - hit
        total = max(1, hit + extra + lost)
        right += hit / total
        spurious += extra / total
        missed += lost / total
    return Figures(right / max(1e-9, right + spurious), right / max(1e-9, right + missed))


def _grams(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if len(tokens) < size:
        return Counter([tuple(tokens)]) if tokens else Counter()
    return Counter(tuple(tokens[start : start + size]) for start in range(len(tokens) - size + 1))


def main() -> None:
    """Print the figures of both corpora."""
    for corpus in ("pages", "pages-fundus"):
        figures = measure(corpus)
        if not figures:
            print(f"{corpus}: skipped, ../shared/data/{corpus} is absent")
            continue
        print(f"{corpus}: {figures['pages']:.0f} pages")
        print(f"  share of truth words in body {figures['body share']:.4f},", end=" ")
        print(f"in body, standfirst, headline or subheading {figures['body and headings share']:.4f}")
        for who in ("ours", "trafilatura"):
            for name in ("shingles", "words"):
                values = " ".join(
                    f"{part} {figures[f'{who} {name} {part}']:.4f}" for part in ("precision", "recall", "f")
                )
                print(f"  {who:11} {name:8} {values}")


if __name__ == "__main__":
    main()

"""Measures zones and stories of plain text: what is lost of gold attributions, and which second stories are found.

`covered` is the share of the characters in PolNeAR's gold spans (source, cue, content) that lie in a zone whose
statements are read: headline, standfirst, body, subheading, caption. `split` counts PolNeAR articles, which are one
story each, that are split. `second stories` puts two outlets' articles on one event (BASIL) on a page and asks for the
second headline, and no other. Corpora are read from ../shared/data and skipped where absent.

Run: python benchmarks/zones.py
"""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

from reportedly.model import Story, ZoneKind
from reportedly.page.zoning.plain import text_to_blocks
from reportedly.page.zoning.stories import split_stories
from reportedly.page.zoning.zones import zone_blocks

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
READ = frozenset([ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.BODY, ZoneKind.SUBHEADING, ZoneKind.CAPTION])
_GOLD = re.compile(r"^T\d+\t(?:Source|Cue|Content) ([\d ;]+)\t", re.MULTILINE)


def stories_of(text: str) -> tuple[Story, ...]:
    """Return the stories of a plain text."""
    return split_stories(text, zone_blocks(text, text_to_blocks(text)))


def measure_polnear(part: str) -> dict[str, float]:
    """Return share covered, articles split and words a second on "dev" or "train"; empty if the corpus is absent."""
    marked = covered = split = words = 0
    seconds = 0.0
    for path in sorted((DATA / "polnear" / part).glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        gold = bytearray(len(text))
        for spans in _GOLD.findall(path.with_suffix(".ann").read_bytes().decode("utf-8")):
            for span in spans.split(";"):
                start, end = map(int, span.split())
                gold[start:end] = b"\1" * (end - start)
        began = time.process_time()
        stories = stories_of(text)
        seconds += time.process_time() - began
        words += len(text.split())
        split += len(stories) > 1
        marked += sum(gold)
        zones = [zone for story in stories for zone in story.zones]
        covered += sum(sum(gold[zone.span.start : zone.span.end]) for zone in zones if zone.kind in READ)
    return {"covered": covered / marked, "split": split, "words per second": words / seconds} if marked else {}


def measure_second_stories() -> dict[str, float]:
    """Return pages, second headlines found and other splits on pairs of BASIL articles; empty if it is absent."""
    events: dict[str, list[tuple[str, list[str]]]] = {}
    for path in sorted((DATA / "basil" / "articles").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        paragraphs = [" ".join(sentences) for sentences in article["body-paragraphs"]]
        events.setdefault(path.stem.rsplit("_", 1)[0], []).append((article["title"].strip(), paragraphs))
    pages = found = other = 0
    for told in events.values():
        for (title, paragraphs), (second, rest) in zip(told, told[1:], strict=False):  # noqa: RUF007
            text = "\n\n".join([title, *paragraphs, second, *rest])
            headlines = [story.headline.of(text) for story in stories_of(text)[1:] if story.headline]
            pages += 1
            found += second in headlines
            other += sum(headline != second for headline in headlines)
    return {"pages": pages, "found": found, "other splits": other} if pages else {}


def main() -> None:
    """Print the figures of both corpora."""
    for name, figures in (
        ("PolNeAR dev", measure_polnear("dev")),
        ("PolNeAR train", measure_polnear("train")),
        ("BASIL second stories", measure_second_stories()),
    ):
        values = ", ".join(f"{key} {value:.5g}" for key, value in figures.items())
        print(f"{name}: {values or 'skipped, the corpus is absent'}")


if __name__ == "__main__":
    main()

"""News texts without attributions marked, for a model to be taught on: the public corpora beside the checkout.

BASIL (three outlets a story), every second text of ECB+ (CC BY 3.0; many tell the same), AQUAINT TimeML, and GUM's news
and interviews (Wikinews, CC BY 2.5). Other parts of GUM are left out for their licences.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reportedly.brat import Document

DATA = Path("../shared/data")
POLNEAR = DATA / "polnear/train"
_TAG = re.compile(r"<[^>]+>")
_BEFORE = re.compile(r"\s+(?=[.,;:!?%)\]’”]|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)")
_AFTER = re.compile(r"(?<=[(\[“$£€])\s+")
_FEWEST_LETTERS = 200


def further_texts() -> Iterator[Document]:
    """Yield every further text, a paragraph a line; names are unique."""
    for document in (*_basil(), *_ecb(), *_aquaint(), *_gum()):
        if len(document.text) >= _FEWEST_LETTERS:
            yield document


def _basil() -> Iterator[Document]:
    for path in sorted((DATA / "basil/articles").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        paragraphs = [article["title"], *(" ".join(sentences) for sentences in article["body-paragraphs"])]
        yield Document(f"basil-{path.stem}", "\n\n".join(paragraphs), ())


def _ecb() -> Iterator[Document]:
    for path in sorted((DATA / "ecbplus").glob("*/*.xml"))[::2]:
        tokens = ET.parse(path).getroot().findall("token")
        sentences = [
            _joined(" ".join(token.text or "" for token in group))
            for _, group in groupby(tokens, key=lambda token: token.get("sentence"))
        ]
        kept = [sentence for sentence in sentences if not sentence.startswith("http")]
        yield Document(f"ecb-{path.stem}", "\n".join(kept), ())


def _joined(words: str) -> str:
    """Return words parted by spaces as they would be printed; straight quotation marks open and close in turns."""
    parts = re.split(r"\s*\"\s*", words.replace("`` ", "“").replace(" ''", "”"))
    quoted = "".join(
        part + (mark if number < len(parts) - 1 else "")
        for number, part in enumerate(parts)
        for mark in ((' "',) if number % 2 == 0 else ('" ',))
    )
    return _AFTER.sub("", _BEFORE.sub("", quoted)).strip()


def _aquaint() -> Iterator[Document]:
    for path in sorted((DATA / "aquaint").glob("*.tml")):
        body = re.search(r"<TEXT>(.*?)</TEXT>", path.read_text(encoding="utf-8"), re.DOTALL)
        if body:
            paragraphs = re.split(r"\n\s*\n", _TAG.sub("", body[1]).replace("&amp;", "&").strip())
            yield Document(f"aquaint-{path.stem}", "\n\n".join(" ".join(part.split()) for part in paragraphs), ())


def _gum() -> Iterator[Document]:
    for path in sorted((DATA / "gum").glob("GUM_*.conllu")):
        if path.stem.split("_")[1] not in ("news", "interview"):
            continue
        paragraphs: list[list[str]] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# newpar") or not paragraphs:
                paragraphs.append([])
            if line.startswith("# text = "):
                paragraphs[-1].append(line.removeprefix("# text = "))
        yield Document(path.stem, "\n\n".join(" ".join(part) for part in paragraphs if part), ())

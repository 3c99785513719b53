from collections.abc import Callable

import pytest

from reportedly.brat import Attribution, Document
from reportedly.model import Span

TEXT = "“Ice is late,” said Senn. Lume hopes boats sail. Senn said nets tore, Lume denied it."
SENN = ("Senn", "said", "“Ice is late,”")
LUME = ("Lume", "hopes", "boats sail")
TORE = ("Senn", "said", "nets tore")

MakeAttribution = Callable[..., Attribution]


@pytest.fixture
def attribute() -> MakeAttribution:
    """Return a maker of attributions in TEXT from the words of source, cue and content; "" for none."""

    def spans(words: str) -> tuple[Span, ...]:
        return (Span(TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()

    return lambda *roles: Attribution(*map(spans, roles))


@pytest.fixture
def annotate(attribute) -> Callable[..., Document]:
    """Return a maker of documents with TEXT and attributions given in words."""

    def annotate(*said: tuple[str, str, str], name: str = "a") -> Document:
        return Document(name, TEXT, tuple(attribute(*roles) for roles in said))

    return annotate

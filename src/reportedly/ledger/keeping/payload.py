"""Packs a reading for the ledger and restores it: nothing of it is lost."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

from reportedly.errors import DamagedLedger
from reportedly.model import (
    Article,
    Check,
    CheckKind,
    Figure,
    Place,
    Precision,
    Reading,
    Reporter,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    Unheard,
    Voice,
    When,
    WhenBasis,
    Wording,
    WordingKind,
    Zone,
    ZoneKind,
)

Fields = Mapping[str, Any]


def pack(reading: Reading) -> bytes:
    """Return the reading as the contract writes it, as JSON packed with zlib, without the text of the article."""
    fields = reading.to_dict()
    del fields["article"]["text"]
    return zlib.compress(json.dumps(fields, separators=(",", ":")).encode(), 6)


def unpack(payload: bytes, text: str) -> Reading:
    """Return the reading that was packed; `text` is the text of its article. Raises DamagedLedger."""
    try:
        fields = json.loads(zlib.decompress(payload))
    except (zlib.error, ValueError) as error:
        raise DamagedLedger(f"a stored reading cannot be unpacked ({error}); reportedly verify names it") from error
    fields["article"]["text"] = text
    return restore(fields)


def restore(fields: Fields) -> Reading:
    """Return the reading that `Reading.to_dict` wrote. Raises DamagedLedger where the fields are not those of one."""
    try:
        return Reading(
            article=_article(fields["article"]),
            stories=tuple(map(_story, fields["stories"])),
            statements=tuple(map(_statement, fields["statements"])),
            sources=tuple(map(_source, fields["sources"])),
            whens=tuple(map(_when, fields["whens"])),
            places=tuple(map(_place, fields["places"])),
            figures=tuple(map(_figure, fields["figures"])),
            checks=tuple(map(_check, fields["checks"])),
            voice=tuple(
                Voice(one["story"], one["narrator"], one["unnamed"], one["sources"]) for one in fields["voice"]
            ),
            wording=tuple(map(_wording, fields["wording"])),
            unheard=tuple(Unheard(one["statement"], one["accused"], one["answered"]) for one in fields["unheard"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedLedger(f"not a reading of reportedly/1: {type(error).__name__}: {error}") from error


def _spans(pairs: Any) -> tuple[Span, ...]:  # noqa: ANN401 - as JSON has it
    return tuple(Span(*pair) for pair in pairs)


def _span(pair: Any) -> Span | None:  # noqa: ANN401 - as JSON has it
    return Span(*pair) if pair is not None else None


def _article(fields: Fields) -> Article:
    return Article(
        text=fields["text"],
        file=fields["file"],
        url=fields["url"],
        publisher=fields["publisher"],
        title=fields["title"],
        byline=tuple(fields["byline"]),
        language=fields["language"],
        published=_when(fields["published"]) if fields["published"] else None,
        basis=fields["basis"],
        warnings=tuple(fields["warnings"]),
    )


def _story(fields: Fields) -> Story:
    zones = tuple(Zone(ZoneKind(zone["kind"]), Span(zone["start"], zone["end"])) for zone in fields["zones"])
    return Story(id=fields["id"], headline=_span(fields["headline"]), zones=zones)


def _when(fields: Fields) -> When:
    return When(
        id=fields["id"],
        start=fields["start"],
        end=fields["end"],
        precision=Precision(fields["precision"]),
        basis=WhenBasis(fields["basis"]),
        span=_span(fields["span"]),
        evidence=_spans(fields["evidence"]),
    )


def _statement(fields: Fields) -> Statement:
    return Statement(
        id=fields["id"],
        story=fields["story"],
        kind=StatementKind(fields["kind"]),
        stance=Stance(fields["stance"]),
        reporter=Reporter(fields["reporter"]),
        source=_spans(fields["source"]),
        cue=_spans(fields["cue"]),
        content=_spans(fields["content"]),
        score=fields["score"],
        why=fields["why"],
        parent=fields["parent"],
        sources=tuple(fields["sources"]),
        against=tuple(fields["against"]),
        chain=tuple(fields["chain"]),
        denies=fields["denies"],
        said=fields["said"],
        whens=tuple(fields["whens"]),
        places=tuple(fields["places"]),
        figures=tuple(fields["figures"]),
    )


def _source(fields: Fields) -> Source:
    return Source(
        id=fields["id"],
        name=fields["name"],
        mentions=_spans(fields["mentions"]),
        kind=SourceKind(fields["kind"]),
        role=fields["role"],
        affiliation=fields["affiliation"],
        country=fields["country"],
        candidates=tuple(fields["candidates"]),
    )


def _place(fields: Fields) -> Place:
    return Place(**{**fields, "span": Span(*fields["span"])})


def _figure(fields: Fields) -> Figure:
    value = fields.get("value")
    return Figure(
        id=fields["id"],
        low=fields["low"] if value is None else value,
        high=fields["high"] if value is None else value,
        unit=fields["unit"],
        of=fields["of"],
        approximate=fields["approximate"],
        span=Span(*fields["span"]),
    )


def _check(fields: Fields) -> Check:
    return Check(CheckKind(fields["kind"]), fields["ok"], tuple(fields["figures"]), fields["says"])


def _wording(fields: Fields) -> Wording:
    return Wording(Span(fields["start"], fields["end"]), WordingKind(fields["kind"]), fields["term"], fields["about"])

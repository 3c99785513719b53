"""Versions of an article of the Republic of Marenta, read by hand, for the tests of differences."""

import re
from dataclasses import replace

from reportedly.model import (
    Article,
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
    When,
    WhenBasis,
    Zone,
    ZoneKind,
    statement_id,
)

STANCES = {"denied": Stance.DENIES, "claimed": Stance.CLAIMS, "warned": Stance.WARNS, "confirmed": Stance.CONFIRMS}
REPORTERS = {"claimed": Reporter.DISTANCES, "confirmed": Reporter.COMMITS, "pointed out": Reporter.COMMITS}
MARKS = {"<": "source", ">": "source", "{": "cue", "}": "cue", "[": "content", "]": "content"}


def version(*sentences, means=(), said=()):
    """Return the reading of paragraphs with <source>, {cue} and [content] of one statement each marked in them.

    `means` are pairs of a pronoun and the name that it stands for, `said` pairs of words for a day and the day.
    """
    marked = [_unmarked(sentence) for sentence in sentences]
    text = "\n\n".join(plain for plain, _ in marked)
    article = Article(text)
    sources, statements, at = {}, [], 0
    whens = [_when(text, words, day) for words, day in said if words in text]
    for plain, spans in marked:
        roles = {role: tuple(Span(at + start, at + end) for start, end in spans[role]) for role in spans}
        if roles["cue"]:
            statements.append(_statement(article, roles, sources, dict(means)))
            inside = [when.id for when in whens if at <= when.span.start < at + len(plain)]
            if inside:
                statements[-1] = replace(statements[-1], said=inside[0])
        at += len(plain) + 2
    story = Story("s0", None, (Zone(ZoneKind.BODY, Span(0, len(text))),))
    return Reading(article, (story,), tuple(statements), tuple(sources.values()), whens=tuple(whens))


def _unmarked(sentence):
    """Return a sentence without marks, and the [start, end) of what was marked, by role."""
    plain, spans, opened = "", {"source": [], "cue": [], "content": []}, {}
    for part in re.split(r"([<>{}\[\]])", sentence):
        role = MARKS.get(part)
        if role is None:
            plain += part
        elif part in "<{[":
            opened[role] = len(plain)
        else:
            spans[role].append((opened.pop(role), len(plain)))
    return plain, spans


def _statement(article, roles, sources, means):
    cue = " ".join(span.of(article.text) for span in roles["cue"])
    words = " ".join(span.of(article.text) for span in roles["source"])
    name = means.get(words, words)
    if name:
        kind = SourceKind.PERSON if name[0].isupper() else SourceKind.UNNAMED
        sources.setdefault(name, Source(f"e{len(sources)}", name, roles["source"], kind))
    spans = [roles["source"], roles["cue"], roles["content"]]
    return Statement(
        statement_id(article, spans),
        "s0",
        StatementKind.INDIRECT,
        STANCES.get(cue, Stance.SAYS),
        *spans,
        1.0,
        "by hand",
        sources=(sources[name].id,) if name else (),
        reporter=REPORTERS.get(cue, Reporter.NEUTRAL),
    )


def _when(text, words, day):
    start = text.index(words)
    return When(f"w{start}", day, day, Precision.DAY, WhenBasis.TEXT, Span(start, start + len(words)))

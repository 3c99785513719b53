"""Decides which runs of text of an HTML page are its body: trafilatura's choice, mended from the page itself."""

from __future__ import annotations

import logging
import re
from collections import Counter

from reportedly.page.markup.dom import Place, Run, cleaned, spread_marks
from reportedly.page.markup.marks import Mark
from reportedly.page.zoning.rules import rule_for
from reportedly.page.zoning.wording import ends_sentence, word_count

_LETTERS = re.compile(r"[\W_]+")
_SET_ASIDE = Mark.APART | Mark.ASIDE
_NO_BODY = Mark.APART | Mark.CAPTION | Mark.CREDIT | Mark.FIGURE
_LONG_KEY = 30  # letters; shorter runs are matched whole, since they turn up inside other text by chance


def body_runs(html: str, runs: tuple[Run, ...]) -> frozenset[int]:
    """Return the numbers of the runs that are body: paragraphs, quotations, list items, tables and subheadings.

    trafilatura decides where the body is. Then the page has its say: what stands between two chosen runs and under
    the same element as they do is body too (dropped quotations, cut paragraphs), and what is chosen twice or stands in
    furniture such as a newsletter form is not.
    """
    chosen = _matched(_extracted(html), runs)
    if not chosen:
        chosen = _dense(runs)
    if not chosen:
        return frozenset()
    weights = _weights(runs, chosen)
    home = _home(weights)
    _unmark(runs, chosen, weights)
    chosen = _without_furniture(runs, _without_repeats(runs, chosen, home))
    return frozenset(chosen | _mended(runs, chosen, home)) if chosen else frozenset()


def _extracted(html: str) -> list[str]:
    """Return the texts that trafilatura takes for the body, one for each of its elements."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (0.2 s to import: only when a page needs it)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)  # its complaints are no news to a reader
    document = bare_extraction(cleaned(html), include_comments=False, with_metadata=False)
    body = getattr(document, "body", None)
    if body is None:
        return []
    texts: list[str] = []
    for element in body.iter("p", "head", "item", "quote", "row", "cell", "code", "ab"):
        text = "".join(element.itertext())
        texts += [text, *text.split("\n")]
    return texts


def _key(words: str) -> str:
    return _LETTERS.sub("", words).lower()


def _matched(texts: list[str], runs: tuple[Run, ...]) -> set[int]:
    keys = {_key(text) for text in texts}
    whole = "\0".join(key for key in keys if len(key) >= _LONG_KEY)
    chosen = set()
    for number, run in enumerate(runs):
        key = _key(run.words)
        if key and (key in keys or (len(key) >= _LONG_KEY and key in whole)):
            chosen.add(number)
    # a run of few letters ("Share", "AP") is body only beside something longer that was chosen
    return chosen if any(len(_key(runs[number].words)) >= _LONG_KEY for number in chosen) else set()


def _dense(runs: tuple[Run, ...]) -> set[int]:
    """Return the sentences that are not in links or furniture: what is left to go by if trafilatura finds nothing."""
    return {
        number
        for number, run in enumerate(runs)
        if not run.place.around & Mark.APART
        and run.linked < 0.5
        and word_count(run.words) >= 8
        and ends_sentence(run.words)
        and rule_for(" ".join(run.words.split())) is None
    }


def _weights(runs: tuple[Run, ...], chosen: set[int]) -> Counter[Place]:
    """Return how many of the letters chosen each element of the page holds."""
    weights: Counter[Place] = Counter()
    for number in chosen:
        for place in runs[number].place.up():
            weights[place] += len(runs[number].words)
    return weights


def _home(weights: Counter[Place]) -> Place:
    """Return the innermost element that holds at least 90% of the letters chosen."""
    total = max(weights.values())
    return max((place for place, weight in weights.items() if weight >= 0.9 * total), key=lambda place: place.depth)


def _unmark(runs: tuple[Run, ...], chosen: set[int], weights: Counter[Place]) -> None:
    """Take marks of furniture away where the names mislead: from elements, or a whole page, full of body."""
    places = sorted({place for run in runs for place in run.place.up()}, key=lambda place: place.number)
    total = max(weights.values())
    for place, weight in weights.items():
        if weight >= 0.3 * total:  # real furniture that trafilatura lets through is under a tenth of the text
            place.marks &= ~(_SET_ASIDE | Mark.FIGURE)
    spread_marks(places)
    for mark in _SET_ASIDE:
        marked = sum(len(runs[number].words) for number in chosen if runs[number].place.around & mark)
        if marked >= 0.2 * total:
            for place in places:
                place.marks &= ~mark
    spread_marks(places)


def _without_repeats(runs: tuple[Run, ...], chosen: set[int], home: Place) -> set[int]:
    """Return the runs chosen, of each text the one at home if it stands on the page more than once."""
    copies: dict[str, list[int]] = {}
    for number in sorted(chosen):
        copies.setdefault(_key(runs[number].words), []).append(number)
    kept = set()
    for key, numbers in copies.items():
        at_home = [number for number in numbers if _is_in(runs[number].place, home)]
        candidates = at_home or numbers
        once = len(key) >= _LONG_KEY and ends_sentence(runs[numbers[0]].words)
        kept |= {candidates[0]} if once else set(candidates)
    return kept


def _is_in(place: Place, home: Place) -> bool:
    return any(around is home for around in place.up())


def _without_furniture(runs: tuple[Run, ...], chosen: set[int]) -> set[int]:
    return {number for number in chosen if not runs[number].place.around & (Mark.APART | Mark.CAPTION | Mark.CREDIT)}


def _mended(runs: tuple[Run, ...], chosen: set[int], home: Place) -> set[int]:
    """Return runs that trafilatura left out although they stand in the body."""
    prose = [runs[number] for number in chosen if word_count(runs[number].words) >= 8]
    holders = {_holder(run.place) for run in prose}
    # some sites cut a body into several elements of one class, with adverts between them
    kin = {(holder.article, holder.tag, holder.name) for holder in holders if holder.name}
    # text that stands bare in one element, parted by <br>: all of it is body
    bare_places = {run.place for run in prose if run.place.tag == "div"}
    first, last = min(chosen), max(chosen)
    seen = {_key(runs[number].words) for number in chosen}
    added = set()
    for number, run in enumerate(runs):
        if number in chosen or run.place.around & _NO_BODY or _key(run.words) in seen:
            continue
        holder = _holder(run.place)
        beside = holder in holders
        alike = (holder.article, holder.tag, holder.name) in kin and word_count(run.words) >= 8
        inside = first < number < last and _is_in(run.place, home)
        bare = inside and run.place in bare_places and run.linked < 0.5
        if bare or ((beside or alike) and _is_prose(run)) or (inside and _is_quotation_or_heading(run)):
            added.add(number)
            seen.add(_key(run.words))
    return added


def _holder(place: Place) -> Place:
    """Return the element around a paragraph's own element: what its neighbours in the body stand in too."""
    inner = place
    for around in place.up():
        inner = around
        if around.tag in ("p", "li", "blockquote", "h2", "h3", "h4"):
            break
        if around.tag in ("div", "section", "article", "td", "main", "body"):
            return around
    return inner.parent or inner


def _is_prose(run: Run) -> bool:
    words = " ".join(run.words.split())
    return run.linked < 0.6 and word_count(words) >= 4 and ends_sentence(words) and rule_for(words) is None


def _is_quotation_or_heading(run: Run) -> bool:
    words = " ".join(run.words.split())
    if rule_for(words) is not None or run.linked >= 0.6 or run.place.around & Mark.ASIDE:
        return False
    quoted = bool(run.place.around & Mark.QUOTE)
    return quoted or run.level > 1 or (run.place.tag in ("p", "li") and ends_sentence(words) and word_count(words) >= 5)

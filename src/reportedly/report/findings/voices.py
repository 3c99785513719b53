"""In whose voice a story is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model import Reading, Voice

# what a person reads of the two voices that belong to no source
NARRATOR, UNNAMED = "the reporter's own words", "unnamed voices"


class PartKind(StrEnum):
    """Whose a part of a story's words is."""

    NARRATOR = "narrator"
    UNNAMED = "unnamed"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Part:
    """One voice's share, between 0 and 1, of a story's words; `source` is the id of a named one."""

    kind: PartKind
    name: str
    share: float
    source: str | None = None


@dataclass(frozen=True, slots=True)
class StoryVoice:
    """The voices of one story: the reporter's first, then those of sources, the largest first, then unnamed ones."""

    headline: str | None
    parts: tuple[Part, ...]


def voices(reading: Reading) -> tuple[StoryVoice, ...]:
    """Return the voices of every story that has any words, in the order of stories."""
    names = {source.id: source.name for source in reading.sources}
    text = reading.article.text
    headlines = {story.id: " ".join(story.headline.of(text).split()) for story in reading.stories if story.headline}
    found = ((voice, _parts(voice, names)) for voice in reading.voice)
    return tuple(StoryVoice(headlines.get(voice.story), parts) for voice, parts in found if parts)


def _parts(voice: Voice, names: dict[str, str]) -> tuple[Part, ...]:
    sources = sorted(voice.sources.items(), key=lambda item: -item[1])
    parts = [
        Part(PartKind.NARRATOR, NARRATOR, voice.narrator),
        *(Part(PartKind.SOURCE, names.get(source, source), share, source) for source, share in sources),
        Part(PartKind.UNNAMED, UNNAMED, voice.unnamed),
    ]
    return tuple(part for part in parts if part.share > 0)

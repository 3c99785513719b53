from __future__ import annotations

import pytest

from reportedly.model import Source, SourceKind, Span, Stance, Statement, StatementKind, Unheard
from reportedly.reading.unheard import find_unheard

GOVERNMENT, PERSON, ORGANIZATION = SourceKind.GOVERNMENT, SourceKind.PERSON, SourceKind.ORGANIZATION
SOURCES = (
    Source("union", "Dockers' Union", (), ORGANIZATION),
    Source("owners", "Harbour Company", (), ORGANIZATION),
    Source("lusk", "Lusk", (), GOVERNMENT, country="LS"),
)
ACCUSES = ("charge", "union", "accused", "the Harbour Company of stealing wages")


class Story:
    """A text made of statements, each (id, source id, cue, content), and what they are."""

    def __init__(self) -> None:
        self.text = ""
        self.statements: list[Statement] = []

    def say(
        self,
        said: tuple[str, str, str, str],
        stance: Stance = Stance.SAYS,
        *,
        against: tuple[str, ...] = (),
        denies: str | None = None,
        parent: str | None = None,
        story: str = "s1",
    ) -> Story:
        name, source, cue, content = said
        spans = []
        for part in (source, cue, content):
            spans.append((Span(len(self.text), len(self.text) + len(part)),) if part else ())
            self.text += f"{part} "
        self.statements.append(
            Statement(
                name, story, StatementKind.INDIRECT, stance, source=spans[0], cue=spans[1], content=spans[2],
                score=1.0, why="test", sources=(source,) if source else (), against=against, denies=denies,
                parent=parent,
            )
        )  # fmt: skip
        return self

    def unheard(self, *sources: Source) -> list[tuple[str, str, str | None]]:
        found = find_unheard(self.text, self.statements, (*SOURCES, *sources))
        return [(item.statement, item.accused, item.answered) for item in found]


def charged(*against: str, said: tuple[str, str, str, str] = ACCUSES) -> Story:
    return Story().say(said, Stance.ACCUSES, against=against or ("owners",))


def test_who_says_nothing_is_not_heard() -> None:
    assert charged().unheard() == [("charge", "owners", None)]
    assert charged("owners", "lusk").unheard() == [("charge", "owners", None), ("charge", "lusk", None)]


def test_a_denial_answers() -> None:
    story = charged().say(("late", "owners", "said", "wages rise")).say(("no", "owners", "denied", "it"), Stance.DENIES)
    assert story.unheard() == [("charge", "owners", "no")]


def test_the_denial_that_means_the_charge_comes_first() -> None:
    story = charged().say(("other", "owners", "denied", "stealing wages"), Stance.DENIES)
    story.say(("no", "owners", "denied", "the charge"), Stance.DENIES, denies="charge")
    assert story.unheard() == [("charge", "owners", "no")]


def test_a_denial_of_somebody_elses_charge_is_no_answer() -> None:
    story = charged().say(
        ("fire", "lusk", "accused", "the Harbour Company of arson"), Stance.ACCUSES, against=("owners",)
    )
    story.say(("no", "owners", "denied", "the charge"), Stance.DENIES, denies="fire")
    assert story.unheard() == [("charge", "owners", None), ("fire", "owners", "no")]


def test_a_denial_of_the_same_charge_by_another_is_an_answer() -> None:
    story = charged().say(
        ("again", "lusk", "accused", "the Harbour Company of stealing"), Stance.ACCUSES, against=("owners",)
    )
    story.say(("no", "owners", "denied", "the charge"), Stance.DENIES, denies="again")
    assert story.unheard() == [("charge", "owners", "no"), ("again", "owners", "no")]


def test_what_is_said_on_the_matter_answers_wherever_it_stands() -> None:
    story = Story().say(("pay", "owners", "said", "that wages were paid in full"))
    story.say(ACCUSES, Stance.ACCUSES, against=("owners",))
    assert story.unheard() == [("charge", "owners", "pay")]


def test_what_is_said_near_behind_answers_and_what_is_far_off_does_not() -> None:
    assert charged().say(("reply", "owners", "said", "they would sue")).unheard() == [("charge", "owners", "reply")]
    story = charged()
    for number in range(3):
        story.say((f"other {number}", "lusk", "said", "that it rained"))
    assert story.say(("late", "owners", "said", "they would sue")).unheard() == [("charge", "owners", None)]


@pytest.mark.parametrize(
    ("cue", "content"),
    [("declined", "to comment"), ("declined to comment", "on the charge"), ("had", "no comment"),
     ("did not respond", "to questions"), ("could not be reached", "for comment")],
)  # fmt: skip
def test_no_comment_is_no_answer(cue: str, content: str) -> None:
    assert charged().say(("none", "owners", cue, content)).unheard() == [("charge", "owners", None)]


def test_what_the_accuser_quotes_is_no_answer() -> None:
    story = charged().say(("told", "owners", "said", "that wages were low"), parent="charge")
    assert story.unheard() == [("charge", "owners", None)]
    story = charged().say(("letter", "union", "said", "the owners said they would pay"))
    assert story.say(("told", "owners", "said", "they would pay"), parent="letter").unheard() == [
        ("charge", "owners", None)
    ]


def test_an_answer_in_another_story_does_not_count() -> None:
    story = charged().say(("no", "owners", "denied", "it"), Stance.DENIES, story="s2")
    assert story.unheard() == [("charge", "owners", None)]


@pytest.mark.parametrize(
    "speaker",
    [
        Source("x", "Ana Lume", (), PERSON, affiliation="Harbour Company"),
        Source("x", "Ana Lume", (), PERSON, affiliation="the Harbour Company"),
        Source("x", "Ana Lume", (), PERSON, role="lawyer for the Harbour Company"),
        Source("x", "Harbour Company's spokeswoman", (), PERSON),
    ],
)
def test_who_belongs_to_the_accused_answers_for_it(speaker: Source) -> None:
    story = charged().say(("no", "x", "denied", "it"), Stance.DENIES)
    assert story.unheard(speaker) == [("charge", "owners", "no")]


@pytest.mark.parametrize(
    ("speaker", "answers"),
    [
        (Source("x", "Luskan foreign ministry", (), GOVERNMENT, country="LS"), True),
        (Source("x", "Ulf Braun", (), PERSON, role="foreign minister", country="LS"), True),
        (Source("x", "Ulf Braun", (), PERSON, role="former minister", country="LS"), False),
        (Source("x", "Ulf Braun", (), PERSON, role="baker", country="LS"), False),
        (Source("x", "Marentan ministry", (), GOVERNMENT, country="MR"), False),
        (Source("x", "Ministry", (), GOVERNMENT), False),
        (Source("x", "Luskan officials", (), SourceKind.UNNAMED, country="LS"), False),
    ],
)
def test_who_answers_for_a_government(speaker: Source, *, answers: bool) -> None:
    story = charged("lusk").say(("no", "x", "denied", "it"), Stance.DENIES)
    assert story.unheard(speaker) == [("charge", "lusk", "no" if answers else None)]


def test_to_name_the_accused_is_not_the_matter() -> None:
    text = "the deep pilots of theft"
    pilots = Source("pilots", "deep pilots", (), SourceKind.GROUP)
    story = charged("pilots", said=("charge", "union", "accused", text))
    story.say(("fire", "lusk", "accused", "the deep pilots of arson"), Stance.ACCUSES, against=("pilots",))
    story.say(("no", "pilots", "denied", "the charge"), Stance.DENIES, denies="fire")
    assert story.unheard(pilots) == [("charge", "pilots", None), ("fire", "pilots", "no")]


def test_warnings_accuse_nobody() -> None:
    assert Story().say(ACCUSES, Stance.WARNS, against=("owners",)).unheard() == []
    assert Story().say(ACCUSES, Stance.ALLEGES, against=("owners",)).unheard() == [("charge", "owners", None)]
    assert Story().say(ACCUSES, Stance.ACCUSES).unheard() == []


def test_an_unknown_accused_is_kept() -> None:
    assert find_unheard("x", charged("ghost").statements, ()) == (Unheard("charge", "ghost", None),)

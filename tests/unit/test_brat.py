import pytest

from reportedly.brat import Attribution, attribution_of, read_document, read_folder, standoff, write_reading
from reportedly.errors import BadAnnotation
from reportedly.model import Article, Reading, Span, Stance, Statement, StatementKind

TEXT = "Lume denied it and said boats sank.\r\n“The ice is late,\n\n“and thin,” said Senn.\n"


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def statement(source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> Statement:
    return Statement("0", "s1", StatementKind.INDIRECT, Stance.SAYS, source, cue, content, 0.875, "model test")


def reading(*statements: Statement) -> Reading:
    return Reading(Article(TEXT), (), statements)


DENIED = statement(spans("Lume"), spans("denied"), spans("it"))
SAID = statement(spans("Lume"), spans("said"), spans("boats sank"))


@pytest.fixture
def read(tmp_path):
    """Return what reads an .ann file of these lines."""

    def read(*lines: str):
        (tmp_path / "a.txt").write_bytes(TEXT.encode())
        (tmp_path / "a.ann").write_text("\n".join(lines), encoding="utf-8")
        return read_document(tmp_path / "a.ann")

    return read


def test_an_attribution_is_read_with_fragments_and_second_spans(read):
    document = read(
        "T1\tSource 0 4\tLume",
        "T2\tCue 5 11\tdenied",
        "T3\tContent 24 29;12 14\tit boats",
        "T4\tContent 30 34\tsank",
        "#1\tAnnotatorNotes T3\twhy two?",
        "E1\tAttribution:T2 Content2:T4 Content:T3 Cue:T2 Source:T1",
    )
    assert (document.name, document.text) == ("a", TEXT)
    assert document.attributions == (
        Attribution((Span(0, 4),), (Span(5, 11),), (Span(12, 14), Span(24, 29), Span(30, 34))),
    )


def test_what_is_no_attribution_is_passed_over(read):
    lines = ["T1\tTheft 5 11\tdenied", "words after a line break", "", "R1\tOf Arg1:T1 Arg2:T1", "A1\tSure T1"]
    assert read(*lines, "E1\tTheft:T1 Thief:E2", "E2\tAttribution:T1 ").attributions == (Attribution((), (), ()),)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("T2 Source 0 4 Lume", "a.ann:2: no tab after T2"),
        ("T2\tSource 0\tLume", 'a.ann:2: "Source 0" is no type with offsets'),
        ("T2\tSource 0 4;\tLume", "is no type with offsets"),
        ("T2\tSource 4 4\t", "no characters 4 to 4"),
        ("T2\tSource 0 999\tLume", "no characters 0 to 999"),
        ("T1\tSource 0 4\tLume", "T1 stands there a second time"),
        ("E1\tAttribution T1", "is no event"),
        ("E1\t", "is no event"),
        ("E1\tAttribution:T1 Source:T7", "a.ann:2: it refers to T7, which no line defines"),
    ],
)
def test_a_line_that_does_not_fit_is_told(read, line, told):
    with pytest.raises(BadAnnotation, match=r"a\.ann:2: ") as error:
        read("T1\tCue 5 11\tdenied", line)
    assert told in str(error.value)


def test_another_encoding_is_told(tmp_path):
    (tmp_path / "a.ann").write_text("")
    (tmp_path / "a.txt").write_bytes("“Ice”".encode("cp1252"))
    with pytest.raises(BadAnnotation, match="not UTF-8"):
        read_folder(tmp_path)


def test_what_is_written_is_read_again(tmp_path):
    statements = (DENIED, SAID, statement((), (), spans("The ice")), statement(spans("Senn"), spans("said Senn"), ()))
    write_reading(reading(*statements), tmp_path, "tide")
    [document] = read_folder(tmp_path)
    assert (document.name, document.text) == ("tide", TEXT)
    assert document.attributions == tuple(attribution_of(statement) for statement in statements)


def test_a_shared_span_is_written_once_and_every_statement_has_its_note():
    lines = standoff(reading(DENIED, SAID)).splitlines()
    assert [line for line in lines if "Source 0 4" in line] == ["T2\tSource 0 4\tLume"]
    assert [line for line in lines if line.startswith("E")] == [
        "E1\tAttribution:T1 Source:T2 Cue:T3 Content:T4",
        "E2\tAttribution:T5 Source:T2 Cue:T6 Content:T7",
    ]
    assert "#2\tAnnotatorNotes E2\tmodel test, score 0.88" in lines


def test_a_span_over_lines_becomes_fragments(tmp_path):
    quoted = Span(TEXT.index("“The"), TEXT.index(" said Senn"))
    write_reading(reading(statement((), (), (quoted,))), tmp_path, "a")
    [document] = read_folder(tmp_path)
    [attribution] = document.attributions
    assert [span.of(TEXT) for span in attribution.content] == ["“The ice is late,", "“and thin,”"]


def test_nothing_said_is_an_empty_file():
    assert standoff(reading()) == ""


def test_what_is_there_already_is_never_overwritten(tmp_path):
    (tmp_path / "a.ann").write_text("somebody's work")
    with pytest.raises(FileExistsError):
        write_reading(reading(DENIED), tmp_path, "a")
    assert (tmp_path / "a.ann").read_text() == "somebody's work"
    assert not (tmp_path / "a.txt").exists()


def test_half_a_surrogate_pair_keeps_the_offsets(tmp_path):
    text = "“Ice \ud800” said Senn."
    senn = Span(text.index("Senn"), text.index("Senn") + 4)
    write_reading(Reading(Article(text), (), (statement((senn,), (), ()),)), tmp_path, "a")
    [document] = read_folder(tmp_path)
    assert document.attributions[0].source[0].of(document.text) == "Senn"

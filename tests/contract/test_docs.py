"""The documents say what the code does, and all of it."""

import doctest
import inspect
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import reportedly
from reportedly.brat import standoff
from reportedly.cli.main import app
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
from tests.contract.documents import ROOT, commands, document, examples, with_output
from tests.ledgers import STRAIT, add_text

EXPORTED = ("statements.xlsx", "all.jsonl.gz")
DOCUMENTS = [
    "README.md",
    "docs/cli.md",
    "docs/evaluation.md",
    "docs/export.md",
    "docs/ledger.md",
    "docs/library.md",
    "docs/output.md",
]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


def options_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text))


def help_of(*arguments: str) -> str:
    return CliRunner().invoke(app, [*arguments, "--help"]).stdout


COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands]
COMMANDS += [group.name or group.typer_instance.info.name for group in app.registered_groups]


def test_every_option_of_the_command_line_is_documented_and_no_other():
    chapters = dict(re.findall(r"^## reportedly (\w+)\n(.*?)(?=^## |\Z)", document("docs/cli.md"), re.M | re.S))
    assert list(chapters) == COMMANDS
    for command, chapter in chapters.items():
        rows = "\n".join(line for line in chapter.splitlines() if line.startswith("| `-"))
        assert options_in(rows) == options_in(help_of(command).partition("Options:")[2]), command
    documented = options_in("\n".join(chapters.values()))
    assert options_in(help_of()) <= documented | {"--version"}
    assert "--version" in document("docs/cli.md")


def test_no_document_names_an_option_that_is_not_there():
    known = options_in(help_of()).union(*(options_in(help_of(command)) for command in COMMANDS))
    for name in DOCUMENTS:
        assert options_in(" ".join(re.findall(r"`(--?[a-z][^`]*)`", document(name)))) <= known


def whole_reading() -> Reading:
    span = Span(0, 3)
    when = When("w1", "2026-05-14", "2026-05-15", Precision.DAY, WhenBasis.TEXT, span)
    article = Article("One.", published=when, basis={"published": "text"})
    statement = Statement("1", "s1", StatementKind.DIRECT, Stance.SAYS, (span,), (span,), (span,), 1.0, "rule")
    story = Story("s1", span, (Zone(ZoneKind.BODY, Span(0, 4)),))
    return Reading(
        article,
        (story,),
        (statement,),
        sources=(Source("source-1", "One", (span,)),),
        whens=(when,),
        places=(Place("place-1", "One", 1.0, 2.0, "PT", 3, span),),
        figures=(
            Figure("f1", 1, 1, "one", None, approximate=False, span=span),
            Figure("f2", 1, 2, "one", None, approximate=True, span=span),
        ),
        checks=(Check(CheckKind.SUM, ok=True, figures=("f1", "f2"), says="One."),),
        voice=(Voice("s1", 1.0, 0.0, {"source-1": 0.0}),),
        wording=(Wording(span, WordingKind.LABEL, "one"),),
        unheard=(Unheard("1", "source-1"),),
    )


# lists of When, which has a chapter of its own, and maps from ids: values, as far as the tables go
VALUES = {"article.basis", "whens", "voice[].sources"}


def paths(value: object, path: str = "") -> Iterator[str]:
    """Yield the path of every field, as the document writes it; spans and VALUES are values."""
    if path in VALUES:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (inside := f"{path}.{key}" if path else key)
            yield from paths(inner, inside)
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, f"{path}[]")


def test_every_field_of_the_json_is_documented_and_no_other():
    documented = re.findall(
        r"^\| `([\w.\[\]]+)` \| (?:string|number|boolean|array|object|span|\[When\])", document("docs/output.md"), re.M
    )
    assert len(documented) == len(set(documented))
    assert set(documented) == set(paths(json.loads(whole_reading().to_json())))


@pytest.mark.parametrize("words", [ZoneKind, Stance])
def test_every_word_has_its_row_and_no_other(words):
    column = {ZoneKind: "zone kind", Stance: "stance"}[words]
    table = re.search(rf"^\| {column} \|.*?\n\n", document("docs/output.md") + "\n", re.M | re.S)
    assert re.findall(r"^\| `(\w+)`", table[0], re.M) == [word.value for word in words]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("statements[].kind", StatementKind),
        ("statements[].reporter", Reporter),
        ("sources[].kind", SourceKind),
        ("checks[].kind", CheckKind),
        ("wording[].kind", WordingKind),
        ("article.published.precision", Precision),
        ("article.published.basis", WhenBasis),
    ],
)
def test_every_value_of_a_field_is_in_its_row_and_no_other(field, words):
    row = next(line for line in document("docs/output.md").splitlines() if line.startswith(f"| `{field}` |"))
    assert set(re.findall(r"`([a-z-]+)`", row.partition("|")[2].partition("|")[2])) == {word.value for word in words}


@pytest.mark.parametrize("name", ["README.md", "docs/ledger.md", "docs/library.md"])
def test_the_python_examples_run(name, tmp_path):
    session = doctest.DocTestParser().get_doctest(in_folder(examples(name), tmp_path), {}, name, name, 0)
    assert session.examples
    output: list[str] = []
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, out=output.append).failed == 0, "".join(
        output
    )


def test_every_public_function_is_in_the_document_of_the_library():
    text = document("docs/library.md")
    functions = [name for name in reportedly.__all__ if inspect.isfunction(getattr(reportedly, name))]
    assert functions
    assert [name for name in functions if f"`{name}" not in text and f"{name}(" not in text] == []


def test_the_readme_opens_with_how_to_run_and_how_to_test():
    lines = document("README.md").splitlines()
    assert [line.split("#")[0].strip() for line in lines[2:4]] == ["make run", "make test"]


def test_the_output_shown_in_the_readme_is_what_is_printed():
    text = document("README.md")
    assert with_output(text) == text, "run: python -m tests.contract.refresh_readme"


def test_the_annotations_shown_are_what_is_written():
    def spans(text: str) -> set[str]:
        return {line.partition("\t")[2] for line in text.splitlines() if re.match(r"T\d+\t", line)}

    shown = re.search(r"```text\n(.*?)```", document("docs/evaluation.md"), re.S)[1]
    assert spans(shown)
    assert spans(shown) <= spans(standoff(reportedly.read_file("examples/tide.txt")))


def test_the_json_shown_in_the_readme_is_part_of_what_is_printed():
    shown = json.loads(re.search(r"```json\n(.*?)```", document("README.md"), re.S)[1])
    assert is_part(shown, reportedly.read_file("examples/tide.txt").to_dict())


def is_part(shown: object, whole: object) -> bool:
    """Tell whether all that is shown is in the whole; "…" stands for anything, and a score may change."""
    if isinstance(shown, dict):
        return all(is_part(shown[key], whole[key]) or key == "score" for key in shown)
    if isinstance(shown, list) and shown and isinstance(shown[0], dict):
        return all(any(is_part(one, other) for other in whole) for one in shown)
    return shown in ("…", whole)


def in_folder(text: str, folder: Path) -> str:
    """Return commands or a program with what they write put into a folder, so that the project stays as it is."""
    names = ("report.html", "annotations", "work/test.ledger", "other.ledger", *EXPORTED)
    for name in names:
        text = text.replace(name, str(folder / Path(name).name))
    return text


@pytest.fixture
def own_ledger(monkeypatch, tmp_path):
    """Let commands have a ledger of their own with an article in it, and the files that documents export to."""
    monkeypatch.setenv("REPORTEDLY_LEDGER", str(tmp_path / "own.ledger"))
    with reportedly.open_ledger() as ledger:
        add_text(ledger, STRAIT, url="https://courier.example/strait")
    for name in EXPORTED:
        assert CliRunner().invoke(app, ["export", str(tmp_path / name)]).exit_code == 0


@pytest.mark.usefixtures("own_ledger")
def test_the_commands_shown_are_right_usage(monkeypatch, tmp_path):
    """Nothing is read but an empty annotation: the files and pages that the documents name need not be there."""
    (tmp_path / "a.txt").write_text("The boats will sail, the minister said on Monday in Port Sella.")
    (tmp_path / "a.ann").touch()
    monkeypatch.setattr("reportedly.cli.deliver.read_inputs", lambda names, options: iter(()))
    monkeypatch.setattr("reportedly.ledger.inputs.expand.items", lambda names, options: iter(()))
    monkeypatch.setattr("reportedly.cli.watch._look", lambda *given: 1 / 0)
    shown = [command for name in DOCUMENTS for command in commands(name) if "…" not in command]
    assert len(shown) > 5
    for command in shown:
        command = in_folder(command.replace("eval annotations", f"eval {tmp_path}"), tmp_path)  # noqa: PLW2901
        result = CliRunner().invoke(app, shlex.split(command)[1:])
        # a look at feeds goes on and on: that it comes so far is enough
        right = isinstance(result.exception, ZeroDivisionError) if " watch " in command else result.exit_code == 0
        assert right, f"{command}: {result.stderr}"


@pytest.mark.usefixtures("own_ledger")
def test_the_commands_on_examples_work(tmp_path):
    shown = [command for name in DOCUMENTS for command in commands(name) if "examples/" in command]
    assert shown
    for command in shown:
        result = CliRunner().invoke(app, shlex.split(in_folder(command, tmp_path))[1:])
        assert result.exit_code == 0, f"{command}: {result.stderr}"


def test_the_targets_named_are_in_the_makefile():
    named = set(re.findall(r"(?:^    |`)make ([a-z]+)", document("README.md"), re.M))
    assert {"run", "test", "lint", "bench"} <= named
    assert named <= set(re.findall(r"^([a-z]+):", document("Makefile"), re.M))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_within_the_project_lead_somewhere(name):
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", document(name)):
        assert ((ROOT / name).parent / link).exists(), link

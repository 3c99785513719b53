import json

import pytest


def test_several_inputs_are_reported_one_after_another(run):
    result = run("read", "a.txt", "b.txt")
    assert result.exit_code == 0
    assert result.stdout.count("No title found") == 2
    assert result.stdout.index("a.txt") < result.stdout.index("b.txt")
    assert "\x1b" not in result.stdout


def test_json_is_one_object(run):
    result = run("read", "a.txt", "--json")
    assert json.loads(result.stdout)["article"]["file"] == "a.txt"


def test_jsonl_is_one_object_a_line_in_the_order_of_the_inputs(run):
    result = run("read", "--jsonl", "b.txt", "a.txt", "c.jsonl")
    assert [json.loads(line)["article"]["file"] for line in result.stdout.splitlines()] == ["b.txt", "a.txt", "c.jsonl"]


def test_a_bad_input_is_told_in_a_line_and_left_out(run):
    result = run("read", "--jsonl", "a.txt", "bad.txt", "c.txt")
    assert result.exit_code == 1
    assert result.stderr == "reportedly: bad.txt: empty; give a file with an article in it\n"
    assert len(result.stdout.splitlines()) == 2


def test_a_bad_input_alone_prints_no_json(run):
    result = run("read", "bad.txt", "--json")
    assert (result.exit_code, result.stdout) == (1, "")


def test_a_name_cannot_break_the_line_of_its_message(run):
    result = run("read", "bad\nname\x1b[2J")
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr


def test_html_goes_to_the_file_named(run, tmp_path):
    out = tmp_path / "out.html"
    result = run("read", "a.txt", "--html", str(out))
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_html_goes_to_standard_output_for_a_dash(run):
    assert run("read", "a.txt", "--html", "-").stdout.startswith("<!doctype html>")


def test_html_that_cannot_be_written_is_a_failure(run, tmp_path):
    result = run("read", "a.txt", "--html", str(tmp_path))
    assert result.exit_code == 1
    assert result.stderr == f"reportedly: {tmp_path}: cannot be written (Is a directory)\n"


def test_brat_goes_to_a_folder_for_every_input(run, tmp_path):
    folder = tmp_path / "new" / "brat"
    result = run("read", "a.txt", "news/b.html.gz", "https://orvane.example/tide", "--brat", str(folder))
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        *("a.ann", "a.txt", "b.ann", "b.txt", "tide.ann", "tide.txt")
    ]
    assert (folder / "a.txt").read_text(encoding="utf-8") == "One from a.txt."


def test_brat_never_writes_over_what_is_there(run, tmp_path):
    result = run("read", "a.txt", "other/a.txt", "b.txt", "--brat", str(tmp_path))
    assert result.exit_code == 1
    assert result.stderr == f"reportedly: other/a.txt: {tmp_path}/a.txt is there already: name another folder\n"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "One from a.txt."
    assert (tmp_path / "b.ann").exists()


def test_brat_writes_only_into_its_folder(run, tmp_path):
    run("read", "..", "a/..\\..", "\x00.txt", "--brat", str(tmp_path / "brat"))
    assert [path.name for path in tmp_path.iterdir()] == ["brat"]
    assert all(len(path.stem) == 16 for path in (tmp_path / "brat").iterdir())


def test_what_is_said_of_the_article_reaches_the_reader(run):
    given = (
        "--published",
        "2026-05-14",
        "--publisher",
        "Orvane Daily",
        "--url",
        "https://orvane.example",
        "--allow-private",
    )
    ((names, options),) = run("read", "a.txt", *given).seen
    assert names == ("a.txt",)
    assert options.allow_private
    assert options.facts() == {
        "url": "https://orvane.example",
        "publisher": "Orvane Daily",
        "published": "2026-05-14",
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Usage"),
        (("a.txt", "--json", "--jsonl"), "--json and --jsonl exclude each other"),
        (("a.txt", "--json", "--html", "x"), "exclude each other"),
        (("a.txt", "--full", "--jsonl"), "--full is for the report"),
        (("a.txt", "b.txt", "--json"), "--json takes one input, not 2"),
        (("a.jsonl", "--json"), "use --jsonl"),
        (("a.txt", "b.txt", "--html", "x"), "--html takes one input, not 2"),
        (("a.txt", "--html", ""), "needs the name of a file"),
        (("a.txt", "--brat", ""), "needs the name of a folder"),
        (("a.txt", "--brat", "pyproject.toml"), "not a folder"),
        (("a.txt", "--html", "x", "--brat", "y"), "--html and --brat exclude each other"),
        (("-", "-"), "can be read once only"),
        (("a.txt", "b.txt", "--url", "https://a.example"), "address of one article"),
        (("a.jsonl", "--publisher", "Orvane Daily"), "each line of a .jsonl file"),
        (("a.txt", "--published", "yesterday"), "no date of publication"),
        (("a.txt", "--published", "2026-02-30"), "no date of publication"),
        (("a.txt", "--url", "courier"), "not an http or https address"),
        (("a.txt", "--wrong"), "--wrong"),
    ],
)
def test_wrong_usage_ends_with_2_and_reads_nothing(run, arguments, told):
    result = run("read", *arguments)
    assert result.exit_code == 2
    assert told in " ".join((result.stdout + result.stderr).split())
    assert result.seen == []


def test_the_article_is_not_overwritten_by_its_report(run, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("One.")
    result = run("read", str(article), "--html", str(tmp_path / "." / "a.txt"))
    assert result.exit_code == 2
    assert article.read_text() == "One."


def test_the_command_alone_shows_its_help(run):
    assert "Commands:" in run().output

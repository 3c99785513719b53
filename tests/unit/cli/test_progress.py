import gzip
import io

import pytest

from reportedly.cli.progress import followed
from reportedly.cli.wish import Form, Wish


class Screen(io.StringIO):
    """A stream that is a terminal or is not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def follow(monkeypatch):
    """Return what follows a batch and gives what came through and what was written to standard error."""

    def follow(names, *, form=Form.JSONL, out=False, err=True):
        screen = Screen(terminal=err)
        monkeypatch.setattr("sys.stdout", Screen(terminal=out))
        monkeypatch.setattr("sys.stderr", screen)
        monkeypatch.setenv("TERM", "xterm")
        came = list(followed((name for name in names), Wish(tuple(names), (form,) if form else ())))
        return came, screen.getvalue()

    return follow


def test_more_than_a_few_articles_have_a_bar(follow):
    names = ["a", "b", "c", "d"]
    came, shown = follow(names)
    assert came == names
    assert "Reading" in shown
    assert "4/4" in shown


def test_the_lines_of_records_are_counted(follow, tmp_path):
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text("{}\n\n{}\n{}\n{}\n")
    packed.write_bytes(gzip.compress(b"{}\n"))
    assert "1/4" in follow([str(plain)])[1]
    assert "1/?" in follow([str(packed)])[1]


@pytest.mark.parametrize(
    "how",
    [{"err": False}, {"out": True}, {"form": None}, {"form": Form.JSON}],
    ids=["no screen", "lines", "report", "one"],
)
def test_there_is_no_bar_where_it_would_disturb(follow, how):
    names = ["a", "b", "c", "d"]
    assert follow(names, **how) == (names, "")


def test_a_few_articles_have_no_bar(follow):
    assert follow(["a", "b", "c"])[1] == ""

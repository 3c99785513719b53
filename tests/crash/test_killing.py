import sys

import pytest

from tests.crash.killing import kill_at_random

# writes a number a line, each whole before the next, and goes on where it was
COUNT = """
import sys, time
with open(sys.argv[1], "a+") as file:
    file.seek(0)
    for number in range(len(file.readlines()), 12):
        print(number, file=file, flush=True)
        time.sleep(0.02)
"""


def test_a_program_is_killed_at_moments_that_the_seed_decides(tmp_path):
    checked = []
    command = [sys.executable, "-c", COUNT, str(tmp_path / "count")]
    runs = kill_at_random(command, checked.append, times=4, longest=0.15, seed=3)
    assert runs == checked
    assert [run.number for run in runs] == [0, 1, 2, 3]
    assert any(run.killed for run in runs)
    again = kill_at_random([sys.executable, "-c", ""], lambda run: None, times=4, longest=0.15, seed=3)
    assert [run.seconds for run in again] == [run.seconds for run in runs]


def test_a_program_goes_on_until_it_is_through(tmp_path):
    path = tmp_path / "count"
    kill_at_random([sys.executable, "-c", COUNT, str(path)], lambda run: None, times=1, longest=0.1)
    (last,) = kill_at_random([sys.executable, "-c", COUNT, str(path)], lambda run: None, times=1, longest=1e4)
    assert not last.killed
    assert path.read_text().split() == [str(number) for number in range(12)]


def test_what_does_not_hold_is_told_with_the_run():
    def check(run):
        assert run.number < 1, "a row is missing"

    with pytest.raises(AssertionError, match="a row is missing") as caught:
        kill_at_random([sys.executable, "-c", "import time; time.sleep(9)"], check, times=3, longest=0.05, seed=8)
    assert caught.value.__notes__[0].startswith("run 1 of seed 8")


def test_a_program_that_fails_by_itself_is_an_error():
    with pytest.raises(AssertionError, match="ended with 1: no such ledger"):
        kill_at_random(
            [sys.executable, "-c", "import sys; sys.exit('no such ledger')"], lambda run: None, times=1, longest=1e4
        )

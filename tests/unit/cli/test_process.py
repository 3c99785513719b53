"""What only shows in a process of its own: encodings, colours, pipes, signals, imports."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
HEAVY = {"lxml", "numpy", "onnxruntime", "spacy", "tokenizers", "trafilatura", "httpx", "htmldate", "ftfy"}


@pytest.mark.parametrize(
    "code", ["import reportedly", "import reportedly.cli.main", "import reportedly.report.terminal"]
)
def test_nothing_heavy_is_imported(code):
    listing = f"{code}; import sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True, timeout=60)
    assert HEAVY.isdisjoint(done.stdout.split())


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["eval", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments):
    command = [sys.executable, "-X", "importtime", "-m", "reportedly", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "typer" in imported
    assert HEAVY.isdisjoint(imported)


def test_output_is_utf8_whatever_the_locale(spawn):
    done = spawn("read", "a.txt", "--jsonl", env={**ENVIRONMENT, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "“two”".encode() in done.stdout
    assert json.loads(done.stdout)["article"]["text"] == "One “two” \ud800."


def test_half_a_surrogate_pair_breaks_no_form_of_output(spawn):
    for form in ([], ["--json"], ["--html", "-"]):
        done = spawn("read", b"\xff.txt", *form)
        assert (done.returncode, done.stderr) == (0, b"")
        done.stdout.decode("utf-8")


def test_colours_are_for_terminals_unless_forced_and_never_against_no_color(spawn):
    assert b"\x1b[" not in spawn("read", "a", env=ENVIRONMENT).stdout
    forced = {**ENVIRONMENT, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    assert b"\x1b[" in spawn("read", "a", env=forced).stdout
    assert b"\x1b[" not in spawn("read", "a", env={**forced, "NO_COLOR": "1"}).stdout


def test_a_broken_pipe_ends_quietly(driver):
    command = [sys.executable, "-c", driver, "read", "--jsonl", "many"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b'{"schema"')
        process.stdout.close()
        assert process.wait(timeout=60) != 0
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["--jsonl", "a", "b"], ["a", "--html", "-"], ["many", "--jsonl"]])
def test_a_full_disk_ends_in_one_line(driver, arguments):
    command = [sys.executable, "-c", driver, "read", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr == b"reportedly: the output cannot be written (No space left on device)\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(driver, closed):
    shell = ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-c", driver, "read", "a", "bad"]
    done = subprocess.run(shell, capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr in {b"", b"reportedly: bad: empty\n"}


@pytest.mark.skipif(os.name == "nt", reason="signals are told differently there")
def test_an_interrupt_ends_with_130_and_no_traceback(driver):
    slow = driver.replace("def read_inputs(", "import time\ndef read_inputs(").replace(
        "raise KeyboardInterrupt", "time.sleep(60)"
    )
    command = [sys.executable, "-c", slow, "read", "--jsonl", "a.txt", "interrupt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read() == b""


def test_a_damaged_installation_ends_the_batch_in_one_line(spawn):
    done = spawn("read", "--jsonl", "a.txt", "damaged", "c.txt")
    assert done.returncode == 1
    assert done.stderr == b"reportedly: the model is damaged: reinstall reportedly\n"
    assert done.stdout.count(b"\n") == 1

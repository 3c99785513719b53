"""Processes take a while to start: a test starts as few as it can."""

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reportedly.errors import DataError, NoWorkers
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.workers.supervising import Passed, work_all
from reportedly.ledger.workers.worker import Crew
from reportedly.page.arrival.received import Received
from reportedly.reader import Failure
from tests.unit.ledger.workers.works import DeadOnArrival, obey, report_process, say_back

ROOT = Path(__file__).parents[4]


def read_all(inputs, work, crew=Crew()):  # noqa: B008 - frozen
    """Yield every input with its outcome; a Failure needs no work."""
    tasks = (Passed(one) if isinstance(one, Failure) else one for one in inputs)
    with closing(work_all(tasks, work, crew)) as outcomes:
        for done in outcomes:
            yield (done.value, done.value) if isinstance(done, Passed) else (done.task, done.result)


@pytest.fixture(autouse=True)
def _nothing_stays_behind():
    threads = threading.active_count()
    yield
    assert multiprocessing.active_children() == []
    assert threading.active_count() == threads


def items(*orders, line=None):
    return [Item(f"{number}.txt", Received(order.encode()), line=line) for number, order in enumerate(orders)]


def outcomes(*orders, **limits):
    return [outcome for _, outcome in read_all(items(*orders), obey, Crew(**limits))]


def is_gone(process, seconds=20.0):
    """Tell whether a process ends in time; a zombie has ended."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z" or time.monotonic() > deadline:
            return state == "Z"
        time.sleep(0.02)


def test_outcomes_come_in_the_order_of_the_items_which_are_pulled_as_they_are_needed():
    given = items("sleep 0.1", *(f"say {number}" for number in range(1, 40)))
    given[7] = failed = Failure("7.txt", None, "not there")
    left = iter(given)
    got = read_all(left, obey, Crew(workers=2))
    first = next(got)
    # one process was held up by the first item; the other went on meanwhile, yet not without end
    assert len(rest := list(left)) >= 40 - 2 * 6
    outcomes = [first, *got]
    assert [item for item, _ in outcomes] == given[: 40 - len(rest)]
    expected = ["slept 0.1", *map(str, range(1, 7)), failed, *map(str, range(8, 40))]
    assert [outcome for _, outcome in outcomes] == expected[: 40 - len(rest)]


def test_without_an_item_to_read_no_process_is_started():
    failed = Failure("a.txt", None, "not there")
    for got in read_all([failed] * 3, obey):
        assert got == (failed, failed)
        assert multiprocessing.active_children() == []
    assert list(read_all([], obey)) == []


def test_every_error_is_a_failure_of_its_item_alone():
    fault = "a fault in reportedly, please report it"
    orders = {
        "english 0.txt: in Dutch": "in Dutch",
        "missing 1.txt": "No such file or directory",
        "fetch 2.txt: no answer": "no answer",
        "fault list index\nout of range": f"{fault} (IndexError: list index out of range)",
        "recurse": f"{fault} (RecursionError: maximum recursion depth exceeded",
        "allocate 99000000000000": f"{fault} (MemoryError)",
        "unpicklable": f"{fault} (TypeError: cannot be sent)",
    }
    *failures, last = outcomes(*orders, "say still here")
    assert [(failure.name, failure.line) for failure in failures] == [(f"{n}.txt", None) for n in range(len(orders))]
    for failure, reason in zip(failures, orders.values(), strict=True):
        assert failure.reason.startswith(reason)
        assert len(failure.reason) < 300
    assert last == "still here"


@pytest.mark.parametrize("order", ["damaged the model is not there", "import the_model"])
def test_a_damaged_installation_ends_the_batch_after_what_came_before(order):
    got = read_all(items("say first", order, "say never"), obey)
    assert next(got)[1] == "first"
    with pytest.raises(DataError, match=r"the model is not there|No module named 'the_model'"):
        next(got)
    assert list(got) == []


def test_a_death_fails_only_the_job_in_hand():
    # with one process, the job behind the one that kills it waits in that process
    (_, a), (_, killed), (_, b) = read_all(items("say a", "die SIGKILL", "say b", line=12), obey)
    assert (a, b) == ("a", "b")
    assert killed == Failure("1.txt", 12, "the reading process died (signal 9 (Killed))")


def test_a_job_that_takes_too_long_is_stopped_and_others_go_on():
    # neither the start of a process counts nor, since nobody watches, the time in which results are used
    got = read_all(items("say a", "sleep 0.4", "spin", "say b"), obey, Crew(time_limit=0.3))
    assert next(got)[1] == "a"
    time.sleep(0.5)
    slept, spun, b = [outcome for _, outcome in got]
    assert (slept, b) == ("slept 0.4", "b")
    assert spun == Failure("2.txt", None, "the reading process took more than 0.3 seconds and was stopped")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit holds on Linux")
def test_one_article_cannot_take_the_memory_of_the_machine():
    within, beyond = outcomes("allocate 10000000", "allocate 900000000", memory_limit=800_000_000)
    assert within == 10_000_000
    assert "MemoryError" in beyond.reason


def test_items_and_results_may_be_larger_than_a_pipe_holds():
    # the process waits to send a large result while the parent sends the next large item
    given = [Item(str(number), Received(bytes([97 + number]) * 3_000_000)) for number in range(4)]
    assert [outcome[0] for _, outcome in read_all(given, say_back)] == list("abcd")


def test_results_do_not_wait_for_items_that_are_slow_to_come(tmp_path):
    asked = []

    def source():
        for number, item in enumerate(items(f"touch {tmp_path / 'done'}", *["say x"] * 20)):
            asked.append(item)
            yield item
            while number == 0 and not (tmp_path / "done").exists():
                time.sleep(0.01)

    with closing(read_all(source(), obey)) as got:
        next(got)
        assert len(asked) == 2


def test_a_process_ends_when_the_consumer_stops():
    with closing(read_all(items("say a", "sleep 60", "sleep 60"), obey)) as got:
        next(got)
        assert len(multiprocessing.active_children()) == 1
        began = time.monotonic()
    assert multiprocessing.active_children() == []
    assert time.monotonic() - began < 5


def test_an_error_of_the_items_goes_on_upwards():
    def source():
        yield Failure("a.txt", None, "not there")
        raise ValueError("the list is broken")

    with pytest.raises(ValueError, match="the list is broken"):
        list(read_all(source(), obey))


def test_processes_that_die_as_they_begin_are_not_started_for_ever():
    with pytest.raises(NoWorkers, match=r"3 of them died \(exit status 3\) as they began"):
        list(read_all(items("say a", "say b"), DeadOnArrival(), Crew(workers=2)))


def test_a_process_imports_no_command_line_and_no_database_and_runs_no_main_module():
    ((_, (process, main, modules)),) = read_all(items(""), report_process)
    assert process != os.getpid()
    assert main is None
    assert "reportedly" in modules
    assert modules.isdisjoint({"typer", "sqlalchemy", "onnxruntime", "pytest"})


@pytest.fixture
def script(tmp_path):
    """Start a library user's script, without a guard: one of its processes is idle, the other computes on and on."""
    code = f"""
        import sys
        from functools import partial
        from pathlib import Path
        from reportedly.ledger.inputs.item import Item
        from reportedly.ledger.workers.worker import Crew
        from reportedly.ledger.workers.supervising import work_all
        from reportedly.page.arrival.received import Received
        sys.path.insert(0, {str(ROOT)!r})
        from tests.unit.ledger.workers.works import leave_id
        items = [Item("a", Received(b"spin ")), Item("b", Received(b"say "))]
        for got in work_all(items, partial(leave_id, Path({str(tmp_path)!r})), Crew(workers=2, time_limit=LIMIT)):
            pass
    """

    @contextmanager
    def start(limit):
        path = tmp_path / "user.py"
        path.write_text(textwrap.dedent(code).replace("LIMIT", str(limit)), encoding="utf-8")
        command = [sys.executable, str(path)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
            deadline = time.monotonic() + 30
            while len(found := [int(file.name) for file in tmp_path.iterdir() if file.name.isdigit()]) < 2:
                assert time.monotonic() < deadline
                time.sleep(0.02)
            yield process, found
            process.kill()

    return start


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_processes_end_with_ctrl_c_and_say_nothing_of_it(script):
    with script(limit=60) as (process, workers):
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all
        _, said = process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT
    assert said.count(b"Traceback") == said.count(b"KeyboardInterrupt") == 1
    assert all(is_gone(worker) for worker in workers)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_processes_end_when_the_parent_is_killed(script):
    with script(limit=0.5) as (process, workers):
        process.kill()
        process.wait(timeout=20)
        assert not all(is_gone(worker, seconds=0) for worker in workers)  # the test is of something
        assert all(is_gone(worker) for worker in workers)

import multiprocessing
import os
import signal
import time
from dataclasses import dataclass

import pytest

from reportedly.errors import DataError, EmptyInput
from reportedly.ledger.workers import Crew, Done, Passed, work_all
from reportedly.reader import Failure


@dataclass(frozen=True)
class Job:
    name: str
    line: int | None = None
    data: bytes = b""


def work(job: Job) -> str:
    match job.name:
        case "empty":
            raise EmptyInput("empty: no text in it")
        case "missing":
            raise FileNotFoundError(2, "No such file or directory")
        case "mistake":
            raise ValueError("two\nlines")
        case "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        case "leaves":
            os._exit(3)
        case "hangs":
            time.sleep(60)
        case "slow":
            time.sleep(0.3)
        case "damaged":
            raise DataError("the model is damaged; install the program again")
        case "large":
            return "x" * 3_000_000
    return f"{job.name} by {os.getpid()}"


def results(names, **crew):
    jobs = [Job(name) if isinstance(name, str) else name for name in names]
    return list(work_all(jobs, work, Crew(**crew)))


def reasons(names, **crew):
    done = results(names, **crew)
    assert [one.job.name for one in done] == list(names)
    return [one.result.reason if isinstance(one.result, Failure) else "fine" for one in done]


def test_results_come_in_the_order_of_the_jobs():
    done = results(["slow", "a", "b", Passed("known"), "c"], workers=2)
    assert [one.value if isinstance(one, Passed) else one.job.name for one in done] == ["slow", "a", "b", "known", "c"]
    assert len({one.result.partition(" by ")[2] for one in done if isinstance(one, Done)}) == 2


@pytest.mark.parametrize("workers", [1, 2])
def test_a_job_that_fails_fails_alone(workers):
    names = ["a", "empty", "missing", "mistake", "dies", "b", "leaves", "c"]
    assert reasons(names, workers=workers) == [
        "fine",
        "no text in it",
        "No such file or directory",
        "the program failed on it (ValueError: two lines); please report this",
        "the process that read it was killed by signal 9; it may need more memory than there is",
        "fine",
        "the process that read it ended with status 3; it may need more memory than there is",
        "fine",
    ]


def test_a_job_that_hangs_is_stopped():
    assert reasons(["a", "hangs", "b"], time_limit=1.0) == [
        "fine",
        "took longer than 1 seconds to read; give it in parts",
        "fine",
    ]


def test_a_damaged_installation_ends_the_batch():
    with pytest.raises(DataError, match="install the program again"):
        results(["a", "damaged", "b"])
    assert multiprocessing.active_children() == []


def test_jobs_are_asked_for_as_they_are_needed():
    asked = []

    def jobs():
        for number in range(100):
            asked.append(number)
            yield Job(f"job {number}")

    outcomes = work_all(jobs(), work)
    next(outcomes)
    assert len(asked) <= 9
    outcomes.close()
    assert multiprocessing.active_children() == []


def test_large_jobs_and_large_answers_do_not_wait_for_each_other():
    jobs = [Job("large", data=b"x" * 3_000_000) for _ in range(6)]
    assert [len(one.result) for one in results(jobs)] == [3_000_000] * 6


def test_nothing_to_do_starts_no_process():
    assert results([Passed("known")]) == [Passed("known")]
    assert results([]) == []

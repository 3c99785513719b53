"""Works in processes of their own, so that none of them can stop a batch, however it goes wrong.

The standard library's pools cannot say which job killed a process nor end one that hangs; so this is a supervisor.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from reportedly.errors import NoWorkers
from reportedly.ledger.workers.serving import Result, Task, Work
from reportedly.ledger.workers.worker import Crew, Job, Worker
from reportedly.reader import Failure

_ONE = Crew()
# what comes of what needs no work
_NOTHING = Failure("", None, "")

# one in hand, and one waiting so that a process is not idle while the parent stores what came of the last
_JOBS_EACH = 2

# Tasks in line for each process, beyond which none is pulled until the first of them is done. By a simulation with the
# lengths of real articles, two processes are then busy 99.7% of the time, four 99.2%; more would change nothing.
_AHEAD = 6

# so many processes, one after the other, that die before they listen are no accident
_FALSE_STARTS = 3

# seconds; the parent looks at least so often, and no more is counted against a job for one look: a parent that was
# itself stopped (Ctrl-Z, a machine asleep) or busy with results has not watched
_LOOK = 1.0


Todo = TypeVar("Todo", bound=Task)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Passed(Generic[Value]):
    """Something in line that needs no work, and is handed on in its turn."""

    value: Value


@dataclass(frozen=True, slots=True)
class Done(Generic[Todo, Result]):
    """A task, and what came of it."""

    task: Todo
    result: Result | Failure


def work_all(
    tasks: Iterable[Todo | Passed[Value]], work: Work[Result], crew: Crew = _ONE
) -> Generator[Done[Todo, Result] | Passed[Value], None, None]:
    """Yield every task, in order, with what the work made of it, or with the Failure that says why there is nothing.

    `work` is a function of an importable module, or a functools.partial of one: it runs in other processes. What is
    Passed comes through as it is. InputError, FetchError and OSError raised by the work become a Failure;
    so does every other error, as a fault of the program, the death of the process and the end of the time limit. Tasks
    are pulled as they are needed, a few ahead for each process. Processes are started with the first tasks and end
    with the generator: close it (contextlib.closing) where it may not be used up.

    Raises DataError where the work does, since then nothing can be read, and NoWorkers where no process starts.
    """
    supervisor: _Supervisor[Todo, Result, Value] = _Supervisor(work, crew)
    try:
        yield from supervisor.outcomes(iter(tasks))
    finally:
        supervisor.dismiss()


class _Supervisor(Generic[Todo, Result, Value]):
    """Hands tasks to workers and keeps their outcomes in line."""

    def __init__(self, work: Work[Result], crew: Crew) -> None:
        self._work = work
        self._crew = crew
        self._line: deque[tuple[Todo | Passed[Value], Future[Result | Failure]]] = deque()
        self._unassigned: deque[Job[Result]] = deque()
        self._workers: list[Worker[Result]] = []
        self._false_starts = 0

    def outcomes(self, tasks: Iterator[Todo | Passed[Value]]) -> Iterator[Done[Todo, Result] | Passed[Value]]:
        """Yield every task with its outcome, in order."""
        more = True
        while more or self._line:
            # the next task can be long in coming, as from a slow server: what is done by now goes out before
            self._look(0.0 if more and self._has_room() else _LOOK)
            while self._line and self._line[0][1].done():
                task, answer = self._line.popleft()
                yield task if isinstance(task, Passed) else Done(task, answer.result())
            if more and self._has_room():
                more = self._pull(tasks)

    def dismiss(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.bury()
        self._workers.clear()

    def _has_room(self) -> bool:
        """Tell whether another task would find a worker, and a place in the line."""
        undone = sum(not answer.done() for _, answer in self._line)
        return undone < _JOBS_EACH * self._crew.workers and len(self._line) < _AHEAD * self._crew.workers

    def _pull(self, tasks: Iterator[Todo | Passed[Value]]) -> bool:
        """Put the next task in line, and return whether there was one."""
        task = next(tasks, None)
        if task is None:
            return False
        answer: Future[Result | Failure] = Future()
        self._line.append((task, answer))
        if isinstance(task, Passed):
            answer.set_result(_NOTHING)
        else:
            self._unassigned.append(Job(task, answer))
            self._assign()
        return True

    def _assign(self) -> None:
        """Give every job that has none a worker: a new one, or that with the fewest jobs."""
        while self._unassigned:
            worker = min(self._workers, key=lambda worker: len(worker.jobs), default=None)
            if worker is None or (worker.jobs and len(self._workers) < self._crew.workers):
                worker = self._start()
            worker.give(self._unassigned.popleft())

    def _start(self) -> Worker[Result]:
        try:
            worker = Worker(self._work, self._crew)
        except OSError as error:
            raise NoWorkers(f"no process to read in can be started ({error.strerror or error})") from error
        self._workers.append(worker)
        return worker

    def _look(self, seconds: float) -> None:
        """Take in what workers say, waiting for it for at most so many seconds; replace those that died or hang."""
        patience = min([seconds, *(worker.time_left for worker in self._workers)])
        began = time.monotonic()
        speaking = wait([worker.pipe for worker in self._workers], max(patience, 0.0))
        watched = min(time.monotonic() - began, _LOOK)
        for worker in tuple(self._workers):
            if worker.pipe not in speaking:
                worker.watch(watched)
                if worker.time_left <= 0:
                    worker.kill()
                    worker.bury()
                    self._replace(worker, f"took more than {worker.time_limit:g} seconds and was stopped")
            elif not worker.hear():
                self._replace(worker, f"died ({worker.bury()})")
            elif worker.ready:
                self._false_starts = 0
        self._assign()

    def _replace(self, worker: Worker[Result], how: str) -> None:
        """Let the job that a dead worker had in hand fail, and give those that waited to others."""
        self._workers.remove(worker)
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts == _FALSE_STARTS:
                raise NoWorkers(
                    f"no process to read in can be started: {_FALSE_STARTS} of them {how} as they began. Install the "
                    "program again; if that does not help, its memory limit may be too small"
                )
        elif worker.jobs:
            job = worker.jobs.popleft()
            job.answer.set_result(Failure(job.task.name, job.task.line, f"the reading process {how}"))
        self._unassigned.extendleft(reversed(worker.jobs))

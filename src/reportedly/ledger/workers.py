"""Processes that read, and are watched over: one that dies or hangs costs the article in its hands and no other.

The standard library's executor cannot tell which job killed a process, nor stop one that hangs; hence this one. New
processes are spawned, not forked: the caller may have threads, and a fork of those is not safe. A script that uses
workers therefore needs `if __name__ == "__main__":` around what it does.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, Protocol, TypeVar

from reportedly.errors import DataError
from reportedly.ledger.serving import Broken, Sent, serve
from reportedly.reader import Failure

# jobs that a process has at most: one in hand, and one waiting so that it need not wait itself
_HELD = 2
# results that wait for an earlier one, for each process: a slow article holds the others up only then
_WAITING = 8


class Job(Protocol):
    """What can be worked on: it has a name, and a line within a .jsonl file or None, to tell failures by."""

    @property
    def name(self) -> str:
        """Return what messages call it."""

    @property
    def line(self) -> int | None:
        """Return its line, counted from 1."""


Work = TypeVar("Work", bound=Job)
Result = TypeVar("Result")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Crew:
    """How many processes work, and the seconds that one job may take.

    The limit is ten times what the longest text that is read at all takes.
    """

    workers: int = 1
    time_limit: float = 300.0


@dataclass(frozen=True, slots=True)
class Passed(Generic[Value]):
    """Something that needs no work and is only handed on in its turn."""

    value: Value


@dataclass(frozen=True, slots=True)
class Done(Generic[Work, Result]):
    """A job, and what came of it."""

    job: Work
    result: Result | Failure


def work_all(
    jobs: Iterable[Work | Passed[Value]], work: Callable[[Work], Result], crew: Crew = Crew()
) -> Iterator[Done[Work, Result] | Passed[Value]]:
    """Yield what comes of each job, in their order; `jobs` are asked for as they are needed, a few ahead.

    `work` must be a function of a module, or a partial of one. Whatever it raises becomes a Failure, as does a job that
    kills its process or takes too long; only DataError, which means a damaged installation, goes on upwards. The
    processes end with the iterator.
    """
    supervisor = _Supervisor(iter(jobs), work, crew)
    try:
        yield from supervisor.run()
    finally:
        supervisor.stop()


@dataclass(slots=True)
class _Worker(Generic[Work]):
    process: SpawnProcess
    connection: Connection
    held: deque[tuple[int, Work]] = field(default_factory=deque)
    ready: bool = False
    since: float = 0.0


class _Supervisor(Generic[Work, Result, Value]):
    def __init__(self, jobs: Iterator[Work | Passed[Value]], work: Callable[[Work], Result], crew: Crew) -> None:
        self._jobs = jobs
        self._work = work
        self._crew = crew
        self._workers: list[_Worker[Work]] = []
        self._again: deque[tuple[int, Work]] = deque()  # jobs whose process died before it came to them
        self._done: dict[int, Done[Work, Result] | Passed[Value]] = {}
        self._asked = self._told = 0
        self._exhausted = False

    def run(self) -> Iterator[Done[Work, Result] | Passed[Value]]:
        while True:
            self._hand_out()
            while self._told in self._done:
                yield self._done.pop(self._told)
                self._told += 1
                self._hand_out()
            if self._exhausted and self._told == self._asked:
                return
            self._watch()

    def stop(self) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()
        self._workers.clear()

    def _hand_out(self) -> None:
        """Give every process what it can hold, as long as not too many results wait for an earlier one."""
        while True:
            worker = self._free_worker()
            job = self._next_job() if worker else None
            if worker is None or job is None:
                return
            if not worker.held:
                worker.since = time.monotonic()
            worker.held.append(job)
            self._send(worker, job)

    def _send(self, worker: _Worker[Work], job: tuple[int, Work]) -> None:
        try:
            worker.connection.send(job[1])
        except OSError:  # it has died: `_watch` will see it
            return

    def _free_worker(self) -> _Worker[Work] | None:
        free = [worker for worker in self._workers if len(worker.held) < _HELD]
        idle = min(free, key=lambda worker: len(worker.held), default=None)
        if (idle is None or idle.held) and len(self._workers) < self._crew.workers and self._has_more():
            self._workers.append(self._start())
            return self._workers[-1]
        return idle

    def _has_more(self) -> bool:
        return bool(self._again) or not self._exhausted

    def _next_job(self) -> tuple[int, Work] | None:
        if self._again:
            return self._again.popleft()
        while not self._exhausted and self._asked - self._told < _WAITING * self._crew.workers:
            job = next(self._jobs, None)
            if job is None:
                self._exhausted = True
                return None
            number = self._asked
            self._asked += 1
            if not isinstance(job, Passed):
                return number, job
            self._done[number] = job
        return None

    def _start(self) -> _Worker[Work]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _watch(self) -> None:
        """Wait until a process answers, dies or has had its time, and see to it."""
        limit = self._crew.time_limit
        busy = [worker for worker in self._workers if worker.held]
        rest = min((worker.since + limit - time.monotonic() for worker in busy), default=limit)
        answered = wait([worker.connection for worker in self._workers], max(0.0, rest))
        for worker in list(self._workers):
            if worker.connection in answered:
                self._hear(worker)
            elif worker.held and time.monotonic() - worker.since >= limit:
                self._replace(worker, f"took longer than {limit:g} seconds to read; give it in parts")

    def _hear(self, worker: _Worker[Work]) -> None:
        try:
            sent: Sent = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(sent, Broken):
            raise DataError(sent.message)
        worker.since = time.monotonic()
        if isinstance(sent, str):
            worker.ready = True
            return
        number, job = worker.held.popleft()
        self._done[number] = Done(job, sent.value)

    def _bury(self, worker: _Worker[Work]) -> None:
        worker.process.join()
        code = worker.process.exitcode or 0
        how = f"was killed by signal {-code}" if code < 0 else f"ended with status {code}"
        if not worker.ready:
            raise DataError(f"the process that reads {how} before it began; install the program again")
        self._replace(worker, f"the process that read it {how}; it may need more memory than there is")

    def _replace(self, worker: _Worker[Work], reason: str) -> None:
        """End a process and fail the job in its hand; the one that was waiting goes to another."""
        worker.process.kill()
        worker.process.join()
        worker.process.close()
        worker.connection.close()
        self._workers.remove(worker)
        if worker.held:
            number, job = worker.held.popleft()
            self._done[number] = Done(job, Failure(job.name, job.line, reason))
        self._again.extend(worker.held)

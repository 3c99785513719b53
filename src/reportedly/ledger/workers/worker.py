"""The handle by which one process that works is held; `serving` is what runs in it.

The process is started with spawn: it shares nothing with its parent but a pipe, so that threads of the parent (a
progress bar, a library user's own) cannot leave it with a lock held, as fork would; it is a child whose end the parent
learns itself, with its signal, and no server stays behind, as with forkserver; and it is there on every system.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Lock, Thread
from types import ModuleType
from typing import Generic

from reportedly.errors import DataError
from reportedly.ledger.workers.serving import Result, Task, Work, serve
from reportedly.reader import Failure

_SPAWN = multiprocessing.get_context("spawn")

# while the main module is hidden, no other thread may hide it
_HIDING = Lock()

# a process that has not begun to listen after so many seconds will not; on a busy machine it takes one or two
_START_LIMIT = 60.0


@dataclass(frozen=True, slots=True)
class Crew:
    """How many processes read, and what one article may take of them.

    `time_limit` is in seconds for one item. A news article takes 0.3 s on average, a text of a million characters 200 s
    on a busy machine. `memory_limit` is in bytes of address space of one process, None for no limit; it holds on Linux
    only. Reading 600 articles took at most 0.8 GiB (0.34 of them memory), a million characters 2.2 GiB.
    """

    workers: int = 1
    time_limit: float = 300.0
    memory_limit: int | None = 4 * 2**30


@dataclass(frozen=True, slots=True, eq=False)
class Job(Generic[Result]):
    """A task, and the promise of what comes of it."""

    task: Task
    answer: Future[Result | Failure]


class Worker(Generic[Result]):
    """A process that does the jobs given to it, one after the other.

    `jobs` are those without an answer: the first is in hand, the others wait. `ready` tells whether the process has
    begun to listen. Raises OSError where no process can be started.
    """

    def __init__(self, work: Work[Result], crew: Crew) -> None:
        self.jobs: deque[Job[Result]] = deque()
        self.ready = False
        self._time_limit = crew.time_limit
        self._spent = 0.0
        self.pipe, far = _SPAWN.Pipe()
        with far, _on_its_own():
            arguments = (far, pickle.dumps(work), crew.time_limit, crew.memory_limit)
            self._process = _SPAWN.Process(target=serve, args=arguments, daemon=True)
            self._process.start()
        # Sending waits until the process takes the item in, which it does only between two jobs. A thread waits, since
        # the parent has to listen meanwhile: for an answer as large as the item, or for the end of the time limit.
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._sender = Thread(target=_send_all, args=(self.pipe, self._outbox), daemon=True)
        self._sender.start()

    def give(self, job: Job[Result]) -> None:
        """Add a job."""
        self.jobs.append(job)
        self._outbox.put(pickle.dumps(job.task))

    def hear(self) -> bool:
        """Take in what the process says next, and return whether it could: False where the process is dead."""
        try:
            message = self.pipe.recv()
        except (EOFError, OSError):
            return False
        self._spent = 0.0
        if not self.ready:
            self.ready = True
        elif isinstance(message, DataError):
            self.jobs.popleft().answer.set_exception(message)
        else:
            self.jobs.popleft().answer.set_result(message)
        return True

    def watch(self, seconds: float) -> None:
        """Count seconds in which the process was watched and said nothing."""
        if self.jobs:
            self._spent += seconds

    @property
    def time_limit(self) -> float:
        """Return how many seconds the process has for what it does now: a job, or its start."""
        return self._time_limit if self.ready else _START_LIMIT

    @property
    def time_left(self) -> float:
        """Return after how many more seconds the process has taken too long."""
        return self.time_limit - self._spent

    def kill(self) -> None:
        """End the process without waiting for its end."""
        self._process.kill()

    def bury(self) -> str:
        """Return how the process ended, such as "signal 9 (Killed)", and let go of all it held.

        It is killed unless it ends by itself within a second, as one does that has closed its pipe.
        """
        self._process.join(1.0)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode or 0
        self._process.close()
        self._outbox.put(None)
        self._sender.join()
        self.pipe.close()
        return f"signal {-code} ({signal.strsignal(-code)})" if code < 0 else f"exit status {code}"


def _send_all(pipe: Connection, outbox: SimpleQueue[bytes | None]) -> None:
    """Send what is put into the outbox until that is None or the process is dead, which whoever listens learns."""
    with suppress(OSError):
        while (data := outbox.get()) is not None:
            pipe.send_bytes(data)


@contextmanager
def _on_its_own() -> Iterator[None]:
    """Let processes start that Ctrl-C does not reach and that do not run the main module again.

    A process started with spawn imports its parent's main module first: the whole command line, or a script, which
    then has to guard its last lines with `if __name__ == "__main__"`. Nothing that a worker does stands there.
    """
    with _deaf_to_interrupts(), _HIDING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Hold back Ctrl-C from this thread and from processes started meanwhile: a mask is handed on, a handler not."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - not on every system

    # multiprocessing's own helper is started with the first process, and lifts the mask in passing
    resource_tracker.ensure_running()
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, masked)

"""What a process that reads does: takes jobs from a pipe, works on them and sends back what comes of them."""

from __future__ import annotations

import os
import queue
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from reportedly.errors import DataError, FetchError, InputError
from reportedly.reader import Failure, failure_of

READY = "ready"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a job."""

    value: Any


@dataclass(frozen=True, slots=True)
class Broken:
    """That the program itself is damaged, and how."""

    message: str


Sent = Answer | Broken | str


def serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """Work on what comes through the connection until it closes, which it does, too, when the caller dies."""
    # Ctrl-C goes to every process at the terminal: the caller decides what it means
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs: queue.SimpleQueue[Any] = queue.SimpleQueue()
    # the caller may be sending a large job while this process sends a large answer: neither must wait for the other
    threading.Thread(target=_receive, args=(connection, jobs), daemon=True).start()
    _send(connection, READY)
    while True:
        _send(connection, _answer(work, jobs.get()))


def _receive(connection: Connection, jobs: queue.SimpleQueue[Any]) -> None:
    while True:
        try:
            job = connection.recv()
        except (EOFError, OSError):
            os._exit(0)
        jobs.put(job)


def _send(connection: Connection, sent: Sent) -> None:
    try:
        connection.send(sent)
    except OSError:
        os._exit(0)


def _answer(work: Callable[[Any], Any], job: Any) -> Sent:  # noqa: ANN401 - whatever the caller works on
    try:
        return Answer(work(job))
    except DataError as error:
        return Broken(str(error))
    except (InputError, FetchError, OSError) as error:
        return Answer(failure_of(job.name, job.line, error))
    except Exception as error:  # noqa: BLE001 - a mistake of the program in one article must not stop a batch
        what = f"the program failed on it ({type(error).__name__}: {error}); please report this"
        return Answer(Failure(job.name, job.line, " ".join(what.split())))

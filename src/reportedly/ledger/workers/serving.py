"""What runs in a process that works."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Protocol, TypeVar

from reportedly.errors import DataError, FetchError, InputError
from reportedly.reader import Failure, failure_of

Result = TypeVar("Result")
Work = Callable[[Any], Result]


class Task(Protocol):
    """What can be worked on: it has a name, and a line of a .jsonl file or None, to tell failures by."""

    @property
    def name(self) -> str:
        """Return what messages call it."""

    @property
    def line(self) -> int | None:
        """Return its line, counted from 1."""


# a failure's reason stays a line: messages of libraries can quote the whole article
_LONGEST_MESSAGE = 200


def serve(pipe: Connection, work: bytes, time_limit: float, memory_limit: int | None) -> None:
    """Answer every task that comes through the pipe, until the parent closes it or is dead.

    `work` is pickled, so that the modules it stands in are imported only when all is set. The limits are in seconds
    for one task and in bytes of address space.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides what ends
    # numpy would start a thread for each core, with 35 MiB of address space each, for products too small for two
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    _bound_memory(memory_limit)
    do = pickle.loads(work)
    with suppress(EOFError, ConnectionError):
        pipe.send(None)
        while True:
            task = pipe.recv()
            _bound_time(time_limit)
            pipe.send_bytes(_answer(do, task))


def _answer(work: Work[Result], task: Task) -> bytes:
    """Return what the work makes of a task, the Failure that it ends with or the DataError that ends all; pickled."""
    try:
        return pickle.dumps(work(task))
    except (InputError, FetchError, OSError) as error:
        return pickle.dumps(failure_of(task.name, task.line, error))
    except DataError as error:
        return pickle.dumps(error)
    except ImportError as error:  # parts of the program are imported where they are used: that is no article's fault
        return pickle.dumps(DataError(f"a part of the program cannot be loaded ({error}); install the program again"))
    except Exception as error:  # noqa: BLE001 - a fault of the program that one article brings out must not end a batch
        message = " ".join(str(error).split())[:_LONGEST_MESSAGE]
        what = f"{type(error).__name__}: {message}" if message else type(error).__name__
        return pickle.dumps(Failure(task.name, task.line, f"a fault in reportedly, please report it ({what})"))


def _bound_memory(limit: int | None) -> None:
    """Let this process have no more bytes of address space; what goes beyond ends in MemoryError."""
    if sys.platform != "linux" or limit is None:
        return
    import resource  # noqa: PLC0415 - not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > limit:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _bound_time(limit: float) -> None:
    """Let the system end this process should it compute on and on where its parent, which is first, is dead."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 2 * limit)

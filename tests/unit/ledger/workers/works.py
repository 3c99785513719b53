"""What the processes of the tests do with an item: work has to stand in a module that they can import."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import time
from pathlib import Path

from reportedly.errors import DataError, FetchFailed, NotEnglish
from reportedly.ledger.inputs.item import Item


def say_back(item: Item) -> str:
    return item.received.data.decode()


def obey(item: Item) -> object:
    """Do what the item's bytes say."""
    order, _, value = item.received.data.decode().partition(" ")
    return _ORDERS[order](value)


def report_process(item: Item) -> tuple[int, str | None, set[str]]:
    """Return the process's id, the file of its main module, and what it has imported."""
    main = getattr(sys.modules["__main__"], "__file__", None)
    return os.getpid(), main, {name.partition(".")[0] for name in sys.modules}


def leave_id(folder: Path, item: Item) -> object:
    """Leave a file that is named for the process, then do what the item's bytes say."""
    (folder / str(os.getpid())).touch()
    return obey(item)


class Unpicklable:
    def __reduce__(self):
        raise TypeError("cannot be sent")


class DeadOnArrival:
    """Work that kills the process which unpickles it."""

    def __reduce__(self):
        return os._exit, (3,)


def _raise(error: BaseException):
    raise error


def _die(name: str):
    os.kill(os.getpid(), signal.Signals[name])
    time.sleep(600)


def _spin(value: str):
    while True:
        pass


def _recurse(value: str):
    return _recurse(value)


_ORDERS = {
    "say": lambda value: value,
    "sleep": lambda value: time.sleep(float(value)) or f"slept {value}",
    "die": _die,
    "leave": lambda value: os._exit(int(value)),
    "touch": lambda value: Path(value).touch(),
    "spin": _spin,
    "recurse": _recurse,
    "allocate": lambda value: len(bytearray(int(value))),
    "unpicklable": lambda value: Unpicklable(),
    "large": lambda value: "x" * int(value),
    "english": lambda value: _raise(NotEnglish(value)),
    "missing": lambda value: _raise(FileNotFoundError(2, "No such file or directory", value)),
    "fetch": lambda value: _raise(FetchFailed(value)),
    "fault": lambda value: _raise(IndexError(value)),
    "import": importlib.import_module,
    "damaged": lambda value: _raise(DataError(value)),
}

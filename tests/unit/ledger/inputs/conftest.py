import pytest

from reportedly.reader import Failure


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return an empty folder, which is where the program stands."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def put(folder):
    """Return what writes a file into the folder and gives its name."""

    def put(name, data):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return name

    return put


@pytest.fixture
def told():
    """Return what shows outcomes in short: the name of an item, or a failure as it is told."""
    return lambda outcomes: [str(one) if isinstance(one, Failure) else one.name for one in outcomes]

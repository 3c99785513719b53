"""The layers of the house, as import-linter reads them from pyproject.toml."""

import re
import tomllib
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_imports_go_only_downwards(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_module_has_its_layer():
    whole, within_page, *_ = PROJECT["tool"]["importlinter"]["contracts"]
    assert within_page["exhaustive"]  # import-linter itself asks this of page
    layers = {name.strip().removeprefix("reportedly.") for line in whole["layers"] for name in line.split("|")}
    package = ROOT / "src/reportedly"
    modules = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert modules - {"__init__", "__main__"} <= layers


def test_locks_name_no_host_and_pin_every_package_by_hash():
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    assert [lock.stem for lock in locks] == ["bench", "dev", "run", "train"]
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        packages = text.replace("\\\n", "").strip().splitlines()
        assert packages
        assert all(" --hash=sha256:" in package and "==" in package for package in packages)


def test_larger_locks_agree_with_smaller_ones():
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
        return set(re.findall(r"(?m)^[\w.-]+==[^ ;]+", text))

    assert pins("run")
    assert pins("run") <= pins("dev") <= pins("bench")
    assert pins("run") <= pins("train")

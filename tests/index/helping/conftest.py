"""Helpers that meet with accidents: what happens in them is chosen by the name of a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

ACCIDENTS = """
import os, pathlib, signal, sys, time

if sys.argv[0] == "-m" and "index.helping" in sys.orig_argv:
    from index.ingest import readers, text

    read = text.read_text

    def read_text(name, data):
        once = pathlib.Path(__file__).with_name("happened-" + name)
        if name.startswith("kills") or (name.startswith("once") and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        while name.startswith("hangs"):
            pass
        if name.startswith("sleeps"):
            time.sleep(600)
        if name.startswith("fails"):
            raise ValueError("no reader expects this")
        if name.startswith("prints"):
            print("[1, 2, 3]", flush=True)
        return read(name, data)

    import index.entities

    recognise = index.entities.recognise

    def recognise_(title, text, **rest):
        if "unnameable" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return recognise(title, text, **rest)

    index.entities.recognise = recognise_
    text.read_text = read_text
"""
"""Run at the start of a process; a helper then reads as this says."""


@pytest.fixture
def with_helpers(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Have so many helpers read."""
    return lambda number: monkeypatch.setenv("CUTTINGS_HELPERS", str(number))


@pytest.fixture
def accidents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let helpers break down over files called so."""
    at_start = tmp_path / "at-start"
    at_start.mkdir()
    (at_start / "sitecustomize.py").write_text(ACCIDENTS)
    monkeypatch.setenv("PYTHONPATH", str(at_start))
    monkeypatch.setenv("CUTTINGS_HELPERS", "2")


INSTALLING = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in ("index.ingest.markdown", "index.dates") and HERE:
            raise ImportError(f"{name} is not there yet", name=name)

sys.meta_path.insert(0, Missing())
"""
"""Run at the start of a process: some parts of the program are not there."""


@pytest.fixture
def being_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let parts of the program be missing: in processes of which an expression is true."""

    def begin(where: str) -> None:
        at_start = tmp_path / "at-start"
        at_start.mkdir(exist_ok=True)
        (at_start / "sitecustomize.py").write_text(INSTALLING.replace("HERE", where))
        monkeypatch.setenv("PYTHONPATH", str(at_start))
        monkeypatch.setenv("CUTTINGS_HELPERS", "2")

    return begin


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of a hundred articles."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(100):
        text = f"Report {number} from Geneva\n\nMarta Keller spoke of number{number} in Geneva on Monday.\n"
        (folder / f"{number:03}.txt").write_text(text)
    return folder

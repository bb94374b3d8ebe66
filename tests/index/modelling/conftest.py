"""A model that is told what to say, in the process where the real one would be."""

from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

TOLD = """
import os, pathlib, signal, sys

if sys.argv[0] == "-m" and "index.modelling" in sys.orig_argv:
    import index.modelling.work as work
    from index.entities import Vote

    class Told:
        def votes(self, documents):
            if pathlib.Path(__file__).with_name("fails-always").exists():
                raise ValueError("no model would do this")
            return [tuple(self.of(title, text)) for title, text in documents]

        def of(self, title, text):
            if "breaks" in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "fails" in text:
                raise ValueError("no model expects this")
            at = text.find("Qumra")
            while at >= 0:
                yield Vote(at, at + 5, "event")
                at = text.find("Qumra", at + 1)

    work._model = lambda package: Told()
"""
"""Run at the start of a process; it takes Qumra for an event, and breaks down where it is told to."""


BROKEN = """
import sys

class Broken:
    def find_spec(self, name, path=None, target=None):
        if name == "spacy":
            raise ERROR("not made for this numpy")

if sys.argv[0] == "-m" and "index.modelling" in sys.orig_argv:
    sys.meta_path.insert(0, Broken())
"""
"""Run at the start of a process; spaCy cannot be loaded in that of the model."""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, real: None) -> Path:
    """Let the process of the model have one that says what the test wants.

    It fails on whatever it is given as long as there is the file that this gives.
    """
    at_start = tmp_path / "at-start"
    at_start.mkdir()
    (at_start / "sitecustomize.py").write_text(TOLD)
    monkeypatch.setenv("PYTHONPATH", str(at_start))
    return at_start / "fails-always"


@pytest.fixture
def broken_spacy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what lets an error be met with where spaCy is loaded in the process of the model."""

    def have_it_fail(error: str) -> None:
        at_start = tmp_path / "at-start"
        at_start.mkdir()
        (at_start / "sitecustomize.py").write_text(BROKEN.replace("ERROR", error))
        monkeypatch.setenv("PYTHONPATH", str(at_start))

    return have_it_fail


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the model vote that is installed for the tests."""
    try:
        distribution("spacy")
    except PackageNotFoundError:
        try:
            distribution("whoosh")
        except PackageNotFoundError:
            pytest.fail("the extra nlp belongs to what tests are run with")
        pytest.skip("the environment with Whoosh 2 is for the index alone")
    monkeypatch.setenv("CUTTINGS_NLP", "1")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes articles of these texts, and gives their folder."""
    folder = tmp_path / "articles"
    folder.mkdir()

    def write_them(*texts: str) -> Path:
        for number, text in enumerate(texts):
            (folder / f"{number:02}.txt").write_text(f"Report {number} from the coast\n\n{text}\n")
        return folder

    return write_them


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Return what makes a distribution be installed, with a folder for its pipeline, which it gives."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))

    def install(name: str, version: str) -> Path:
        info = site / f"{name}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        data = site / name / f"{name}-{version}"
        data.mkdir(parents=True)
        (data / "config.cfg").write_text("[nlp]\n")
        return data

    yield install

"""A folder of articles, a home of its own, and two ways to run the command line."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.cli.group import cuttings

ROOT = Path(__file__).parents[3]

STRIKES = """Strikes on three sites

The Cradle
23 June 2025

Trump hailed the strikes on Fordow as a success. He spoke in Washington.

Iran said that Fordow had been emptied before. "Nothing was there," an official said.

The agency has asked for access.
"""

MOSCOW = """Araghchi meets Putin in Moscow

Palestine Chronicle
24 June 2025

The foreign minister arrived in Moscow on Monday.

Putin condemned the strikes on Fordow.
"""

HARVEST = """A good harvest in the valley

The apples were early this year. Nobody expected it.
"""


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "CUTTINGS_HOME", "CUTTINGS_DEBUG", "PY_COLORS", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def texts() -> Mapping[str, str]:
    return {"strikes": STRIKES, "moscow": MOSCOW, "harvest": HARVEST}


Cli = Callable[..., Result]


@pytest.fixture
def cli(home: Path) -> Cli:
    """Run in this process: give the words, get exit status, stdout and stderr."""

    def run(*words: object) -> Result:
        return CliRunner().invoke(cuttings, ["--home", str(home), *map(str, words)])

    return run


Program = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def program(home: Path, tmp_path: Path) -> Program:
    """Run in a process of its own, its output in pipes."""

    def run(*words: str | bytes, **more: str) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "CUTTINGS_HOME": str(home), "PYTHONPATH": str(ROOT), **more}
        command = [sys.executable, "-m", "tui", *words]
        return subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, env=environment, cwd=tmp_path, timeout=60
        )

    return run

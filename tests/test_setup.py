"""How the first `make` finds a Python: a name on the PATH may be a shim, too old, or incomplete."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "venv"

Setup = Callable[..., subprocess.CompletedProcess[str]]

SHIM = "echo 'pyenv: command not found' >&2; exit 127"
OLD = "exit 1"
WITHOUT_VENV = f'case "$*" in *ensurepip*) exit 1;; esac; exec "{sys.executable}" "$@"'
GOOD = f'case "$*" in *"-m venv"*) echo "$0 $*"; exit;; esac; exec "{sys.executable}" "$@"'


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    """Return what runs the script in an empty folder where these commands alone are named python."""
    monkeypatch.delenv("PYTHON", raising=False)
    tools = tmp_path / "bin"
    tools.mkdir()
    monkeypatch.setenv("PATH", str(tools))

    def run(**commands: str) -> subprocess.CompletedProcess[str]:
        for name, body in commands.items():
            command = tools / name.replace("_", ".")
            command.write_text(f"#!/bin/sh\n{body}\n")
            command.chmod(0o755)
        return subprocess.run(
            ["/bin/sh", SCRIPT, ".venv"], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run


def test_takes_the_first_python_that_runs_and_can_make_environments(setup: Setup, tmp_path: Path) -> None:
    done = setup(python3_13=SHIM, python3_12=OLD, python3_11=WITHOUT_VENV, python3=GOOD, python=SHIM)
    assert (done.returncode, done.stdout) == (0, f"{tmp_path}/bin/python3 -m venv --clear .venv\n")
    assert done.stderr.startswith("Setting up .venv with Python 3.")


def test_says_which_package_is_missing_where_no_python_can_make_environments(
    setup: Setup, tmp_path: Path
) -> None:
    apt = tmp_path / "bin" / "apt-get"
    apt.touch(0o755)
    done = setup(python3_13=SHIM, python3=WITHOUT_VENV)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert done.returncode == 1
    assert f"Python {version} is here (python3), but it cannot make virtual environments." in done.stderr
    assert f"apt install python{version}-venv" in done.stderr

    apt.unlink()
    assert "apt" not in setup().stderr


@pytest.mark.parametrize("commands", [{}, {"python3_12": SHIM, "python": OLD}])
def test_says_what_it_needs_where_no_python_runs(setup: Setup, commands: dict[str, str]) -> None:
    done = setup(**commands)
    assert done.returncode == 1
    assert "Cuttings needs Python 3.11, 3.12 or 3.13" in done.stderr
    assert "make run PYTHON=" in done.stderr


def test_takes_the_python_it_is_told_to_take_or_none(
    setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "my python3"
    monkeypatch.setenv("PYTHON", str(mine))
    done = setup(python3=GOOD)
    assert (done.returncode, done.stderr) == (
        1,
        f"PYTHON={mine} is not a Python 3.11, 3.12 or 3.13 that runs.\n",
    )

    mine.write_text(f"#!/bin/sh\n{GOOD}\n")
    mine.chmod(0o755)
    done = setup()
    assert (done.returncode, done.stdout) == (0, f"{mine} -m venv --clear .venv\n")


def test_leaves_an_environment_that_works_and_makes_one_that_was_moved_anew(
    setup: Setup, tmp_path: Path
) -> None:
    tools = tmp_path / ".venv" / "bin"
    tools.mkdir(parents=True)
    (tools / "python").write_text(f"#!/bin/sh\n{GOOD}\n")
    (tools / "python").chmod(0o755)
    (tmp_path / "bin" / "grep").symlink_to("/bin/grep" if os.path.exists("/bin/grep") else "/usr/bin/grep")

    (tools / "activate").write_text(f"VIRTUAL_ENV='{tmp_path}/.venv'\n")
    assert setup(python3=GOOD).stdout == ""
    (tools / "activate").write_text("VIRTUAL_ENV='/elsewhere/.venv'\n")
    assert "-m venv --clear" in setup().stdout

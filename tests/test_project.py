"""What is handed out: the wheel that a user installs, made by way of the source archive."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    """Run a command with this Python and return what it prints."""
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from an unpacked source archive, as an installer would do it."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "hatchling", "build", "--target", "sdist", "--directory", folder, cwd=ROOT)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    source = next(path for path in folder.iterdir() if path.is_dir())
    run("-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=source)
    return next(folder.glob("*.whl"))


def test_wheel_holds_the_packages_the_articles_and_the_licence_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    beside = {name for name in held if ".dist-info/" in name}
    assert any(name.endswith("/licenses/LICENSE") for name in beside)

    files = (path for package in ("index", "tui") for path in (ROOT / package).rglob("*"))
    wanted = {str(path.relative_to(ROOT)) for path in files if path.suffix in {".py", ".tcss"}}
    wanted |= {f"index/seeds/{path.name}" for path in (ROOT / "seeds").iterdir()}
    assert wanted <= held - beside
    assert {name.split("/")[0] for name in held - beside} == {"index", "tui"}
    assert not [name for name in held if re.search(r"test|\.pyc$|bench", name)]


def test_installed_program_finds_its_sample_articles(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    options = ("--isolated", "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check")
    run("-m", "pip", "install", *options, "--target", target, wheel, cwd=tmp_path)
    script = "import index.paths; print(index.__file__, *index.paths.sample_articles(), sep='\\n')"
    package, *samples = run("-c", script, cwd=tmp_path, PYTHONPATH=str(target)).splitlines()
    assert package == str(target / "index" / "__init__.py")
    articles = {path.name for path in (ROOT / "seeds").iterdir() if path.name != "README.md"}
    assert len(articles) >= 2
    assert set(samples) == {str(target / "index" / "seeds" / name) for name in articles}
    assert (target / "bin" / "cuttings").exists()


def test_every_requirement_is_pinned_by_name_and_version_alone() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    required = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    for extra in project["project"]["optional-dependencies"].values():
        required += [requirement for requirement in extra if not requirement.startswith("cuttings")]
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert not [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)]
    pinned = {re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower() for line in lines}
    names = {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", line)[0]).lower() for line in required}
    assert names <= pinned

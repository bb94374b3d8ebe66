"""What an import drags in: seen in a fresh process, since a start of the program pays for it."""

import os
import subprocess
import sys

import pytest

HEAVY = {"textual", "rich", "whoosh", "numpy", "sqlite3", "yaml", "charset_normalizer", "click", "rich_click"}
ENGINES = {"index.library", "index.catalog", "index.sync", "index.fulltext", "index.ingest"}


def loaded(statement: str) -> set[str]:
    """Return the names of the modules that are loaded after a statement."""
    script = f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["index", "index.model", "index.errors", "index.paths"])
def test_the_words_of_the_library_cost_nothing(module: str) -> None:
    assert not loaded(f"import {module}") & (HEAVY | ENGINES)


def test_the_command_line_is_read_before_the_screen_and_the_engines_are_loaded() -> None:
    names = loaded("import tui.__main__")
    assert not names & ({"textual", "whoosh", "numpy", "sqlite3", "tui.app"} | ENGINES)


def test_the_room_is_painted_before_numbers_are_needed() -> None:
    names = loaded("import tui.cli.door, tui.app")
    assert "textual.app" in names
    assert not names & {"numpy", "whoosh", "click", "rich_click", "tomllib", "index.fulltext", "index.sync"}


def test_the_doorway_is_painted_before_the_room_and_the_library_are_loaded() -> None:
    names = loaded("import tui.cli.door, tui.app")
    assert "tui.screens.doorway" in names
    assert not names & {"index.library", "index.model", "sqlite3", "tui.screens.main", "tui.widgets.lines"}


def test_the_door_opens_from_the_package() -> None:
    names = loaded("from index import Library\nassert Library.__module__ == 'index.library'")
    assert "index.library" in names
    assert not names & {"textual", "rich", "click", "rich_click", "tui"}


def test_an_unknown_name_of_the_package_is_an_import_error() -> None:
    done = subprocess.run([sys.executable, "-c", "from index import nothing"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "ImportError: cannot import name 'nothing'" in done.stderr


@pytest.mark.parametrize("folder", ["index", "tui"])
def test_folders_of_tests_do_not_hide_the_packages(folder: str, pytestconfig: pytest.Config) -> None:
    package = __import__(folder)
    assert package.__file__ == os.path.join(pytestconfig.rootpath, folder, "__init__.py")
    assert not list(pytestconfig.rootpath.glob("tests/**/__init__.py"))

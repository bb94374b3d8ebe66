"""The short way into the room: only where nothing has to be said about the command line."""

from pathlib import Path

import pytest

from index.errors import PathNotFound
from tui.cli import door
from tui.cli.group import cuttings
from tui.cli.room import OPEN


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A terminal to be in, and a folder to be at."""
    monkeypatch.setattr(door, "_is_at_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("CUTTINGS_HOME", raising=False)
    (tmp_path / "articles").mkdir()
    (tmp_path / "search").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_paths_that_are_there_go_the_short_way(terminal: Path) -> None:
    assert door.is_open([])
    assert door.is_open(["articles"])
    assert door.is_open(["./search", str(terminal)])
    assert door.is_open(["articles", "search"]), "only a first word is a command"


@pytest.mark.parametrize("words", [["search"], ["nowhere"], ["--help"], ["articles", "--home", "x"], ["--"]])
def test_all_else_goes_the_long_way(terminal: Path, words: list[str]) -> None:
    assert not door.is_open(words)


@pytest.mark.parametrize(
    ("name", "value"), [("TERM", "dumb"), ("CUTTINGS_HOME", "file"), ("_CUTTINGS_COMPLETE", "bash_source")]
)
def test_what_has_to_be_told_is_told_on_the_long_way(
    terminal: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    (terminal / "file").touch()
    monkeypatch.setenv(name, value)
    assert not door.is_open(["articles"])


def test_without_a_terminal_it_is_the_long_way(terminal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "_is_at_terminal", lambda: False)
    assert not door.is_open([])


def test_the_commands_are_those_there_are() -> None:
    assert set(door.COMMANDS) == cuttings.commands.keys() - {OPEN}


def test_the_room_gets_paths_and_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUTTINGS_HOME", str(tmp_path))
    calls = []

    def run(*, paths: list[str] | None, home: Path | None) -> int:
        calls.append((paths, home))
        return 7

    monkeypatch.setattr("tui.app.run", run)
    for words in ([], ["articles"]):
        with pytest.raises(SystemExit) as left:
            door.enter(words)
        assert left.value.code == 7
    assert calls == [(None, tmp_path), (["articles"], tmp_path)]


def test_what_fails_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*, paths: list[str] | None, home: Path | None) -> int:
        raise PathNotFound("The folder has gone.")

    monkeypatch.setattr("tui.app.run", run)
    with pytest.raises(SystemExit) as left:
        door.enter(["articles"])
    assert left.value.code == 2
    assert "The folder has gone." in capsys.readouterr().err

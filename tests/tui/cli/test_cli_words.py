"""The first word: a command, a path, or neither; and options before and after it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tui.cli import room
from tui.cli.group import cuttings


class Opened(list[tuple[list[str] | None, Path | None]]):
    """How often the reading room was opened, on which paths, under which home."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opened:
    """A terminal and a reading room that only notes what it was opened on."""
    calls = Opened()
    monkeypatch.setattr(room, "_require_terminal", lambda: None)
    monkeypatch.setattr(room, "_run", lambda paths, home: calls.append((paths, home)))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "search").mkdir()
    (tmp_path / "-odd").mkdir()
    return calls


def cuttings_with(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cuttings, list(words))
    assert result.stdout == "" or result.exit_code == 0
    return result.exit_code, result.stderr


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ((), None),
        (("papers",), ["papers"]),
        (("papers", "search"), ["papers", "search"]),
        (("./search",), ["./search"]),
        (("--", "search"), ["search"]),
        (("--", "-odd"), ["-odd"]),
        (("./-odd",), ["./-odd"]),
        (("papers", "--", "-odd"), ["papers", "-odd"]),
        (("--",), None),
    ],
)
def test_paths_open_the_reading_room(opened: Opened, words: tuple[str, ...], paths: list[str] | None) -> None:
    assert cuttings_with(*words) == (0, "")
    assert opened == [(paths, None)]


@pytest.mark.parametrize(
    "words",
    [("--home", "h", "papers"), ("papers", "--home", "h"), ("--home=h", "papers"), ("papers", "--home=h")],
)
def test_home_stands_before_or_after_the_path(opened: Opened, words: tuple[str, ...]) -> None:
    assert cuttings_with(*words) == (0, "")
    assert opened == [(["papers"], Path("h"))]


def test_home_alone_opens_the_last_library_under_it(opened: Opened) -> None:
    assert cuttings_with("--home", "h") == (0, "")
    assert opened == [(None, Path("h"))]


def test_home_given_goes_before_the_environment(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUTTINGS_HOME", "e")
    cuttings_with("papers")
    cuttings_with("--home", "h", "papers")
    cuttings_with("--home", "h", "papers", "--home", "later")
    assert [home for _, home in opened] == [Path("e"), Path("h"), Path("later")]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("serach", "Did you mean cuttings search?"),
        ("lib", "Did you mean cuttings libraries?"),
        ("papres", "Did you mean papers?"),
        ("nothing-like-it", "nothing-like-it"),
        ("./serach", "Did you mean ./search?"),
    ],
)
def test_a_first_word_that_is_neither_is_an_error_with_a_suggestion(
    opened: Opened, word: str, hint: str
) -> None:
    status, message = cuttings_with(word)
    assert status == 2
    assert "no such" in message and "file or folder: " + word in message
    assert hint in message
    assert opened == []


def test_a_later_path_that_is_missing_is_an_error(opened: Opened) -> None:
    status, message = cuttings_with("papers", "gone")
    assert (status, message) == (2, "cuttings: no such file or folder: gone\n")
    assert opened == []


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--limti",), "Did you mean --limit?"),
        (("papers", "--hme", "x"), "Did you mean --home?"),
        (("search", "--limti", "3", "x"), "Did you mean --limit?"),
        (("papers", "--rebuild"), "--rebuild belongs to cuttings index"),
        (("--json",), "--json belongs to cuttings index, cuttings search"),
        (("index", "-q"), "cuttings index --help"),
    ],
)
def test_an_unknown_option_is_an_error_never_a_path(
    opened: Opened, words: tuple[str, ...], hint: str
) -> None:
    Path("--limti").mkdir()
    status, message = cuttings_with(*words)
    assert status == 2
    assert message.startswith("cuttings: no such option: -")
    assert hint in message
    assert opened == []


def test_a_folder_named_like_a_command_is_pointed_out(opened: Opened) -> None:
    status, message = cuttings_with("search")
    assert status == 2
    assert "QUERY is missing" in message and "./search" in message


def test_nobody_can_type_the_hidden_command(opened: Opened) -> None:
    assert room.OPEN not in CliRunner().invoke(cuttings, ["--help"]).stdout
    assert cuttings_with(room.OPEN.strip("\0"))[0] == 2
    assert "\0" in room.OPEN


@pytest.mark.parametrize("words", [("-h",), ("--help",), ("papers", "--help"), ("papers", "-h")])
def test_help_of_the_whole(opened: Opened, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cuttings, list(words))
    assert result.exit_code == 0
    for name in ("index", "search", "show", "libraries", "doctor", "--home", "--version"):
        assert name in result.stdout
    assert opened == []


@pytest.mark.parametrize("name", ["index", "search", "show", "libraries", "doctor"])
def test_help_of_each_command(name: str) -> None:
    result = CliRunner().invoke(cuttings, [name, "-h"])
    assert result.exit_code == 0
    assert f"cuttings {name}" in result.stdout
    assert "--home" in result.stdout and "--json" in result.stdout


def test_version() -> None:
    result = CliRunner().invoke(cuttings, ["--version"])
    assert result.exit_code == 0
    assert result.stdout.startswith("cuttings ")


def test_home_must_not_be_a_file(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    status, message = cuttings_with("--home", "file", "libraries")
    assert status == 2
    assert "--home wants a directory" in message


@pytest.mark.parametrize("value", ["-3", "many", "1.5", ""])
def test_a_limit_is_a_whole_number(value: str) -> None:
    status, message = cuttings_with("search", "--limit", value, "word")
    assert status == 2
    assert "--limit" in message and "whole number" in message


def test_sort_names_what_there_is_to_choose_from() -> None:
    status, message = cuttings_with("search", "--sort", "oldset", "word")
    assert status == 2
    assert "oldest" in message

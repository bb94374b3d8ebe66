"""`cuttings watch`: names that are watched for, for scripts and by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

LEAK = "What the file says\n\nThe file that insiders call cobalt names Mr Araqchi. Cobalt is thick.\n"
DINNER = "A dinner for two\n\nMr Araqchi dined with Olof Lindqvist. Mr Araqchi praised the soup.\n"
LINE = 'work "Cobalt papers", "cobalt"'


@pytest.fixture
def indexed(cli: Cli, tmp_path: Path) -> Path:
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "leak.txt").write_text(LEAK, "utf-8")
    (folder / "dinner.txt").write_text(DINNER, "utf-8")
    assert cli("index", folder).exit_code == 0
    return folder


def watched(cli: Cli, *more: str) -> dict[str, int]:
    found = json.loads(cli("entities", "--watched", "--json", *more).stdout)["entities"]
    assert all(one["watched"] for one in found)
    return {one["name"]: one["mentions"] for one in found}


def test_a_name_is_watched_for_and_taken_off(cli: Cli, indexed: Path) -> None:
    assert cli("watch").exit_code == 1 and not watched(cli)
    said = cli("watch", "--say", LINE)
    assert said.exit_code == 0
    assert said.stdout.splitlines()[0] == f"{LINE}  # 2 mentions in 1 document"
    assert watched(cli) == {"Cobalt papers": 2}
    assert cli("search", "watched:yes", "-l").stdout == f"{indexed / 'leak.txt'}\n"
    assert cli("search", "watched:no", "-l").stdout == f"{indexed / 'dinner.txt'}\n"
    assert not watched(cli, "--query", "soup")
    mentions = json.loads(cli("show", str(indexed / "leak.txt"), "--json").stdout)["mentions"]
    assert [one["text"] for one in mentions if one["type"] == "work"] == ["cobalt", "Cobalt"]
    assert cli("watch", "--take-off", 'work "cobalt PAPERS"').exit_code == 1, "nothing is left to be listed"
    assert not watched(cli)
    assert cli("watch", "--take-off", LINE).exit_code == 1


def test_the_lists_are_told_with_what_is_wrong_in_them(cli: Cli, indexed: Path) -> None:
    assert cli("watch", "--everywhere", "--say", LINE).exit_code == 0
    found = json.loads(cli("watch", "--json").stdout)
    own, common = map(Path, found["paths"])
    assert not own.exists() and common.exists()
    assert [(one["line"], one["name"]) for one in found["watched"]] == [(LINE, "Cobalt papers")]
    assert [one["name"] for one in found["entities"]] == ["Cobalt papers"] and not found["troubles"]
    own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    own.write_text('rubbish\nperson "Olof Lindqvist"\n', "utf-8")
    done = cli("index", indexed)
    assert f"In {own}, line 1 is not read" in done.stderr and done.exit_code == 0
    assert watched(cli) == {"Cobalt papers": 2, "Olof Lindqvist": 1}
    (library,) = json.loads(cli("doctor", "--json").stdout)["libraries"]
    assert library["watched"] == [str(own), str(common)] and len(library["troubles"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--say", "nonsense"),
        ("--say", ""),
        ("--say", LINE, "--take-off", LINE),
        ("--everywhere",),
    ],
)
def test_what_cannot_be_meant_is_refused(cli: Cli, indexed: Path, words: tuple[str, ...]) -> None:
    assert cli("watch", *words).exit_code == 2

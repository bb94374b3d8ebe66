"""`cuttings mend`: what is said of names, for scripts and by hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

DINNER = "A dinner for two\n\nMr Araqchi dined with Olof Lindqvist. Mr Araqchi praised the soup.\n"
TALKS = "Talks in Geneva\n\nForeign Minister Abbas Araghchi met Olof Lindqvist. Araghchi left Geneva early.\n"
MERGE = 'merge person "Araqchi" into person "Abbas Araghchi"'


@pytest.fixture
def indexed(cli: Cli, tmp_path: Path) -> Path:
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "dinner.txt").write_text(DINNER, "utf-8")
    (folder / "talks.txt").write_text(TALKS, "utf-8")
    assert cli("index", folder).exit_code == 0
    return folder


def names(cli: Cli) -> dict[str, int]:
    return {one["name"]: one["mentions"] for one in json.loads(cli("entities", "--json").stdout)["entities"]}


def test_a_name_is_put_right_and_taken_back(cli: Cli, indexed: Path) -> None:
    assert cli("mend").exit_code == 1
    foreseen = cli("mend", "--foresee", MERGE)
    assert (foreseen.exit_code, foreseen.stdout) == (0, "2 mentions in 1 document become Abbas Araghchi\n")
    assert names(cli)["Araqchi"] == 2, "nothing was done"
    assert cli("mend", "--say", MERGE).stdout == foreseen.stdout
    assert names(cli)["Abbas Araghchi"] == 4 and "Araqchi" not in names(cli)
    (dinner,) = json.loads(cli("search", "soup", "--json").stdout)["results"]
    shown = json.loads(cli("show", dinner["document"]["path"], "--json").stdout)
    merged = {one["id"]: one for one in json.loads(cli("entities", "--json").stdout)["entities"]}
    assert {merged[one["entity"]]["name"] for one in shown["mentions"] if one["text"] == "Araqchi"} == {
        "Abbas Araghchi"
    }
    listed = cli("mend")
    assert listed.exit_code == 0 and listed.stdout.splitlines()[0] == MERGE
    assert cli("index", indexed, "--rebuild").exit_code == 0
    assert names(cli)["Abbas Araghchi"] == 4, "alive after a rebuild"
    assert cli("mend", "--take-back", MERGE).exit_code == 1, "and nothing is left to be listed"
    assert names(cli)["Araqchi"] == 2


def test_suggestions_are_lines_that_can_be_said(cli: Cli, indexed: Path) -> None:
    found = cli("mend", "--suggestions")
    line = found.stdout.splitlines()[0]
    assert line.startswith(MERGE) and "# a surname spelled alike" in line
    assert cli("mend", "--say", line).exit_code == 0
    assert cli("mend", "--suggestions").exit_code == 1
    said = json.loads(cli("mend", "--json").stdout)
    assert list(said) == ["path", "mendings", "troubles"]
    assert said["mendings"][0]["line"] == MERGE and said["mendings"][0]["idle"] is False
    assert Path(said["path"]).read_text("utf-8").endswith(MERGE + "\n")


def test_a_line_that_cannot_be_read_is_refused_and_one_in_the_file_reported(cli: Cli, indexed: Path) -> None:
    refused = cli("mend", "--say", "marry Araqchi")
    assert refused.exit_code == 2 and "should begin with one of merge" in refused.stderr
    assert cli("mend", "--say", MERGE, "--suggestions").exit_code == 2
    cli("mend", "--say", MERGE, "--say", 'hide place "Atlantis"')
    path = Path(json.loads(cli("mend", "--json").stdout)["path"])
    path.write_text(path.read_text("utf-8") + "nonsense \x1b[2J\n", "utf-8")
    listed = cli("mend")
    assert "line 4 is not read" in listed.stderr and "\x1b" not in listed.stdout + listed.stderr
    assert 'hide place "Atlantis"  # in no text now' in listed.stdout
    assert str(path) in " ".join(cli("doctor").stdout.split())


def test_what_is_pinned_is_said(cli: Cli, indexed: Path) -> None:
    cli("mend", "--say", 'pin person "Olof Lindqvist"')
    found = json.loads(cli("entities", "--json").stdout)["entities"]
    assert [one["name"] for one in found if one["pinned"]] == ["Olof Lindqvist"]

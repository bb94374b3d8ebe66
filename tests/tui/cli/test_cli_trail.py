"""`cuttings trail`: a trail walked in the room as a research log."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from index import Library
from tui.state import FILE, Session, save_session
from tui.trail import Step, Trail
from tui.trails import FOLDER, keep_trail

Cli = Callable[..., Result]


@pytest.fixture
def walked(cli: Cli, articles: Path, home: Path) -> Path:
    """The data directory of a library in which someone has walked from a search to an article."""
    cli("index", articles)
    with Library.open([articles], home) as library:
        strikes = library.find(articles / "strikes.txt")
        assert strikes is not None
        trail = Trail().walk(Step("fordow", strikes.id, strikes.title, 1, 0, "search"))
        data = library.make_data_directory()
    save_session(data / FILE, Session(trail=trail))
    keep_trail(data, "emptied", trail, "2026-11-28T10:00:00")
    return data


def test_the_way_walked_last_is_a_log_with_citations(cli: Cli, walked: Path) -> None:
    result = cli("trail")
    assert result.exit_code == 0
    assert "1. Search for `fordow`: Strikes on three sites [1], line 8" in result.stdout
    assert "    > Iran said that Fordow had been emptied before." in result.stdout
    assert "1. “Strikes on three sites”, The Cradle, Monday 23 June 2025. File" in result.stdout


def test_a_trail_by_its_name_and_as_json(cli: Cli, walked: Path) -> None:
    assert cli("trail", "--name", "emptied").stdout.startswith("# emptied\n")
    found = json.loads(cli("trail", "--json").stdout)
    assert found["name"] == "" and [step["why"] for step in found["steps"]] == ["search"]


def test_the_list_of_what_is_kept(cli: Cli, walked: Path) -> None:
    (walked / FOLDER / "broken.json").write_text("{")
    assert cli("trail", "--list").stdout.splitlines() == [
        "emptied · 1 step · kept 2026-11-28",
        "broken · not read: it is no JSON",
    ]
    kept = json.loads(cli("trail", "--list", "--json").stdout)["trails"]
    assert [(one["name"], one["steps"], one["trouble"]) for one in kept] == [
        ("emptied", 1, None),
        ("broken", 0, "it is no JSON"),
    ]


def test_nothing_walked_and_wrong_words(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    nothing = cli("trail")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "nothing was walked yet" in nothing.stderr
    assert cli("trail", "--list").exit_code == 1
    wrong = cli("trail", "--name", "other")
    assert wrong.exit_code == 2 and "no trail named “other”" in wrong.stderr
    assert cli("trail", "--list", "--name", "x").exit_code == 2

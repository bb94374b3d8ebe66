"""`cuttings doctor`: what is kept where, is it whole, what can the terminal do."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tui.cli.terminal_facts import copying, terminal_facts

Cli = Callable[..., Result]


def test_a_whole_house(cli: Cli, articles: Path, home: Path) -> None:
    cli("index", articles)
    result = cli("doctor", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert list(found) == ["whole", "problems", "kept_in", "libraries", "names", "versions", "terminal"]
    assert found["whole"] is True
    assert found["kept_in"] == {"cache": str(home / "cache"), "data": str(home / "data")}
    assert found["libraries"][0]["documents"] == 3 and found["libraries"][0]["problems"] == []
    assert {"cuttings", "python", "textual", "numpy"} <= found["versions"].keys()
    assert any(name.lower().startswith("whoosh") for name in found["versions"])


def test_the_report_for_people(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    result = cli("doctor")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Kept in"
    assert "  whole" in lines
    assert "Versions" in lines and "Terminal" in lines
    assert "\x1b" not in result.stdout


def test_the_indexes_are_described(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    library = json.loads(cli("doctor", "--json").stdout)["libraries"][0]
    texts, passages = library["stores"]
    assert list(texts) == ["holds", "items", "removed", "segments", "words", "bytes"]
    assert (texts["holds"], texts["items"], texts["removed"]) == ("articles", 3, 0)
    assert passages["holds"] == "passages" and passages["items"] >= 3
    assert texts["words"] > 10 and texts["bytes"] > 1000 and 1 <= texts["segments"] <= 8
    lines = cli("doctor").stdout.splitlines()
    assert any(line.startswith("  3 articles in ") for line in lines)


def test_every_kind_of_clause_is_answered_by_arrays(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    library = json.loads(cli("doctor", "--json").stdout)["libraries"][0]
    assert {"word", "phrase", "near", "prefix", "fuzzy", "date"} <= library["matchers"].keys()
    assert not any(library["matchers"].values())
    assert "none by Whoosh's matchers" in cli("doctor").stdout


def test_damage_is_named_and_is_status_3(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    library = json.loads(cli("doctor", "--json").stdout)["libraries"][0]
    catalog = Path(library["directory"]) / "catalog.sqlite"
    for wal in catalog.parent.glob("catalog.sqlite-*"):
        wal.unlink()
    catalog.write_bytes(b"no database at all, and long enough to be taken for one" * 100)
    result = cli("doctor", "--json")
    assert result.exit_code == 3
    found = json.loads(result.stdout)
    assert found["whole"] is False
    assert found["libraries"][0]["problems"]
    lines = cli("doctor").stdout.splitlines()
    assert any(line.startswith("  damaged  ") for line in lines)


def test_what_the_terminal_says_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LINES", "36")
    facts = terminal_facts({"TERM": "tmux-256color", "TMUX": "/tmp/x", "SSH_CONNECTION": "a b"})
    assert facts["TERM"] == "tmux-256color"
    assert facts["COLORTERM"] == "not set"
    assert facts["size"] == "120 columns, 36 lines"
    assert facts["within"] == "tmux, ssh"


@pytest.mark.parametrize(
    ("environment", "guess"),
    [
        ({"TERM": "xterm-kitty"}, "likely"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "likely"),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, "likely, where tmux"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, "unlikely"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "no"),
        ({"TERM": "linux"}, "no"),
        ({"TERM": "xterm-256color"}, "unknown"),
        ({}, "no"),
    ],
)
def test_whether_copying_works_is_a_guess(environment: dict[str, str], guess: str) -> None:
    assert copying(environment).startswith(guess)

"""`cuttings entity`: all there is to know of one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

MEETING = """Putin receives Abbas Araghchi

The Lantern
23 June 2025

President Vladimir Putin received the Foreign Minister of Iran, Abbas Araghchi, at the Kremlin in Moscow.

Araghchi thanked Putin. Iran and Russia have signed a treaty.
"""


@pytest.fixture
def indexed(cli: Cli, articles: Path) -> Path:
    (articles / "meeting.txt").write_text(MEETING, "utf-8")
    assert cli("index", articles).exit_code == 0
    return articles


def test_an_entity_for_people(cli: Cli, indexed: Path) -> None:
    result = cli("entity", "araghchi")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "Abbas Araghchi · person"
    assert lines[1] == "4 mentions in 2 articles, 23 Jun 2025 to 24 Jun 2025"
    assert lines[2] == "named Abbas Araghchi 2 · Araghchi 2"
    assert any(line.endswith("Vladimir Putin · person") for line in lines)
    assert lines.index("4 mentions") == len(lines) - 5
    assert "thanked Putin" in result.stdout


def test_the_json_has_all_of_it(cli: Cli, indexed: Path) -> None:
    found = json.loads(cli("entity", "Abbas Araghchi", "--json").stdout)
    assert list(found) == [
        "entity", "aliases", "days", "undated", "companions", "with", "total", "lines", "said_by",
        "said_about",
    ]  # fmt: skip
    listed = json.loads(cli("entities", "--json").stdout)["entities"]
    assert found["entity"] in listed
    assert sum(one["mentions"] for one in found["aliases"]) == found["total"] == found["entity"]["mentions"]
    assert [(one["date"], one["mentions"]) for one in found["days"]] == [("2025-06-23", 3), ("2025-06-24", 1)]
    assert found["undated"] == 0 and found["with"] is None
    putin = found["companions"][0]
    assert list(putin) == ["id", "name", "type", "passages", "documents", "score"]
    assert (putin["name"], putin["passages"], putin["documents"]) == ("Vladimir Putin", 4, 2)
    for line in found["lines"]:
        shown = json.loads(cli("show", line["document"]["path"], "--json").stdout)
        text = shown["document"]["title"] if line["field"] == "title" else shown["text"]
        assert text[line["start"] : line["end"]] == line["match"]


def test_two_together(cli: Cli, indexed: Path) -> None:
    found = json.loads(cli("entity", "Araghchi", "--with", "putin", "--json").stdout)
    assert found["with"]["name"] == "Vladimir Putin" and found["companions"] is None
    assert found["total"] == len(found["lines"]) == 4
    for line in found["lines"]:
        named = [line["match"][start:end] for start, end in line["marks"]]
        assert len(named) == 2 and {"Araghchi", "Putin"} == {name.split()[-1] for name in named}
    few = json.loads(cli("entity", "Araghchi", "--with", "putin", "--json", "--limit", "1").stdout)
    assert few["total"] == 4 and few["lines"] == found["lines"][:1]
    result = cli("entity", "Araghchi", "--with", "putin")
    assert "4 passages with Vladimir Putin" in result.stdout.splitlines()


def test_what_it_said_and_what_others_say_of_it(cli: Cli, indexed: Path) -> None:
    (indexed / "quoted.txt").write_text(
        "Araghchi answers\n\n“The way was blown up by others,” Foreign Minister Abbas Araghchi said.\n\n"
        "“Abbas Araghchi knows the way,” President Vladimir Putin said. “Araghchi is right.”\n",
        "utf-8",
    )
    assert cli("index", indexed).exit_code == 0
    found = json.loads(cli("entity", "Abbas Araghchi", "--json").stdout)
    (quotation,) = found["said_by"]["lines"]
    assert quotation["match"] == "The way was blown up by others,"
    shown = json.loads(cli("show", quotation["document"]["path"], "--json").stdout)
    assert shown["text"][quotation["start"] : quotation["end"]] == quotation["match"]
    about = [line["match"] for line in found["said_about"]["lines"]]
    assert about[0] == "Abbas Araghchi" and found["said_about"]["total"] == len(about)
    none = json.loads(cli("entity", "Abbas Araghchi", "--json", "--limit", "0").stdout)
    assert none["said_by"] == {"total": 1, "lines": []}
    both = json.loads(cli("entity", "Araghchi", "--with", "putin", "--json").stdout)
    assert both["said_by"] is both["said_about"] is None
    lines = cli("entity", "araghchi").stdout.splitlines()
    assert lines[3] == f"1 quotation by it · {len(about)} mention{'s' * (len(about) > 1)} in others' words"


def test_who_is_not_there_is_said(cli: Cli, indexed: Path) -> None:
    result = cli("entity", "nobody")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nobody and nothing is named nobody" in result.stderr
    result = cli("entity", "araghchi", "--with", "nobody", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1 and found["entity"]["name"] == "Abbas Araghchi" and found["lines"] == []
    result = cli("entity", "nobody", "--json")
    assert result.exit_code == 1 and json.loads(result.stdout)["entity"] is None


def test_a_name_that_several_bear_is_asked_back(cli: Cli, articles: Path) -> None:
    for name, city in (("one", "Peter Falk"), ("other", "Maria Falk")):
        text = f"{city} speaks\n\n{city} spoke in Bonn. Mr Falk left.\n" if name == "one" else (
            f"{city} speaks\n\n{city} spoke in Bonn. Ms Falk left.\n")  # fmt: skip
        (articles / f"{name}.txt").write_text(text, "utf-8")
    assert cli("index", articles).exit_code == 0
    result = cli("entity", "Falk")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Peter Falk, person" in result.stderr and "Maria Falk, person" in result.stderr
    id = result.stderr.splitlines()[1].split()[0]
    assert json.loads(cli("entity", id, "--json").stdout)["entity"]["id"] == id


def test_a_library_without_articles_has_nobody(cli: Cli, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = cli("entity", "Putin", empty)
    assert (result.exit_code, result.stdout) == (1, "")

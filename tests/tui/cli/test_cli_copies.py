"""`cuttings copies`: who printed an article, and what each made of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., Any]

TEXT = """{title}
Source: The {title}
{day} March 2024

The harbour district of Lowmere stood a metre under water on Monday after two of the five pumps had failed.

The company said it would publish the full accounts of the pumping station within {many} of the flood.
"""


@pytest.fixture
def wire(tmp_path: Path, cli: Cli) -> Path:
    folder = tmp_path / "wire"
    folder.mkdir()
    for title, day, many in (("Star", 7, "two weeks"), ("Herald", 5, "a week")):
        (folder / f"{title}.txt").write_text(TEXT.format(title=title, day=day, many=many), "utf-8")
    (folder / "other.txt").write_text("Vote put off\n\nThe council put off the vote.\n", "utf-8")
    cli("index", folder)
    return folder


def test_copies_are_told_with_what_they_changed(cli: Cli, wire: Path) -> None:
    found = json.loads(cli("copies", "Star.txt", "--json").stdout)
    assert found["document"]["path"] == f"{wire}/Star.txt"
    first, second = found["copies"]
    assert first["document"]["source"] == "The Herald" and first["edits"] == []
    assert (second["added"], second["dropped"]) == (2, 2)
    [edit] = second["edits"]
    assert list(edit) == ["kind", "here", "there", "pieces"] and edit["kind"] == "changed"
    show = json.loads(cli("show", "Star.txt", "--json").stdout)
    start, end = edit["there"]
    assert show["text"][start:end].startswith("The company said")
    lines = cli("copies", "Star.txt").stdout.splitlines()
    assert any("~ " in line and "[-a week-] {+two weeks+}" in line for line in lines)


def test_an_article_without_copies_is_none(cli: Cli, wire: Path) -> None:
    done = cli("copies", "other.txt")
    assert done.exit_code == 1 and "no other article" in done.stderr
    assert [one["edits"] for one in json.loads(cli("copies", "other.txt", "--json").stdout)["copies"]] == [[]]


def test_numbers_say_how_many_articles_are_copies(cli: Cli, wire: Path) -> None:
    """Two prints of one report are one source, wherever articles are counted."""
    found = json.loads(cli("search", "lowmere OR council", "--sort", "oldest", "--json").stdout)
    assert (found["total"], found["sources"]) == (3, 2)
    by_name = {Path(one["document"]["path"]).stem: one for one in found["results"]}
    herald = by_name["Herald"]["document"]["id"]
    assert {name: (one["copies"], one["copy_of"]) for name, one in by_name.items()} == {
        "Herald": (1, None), "Star": (1, herald), "other": (0, None)
    }  # fmt: skip
    assert "3 of 3 articles, 1 of them a copy" in cli("search", "lowmere OR council").stdout
    assert "1 of 3 articles" in cli("search", "council").stdout
    page = cli("entity", "Lowmere").stdout
    assert "2 mentions in 2 articles, 1 of them a copy" in page
    listed = cli("entities").stdout
    assert "mentions  articles   sources" in listed
    assert any(line.split()[:4] == ["2", "2", "1", "Lowmere"] for line in listed.splitlines())

"""`cuttings show`: one document, however its file is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from index.model import ENTITY_TYPES, EntityType, Mention
from tui.cli.named import PLURALS, named_in

Cli = Callable[..., Result]


@pytest.fixture
def indexed(cli: Cli, articles: Path) -> Path:
    (articles / "deep").mkdir()
    (articles / "deep" / "strikes.txt").write_text("Another of that name\n\nOther words.\n")
    assert cli("index", articles).exit_code == 0
    return articles


def test_an_article_for_people(cli: Cli, indexed: Path) -> None:
    result = cli("show", indexed / "strikes.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "Strikes on three sites"
    assert lines[1].startswith("23 Jun 2025 · The Cradle · ") and lines[1].endswith(" words")
    assert lines[2] == f"{indexed}/strikes.txt"
    assert "  0  Trump hailed the strikes on Fordow as a success. He spoke in Washington." in lines
    assert "  2  The agency has asked for access." in lines


def test_who_and_what_is_named_stands_at_the_end(cli: Cli, indexed: Path) -> None:
    lines = cli("show", "moscow.txt").stdout.splitlines()
    shown = json.loads(cli("show", "moscow.txt", "--json").stdout)
    mentions = [*shown["mentions"], *shown["title_mentions"]]
    types = {one["type"] for one in mentions}
    end = lines[-len(types) :]
    assert lines[-len(types) - 1] == ""
    assert [line[:15].strip() for line in end] == [PLURALS[type] for type in ENTITY_TYPES if type in types]
    assert any("Moscow (2)" in line for line in end)
    assert all(any(one["text"] in line[15:] for line in end) for one in mentions)


def test_an_entity_goes_by_a_form_that_stands_in_the_article() -> None:
    def of(text: str, type: EntityType, entity: str) -> Mention:
        return Mention(0, len(text), "text", text, type, entity)

    people = [of(text, "person", "e1") for text in ("ADA LOVELACE", "Lovelace", "Ada\nLovelace", "Lovelace")]
    places = [of(text, "place", "e2") for text in ("US", "US", "United States")]
    others = [of("Babbage", "person", "e3"), of("a\x1bb", "work", "e4")]
    assert named_in([*places, *people, *others]) == {
        "person": [("Ada Lovelace", 4), ("Babbage", 1)],
        "place": [("US", 3)],
        "work": [("a\ufffdb", 1)],
    }


def test_the_json_has_the_text_and_its_passages(cli: Cli, indexed: Path) -> None:
    shown = json.loads(cli("show", indexed / "moscow.txt", "--json").stdout)
    assert list(shown) == [
        "document", "text", "passages", "mentions", "dates", "quotes", "title_mentions", "title_quotes",
        "title_dates",
    ]  # fmt: skip
    assert shown["document"]["title"] == "Araghchi meets Putin in Moscow"
    assert shown["document"]["published"] == "2025-06-24"
    numbers = [passage["number"] for passage in shown["passages"]]
    assert numbers == [0, 1]
    last = shown["passages"][1]
    assert shown["text"][last["start"] : last["end"]] == "Putin condemned the strikes on Fordow."
    assert last["line"] == 8


def test_dates_are_where_they_say_with_the_days_they_mean(cli: Cli, indexed: Path) -> None:
    shown = json.loads(cli("show", "moscow.txt", "--json").stdout)
    (monday,) = shown["dates"]
    assert list(monday) == ["start", "end", "text", "date", "last", "granularity"]
    assert list(monday.values())[2:] == ["Monday", "2025-06-23", "2025-06-23", "day"]
    assert shown["text"][monday["start"] : monday["end"]] == "Monday"


def test_mentions_are_exactly_where_they_say(cli: Cli, indexed: Path) -> None:
    shown = json.loads(cli("show", "moscow.txt", "--json").stdout)
    for key, whole in (("mentions", shown["text"]), ("title_mentions", shown["document"]["title"])):
        assert shown[key]
        for one in shown[key]:
            assert list(one) == ["start", "end", "text", "type", "entity", "stands_for"]
            assert whole[one["start"] : one["end"]] == one["text"]
    named = {one["text"] for one in shown["mentions"]}
    assert {"Moscow", "Putin", "Fordow"} <= named and "Araghchi" not in named
    entities = {one["text"]: one["entity"] for one in (*shown["mentions"], *shown["title_mentions"])}
    listed = json.loads(cli("entities", "--json").stdout)["entities"]
    assert set(entities.values()) <= {one["id"] for one in listed}


def test_a_file_is_named_from_here_or_from_the_library(
    cli: Cli, indexed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(indexed)
    titles = {
        name: cli("show", name).stdout.splitlines()[0] for name in ("strikes.txt", "./deep/strikes.txt")
    }
    assert titles == {
        "strikes.txt": "Strikes on three sites",
        "./deep/strikes.txt": "Another of that name",
    }
    monkeypatch.chdir(tmp_path)
    assert cli("show", "deep/strikes.txt").stdout.startswith("Another of that name")
    assert cli("show", "moscow.txt").stdout.startswith("Araghchi")
    (tmp_path / "link.txt").symlink_to(indexed / "moscow.txt")
    assert cli("show", "link.txt").stdout.startswith("Araghchi")


def test_the_end_of_a_path_must_fit_one_only(cli: Cli, articles: Path) -> None:
    for folder in ("one", "two"):
        (articles / folder).mkdir()
        (articles / folder / "same.txt").write_text(f"Title {folder}\n\nText {folder}.\n")
    result = cli("show", "same.txt", articles)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "same.txt fits 2 articles" in result.stderr
    assert f"{articles}/one/same.txt" in result.stderr
    assert cli("show", "two/same.txt").stdout.startswith("Title two")


def test_a_file_that_is_not_in_the_library(cli: Cli, indexed: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("Outside\n\nNot in it.\n")
    (indexed / "photo.jpg").write_bytes(b"\xff\xd8")
    cli("index")
    for file, why in (
        (tmp_path / "outside.txt", "is not in the library of"),
        (indexed / "photo.jpg", "is not in the library: "),
        (indexed / "deep", "is a folder"),
        ("nowhere.txt", "no such file in the library: nowhere.txt"),
    ):
        result = cli("show", file)
        assert (result.exit_code, result.stdout) == (2, "")
        assert why in result.stderr


def test_a_path_after_the_file_names_the_library(cli: Cli, articles: Path, tmp_path: Path) -> None:
    result = cli("show", articles / "harvest.txt", articles)
    assert result.exit_code == 0
    assert result.stdout.startswith("A good harvest in the valley\nundated · ")

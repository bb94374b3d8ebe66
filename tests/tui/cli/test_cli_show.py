"""`cuttings show`: one document, however its file is named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

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


def test_the_json_has_the_text_and_its_passages(cli: Cli, indexed: Path) -> None:
    shown = json.loads(cli("show", indexed / "moscow.txt", "--json").stdout)
    assert list(shown) == ["document", "text", "passages", "mentions", "dates", "quotes"]
    assert shown["document"]["title"] == "Araghchi meets Putin in Moscow"
    assert shown["document"]["published"] == "2025-06-24"
    numbers = [passage["number"] for passage in shown["passages"]]
    assert numbers == [0, 1]
    last = shown["passages"][1]
    assert shown["text"][last["start"] : last["end"]] == "Putin condemned the strikes on Fordow."
    assert last["line"] == 8


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

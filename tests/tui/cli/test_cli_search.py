"""`cuttings search`: what is found, how it is printed, what the status says."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]


@pytest.fixture
def indexed(cli: Cli, articles: Path) -> Path:
    assert cli("index", articles).exit_code == 0
    return articles


def test_results_for_people(cli: Cli, indexed: Path) -> None:
    result = cli("search", "fordow")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert "Strikes on three sites" in lines
    assert f"23 Jun 2025 · The Cradle · 2 hits · {indexed}/strikes.txt" in lines
    assert lines[-1] == "3 hits in 2 of 3 articles"
    assert any(line.startswith("    0  ") and "strikes on Fordow as a success" in line for line in lines)
    assert "\x1b" not in result.stdout


def test_the_json_holds_exact_snippets(cli: Cli, indexed: Path) -> None:
    result = cli("search", "fordow", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert (found["query"], found["total"], found["hits_total"]) == ("fordow", 2, 3)
    assert found["clauses"] == [{"text": "fordow", "documents": 2}]
    for one in found["results"]:
        text = json.loads(cli("show", one["document"]["path"], "--json").stdout)["text"]
        marked = 0
        for snippet in one["snippets"]:
            assert text[snippet["start"] : snippet["end"]] == snippet["text"]
            for start, end in snippet["spans"]:
                assert snippet["text"][start:end] == "Fordow"
                marked += 1
        assert marked == one["hits"]


def test_nothing_found_is_status_1_and_still_json(cli: Cli, indexed: Path) -> None:
    result = cli("search", "zeppelin", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["results"] == []
    result = cli("search", "zeppelin")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "cuttings: nothing found in 3 articles\n"


def test_what_of_the_query_there_is_when_nothing_is_found(cli: Cli, indexed: Path) -> None:
    result = cli("search", "zeppelin fordow")
    assert result.exit_code == 1
    assert "  zeppelin: nowhere\n  fordow: in 2 articles\n" in result.stderr


def test_why_nothing_is_found_and_what_would_find_something(cli: Cli, indexed: Path) -> None:
    """She takes one of the lines by copying it: it is quoted as the shell wants it."""
    result = cli("search", "Araqhchi Moscow")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "cuttings: nothing found in 3 articles",
        "  Araqhchi: nowhere",
        "  Moscow: in 1 article",
        "  try 'Araghchi Moscow'  1 article",
        "  try Moscow             1 article",
    ]
    assert cli("search", "Araghchi Moscow").exit_code == 0
    found = json.loads(cli("search", "Araqhchi Moscow", "--json").stdout)
    assert found["suggestions"] == ["Araghchi Moscow", "Moscow"]
    assert found["explanation"]["absent"] == ["Araqhchi"]
    assert [one["documents"] for one in found["explanation"]["suggestions"]] == [1, 1]
    assert cli("search", "Araqhchi Moscow", "-l").stderr == result.stderr


def test_what_is_never_together_and_when_the_rest_is_found(cli: Cli, indexed: Path) -> None:
    result = cli("search", "fordow apples")
    assert "  try fordow  2 articles\n" in result.stderr
    result = cli("search", "fordow condemned NOT (putin OR apples)")
    assert "  no article has all of condemned and NOT (putin OR apples)\n" in result.stderr
    result = cli("search", "fordow after:2026")
    assert "  but for dates, there is something from 2025-06-23 to 2025-06-24\n" in result.stderr
    assert "  try 'fordow after:2025-06-24'  1 article\n" in result.stderr


def test_of_a_page_for_a_query_only_some_words_are_listed(cli: Cli, indexed: Path) -> None:
    words = [f"zz{number}" for number in range(100)]
    lines = cli("search", "--", " ".join(["fordow", *words])).stderr.splitlines()
    assert lines[:3] == ["cuttings: nothing found in 3 articles", "  fordow: in 2 articles", "  zz0: nowhere"]
    assert len(lines) < 30 and "  and 89 more parts of the query, 89 nowhere" in lines
    told = cli("search", "--", " OR ".join(["fordow", *words])).stderr.splitlines()
    assert told[0].endswith("zz10, zz11 and 88 more")


def test_a_word_of_an_or_that_is_nowhere_is_told_of_quietly(cli: Cli, indexed: Path) -> None:
    result = cli("search", "fordwo OR apples")
    assert result.exit_code == 0
    assert result.stderr == "cuttings: nowhere: fordwo\n  try 'Fordow OR apples'  3 articles\n"
    assert "1 of 3 articles" in result.stdout


def test_a_path_is_brought_up_to_date_first(cli: Cli, articles: Path) -> None:
    assert cli("search", "fordow", articles, "-l").exit_code == 0
    (articles / "new.txt").write_text("Fordow again\n\nFordow was in the news again.\n")
    assert str(articles / "new.txt") in cli("search", "fordow", articles, "-l").stdout
    (articles / "newer.txt").write_text("And again\n\nFordow was in the news.\n")
    assert "newer.txt" not in cli("search", "fordow", "-l").stdout


def test_home_works_before_and_after(cli: Cli, articles: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert cli("search", "fordow", articles, "--home", other).exit_code == 0
    assert (other / "cache").is_dir() and not (tmp_path / "home" / "cache").exists()


def test_a_query_may_begin_with_a_dash(cli: Cli, indexed: Path) -> None:
    assert cli("search", "-trump fordow", "-l").stdout == f"{indexed}/moscow.txt\n"
    without = cli("search", "-fordow", "-l")
    assert without.stdout == f"{indexed}/harvest.txt\n"
    assert cli("search", "-l", "--", "-fordow").stdout == without.stdout


def test_paths_a_line_each_or_nul_separated(cli: Cli, indexed: Path) -> None:
    result = cli("search", "fordow", "-l", "--sort", "newest")
    assert result.stdout == f"{indexed}/moscow.txt\n{indexed}/strikes.txt\n"
    result = cli("search", "fordow", "-0", "--sort", "oldest")
    assert result.stdout == f"{indexed}/strikes.txt\0{indexed}/moscow.txt\0"
    assert cli("search", "fordow", "-l", "--sort", "newest", "--offset", 1).stdout.count("\n") == 1
    assert cli("search", "fordow", "-l", "--sort", "newest", "--limit", 1).stdout == f"{indexed}/moscow.txt\n"
    nothing = cli("search", "zeppelin", "-l")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


def test_odd_names_come_through_a_pipe_byte_for_byte(cli: Cli, articles: Path) -> None:
    name = os.fsdecode(b"\xff\xfe-\x1b[31m.txt")
    (articles / name).write_text("An odd name\n\nZeppelins were seen.\n")
    result = cli("search", "zeppelins", articles, "-0")
    assert result.stdout_bytes == os.fsencode(articles / name) + b"\0"
    found = json.loads(cli("search", "zeppelins", "--json").stdout)
    assert found["results"][0]["document"]["path"] == str(articles / name)
    assert "\x1b" not in cli("search", "zeppelins").output


def test_limit_and_offset_walk_the_results(cli: Cli, indexed: Path) -> None:
    first = cli("search", "fordow", "--limit", 1)
    assert first.stdout.splitlines()[-1] == "3 hits in 2 of 3 articles · 1–1 shown · --offset 1 for more"
    second = cli("search", "fordow", "--limit", 1, "--offset", 1)
    assert second.stdout.splitlines()[-1] == "3 hits in 2 of 3 articles · 2–2 shown"
    assert first.stdout.splitlines()[0] != second.stdout.splitlines()[0]
    beyond = cli("search", "fordow", "--offset", 9)
    assert (beyond.exit_code, beyond.stdout) == (0, "3 hits in 2 of 3 articles · none shown\n")


def test_undated_articles_left_out_are_counted(cli: Cli, indexed: Path) -> None:
    result = cli("search", "after:2025-06-01")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "2 of 3 articles · 1 undated left out"
    assert json.loads(cli("search", "after:2025-06-01", "--json").stdout)["undated"] == 1


@pytest.mark.parametrize("more", [(), ("--json",), ("-l",), ("-0",)])
def test_a_query_that_cannot_be_read(cli: Cli, indexed: Path, more: tuple[str, ...]) -> None:
    result = cli("search", 'fordow "open quote', *more)
    assert (result.exit_code, result.stdout) == (2, "")
    message, query, carets = result.stderr.splitlines()
    assert message.startswith("cuttings: ")
    assert query == '  fordow "open quote'
    assert set(carets) == {" ", "^"} and carets.index("^") == query.index('"')


def test_json_and_paths_exclude_each_other(cli: Cli, indexed: Path) -> None:
    assert cli("search", "fordow", "-l", "--json").exit_code == 2


def test_an_empty_folder_says_so(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = cli("search", "fordow", tmp_path / "empty")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no article in" in result.stderr


def test_after_an_empty_folder_one_searches_on_where_one_was(cli: Cli, indexed: Path, tmp_path: Path) -> None:
    empty = tmp_path / "by-mistake"
    empty.mkdir()
    assert cli("search", "fordow", empty).exit_code == 1
    assert cli("search", "fordow").stdout.splitlines()[-1] == "3 hits in 2 of 3 articles"


def test_the_sample_articles_are_searched_where_there_is_nothing_else(cli: Cli) -> None:
    result = cli("search", "the")
    assert result.exit_code == 0
    assert "sample articles" in result.stderr
    assert json.loads(cli("search", "the", "--json").stdout)["total"] > 0


@pytest.mark.parametrize("damaged", ["catalog.sqlite", "fulltext/*"])
def test_damage_is_mended_and_told_on_the_way(cli: Cli, indexed: Path, damaged: str) -> None:
    whole = json.loads(cli("search", "fordow", "--json").stdout)
    library = Path(json.loads(cli("libraries", "--json").stdout)["libraries"][0]["directory"])
    for wal in library.glob("catalog.sqlite-*"):
        wal.unlink()
    for file in library.glob(damaged):
        file.write_bytes(b"garbage " * 1000)
    result = cli("search", "fordow", "--json")
    assert result.exit_code == 0
    assert result.stderr.endswith("It was made anew.\n")
    mended = json.loads(result.stdout)
    assert [one["snippets"] for one in mended["results"]] == [one["snippets"] for one in whole["results"]]
    assert cli("search", "fordow").stderr == ""


def test_a_clause_that_stands_for_too_many_words_is_named(
    cli: Cli, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.fulltext.bounding.MOST_WORDS", 2)
    result = cli("search", "s* -zeppelin", "--json")
    (bounded,) = json.loads(result.stdout)["bounded"]
    assert (bounded["text"], bounded["words"]) == ("s*", 2) and bounded["left_out"] > 0
    said = f"cuttings: “s*” stands for {bounded['left_out'] + 2} words: the 2 most frequent were looked for"
    for command in (["search", "s*"], ["search", "s*", "-l"], ["kwic", "s*"]):
        assert cli(*command).stderr.startswith(said)
    assert cli("search", "fordow").stderr == ""


def test_a_search_that_takes_too_long_says_what_to_do(
    cli: Cli, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert json.loads(cli("search", "/strikes? on/", "--json").stdout)["hits_total"] > 0
    monkeypatch.setattr("index.fulltext.scanning.SECONDS", -1)
    for command in ("search", "kwic"):
        result = cli(command, "/strikes? on/", "--json")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "given up" in result.stderr and "Put a word beside it" in result.stderr

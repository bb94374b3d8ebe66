"""`cuttings kwic`: every hit in its context."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]


@pytest.fixture
def indexed(cli: Cli, articles: Path) -> Path:
    assert cli("index", articles).exit_code == 0
    return articles


def test_hits_for_people(cli: Cli, indexed: Path) -> None:
    result = cli("kwic", "fordow")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert len(lines) == 3 and all(len(line) <= 120 for line in lines)
    assert len({line.index("Fordow") for line in lines}) == 1
    assert [line.split("  ")[0] for line in lines].count("23 Jun 2025 The Cradle") == 2
    assert any(line.endswith(" Putin condemned the strikes on Fordow.") for line in lines)


def test_hits_in_titles_say_so(cli: Cli, indexed: Path) -> None:
    lines = cli("kwic", "moscow").stdout.splitlines()
    assert [line.split("  ")[-1].strip() for line in lines] == [
        "title: Araghchi meets Putin in Moscow",
        "The foreign minister arrived in Moscow on Monday.",
    ]


def test_the_json_says_exactly_where(cli: Cli, indexed: Path) -> None:
    result = cli("kwic", "moscow OR fordow", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert list(found) == ["query", "total", "lines", "bounded"]
    assert (found["query"], found["total"], len(found["lines"])) == ("moscow OR fordow", 5, 5)
    for line in found["lines"]:
        keys = ["document", "field", "passage", "start", "end", "left", "match", "right"]
        assert list(line) == keys
        shown = json.loads(cli("show", line["document"]["path"], "--json").stdout)
        in_title = line["field"] == "title"
        whole = shown["document"]["title"] if in_title else shown["text"]
        assert whole[line["start"] : line["end"]] == line["match"]
        assert line["match"] in ("Moscow", "Fordow")
        assert whole[: line["start"]].endswith(line["left"])
        assert whole[line["end"] :].startswith(line["right"])
        if in_title:
            assert line["passage"] is None
        else:
            passage = shown["passages"][line["passage"]]
            assert passage["start"] <= line["start"] < line["end"] <= passage["end"]
    assert [line["field"] for line in found["lines"]].count("title") == 1


def test_a_limit_keeps_the_total(cli: Cli, indexed: Path) -> None:
    assert len(cli("kwic", "fordow", "--limit", 2).stdout.splitlines()) == 2
    found = json.loads(cli("kwic", "fordow", "--limit", 1, "--json").stdout)
    assert (found["total"], len(found["lines"])) == (3, 1)
    none = cli("kwic", "fordow", "--limit", 0)
    assert (none.exit_code, none.stdout) == (0, "")


def test_nothing_found_is_status_1(cli: Cli, indexed: Path, tmp_path: Path) -> None:
    result = cli("kwic", "zeppelin fordow")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("cuttings: nothing found in 3 articles\n  zeppelin: nowhere\n")
    result = cli("kwic", "zeppelin", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {"query": "zeppelin", "total": 0, "lines": [], "bounded": []}
    (tmp_path / "empty").mkdir()
    result = cli("kwic", "zeppelin", tmp_path / "empty")
    assert result.exit_code == 1 and "no article in" in result.stderr


def test_filters_alone_have_no_hit(cli: Cli, indexed: Path) -> None:
    result = cli("kwic", "after:2025-06-24")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("cuttings: 1 article matches, but the query has no word to find")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (('"open',), '  "open'),
        (("fordow", "gone"), "A query of several words goes into quotes: 'fordow gone'"),
        (("fordow", "--limit", "-1"), "-1 is not a whole number"),
        (("fordow", "--offset", "1"), "--offset belongs to cuttings search"),
        ((), "QUERY is missing"),
    ],
)
def test_wrong_usage(cli: Cli, indexed: Path, words: tuple[str, ...], why: str) -> None:
    result = cli("kwic", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in result.stderr


def test_a_query_may_begin_with_a_dash(cli: Cli, indexed: Path) -> None:
    assert cli("kwic", "-moscow fordow").stdout.count("The Cradle") == 2


def test_text_and_names_are_harmless(cli: Cli, articles: Path) -> None:
    name = "\x1b]0;owned\x07\u202eevil\udcff.txt"
    text = "A \x1b[31mred\x1b[0m zeppelin [bold]x\n\nA \x9b2J\u202e zeppelin [/] \x07.\n"
    (articles / name).write_text(text)
    for more in ((), ("--json",)):
        result = cli("kwic", "zeppelin", articles, *more)
        assert result.exit_code == 0
        assert not set(result.output) & {"\x1b", "\x07", "\x9b", "\u202e", "\udcff"}
    assert "[bold]x" in cli("kwic", "zeppelin").stdout


def matches(result: Result) -> list[tuple[str, str, str]]:
    return [(line["left"], line["match"], line["right"]) for line in json.loads(result.stdout)["lines"]]


def test_lines_are_sorted_by_the_words_beside_the_hits(cli: Cli, indexed: Path) -> None:
    """Sorted by the word to the right, it shows how each outlet calls the same thing."""
    query = "strikes OR fordow"
    right = matches(cli("kwic", query, "--sort", "right", "--json"))
    assert [line[2].split()[:1] for line in right] == [["as"], ["had"], ["on"], ["on"], ["on"], ["."]]
    left = matches(cli("kwic", query, "--sort", "left", "--json"))
    assert [line[0].split()[-1:] for line in left] == [["on"], ["on"], ["that"], ["the"], ["the"], []]
    assert sorted(left) == sorted(right) == sorted(matches(cli("kwic", query, "--json")))
    first = matches(cli("kwic", query, "--sort", "right", "--limit", 2, "--json"))
    assert first == right[:2]


def test_lines_are_sorted_by_date_and_outlet(cli: Cli, indexed: Path) -> None:
    def outlets(sort: str) -> list[str]:
        lines = json.loads(cli("kwic", "strikes", "--sort", sort, "--json").stdout)["lines"]
        return [line["document"]["source"] for line in lines]

    assert outlets("date") == ["Palestine Chronicle", "The Cradle", "The Cradle"]
    assert outlets("source") == ["Palestine Chronicle", "The Cradle", "The Cradle"]


def test_no_other_order_is_known(cli: Cli, indexed: Path) -> None:
    result = cli("kwic", "strikes", "--sort", "middle")
    assert (result.exit_code, result.stdout) == (2, "") and "right" in result.stderr

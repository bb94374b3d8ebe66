"""`cuttings entities`: who and what is named."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from click.testing import Result

from tui.cli.entities import COLUMNS, SHOWN, entities
from tui.cli.group import cuttings

Cli = Callable[..., Result]

MEETING = """Putin receives Abbas Araghchi

The Lantern
23 June 2025

President Vladimir Putin received the Foreign Minister of Iran, Abbas Araghchi, at the Kremlin in Moscow.

Araghchi thanked Putin. Iran and Russia have signed a treaty.
"""
HEAD = "mentions  articles   sources  "


@pytest.fixture
def indexed(cli: Cli, articles: Path) -> Path:
    (articles / "meeting.txt").write_text(MEETING, "utf-8")
    assert cli("index", articles).exit_code == 0
    return articles


def listed(cli: Cli, *more: str) -> dict[str, dict[str, object]]:
    found = json.loads(cli("entities", "--json", *more).stdout)
    assert list(found) == ["entities"]
    return {one["name"]: one for one in found["entities"]}


def test_entities_for_people(cli: Cli, indexed: Path) -> None:
    result = cli("entities")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    people = next(place for place, line in enumerate(lines) if line.startswith(HEAD + "People"))
    places = next(place for place, line in enumerate(lines) if line.startswith(HEAD + "Places"))
    assert people < places
    putin = listed(cli)["Vladimir Putin"]
    expected = (
        f"{putin['mentions']:>8}  {putin['documents']:>8}  {putin['sources']:>8}  Vladimir Putin · Putin"
    )
    assert expected in lines[people:places]
    assert lines[-1] == f"{len(listed(cli))} entities"


def test_the_json_counts_what_show_has(cli: Cli, indexed: Path) -> None:
    mentions: dict[str, list[str]] = {}
    documents: dict[str, set[str]] = {}
    for file in indexed.iterdir():
        shown = json.loads(cli("show", file, "--json").stdout)
        for one in (*shown["mentions"], *shown["title_mentions"]):
            mentions.setdefault(one["entity"], []).append(one["text"])
            documents.setdefault(one["entity"], set()).add(file.name)
    found = json.loads(cli("entities", "--json").stdout)["entities"]
    assert {one["id"] for one in found} == set(mentions)
    for one in found:
        assert list(one)[:6] == ["id", "name", "type", "aliases", "mentions", "documents"]
        assert list(one)[6:] == ["sources", "standing", "pinned", "watched"]
        assert one["mentions"] == len(mentions[one["id"]])
        assert one["documents"] == len(documents[one["id"]])
        assert set(one["aliases"]) == set(mentions[one["id"]])


def test_the_csv_says_the_same(cli: Cli, indexed: Path) -> None:
    result = cli("entities", "--csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.count(b"\r\n") == result.stdout_bytes.count(b"\n")
    header, *rows = csv.reader(io.StringIO(result.stdout_bytes.decode(), newline=""))
    assert header[:7] == ["id", "name", "type", "aliases", "mentions", "documents", "sources"]
    assert header[7:] == ["here", "of", "everywhere", "total", "score"]
    found = json.loads(cli("entities", "--json").stdout)["entities"]
    assert rows == [
        [
            one["id"],
            one["name"],
            one["type"],
            "; ".join(one["aliases"]),
            str(one["mentions"]),
            str(one["documents"]),
            str(one["sources"]),
            *[""] * 5,
        ]
        for one in found
    ]


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def in_terminal(*words: object) -> list[str]:
    with redirect_stdout(Terminal()) as stream, pytest.raises(SystemExit) as left:
        cuttings.main([str(word) for word in words])
    assert left.value.code == 0
    return stream.getvalue().splitlines()


def test_a_terminal_shows_the_first(
    cli: Cli, indexed: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"first {SHOWN};" in str(entities.help)
    monkeypatch.setattr("tui.cli.entities.SHOWN", 3)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    lines = in_terminal("entities", "--home", home)
    total = len(listed(cli))
    assert lines[-1] == f"{total} entities · the 3 in most articles are shown; --csv gives all"
    assert len([line for line in lines if line[:8].strip().isdigit()]) == 3
    assert len([line for line in cli("entities").stdout.splitlines() if line[:8].strip().isdigit()]) == total


def test_one_type(cli: Cli, indexed: Path) -> None:
    assert {one["type"] for one in listed(cli, "--type", "person").values()} == {"person"}
    assert "Places" not in cli("entities", "--type", "person").stdout


def test_only_in_articles_that_match(cli: Cli, indexed: Path) -> None:
    whole, matching = listed(cli)["Vladimir Putin"], listed(cli, "--query", "kremlin")["Vladimir Putin"]
    assert (whole["documents"], matching["documents"]) == (2, 1)
    assert whole["id"] == matching["id"]
    assert "Fordow" in listed(cli) and "Fordow" not in listed(cli, "--query", "-fordow")


def test_nothing_found_is_status_1(cli: Cli, indexed: Path, tmp_path: Path) -> None:
    for more, why in (
        (("--query", "zeppelin"), "nothing found in 4 articles"),
        (("--type", "work"), "no work is named in 4 articles"),
        (("--query", "harvest"), "no entity is named in 1 article"),
    ):
        result = cli("entities", *more)
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"cuttings: {why}\n")
        result = cli("entities", *more, "--json")
        assert (result.exit_code, json.loads(result.stdout)) == (1, {"entities": []})
        result = cli("entities", *more, "--csv")
        assert (result.exit_code, result.stdout) == (1, ",".join(COLUMNS) + "\n")
    (tmp_path / "empty").mkdir()
    result = cli("entities", tmp_path / "empty")
    assert result.exit_code == 1 and "no article in" in result.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--csv", "--json"), "choose one"),
        (("--type", "people"), "'people' is not one of"),
        (("--query", '"open'), '  "open'),
        (("gone",), "no such file or folder: gone"),
        (("--limit", "3"), "--limit belongs to"),
    ],
)
def test_wrong_usage(cli: Cli, indexed: Path, words: tuple[str, ...], why: str) -> None:
    result = cli("entities", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in result.stderr


def test_names_are_harmless(cli: Cli, articles: Path) -> None:
    (articles / "evil.txt").write_text(
        "A visit\n\nMr Jonathan \x1b[31mHarker\x1b[0m met Mina \u202eMurray-Westenra "
        "and [bold]Lucy Westenra[/] in Whitby.\x07\n\nHarker \x9b2Jleft.\n"
    )
    for more in ((), ("--json",), ("--csv",)):
        result = cli("entities", articles, *more)
        assert result.exit_code == 0 and "Harker" in result.stdout
        assert not set(result.output) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_a_name_across_lines_is_one_line(cli: Cli, articles: Path) -> None:
    (articles / "wrapped.txt").write_text(
        "A visit\n\nOn Monday the Foreign Minister met the President, Mr Vladimir\nPutin, in Moscow.\n"
    )
    result = cli("entities", articles, "--type", "person")
    assert [line for line in result.stdout.splitlines() if "Vladimir Putin" in line]
    assert "\n" + "Putin" not in result.stdout


def test_who_stands_out_in_what_a_query_finds(cli: Cli, indexed: Path) -> None:
    for number in range(40):
        (indexed / f"visit{number}.txt").write_text(
            f"Visit {number}\n\nOlof Lindqvist was in Geneva on visit number {number}.\n", "utf-8"
        )
    (indexed / "again.txt").write_text(MEETING.replace("receives", "meets"), "utf-8")
    assert cli("index", indexed).exit_code == 0
    everyone = listed(cli, "--query", "kremlin")
    standing = everyone["Vladimir Putin"]["standing"]
    assert isinstance(standing, dict)
    assert (standing["here"], standing["of"], standing["everywhere"]) == (1, 1, 2)  # a copy counts once
    assert everyone["Vladimir Putin"]["sources"] == 1
    result = cli("entities", "--query", "kremlin", "--sort", "standing-out")
    assert result.exit_code == 1
    assert "stands out in these articles" in result.stderr
    result = cli("entities", "--query", "lindqvist", "--sort", "standing-out", "--json")
    found = json.loads(result.stdout)["entities"]
    assert {one["name"] for one in found} <= {"Olof Lindqvist", "Geneva"}
    scores = [one["standing"]["score"] for one in found]
    assert scores == sorted(scores, reverse=True)
    result = cli("entities", "--sort", "standing-out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "needs a --query" in result.stderr


def test_every_mention_with_its_place(cli: Cli, indexed: Path) -> None:
    found = json.loads(cli("entities", "--mentions", "--json").stdout)["mentions"]
    assert list(found[0]) == [
        *("document", "path", "field", "passage", "line", "page"),
        *("start", "end", "text", "type", "entity", "stands_for", "name"),
    ]
    by_path: dict[str, list[dict[str, object]]] = {}
    for one in found:
        by_path.setdefault(one["path"], []).append(one)
    for file in indexed.iterdir():
        shown = json.loads(cli("show", file, "--json").stdout)
        mine = by_path.get(str(file.resolve()), [])
        assert len(mine) == len(shown["mentions"]) + len(shown["title_mentions"])
        for one in mine:
            where = shown["document"]["title"] if one["field"] == "title" else shown["text"]
            assert where[one["start"] : one["end"]] == one["text"]
            if one["field"] == "text":
                passage = shown["passages"][one["passage"]]
                assert passage["start"] <= one["start"] and one["end"] <= passage["end"]
                assert passage["line"] == one["line"]
    names = {one["id"]: one["name"] for one in json.loads(cli("entities", "--json").stdout)["entities"]}
    assert {one["entity"]: one["name"] for one in found} == names
    header, *rows = csv.reader(io.StringIO(cli("entities", "--mentions", "--csv").stdout_bytes.decode()))
    assert header == list(found[0])
    assert rows == [["" if value is None else str(value) for value in one.values()] for one in found]
    people = json.loads(
        cli("entities", "--mentions", "--json", "--type", "person", "--query", "kremlin").stdout
    )["mentions"]
    assert {one["type"] for one in people} == {"person"} and len({one["path"] for one in people}) == 1
    nothing = cli("entities", "--mentions", "--json", "--query", "zeppelin")
    assert (nothing.exit_code, json.loads(nothing.stdout)) == (1, {"mentions": []})
    assert cli("entities", "--mentions").exit_code == 2
    assert cli("entities", "--mentions", "--csv", "--sort", "standing-out").exit_code == 2

"""`cuttings chronology`: the days that articles mean, in their order."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]


@pytest.fixture
def indexed(cli: Cli, articles: Path) -> Path:
    letter = "A letter\n\nThe harbour froze on 3 January 1985, and on a day that \x1b[2J June 1985 had.\n"
    (articles / "letter.txt").write_text(letter, "utf-8")
    assert cli("index", articles).exit_code == 0
    return articles


def test_a_date_a_line_with_the_day_meant_and_the_day_published(cli: Cli, indexed: Path) -> None:
    lines = cli("chronology").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["1985-01-03", "1985-06-01..1985-06-30", "2025-06-23"]
    assert "24 Jun 2025 Palestine Chronicle" in lines[-1]
    assert lines[-1].endswith("The foreign minister arrived in Moscow on Monday.")
    assert "\x1b" not in "".join(lines)


def test_the_json_has_offsets_and_days(cli: Cli, indexed: Path) -> None:
    found = json.loads(cli("chronology", "--query", "putin", "--json").stdout)
    assert list(found) == [
        "query",
        "document",
        "from",
        "to",
        "total",
        "documents",
        "unknown",
        "folded",
        "entries",
    ]
    (monday,) = found["entries"]
    assert list(monday)[1:] == [
        *(
            "passage",
            "start",
            "end",
            "text",
            "date",
            "last",
            "granularity",
            "left",
            "right",
            "copies",
            "field",
        )
    ]
    assert (monday["text"], monday["date"], monday["passage"]) == ("Monday", "2025-06-23", 0)
    shown = json.loads(cli("show", "moscow.txt", "--json").stdout)
    assert shown["text"][monday["start"] : monday["end"]] == "Monday"


def test_a_span_and_an_article(cli: Cli, indexed: Path) -> None:
    found = json.loads(cli("chronology", "--days", "1985 to 1990", "--limit", "1", "--json").stdout)
    assert (found["from"], found["to"], found["total"], len(found["entries"])) == (
        "1985-01-01", "1990-12-31", 2, 1,
    )  # fmt: skip
    alone = json.loads(cli("chronology", "--file", "moscow.txt", "--json").stdout)
    assert alone["total"] == 1 and alone["document"]["path"].endswith("moscow.txt")


def test_nothing_found_and_wrong_usage(cli: Cli, indexed: Path) -> None:
    nothing = cli("chronology", "--query", "harvest")
    assert nothing.exit_code == 1 and "no such day is meant in 1 article" in nothing.stderr
    assert cli("chronology", "--days", "05/06/2025").exit_code == 2
    assert cli("chronology", "--query", "a", "--file", "b").exit_code == 2
    assert cli("chronology", "--query", "zebra", "--json").exit_code == 1

"""`cuttings compare`: two articles side by side."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Cli = Callable[..., Result]


def test_what_two_articles_differ_on(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    result = cli("compare", "strikes.txt", "moscow.txt")
    assert result.exit_code == 0
    assert "Strikes on three sites" in result.stdout and "Araghchi meets Putin in Moscow" in result.stdout
    assert "only one" in result.stdout


def test_the_same_as_json(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    found = json.loads(cli("compare", "strikes.txt", "moscow.txt", "--json").stdout)
    assert list(found) == ["first", "second", "links", "only_here", "only_there", "variances", "looked_at"]
    assert found["looked_at"] is None
    only = {one["about"] for one in found["variances"] if one["kind"] == "named"}
    assert "Vladimir Putin" in only or "Putin" in only


def test_an_article_and_itself(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    result = cli("compare", "strikes.txt", "strikes.txt")
    assert result.exit_code == 2 and "these are one" in result.stderr


def test_a_file_that_is_not_there(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    result = cli("compare", "strikes.txt", "nothing.txt")
    assert result.exit_code == 2 and "nothing.txt" in result.stderr

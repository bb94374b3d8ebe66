"""`cuttings libraries`: what is kept, and forgetting it."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Cli = Callable[..., Result]
KEYS = ["id", "paths", "documents", "bytes", "opened", "directory", "data_directory"]


def kept(cli: Cli) -> list[dict[str, object]]:
    found = json.loads(cli("libraries", "--json").stdout)["libraries"]
    assert isinstance(found, list)
    return found


def test_nothing_is_kept_yet(cli: Cli) -> None:
    result = cli("libraries")
    assert result.exit_code == 0
    assert "No library is kept yet" in result.stdout
    assert kept(cli) == []


def test_the_last_opened_comes_first(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    cli("index", articles / "moscow.txt")
    found = kept(cli)
    assert [list(one) for one in found] == [KEYS, KEYS]
    assert [one["paths"] for one in found] == [[str(articles / "moscow.txt")], [str(articles)]]
    assert [one["documents"] for one in found] == [1, 3]
    lines = cli("libraries").stdout.splitlines()
    assert lines[0].startswith(f"{found[0]['id']} · 1 article · ")
    assert f"  {articles}" in lines
    assert lines[-1].startswith("2 libraries · ")


def test_forgetting_leaves_the_articles(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    [library] = kept(cli)
    result = cli("libraries", "--forget", library["id"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Forgotten: the library of 3 articles in {articles}.")
    assert kept(cli) == []
    assert not Path(str(library["directory"])).exists()
    assert len(list(articles.iterdir())) == 3


def test_forgetting_as_json(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    [library] = kept(cli)
    assert json.loads(cli("libraries", "--forget", library["id"], "--json").stdout)["forgotten"] == library


def test_an_unknown_id(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    for name in ("0000000000000000", "..", "", "\x1b[31m"):
        result = cli("libraries", "--forget", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "No library is kept under" in result.stderr and "\x1b" not in result.stderr
    assert len(kept(cli)) == 1

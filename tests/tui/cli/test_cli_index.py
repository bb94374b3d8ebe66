"""`cuttings index`: what changed, what was left out and why."""

import io
import json
import os
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from click.testing import Result

from index.model import Skipped, SyncReport
from tui.cli.index import EXAMPLES, REASONS, _print_report
from tui.cli.output import Page

Cli = Callable[..., Result]


def report_of(result: Result) -> dict[str, object]:
    assert result.stdout.count("\n") == 1
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def changes(result: Result) -> dict[str, object]:
    report = report_of(result)
    return {name: report[name] for name in ("documents", "added", "updated", "removed", "unchanged")}


def test_what_changed_is_reported(cli: Cli, articles: Path) -> None:
    first = cli("index", articles, "--json")
    assert (first.exit_code, first.stderr) == (0, "")
    assert changes(first) == {"documents": 3, "added": 3, "updated": 0, "removed": 0, "unchanged": 0}
    (articles / "harvest.txt").unlink()
    (articles / "moscow.txt").write_text("Another title\n\nAnother text altogether.\n")
    (articles / "fourth.txt").write_text("A fourth title\n\nA fourth text.\n")
    assert changes(cli("index", articles, "--json")) == {
        "documents": 3,
        "added": 1,
        "updated": 1,
        "removed": 1,
        "unchanged": 1,
    }
    again = cli("index", articles, "--json")
    assert changes(again) == {"documents": 3, "added": 0, "updated": 0, "removed": 0, "unchanged": 3}


def test_rebuild_reads_everything_again(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    before = json.loads(cli("search", "fordow", "--json").stdout)
    result = cli("index", articles, "--rebuild", "--json")
    assert result.exit_code == 0
    assert report_of(result)["documents"] == 3
    after = json.loads(cli("search", "fordow", "--json").stdout)
    assert after["results"] == before["results"]


def test_without_a_path_it_is_the_library_last_opened(cli: Cli, articles: Path) -> None:
    cli("index", articles)
    (articles / "fourth.txt").write_text("A fourth title\n\nA fourth text.\n")
    assert report_of(cli("index", "--json"))["added"] == 1


def test_without_any_library_it_is_the_sample_articles(cli: Cli) -> None:
    result = cli("index")
    assert result.exit_code == 0
    assert "sample articles" in result.stderr


def test_lines_for_people(cli: Cli, articles: Path) -> None:
    (articles / "photo.jpg").write_bytes(b"\xff\xd8")
    result = cli("index", articles)
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()[:2]
    assert first.startswith("3 articles in ") and first.endswith(" passages")
    assert second.startswith("3 added · ") and second.endswith(" s")
    assert "1 file or folder left out" in result.stdout
    assert str(articles / "photo.jpg") in result.stdout


def test_what_is_left_out_is_in_the_json(cli: Cli, articles: Path) -> None:
    (articles / "photo.jpg").write_bytes(b"\xff\xd8")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 40)
    skipped = report_of(cli("index", articles, "--json"))["skipped"]
    assert isinstance(skipped, list)
    assert [list(one) for one in skipped] == [["path", "reason"]] * 2
    assert [os.path.basename(one["path"]) for one in skipped] == ["binary.txt", "photo.jpg"]


def test_many_left_out_are_grouped_by_reason() -> None:
    skipped = [Skipped(f"/a/photo{number}.jpg", "not read: .jpg") for number in range(1200)]
    skipped += [Skipped(f"/a/x{number}", f"reason {number}") for number in range(REASONS + 2)]
    with redirect_stdout(io.StringIO()) as stream:
        _print_report(Page(), SyncReport(1, 1, 0, 0, 0, 1, tuple(skipped), 0.1))
    lines = stream.getvalue().splitlines()
    assert "1,210 files or folders left out" in lines
    assert "  1,200  not read: .jpg" in lines
    assert sum("photo" in line for line in lines) == EXAMPLES
    assert any("and 1,197 more" in line for line in lines)
    assert lines[-1] == "      3  for 3 other reasons; --json lists all"


def test_a_folder_without_an_article(cli: Cli, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for words in (("index", empty), ("index", empty, "--json")):
        result = cli(*words)
        assert result.exit_code == 1
        assert "no article in" in result.stderr and str(empty) in result.stderr
    assert report_of(result)["documents"] == 0


def test_a_file_that_is_no_article(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    result = cli("index", tmp_path / "photo.jpg")
    assert result.exit_code == 1
    assert "photo.jpg" in result.stdout + result.stderr


def test_files_that_cannot_be_read_are_listed_and_that_is_still_0(cli: Cli, articles: Path) -> None:
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 40)
    result = cli("index", articles, "--json")
    assert result.exit_code == 0
    assert report_of(result)["documents"] == 3

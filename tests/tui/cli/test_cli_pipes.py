"""What goes into pipes: paths and tables, of all that matches, whatever the files are called."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.search import LIMIT
from tui.cli.table import print_table

Cli = Callable[..., Result]
Program = Callable[..., subprocess.CompletedProcess[bytes]]

ROOT = Path(__file__).parents[3]
ARTICLE = "Number {0}\n\nGazette\n{1} June 2025\n\nZeppelins were seen, and zeppelins they were.\n"
HOSTILE = [b"two\nlines.txt", b"\xff\xfe.txt", b"\x1b]0;title\x07.txt", b"-rf.txt", b'"quoted", twice.txt']


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More articles than a page shows."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, LIMIT + 6):
        (folder / f"{number:02}.txt").write_text(ARTICLE.format(number, number))
    return folder


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Files whose names a shell, a terminal or a reader of lines would take for something else."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    for number, name in enumerate(HOSTILE, 1):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(ARTICLE.format(number, number))
    return folder


def table(output: bytes) -> list[list[str]]:
    text = output.decode("utf-8", "surrogateescape")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_all_that_matches_goes_into_a_pipe(cli: Cli, many: Path) -> None:
    """She hands every article of a search to another program, not the first twenty."""
    assert cli("search", "zeppelins", many, "-l").stdout.count("\n") == LIMIT + 5
    assert cli("search", "zeppelins", "-0").stdout.count("\0") == LIMIT + 5
    assert len(table(cli("search", "zeppelins", "--csv").stdout_bytes)) == 1 + LIMIT + 5
    assert cli("search", "zeppelins", "-0", "--limit", 3).stdout.count("\0") == 3
    page = table(
        cli("search", "zeppelins", "--csv", "--sort", "oldest", "--offset", 2, "--limit", 3).stdout_bytes
    )
    assert [row[2] for row in page] == ["title", "Number 3", "Number 4", "Number 5"]


def test_the_table_says_what_the_json_says(cli: Cli, many: Path) -> None:
    header, *rows = table(cli("search", "zeppelins", many, "--csv", "--sort", "newest").stdout_bytes)
    found = json.loads(cli("search", "zeppelins", "--json", "--sort", "newest", "--limit", 100).stdout)
    assert header == [*found["results"][0]["document"], "hits"]
    assert rows == [
        [*("" if value is None else value for value in one["document"].values()), str(one["hits"])]
        for one in found["results"]
    ]


def test_the_table_of_hits_says_what_the_json_says(cli: Cli, many: Path) -> None:
    header, *rows = table(cli("kwic", "zeppelins", many, "--csv").stdout_bytes)
    lines = json.loads(cli("kwic", "zeppelins", "--json").stdout)["lines"]
    assert len(rows) == len(lines) == 2 * (LIMIT + 5)
    for row, line in zip(rows, lines, strict=True):
        told = dict(zip(header, row, strict=True))
        said = {**line["document"], **line}
        assert told == {name: "" if said[name] is None else str(said[name]) for name in header}
    assert len(table(cli("kwic", "zeppelins", "--csv", "--limit", 4).stdout_bytes)) == 1 + 4


@pytest.mark.parametrize("option", ["-l", "-0", "--csv"])
def test_names_come_through_a_pipe_byte_for_byte(program: Program, hostile: Path, option: str) -> None:
    """A file from the folder from hell is found again under the name that a script was given."""
    result = program("search", "zeppelins", str(hostile), option)
    assert (result.returncode, result.stderr) == (0, b"")
    paths = {os.fsencode(hostile) + b"/" + name for name in HOSTILE}
    if option == "--csv":
        header, *rows = table(result.stdout)
        assert {os.fsencode(row[header.index("path")]) for row in rows} == paths
    elif option == "-0":
        assert set(result.stdout.removesuffix(b"\0").split(b"\0")) == paths
    else:
        assert set(result.stdout.splitlines(keepends=True)) == {
            line for path in paths for line in (path + b"\n").splitlines(keepends=True)
        }


def test_xargs_takes_them(program: Program, hostile: Path) -> None:
    found = program("search", "zeppelins", str(hostile), "-0")
    counted = subprocess.run(
        ["xargs", "-0", "cat", "--"], input=found.stdout, capture_output=True, check=True
    )
    assert counted.stdout.count(b"Zeppelins") == len(HOSTILE)


@pytest.mark.parametrize("option", ["-l", "-0", "--csv"])
def test_on_a_terminal_names_are_made_safe(cli: Cli, hostile: Path, home: Path, option: str) -> None:
    from tui.cli.group import cuttings

    assert cli("index", hostile).exit_code == 0
    with redirect_stdout(Terminal()) as stream, pytest.raises(SystemExit) as left:
        cuttings.main(["search", "zeppelins", option, "--home", str(home)])
    assert left.value.code == 0
    printed = stream.getvalue()
    assert "\x1b" not in printed and "\x07" not in printed
    assert "two\ufffdlines.txt" in printed


@pytest.mark.parametrize("option", ["-l", "-0", "--csv"])
def test_a_reader_that_has_enough_ends_it_quietly(many: Path, home: Path, option: str) -> None:
    environment = {**os.environ, "CUTTINGS_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tui", "search", "zeppelins", str(many), option]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        ended = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, env=environment, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_one_form_at_a_time(cli: Cli, many: Path) -> None:
    assert cli("index", many).exit_code == 0
    for options in (("-l", "-0"), ("-l", "--csv"), ("-0", "--json"), ("--csv", "--json")):
        result = cli("search", "zeppelins", *options)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "choose one" in result.stderr
    assert cli("kwic", "zeppelins", "--csv", "--json").exit_code == 2


def test_nothing_found_is_an_empty_table_and_status_1(cli: Cli, many: Path) -> None:
    result = cli("search", "balloon", many, "--csv")
    assert result.exit_code == 1
    assert len(table(result.stdout_bytes)) == 1
    assert cli("kwic", "balloon", "--csv").exit_code == 1
    assert cli("search", '"open', "--csv").stdout == ""


TEXTS = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]) | st.just("\udcff"))


@given(st.lists(st.tuples(TEXTS, st.integers(), st.none())))
def test_a_table_is_read_back_as_it_was(rows: list[tuple[object, ...]]) -> None:
    written = io.BytesIO()
    with io.TextIOWrapper(written, encoding="ascii", errors="replace") as stream, redirect_stdout(stream):
        print_table(("text", "number", "nothing"), rows)
        read = table(written.getvalue())
    assert read == [["text", "number", "nothing"], *([str(one[0]), str(one[1]), ""] for one in rows)]


def test_half_a_pair_is_replaced() -> None:
    written = io.BytesIO()
    with io.TextIOWrapper(written, encoding="utf-8") as stream, redirect_stdout(stream):
        print_table(("text",), [("a\udd00b",)])
        assert written.getvalue() == "text\r\na\ufffdb\r\n".encode()

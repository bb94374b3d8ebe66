"""Every way to end: which status, what on standard error, nothing on standard output."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from index import Library
from index.errors import Cancelled, CuttingsError, LibraryDamaged, NotInLibrary, PathNotFound, QueryError
from tui.cli.failures import end


def ended(error: BaseException | int | None, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Give exit status and message of a command that raises or returns this."""

    def run() -> int | None:
        if isinstance(error, BaseException):
            raise error
        return error

    with pytest.raises(SystemExit) as left:
        end(run)
    out, message = capsys.readouterr()
    assert out == ""
    return int(str(left.value.code)), message


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (None, 0, ""),
        (1, 1, ""),
        (click.exceptions.Exit(0), 0, ""),
        (PathNotFound("no such file"), 2, "cuttings: no such file\n"),
        (NotInLibrary("what\nand why"), 2, "cuttings: what\n  and why\n"),
        (click.UsageError("Wrong."), 2, "cuttings: wrong.\n"),
        (CuttingsError("it failed"), 3, "cuttings: it failed\n"),
        (LibraryDamaged("damaged"), 3, "cuttings: damaged\n"),
        (OSError(28, "No space left on device"), 3, "cuttings: No space left on device\n"),
        (PermissionError(13, "Permission denied", "/x/y"), 3, "cuttings: Permission denied: /x/y\n"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (Cancelled("called off"), 130, "cuttings: called off\n"),
        (BrokenPipeError(32, "Broken pipe"), 0, ""),
    ],
)
def test_each_error_has_its_status(
    error: BaseException | int | None, status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(error, capsys) == (status, message)


def test_what_was_not_foreseen_is_one_calm_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, message = ended(RuntimeError("secret \x1b]0;title\x07"), capsys)
    assert status == 3
    assert message.count("\n") == 1
    assert "RuntimeError" in message and "CUTTINGS_DEBUG=1" in message
    assert "secret" not in message


def test_the_traceback_is_there_when_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUTTINGS_DEBUG", "1")
    status, message = ended(RuntimeError("secret \x1b]0;title\x07"), capsys)
    assert status == 3
    assert "Traceback" in message and "secret" in message
    assert "\x1b" not in message


def test_nothing_in_a_message_is_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    _, message = ended(PathNotFound("no such file: a\x1b[31mb\u202ec\udcff"), capsys)
    assert message == "cuttings: no such file: a\ufffd[31mb\ufffdc\ufffd\n"


def test_a_caret_points_at_the_place_in_the_query(capsys: pytest.CaptureFixture[str]) -> None:
    error = QueryError("the quotation mark is not closed", 'trump "open quote', 6, 17)
    assert ended(error, capsys) == (
        2,
        'cuttings: the quotation mark is not closed\n  trump "open quote\n        ^^^^^^^^^^^\n',
    )


def test_the_caret_counts_cells_and_obeys_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _, message = ended(QueryError("bad", "核\x1b (", 3, 4), capsys)
    assert message.splitlines()[1:] == ["  核\ufffd (", "  " + " " * 4 + "^"]


def test_a_place_at_the_end_of_the_query_has_a_caret(capsys: pytest.CaptureFixture[str]) -> None:
    _, message = ended(QueryError("something is missing", "iran AND", 8, 8), capsys)
    assert message.splitlines()[1:] == ["  iran AND", " " * 10 + "^"]


def test_a_long_query_is_cut_around_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    query = "word " * 100 + "(" + " word" * 100
    _, message = ended(QueryError("bad", query, 500, 501), capsys)
    shown, carets = message.splitlines()[1:]
    assert shown.startswith("  …word") or shown.startswith("  …")
    assert shown.endswith("…") and len(shown) < 80
    assert shown[carets.index("^")] == "(" and carets.count("^") == 1


@pytest.mark.parametrize("words", [["--help"], ["libraries"], ["search", "the"], ["show", "{note}"]])
def test_a_closed_pipe_ends_it_quietly(words: list[str], tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A note\n\nThe rest of the note.\n", "utf-8")
    environment = {**os.environ, "CUTTINGS_HOME": str(tmp_path / "home")}
    with Library.open([note], tmp_path / "home") as library:
        library.sync()
    command = [sys.executable, "-m", "tui", *(word.format(note=note) for word in words)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=Path(__file__).parents[3],
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        message = running.stderr.read()
    assert (running.returncode, message) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_said_once() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "--version"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
        )
    assert (done.returncode, done.stderr) == (3, b"cuttings: No space left on device\n")

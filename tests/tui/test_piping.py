"""Commands of the user's, run with something on their standard input: real ones, small."""

import os
import select
import shlex
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import piping
from tui.piping import Command, Ended, Output, said
from tui.render.shown import shown


def run(command: str, selection: bytes = b"") -> tuple[bytes, Ended]:
    printed: list[bytes] = []
    ended = Command(command).run(selection, printed.append)
    return b"".join(printed), ended


@pytest.mark.parametrize(
    ("command", "printed", "status"),
    [
        ("wc -l", b"2", 0),
        ("cat", b"one\ntwo\n", 0),
        ("sort -r | head -1", b"two\n", 0),
        ("echo trouble >&2; exit 3", b"trouble\n", 3),
        ("true", b"", 0),
        ("kill -9 $$", b"", -9),
        ('echo "$TERM"', b"dumb\n", 0),
    ],
)
def test_it_gets_the_selection_and_its_status_is_told(command: str, printed: bytes, status: int) -> None:
    output, ended = run(command, b"one\ntwo\n")
    assert output.strip() == printed.strip()
    assert ended == Ended(status)


def test_what_is_sent_is_never_part_of_the_command(tmp_path: Path) -> None:
    """A file that is called like a command is a line of input and nothing else."""
    mark = tmp_path / "mark"
    hostile = f"$(touch {mark}); `touch {mark}` | touch {mark}\n".encode()
    output, _ = run("cat", hostile)
    assert output == hostile
    assert not mark.exists()


def test_a_command_that_reads_no_more_is_no_trouble() -> None:
    output, ended = run("head -c 3", b"abc" * 1_000_000)
    assert (output, ended.status) == (b"abc", 0)


def test_a_command_that_is_not_there_says_so() -> None:
    output, ended = run("no-such-command-at-all")
    assert ended.status == 127 and b"not found" in output
    assert said(ended) == "done, exit status 127"


def test_without_a_shell_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piping, "SHELL", ("/no/such/shell", "-c"))
    _, ended = run("true")
    assert said(ended) == "it could not be run: No such file or directory"
    assert said(run("nul\0byte")[1]).startswith("it could not be run")


def test_one_that_prints_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piping, "MOST_OUTPUT", 100_000)
    output, ended = run("yes")
    assert len(output) == 100_000
    assert ended.cut and said(ended).startswith("stopped: it printed more than")


@pytest.mark.parametrize(
    "command", ["sleep 100", "trap '' TERM; sleep 100 & wait; sleep 100", "sleep 100 | cat"]
)
def test_it_can_be_stopped_with_all_it_has_started(
    command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """All it starts holds a pipe open, which comes to its end when the last of them is gone."""
    monkeypatch.setattr(piping, "PATIENCE_SECONDS", 0.3)
    held = tmp_path / "held"
    os.mkfifo(held)
    end = os.open(held, os.O_RDONLY | os.O_NONBLOCK)
    running = Command(f"exec 9>{shlex.quote(str(held))}; echo begun; {command}")
    begun = threading.Event()
    found: list[Ended] = []
    thread = threading.Thread(target=lambda: found.append(running.run(b"", lambda some: begun.set())))
    thread.start()
    try:
        assert begun.wait(30)
        running.stop()
        thread.join(30)
        assert not thread.is_alive()
        assert found[0].stopped and said(found[0]) == "stopped"
        assert select.select([end], [], [], 30)[0], "something goes on running"
        assert os.read(end, 1) == b""
    finally:
        os.close(end)


def test_it_has_no_terminal_to_write_to() -> None:
    output, ended = run("sh -c 'printf x > /dev/tty'")
    assert ended.status != 0 and output != b"x"


@given(st.binary(max_size=60), st.integers(1, 60))
def test_what_is_shown_obeys_nobody_however_it_comes(printed: bytes, size: int) -> None:
    output = Output()
    lines = [
        line for at in range(0, len(printed), size) for line in output.lines(printed[at : at + size])
    ] + output.last()
    assert all(line == shown(line) for line in lines)
    whole = Output()
    assert lines == whole.lines(printed) + whole.last()


def test_styles_go_and_other_escape_codes_are_seen() -> None:
    output = Output()
    assert output.lines(b"\x1b[1;31mred\x1b[0m\ta\r\n\x1b]0;title\x07\n") == [
        "red     a",
        "\ufffd]0;title\ufffd",
    ]
    assert [len(line) for line in output.lines(b"x" * 4500 + b"\n")] == [2000, 2000, 500]

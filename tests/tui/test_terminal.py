"""The installed program in a real terminal, read back by a terminal emulator."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pyte
import pytest

from tui.themes import DARK

COLUMNS, LINES = 120, 36
PATIENCE = 30.0
"""Seconds until a screen that does not come is a failure; nothing is measured by it."""


class Terminal:
    """A pseudo-terminal with the program in it, and the screen a person would see."""

    def __init__(self, *words: str, home: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""
        program = Path(sys.executable).with_name("cuttings")
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            environment = {
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "CUTTINGS_HOME": str(home),
            }
            for name in ("COLUMNS", "LINES"):  # they would go before the terminal's own size
                environment.pop(name, None)
            os.execve(program, [str(program), *words], environment)

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    def _read(self, seconds: float) -> bool:
        """Take in what the program writes; False once it has ended."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:  # Linux says so when the other end is closed
            return False
        self.received += data
        self._stream.feed(data)
        return bool(data)

    def until(self, shown: Callable[[str], bool]) -> str:
        """Wait until the screen is as described, and return it."""
        end = time.monotonic() + PATIENCE
        while not shown(self.text):
            if time.monotonic() > end or not self._read(0.1):
                raise AssertionError(f"this never came to be seen; the last screen:\n{self.text}")
        return self.text

    def wait(self) -> int:
        """Wait for the program to end, and return its exit status."""
        end = time.monotonic() + PATIENCE
        while self._read(0.1):
            if time.monotonic() > end:
                raise AssertionError(f"the program does not end; the last screen:\n{self.text}")
        status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        self.process = 0
        return status

    def close(self) -> None:
        if self.process:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._descriptor)


@pytest.fixture
def terminal(articles: Path, tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(str(articles), home=tmp_path / "home")
    yield opened
    opened.close()


def test_a_reader_finds_walks_and_leaves(terminal: Terminal) -> None:
    """She opens her folder, types a query, walks the hits on into the next article, and leaves."""
    terminal.until(lambda text: "4 articles, newest first" in text)
    terminal.until(lambda text: "Nobody knows how deep" in text)
    terminal.press("/")
    terminal.press("bridge")
    terminal.until(lambda text: "5 hits in 3 of 4 articles, by relevance" in text)
    terminal.press("\r")
    terminal.press("\r")
    terminal.until(lambda text: "hit 1 of 3 here · 5 in all" in text)
    terminal.press("nn")
    terminal.until(lambda text: "hit 3 of 3 here · 5 in all" in text)
    terminal.press("n")
    screen = terminal.until(lambda text: "hit 1 of 1 here · 5 in all" in text)
    assert "Old bridge closed" in screen
    terminal.press("\x1b")
    terminal.press("j\r")
    terminal.until(lambda text: text.count("hit 1 of 1 here") == 1 and "q quit" in text)
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"\x1b[?1049l" in terminal.received, "the terminal is given back as it was"


def test_hits_are_amber_on_the_screen(terminal: Terminal) -> None:
    terminal.until(lambda text: "4 articles, newest first" in text)
    terminal.press("/cracks\r\r")
    amber = {DARK.variables[name].removeprefix("#") for name in ("hit", "hit-current")}

    def marked() -> set[str]:
        groups = [group for row in range(LINES) for group in _runs(terminal.screen.buffer[row], COLUMNS)]
        return {"".join(cell.data for cell in group) for group in groups if _ground(group[0]) in amber}

    terminal.until(lambda text: "hit 1 of" in text and bool(marked()))
    assert {text.casefold() for text in marked()} == {"cracks"}


def _ground(cell: pyte.screens.Char) -> str:
    """What is seen behind a letter; hits stand on their ground by being reversed."""
    return cell.fg if cell.reverse else cell.bg


def _runs(row: dict[int, pyte.screens.Char], width: int) -> Iterator[list[pyte.screens.Char]]:
    """Cells of a row that stand side by side on one background."""
    group: list[pyte.screens.Char] = []
    for column in range(width):
        cell = row[column]
        if group and _ground(cell) != _ground(group[0]):
            yield group
            group = []
        group.append(cell)
    yield group


def test_a_killed_reader_comes_back_to_the_same_place(articles: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = Terminal(str(articles), home=home)
    try:
        first.until(lambda text: "4 articles, newest first" in text)
        first.press("/ferry\r\r")
        first.until(lambda text: "hit 1 of 3 here" in text)
        sessions = list(home.rglob("session.json"))
        first.until(lambda _: any("ferry" in path.read_text() for path in home.rglob("session.json")))
        assert len(sessions) <= 1
        os.kill(first.process, signal.SIGKILL)
    finally:
        first.close()
    second = Terminal(home=home)
    try:
        second.until(lambda text: "search ferry" in text and "Since the bridge is closed" in text)
        second.press("q")
        assert second.wait() == 0
    finally:
        second.close()


def test_a_jump_to_a_related_passage_and_back(tmp_path: Path) -> None:
    """She reads of a sinking in one paper, presses 1 and reads of it in the other, and H brings her back."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "gazette.txt").write_text(
        "Barge sinks off Rinholm\nSource: Harbour Gazette\n5 March 2024\n\n"
        "The barge Hilda sank off Rinholm on 4 March 2024 with 300 tonnes of gravel.\n"
    )
    (folder / "post.txt").write_text(
        "Gravel on the sea bed\nSource: River Post\n6 March 2024\n\nDivers came on Tuesday.\n\n"
        "Off Rinholm the gravel barge Hilda went down on 4 March 2024; 300 tonnes are lost.\n"
    )
    terminal = Terminal(str(folder), home=tmp_path / "home")
    try:
        terminal.until(lambda text: "2 articles, newest first" in text)
        terminal.until(lambda text: "2 articles added" in text)
        terminal.press("/=sank\r\r")
        terminal.until(lambda text: "hit 1 of 1 here" in text)
        terminal.until(lambda text: "1 6 Mar 2024" in text and "in other words" in text)
        terminal.press("1")
        terminal.until(lambda text: "Wednesday 6 March 2024" in text)
        terminal.press("H")
        terminal.until(lambda text: "Tuesday 5 March 2024" in text and "hit" in text)
        terminal.press("q")
        assert terminal.wait() == 0
    finally:
        terminal.close()


def test_a_terminal_is_given_back_when_the_program_is_told_to_end(terminal: Terminal) -> None:
    terminal.until(lambda text: "4 articles, newest first" in text)
    os.kill(terminal.process, signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    assert b"\x1b[?1049l" in terminal.received


AHEAD = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
sys.exit(subprocess.run(sys.argv[1:]).returncode)
"""
"""A leader of the session that keeps it to itself when the line drops, as make does."""


def test_a_room_whose_line_drops_ends_though_nobody_says_so(articles: Path, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("cuttings")
    process, descriptor = pty.fork()
    if process == 0:
        words = [sys.executable, "-c", AHEAD, str(program), "--home", str(tmp_path / "home"), str(articles)]
        os.execve(sys.executable, words, {**os.environ, "TERM": "xterm-256color"})
    received = b""
    while b"articles" not in received:
        assert select.select([descriptor], [], [], PATIENCE)[0], "it does not come"
        received += os.read(descriptor, 1 << 16)
    os.close(descriptor)
    end = time.monotonic() + PATIENCE
    while (ended := os.waitpid(process, os.WNOHANG))[0] == 0:
        if time.monotonic() > end:
            os.killpg(process, signal.SIGKILL)
            raise AssertionError("it does not end")
        time.sleep(0.05)
    assert os.waitstatus_to_exitcode(ended[1]) == 128 + signal.SIGHUP


def processes_of(home: Path) -> set[int]:
    """The processes that read articles in for a home, and their helpers."""
    found: dict[int, tuple[int, bytes]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = entry.read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                found[int(entry.parent.name)] = int(parent), (entry.parent / "cmdline").read_bytes()
    readers = {
        number
        for number, (_, command) in found.items()
        if b"\0index\0" in command and os.fsencode(home) in command
    }
    helpers = {
        number
        for number, (parent, command) in found.items()
        if parent in readers and b"index.helping" in command
    }
    return readers | helpers


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("way", ["q", signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_leaving_while_articles_are_read_in_leaves_no_process_behind(
    way: str | signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She opens a large folder, has seen enough before all is read in, and comes back later."""
    monkeypatch.setenv("CUTTINGS_HELPERS", "2")
    folder, home = tmp_path / "many", tmp_path / "home"
    folder.mkdir()
    for number in range(1200):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\nThe matter of number{number}.\n")
    terminal = Terminal(str(folder), home=home)
    try:
        terminal.until(lambda text: re.search(r" [1-9][0-9]* articles, newest first", text) is not None)
        processes = processes_of(home)
        assert len(processes) == 3, "one that writes, and two helpers"
        if isinstance(way, str):
            terminal.press(way)
        else:
            os.kill(terminal.process, way)
        terminal.wait()
    finally:
        terminal.close()
    end = time.monotonic() + PATIENCE
    while alive := processes_of(home) | {one for one in processes if Path(f"/proc/{one}/exe").exists()}:
        assert time.monotonic() < end, f"still there: {alive}"
        time.sleep(0.05)
    again = Terminal(str(folder), home=home)
    try:
        again.until(lambda text: "1,200 articles, newest first" in text)
    finally:
        again.close()

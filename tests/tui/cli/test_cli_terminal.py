"""The command line in a terminal, read back with a terminal emulator."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pyte
import pytest
from click.testing import Result

ROOT = Path(__file__).parents[3]
Cli = Callable[..., Result]
Terminal = Callable[..., pyte.Screen]


@pytest.fixture
def terminal(home: Path, tmp_path: Path) -> Terminal:
    """Run the program in a pseudo-terminal and give the screen when it has ended."""

    def run(*words: str, columns: int = 80) -> pyte.Screen:
        screen = pyte.Screen(columns, 40)
        stream = pyte.ByteStream(screen)
        own, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        environment = {**os.environ, "CUTTINGS_HOME": str(home), "PYTHONPATH": str(ROOT)}
        environment["COLORTERM"] = "truecolor"
        environment.pop("COLUMNS", None)
        command = [sys.executable, "-m", "tui", *words]
        with subprocess.Popen(
            command, stdin=its, stdout=its, stderr=its, env=environment, cwd=tmp_path
        ) as running:
            os.close(its)
            while True:
                try:
                    output = os.read(own, 65536)
                except OSError:  # Linux says so when the last writer has gone
                    break
                if not output:
                    break
                stream.feed(output)
            running.wait()
        os.close(own)
        return screen

    return run


def lines(screen: pyte.Screen) -> list[str]:
    return [line.rstrip() for line in screen.display]


def marked(screen: pyte.Screen, colour: str = "d0902f") -> list[str]:
    """Give the stretches printed in a colour, that of hits unless another is given."""
    found, open_ = [], ""
    for row in range(screen.lines):
        for column in range(screen.columns):
            cell = screen.buffer[row][column]
            if cell.fg == colour and (cell.bold or colour != "d0902f"):
                open_ += cell.data
            elif open_:
                found.append(open_)
                open_ = ""
    return found


def test_hits_are_marked_in_colour(terminal: Terminal, cli: Cli, articles: Path) -> None:
    cli("index", articles)
    screen = terminal("search", "fordow")
    assert marked(screen) == ["Fordow", "Fordow", "Fordow"]
    assert "3 hits in 2 of 3 articles" in lines(screen)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_hits_stand_below_each_other(terminal: Terminal, cli: Cli, articles: Path, columns: int) -> None:
    cli("index", articles)
    screen = terminal("kwic", "fordow", columns=columns)
    assert marked(screen) == ["Fordow", "Fordow", "Fordow"]
    shown = lines(screen)
    assert len({line.index("Fordow") for line in shown[:3]}) == 1
    assert sum("23 Jun 2025" in line for line in shown[:3]) == 1
    assert shown[3:5] == ["", "3 hits in 2 of 3 articles"]


def test_reasons_are_marked_in_colour(terminal: Terminal, cli: Cli, articles: Path) -> None:
    (articles / "halls.txt").write_text("The halls\n\nThe enrichment halls of Fordow were struck.\n")
    (articles / "bombs.txt").write_text("The bombs\n\nBombs fell on enrichment halls at Fordow.\n")
    cli("index", articles)
    screen = terminal("related", "halls.txt", "--passage", "0", "--limit", "1")
    in_text = marked(screen, "579a48")[:2]
    assert in_text == ["enrichment halls", "Fordow"]


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_text_is_wrapped_beside_its_number(
    terminal: Terminal, cli: Cli, articles: Path, columns: int
) -> None:
    (articles / "long.txt").write_text("A long one\n\n" + "Words that go on and on. " * 20 + "\n")
    cli("index", articles)
    shown = lines(terminal("show", "long.txt", columns=columns))
    first = next(number for number, line in enumerate(shown) if line.startswith("  0  Words"))
    following = [line for line in shown[first + 1 :] if line.strip()]
    assert following and all(line.startswith("     ") for line in following[:-1])
    text = " ".join(line[5:] for line in shown[first:] if line.strip())
    assert text.startswith(" ".join(["Words that go on and on."] * 20))


def test_progress_leaves_nothing_behind(terminal: Terminal, articles: Path) -> None:
    shown = lines(terminal("index", "articles"))
    assert shown[0].startswith("3 articles in ")
    assert shown[1].startswith("3 added · ")
    assert not any(shown[2:])


def test_paths_are_harmless_on_a_terminal(terminal: Terminal, articles: Path) -> None:
    (articles / "a\x1b]0;owned\x07\x1b[2J.txt").write_text("A title\n\nZeppelin.\n")
    screen = terminal("search", "zeppelin", "articles", "-l")
    assert screen.title == ""
    assert "".join(lines(screen)).endswith("/a\ufffd]0;owned\ufffd\ufffd[2J.txt")

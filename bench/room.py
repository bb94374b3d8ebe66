"""The reading room in a terminal: how soon it starts, answers a key, and how much it sends for it."""

import shutil
import sys
import time
from pathlib import Path
from typing import Any

from processes import memory
from terminal import Painted, Terminal

from index import Library

STARTS = 5
"""How often each app is started."""
MOVES = 40
"""Keys that are pressed one by one, each when the room is at rest."""
HELD = 60
"""Keys of one that is held down."""
REPEAT = 1 / 30
"""Seconds between the keys of one that is held down."""
PARAGRAPHS = 50_000
"""Of the long document."""
MEGABYTE = 1_000_000
"""Characters of the large one."""
FIRST = ("Zebras graze quietly.", "Violins tremble indoors.")
"""How the two begin; nothing in the one is related to it in the other."""
WORDS = "the council said on a morning of rain that nothing was decided and all would be heard again"
BARE = Path(__file__).resolve().parent / "bare.py"
PROGRAM = Path(sys.executable).with_name("cuttings")


def measure(corpus: Path, home: Path) -> dict[str, Any]:
    """Measure the room on a library that is up to date."""
    with Library.open([corpus], home=home):
        pass  # now it is the one last opened
    bare, painted, answered, listed = [], [], [], []
    for _ in range(STARTS):
        terminal = Terminal([sys.executable, str(BARE)])
        bare.append(terminal.until(lambda text: "ready" in text))
        terminal.close()
        shutil.rmtree(home / "data", ignore_errors=True)
        terminal = Terminal([str(PROGRAM)], CUTTINGS_HOME=str(home))
        painted.append(terminal.until(_takes_keys))
        listed.append(terminal.until(lambda text: "newest first" in text))
        terminal.close()
        terminal = Terminal([str(PROGRAM)], CUTTINGS_HOME=str(home))
        terminal.until(_takes_keys)
        terminal.press("/")  # what is painted first is the doorway: the room answers
        answered.append(terminal.until(lambda text: "keep results" in text))
        terminal.close()
    terminal = Terminal([str(PROGRAM)], CUTTINGS_HOME=str(home))
    try:
        terminal.until(lambda text: "newest first" in text)
        terminal.rest(2.0)
        moves = [_kept(terminal.painted("j")) for _ in range(MOVES)]
        held = _hold(terminal, "j")
        terminal.rest(1.0)
        typed = [_kept(terminal.painted(key)) for key in ("/", *"the white house")]
        taken = memory(terminal.process)
    finally:
        terminal.close()
    return {
        "start": {"bare": bare, "painted": painted, "answered": answered, "listed": listed},
        "moves": moves,
        "held": held,
        "typed": typed,
        "memory": taken,
    }


def measure_large(place: Path) -> dict[str, Any]:
    """Measure the room on one document of very many paragraphs and one of a megabyte."""
    shutil.rmtree(place, ignore_errors=True)
    files, home = place / "files", place / "home"
    files.mkdir(parents=True)
    _write(files / "short.txt", "A short article", "2025-03-03", ["Of few words."])
    _write(files / "megabyte.txt", "A megabyte", "2025-02-02", _paragraphs(FIRST[0], MEGABYTE // 250, 250))
    _write(files / "long.txt", "Very many paragraphs", "2025-01-01", _paragraphs(FIRST[1], PARAGRAPHS, 40))
    with Library.open([files], home=home) as library:
        library.sync()
    terminal = Terminal([str(PROGRAM)], CUTTINGS_HOME=str(home))
    try:
        terminal.until(lambda text: "newest first" in text)
        terminal.rest(2.0)
        megabyte = _opened(terminal, "j", FIRST[0])
        terminal.rest(2.0)
        long = _opened(terminal, "j", FIRST[1])
        terminal.rest(2.0)
        terminal.press("\r")
        terminal.rest(2.0)
        lines = [_kept(terminal.painted("j")) for _ in range(MOVES)]
        pages = [_kept(terminal.painted(" ")) for _ in range(MOVES)]
        end = _kept(terminal.painted("G"))
    finally:
        terminal.close()
    return {"megabyte": megabyte, "long": long, "lines": lines, "pages": pages, "end": end}


def _takes_keys(text: str) -> bool:
    return "q quit" in text


def _kept(painted: Painted) -> list[float]:
    return [painted.seconds * 1000, painted.first, painted.all]


def _hold(terminal: Terminal, key: str) -> dict[str, float]:
    """Hold a key down: how long after the last one the room is at rest, and what it sent for each."""
    count = 0
    for _ in range(HELD):
        terminal.press(key)
        until = time.perf_counter() + REPEAT
        while (left := until - time.perf_counter()) > 0:
            count += len(terminal.read(left))
    return {"bytes": (count + terminal.rest()) / HELD}


def _opened(terminal: Terminal, keys: str, marker: str) -> float:
    """Milliseconds from a key to the beginning of the document it leads to."""
    began = time.perf_counter()
    terminal.press(keys)
    return (terminal.began + terminal.until(lambda text: marker in text) - began) * 1000


def _paragraphs(first: str, number: int, length: int) -> list[str]:
    words = WORDS.split()
    made = [first]
    while len(made) < number:
        at = len(made)
        turned = words[at % len(words) :] + words[: at % len(words)]
        text = f"Number {at} says " + " ".join(turned * (length // 90 + 1))
        made.append(text[:length].rstrip() + ".")
    return made


def _write(file: Path, title: str, day: str, paragraphs: list[str]) -> None:
    file.write_text("\n\n".join([f"Title: {title}\nDate: {day}\nSource: The Lantern", *paragraphs]) + "\n")

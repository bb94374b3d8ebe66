"""Running a command of the user's with something on its standard input, and giving what it prints.

The command goes to `/bin/sh -c` as it was typed; nothing that comes from a document or a file's name is
ever part of it. It runs in a session of its own, without the terminal, so that all it starts can be
stopped, and what it prints is read rather than shown.
"""

import os
import re
import selectors
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from tui.render.shown import shown

SHELL: Final = ("/bin/sh", "-c")
MOST_OUTPUT: Final = 2_000_000
"""Bytes of output that are taken; a command that prints more is stopped."""
PATIENCE_SECONDS: Final = 1.0
"""How long a command that is told to end may take for it."""
_POLL_SECONDS: Final = 0.1
_AT_ONCE: Final = 65_536
_TAB: Final = 8
_LONGEST: Final = 2_000
_find_style: Final = re.compile(r"\x1b\[[0-9;:]*m")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int | None
    """Its exit status, negative for the signal that ended it; None where it did not run."""
    stopped: bool = False
    """Whether it was stopped because somebody wished so."""
    cut: bool = False
    """Whether it was stopped because it printed too much."""
    trouble: str = ""
    """Why it did not run."""


class Command:
    """A command that is run once."""

    def __init__(self, text: str) -> None:
        self.text = text
        """As it was typed."""
        self._stop = threading.Event()

    def stop(self) -> None:
        """End it, and all it has started; from any thread."""
        self._stop.set()

    def run(self, selection: bytes, told: Callable[[bytes], None]) -> Ended:
        """Run it to its end.

        Args:
            selection: Goes to its standard input; a command need not read it.
            told: Is given what it prints, errors and all, as it comes.
        """
        try:
            process = subprocess.Popen(
                [*SHELL, self.text],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                bufsize=0,
                start_new_session=True,
                env={**os.environ, "TERM": "dumb", "PAGER": "cat"},
            )
        except (OSError, ValueError) as error:
            return Ended(None, trouble=str(getattr(error, "strerror", None) or error))
        feeding = threading.Thread(target=_feed, args=(process, selection), daemon=True)
        feeding.start()
        cut = self._read(process, told)
        if cut or self._stop.is_set():
            _end_all(process)
        status = process.wait()
        feeding.join(PATIENCE_SECONDS)
        assert process.stdout is not None
        process.stdout.close()
        return Ended(status, stopped=self._stop.is_set(), cut=cut)

    def _read(self, process: subprocess.Popen[bytes], told: Callable[[bytes], None]) -> bool:
        """Read what it prints to the end; True where that was too much."""
        assert process.stdout is not None
        taken = 0
        with selectors.DefaultSelector() as waiting:
            waiting.register(process.stdout, selectors.EVENT_READ)
            while not self._stop.is_set():
                if not waiting.select(_POLL_SECONDS):
                    continue
                some = os.read(process.stdout.fileno(), _AT_ONCE)
                if not some:
                    return False
                told(some[: MOST_OUTPUT - taken])
                taken += len(some)
                if taken > MOST_OUTPUT:
                    return True
        return False


def _feed(process: subprocess.Popen[bytes], selection: bytes) -> None:
    assert process.stdin is not None
    with suppress(OSError):  # it has read enough, or is gone
        process.stdin.write(selection)
    with suppress(OSError):
        process.stdin.close()


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """End a command and what it has started: first with a word, then without."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(OSError):  # all of them have ended
            os.killpg(process.pid, number)
        until = time.monotonic() + PATIENCE_SECONDS
        while number == signal.SIGTERM and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)


class Output:
    """What a command prints, as lines that can be shown: nothing in them is obeyed by a terminal."""

    def __init__(self) -> None:
        self._rest = b""

    def lines(self, some: bytes) -> list[str]:
        """The lines that more output completes."""
        *whole, self._rest = (self._rest + some).split(b"\n")
        return [piece for line in whole for piece in _pieces(line)]

    def last(self) -> list[str]:
        """The line that no line end follows."""
        rest, self._rest = self._rest, b""
        return _pieces(rest) if rest else []


def _pieces(line: bytes) -> list[str]:
    """A line made harmless, cut where it is very long."""
    text = line.removesuffix(b"\r").decode("utf-8", "replace")
    text = shown(_find_style.sub("", text).expandtabs(_TAB))
    return [text[at : at + _LONGEST] for at in range(0, max(1, len(text)), _LONGEST)]


def said(ended: Ended) -> str:
    """How a command ended, in words."""
    if ended.status is None:
        return f"it could not be run: {ended.trouble}"
    if ended.cut:
        return f"stopped: it printed more than {MOST_OUTPUT // 1_000_000} MB"
    if ended.stopped:
        return "stopped"
    if ended.status < 0:
        return f"ended by signal {-ended.status}"
    return f"done, exit status {ended.status}"

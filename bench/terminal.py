"""A program in a pseudo-terminal, and when it painted what."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import pyte

COLUMNS, LINES = 160, 45
PATIENCE = 120.0
"""Seconds after which what does not come is given up."""
REST = 0.35
"""Seconds without a byte after which the program is at rest."""

_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
_HAS_FRAMES = b"\x1b[?2026;2$y"
_FRAME_ENDS = b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Painted:
    """What came after a key."""

    seconds: float
    """Until the first frame was whole."""
    first: int
    """Bytes of that frame."""
    all: int
    """Bytes until the program was at rest."""


class Terminal:
    """The program and the screen it paints on; it is told that frames can be marked, and marks them."""

    def __init__(self, command: Sequence[str], **environment: str) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self.began = time.perf_counter()
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
            os.execvpe(command[0], list(command), {**kept, **settings})

    @property
    def text(self) -> str:
        """What can be read on the screen."""
        return "\n".join(self.screen.display)

    def read(self, seconds: float) -> bytes:
        """What comes within some time; nothing if nothing does."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._descriptor, 1 << 20)
        except OSError:  # the other end is closed
            raise EOFError from None
        if _ASKS_FOR_FRAMES in data:
            os.write(self._descriptor, _HAS_FRAMES)
        return data

    def until(self, shown: Callable[[str], bool]) -> float:
        """Wait until the screen is as described; gives the seconds since the program was started."""
        came = time.perf_counter()
        end = came + PATIENCE
        while not shown(self.text):
            if time.perf_counter() > end:
                raise TimeoutError(f"never seen; the last screen:\n{self.text}")
            data = self.read(0.05)
            came = time.perf_counter()
            self._feed(data)
        return came - self.began

    def rest(self, seconds: float = REST) -> int:
        """Wait until nothing more comes; gives the number of bytes that came."""
        count = 0
        while data := self.read(seconds):
            count += len(data)
            self._feed(data)
        return count

    def press(self, keys: str) -> None:
        """Send keys."""
        os.write(self._descriptor, keys.encode())

    def painted(self, keys: str) -> Painted:
        """Send keys to a program at rest, and see what it paints."""
        began = time.perf_counter()
        self.press(keys)
        data = b""
        while _FRAME_ENDS not in data:
            data += self.read(PATIENCE)
        took = time.perf_counter() - began
        first = data.index(_FRAME_ENDS) + len(_FRAME_ENDS)
        self._feed(data)
        return Painted(took, first, len(data) + self.rest())

    def close(self) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGTERM)
        with suppress(EOFError):
            while True:
                self.read(1.0)
        os.waitpid(self.process, 0)
        os.close(self._descriptor)

    def _feed(self, data: bytes) -> None:
        # What asks the terminal for its modes is nothing to see, and pyte takes it for text.
        self._stream.feed(re.sub(rb"\x1b\[[?>=][0-9;]*\$?[a-z]", _seen, data))


def _seen(sequence: re.Match[bytes]) -> bytes:
    return sequence.group() if sequence.group()[-1:] in b"hl" else b""

"""A helper as the process sees it that has started it."""

import os
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass

AT_ONCE = 8
"""Pieces of work a helper has before it, so that it need not wait for the next."""
PATIENCE = 4.0
"""A helper may need so many times the processor time of its piece by the clock: others want it, too."""
START_SECONDS = 120.0
"""So long one may take to start, on a machine that has much else to do, and to say that it is ready."""
READ_BYTES = 1 << 18
END_SECONDS = 2.0


@dataclass(slots=True)
class Job:
    """A piece of work on its way."""

    number: int
    """Tells it from others."""
    line: bytes
    """How it is said to a helper."""
    seconds: float
    """Processor time it may take."""
    round: int
    """The round of work it belongs to."""
    strikes: int = 0
    """How many helpers have ended over it."""


class Helper:
    """A process that does one job after the other; all its pipes are used without waiting."""

    def __init__(self, program: str) -> None:
        """Start it.

        Args:
            program: The module that it runs.

        Raises:
            OSError: it cannot be started.
        """
        self._process = subprocess.Popen(
            # -P: a file called index.py in the folder where one stands must not be run
            [sys.executable, "-P", "-m", program],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self.output = self._process.stdout.fileno()
        """Where its answers come from."""
        self._input = self._process.stdin.fileno()
        os.set_blocking(self.output, False)
        os.set_blocking(self._input, False)
        self.jobs: deque[Job] = deque()
        """What it has been given and has not answered yet, in order."""
        self.is_ready = False
        """Whether it has said so."""
        self._unsent = bytearray()
        self._received = bytearray()
        self._since = time.monotonic()

    @property
    def input(self) -> int | None:
        """Where to write, if there is something to be written."""
        return self._input if self._unsent else None

    def give(self, job: Job) -> None:
        """Give it one more job."""
        if not self.jobs:
            self._since = time.monotonic()
        self.jobs.append(job)
        self._unsent += job.line

    def send(self) -> None:
        """Write as much of the jobs as its pipe takes."""
        try:
            sent = os.write(self._input, self._unsent[:READ_BYTES])
        except BlockingIOError:
            return
        except BrokenPipeError:  # it has ended, which its output tells
            sent = len(self._unsent)
        del self._unsent[:sent]

    def receive(self) -> list[tuple[Job, bytes]]:
        """Take the answers that have come.

        Raises:
            EOFError: it has ended.
        """
        try:
            received = os.read(self.output, READ_BYTES)
        except BlockingIOError:
            return []
        if not received:
            raise EOFError
        self._since = time.monotonic()
        self._received += received
        if b"\n" not in received:
            return []
        *lines, rest = bytes(self._received).split(b"\n")
        self._received = bytearray(rest)
        if lines and not self.is_ready:
            self.is_ready = True
            del lines[0]
        return [(self.jobs.popleft(), line) for line in lines]

    def wait_on(self) -> None:
        """Its time starts anew: its answers were not looked at."""
        self._since = time.monotonic()

    def is_stuck(self) -> bool:
        """Whether it has been at its job for too long."""
        if not self.jobs:
            return False
        allowed = PATIENCE * self.jobs[0].seconds if self.is_ready else START_SECONDS
        return time.monotonic() - self._since > allowed

    def end(self) -> int:
        """End it, and let go of it; gives its exit status, or the signal that ended it, negative."""
        self._process.kill()
        status = 0
        with suppress(
            subprocess.TimeoutExpired
        ):  # one that waits for a dead disk does not even end when killed
            status = self._process.wait(END_SECONDS)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        return status

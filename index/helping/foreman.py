"""Hands work out to helpers and collects what comes of it, in a thread of its own.

So helpers go on while the one who asked writes. A helper that ends over a piece of work is replaced and
the piece tried once more, behind those that wait. Where one helper after the other ends and no piece gets
done, the fault is not in the pieces: what is left is given back, to be tried at another time.
"""

import os
import queue
import selectors
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable
from contextlib import suppress

from index.helping.helper import AT_ONCE, Helper, Job
from index.helping.work import ALL_BREAK_DOWN, BROKE_DOWN, TOO_SLOW, UNFIT

MOST_UNTAKEN = 8 * 1024**2
"""Bytes of answers that nobody has taken yet; helpers then have to wait."""
TICK_SECONDS = 1.0
STRIKES = 2
"""So many helpers may end over a piece of work."""
MOST_IN_A_ROW = 20
"""So many helpers may end one after the other before a piece of the same round is done."""
PAUSE_SECONDS = 5.0
"""A longer time without looking means that this process was stopped, and its helpers too."""


class Foreman:
    """The thread that deals with helpers."""

    def __init__(self, program: str) -> None:
        self._program = program
        self.done: queue.SimpleQueue[tuple[Job, bytes | str] | None] = queue.SimpleQueue()
        """Jobs, each with the answer of a helper or the reason why there is none; None at the end."""
        self._guard = threading.Lock()
        self._waiting: deque[Job] = deque()
        self._wanted = 0
        self._untaken = 0
        self._ended = False
        self._in_a_row = 0
        self._hopeless: set[int] = set()
        self._helpers: list[Helper] = []
        self._wake_end, self._waker = os.pipe()
        os.set_blocking(self._wake_end, False)
        os.set_blocking(self._waker, False)
        self._thread = threading.Thread(target=self._work, name="foreman", daemon=True)

    # What others ask, from their thread

    def employ(self, wanted: int) -> bool:
        """Have so many helpers or more; False where there is none."""
        with self._guard:
            self._wanted = max(self._wanted, wanted)
            if not self._thread.is_alive() and not self._ended:
                self._thread.start()
        self._wake()
        return bool(self._wanted) and not self._ended

    def hand_out(self, jobs: Iterable[Job]) -> None:
        """Take jobs to be done."""
        with self._guard:
            self._waiting.extend(jobs)
        self._wake()

    def taken(self, size: int) -> None:
        """Notice that an answer of this size was taken from `done`."""
        with self._guard:
            was_full = self._is_full
            self._untaken -= size
            is_full = self._is_full
        if was_full and not is_full:
            self._wake()

    def end(self) -> None:
        """End all helpers and the thread."""
        self._ended = True
        self._wake()
        self._thread.join()
        os.close(self._wake_end)
        os.close(self._waker)

    def _wake(self) -> None:
        with suppress(BlockingIOError):  # it has been called often enough
            os.write(self._waker, b"!")

    # What the thread does

    @property
    def _is_full(self) -> bool:
        return self._untaken >= MOST_UNTAKEN

    def _work(self) -> None:
        try:
            while not self._ended:
                self._give_back()
                self._start_helpers()
                if not self._helpers:
                    break
                self._give()
                self._exchange()
        finally:
            self._ended = True
            for helper in self._helpers:
                helper.end()
            self.done.put(None)

    def _start_helpers(self) -> None:
        while len(self._helpers) < self._wanted:
            try:
                self._helpers.append(Helper(self._program))
            except OSError:
                self._wanted = len(self._helpers)

    def _give_back(self) -> None:
        """Give up what waits of the rounds in which no piece gets done."""
        with self._guard:
            if not self._hopeless:
                return
            given_up = [job for job in self._waiting if job.round in self._hopeless]
            self._waiting = deque(job for job in self._waiting if job.round not in self._hopeless)
        for job in given_up:
            self.done.put((job, ALL_BREAK_DOWN))

    def _give(self) -> None:
        with self._guard:
            for many in range(1, AT_ONCE + 1):
                for helper in self._helpers:
                    if self._waiting and len(helper.jobs) < many:
                        helper.give(self._waiting.popleft())

    def _exchange(self) -> None:
        """Wait for something to happen, and deal with it."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._wake_end, selectors.EVENT_READ)
            listens = not self._is_full
            for helper in self._helpers:
                if listens:
                    selector.register(helper.output, selectors.EVENT_READ, helper)
                else:
                    helper.wait_on()
                if helper.input is not None:
                    selector.register(helper.input, selectors.EVENT_WRITE, helper)
            began = time.monotonic()
            events = selector.select(TICK_SECONDS)
        if time.monotonic() - began > PAUSE_SECONDS:
            for helper in self._helpers:
                helper.wait_on()
        for key, event in events:
            if key.data is None:
                _empty(self._wake_end)
            elif key.data not in self._helpers:  # it was lost a moment ago, and its pipes are closed
                continue
            elif event & selectors.EVENT_WRITE:
                key.data.send()
            else:
                self._receive(key.data)
        for helper in list(self._helpers):
            if helper.is_stuck():
                self._lose(helper, TOO_SLOW)

    def _receive(self, helper: Helper) -> None:
        try:
            answers = helper.receive()
        except EOFError:
            self._lose(helper)
            return
        if answers:
            self._in_a_row = 0
        with self._guard:
            self._untaken += sum(len(answer) for _, answer in answers)
        for answer in answers:
            self.done.put(answer)

    def _lose(self, helper: Helper, reason: str = "") -> None:
        """Let go of a helper that has ended, or that should."""
        self._helpers.remove(helper)
        status = helper.end()
        if status == -signal.SIGPROF:
            reason = TOO_SLOW
        if not helper.is_ready or status == UNFIT:  # it could not even begin: another could not either
            self._wanted = len(self._helpers)
        elif helper.jobs:
            job = helper.jobs.popleft()
            if not reason:
                job.strikes += 1
                self._in_a_row += 1
                reason = BROKE_DOWN if job.strikes >= STRIKES else ""
                if self._in_a_row >= MOST_IN_A_ROW:
                    self._hopeless.add(job.round)
            if reason:
                self.done.put((job, reason))
            else:
                with self._guard:
                    self._waiting.append(job)
        with self._guard:
            self._waiting.extendleft(reversed(helper.jobs))


def _empty(pipe: int) -> None:
    while True:
        try:
            if not os.read(pipe, 4096):
                return
        except BlockingIOError:
            return

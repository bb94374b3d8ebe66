"""As many helpers as there are processors to help on, and the work they share.

A piece of work that helpers break down over, or that takes too long, is given up, and the rest goes on.
Where no helper can be started the work is done in this process.
"""

import json
import os
import queue
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from types import TracebackType
from typing import Any, Self

from index.helping.foreman import Foreman
from index.helping.helper import Job
from index.helping.work import Asked, Done, Work, attempt

MOST = 4
"""More helpers read faster than one process writes."""
EACH = 32
"""Pieces of work that are worth another helper."""
AHEAD = 1000
"""Pieces of work that are handed out before what came of the first is taken."""
AHEAD_BYTES = 8 * 1024**2
"""As many bytes of them are."""
TICK_SECONDS = 0.2

Rest = Callable[[Work[Any, Any], Iterable[Any], Callable[[], None]], Iterator[Any]]
"""What is done with work for which there is no helper."""


def helpers_wanted() -> int:
    """How many helpers there should be: what CUTTINGS_HELPERS says, or one for each processor."""
    said = os.environ.get("CUTTINGS_HELPERS", "")
    if said.isdecimal():
        return int(said)
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, MOST)


class NoHelper(Exception):
    """No helper can be started, and the work must not be done without one."""


class Crew:
    """Helpers, started when there is work and ended with the block that they help in."""

    def __init__(
        self,
        size: int | None = None,
        poll: Callable[[], None] = lambda: None,
        *,
        program: str = "index.helping",
        ahead: int | None = None,
        alone: bool = True,
    ) -> None:
        """Begin with none.

        Args:
            size: Most helpers to start; 0 for none. By default `helpers_wanted`.
            poll: Called often; what it raises ends the work.
            program: The module that a helper runs.
            ahead: Pieces of work that are handed out before what came of the first is taken.
            alone: Whether to do the work in this process where there is no helper; if not, `NoHelper` is
                raised by who takes what came of it.
        """
        self._size = helpers_wanted() if size is None else size
        self._poll = poll
        self._program = program
        self._ahead = AHEAD if ahead is None else ahead
        self._rest = _here if alone else _not_here
        self._numbers = 0
        self._foreman: Foreman | None = None

    @property
    def poll(self) -> Callable[[], None]:
        """What is called often while there is work."""
        return self._poll

    def map(
        self, work: Work[Asked, Done], asked: Iterable[Asked], expected: int, *, alone: bool = True
    ) -> Iterator[Done]:
        """Have pieces of work done; what came of them is given as it comes, in about their order.

        Helpers begin at once, whenever what they did is taken.

        Args:
            work: The kind of work.
            asked: The pieces.
            expected: How many there are, about.
            alone: Whether these may be done in this process, if others may.
        """
        rest = self._rest if alone else _not_here
        wanted = min(self._size, -(-expected // EACH))
        if wanted and self._foreman is None:
            self._foreman = Foreman(self._program)
        if self._foreman is None or not self._foreman.employ(wanted):
            return rest(work, asked, self._poll)
        round = _Round(self._foreman, work, iter(asked), self._poll, self._numbers, self._ahead, rest)
        self._numbers += 1
        round.hand_out()
        return round.take_in()

    def send_home(self) -> None:
        """End the helpers, which takes back their memory; where there is more work, others are started."""
        if self._foreman is not None:
            self._foreman.end()
            self._foreman = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.send_home()


class _Round:
    """One kind of work on its way through the helpers."""

    def __init__(
        self,
        foreman: "Foreman",
        work: Work[Any, Any],
        asked: Iterator[Any],
        poll: Callable[[], None],
        number: int,
        ahead: int,
        rest: "Rest",
    ) -> None:
        self._foreman = foreman
        self._rest = rest
        self._ahead = ahead
        self._work = work
        self._asked = asked
        self._poll = poll
        self._round = number
        self._under_way: dict[int, tuple[Any, int]] = {}
        self._bytes = 0
        self._numbers = 0

    def hand_out(self) -> None:
        """Give helpers more to do, as long as that is not too much at once."""
        jobs = []
        while len(self._under_way) < self._ahead and self._bytes < AHEAD_BYTES:
            one = next(self._asked, None)
            if one is None:
                break
            seconds = self._work.seconds(one)
            line = json.dumps([self._work.name, seconds, self._work.asked_as(one)]).encode("ascii") + b"\n"
            job = Job(self._numbers, line, seconds, self._round)
            self._under_way[job.number] = one, len(line)
            self._bytes += len(line)
            self._numbers += 1
            jobs.append(job)
        self._foreman.hand_out(jobs)

    def take_in(self) -> Iterator[Any]:
        """What comes of the work, until all of it is done."""
        while self._under_way:
            self._poll()
            try:
                came = self._foreman.done.get(timeout=TICK_SECONDS)
            except queue.Empty:
                continue
            if came is None:
                break
            job, answer = came
            if job.round != self._round:
                continue
            asked, size = self._under_way.pop(job.number)
            self._bytes -= size
            if isinstance(answer, str):
                done = self._work.fail(asked, answer)
            else:
                self._foreman.taken(len(answer))
                done = self._understood(asked, answer)
            if len(self._under_way) <= self._ahead // 2 or self._bytes <= AHEAD_BYTES // 2:
                self.hand_out()
            yield done
        left = [asked for asked, _ in self._under_way.values()]
        self._under_way.clear()
        yield from self._rest(self._work, chain(left, self._asked), self._poll)  # no helper is left

    def _understood(self, asked: Any, answer: bytes) -> Any:
        try:
            return self._work.done_from(asked, json.loads(answer))
        except Exception:  # a helper of another version, installed since this process began
            return attempt(self._work, asked)


def _here(work: Work[Asked, Done], asked: Iterable[Asked], poll: Callable[[], None]) -> Iterator[Done]:
    """Do work in this process."""
    for one in asked:
        poll()
        yield attempt(work, one)


def _not_here(work: Work[Asked, Done], asked: Iterable[Asked], poll: Callable[[], None]) -> Iterator[Done]:
    """Give up work that must not be done in this process, if there is any left."""
    for _ in asked:
        raise NoHelper
    return iter(())

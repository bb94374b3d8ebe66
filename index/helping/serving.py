"""What a process does that works for another: one piece of work after the other, until nobody is left.

Each line of standard input is a piece of work, each line of standard output what came of it, in the
same order. The first line says that it is ready. It ends with its standard input, so that it never
outlives who asked, and leaves the processor to whoever is waited for.
"""

import json
import os
import queue
import resource
import signal
import sys
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn

from index.errors import ProgramIncomplete
from index.helping.work import UNFIT, Work, attempt


def _be_modest(nice: int, most_memory: int) -> None:
    """Step back behind other processes, and take no more memory than is needed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it goes to all of a terminal; who asked will end us
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    with suppress(OSError):
        os.nice(nice)
    with suppress(OSError, ValueError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most_memory, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _output() -> BinaryIO:
    """Where answers go; what a library prints goes nowhere, so that it is not taken for one."""
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.close(nothing)
    return answers


def _take_in(lines: "queue.SimpleQueue[bytes]") -> None:
    """Collect the lines of standard input, and end the process with them, whatever it is at."""
    for line in sys.stdin.buffer:
        lines.put(line)
    os._exit(0)


def _answer(line: bytes, works: Mapping[str, Work[Any, Any]]) -> bytes:
    """Do a piece of work; one that takes too much of the processor ends the process.

    Raises:
        ProgramIncomplete: what it takes cannot be loaded; or it is asked for as another version of the
            program does, which was there when the one who asks began.
    """
    try:
        name, seconds, value = json.loads(line)
        work = works[name]
        asked = work.asked_from(value)
    except Exception as error:
        raise ProgramIncomplete(error) from error
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        done = attempt(work, asked)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return json.dumps(work.done_as(done)).encode("ascii") + b"\n"


def serve(works: Iterable[Work[Any, Any]], *, nice: int, most_memory: int) -> NoReturn:
    """Work until there is nobody left to work for.

    Args:
        works: What can be asked for.
        nice: How far to step back behind other processes.
        most_memory: Bytes of addresses that may be taken.
    """
    _be_modest(nice, most_memory)
    by_name = {work.name: work for work in works}
    answers = _output()
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(lines,), daemon=True).start()
    answer = b"ready\n"
    with suppress(BrokenPipeError):
        while True:
            answers.write(answer)
            answers.flush()
            try:
                answer = _answer(lines.get(), by_name)
            except ProgramIncomplete:
                os._exit(UNFIT)
    os._exit(0)

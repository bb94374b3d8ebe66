"""Bring a library up to date in a process of its own: `python -m index [--home DIR] [--first] -- PATH…`.

Reading in takes all of a processor; done here it never slows a screen. Each line of standard
output is one JSON object: `{"stage", "done", "total"}` while it goes on, then `{"report": …}`, and when a
model, if there is one, has voted on names, too, `{"heard": […]}` with what went wrong. An error is the last
one: `{"error": …, "status": …}`. It ends when nobody reads its output any more.
"""

import argparse
import json
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict

from index.errors import CuttingsError
from index.library import Library
from index.model import Progress

TELL_SECONDS = 0.1
"""Progress is told no oftener than this."""
NICE = 3
"""How far it steps back behind the process with the screen."""


def _tell(**values: object) -> None:
    print(json.dumps(values), flush=True)


class _Reporter:
    """Passes progress on, a change of stage at once and the rest now and then."""

    def __init__(self) -> None:
        self._stage = ""
        self._told = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.stage != self._stage or now - self._told > TELL_SECONDS:
            self._stage, self._told = progress.stage, now
            _tell(**asdict(progress))


def _first() -> list[str]:
    """The ids in the first line of standard input; those of later lines are added as they come."""
    # Unbuffered: the end of the program would wait for the lock of a buffer that is being read into
    lines = os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0)
    ids = lines.readline().decode("ascii").split()

    def take_in() -> None:
        for line in lines:
            ids.extend(line.decode("ascii").split())

    threading.Thread(target=take_in, daemon=True).start()
    return ids


def main() -> int:
    """Do it; the exit status is that of the command line."""
    parser = argparse.ArgumentParser(prog="python -m index", description="Bring a library up to date.")
    parser.add_argument("--home")
    parser.add_argument("--rebuild", action="store_true")
    parser.add_argument(
        "--watched", action="store_true", help="only read articles for names again that the lists ask for"
    )
    parser.add_argument(
        "--first", action="store_true", help="standard input has ids of documents to do first"
    )
    parser.add_argument("paths", nargs="*")
    asked = parser.parse_args()
    with suppress(OSError):
        os.nice(NICE)
    first = _first() if asked.first else []
    try:
        with Library.open(asked.paths or None, asked.home) as library:
            reporter = _Reporter()
            if asked.watched:
                library.follow_watched(reporter)
                _tell(report=asdict(library.unchanged()))
                return 0
            report = library.sync(reporter, rebuild=asked.rebuild, first=first, model=False)
            _tell(report=asdict(report))
            _tell(heard=library.hear_model(reporter, first=first))
    except CuttingsError as error:
        _tell(error=str(error), status=error.status)
        return error.status
    except BrokenPipeError:  # whoever asked is gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())

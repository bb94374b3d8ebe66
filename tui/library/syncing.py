"""Bringing the library up to date in a process of its own, which tells how far it has come."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from index.model import Progress
from tui.answers import ModelHeard, SyncEnded, SyncTold
from tui.render.shown import shown

Told = SyncTold | SyncEnded | ModelHeard
"""How far it has come, often; its end, once; then what came of the model, where there is one."""


class Syncing:
    """The processes that do it; one may begin while that before it still lets a model vote."""

    def __init__(self, paths: Sequence[str], home: Path | None) -> None:
        """Begin with a library at rest.

        Args:
            paths: The files and folders of the library; none for the sample articles.
            home: Where Cuttings was told to keep its files; None where it was not told.
        """
        self.is_under_way = False
        """Whether there may be more in the library than when it was last looked at."""
        self._paths = paths
        self._home = home
        self._latest: subprocess.Popen[str] | None = None
        self._running: list[subprocess.Popen[str]] = []

    def run(self, first: Iterable[str], *, watched: bool = False) -> Iterator[Told]:
        """Bring the library up to date, then let a model vote on names, where one is installed.

        Args:
            first: Ids of documents to be dealt with before the others.
            watched: Only read articles for names again, because of whom the user watches for.
        """
        process = self._begin(watched)
        self.want_first(*first)
        has_ended, heard = False, None
        assert process.stdin is not None and process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                found = json.loads(line)
                if "stage" in found:
                    if found["stage"] == "voting":
                        heard = heard or ModelHeard()
                    yield SyncTold(Progress(**found))
                elif "heard" in found:
                    trouble = "; ".join(map(shown, found["heard"]))
                    heard = ModelHeard(trouble) if trouble else heard
                elif "error" in found and has_ended:
                    heard = ModelHeard(found["error"])
                else:
                    has_ended = True
                    yield SyncEnded(found["error"]) if "error" in found else _end(found["report"])
        status = process.wait()
        self._running.remove(process)
        self.is_under_way = bool(self._running)
        with suppress(OSError):
            process.stdin.close()
        if not has_ended:
            yield SyncEnded(f"Reading in stopped before its end (status {status}).")
        elif status and heard is not None and not heard.trouble:
            yield ModelHeard(
                f"The model stopped before it was heard on all names (status {status}). "
                "What it said is kept; the next start goes on."
            )
        elif heard is not None:
            yield heard

    def _begin(self, watched: bool) -> subprocess.Popen[str]:
        # -P: a file called index.py in the folder where one stands must not be run
        command = [sys.executable, "-P", "-m", "index", "--first", *(["--watched"] if watched else [])]
        if self._home is not None:
            command += ["--home", str(self._home)]
        if self._paths:
            command += ["--", *self._paths]
        process = self._latest = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self._running.append(process)
        self.is_under_way = True
        return process

    def want_first(self, *documents: str) -> None:
        """Let it deal with some documents, by their ids, before the others."""
        if self._latest is not None and self._latest.stdin is not None:
            with suppress(OSError, ValueError):  # it has ended, which is seen elsewhere
                self._latest.stdin.write(" ".join(documents) + "\n")
                self._latest.stdin.flush()

    def close(self) -> None:
        """End what is under way."""
        for process in tuple(self._running):
            if process.poll() is None:
                process.terminate()
                process.wait()
                if process.stdin is not None:
                    with suppress(OSError):
                        process.stdin.close()


def _end(report: Mapping[str, Any]) -> SyncEnded:
    counts = {name: report[name] for name in ("added", "updated", "removed")}
    trouble = "; ".join(map(shown, report["trouble"]))
    return SyncEnded(None, **counts, skipped=len(report["skipped"]), trouble=trouble)

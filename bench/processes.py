"""A process and all it starts, watched: what they take of processor and memory."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

EVERY = 0.1
"""Seconds between two looks."""


class Failed(Exception):
    """The process ended with an error; says which."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process went."""

    printed: dict[str, Any]
    """The JSON it printed."""
    cpu: float
    """Seconds of processor time of it and of all it waited for."""
    peak: int
    """Most bytes of memory that the tree of processes had at one time, shared pages counted once."""


def watched(command: list[str]) -> Outcome:
    """Run a Python script to its end and watch it.

    Raises:
        Failed: It did not end well.
    """
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    os.set_blocking(process.stdout.fileno(), False)
    printed, peak = b"", 0
    while True:
        printed += process.stdout.read() or b""
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        peak = max(peak, memory(process.pid))
        time.sleep(EVERY)
    os.set_blocking(process.stdout.fileno(), True)
    printed += process.stdout.read()
    problem = process.stderr.read().decode(errors="replace").strip()
    process.stdout.close()
    process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(problem.splitlines()[-1] if problem else f"status {process.returncode}")
    return Outcome(json.loads(printed), usage.ru_utime + usage.ru_stime, max(peak, usage.ru_maxrss * 1024))


def memory(process: int) -> int:
    """Bytes of memory of a process and its descendants; 0 for one that is gone."""
    total = 0
    for one in tree(process):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def tree(process: int) -> list[int]:
    """A process and its descendants."""
    found = [process]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def size(directory: Path) -> int:
    """Bytes of all files below a directory."""
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())

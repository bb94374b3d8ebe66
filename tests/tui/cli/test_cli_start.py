"""Help, the version and errors come before anything heavy is loaded."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

RUN = """
import contextlib, io, sys
from tui.__main__ import main
for words in ([], ["--help"], ["--version"], ["search", "--help"], ["serach"], ["search", "--limti"],
              ["search"], ["show", "x", "/nothing/there"], ["kwic", "x", "/nothing"],
              ["entities", "--type", "x"], ["related"], ["related", "--text", "x", "/nothing"], ["."]):
    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
        main(words)
heavy = {"textual", "whoosh", "numpy", "sqlite3", "index.library", "tui.app", "rich.progress"}
print(sorted(heavy & set(sys.modules)))
"""


def test_nothing_heavy_is_loaded_for_help_and_errors() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN], capture_output=True, stdin=subprocess.DEVNULL, cwd=ROOT, env=os.environ
    )
    assert done.stdout == b"[]\n"
    assert done.stderr.count(b"needs a terminal") == 2


def test_importing_the_program_loads_next_to_nothing() -> None:
    check = "import sys, tui.__main__; print(sorted({'click', 'rich', 'index.model'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, cwd=ROOT)
    assert done.stdout == b"[]\n"

"""The short way into the reading room: no command line to be read, nothing that can be wrong with it.

Click and Rich's help pages take as long to load as half of Textual. Where the words are nothing but
paths that are there, none of it is needed; all else goes the long way, through `tui.cli.group`.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

COMMANDS = (
    *("index", "search", "kwic", "entities", "entity", "chronology", "show", "related", "trace"),
    *("mend", "watch", "compare", "copies", "trail", "libraries", "doctor"),
)
"""The first words that are no paths."""

_COMPLETION = "_CUTTINGS_COMPLETE"


def is_open(words: Sequence[str]) -> bool:
    """Whether the words of a command line ask for the room, in a place where it can be shown."""
    home = os.environ.get("CUTTINGS_HOME")
    return (
        words[:1] not in [[command] for command in COMMANDS]
        and all(not word.startswith("-") and os.path.exists(word) for word in words)
        and (not home or os.path.isdir(home))
        and _COMPLETION not in os.environ
        and os.environ.get("TERM") != "dumb"
        and _is_at_terminal()
    )


def _is_at_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def enter(words: Sequence[str]) -> NoReturn:
    """Open the room on paths, or on the library last opened, and leave with its exit status."""
    # What is loaded now stays to the end; the app turns this on again after its first paint
    gc.disable()
    home = os.environ.get("CUTTINGS_HOME")
    try:
        from tui.app import run

        sys.exit(run(paths=list(words) or None, home=Path(home) if home else None))
    except (Exception, KeyboardInterrupt) as error:
        failure = error
    from tui.cli.failures import end

    def fail() -> NoReturn:
        raise failure

    end(fail)

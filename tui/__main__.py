"""The program's first step: read the command line, then load what the command needs."""

import sys
from collections.abc import Sequence
from typing import NoReturn


def main(words: Sequence[str] | None = None) -> NoReturn:
    """Run `cuttings` with the words of the command line and leave with its exit status."""
    try:
        from tui.cli import door

        typed = sys.argv[1:] if words is None else list(words)
        if door.is_open(typed):
            door.enter(typed)
        from tui.cli.group import cuttings
    except KeyboardInterrupt:
        sys.exit(130)
    cuttings.main(args=None if words is None else list(words), prog_name="cuttings")


if __name__ == "__main__":
    main()

"""What of the room's look has to be known before any library is opened: a file of a few words."""

from contextlib import suppress
from pathlib import Path

FILE = "first-look"
LIGHT = "light"
"""The paper is light."""
COMPACT = "compact"
"""The article list shows one line each."""


def read_first_look(path: Path) -> frozenset[str]:
    """The words of the file; none where it is not there or cannot be read."""
    try:
        return frozenset(path.read_text("ascii").split())
    except (OSError, ValueError):
        return frozenset()


def save_first_look(path: Path, *, light: bool, compact: bool) -> None:
    """Write the words for the next start, where they are others than those there.

    The directory has to be there. What cannot be written costs the next start a change of its look.
    """
    words = frozenset(([LIGHT] if light else []) + ([COMPACT] if compact else []))
    if words != read_first_look(path):
        with suppress(OSError):
            path.write_text(" ".join(sorted(words)), "ascii")
            path.chmod(0o600)

"""Lines given on the command line that are read as those of the files of mendings and of watched names."""

from collections.abc import Callable
from typing import TypeVar

from index.errors import UsageError
from tui.render.shown import shown

Said = TypeVar("Said")


def said_in(line: str, read_line: Callable[[str], Said | None]) -> Said:
    """Give what a line says.

    Args:
        line: As it was typed.
        read_line: Reads a line of the file; None for a blank or a remark.

    Raises:
        UsageError: it cannot be read, or says nothing.
    """
    from index.said import NotReadable

    try:
        said = read_line(line)
    except NotReadable as error:
        raise UsageError(f"“{shown(line)}” cannot be read: {error}.") from None
    if said is None:
        raise UsageError("An empty line says nothing.")
    return said

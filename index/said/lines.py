"""The lines of a file in which a user says something."""

import re
from dataclasses import dataclass
from typing import Self

_find_lines = re.compile(r"[^\n]*\n|[^\n]+").findall


@dataclass(frozen=True, slots=True)
class SaidLines:
    """Lines, each kept as it stands: remarks, blanks and what cannot be read among them.

    A change adds a line at the end or takes one out. Without a line it is a file with nothing in it.
    """

    lines: tuple[str, ...] = ()
    """Each with its line end."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Take what the file holds."""
        return cls(tuple(_find_lines(text)))

    @property
    def text(self) -> str:
        """What the file is to hold."""
        return "".join(self.lines)

    def _with_line(self, line: str, head: str) -> Self:
        """The same with a line at the end; a file that has none gets a head before it."""
        lines = self.lines or (head,)
        last = lines[-1] if lines[-1].endswith("\n") else lines[-1] + "\n"
        return type(self)((*lines[:-1], last, line + "\n"))

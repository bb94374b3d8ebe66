"""The mendings of a library in the order in which they were made: the lines of a file."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from index.mending.lines import read_line, write_line
from index.model import Mending
from index.said import NotReadable, SaidLines

HEAD = "# What is said of names here, a line each, from top to bottom. See docs/entities.md.\n"

FILE = "mendings.txt"
"""Name of the file in the directory of what the user made in a library."""

FACT = "mended"
"""Under this name the catalog says which mendings were applied last, and which of them met nothing."""


@dataclass(frozen=True, slots=True)
class Mendings(SaidLines):
    """The lines of the file."""

    @property
    def listed(self) -> tuple[Mending, ...]:
        """All mendings, in the order in which they are applied."""
        return _listed(self.lines)

    @property
    def applied(self) -> tuple[Mending, ...]:
        """Those of them that change what is who: what is declined does not."""
        return tuple(one for one in self.listed if one.kind != "decline")

    @property
    def troubles(self) -> tuple[str, ...]:
        """What cannot be read, for people: "line 3 is not read: …"."""
        read = [(number, _read(line)) for number, line in enumerate(self.lines, 1)]
        return tuple(f"line {number} is not read: {why}" for number, why in read if isinstance(why, str))

    @property
    def mark(self) -> str:
        """Tells what is said from all else that may be said; empty where nothing is."""
        return _mark(self.applied)

    def is_noted(self, fact: str | None) -> bool:
        """Whether what the catalog says of the mendings applied last is said of these."""
        return (fact or "").partition(" ")[0] == self.mark

    def with_mending(self, mending: Mending) -> "Mendings":
        """The same with a mending at the end."""
        return self._with_line(write_line(mending), HEAD)

    def without(self, mending: Mending) -> "Mendings":
        """The same without a mending; of two that say the same the later one goes."""
        places = [place for place, line in enumerate(self.lines) if _read(line) == mending]
        if not places:
            return self
        return Mendings((*self.lines[: places[-1]], *self.lines[places[-1] + 1 :]))


@lru_cache(maxsize=4)  # it is asked for with every search, and the file may have thousands of lines
def _listed(lines: tuple[str, ...]) -> tuple[Mending, ...]:
    return tuple(found for line in lines if isinstance(found := _read(line), Mending))


@lru_cache(maxsize=4)
def _mark(applied: tuple[Mending, ...]) -> str:
    said = "\n".join(map(write_line, applied))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() if said else ""


@lru_cache(maxsize=1 << 14)
def _read(line: str) -> Mending | str | None:
    """The mending of a line; what is wrong with it; None for a remark or a blank."""
    try:
        return read_line(line)
    except NotReadable as error:
        return str(error)

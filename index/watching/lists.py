"""The list of watched names as a user keeps it: the lines of a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.folding import bare
from index.model import EntityType, WatchedName
from index.said import NotReadable, SaidLines
from index.watching.lines import read_line, write_line

FILE = "watched.txt"
"""Name of the file, in the directory of what the user made: in a library, or in all."""

FACT = "watched"
"""Under this name the catalog keeps whom its documents were read through for."""

HEAD = "# Names to watch for, a line each: its type, the name, other forms. See docs/entities.md.\n"


@dataclass(frozen=True, slots=True)
class WatchList(SaidLines):
    """The lines of the file."""

    @property
    def listed(self) -> tuple[WatchedName, ...]:
        """The names, in their order."""
        return _listed(self.lines)

    @property
    def troubles(self) -> tuple[str, ...]:
        """What cannot be read or says nothing, for people: "line 3 is not read: …"."""
        return tuple(f"line {number} is not read: {why}" for number, why in self._wrong())

    def with_name(self, one: WatchedName) -> "WatchList":
        """The same with a name at the end, in place of what was said of this name."""
        return self.without(one.type, one.name)._with_line(write_line(one), HEAD)

    def without(self, type: EntityType, name: str) -> "WatchList":
        """The same without a name."""
        folded = bare(name)
        return WatchList(tuple(line for line in self.lines if not _is_of(line, type, folded)))

    def _wrong(self) -> Iterator[tuple[int, str]]:
        taken: dict[str, tuple[int, EntityType, str]] = {}
        for number, line in enumerate(self.lines, 1):
            one = _read(line)
            if isinstance(one, str):
                yield number, one
            elif one is not None:
                for form in one.forms:
                    if form.kind != "any":
                        continue
                    first, type, name = taken.setdefault(bare(form.text), (number, one.type, bare(one.name)))
                    if (type, name) != (one.type, bare(one.name)):
                        yield number, f"“{form.text}” is another name's already, in line {first}"


@lru_cache(maxsize=4)  # it is asked for with every search, and the file may have thousands of lines
def _listed(lines: tuple[str, ...]) -> tuple[WatchedName, ...]:
    return tuple(one for line in lines if isinstance(one := _read(line), WatchedName))


def _is_of(line: str, type: EntityType, folded: str) -> bool:
    """Whether a line says to watch for a name, given as `bare` has it."""
    one = _read(line)
    return isinstance(one, WatchedName) and one.type == type and bare(one.name) == folded


@lru_cache(maxsize=1 << 14)
def _read(line: str) -> WatchedName | str | None:
    """The name of a line; what is wrong with it; None for a remark or a blank."""
    try:
        return read_line(line)
    except NotReadable as error:
        return str(error)

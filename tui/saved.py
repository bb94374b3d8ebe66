"""Saved searches: a file of names and queries, one a line, which people may edit by hand.

Every line is kept as it stands, remarks, blanks and lines that cannot be read among them; a change
touches the one line it is about.
"""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

FILE: Final = "saved-searches.toml"

_HEAD: Final = "# Saved searches, one a line: \"name\" = 'query'\n"
_LINE = re.compile(r"""\s*(?P<name>"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*=\s*(?P<rest>.*)""", re.DOTALL)

_find_lines = re.compile(r"[^\n]*\n|[^\n]+").findall


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name."""

    name: str
    """The name."""
    query: str
    """The query."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles a saved search finds."""

    found: int = 0
    """All of them."""
    new: int = 0
    """Those that were not there when one last looked."""
    trouble: str = ""
    """Why it cannot be told; empty where it can."""


@dataclass(frozen=True, slots=True)
class SavedSearches:
    """The lines of the file. `SavedSearches()` is a file with nothing in it."""

    lines: tuple[str, ...] = ()
    """Each with its line end."""

    @classmethod
    def read(cls, text: str) -> "SavedSearches":
        """Take what the file holds."""
        return cls(tuple(_find_lines(text)))

    @property
    def text(self) -> str:
        """What the file is to hold."""
        return "".join(self.lines)

    @property
    def searches(self) -> tuple[SavedSearch, ...]:
        """The searches in the order of the file; of two with one name the first."""
        found: dict[str, SavedSearch] = {}
        for line in self.lines:
            search = _read(line)
            if isinstance(search, SavedSearch):
                found.setdefault(search.name, search)
        return tuple(found.values())

    @property
    def troubles(self) -> tuple[str, ...]:
        """What cannot be read, for people: "line 3 is not read: …"."""
        said, names = [], set[str]()
        for number, line in enumerate(self.lines, 1):
            search = _read(line)
            if isinstance(search, str):
                said.append(f"line {number} is not read: {search}")
            elif search is not None:
                if search.name in names:
                    said.append(f"line {number} is not read: the name “{search.name}” stands above already")
                names.add(search.name)
        return tuple(said)

    def has(self, name: str) -> bool:
        """Whether there is a search of this name."""
        return self._place(name) is not None

    def with_search(self, name: str, query: str) -> "SavedSearches":
        """The same with a search at the end; one of this name is asked for by this query from now on."""
        place = self._place(name)
        if place is not None:
            return self._put(place, f"{_written(name)} = {_written(query)}\n")
        lines = self.lines or (_HEAD,)
        lines = (*lines[:-1], _ended(lines[-1]))
        return SavedSearches((*lines, f"{_written(name)} = {_written(query)}\n"))

    def renamed(self, old: str, new: str) -> "SavedSearches":
        """The same with another name for a search; what stands behind it in its line is kept."""
        place = self._place(old)
        found = _LINE.match(self.lines[place]) if place is not None else None
        if place is None or found is None:
            return self
        return self._put(place, f"{_written(new)} = {found['rest']}")

    def without(self, name: str) -> "tuple[SavedSearches, Removed | None]":
        """The same without a search, and what brings it back."""
        place = self._place(name)
        if place is None:
            return self, None
        lines = self.lines
        return SavedSearches((*lines[:place], *lines[place + 1 :])), Removed(place, lines[place], name)

    def restored(self, removed: "Removed") -> "SavedSearches":
        """The same with a search that was taken out, in its old place."""
        if self.has(removed.name):
            return self
        before, behind = self.lines[: removed.place], self.lines[removed.place :]
        before = (*before[:-1], _ended(before[-1])) if before else ()
        return SavedSearches((*before, _ended(removed.line), *behind))

    def _put(self, place: int, line: str) -> "SavedSearches":
        return SavedSearches((*self.lines[:place], line, *self.lines[place + 1 :]))

    def _place(self, name: str) -> int | None:
        for place, line in enumerate(self.lines):
            search = _read(line)
            if isinstance(search, SavedSearch) and search.name == name:
                return place
        return None


@dataclass(frozen=True, slots=True)
class Removed:
    """A search that was taken out, and can be put back."""

    place: int
    """Which line it was, from 0."""
    line: str
    """The line."""
    name: str
    """Its name."""

    @property
    def query(self) -> str:
        """What it asks."""
        search = _read(self.line)
        return search.query if isinstance(search, SavedSearch) else ""


def _read(line: str) -> SavedSearch | str | None:
    """The search of a line; what is wrong with it; None for a remark or a blank."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    try:
        found = tomllib.loads(line)
    except ValueError as error:
        return str(error).split(" (at line")[0].rstrip(".").lower()
    except RecursionError:
        return "it goes too deep"
    items: Sequence[tuple[str, object]] = list(found.items())
    if len(items) != 1 or not isinstance(items[0][1], str):
        return "it should be a name in quotes, an equals sign, and a query in quotes"
    name, query = items[0]
    return SavedSearch(name, str(query)) if name.strip() else "the name is empty"


def _ended(line: str) -> str:
    return line if line.endswith(("\n", "\r")) else line + "\n"


def _written(text: str) -> str:
    """A text as TOML has it: as it stands between single quotes, where that is possible."""
    if text.isprintable() and "'" not in text:
        return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

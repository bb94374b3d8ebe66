"""Whom a library watches for: what is handed to recognition and to the joining of names."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.folding import bare
from index.model import EntityType, Form, WatchedName
from index.said import NotReadable
from index.watching.lines import read_line, write_line


@dataclass(frozen=True, slots=True)
class Watched:
    """The names, each once. `Watched()` is nobody."""

    names: tuple[WatchedName, ...] = ()
    """In the order in which they were said; of two with the same form the first one has it."""

    @classmethod
    def of(cls, names: Iterable[WatchedName]) -> "Watched":
        """Those of some lists: two of the same type and name are one with the forms of both."""
        found: dict[tuple[EntityType, str], WatchedName] = {}
        for one in names:
            place = one.type, bare(one.name)
            before = found.get(place)
            if before is not None:
                known = {form.text: form for form in (*one.forms, *before.forms)}  # what was said first holds
                ordered = dict.fromkeys(form.text for form in (*before.forms, *one.forms))
                one = WatchedName(one.type, tuple(known[text] for text in ordered))
            found[place] = one
        return cls(tuple(found.values()))

    @classmethod
    def read(cls, text: str) -> "Watched":
        """The same back from `text`; what cannot be read is left out."""
        found = []
        for line in text.split("\n"):
            try:
                one = read_line(line)
            except NotReadable:
                continue
            if one is not None:
                found.append(one)
        return cls(tuple(found))

    @property
    def text(self) -> str:
        """All of it, to be kept and compared; empty for nobody."""
        return "\n".join(map(write_line, self.names))

    def named(self, type: EntityType, name: str) -> WatchedName | None:
        """The watched name of a type and name."""
        folded = bare(name)
        return next((one for one in self.names if one.type == type and bare(one.name) == folded), None)

    def differing(self, other: "Watched") -> tuple[Form, ...]:
        """The forms of all names that are watched for here or there, and not in the same way in both."""
        unlike = set(self.names) ^ set(other.names)
        return tuple(
            dict.fromkeys(form for one in (*self.names, *other.names) if one in unlike for form in one.forms)
        )


NOBODY = Watched()
"""Nobody is watched for."""

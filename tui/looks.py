"""What was there when one last looked at a search: one search a line, by ids that outlive a rebuild."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

FILE: Final = "searches-looked-at.jsonl"


@dataclass(frozen=True, slots=True)
class Looks:
    """Documents seen among the results of queries. `Looks()` is before the first look."""

    seen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids of the documents that a query had found when one looked, all times together."""
    unread: tuple[str, ...] = ()
    """Lines of the file that could not be read, kept as they are."""

    @classmethod
    def read(cls, text: str) -> "Looks":
        """Take what the file holds."""
        seen: dict[str, frozenset[str]] = {}
        unread = []
        for line in text.split("\n"):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
                query, ids = found["query"], found["seen"]
            except (ValueError, TypeError, KeyError, RecursionError):
                unread.append(line)
                continue
            if isinstance(query, str) and isinstance(ids, str):
                seen[query] = seen.get(query, frozenset()) | frozenset(ids.split())
            else:
                unread.append(line)
        return cls(seen, tuple(unread))

    @property
    def text(self) -> str:
        """What the file is to hold."""
        lines = [
            json.dumps({"query": query, "seen": " ".join(sorted(ids))}, ensure_ascii=False)
            for query, ids in self.seen.items()
        ]
        return "".join(f"{line}\n" for line in (*lines, *self.unread))

    def new(self, query: str, found: frozenset[str]) -> frozenset[str]:
        """Those of the documents a query finds that were not there at the last look; all before the first."""
        return found - self.seen.get(query, frozenset())

    def looked(self, query: str, found: frozenset[str]) -> "Looks":
        """The same after a look at what a query finds.

        What was seen stays so: while a library is being made anew, not all of it is found.
        """
        return Looks({**self.seen, query: self.seen.get(query, frozenset()) | found}, self.unread)

    def only(self, queries: Collection[str]) -> "Looks":
        """The same without the looks at other queries than some."""
        return Looks({one: ids for one, ids in self.seen.items() if one in queries}, self.unread)

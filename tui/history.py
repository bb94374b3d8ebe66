"""The searches one has made, the latest first, each once and with the articles it found when it was made."""

import json
from dataclasses import asdict, dataclass
from typing import Final

FILE: Final = "searches.jsonl"
MOST: Final = 500
"""How many searches are kept; beyond that the oldest go."""


@dataclass(frozen=True, slots=True)
class Past:
    """A search that was made."""

    query: str
    """The query."""
    articles: int
    """How many articles it found."""
    when: str
    """ISO time at which it was made last."""


@dataclass(frozen=True, slots=True)
class History:
    """Searches that were made. `History()` is one without any."""

    searches: tuple[Past, ...] = ()
    """The latest first."""
    unread: tuple[str, ...] = ()
    """Lines of the file that could not be read, kept as they are."""

    @classmethod
    def read(cls, text: str) -> "History":
        """Take what the file holds, a search a line, the latest first."""
        found: dict[str, Past] = {}
        unread = []
        for line in text.split("\n"):
            if not line.strip():
                continue
            past = _read(line)
            if past is None:
                unread.append(line)
            else:
                found.setdefault(past.query, past)
        return cls(tuple(found.values()), tuple(unread))

    @property
    def text(self) -> str:
        """What the file is to hold."""
        lines = [json.dumps(asdict(past), ensure_ascii=False) for past in self.searches]
        return "".join(f"{line}\n" for line in (*lines, *self.unread))

    def made(self, query: str, articles: int, when: str) -> "History":
        """The same after a search; made before, it is the latest again."""
        query = query.strip()
        if not query:
            return self
        others = [past for past in self.searches if past.query != query]
        return History((Past(query, articles, when), *others)[:MOST], self.unread)

    def beginning(self, text: str) -> tuple[Past, ...]:
        """The searches that begin as a text does, capitals aside, and go on."""
        begun = text.casefold()
        return tuple(
            past
            for past in self.searches
            if past.query.casefold().startswith(begun) and len(past.query) > len(text)
        )


def _read(line: str) -> Past | None:
    try:
        found = json.loads(line)
        past = Past(found["query"], found["articles"], found["when"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    fits = type(past.query) is str and type(past.articles) is int and type(past.when) is str
    return past if fits and past.query.strip() else None

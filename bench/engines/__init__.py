"""The engines that are measured side by side: each indexes a corpus and answers with pages.

Each module has a class `Measured`, made for one directory and one corpus.
"""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import NamedTuple, Protocol, cast

from questions import Question

PAGE = 20
"""Results on a page."""
WIDTH = 240
"""Characters of a snippet, about, in every engine that can be told."""


class Missing(Exception):
    """The engine has no way to answer questions of this kind."""


class GaveUp(Exception):
    """The engine says that the answer takes it too long."""


class Page(NamedTuple):
    """What a page held, so that no engine is fast by leaving something out."""

    total: int | None
    """Number of articles that match, where the engine tells it."""
    results: int
    """Articles on the page."""
    spans: int
    """Places that are marked in titles and snippets."""


class Engine(Protocol):
    """What is measured."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        """Take the directory of the index and the corpus; imports what will be needed."""

    def index(self) -> dict[str, float]:
        """Index the corpus; gives the seconds at which parts of the work were done, by name."""

    def open(self) -> None:
        """Open the index."""

    def page(self, question: Question) -> Page:
        """The first page of the answer; raises Missing and GaveUp."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An engine as the table shows it."""

    module: str
    """Below `engines`."""
    title: str
    """What it is called."""
    needs: str | None = None
    """The package or program that it needs, where that may be missing."""
    largest: int | None = None
    """The largest corpus that it is given."""
    slow: bool = False
    """Whether one run of questions has to be enough on a large corpus."""
    asked: bool = True
    """Whether it is asked, too."""
    indexed: bool = True
    """Whether it has an index."""

    @property
    def is_here(self) -> bool:
        """Whether it is installed."""
        return self.needs is None or find_spec(self.needs) is not None or which(self.needs) is not None


ENGINES = {
    "cuttings": Entry("cuttings", "Cuttings"),
    "cuttings-words": Entry("words", "Cuttings, the index alone"),
    "whoosh": Entry("whoosh3", "Whoosh as it comes", largest=10_000, slow=True),
    "whoosh-words": Entry("words_by_whoosh", "Whoosh's codec, same words", largest=10_000, asked=False),
    "sqlite": Entry("fts5", "SQLite FTS5"),
    "tantivy": Entry("rust", "tantivy", needs="tantivy"),
    "xapian": Entry("omega", "Xapian", needs="xapian"),
    "ripgrep": Entry("grep", "ripgrep", needs="rg", slow=True, indexed=False),
}
"""By the name under which they are asked for."""


def engine(name: str, directory: Path, corpus: Path) -> Engine:
    """The engine of a name."""
    module = import_module(f"engines.{ENGINES[name].module}")
    return cast(Engine, module.Measured(directory, corpus))

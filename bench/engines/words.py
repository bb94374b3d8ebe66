"""The full-text index of Cuttings alone: no files are read, no catalog is written, no snippets are cut."""

import time
from collections.abc import Iterator
from pathlib import Path

from questions import Question
from texts import texts

from engines import PAGE, Missing, Page
from engines.language import understood
from index.fulltext.engine import Engine, Entry
from index.fulltext.syntax import parse

BATCH = 300
"""Articles that become searchable together, as many as when files are read in."""


class Measured:
    """The engine below the library."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        self._directory = directory
        self._corpus = corpus

    def index(self) -> dict[str, float]:
        """Index the texts batch by batch, merging as the library does."""
        began = time.perf_counter()
        with Engine.open(self._directory) as engine:
            batch: list[Entry] = []
            for entry in self._entries():
                batch.append(entry)
                if len(batch) == BATCH:
                    engine.update(batch)
                    batch = []
                    while engine.merge():
                        pass
            engine.update(batch)
        return {"searchable": time.perf_counter() - began}

    def _entries(self) -> Iterator[Entry]:
        for number, one in enumerate(texts(self._corpus), start=1):
            yield Entry(number, 1, one.title, one.text, one.source, one.published, one.language)

    def open(self) -> None:
        """Open the index."""
        self._engine = Engine.open(self._directory)

    def page(self, question: Question) -> Page:
        """The ranking of all that matches."""
        if question.root.op == "regex":
            raise Missing  # it is held against the texts, which are not here
        found = self._engine.list(parse(understood(question)), "newest" if question.newest else "relevance")
        return Page(len(found.keys), min(PAGE, len(found.keys)), 0)

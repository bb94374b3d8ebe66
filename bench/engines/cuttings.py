"""Cuttings through its one door, as the room and the command line use it."""

import time
from pathlib import Path

from questions import Question

import index.finding
import index.fulltext.engine  # noqa: F401  # loaded here, so that opening does not pay for it
from engines import PAGE, GaveUp, Page
from engines.language import understood
from index import Library
from index.errors import SearchTooLong
from index.model import Progress, Sort

STAGES = {"finishing": "searchable", "naming": "named", "relating": "related", "comparing": "compared"}
"""What is done when a stage of the reading in has come to its end."""


class Measured:
    """A library on the files of the corpus."""

    def __init__(self, directory: Path, corpus: Path) -> None:
        self._home = directory
        self._corpus = corpus

    def index(self) -> dict[str, float]:
        """Read the files in: catalog, full text, names, passages that are compared."""
        began = time.perf_counter()
        marks: dict[str, float] = {}

        def note(progress: Progress) -> None:
            if progress.stage in STAGES:
                marks[STAGES[progress.stage]] = time.perf_counter() - began

        with Library.open([self._corpus], home=self._home) as library:
            report = library.sync(note)
        if report.trouble or report.skipped:
            raise RuntimeError(f"Not everything could be read in: {(*report.trouble, *report.skipped)[0]}")
        return marks

    def open(self) -> None:
        """Open the library as it stands."""
        self.library = Library.open([self._corpus], home=self._home)

    def page(self, question: Question) -> Page:
        """A page of results with snippets."""
        order: Sort = "newest" if question.newest else "relevance"
        try:
            found = self.library.search(understood(question), PAGE, sort=order)
        except SearchTooLong as error:
            raise GaveUp from error
        spans = sum(
            len(result.title_spans) + sum(len(snippet.spans) for snippet in result.snippets)
            for result in found.results
        )
        return Page(found.total, len(found.results), spans)

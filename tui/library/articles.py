"""Articles with their texts, what in others speaks of the same, and what the reader put to them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from index.errors import Cancelled, NotInLibrary
from index.model import (
    Article,
    Comparison,
    DatedLine,
    Passage,
    Reading,
    Related,
    Skipped,
    Span,
    Timeline,
    Trace,
    Version,
)
from tui.answers import VersionsFetched
from tui.library.days import DaySpan
from tui.library.opened import Opened

RELATED = 12
"""Related passages that are shown."""

MOST_VERSIONS = 400
"""Copies of an article that are shown, the earliest."""

VERSIONS_AT_ONCE = 40
"""So many more are there before they are shown."""


class Articles(Opened):
    """Articles with their texts, what in others speaks of the same, and what the reader put to them."""

    def read(self, id: str, query: str) -> Reading:
        """A document with its hits and its best places; raises NotInLibrary."""
        reading = self._library.read(id, query)
        if self._syncing.is_under_way and not reading.article.mentions:
            self._syncing.want_first(id)
        return reading

    def compare(self, first: str, second: str) -> Comparison:
        """Two documents side by side; raises NotInLibrary."""
        try:
            return self._library.compare(first, second)
        finally:
            self._library.let_go()

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Documents with their texts by id; those that are gone are left out."""
        found = {}
        for id in dict.fromkeys(ids):
            with suppress(NotInLibrary):
                found[id] = self._library.document(id)
        return found

    def passage(self, document: str, number: int) -> str | None:
        """The words of a passage; None where there is no such passage; raises NotInLibrary."""
        return self._library.passage(document, number)

    def related(self, passage: Passage | str) -> tuple[Related, ...]:
        """The passages that speak of the same as a passage of another document, or as some words."""
        self._see_what_came()
        try:
            return self._library.related(passage, RELATED)
        finally:
            self._library.let_go()

    def versions(self, document: str, cancelled: Callable[[], bool]) -> Iterator[VersionsFetched]:
        """A document and its copies, the one that leads first, as they are compared.

        Each answer has those of the one before and some more.

        Args:
            document: Its id.
            cancelled: Polled.

        Raises:
            NotInLibrary: there is no such document.
            Cancelled: `cancelled` said so.
        """
        self._see_what_came()
        total, found = self._library.prints(document), list[Version]()
        if total == 1:
            yield VersionsFetched((), 1, is_whole=True, is_searched=self._library.is_copies_known)
            return
        for version in self._library.each_version(document, MOST_VERSIONS):
            if cancelled():
                raise Cancelled("Called off.")
            found.append(version)
            if len(found) % VERSIONS_AT_ONCE == 0:
                yield VersionsFetched(tuple(found), total)
        yield VersionsFetched(tuple(found), total, is_whole=True)

    def trace(self, document: str, quotation: Span | str) -> Trace:
        """Every document that carries a quotation of a document, or words as such."""
        self._see_what_came()
        return self._library.trace(quotation, document)

    def timeline(self, query: str, document: str | None, span: DaySpan | None) -> Timeline:
        """The dates of a document, or of all that matches a query; see `Library.timeline`."""
        first, last = span or (None, None)
        self._see_what_came()
        try:
            return self._library.timeline(query, document, first, last)
        finally:
            self._library.let_go()

    def dated(self, places: Sequence[tuple[int, int]]) -> tuple[DatedLine | None, ...]:
        """Some dates in their sentences; see `Library.dated`."""
        return self._library.dated(places)

    def skipped(self) -> tuple[Skipped, ...]:
        """The files that were not read in."""
        return self._library.skipped()

    def marked_read(self, before: frozenset[str]) -> frozenset[str]:
        """Ids of the articles that were read; of some that were so before there were marks, too."""
        if before:
            self._library.marks.adopt_read(sorted(before))
        return self._library.marks.read

    def mark_read(self, documents: Iterable[str], is_read: bool) -> None:
        """Take down that articles were read, or that they count as unread."""
        self._library.marks.mark_read(documents, is_read)

    def tags(self, document: str) -> tuple[tuple[str, ...], Mapping[str, int]]:
        """The tags of an article, and in how many articles each tag is that there is."""
        tagged = self._library.marks.tagged()
        return self._library.marks.tags(document), {tag: len(tagged[tag]) for tag in tagged}

    def set_tags(self, document: str, tags: Iterable[str]) -> None:
        """Give an article tags."""
        self._library.marks.set_tags(document, tags)

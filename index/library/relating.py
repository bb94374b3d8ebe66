"""Passages, documents and quotations set beside those of other documents."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from index.errors import Cancelled
from index.library.watching import Watch
from index.model import Comparison, Passage, Quote, Related, Span, Trace
from index.stores import never

if TYPE_CHECKING:
    from index.tracing.tracer import Tracer


class Relating(Watch):
    """Passages, documents and quotations set beside those of other documents."""

    def related(self, passage_or_text: Passage | str, limit: int = 10) -> tuple[Related, ...]:
        """Passages of other documents that speak of the same, best first, each with the reasons.

        One passage stands for a document. Near-identical passages have one row, with those of the copies
        of their documents; the earliest leads. The answer is empty where nothing is related.
        """
        from index.relations import related_passages

        wanted = passage_or_text
        key = self._catalog.key_of(wanted.document) if isinstance(wanted, Passage) else None
        return related_passages(self._catalog, self._passages, self._groups, wanted, key, limit)

    def compare(self, first: str, second: str) -> Comparison:
        """Two documents side by side: passages that speak of the same, and on what they differ.

        Args:
            first: Id of a document.
            second: Id of another.

        Raises:
            NotInLibrary: there is no document with one of these ids.
        """
        from index.comparing import compare
        from index.related.sides import Weights

        names = {one.id: one.name for id in (first, second) for one in self.entities_of(id)}
        snapshot = self._passages.snapshot
        return compare(
            self.document(first),
            self.document(second),
            Weights(cache(snapshot.idf_of), snapshot.rare),
            lambda entity: names.get(entity, ""),
        )

    def trace(
        self,
        quotation: Span | str,
        document: str | None = None,
        *,
        cancelled: Callable[[], bool] = never,
    ) -> Trace:
        """Every document that carries a quotation, word for word, trimmed or altered, the earliest first.

        Documents that are copies of one another count as one. A fragment of a few words is looked for by
        who says it and by the words around it, too.

        Args:
            quotation: One of an article's `quotes`, any span of it, or words as such.
            document: Id of the article that a span is of.
            cancelled: Polled.

        Raises:
            NotInLibrary: there is no document with this id.
            Cancelled: `cancelled` said so.
        """
        if isinstance(quotation, str):
            return self._tracer(cancelled).typed(quotation)
        (found,) = self._tracer(cancelled).quoted(document or "", [quotation])
        return found[1]

    def traces(
        self, document: str, *, cancelled: Callable[[], bool] = never
    ) -> Iterator[tuple[Quote, Trace]]:
        """Each quotation of an article with all that carry it, one after the other.

        Raises:
            NotInLibrary: there is no document with this id.
            Cancelled: `cancelled` said so.
        """
        return self._tracer(cancelled).quoted(document)

    def _tracer(self, cancelled: Callable[[], bool]) -> "Tracer":
        from index.tracing.tracer import Tracer

        def poll() -> None:
            if cancelled():
                raise Cancelled("Called off.")

        return Tracer(self._catalog, self._prints, self._groups, poll)

"""Passages, documents and quotations set beside those of other documents."""

from collections.abc import Callable

from index.errors import Cancelled
from index.library.watching import Watch
from index.model import Comparison, Passage, Related, Span, Trace
from index.stores import never


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
            Weights(snapshot.idf_of, snapshot.rare),
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
        from index.tracing.trace import quote_at, sought_as, sought_in, trace

        if isinstance(quotation, str):
            sought = sought_as(quotation)
        else:
            key, article = self._article(document or "")
            sought = sought_in(article, key, quote_at(article, quotation))

        def poll() -> None:
            if cancelled():
                raise Cancelled("Called off.")

        return trace(self._catalog, self._prints, sought, self._catalog.copies.groups, poll)

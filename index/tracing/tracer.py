"""Quotations of a document, or words that were typed, traced one after the other."""

from collections.abc import Callable, Iterator, Sequence

from index.catalog import Catalog
from index.copies.groups import Groups
from index.errors import NotInLibrary
from index.model import Quote, Span, Trace
from index.tracing.prints import Prints
from index.tracing.quoting import Quotings
from index.tracing.trace import Sought, quote_at, sought_as, sought_in, trace


class Tracer:
    """Traces quotations through a library. What several of them lead to is read once."""

    def __init__(
        self, catalog: Catalog, prints: Prints, groups: Groups, poll: Callable[[], None] = lambda: None
    ) -> None:
        """Take what knows who quotes what.

        Args:
            catalog: Where documents and quotations are.
            prints: The prints of all quotations.
            groups: Which documents are copies of one another.
            poll: Called between documents; may raise to end the work.
        """
        self._catalog = catalog
        self._prints = prints
        self._groups = groups
        self._poll = poll
        self._quotings = Quotings(catalog)

    def typed(self, text: str) -> Trace:
        """Trace words that were typed."""
        return self._trace(sought_as(text))

    def quoted(self, id: str, spans: Sequence[Span] | None = None) -> Iterator[tuple[Quote, Trace]]:
        """Trace quotations of a document, or any spans of it; where none are given all that it quotes.

        Raises:
            NotInLibrary: there is no document with this id.
        """
        key = self._catalog.key_of(id)
        heads = {} if key is None else self._catalog.summaries([key])
        texts = {} if key is None else {one.key: one.text for one in self._catalog.stored_texts([key])}
        if key is None or key not in heads or key not in texts:
            raise NotInLibrary(f"There is no document “{id}” in this library.")
        head, text = heads[key], texts[key]
        has_all = spans is not None and all(isinstance(one, Quote) for one in spans)
        known = () if has_all else self._catalog.quotes.of(key, head.title, text)
        for span in known if spans is None else spans:
            quote = span if isinstance(span, Quote) else quote_at(head.title, text, known, span)
            yield quote, self._trace(sought_in(head, text, key, quote))

    def _trace(self, sought: Sought) -> Trace:
        return trace(self._catalog, self._prints, sought, self._groups, self._quotings, self._poll)

"""What documents quote, as it is compared with a quotation; each document is read once."""

from collections.abc import Collection, Iterator, Sequence

from index.catalog import Catalog
from index.model import Quote
from index.quotes.wording import Wording, folded, keys_of, wording

BETWEEN = 160
"""Code points between two parts of one quotation: '"The harbour," he said, "is closed."'."""
STEM = 5
"""Letters with which all forms of a word begin, for a first look."""
MANY = 50
"""Beginnings of words from which on they are looked up instead of each being looked for."""
MOST_KEPT = 20_000_000
"""Code points of the texts that are kept for the next quotation."""


_Place = tuple[str, int, int]
"""The field in which a quotation is, where it begins, and where its last part ends."""


class Quoting:
    """A document and its quotations."""

    def __init__(self, title: str, text: str, quotes: Sequence[Quote]) -> None:
        """Take the strings, and what is quoted in them."""
        self.title = title
        """Its headline."""
        self.text = text
        """Its text."""
        self._quotes = quotes
        self._folded: list[str] | None = None
        self._begun: list[frozenset[str]] | None = None
        self._keys: dict[_Place, list[str]] = {}
        self._wordings: dict[_Place, Wording] = {}

    def string(self, field: str) -> str:
        """What the offsets of a field count in."""
        return self.title if field == "title" else self.text

    def likely(self, needles: Collection[str]) -> Iterator[tuple[Quote, ...]]:
        """Each quotation that has one of some beginnings of words, and each two that may be parts of one.

        Two are parts of one if they have the same speaker and little between them.
        """
        likely = self._having(needles)
        for at, quote in enumerate(self._quotes):
            if likely[at]:
                yield (quote,)
            if at + 1 < len(self._quotes) and likely[at] and likely[at + 1]:
                other = self._quotes[at + 1]
                near = other.field == quote.field and other.start - quote.end <= BETWEEN
                if near and quote.speaker is not None and other.speaker == quote.speaker:
                    yield quote, other

    def _having(self, needles: Collection[str]) -> list[bool]:
        """Which quotations have one of some beginnings of words."""
        if len(needles) > MANY:
            if self._begun is None:
                self._begun = [_beginnings(self.keys((one,))) for one in self._quotes]
            wanted = frozenset(needles)
            return [not wanted.isdisjoint(one) for one in self._begun]
        if self._folded is None:
            self._folded = [folded(one.text) for one in self._quotes]
        return [any(needle in whole for needle in needles) for whole in self._folded]

    def keys(self, quotes: tuple[Quote, ...]) -> list[str]:
        """What the words of a quotation, or of the parts of one, are compared by."""
        place = _place(quotes)
        known = self._keys.get(place)
        if known is None:
            known = self._keys[place] = [key for one in quotes for key in keys_of(one.text)]
        return known

    def wording(self, quotes: tuple[Quote, ...]) -> Wording:
        """The words of a quotation, or of the parts of one."""
        place = _place(quotes)
        known = self._wordings.get(place)
        if known is None:
            found = [wording(self.string(one.field), one.start, one.end) for one in quotes]
            joined = tuple(word for one in found for word in one.words)
            known = self._wordings[place] = found[0] if len(found) == 1 else Wording(joined)
        return known


def _beginnings(keys: Sequence[str]) -> frozenset[str]:
    return frozenset(key[:size] for key in keys for size in range(1, STEM + 1))


def _place(quotes: tuple[Quote, ...]) -> _Place:
    return quotes[0].field, quotes[0].start, quotes[-1].end


class Quotings:
    """Documents and their quotations, kept as long as they are not too many."""

    def __init__(self, catalog: Catalog) -> None:
        """Take where they are kept; nothing is read yet."""
        self._catalog = catalog
        self._known: dict[int, Quoting] = {}
        self._size = 0

    def of(self, keys: Sequence[int]) -> dict[int, Quoting]:
        """Some documents by their keys; those that are gone are left out."""
        found = {key: self._known[key] for key in keys if key in self._known}
        strings = {
            one.key: (one.title, one.text)
            for one in self._catalog.stored_texts([key for key in keys if key not in found])
        }
        quotes = self._catalog.quotes.of_all(strings)
        read = {key: Quoting(*strings[key], quotes.get(key, ())) for key in strings}
        if self._size > MOST_KEPT:
            self._known, self._size = {}, 0
        self._known |= read
        self._size += sum(len(one.text) for one in read.values())
        return found | read

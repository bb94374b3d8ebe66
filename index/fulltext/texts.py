"""The words of some texts as arrays, and where the words of a clause stand in them: no index needed.

How pieces of texts come apart is remembered for the whole process, so that the texts of a page of
results, most of whose words were met before, are laid out in a millisecond or two.
"""

import threading
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Array, Ints, starts
from index.columnar.chunks import BREAK, Chunks
from index.fulltext import analysis
from index.fulltext.query import Arc, Graph, Pattern
from index.fulltext.vocabulary import fit, stands_for_itself
from index.fulltext.windows import PLACE_BITS, Mask, Windows, phrase

REMEMBERED = 100_000
"""Pieces of texts that are remembered, at most."""

_guard = threading.Lock()
_chunks = Chunks(analysis.take_apart, analysis.PARAGRAPH_GAP, REMEMBERED)


class Spans(NamedTuple):
    """Stretches of code points in some texts: K of them."""

    texts: Ints
    """(K,) the number of the text of each."""
    starts: Ints
    """(K,) its first code point there."""
    ends: Ints
    """(K,) one past its last."""


class Texts:
    """The words of N texts."""

    def __init__(self, texts: Sequence[str], languages: Sequence[str | None] = ()) -> None:
        """Lay out texts in normal form.

        Args:
            texts: N texts.
            languages: The ISO 639-1 code of the language of each, where it is known.
        """
        self.size = len(texts)
        """N."""
        self._languages = languages or [None] * self.size
        with _guard:
            if _chunks.is_full:
                _chunks.clear()
            rows = [np.frombuffer(_chunks.read(text), np.uint32) for text in texts]
            chunks = np.concatenate([np.empty(0, np.uint32), *rows])
            found = _chunks.expand(chunks)
            within, lengths = _chunks.spans(found.remembered)
            widths = _chunks.widths(chunks)
            known = _chunks.words
        sizes = np.fromiter(map(len, rows), np.int64, len(rows))
        owners = np.repeat(np.arange(self.size), sizes)[found.chunks]
        first = starts(widths)[starts(sizes)[:-1]]
        begins = np.zeros(len(chunks), dtype=np.int64)
        begins[chunks != BREAK] = _beginnings(texts)

        numbers, self._words = np.unique(found.words, return_inverse=True)
        self._known = [known[number] for number in numbers.tolist()]
        self._places = (owners << PLACE_BITS) + found.positions - first[owners]
        self._owners = owners
        self._begins = begins[found.chunks] + within
        self._ends = self._begins + lengths

    @cached_property
    def _widths(self) -> Ints:
        """How many positions each distinct word covers."""
        return np.fromiter(map(analysis.width, self._known), np.int64, len(self._known))

    @cached_property
    def _single(self) -> Ints:
        """The words that cover one position, of which each position has one."""
        return np.flatnonzero(self._widths[self._words] == 1)

    def any(self, graph: Graph) -> Mask:
        """In which texts the words of a clause stand."""
        found = np.zeros(self.size, dtype=bool)
        found[self.spans(graph).texts] = True
        return found

    def all(self, graph: Graph) -> Mask:
        """Which texts are made of the words of a clause and of no other."""
        found = np.zeros(self.size, dtype=bool)
        spans = self.spans(graph)
        whole = np.zeros((2, self.size), dtype=np.int64)
        whole[0], whole[1] = np.iinfo(np.int64).max, -1
        np.minimum.at(whole[0], self._owners, self._begins)
        np.maximum.at(whole[1], self._owners, self._ends)
        fits = (spans.starts == whole[0][spans.texts]) & (spans.ends == whole[1][spans.texts])
        found[spans.texts[fits]] = True
        return found

    def spans(self, graph: Graph) -> Spans:
        """Where the words of a clause stand, by text and place."""
        pattern = graph.word
        if pattern is not None:
            at = self._occurrences(pattern, standing=True)
            return Spans(self._owners[at], self._begins[at], self._ends[at])
        windows = phrase(graph, self._arc)
        places = self._places[self._single]
        first = self._single[np.searchsorted(places, windows.starts)]
        last = self._single[np.searchsorted(places, windows.ends - 1)]
        return Spans(windows.documents(), self._begins[first], self._ends[last])

    def _arc(self, arc: Arc) -> Windows:
        at = self._occurrences(arc.pattern)
        return Windows(self._places[at], self._places[at] + self._widths[self._words[at]])

    def _occurrences(self, pattern: Pattern, *, standing: bool = False) -> Ints:
        """Which of the K words a pattern means, without those that are met by a part where `standing`."""
        found = [
            np.flatnonzero(self._fitting(pattern, code, standing)[self._words] & spoken)
            for code, spoken in self._speaking
        ]
        return found[0] if len(found) == 1 else np.sort(np.concatenate([*found, np.empty(0, np.int64)]))

    @cached_property
    def _speaking(self) -> list[tuple[str | None, Mask]]:
        """The languages there are, and which of the K words are in each."""
        codes = list(dict.fromkeys(self._languages))
        numbers = np.fromiter(map(codes.index, self._languages), np.int64, self.size)[self._owners]
        return [(code, numbers == number) for number, code in enumerate(codes)]

    def _fitting(self, pattern: Pattern, code: str | None, standing: bool) -> Mask:
        """Which of the distinct words a pattern means in a language."""
        fitting = np.fromiter(map(fit(pattern, code), self._known), bool, len(self._known))
        if standing:
            stands = stands_for_itself(pattern, code)
            for number in np.flatnonzero(fitting & (self._widths > 1)).tolist():
                fitting[number] = stands(self._known[number])
        return fitting


def _beginnings(texts: Sequence[str]) -> Ints:
    """Where the pieces between blanks of some texts begin, in code points of the text of each."""
    sizes = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
    points = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), "<u4")
    blank = _blanks()[np.minimum(points, len(_blanks()) - 1)]
    begins = np.flatnonzero(~blank & np.concatenate([[True], blank[:-1]]))
    first = starts(sizes)
    return begins - first[np.searchsorted(first, begins, side="right") - 1]


@cache
def _blanks() -> Array:
    """For each code point, up to the first after all of them, whether it is a blank."""
    last = 0x3000
    return np.array([chr(point).isspace() for point in range(last + 1)] + [False])

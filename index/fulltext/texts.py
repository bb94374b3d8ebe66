"""The words of some texts as arrays, and where the words of a clause stand in them: no index needed.

How pieces of texts come apart is remembered for the whole process, so that the texts of a page of
results, most of whose words were met before, are laid out in a millisecond or two; those looked through
last stay laid out.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Array, Ints, distinct, places_of, starts
from index.columnar.chunks import BREAK, Chunks
from index.fulltext import analysis
from index.fulltext.nearness import standing
from index.fulltext.query import Arc, Graph, Pattern, Unit
from index.fulltext.vocabulary import fit, stands_for_itself
from index.fulltext.windows import PLACE_BITS, Mask, Windows

REMEMBERED = 100_000
"""Pieces of texts that are remembered, at most."""

MOST_PATTERNS = 64
"""Patterns of which it is remembered which words they mean, at most."""

BEYOND = 1 << (PLACE_BITS - 1)
"""After the position of every word."""

MOST_WORDS = 500_000
"""Words of texts that stay laid out, at most: about 16 MB, enough for several pages."""


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
        self._known, laid = _memory.lay_out(texts)
        self._owners = np.repeat(np.arange(self.size), [len(one.words) for one in laid])
        self._words = np.concatenate([_NOTHING.words, *(one.words for one in laid)])
        positions = np.concatenate([_NOTHING.positions, *(one.positions for one in laid)])
        self._places = (self._owners << PLACE_BITS) + positions
        self._begins = np.concatenate([_NOTHING.begins, *(one.begins for one in laid)])
        self._ends = np.concatenate([_NOTHING.ends, *(one.ends for one in laid)])
        self._laid = laid

    @cached_property
    def _single(self) -> Mask:
        """Which of the K words are no compounds; those follow their first part, at its place."""
        single = np.ones(len(self._places), dtype=bool)
        single[1:] = self._places[1:] != self._places[:-1]
        return single

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
        windows = standing(graph, self._arc)
        # Each position has one word that covers no other.
        places = self._places[self._single]
        first = np.searchsorted(places, windows.starts)
        last = np.searchsorted(places, windows.ends - 1)
        return Spans(windows.documents(), self._begins[self._single][first], self._ends[self._single][last])

    def units(self, unit: Unit) -> Ints:
        """Where sentences or paragraphs begin: the text of each and, in PLACE_BITS, its first code point."""
        rows = [getattr(one, f"{unit}s") for one in self._laid]
        first = np.concatenate([np.empty(0, dtype=bool), *rows])
        begins: Ints = (self._owners[first] << PLACE_BITS) + self._begins[first]
        return begins

    def windows_of(self, spans: Spans) -> Windows:
        """The places of some stretches of code points, in their order.

        One from the beginning of a word to the end of one is at the places of these words. Any other is
        beyond the places of all words, at a place that no other stretch of its text has.
        """
        words = np.flatnonzero(self._single)
        owners = self._owners[words] << PLACE_BITS
        texts = spans.texts << PLACE_BITS
        first, begins = places_of(texts + spans.starts, owners + self._begins[words])
        last, ends = places_of(texts + spans.ends, owners + self._ends[words])
        if not len(words):
            return Windows(texts + BEYOND + spans.starts, texts + BEYOND + spans.ends)
        whole = begins & ends
        places = self._places[words]
        return Windows(
            np.where(whole, places[first], texts + BEYOND + spans.starts),
            np.where(whole, places[last] + 1, texts + BEYOND + spans.ends),
        )

    def _arc(self, arc: Arc) -> Windows:
        at = self._occurrences(arc.pattern)
        widths = np.ones(len(at), dtype=np.int64)
        for row in np.flatnonzero(~self._single[at]).tolist():
            widths[row] = analysis.width(self._known[self._words[at[row]]])
        return Windows(self._places[at], self._places[at] + widths)

    def _occurrences(self, pattern: Pattern, *, standing: bool = False) -> Ints:
        """Which of the K words a pattern means, without those that are met by a part where `standing`."""
        found = [
            np.flatnonzero(_decisions(pattern, code, standing, self._known).on(self._words) & spoken)
            for code, spoken in self._speaking
        ]
        return found[0] if len(found) == 1 else np.sort(np.concatenate([*found, np.empty(0, np.int64)]))

    @cached_property
    def _speaking(self) -> list[tuple[str | None, Mask]]:
        """The languages there are, and which of the K words are in each."""
        codes = list(dict.fromkeys(self._languages))
        numbers = np.fromiter(map(codes.index, self._languages), np.int64, self.size)[self._owners]
        return [(code, numbers == number) for number, code in enumerate(codes)]


class _Decisions:
    """Which words a pattern means in a language: decided when asked about, and remembered."""

    def __init__(self, pattern: Pattern, code: str | None, standing: bool, known: Sequence[str]) -> None:
        """Begin with nothing decided.

        Args:
            pattern: Which words are meant.
            code: The language.
            standing: Leave out compounds that are met by a part.
            known: The words by number; more will be added.
        """
        self.known = known
        """The words by number."""
        self._fits = fit(pattern, code)
        self._stands = stands_for_itself(pattern, code) if standing else None
        self._decided = np.empty(0, dtype=np.int8)

    def on(self, words: Array) -> Mask:
        """Which of some words are meant."""
        decided = self._decided
        if len(decided) < len(self.known):
            more = np.full(len(self.known) - len(decided), _UNDECIDED, dtype=np.int8)
            decided = np.concatenate([decided, more])
        found = decided[words]
        new = distinct(words[found == _UNDECIDED])
        if len(new):
            decided[new] = [self._decide(self.known[number]) for number in new.tolist()]
            found = decided[words]
        self._decided = decided
        meant: Mask = found == 1
        return meant

    def _decide(self, word: str) -> bool:
        if not self._fits(word):
            return False
        return self._stands is None or analysis.is_part(word) or self._stands(word)


_UNDECIDED = -1


def _decisions(pattern: Pattern, code: str | None, standing: bool, known: Sequence[str]) -> _Decisions:
    """What is remembered of a pattern, for words that are numbered so."""
    with _remembering:
        key = pattern, code, standing
        found = _remembered.pop(key, None)
        if found is None or found.known is not known:
            found = _Decisions(*key, known)
        _remembered[key] = found
        while len(_remembered) > MOST_PATTERNS:
            del _remembered[next(iter(_remembered))]
        return found


_remembering = threading.Lock()
_remembered: dict[tuple[Pattern, str | None, bool], _Decisions] = {}


class _Laid(NamedTuple):
    """The words of a text in order: K of them."""

    words: Array
    """(K,) their numbers."""
    positions: Array
    """(K,) their positions."""
    begins: Array
    """(K,) their first code points."""
    ends: Array
    """(K,) one past their last."""
    sentences: Array
    """(K,) whether each begins a sentence."""
    paragraphs: Array
    """(K,) whether each begins a paragraph."""


_NOTHING = _Laid(
    np.empty(0, np.uint32),
    *(np.empty(0, np.int64) for _ in ("positions", "begins", "ends")),
    *(np.empty(0, np.bool_) for _ in ("sentences", "paragraphs")),
)


class _Memory:
    """How texts and their pieces come apart, remembered for all threads of the process."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._chunks = Chunks(
            analysis.take_apart, analysis.PARAGRAPH_GAP, REMEMBERED, sentences=analysis.SENTENCES
        )
        self._laid: OrderedDict[str, _Laid] = OrderedDict()
        self._size = 0

    def lay_out(self, texts: Sequence[str]) -> tuple[Sequence[str], list[_Laid]]:
        """The words by number, to which more will be added, and the words of each text."""
        with self._guard:
            if self._chunks.is_full:
                self._chunks.clear()
                self._laid.clear()
                self._size = 0
            new = [text for text in dict.fromkeys(texts) if text not in self._laid]
            fresh = dict(zip(new, self._apart(new), strict=True))
            found = [fresh.get(text) or self._laid[text] for text in texts]
            for text in fresh:
                self._laid[text] = fresh[text]
                self._size += len(fresh[text].words)
            for text in texts:
                self._laid.move_to_end(text)
            while self._size > MOST_WORDS:
                self._size -= len(self._laid.popitem(last=False)[1].words)
            return self._chunks.words, found

    def _apart(self, texts: Sequence[str]) -> Iterator[_Laid]:
        rows = [self._chunks.read(text) for text in texts]
        chunks = np.frombuffer(b"".join(map(bytes, rows)), np.uint32)
        found = self._chunks.expand(chunks)
        within, lengths = self._chunks.spans(found.remembered)
        sizes = np.fromiter(map(len, rows), np.int64, len(rows))
        owners = np.repeat(np.arange(len(texts)), sizes)[found.chunks]
        first = starts(self._chunks.widths(chunks))[starts(sizes)[:-1]]
        begins = np.zeros(len(chunks), dtype=np.int64)
        begins[chunks != BREAK] = _beginnings(texts)
        begins = begins[found.chunks] + within
        ends = begins + lengths
        positions = found.positions - first[owners]
        begun = self._chunks.beginnings(chunks, sizes, found)
        edges = np.searchsorted(owners, np.arange(len(texts) + 1)).tolist()
        for low, high in pairwise(edges):
            parts = found.words, positions, begins, ends, begun.sentences, begun.paragraphs
            yield _Laid(*(part[low:high].copy() for part in parts))


_memory = _Memory()


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

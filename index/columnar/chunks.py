"""Taking texts apart quickly: each piece between blanks is taken apart once and remembered.

No word goes across a blank, so what a piece comes to is the same wherever it stands. A text becomes
an array of numbers of pieces in one pass; its words, their positions and places follow by array
operations, for as many texts at once as one likes.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array, Ints, starts, stretches

MOST_CHUNKS = 400_000
"""Pieces remembered before starting over."""

BREAK = 0
"""The number that stands for a paragraph boundary."""

_BREAKS = re.compile(r"\n{2,}")
_PIECES = re.compile(r"\S+")


class Word(NamedTuple):
    """A word in a piece of a text."""

    surface: str
    """The word."""
    position: int
    """Its position, counted from the piece's first."""
    start: int
    """Its first code point in the piece."""
    length: int
    """How many code points it has."""


class Sentences(NamedTuple):
    """How sentences are told from pieces."""

    shape: Callable[[str], tuple[int, int, tuple[int, ...]]]
    """Gives of a piece how it begins, how it ends, and the code points in it at which sentences begin."""
    over: NDArray[np.bool_]
    """Whether a sentence is over between two pieces, by how the piece before them ends one, how the first
    does, and how the other begins."""


TakeApart = Callable[[str], tuple[Iterable[Word], int]]
"""Gives the words of a piece in order, and how many positions it covers."""


class _Numbers(dict[str, int]):
    """The number of each piece, given as the pieces come."""

    def __init__(self, miss: Callable[[str], int]) -> None:
        super().__init__()
        self._miss = miss

    def __missing__(self, chunk: str) -> int:
        number = self[chunk] = self._miss(chunk)
        return number


class Words(NamedTuple):
    """The words of some texts, one array each: K words in order."""

    words: Array
    """(K,) their numbers."""
    chunks: Ints
    """(K,) which of the pieces each is from."""
    positions: Ints
    """(K,) their positions, counted from the first text's first."""
    remembered: Ints
    """(K,) where each is remembered; for `Chunks.spans`."""


class Beginnings(NamedTuple):
    """Which of K words are the first of what they stand in."""

    sentences: NDArray[np.bool_]
    """(K,) of a sentence; of a paragraph, too."""
    paragraphs: NDArray[np.bool_]
    """(K,) of a paragraph."""


class Chunks:
    """What pieces come to, and the numbers of the words found in them; for one thread at a time."""

    def __init__(
        self,
        take_apart: TakeApart,
        gap: int,
        most: int = MOST_CHUNKS,
        *,
        sentences: Sentences | None = None,
    ) -> None:
        """Begin with nothing remembered.

        Args:
            take_apart: Takes a piece apart.
            gap: How many positions a paragraph boundary covers.
            most: Pieces, and four times as many words, that are remembered before starting over.
            sentences: How sentences are told; None where a paragraph is one.
        """
        self._sentences = sentences
        self._take_apart = take_apart
        self.gap = gap
        """Positions that a paragraph boundary covers."""
        self._most = most
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.words: list[str] = []
        """The words by number."""
        self._word_numbers: dict[str, int] = {}
        self._numbers = _Numbers(self._new)
        self._edges = array("I", [0, 0])  # one for the paragraph boundary
        self._widths = array("I", [self.gap])
        self._letters = array("I", [0])
        self._words, self._positions = array("I"), array("I")
        self._begins, self._lengths = array("I"), array("I")
        self._opens, self._ends, self._inner = array("B", [0]), array("B", [0]), array("B")

    @property
    def is_full(self) -> bool:
        """Whether it is time to forget."""
        return len(self._widths) > self._most or len(self._words) > 4 * self._most

    def read(self, text: str) -> "array[int]":
        """The numbers of a text's pieces, with BREAK at each paragraph boundary."""
        numbers = array("I")
        number = self._numbers.__getitem__
        several = "\n\n\n" in text
        for at, paragraph in enumerate(_BREAKS.split(text) if several else text.split("\n\n")):
            if at:
                numbers.append(BREAK)
            numbers.extend(map(number, paragraph.split()))
        return numbers

    def is_plain(self, chunks: "array[int]", size: int) -> bool:
        """Whether a text has single blanks between its pieces, two line ends between paragraphs, no more.

        Args:
            chunks: The numbers of its pieces, as they were read.
            size: Its code points.
        """
        if not chunks:
            return True
        letters = np.frombuffer(self._letters, np.uint32)[np.frombuffer(chunks, np.uint32)]
        return int(letters.sum()) + len(chunks) == size + 1

    def begins(self, chunks: Array) -> Ints:
        """Where the pieces of plain texts begin, in code points, a blank between the texts."""
        return starts(np.frombuffer(self._letters, np.uint32)[chunks] + 1)[:-1]

    def expand(self, chunks: Array) -> Words:
        """The words of a row of pieces."""
        edges = np.frombuffer(self._edges, np.uint32)
        widths = np.frombuffer(self._widths, np.uint32)
        counts = edges[chunks + 1] - edges[chunks]
        places = stretches(edges[chunks].astype(np.int64), counts)
        rows = np.repeat(np.arange(len(chunks)), counts)
        first = starts(widths[chunks])[:-1]
        return Words(_taken(self._words, places), rows, first[rows] + _taken(self._positions, places), places)

    def spans(self, remembered: Ints) -> tuple[Array, Array]:
        """Where in their pieces some words begin, and how long they are, in code points."""
        return _taken(self._begins, remembered), _taken(self._lengths, remembered)

    def beginnings(self, chunks: Array, sizes: Array, words: Words) -> Beginnings:
        """Which words of some texts begin a sentence, and which a paragraph.

        Args:
            chunks: The pieces of T texts, one text after the other.
            sizes: (T,) how many each has.
            words: Their words.
        """
        firsts = starts(sizes)[:-1][sizes > 0]
        paragraphs = chunks == BREAK
        paragraphs[firsts] = True
        over = paragraphs.copy()
        if self._sentences is not None:
            opens, ends = (np.frombuffer(kinds, np.uint8)[chunks] for kinds in (self._opens, self._ends))
            before = np.zeros_like(ends)
            before[2:] = ends[:-2]
            before[np.minimum(firsts + 1, len(before) - 1)] = 0  # of another text
            over[1:] |= self._sentences.over[before[1:], ends[:-1], opens[1:]]
        sentences = _new(np.cumsum(over)[words.chunks]) | _flags(self._inner, words.remembered)
        return Beginnings(sentences, _new(np.cumsum(paragraphs)[words.chunks]))

    def words_in(self, chunks: "array[int]") -> int:
        """How many words a row of pieces has."""
        if not chunks:
            return 0
        edges, row = np.frombuffer(self._edges, np.uint32), np.frombuffer(chunks, np.uint32)
        return int(edges[row + 1].sum()) - int(edges[row].sum())

    def widths(self, chunks: Array) -> Array:
        """How many positions each of some pieces covers."""
        return np.frombuffer(self._widths, np.uint32)[chunks]

    def _new(self, chunk: str) -> int:
        words, width = self._take_apart(chunk)
        opens, ends, inner = self._sentences.shape(chunk) if self._sentences else (0, 0, ())
        sentence = 0
        for word in words:
            here = bisect_right(inner, word.start)
            self._inner.append(here > sentence)
            sentence = max(here, sentence)
            number = self._word_numbers.get(word.surface)
            if number is None:
                number = self._word_numbers[word.surface] = len(self.words)
                self.words.append(word.surface)
            self._words.append(number)
            self._positions.append(word.position)
            self._begins.append(word.start)
            self._lengths.append(word.length)
        self._edges.append(len(self._words))
        self._widths.append(width)
        self._letters.append(len(chunk))
        self._opens.append(opens)
        self._ends.append(ends)
        return len(self._widths) - 1


def _new(numbers: Ints) -> NDArray[np.bool_]:
    """Which of some numbers are others than those before them."""
    new = np.ones(len(numbers), dtype=bool)
    new[1:] = numbers[1:] != numbers[:-1]
    return new


def _flags(flags: "array[int]", places: Ints) -> NDArray[np.bool_]:
    return np.frombuffer(flags, np.uint8)[places] == 1 if len(places) else np.empty(0, dtype=bool)


def beginnings(text: str) -> Ints:
    """Where the pieces of a text begin, in code points, whatever blanks there are."""
    return np.array([piece.start() for piece in _PIECES.finditer(text)], dtype=np.int64)


def _taken(numbers: "array[int]", places: Ints) -> Array:
    """The numbers at some places."""
    return np.frombuffer(numbers, np.uint32)[places] if len(places) else np.empty(0, np.uint32)

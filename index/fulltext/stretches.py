"""What a regular expression was met by in texts: by code points, and where it matters by words."""

from collections.abc import Sequence

import numpy as np

from index.columnar.arrays import Ints, distinct, places_of
from index.columnar.strings import encode
from index.columnar.vocabulary import UNKNOWN
from index.fulltext import analysis
from index.fulltext.postings import Snapshot
from index.fulltext.texts import BEYOND, Spans, Texts
from index.fulltext.windows import NOWHERE, PLACE_BITS, Mask, Windows, union


class Found:
    """Where an expression fits in one field of the documents looked through."""

    def __init__(self, size: int) -> None:
        self.windows: Windows = NOWHERE
        """All stretches, beyond the places of all words."""
        self.words: Ints = np.empty(0, dtype=np.int64)
        """The words of the vocabulary that one of them is, ascending."""
        self.placed: Windows = NOWHERE
        """Those of some documents once more, at the places of words where they are words."""
        self.documents: Mask = np.zeros(size, dtype=bool)
        """Which documents those are."""

    @property
    def nbytes(self) -> int:
        """Memory it takes."""
        return self.windows.nbytes + self.words.nbytes + self.placed.nbytes + self.documents.nbytes

    def add(self, batches: "Batches") -> None:
        """Add what was found in further documents."""
        self.windows = union([self.windows, *batches.windows])
        self.words = distinct(np.concatenate([self.words, *batches.words]))

    def place(self, windows: Sequence[Windows], documents: Sequence[int]) -> None:
        """Add the windows of further documents at the places of words."""
        self.placed = union([self.placed, *windows])
        self.documents[list(documents)] = True


def at_words(windows: Windows, texts: dict[int, str]) -> Windows:
    """The windows within some documents, given by number in order, at the places of words."""
    numbers: Ints = np.fromiter(texts, np.int64, len(texts))
    which, known = places_of(windows.documents(), numbers)
    mine = np.flatnonzero(known)
    which = which[mine]
    beyond = (windows.documents()[mine] << PLACE_BITS) + BEYOND
    spans = Spans(which, windows.starts[mine] - beyond, windows.ends[mine] - beyond)
    found = Texts(list(texts.values())).windows_of(spans)
    shift = (numbers[which] - which) << PLACE_BITS
    return Windows(found.starts + shift, found.ends + shift)


class Batches:
    """What was found in one field, some documents at a time."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._rows: list[tuple[int, int, int]] = []
        self._words: set[str] = set()
        self.windows: list[Windows] = []
        """Where the expression fits, beyond the places of all words."""
        self.words: list[Ints] = []
        """The words of the vocabulary that it was met by."""

    def add(self, number: int, text: str, spans: Sequence[tuple[int, int]]) -> None:
        """Add what was found in a document."""
        longest = analysis.LONGEST_SURFACE
        for start, end in spans:
            self._rows.append((number, start, end))
            self._words.add(text[start : min(end, start + longest)])

    def pack(self) -> None:
        """Keep as arrays what was added last."""
        if not self._rows:
            return
        documents, starts, ends = np.array(self._rows, dtype=np.int64).T
        shift = (documents << PLACE_BITS) + BEYOND
        self.windows.append(Windows(shift + starts, shift + ends))
        words = [encode(word) for word in self._words if "\n" not in word]
        numbers = self._snapshot.vocabulary.words.numbers(words)
        self.words.append(numbers[numbers != UNKNOWN])
        self._rows, self._words = [], set()

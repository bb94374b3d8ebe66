"""Names that are few words each, such as outlets, addresses and paths: which of them hold some words.

A word that a name holds is, whatever its case, accents, possessive, dots and hyphens, a row of letters in the
name once all of these are taken away. So the names are looked through as one long row of letters, and only
those in which such a row stands are taken apart.
"""

import re
import threading
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from index.columnar.arrays import Ints, distinct, starts
from index.fulltext import analysis
from index.fulltext.query import Graph, Pattern
from index.fulltext.texts import Texts

BATCH = 5_000
"""Names taken apart at once."""

REMEMBERED = 16
"""Questions whose answers are remembered."""

_POSSESSIVE = re.compile(r"(?:'s)+(?![\w'])")
_NO_LETTERS = re.compile(r"[\W_]+")


class Labels:
    """Names, and which of them hold some words."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names."""
        self.names = names
        """The names by number."""
        self._guard = threading.Lock()
        self._found: dict[tuple[Graph, bool], Ints] = {}

    def holding(self, graph: Graph, *, whole: bool = False) -> Ints:
        """The numbers of the names in which the words of a clause stand, ascending; forms are not meant.

        Args:
            graph: The words.
            whole: Whether a name has to be made of them.
        """
        with self._guard:
            found = self._found.get((graph, whole))
            if found is None:
                found = self._among(graph, self._candidates(graph), whole)
                if len(self._found) >= REMEMBERED:
                    del self._found[next(iter(self._found))]
                self._found[graph, whole] = found
            return found

    def _among(self, graph: Graph, numbers: Ints, whole: bool) -> Ints:
        found = [np.empty(0, dtype=np.int64)]
        for first in range(0, len(numbers), BATCH):
            batch = numbers[first : first + BATCH]
            # No word goes over a slash, and what stands between two of them is met again and again.
            texts = Texts([self.names[number].replace("/", " ") for number in batch.tolist()])
            found.append(batch[texts.all(graph) if whole else texts.any(graph)])
        return np.concatenate(found)

    def _candidates(self, graph: Graph) -> Ints:
        """The names that hold the letters of a word with which the clause can begin."""
        pieces = {_letters_of(arc.pattern) for arc in graph.arcs if arc.first == 0}
        if "" in pieces:
            return np.arange(len(self.names))
        return distinct(np.concatenate([self._holding(piece) for piece in pieces]))

    def _holding(self, piece: str) -> Ints:
        rows, edges = self._rows
        at = np.fromiter((found.start() for found in re.finditer(re.escape(piece), rows)), np.int64)
        return np.searchsorted(edges, at, side="right") - 1

    @cached_property
    def _rows(self) -> tuple[str, Ints]:
        """The letters of all names, a line each, and where each begins."""
        rows = [letters(name) for name in self.names]
        return "\n".join(rows), starts(np.fromiter(map(len, rows), np.int64, len(rows)) + 1)[:-1]


def letters(text: str) -> str:
    """The letters and digits of a text in the form in which words are compared."""
    return _NO_LETTERS.sub("", _POSSESSIVE.sub("", analysis.bare(text)))


def _letters_of(pattern: Pattern) -> str:
    """Letters that stand in a row in every name with a word that a pattern means; empty for any."""
    if pattern.kind == "fuzzy":
        return ""
    pieces: Iterable[str] = re.split(r"[*?]", pattern.text)
    return max(map(letters, pieces), key=len)

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

from index import folding
from index.columnar.arrays import Ints, distinct, starts
from index.fulltext.query import Graph, Pattern
from index.fulltext.texts import Texts

BATCH = 5_000
"""Names taken apart at once."""

REMEMBERED = 16
"""Questions whose answers are remembered."""

NOTHING: Ints = np.empty(0, dtype=np.int64)

_PARTING = r"/\\ _:?=&"
"""Signs that part words, whatever stands beside them."""

_APOSTROPHE = re.compile("['\u2019\u2018\uff07\u02bc]")
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
                candidates = self._candidates(graph)
                sure = NOTHING if whole else self._sure(graph)
                unsure = candidates[~np.isin(candidates, sure)]
                found = np.sort(np.concatenate([sure, self._among(graph, unsure, whole)]))
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
        """The names that hold the letters of a word with which the clause can begin; of a plain row, all."""
        row = _plain_row(graph)
        if row:
            # An article that is elided stands between the letters of two words.
            return distinct(np.concatenate([_held("".join(row), *self._rows), self._elided]))
        pieces = {_letters_of(arc.pattern) for arc in graph.arcs if arc.first == 0}
        if "" in pieces:
            return np.arange(len(self.names))
        return distinct(np.concatenate([_held(piece, *self._rows) for piece in pieces]))

    def _sure(self, graph: Graph) -> Ints:
        """Names in which a row of plain words stands between signs that part words and do nothing else."""
        row = [word for word in _plain_row(graph) if word.isascii()]
        if not row or len(row) < graph.length:
            return NOTHING
        text, edges = self._lowered
        # The first word before what must not stand before it: so the engine looks for its letters.
        begin = rf"{row[0]}(?<![^\n{_PARTING}]{row[0]})"
        expression = rf"[{_PARTING}]+".join([begin, *row[1:]]) + rf"(?![^\n{_PARTING}])"
        return distinct(_numbers((found.start() for found in re.finditer(expression, text)), edges))

    @cached_property
    def _elided(self) -> Ints:
        """The names with an apostrophe."""
        return np.flatnonzero([_APOSTROPHE.search(name) is not None for name in self.names])

    @cached_property
    def _lowered(self) -> tuple[str, Ints]:
        """All names in small letters, a line each, and where each begins."""
        return _lines([name.lower().replace("\n", " ") for name in self.names])

    @cached_property
    def _rows(self) -> tuple[str, Ints]:
        """The letters of all names, a line each, and where each begins."""
        return _lines([letters(name) for name in self.names])


def _lines(rows: list[str]) -> tuple[str, Ints]:
    return "\n".join(rows), starts(np.fromiter(map(len, rows), np.int64, len(rows)) + 1)[:-1]


def _numbers(places: Iterable[int], edges: Ints) -> Ints:
    return np.searchsorted(edges, np.fromiter(places, np.int64), side="right") - 1


def _held(piece: str, rows: str, edges: Ints) -> Ints:
    return _numbers((found.start() for found in re.finditer(re.escape(piece), rows)), edges)


def _plain_row(graph: Graph) -> list[str]:
    """The keys of a clause of words side by side that are letters and digits alone; none for any other."""
    keys = [arc.pattern.text for arc in graph.arcs]
    is_plain = graph.slack is None and len(keys) == graph.length
    words = all(arc.pattern.kind == "word" and not arc.pattern.exact for arc in graph.arcs)
    return keys if is_plain and words and all(key.isalnum() and key == letters(key) for key in keys) else []


def letters(text: str) -> str:
    """The letters and digits of a text in the form in which words are compared."""
    return _NO_LETTERS.sub("", _POSSESSIVE.sub("", folding.bare(text)))


def _letters_of(pattern: Pattern) -> str:
    """Letters that stand in a row in every name with a word that a pattern means; empty for any."""
    if pattern.kind == "fuzzy":
        return ""
    pieces: Iterable[str] = re.split(r"[*?]", pattern.text)
    return max(map(letters, pieces), key=len)

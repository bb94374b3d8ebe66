"""From what a query says to the words of an index: maps over its vocabulary, which stays on the disk.

Words are known by number. What `fit` decides for a single word at hand is found here by key,
beginning, shape or likeness, without looking at words that cannot be meant.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np

from index.columnar.arrays import Ints
from index.columnar.keys import Keys
from index.columnar.state import State
from index.columnar.strings import encode
from index.columnar.vocabulary import Vocabulary
from index.fulltext import analysis, schema
from index.fulltext.query import Pattern
from index.fulltext.vocabulary import fit, stands_for_itself
from index.fulltext.writing import KEYS
from index.model import Field

FIELDS: tuple[Field, ...] = ("title", "text")
"""The fields that hold words, in the order in which hits are shown."""

_REMEMBERED = 1 << 20
"""Numbers of words that patterns are remembered to mean, all patterns together."""

_ONE = rb"(?:[\x00-\x09\x0b-\x7f]|[\xc2-\xf4][\x80-\xbf]+)"
"""One character of UTF-8 that is no line end."""


class Lexicon:
    """The words of titles and texts."""

    def __init__(self, state: State) -> None:
        self.words: Vocabulary = state.vocabulary(schema.WORDS)
        """The words by number."""
        self._keys: Keys = state.keys(schema.WORDS, KEYS)
        self._forms = {code: state.keys(schema.WORDS, code) for code in state.maps(schema.WORDS) if code}
        self._found: dict[tuple[Pattern, str], Ints] = {}

    def find(self, pattern: Pattern) -> Ints:
        """Numbers of the words that fit, ascending."""
        return self._remembered(pattern, self._find)

    def occurrences(self, pattern: Pattern) -> Ints:
        """Numbers of the words each of whose occurrences is a hit.

        A compound that fits a shape is none if one of its parts does: `us*` is met in US-Israeli by
        its first part.
        """
        if pattern.kind == "word":
            return self.find(pattern)
        return self._remembered(pattern, self._standing)

    def widths(self, numbers: Ints) -> Ints:
        """How many positions each of some words covers."""
        return self.words.widths(numbers)

    def _remembered(self, pattern: Pattern, find: Callable[[Pattern], Ints]) -> Ints:
        key = pattern, find.__name__
        found = self._found.get(key)
        if found is None:
            found = find(pattern)
            if sum(map(len, self._found.values())) + len(found) > _REMEMBERED:
                self._found = {}
            self._found[key] = found
        return found

    def _find(self, pattern: Pattern) -> Ints:
        if pattern.kind == "word":
            key = analysis.fold(pattern.text) if pattern.exact else pattern.text
            found = self._keys.words(key)
            return self._fitting(pattern, found) if pattern.exact else found
        if pattern.exact:
            return self._fitting(pattern, np.arange(len(self.words)))
        if pattern.kind == "prefix":
            return self._keys.beginning(pattern.text[:-1])
        return self._shaped(pattern.text)

    def _fitting(self, pattern: Pattern, numbers: Ints) -> Ints:
        fits = fit(pattern)
        words = self.words.words(numbers)
        chosen = [number for number, word in zip(numbers.tolist(), words, strict=True) if fits(word)]
        return np.array(chosen, dtype=np.int64)

    def _standing(self, pattern: Pattern) -> Ints:
        found = self.find(pattern)
        compounds = found[self.widths(found) > 1]
        stands = stands_for_itself(pattern)
        words = self.words.words(compounds)
        covered = [number for number, word in zip(compounds.tolist(), words, strict=True) if not stands(word)]
        return found[~np.isin(found, np.array(covered, dtype=np.int64))] if covered else found

    def _shaped(self, shape: str) -> Ints:
        """The words under keys of a shape."""
        prefix = re.split(r"[*?]", shape, maxsplit=1)[0]
        pieces = [encode(piece) for piece in re.split(r"[*?]", shape)]
        if not shape.endswith(("*", "?")):
            pieces[-1] += b"\n"
        expression = re.compile(_expression(shape), re.DOTALL)
        return self._keys.matching(expression, max(pieces, key=len), prefix)


def _expression(shape: str) -> bytes:
    """A regular expression for a key of a shape, without needless ways to go wrong slowly."""

    def literal(piece: str) -> bytes:
        return b"".join(_ONE if letter == "?" else re.escape(encode(letter)) for letter in piece)

    first, *others = shape.split("*")
    if not others:
        return literal(first)
    *middle, last = others
    inner = b"".join(rb"(?>.*?" + literal(piece) + rb")" for piece in middle if piece)
    return literal(first) + inner + rb".*" + literal(last)


def share(groups: Sequence[Ints]) -> bool:
    """Whether a word is in two of some groups."""
    return len(groups) > 1 and len(np.unique(np.concatenate(groups))) < sum(map(len, groups))

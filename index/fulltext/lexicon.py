"""From what a query says to the words of an index: maps over its vocabulary, which stays on the disk.

Words are known by number. What `fit` decides for a single word at hand is found here by key,
beginning, shape or likeness, without looking at words that cannot be meant. A word means more in a
document whose language has forms, so what a pattern means is given for each of the languages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index import language
from index.columnar.arrays import Ints, distinct, sizes
from index.columnar.keys import Keys
from index.columnar.state import State
from index.columnar.strings import encode
from index.columnar.vocabulary import Vocabulary
from index.fulltext import analysis, bounding, fuzzy, schema
from index.fulltext.query import Pattern
from index.fulltext.required import Piece
from index.fulltext.vocabulary import fit, stands_for_itself
from index.fulltext.writing import KEYS
from index.model import Field

FIELDS: tuple[Field, ...] = ("title", "text")
"""The fields that hold words, in the order in which hits are shown."""

_REMEMBERED = 1 << 20
"""Numbers of words that patterns are remembered to mean, all patterns together."""

_ONE = rb"(?:[\x00-\x09\x0b-\x7f]|[\xc2-\xf4][\x80-\xbf]+)"
"""One character of UTF-8 that is no line end."""

_INNER = re.compile(r"\*([^*?]+)\*")
"""A shape that asks for nothing but some letters anywhere."""

_PLAIN = re.compile(r"[a-z0-9]+", re.ASCII | re.IGNORECASE)
"""Letters and digits that are in a key as they are in the word, but for capitals."""

OTHERS = ""
"""Stands for the documents whose language is not known or has no forms."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words that a pattern means in some of the documents."""

    words: Ints
    """Their numbers, ascending."""
    language: str | None = None
    """The language of the documents, or OTHERS; None for every document."""


class Lexicon:
    """The words of titles and texts."""

    def __init__(self, state: State) -> None:
        self.words: Vocabulary = state.vocabulary(schema.WORDS)
        """The words by number."""
        self.keys: Keys = state.keys(schema.WORDS, KEYS)
        """The words by key."""
        self._forms = {code: state.keys(schema.WORDS, code) for code in state.maps(schema.WORDS) if code}
        self._found: dict[tuple[Pattern, bool], tuple[Meaning, ...]] = {}
        self._remembering = 0
        self.state = state
        """The state of the index."""
        self._left_out: dict[Pattern, int] = {}

    @property
    def languages(self) -> Sequence[str]:
        """The languages in which words have forms."""
        return sorted(self._forms)

    def meanings(self, pattern: Pattern) -> tuple[Meaning, ...]:
        """The words that fit; no document is spoken of twice with one word."""
        return self._remembered(pattern, False)

    def occurrences(self, pattern: Pattern) -> tuple[Meaning, ...]:
        """The words each of whose occurrences is a hit.

        A compound that fits is none if one of its parts does: `us*` is met in US-Israeli by its first
        part.
        """
        return self._remembered(pattern, True)

    def left_out(self, pattern: Pattern) -> int:
        """How many words a pattern stands for beside the most frequent ones, which alone are looked for.

        It is known of a pattern once its words were asked for.
        """
        return self._left_out.get(pattern, 0)

    def beginning(self, key: str) -> Ints:
        """The words under keys with a beginning, ascending."""
        return self.keys.beginning(key)

    @cached_property
    def frequencies(self) -> NDArray[np.int32]:
        """In how many documents each word is, removed ones included, title and text added up."""
        total = np.zeros(len(self.words), dtype=np.int32)
        for held in self.state.held:
            for name in FIELDS:
                field = held.segment.field(name)
                total[field.words] += field.sizes(np.arange(len(field.words))).astype(np.int32)
        return total

    def holding(self, piece: Piece) -> Ints:
        """The words that may hold a piece, ascending; of a cut word it is not known."""
        found = [
            self.keys.words_holding(literal, re.compile(pattern, re.DOTALL) if pattern else None)
            for literal, pattern in piece.ways
        ]
        return distinct(np.concatenate([*found, self._cut]))

    @cached_property
    def _cut(self) -> Ints:
        """The words that may have been cut for their length."""
        return np.concatenate(
            [
                np.empty(0, dtype=np.int64),
                *(
                    part.first + np.flatnonzero(sizes(part.words.edges) > analysis.LONGEST_SURFACE)
                    for part in self.words.parts
                ),
            ]
        )

    def widths(self, numbers: Ints) -> Ints:
        """How many positions each of some words covers."""
        return self.words.widths(numbers)

    def _remembered(self, pattern: Pattern, standing: bool) -> tuple[Meaning, ...]:
        key = pattern, standing
        found = self._found.get(key)
        if found is None:
            found = self._meanings(pattern, standing)
            size = sum(len(one.words) for one in found)
            if self._remembering + size > _REMEMBERED:
                self._found, self._remembering = {}, 0
            self._found[key] = found
            self._remembering += size
        return found

    def _meanings(self, pattern: Pattern, standing: bool) -> tuple[Meaning, ...]:
        """What is meant in every document, and what else in those of each language."""

        def found(code: str) -> Ints:
            words = self._find(pattern, code)
            return self._standing(pattern, words, code) if standing else words

        others = found(OTHERS)
        if pattern.kind != "word" or pattern.exact or not self._forms:
            return (Meaning(others),)
        spoken = {code: found(code) for code in self.languages}
        common = others
        for words in spoken.values():
            common = np.intersect1d(common, words, assume_unique=True)
        more = {
            code: np.setdiff1d(words, common, assume_unique=True)
            for code, words in {OTHERS: others, **spoken}.items()
        }
        return (Meaning(common), *(Meaning(words, code) for code, words in more.items() if len(words)))

    def _find(self, pattern: Pattern, code: str) -> Ints:
        found = self._fitting_words(pattern, code)
        most = bounding.MOST_WORDS
        if len(found) <= most:
            return found
        self._left_out[pattern] = len(found) - most
        return bounding.most_frequent(self.state, found, FIELDS, most)

    def _fitting_words(self, pattern: Pattern, code: str) -> Ints:
        if pattern.kind == "word":
            key = analysis.fold(pattern.text) if pattern.exact else pattern.text
            found = self.keys.words(key)
            if pattern.exact:
                return self._fitting(pattern, found)
            return found if code == OTHERS else distinct(np.concatenate([found, self.formed(key, code)]))
        if pattern.exact:
            return self._fitting(pattern, self._spelt(pattern.text))
        if pattern.kind == "fuzzy":
            return fuzzy.words_like(self.keys, pattern.text, pattern.edits)
        if pattern.kind == "prefix":
            return self.keys.beginning(pattern.text[:-1])
        return self._shaped(pattern.text)

    def formed(self, key: str, code: str) -> Ints:
        """The words that have one form with a key."""
        return self._forms[code].words(language.form(key, code))

    def _fitting(self, pattern: Pattern, numbers: Ints) -> Ints:
        fits = fit(pattern)
        words = self.words.words(numbers)
        chosen = [number for number, word in zip(numbers.tolist(), words, strict=True) if fits(word)]
        return np.array(chosen, dtype=np.int64)

    def _spelt(self, shape: str) -> Ints:
        """The words that may have a shape as they stand: those whose keys hold some of its letters.

        Letters and digits of ASCII that stand together in a word do so in its key, and where they begin
        the one they begin the other; a single one at the end may be that of a possessive.
        """
        if beginning := _PLAIN.match(shape):
            return self.keys.beginning(beginning[0].lower())
        longest = max(_PLAIN.findall(shape), key=len, default="")
        return self.keys.words_holding(longest.lower()) if len(longest) > 1 else np.arange(len(self.words))

    def _standing(self, pattern: Pattern, found: Ints, code: str) -> Ints:
        """Some words that fit, without the compounds that are met by a part."""
        compounds = found[self.widths(found) > 1]
        if not len(compounds):
            return found
        stands = stands_for_itself(pattern, code)
        words = self.words.words(compounds)
        covered = [number for number, word in zip(compounds.tolist(), words, strict=True) if not stands(word)]
        return found[~np.isin(found, np.array(covered, dtype=np.int64))] if covered else found

    def _shaped(self, shape: str) -> Ints:
        """The words under keys of a shape."""
        if (inner := _INNER.fullmatch(shape)) is not None:
            return self.keys.words_holding(inner[1])
        prefix = re.split(r"[*?]", shape, maxsplit=1)[0]
        pieces = [encode(piece) for piece in re.split(r"[*?]", shape)]
        if not shape.endswith(("*", "?")):
            pieces[-1] += b"\n"
        expression = re.compile(_expression(shape), re.DOTALL)
        return self.keys.matching(expression, max(pieces, key=len), prefix)


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


def words_of(meanings: Sequence[Meaning]) -> Ints:
    """The words that a pattern means in one document or another, each once."""
    return distinct(np.concatenate([np.empty(0, np.int64), *(one.words for one in meanings)]))


def share(groups: Sequence[Ints]) -> bool:
    """Whether a word is in two of some groups."""
    return len(groups) > 1 and len(distinct(np.concatenate(groups))) < sum(map(len, groups))

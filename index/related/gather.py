"""Turns documents into the arrays of a segment."""

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.related.segment import MOST, Segment, hash_terms, starts
from index.related.terms import WORD, term_of

FLUSH_WORDS = 3_000_000
"""Words after which a segment is written, so that memory stays bounded."""

_END = "\0"
_NO_TERM, _END_NUMBER, _FIRST_TERM = 0, 1, 2
_PIECE = re.compile(f"{_END}|{WORD.pattern}")


class PassageEntry(NamedTuple):
    """A document as the store takes it."""

    key: int
    """Catalog key."""
    version: int
    """Tells one content of the document from another."""
    passages: Sequence[str]
    """The text of each passage, in order."""


class _Numbers(dict[str, int]):
    """The number of each word's term, given as the words come."""

    def __init__(self) -> None:
        super().__init__({_END: _END_NUMBER})
        self.terms: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        term = term_of(word)
        number = self.terms.setdefault(term, len(self.terms) + _FIRST_TERM) if term else _NO_TERM
        self[word] = number
        return number


class Gathering:
    """Documents on their way into a segment."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._words = array("I")
        self._keys = array("q")
        self._versions = array("q")
        self._passages = array("q")

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def full(self) -> bool:
        """Whether it is time to write."""
        return len(self._words) >= FLUSH_WORDS

    def add(self, entry: PassageEntry) -> None:
        """Take a document in."""
        joined = "".join([text.replace(_END, " ") + _END for text in entry.passages])
        self._words.extend(map(self._numbers.__getitem__, _PIECE.findall(joined)))
        self._keys.append(entry.key)
        self._versions.append(entry.version)
        self._passages.append(len(entry.passages))

    def segment(self) -> Segment:
        """All that came, as arrays in memory."""
        hashes = hash_terms(self._numbers.terms)
        order = np.argsort(hashes)
        rank = np.zeros(len(hashes) + _FIRST_TERM, dtype=np.int64)
        rank[order + _FIRST_TERM] = np.arange(len(hashes))
        words = np.array(self._words, dtype=np.uint32)
        ends = words == _END_NUMBER
        passages = int(np.count_nonzero(ends))
        counting = words >= _FIRST_TERM
        where = np.cumsum(ends, dtype=np.int64)[counting]
        pairs, counts = np.unique(where << 32 | rank[words[counting]], return_counts=True)
        lengths = np.bincount(where, minlength=passages)
        where, numbers = pairs >> 32, pairs & 0xFFFFFFFF
        counts = np.minimum(counts, MOST).astype(np.uint8)
        turned = np.argsort(numbers, kind="stable")
        return Segment(
            document_keys=np.array(self._keys, dtype=np.int64),
            document_versions=np.array(self._versions, dtype=np.int64),
            document_starts=starts(np.array(self._passages, dtype=np.int64)),
            lengths=lengths.astype(np.uint32),
            content_starts=starts(np.bincount(where, minlength=passages)),
            content_terms=numbers.astype(np.uint32),
            content_counts=counts,
            terms=hashes[order],
            posting_starts=starts(np.bincount(numbers, minlength=len(hashes))),
            posting_passages=where[turned].astype(np.uint32),
            posting_counts=counts[turned],
        )

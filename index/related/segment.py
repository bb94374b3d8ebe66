"""A segment of the passage store: a share of the library's passages in arrays that never change.

A term is known by 64 bits of its hash; a segment numbers its terms in the order of these. There are
two ways in: the postings of a term (which passages hold it) and the contents of a passage (which
terms it holds). The passages of a document follow one another, so that the neighbourhood of a
passage is one stretch of contents.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Segment:
    """The arrays of a segment: D documents hold N passages with T terms in P pairs of the two."""

    document_keys: NDArray[np.int64]
    """(D,) catalog keys."""
    document_versions: NDArray[np.int64]
    """(D,) versions."""
    document_starts: NDArray[np.int64]
    """(D + 1,) first passage of each document."""
    lengths: NDArray[np.uint32]
    """(N,) words of each passage that count."""
    content_starts: NDArray[np.int64]
    """(N + 1,) where the contents of each passage begin."""
    content_terms: NDArray[np.uint32]
    """(P,) terms of the passages, ascending in each."""
    content_counts: NDArray[np.uint8]
    """(P,) how often each is there."""
    terms: NDArray[np.uint64]
    """(T,) hashes, ascending."""
    posting_starts: NDArray[np.int64]
    """(T + 1,) where the postings of each term begin."""
    posting_passages: NDArray[np.uint32]
    """(P,) passages of the terms, ascending in each."""
    posting_counts: NDArray[np.uint8]
    """(P,) how often each is there."""

    @property
    def documents(self) -> int:
        """Number of documents, those since removed included."""
        return len(self.document_keys)

    @property
    def passages(self) -> int:
        """Number of passages, those of documents since removed included."""
        return len(self.lengths)

    def documents_of(self, passages: Array) -> Array:
        """The number in this segment of each passage's document."""
        return np.searchsorted(self.document_starts, passages, side="right") - 1


DTYPES: dict[str, np.dtype[Any]] = {
    "document_keys": np.dtype("<i8"),
    "document_versions": np.dtype("<i8"),
    "document_starts": np.dtype("<i8"),
    "lengths": np.dtype("<u4"),
    "content_starts": np.dtype("<i8"),
    "content_terms": np.dtype("<u4"),
    "content_counts": np.dtype("u1"),
    "terms": np.dtype("<u8"),
    "posting_starts": np.dtype("<i8"),
    "posting_passages": np.dtype("<u4"),
    "posting_counts": np.dtype("u1"),
}
"""The arrays in the order of the fields of `Segment`, with the form in which they are kept."""

MOST = 255
"""A term that is more often in a passage counts so often."""


def hash_term(term: str) -> int:
    """The 64 bits by which a term is known."""
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def hash_terms(terms: Iterable[str]) -> NDArray[np.uint64]:
    """The same for many terms, in their order."""
    return np.fromiter(map(hash_term, terms), dtype=np.uint64)


def starts(counts: Array) -> NDArray[np.int64]:
    """Where each of some stretches begins that follow one another, and where the last one ends."""
    edges = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=edges[1:])
    return edges


def stretches(begins: Array, lengths: Array) -> Array:
    """All places of some stretches, one stretch after the other."""
    edges = starts(lengths)
    return np.arange(edges[-1]) + np.repeat(begins - edges[:-1], lengths)

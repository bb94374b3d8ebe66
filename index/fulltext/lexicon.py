"""Which words each segment of the index has, and where it keeps their postings.

Read from the segments' dictionaries in one pass. Since a segment never changes, a lexicon takes over
what an earlier one knew of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import SegmentReader

from index.fulltext import whoosh_private
from index.fulltext.vocabulary import Vocabulary
from index.model import Field

FIELDS: tuple[Field, ...] = ("title", "text")
"""The fields that hold words, in the order in which hits are shown."""


@dataclass(frozen=True, slots=True)
class _Entries:
    """The words a field has in a segment."""

    numbers: NDArray[np.int64]
    """Their numbers in the vocabulary, ascending."""
    places: NDArray[np.int64]
    """Where the segment's dictionary holds each."""


class Lexicon:
    """The words of a snapshot."""

    def __init__(self, segments: Sequence[SegmentReader], known: "Lexicon | None" = None) -> None:
        names = [whoosh_private.segment_name(segment) for segment in segments]
        read = {}
        for name, segment in zip(names, segments, strict=True):
            if known is None or name not in known._entries:
                read[name] = whoosh_private.terms(segment)
        surfaces: set[str] = set()
        terms: dict[tuple[str, Field], list[str]] = {}
        for name, fields in read.items():
            for field in FIELDS:
                terms[name, field] = [term.decode() for term in fields.get(field, ([], []))[0]]
                surfaces.update(terms[name, field])
        kept = {name: known._entries[name] for name in names if name not in read} if known else {}
        if known:
            for entries in kept.values():
                for entry in entries.values():
                    surfaces.update(map(known.vocabulary.surfaces.__getitem__, entry.numbers.tolist()))
        self.vocabulary: Vocabulary = Vocabulary(surfaces)
        """All words of title and text."""
        number = {surface: number for number, surface in enumerate(self.vocabulary.surfaces)}
        self._entries: dict[str, dict[Field, _Entries]] = {}
        for name, fields in read.items():
            self._entries[name] = {
                field: _Entries(
                    np.array([number[term] for term in terms[name, field]], dtype=np.int64),
                    np.array(fields.get(field, ([], []))[1], dtype=np.int64),
                )
                for field in FIELDS
            }
        if known and kept:
            renumbered = np.array(
                [number.get(surface, -1) for surface in known.vocabulary.surfaces], dtype=np.int64
            )
            for name, entries in kept.items():
                self._entries[name] = {
                    field: _Entries(renumbered[entry.numbers], entry.places)
                    for field, entry in entries.items()
                }
        self.sources: dict[str, list[tuple[str, int]]] = known.sources.copy() if known else {}
        """For each segment the names of outlets, and where its dictionary holds them."""
        for name, fields in read.items():
            outlets, places = fields.get("source", ([], []))
            self.sources[name] = [(outlet.decode(), at) for outlet, at in zip(outlets, places, strict=True)]

    def places(self, segment: str, field: Field, words: NDArray[np.int64]) -> list[tuple[int, int]]:
        """Those of some words that a segment has in a field, each with where its dictionary holds it."""
        entries = self._entries[segment][field]
        if not len(entries.numbers):
            return []
        at = np.minimum(np.searchsorted(entries.numbers, words), len(entries.numbers) - 1)
        there = entries.numbers[at] == words
        return list(zip(words[there].tolist(), entries.places[at[there]].tolist(), strict=True))

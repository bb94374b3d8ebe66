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
        self._entries: dict[str, dict[Field, _Entries]] = {}
        self.sources: dict[str, list[tuple[str, int]]] = {}
        """For each segment the names of outlets, and where its dictionary holds them."""
        terms: dict[tuple[str, Field], list[str]] = {}
        places: dict[tuple[str, Field], list[int]] = {}
        surfaces: set[str] = set()
        kept: list[str] = []
        for segment in segments:
            name = whoosh_private.segment_name(segment)
            if known and name in known._entries:
                kept.append(name)
                for entries in known._entries[name].values():
                    surfaces.update(map(known.vocabulary.surfaces.__getitem__, entries.numbers.tolist()))
                continue
            read = whoosh_private.terms(segment)
            outlets, outlet_places = read.get("source", ([], []))
            self.sources[name] = [
                (outlet.decode(), at) for outlet, at in zip(outlets, outlet_places, strict=True)
            ]
            for field in FIELDS:
                found, places[name, field] = read.get(field, ([], []))
                terms[name, field] = [term.decode() for term in found]
                surfaces.update(terms[name, field])
        self.vocabulary: Vocabulary = Vocabulary(surfaces)
        """All words of title and text."""
        number = {surface: number for number, surface in enumerate(self.vocabulary.surfaces)}
        for (name, field), found_terms in terms.items():
            numbers = np.array([number[term] for term in found_terms], dtype=np.int64)
            entry = _Entries(numbers, np.array(places[name, field], dtype=np.int64))
            self._entries.setdefault(name, {})[field] = entry
        if known and kept:
            self._take_over(known, kept, number)

    def _take_over(self, known: "Lexicon", names: Sequence[str], number: dict[str, int]) -> None:
        """Keep what an earlier lexicon knew of some segments, under the words' new numbers."""
        surfaces = known.vocabulary.surfaces
        renumbered = np.array([number.get(surface, -1) for surface in surfaces], dtype=np.int64)
        for name in names:
            self.sources[name] = known.sources[name]
            self._entries[name] = {
                field: _Entries(renumbered[entries.numbers], entries.places)
                for field, entries in known._entries[name].items()
            }

    def places(self, segment: str, field: Field, words: NDArray[np.int64]) -> list[tuple[int, int]]:
        """Those of some words that a segment has in a field, each with where its dictionary holds it."""
        entries = self._entries[segment][field]
        if not len(entries.numbers):
            return []
        at = np.minimum(np.searchsorted(entries.numbers, words), len(entries.numbers) - 1)
        there = entries.numbers[at] == words
        return list(zip(words[there].tolist(), entries.places[at[there]].tolist(), strict=True))

"""Which documents a query matches, how often, and by which of its clauses: boolean algebra on arrays.

A clause contributes hits in a document if it and every AND and OR above it are met there, and no NOT
stands above it. What two clauses reach alike counts once: words are told apart by their number in
the vocabulary, phrases by where they stand. What a word means depends on the language of the document.
"""

import functools
import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from index.errors import Cancelled
from index.fulltext.hits import fits_words
from index.fulltext.lexicon import FIELDS, Meaning, share, words_of
from index.fulltext.postings import NOWHERE, Counts, Ints, Mask, Snapshot, Windows, in_order
from index.fulltext.query import (
    And,
    Clause,
    Dated,
    Every,
    Graph,
    Named,
    Node,
    Not,
    Or,
    Query,
    Source,
    Words,
)
from index.model import Field


@dataclass(frozen=True, slots=True)
class Found:
    """Where a clause of words occurs in one field."""

    counts: Counts
    """Its occurrences, by document."""
    meanings: tuple[Meaning, ...]
    """The words each of whose occurrences is one, by the documents in which; none for a phrase."""
    windows: Windows | None
    """Where it stands, for a phrase."""


class Evaluation:
    """The answer to one query on one snapshot."""

    def __init__(self, snapshot: Snapshot, query: Query, cancelled: Callable[[], bool]) -> None:
        self._snapshot = snapshot
        self._cancelled = cancelled
        self.query = query
        self.found: dict[int, dict[Field, Found]] = {}
        """For each clause of words its number, and what it occurs in."""
        self._met: dict[int, Mask] = {}
        for clause in query.clauses:
            self._met[clause.clause] = self._clause(clause)
        self.matches: Mask = self._matching(query.root)
        """Which documents match."""
        self.contributing: list[tuple[Words, Mask]] = []
        """The clauses that can have hits, and in which documents they have."""
        self._contribute(query.root, self.matches)

    def documents(self, clause: int) -> int:
        """How many documents meet a clause by itself."""
        return int(self._met[clause].sum())

    def undated(self) -> int:
        """Documents that only the lack of a date keeps from matching."""
        if not any(isinstance(clause, Dated) for clause in self.query.clauses):
            return 0
        dateless = self._snapshot.live & (self._snapshot.published == 0)
        wanted = self._matching(self.query.root, dates_met=True)
        return int((wanted & dateless & ~self.matches).sum())

    def hits(self) -> Ints:
        """The number of hits in each document."""
        total = np.zeros(self._snapshot.size, dtype=np.int64)
        for field in FIELDS:
            met = [
                (self.found[leaf.clause][field], mask)
                for leaf, mask in self.contributing
                if field in self.found[leaf.clause]
            ]
            self._count(field, met, total)
        return total

    def _clause(self, clause: Clause) -> Mask:
        snapshot = self._snapshot
        met: Mask = np.zeros(snapshot.size, dtype=bool)
        if self._cancelled():
            raise Cancelled("The search was called off.")
        match clause:
            case Words(graph=graph, field=only):
                self.found[clause.clause] = {}
                for field in (only,) if only else FIELDS:
                    found = self._words(field, graph)
                    self.found[clause.clause][field] = found
                    met[found.counts.documents] = True
            case Source(graph=graph):
                for name, documents in snapshot.sources.items():
                    if fits_words(graph, name):
                        met[documents] = True
            case Dated(first=first, last=last):
                published = snapshot.published
                met = snapshot.live & (published >= first) & (published < last)
            case Named(keys=keys):
                met = snapshot.live & np.isin(snapshot.keys, np.fromiter(keys, np.int64, len(keys)))
        return met

    def _words(self, field: Field, graph: Graph) -> Found:
        snapshot = self._snapshot
        pattern = graph.word
        if pattern is not None:
            meanings = snapshot.vocabulary.occurrences(pattern)
            return Found(snapshot.meant(field, meanings, self._cancelled, pattern), meanings, None)
        windows = self._phrase(field, graph)
        return Found(windows.counts(), (), windows)

    def _phrase(self, field: Field, graph: Graph) -> Windows:
        """The minimal windows of a phrase."""
        snapshot = self._snapshot
        known = snapshot.cache.get((field, graph))
        if not isinstance(known, Windows):
            known = self._joined(field, graph)
            snapshot.cache.put((field, graph), known, known.nbytes)
        return known

    def _joined(self, field: Field, graph: Graph) -> Windows:
        """Arcs joined end to start, from the first position to the last."""
        snapshot = self._snapshot
        words = [snapshot.vocabulary.meanings(arc.pattern) for arc in graph.arcs]
        nowhere: Mask = np.zeros(snapshot.size, dtype=bool)
        reachable = [snapshot.live, *([nowhere] * graph.length)]
        for arc, meanings in zip(graph.arcs, words, strict=True):
            here = nowhere.copy()
            here[snapshot.meant(field, meanings, self._cancelled, (arc.pattern, "part")).documents] = True
            reachable[arc.last] = reachable[arc.last] | (reachable[arc.first] & here)
        among = reachable[graph.length]
        if not among.any():
            return NOWHERE
        joined: list[Windows | None] = [None] * (graph.length + 1)
        for arc, meanings in zip(graph.arcs, words, strict=True):
            if arc.first > 0 and joined[arc.first] is None:
                continue
            places = snapshot.places_meant(field, meanings, among, self._cancelled)
            before = joined[arc.first]
            longer = places if before is None else _followed(before, places)
            others = joined[arc.last]
            joined[arc.last] = _union([longer] if others is None else [others, longer])
        return _minimal(joined[graph.length] or NOWHERE)

    def _matching(self, node: Node, dates_met: bool = False, wanted: bool = True) -> Mask:
        """The live documents that match a node; with `dates_met`, as if every date filter helped."""
        live = self._snapshot.live
        match node:
            case And(parts):
                return _all(self._matching(part, dates_met, wanted) for part in parts)
            case Or(parts):
                return _any(self._matching(part, dates_met, wanted) for part in parts)
            case Not(part):
                return live & ~self._matching(part, dates_met, not wanted)
            case Every():
                return live
            case Dated() if dates_met and wanted:
                return live
            case Words() | Source() | Dated() | Named():
                return self._met[node.clause]

    def _contribute(self, node: Node, mask: Mask) -> None:
        match node:
            case And(parts):
                for part in parts:
                    self._contribute(part, mask)
            case Or(parts):
                for part in parts:
                    self._contribute(part, mask & self._matching(part))
            case Words():
                self.contributing.append((node, mask))
            case Not() | Every() | Source() | Dated() | Named():
                pass

    def _count(self, field: Field, met: list[tuple[Found, Mask]], total: Ints) -> None:
        """Add the hits of some clauses in one field to those of each document, each place once."""
        snapshot = self._snapshot
        phrases = [(found.windows, mask) for found, mask in met if found.windows is not None]
        words = [(found, mask) for found, mask in met if found.windows is None]
        several = share([words_of(found.meanings) for found, _ in words])
        if not phrases and not several:
            for found, mask in words:
                _add(total, found.counts, mask)
            return
        # A phrase may stand where a compound does, or where a single word meets it as a whole.
        whole = self._whole() if phrases and words else None
        reached = [
            (meaning.words, mask & snapshot.speaking(meaning.language))
            for found, mask in words
            for meaning in found.meanings
        ]
        owners: dict[int, list[int]] = {}
        for index, (meant, mask) in enumerate(reached):
            together = np.zeros(len(meant), dtype=bool)
            if whole is not None:
                together = (snapshot.vocabulary.widths(meant) > 1) | np.isin(meant, whole)
            if together.any():
                apart = meant[together]
                phrases.append((snapshot.places(field, apart, mask, self._cancelled), mask))
            for number in meant[~together].tolist():
                owners.setdefault(number, []).append(index)
        shared: dict[tuple[int, ...], list[int]] = {}
        for number, indices in owners.items():
            shared.setdefault(tuple(indices), []).append(number)
        for owned_by, numbers in shared.items():
            mask = _any(reached[index][1] for index in owned_by)
            _add(total, snapshot.counts(field, np.array(sorted(numbers)), self._cancelled), mask)
        if phrases:
            kept = [_among(windows, mask) for windows, mask in phrases]
            _add(total, _union(kept).counts(), snapshot.live)

    def _whole(self) -> Ints:
        """The single words that meet a phrase of the query as a whole."""
        vocabulary = self._snapshot.vocabulary
        whole = [np.empty(0, np.int64)]
        for clause, _ in self.contributing:
            graph = clause.graph
            for arc in graph.arcs:
                if graph.word is None and (arc.first, arc.last) == (0, graph.length):
                    whole.append(words_of(vocabulary.meanings(arc.pattern)))
        return np.concatenate(whole)


def _all(masks: Iterable[Mask]) -> Mask:
    return functools.reduce(operator.and_, masks)


def _any(masks: Iterable[Mask]) -> Mask:
    return functools.reduce(operator.or_, masks)


def _add(total: Ints, counts: Counts, mask: Mask) -> None:
    wanted = mask[counts.documents]
    total[counts.documents[wanted]] += counts.counts[wanted]


def _among(windows: Windows, mask: Mask) -> Windows:
    wanted = mask[windows.documents()]
    return Windows(windows.starts[wanted], windows.ends[wanted])


def _union(pieces: list[Windows]) -> Windows:
    """All windows of some lists, each once."""
    windows = in_order(pieces)
    starts, ends = windows.starts, windows.ends
    new = np.ones(len(starts), dtype=bool)
    new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return Windows(starts[new], ends[new])


def _followed(before: Windows, after: Windows) -> Windows:
    """Windows of the first list followed at once by one of the second."""
    low = np.searchsorted(after.starts, before.ends, side="left")
    count = np.searchsorted(after.starts, before.ends, side="right") - low
    starts = np.repeat(before.starts, count)
    within = np.arange(len(starts)) - np.repeat(np.cumsum(count) - count, count)
    return Windows(starts, after.ends[np.repeat(low, count) + within])


def _minimal(windows: Windows) -> Windows:
    """The windows that hold no other one, in order; each is given once."""
    if not len(windows.starts):
        return windows
    # Sorted by start, then end: a later one within this one starts no earlier and ends no later.
    ends = windows.ends
    best = np.minimum.accumulate(ends[::-1])[::-1]
    keep = np.ones(len(ends), dtype=bool)
    keep[:-1] = best[1:] > ends[:-1]
    # Of equal starts the shortest comes first and ends before the longer, which must go.
    same_start = np.zeros(len(ends), dtype=bool)
    same_start[1:] = windows.starts[1:] == windows.starts[:-1]
    keep &= ~same_start
    return Windows(windows.starts[keep], windows.ends[keep])

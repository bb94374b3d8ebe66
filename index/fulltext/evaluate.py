"""Which documents a query matches, how often, and by which of its clauses.

What two clauses reach alike counts once: words are told apart by their number in the vocabulary,
phrases by where they stand. What a word means depends on the language of the document.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from index.columnar.arrays import Ints
from index.errors import Cancelled
from index.fulltext import bounding, logic, scanning, within
from index.fulltext.lexicon import FIELDS, Meaning, share, words_of
from index.fulltext.nearness import standing
from index.fulltext.postings import Counts, Snapshot, counted
from index.fulltext.query import (
    Arc,
    Clause,
    Dated,
    Graph,
    Known,
    Labelled,
    Named,
    Query,
    Same,
    Scan,
    Spoken,
    Words,
    leaves,
)
from index.fulltext.scanning import Scanned
from index.fulltext.schema import language_number
from index.fulltext.windows import NOWHERE, Mask, Windows, union
from index.fulltext.within import Met
from index.model import Bounded, Field


@dataclass(frozen=True, slots=True)
class Found:
    """Where a clause of words, or an expression, occurs in one field."""

    counts: Counts
    """Its occurrences, by document."""
    meanings: tuple[Meaning, ...]
    """The words each of whose occurrences is one, by the documents in which; none for a phrase."""
    windows: Windows | None
    """Where it stands, for a phrase; where an expression fits, beyond the places of all words."""
    scanned: Scanned | None = None
    """What is known of an expression."""


def needs_texts(query: Query) -> bool:
    """Whether the places of its hits are not in the index: those of an expression."""
    return any(isinstance(clause, Scan) for clause in query.clauses)


class Evaluation:
    """The answer to one query on one snapshot."""

    def __init__(
        self,
        snapshot: Snapshot,
        query: Query,
        cancelled: Callable[[], bool],
        fetch: scanning.Fetch = scanning.no_texts,
    ) -> None:
        self._snapshot = snapshot
        self._cancelled = cancelled
        self._fetch = fetch
        self.query = query
        self.found: dict[int, dict[Field, Found]] = {}
        """For each clause of words and each expression its number, and what it occurs in."""
        self.met: dict[int, Mask] = {}
        """For each clause its number, and which documents meet it."""
        # What is met within one sentence comes after the words in it, and what has to be looked for in the
        # texts last: the others tell in which.
        last = (Same, Scan)
        for clause in sorted(
            query.clauses, key=lambda one: last.index(type(one)) if type(one) in last else -1
        ):
            self.met[clause.clause] = self._clause(clause)
        self.matches: Mask = logic.matching(query.root, self.met, snapshot.live)
        """Which documents match."""
        self.contributing = list(logic.contributing(query.root, self.met, snapshot.live))
        """The clauses that can have hits, and in which documents they have."""

    def documents(self, clause: int) -> int:
        """How many documents meet a clause by itself."""
        return int(self.met[clause].sum())

    def bounded(self) -> Iterator[Bounded]:
        """The clauses of whose words only the most frequent were looked for."""
        for clause in self.query.clauses:
            if isinstance(clause, Words):
                patterns = {arc.pattern for arc in clause.graph.arcs}
                left_out = [self._snapshot.vocabulary.left_out(pattern) for pattern in patterns]
                if any(left_out):
                    words = sum(bounding.MOST_WORDS for number in left_out if number)
                    yield Bounded(self.query.clause_text(clause.clause), words, sum(left_out))

    def undated(self) -> int:
        """Documents that only the lack of a date keeps from matching."""
        if not any(isinstance(clause, Dated) for clause in self.query.clauses):
            return 0
        dateless = self._snapshot.live & (self._snapshot.published == 0)
        wanted = logic.matching(self.query.root, self.met, self._snapshot.live, dates_met=True)
        return int((wanted & dateless & ~self.matches).sum())

    def hits(self) -> Ints:
        """The number of hits in each document."""
        return self._hits_below(len(self.query.clauses))

    def hits_of(self, clauses: Collection[int]) -> Ints:
        """The number of hits of some clauses in each document, by their numbers.

        What several clauses reach is a hit of the first of them: so the hits of a clause are those that it
        adds to the hits of all before it.
        """
        total = np.zeros(self._snapshot.size, dtype=np.int64)
        for clause in clauses:
            total += self._hits_below(clause + 1) - self._hits_below(clause)
        return total

    def _hits_below(self, end: int) -> Ints:
        """The number of places in each document that the clauses with numbers below `end` reach."""
        total = np.zeros(self._snapshot.size, dtype=np.int64)
        for field in FIELDS:
            met = [
                (self.found[leaf.clause][field], mask)
                for leaf, mask in self.contributing
                if leaf.clause < end and field in self.found[leaf.clause]
            ]
            self._count(field, met, total)
        return total

    def standing(self, clause: int, field: Field, among: Mask) -> Windows:
        """Where a clause of words stands in one field of the documents of a mask."""
        found = self.found[clause][field]
        if found.windows is not None:
            return found.windows.among(among)
        return self._snapshot.places_meant(field, found.meanings, among, self._cancelled)

    def _poll(self) -> None:
        if self._cancelled():
            raise Cancelled("The search was called off.")

    def _clause(self, clause: Clause) -> Mask:
        snapshot = self._snapshot
        met: Mask = np.zeros(snapshot.size, dtype=bool)
        self._poll()
        match clause:
            case Words(graph=graph, field=only):
                self.found[clause.clause] = {}
                for field in (only,) if only else FIELDS:
                    found = self._words(field, graph)
                    self.found[clause.clause][field] = found
                    met[found.counts.documents] = True
            case Scan():
                scanned = scanning.scan(snapshot, clause, self._possible, self._fetch, self._cancelled)
                self.found[clause.clause] = {
                    field: Found(counted(one.windows), (), one.windows, one) for field, one in scanned.items()
                }
                for one in scanned.values():
                    met[one.windows.documents()] = True
            case Labelled(label=label, graph=graph, whole=whole):
                met = snapshot.live & snapshot.labelled(label, graph, whole=whole)
            case Spoken(code=code):
                met = snapshot.live & (snapshot.languages == language_number(code))
            case Same():
                met = self._same(clause)
            case Dated(first=first, last=last):
                published = snapshot.published
                met = snapshot.live & (published >= first) & (published < last)
            case Named(keys=keys) | Known(keys=keys):
                met = snapshot.live & np.isin(snapshot.keys, np.fromiter(keys, np.int64, len(keys)))
                if isinstance(clause, Known) and clause.without:
                    met = snapshot.live & ~met
        return met

    def _same(self, same: Same) -> Mask:
        """The documents that meet a part within a sentence or paragraph; its clauses keep what is in such."""
        documents: Mask = np.zeros(self._snapshot.size, dtype=bool)
        for field in FIELDS:
            known = self._snapshot.cache.get((field, same))
            met = known if isinstance(known, Met) else self._met_within(same, field)
            self._snapshot.cache.put((field, same), met, met.nbytes)
            documents[met.documents] = True
            for clause, kept in met.windows.items():
                if field in self.found[clause]:
                    self.found[clause][field] = Found(counted(kept), (), kept)
        return documents

    def _met_within(self, same: Same, field: Field) -> Met:
        snapshot = self._snapshot
        words = [clause for clause in leaves(same.part) if isinstance(clause, Words)]
        having = {clause.clause: self._having(clause, field) for clause in words}
        among = within.possible(same.part, having, snapshot.live)
        windows = {
            clause.clause: self.standing(clause.clause, field, among)
            if field in self.found[clause.clause]
            else NOWHERE
            for clause in words
        }
        return within.met_within(same.part, snapshot.beginnings(field, same.unit, among), windows)

    def _having(self, clause: Words, field: Field) -> Mask:
        """The documents that have a clause of words in one field."""
        here: Mask = np.zeros(self._snapshot.size, dtype=bool)
        if field in self.found[clause.clause]:
            here[self.found[clause.clause][field].counts.documents] = True
        return here

    @cached_property
    def _possible(self) -> Mask:
        """The documents that can match, or could if only they had a date, whatever the expressions find."""
        root, live = self.query.root, self._snapshot.live
        dateless = live & (self._snapshot.published == 0)
        possible = logic.matching(root, self.met, live, scans_met=True)
        possible |= dateless & logic.matching(root, self.met, live, dates_met=True, scans_met=True)
        return possible

    def _words(self, field: Field, graph: Graph) -> Found:
        snapshot = self._snapshot
        pattern = graph.word
        if pattern is not None:
            meanings = snapshot.vocabulary.occurrences(pattern)
            return Found(snapshot.meant(field, meanings, self._cancelled, pattern), meanings, None)
        windows = self._phrase(field, graph)
        return Found(counted(windows), (), windows)

    def _phrase(self, field: Field, graph: Graph) -> Windows:
        """The minimal windows of a phrase."""
        snapshot = self._snapshot
        known = snapshot.cache.get((field, graph))
        if not isinstance(known, Windows):
            known = self._joined(field, graph)
            snapshot.cache.put((field, graph), known, known.nbytes)
        return known

    def _joined(self, field: Field, graph: Graph) -> Windows:
        """They are looked for only in documents that have the words of one way through the graph."""
        snapshot = self._snapshot
        meant = {arc.pattern: snapshot.vocabulary.meanings(arc.pattern) for arc in graph.arcs}
        nowhere: Mask = np.zeros(snapshot.size, dtype=bool)
        reachable = [snapshot.live, *([nowhere] * graph.length)]
        for arc in graph.arcs:
            here = nowhere.copy()
            part = snapshot.meant(field, meant[arc.pattern], self._cancelled, (arc.pattern, "part"))
            here[part.documents] = True
            reachable[arc.last] = reachable[arc.last] | (reachable[arc.first] & here)
        among = reachable[graph.length]
        if not among.any():
            return NOWHERE

        def places(arc: Arc) -> Windows:
            return snapshot.places_meant(field, meant[arc.pattern], among, self._cancelled)

        return standing(graph, places, self._poll)

    def _count(self, field: Field, met: list[tuple[Found, Mask]], total: Ints) -> None:
        """Add the hits of some clauses in one field to those of each document, each place once."""
        snapshot = self._snapshot
        scans = [(found.scanned, mask) for found, mask in met if found.scanned is not None]
        phrases = [
            (found.windows, mask)
            for found, mask in met
            if found.windows is not None and found.scanned is None
        ]
        words = [(found, mask) for found, mask in met if found.windows is None]
        several = share([words_of(found.meanings) for found, _ in words])
        if not phrases and not scans and not several:
            for found, mask in words:
                _add(total, found.counts, mask)
            return
        # A phrase may stand where a compound does, or where a single word meets it as a whole; so may
        # what an expression was met by.
        whole = np.concatenate([self._whole(), *(scanned.words for scanned, _ in scans)])
        reached = [
            (meaning.words, mask & snapshot.speaking(meaning.language))
            for found, mask in words
            for meaning in found.meanings
        ]
        phrased = bool(phrases)
        owners: dict[int, list[int]] = {}
        for index, (meant, mask) in enumerate(reached):
            together = np.isin(meant, whole)
            if phrased:
                together |= snapshot.vocabulary.widths(meant) > 1
            if together.any():
                apart = meant[together]
                phrases.append((snapshot.places(field, apart, mask, self._cancelled), mask))
            for number in meant[~together].tolist():
                owners.setdefault(number, []).append(index)
        shared: dict[tuple[int, ...], list[int]] = {}
        for number, indices in owners.items():
            shared.setdefault(tuple(indices), []).append(number)
        for owned_by, numbers in shared.items():
            mask = logic.any_of(reached[index][1] for index in owned_by)
            _add(total, snapshot.counts(field, np.array(sorted(numbers)), self._cancelled), mask)
        phrases += self._scanned(scans, phrases)
        if phrases:
            kept = union([windows.among(mask) for windows, mask in phrases])
            _add(total, counted(kept), snapshot.live)

    def _scanned(
        self, scans: list[tuple[Scanned, Mask]], phrases: list[tuple[Windows, Mask]]
    ) -> list[tuple[Windows, Mask]]:
        """Where expressions fit: at the places of words in the documents in which that may be a phrase."""
        among: Mask = np.zeros(self._snapshot.size, dtype=bool)
        for windows, mask in phrases:
            among[windows.among(mask).documents()] = True
        if not scans or not among.any():
            return [(scanned.windows, mask) for scanned, mask in scans]
        among &= logic.any_of(mask for _, mask in scans)
        return [(scanned.placed(among), mask) for scanned, mask in scans]

    def _stands_alone(self, clause: Words) -> bool:
        """Whether it matters where a clause stands, as for a phrase."""
        return any(found.windows is not None for found in self.found[clause.clause].values())

    def _whole(self) -> Ints:
        """The single words that meet a phrase of the query as a whole, or are met where a sentence is."""
        vocabulary = self._snapshot.vocabulary
        whole = [np.empty(0, np.int64)]
        for clause, _ in self.contributing:
            if not isinstance(clause, Words):
                continue
            graph = clause.graph
            if graph.word is not None and self._stands_alone(clause):
                whole.append(words_of(vocabulary.occurrences(graph.word)))
            for arc in graph.arcs:
                if graph.word is None and (arc.first, arc.last) == (0, graph.length):
                    whole.append(words_of(vocabulary.meanings(arc.pattern)))
        return np.concatenate(whole)


def _turn(clause: Clause) -> int:
    """When a clause is looked for."""
    return 2 if isinstance(clause, Scan) else 1 if isinstance(clause, Same) else 0


def _add(total: Ints, counts: Counts, mask: Mask) -> None:
    wanted = mask[counts.documents]
    total[counts.documents[wanted]] += counts.counts[wanted]

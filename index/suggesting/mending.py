"""Queries that find something, made from one that does not by changing as little as may be."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from index.fulltext import filters, logic, parts
from index.fulltext.evaluate import Evaluation
from index.fulltext.neighbours import PRICE
from index.fulltext.parts import below_no_not
from index.fulltext.query import (
    Clause,
    Dated,
    Known,
    Labelled,
    Named,
    Node,
    Not,
    Query,
    Same,
    Scan,
    Words,
    leaves,
)
from index.fulltext.syntax import parse
from index.fulltext.undated import with_undated
from index.model import Suggestion, SuggestionKind
from index.suggesting import alternatives, filtering
from index.suggesting.alternatives import Alternative
from index.suggesting.blame import Blame, blame
from index.suggesting.changes import Changes, then
from index.suggesting.filtering import Bearing
from index.suggesting.trial import Trial

MOST = 8
"""Suggestions, at most."""

MOST_OF_A_KIND = 3
"""Suggestions that change the same in a query, at most."""

CLEARLY_FURTHER = 0.4
"""Of two words, the one that costs so much more is not suggested."""

DEAREST_OF_MET = 0.6
"""What it may cost to take a word for another where the first is met, too."""

GONE = 0.5
"""What it costs to leave out words rather than a filter."""

RARE, FREQUENT = 2, 100
"""A word of an OR that is in so few documents, where one near by is in so many times as many, is doubtful."""

_ORDER: tuple[SuggestionKind, ...] = (
    "spelling", "outlet", "name", "nearness", "form", "field", "undated", "date", "without",
)  # fmt: skip
_LATER = 0.01
_TRIED_ALONE = 4
_TRIED_TOGETHER = 64
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Mended:
    """A suggestion, and what speaks for it."""

    suggestion: Suggestion
    """The suggestion."""
    worth: float
    """The higher the likelier."""
    cost: float
    """How far it is from what was asked."""

    @property
    def changed(self) -> tuple[SuggestionKind, tuple[str, ...]]:
        """Its kind, and which clauses are written otherwise."""
        return self.suggestion.kind, tuple(old for old, _ in self.suggestion.changes)


class Mender:
    """Tries what might be asked instead."""

    def __init__(self, trial: Trial, names: Bearing) -> None:
        self._trial = trial
        self._names = names
        self._live = trial.snapshot.live

    def mended(self, query: Query, evaluation: Evaluation, blamed: Blame) -> tuple[Suggestion, ...]:
        """What finds something near a query that finds nothing."""
        return _chosen(self._mended(query, evaluation, blamed, 0))

    def doubted(self, query: Query, evaluation: Evaluation) -> tuple[Suggestion, ...]:
        """What finds more than a query of which some clauses are met nowhere, or hardly, for another word."""
        found = list[Mended]()
        total = int(evaluation.matches.sum())
        counts = [evaluation.documents(clause.clause) for clause in query.clauses]
        for clause in doubtful(query, counts, total):
            met = counts[clause.clause]
            for one in self._alternatives(query, evaluation, clause):
                alone = self._trial.count(one.text)
                if alone <= met * FREQUENT or one.kind not in ("spelling", "name", "outlet"):
                    continue
                if not met or one.cost <= DEAREST_OF_MET:
                    found += [
                        each
                        for each in self._tried(query, {clause.clause: one})
                        if each.suggestion.documents >= total
                    ]
        return _chosen(found)

    def _mended(self, query: Query, evaluation: Evaluation, blamed: Blame, depth: int) -> list[Mended]:
        # What is least work comes first: where time runs out, there is that at least.
        found = self._without(query, blamed.parts)
        if any(isinstance(clause, Dated) for clause in query.clauses):
            found += self._found(with_undated(query.text), "undated", (), filtering.LET_IN)
        if len(blamed.absent) > 1:
            return found + self._together(query, evaluation, blamed.absent, depth)
        for part in blamed.parts:
            for clause in _helping(query, part):
                found += self._otherwise(query, evaluation, clause)
        return found

    def _otherwise(self, query: Query, evaluation: Evaluation, clause: Clause) -> list[Mended]:
        """A query with one clause written otherwise."""
        is_met = evaluation.documents(clause.clause) > 0
        found = list[Mended]()
        for one in self._alternatives(query, evaluation, clause):
            if not (is_met and one.kind == "spelling" and one.cost > DEAREST_OF_MET):
                found += self._tried(query, {clause.clause: one})
        within = {leaf.clause for one in query.clauses if isinstance(one, Same) for leaf in leaves(one.part)}
        if not found and isinstance(clause, Words) and clause.field is None and clause.clause not in within:
            for one in filtering.of_mentioned(self._names, self._trial, clause):
                found += self._tried(query, {clause.clause: one})
        return found

    def _tried(self, query: Query, by: dict[int, Alternative]) -> list[Mended]:
        """A query with some clauses written otherwise, if it finds something."""
        text = parts.changed(query, {number: one.text for number, one in by.items()})
        changes = tuple((query.clause_text(number), one.text) for number, one in by.items())
        kind = min((one.kind for one in by.values()), key=_ORDER.index)
        return self._found(text, kind, changes, sum(one.cost for one in by.values()))

    def _found(
        self, text: str | None, kind: SuggestionKind, changes: Changes, cost: float = 0.0
    ) -> list[Mended]:
        count = self._trial.count(text) if text else 0
        if not text or not count:
            return []
        return [Mended(Suggestion(text, count, kind, changes), math.log10(1 + count) - PRICE * cost, cost)]

    def _alternatives(self, query: Query, evaluation: Evaluation, clause: Clause) -> Iterator[Alternative]:
        if self._trial.is_over():
            return
        match clause:
            case Words():
                yield from alternatives.of_words(self._trial, query, clause)
            case Same():
                yield from alternatives.of_same(query, clause)
            case Scan():
                yield from alternatives.of_scan(query, clause)
            case Labelled():
                yield from filtering.of_labelled(self._trial, query, clause)
            case Known():
                yield from filtering.of_tagged(self._names, query, clause)
            case Named():
                yield from filtering.of_named(self._names, query, clause)
            case Dated():
                met = {**evaluation.met, clause.clause: self._live}
                rest = logic.matching(query.root, met, self._live)
                yield from filtering.of_dated(query, clause, filtering.days_among(self._trial.snapshot, rest))

    def _together(
        self, query: Query, evaluation: Evaluation, absent: Sequence[Node], depth: int
    ) -> list[Mended]:
        """Several parts that no document meets: each written otherwise, those left out that cannot be."""
        ways = {id(part): self._ways(query, evaluation, part) for part in absent}
        hopeless = [part for part in absent if not ways[id(part)]]
        if depth == _DEEPEST or len(hopeless) == len(absent):
            return []
        if hopeless:
            gone = tuple((parts.written(query, part), "") for part in hopeless)
            return self._further(_cut(query, hopeless), gone, depth)
        chosen = [ways[id(part)] for part in absent]
        fewer = max(1, int(_TRIED_TOGETHER ** (1 / len(chosen))))
        found = list[Mended]()
        combinations = [dict(each) for each in product(*(way[:fewer] for way in chosen))]
        for by in combinations[:_TRIED_TOGETHER]:
            found += self._tried(query, by)
        if not found:
            by = combinations[0]
            text = parts.changed(query, {number: one.text for number, one in by.items()})
            changes = tuple((query.clause_text(number), one.text) for number, one in by.items())
            return self._further(text, changes, depth)
        return found

    def _ways(self, query: Query, evaluation: Evaluation, part: Node) -> list[tuple[int, Alternative]]:
        """What might stand in place of a part that no document meets, the likeliest first."""
        ways = [
            (math.log10(1 + count) - PRICE * one.cost, clause.clause, one)
            for clause in _helping(query, part)
            for one in self._alternatives(query, evaluation, clause)
            if (count := self._trial.count(one.text))
        ]
        ways.sort(key=lambda way: -way[0])
        return [(number, one) for _, number, one in ways[:_TRIED_ALONE]]

    def _further(self, text: str | None, changes: Changes, depth: int) -> list[Mended]:
        """What can be made of a query that was changed already."""
        if not text:
            return []
        query = self._trial.read(text)
        evaluation = self._trial.ask(query)
        if evaluation.matches.any():
            return []
        found = self._mended(query, evaluation, blame(evaluation, self._live), depth + 1)
        return [
            replace(one, suggestion=replace(made, changes=then(changes, made.changes, made.query)))
            for one in found
            for made in [one.suggestion]
        ]

    def _without(self, query: Query, blamed: Iterable[Node]) -> list[Mended]:
        """The query without one of the parts to blame; without several where that is not enough."""
        found = list[Mended]()
        for place, part in enumerate(blamed):
            if self._trial.is_over():
                return found
            has_words = all(isinstance(leaf, Words | Same) for leaf in leaves(part))
            cost = (GONE if has_words and not isinstance(part, Not) else 0.0) - _LATER * place
            change = parts.written(query, part), ""
            text = parts.without(query, part)
            if text and list(below_no_not(parse(text).root)):
                found += self._found(text, "without", (change,), cost)
        gone: Changes = ()
        while not found and not self._trial.is_over():
            evaluation = self._trial.ask(query)
            to_blame = blame(evaluation, self._live).parts
            text = parts.without(query, to_blame[-1]) if to_blame else None
            if not text:
                break
            gone = (*gone, (parts.written(query, to_blame[-1]), ""))
            query = self._trial.read(text)
            found = self._found(text, "without", gone)
        return found


def unmet(query: Query, counts: Sequence[int]) -> list[Clause]:
    """The clauses that would help if they were met somewhere, by how many documents meet each clause."""
    return [
        clause
        for clause in _helping(query, query.root)
        if not counts[clause.clause] and not isinstance(clause, Scan)
    ]


def doubtful(query: Query, counts: Sequence[int], total: int) -> list[Clause]:
    """Those clauses, and the words that hardly any document has, in a query that finds several."""
    return unmet(query, counts) + [
        clause
        for clause in _helping(query, query.root)
        if isinstance(clause, Words)
        and clause.graph.word is not None
        and clause.graph.word.kind == "word"
        and 0 < counts[clause.clause] <= RARE < total
    ]


def _helping(query: Query, part: Node) -> list[Clause]:
    return [query.clauses[number] for number in below_no_not(part)]


def _cut(query: Query, gone: Iterable[Node]) -> str | None:
    """A query without some of its parts; None where nothing would stay, or one cannot be cut out."""
    for part in gone:
        same = next((one for one in filters.required(query) if filters.same(one, part)), None)
        text = parts.without(query, same) if same is not None else None
        if text is None:
            return None
        query = parse(text)
    return query.text


def _chosen(found: Sequence[Mended]) -> tuple[Suggestion, ...]:
    """The likeliest, few of each kind, each query once."""
    chosen = dict[str, Suggestion]()
    counts = dict[SuggestionKind, int]()
    nearest = dict[tuple[SuggestionKind, tuple[str, ...]], float]()
    for one in found:
        changed = one.changed
        nearest[changed] = min(one.cost, nearest.get(changed, one.cost))
    for one in sorted(found, key=lambda one: (_ORDER.index(one.suggestion.kind), -one.worth)):
        suggestion = one.suggestion
        kind, written = suggestion.kind, suggestion.query.casefold()
        is_further = kind == "spelling" and one.cost > nearest[one.changed] + CLEARLY_FURTHER
        if written in chosen or is_further or counts.get(kind, 0) == MOST_OF_A_KIND:
            continue
        chosen[written] = suggestion
        counts[kind] = counts.get(kind, 0) + 1
    return tuple(islice(chosen.values(), MOST))

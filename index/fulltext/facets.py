"""What the documents that match a query have in common: outlets, languages and days, counted by arrays."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from index.columnar.arrays import Array, Ints
from index.fulltext import logic
from index.fulltext.evaluate import Evaluation
from index.fulltext.postings import Snapshot
from index.fulltext.query import And, Clause, Every, Labelled, Node, Spoken, leaves
from index.fulltext.windows import Mask
from index.model import Facet, Facets


@dataclass(frozen=True, slots=True)
class Values:
    """A value of every document, of which there are far fewer than documents."""

    names: tuple[str, ...]
    """The V values."""
    numbers: Array
    """(D,) which of them each document has; V for none."""

    def counts(self, documents: Mask) -> Ints:
        """(V + 1,) how many of some documents have each value, at the end none."""
        return np.bincount(self.numbers[documents], minlength=len(self.names) + 1)


def outlets_of(snapshot: Snapshot) -> Values:
    """The outlet of every document."""
    names = sorted(snapshot.sources)
    numbers = np.full(snapshot.size, len(names), np.int32)
    for number, name in enumerate(names):
        numbers[snapshot.sources[name]] = number
    return Values(tuple(names), numbers)


def languages_of(snapshot: Snapshot) -> Values:
    """The language of every document, by its ISO 639-1 code."""
    known, numbers = np.unique(snapshot.languages, return_inverse=True)
    there = known > 0
    places = np.where(there, np.cumsum(there) - 1, int(there.sum()))
    names = tuple(int(number).to_bytes(2, "big").decode("ascii") for number in known[there])
    return Values(names, places[numbers.reshape(-1)])


def days_of(snapshot: Snapshot) -> Values:
    """The day of every document, as an ISO date; the values ascend."""
    known, numbers = np.unique(snapshot.published, return_inverse=True)
    there = known > 0
    places = np.where(there, np.cumsum(there) - 1, int(there.sum()))
    names = tuple(f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}" for day in known[there].tolist())
    return Values(names, places[numbers.reshape(-1)])


class Columns:
    """The values by which the documents of a snapshot are counted; found once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.outlets = outlets_of(snapshot)
        """The outlets."""
        self.languages = languages_of(snapshot)
        """The languages."""
        self.days = days_of(snapshot)
        """The days."""
        self.ordinals: Ints = np.array(
            [datetime.date.fromisoformat(day).toordinal() for day in self.days.names], np.int64
        )
        """(V,) the days as ordinals of the proleptic Gregorian calendar."""


def count(snapshot: Snapshot, columns: Columns, evaluation: Evaluation) -> Facets:
    """Count the documents that match by their outlets, languages and days."""
    matches = evaluation.matches
    outlets, without_outlet = _facets(snapshot, evaluation, columns.outlets, _is_outlet)
    languages, without_language = _facets(snapshot, evaluation, columns.languages, _is_language)
    days = columns.days.counts(matches)
    there = np.flatnonzero(days[:-1])
    return Facets(
        query=evaluation.query.text,
        total=int(matches.sum()),
        outlets=outlets,
        without_outlet=without_outlet,
        languages=languages,
        without_language=without_language,
        days=tuple(columns.ordinals[there].tolist()),
        articles=tuple(days[there].tolist()),
        undated=int(days[-1]),
        undated_left_out=evaluation.undated(),
    )


def _facets(
    snapshot: Snapshot, evaluation: Evaluation, values: Values, is_alike: Callable[[Clause], bool]
) -> tuple[tuple[Facet, ...], int]:
    """The values with their documents, most first; and how many documents have none."""
    counts = values.counts(evaluation.matches)
    more = np.zeros_like(counts)
    root = evaluation.query.root
    wider = without(root, lambda part: {is_alike(leaf) for leaf in leaves(part)} == {True})
    if wider is not root:
        more = values.counts(logic.matching(wider, evaluation.met, snapshot.live)) - counts
    places = np.flatnonzero((counts + more)[:-1])
    order = places[np.lexsort((places, -more[places], -counts[places]))]
    found = zip(order.tolist(), counts[order].tolist(), more[order].tolist(), strict=True)
    return tuple(Facet(values.names[place], here, others) for place, here, others in found), int(counts[-1])


def _is_outlet(clause: Clause) -> bool:
    return isinstance(clause, Labelled) and clause.label == "source"


def _is_language(clause: Clause) -> bool:
    return isinstance(clause, Spoken)


def without(node: Node, unwanted: Callable[[Node], bool]) -> Node:
    """What a query asks for without some of the parts that have to be met; itself where it has none."""
    if isinstance(node, Every):
        return node
    if not isinstance(node, And):
        return Every() if unwanted(node) else node
    parts = [without(part, unwanted) for part in node.parts]
    if all(new is old for new, old in zip(parts, node.parts, strict=True)):
        return node
    kept = tuple(part for part in parts if not isinstance(part, Every))
    return And(kept) if len(kept) > 1 else kept[0] if kept else Every()

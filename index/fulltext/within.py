"""What is met within one sentence or one paragraph: the algebra of a query, on these instead of documents."""

import functools
import operator
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.columnar.arrays import Ints, distinct
from index.fulltext import logic
from index.fulltext.query import And, Every, Leaf, Node, Not, Or
from index.fulltext.windows import NOWHERE, PLACE_BITS, Mask, Windows


@dataclass(frozen=True, slots=True)
class Met:
    """Where a part of a query is met."""

    documents: Ints
    """The documents with a sentence or paragraph that meets it."""
    windows: dict[int, Windows]
    """For each clause that can have hits its number, and those of its windows that are some."""

    @property
    def nbytes(self) -> int:
        """Memory the arrays take."""
        return self.documents.nbytes + sum(windows.nbytes for windows in self.windows.values())


def met_within(part: Node, begins: Ints, windows: Mapping[int, Windows]) -> Met:
    """Where a part of a query is met.

    Args:
        part: What has to be met within one.
        begins: (U,) the places at which sentences or paragraphs begin, ascending.
        windows: For each of its clauses where it stands. What goes over the end of a sentence is in none.
    """
    live: Mask = np.ones(len(begins), dtype=bool)
    inside = {clause: _inside(begins, found) for clause, found in windows.items()}
    met: dict[int, Mask] = {}
    for clause, (units, _) in inside.items():
        met[clause] = np.zeros(len(begins), dtype=bool)
        met[clause][units] = True
    kept = {}
    for leaf, wanted in logic.contributing(part, met, live):
        units, found = inside[leaf.clause]
        here = wanted[units]
        kept[leaf.clause] = Windows(found.starts[here], found.ends[here])
    return Met(distinct(begins[logic.matching(part, met, live)] >> PLACE_BITS), kept)


def _inside(begins: Ints, windows: Windows) -> tuple[Ints, Windows]:
    """The windows that are within one sentence or paragraph, and in which."""
    if not len(begins):
        return NOWHERE.starts, NOWHERE
    first = np.searchsorted(begins, windows.starts, side="right") - 1
    last = np.searchsorted(begins, windows.ends - 1, side="right") - 1
    one = first == last
    return first[one], Windows(windows.starts[one], windows.ends[one])


def possible(node: Node, met: Mapping[int, Mask], live: Mask) -> Mask:
    """The documents in a sentence or paragraph of which a part may be met, by those that meet its clauses."""
    match node:
        case And(parts):
            return functools.reduce(operator.and_, (possible(part, met, live) for part in parts))
        case Or(parts):
            return logic.any_of(possible(part, met, live) for part in parts)
        case Not() | Every():
            return live
        case Leaf():
            return met[node.clause]

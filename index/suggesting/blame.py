"""Which parts of a query keep it from finding anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from index.fulltext import filters, logic
from index.fulltext.evaluate import Evaluation
from index.fulltext.parts import below_no_not
from index.fulltext.query import Node, Scan, leaves
from index.fulltext.windows import Mask

_TRIED_TOGETHER = 3
"""Parts of which every combination is looked at; larger ones are found by leaving out one after the other."""

_FEW = 12


@dataclass(frozen=True, slots=True)
class Blame:
    """Parts that have to be met each, and cannot be."""

    absent: tuple[Node, ...]
    """Those that no document meets."""
    conflict: tuple[Node, ...]
    """Where each is met somewhere: the fewest that are never met together."""

    @property
    def parts(self) -> tuple[Node, ...]:
        """Those of which one at least has to be changed."""
        return self.absent or self.conflict


def blame(evaluation: Evaluation, live: Mask) -> Blame:
    """Which parts of a query that found nothing are to blame."""
    parts = filters.required(evaluation.query)
    masks = _masks(parts, evaluation.met, live)
    absent = tuple(part for part, mask in zip(parts, masks, strict=True) if not mask.any())
    if absent:
        return Blame(absent, ())
    return Blame((), tuple(parts[at] for at in _fewest(masks)))


def _masks(parts: Sequence[Node], met: Mapping[int, Mask], live: Mask) -> list[Mask]:
    """Which documents meet each part; of an expression it is known only where all else is met."""
    plain = [part for part in parts if not any(isinstance(leaf, Scan) for leaf in leaves(part))]
    others = live.copy()
    for part in plain:
        others &= logic.matching(part, met, live)
    helping = {clause for part in parts for clause in below_no_not(part)}
    known = {
        leaf.clause: met[leaf.clause] | (live & ~others)
        for part in parts
        for leaf in leaves(part)
        if isinstance(leaf, Scan) and leaf.clause in helping
    }
    return [logic.matching(part, {**met, **known}, live) for part in parts]


def _fewest(masks: Sequence[Mask]) -> list[int]:
    """Places of the fewest masks that have nothing in common."""
    packed = [np.packbits(mask) for mask in masks]
    for size in range(2, _TRIED_TOGETHER + 1 if len(masks) <= _FEW else 3):
        for chosen in combinations(range(len(masks)), size):
            if not np.bitwise_and.reduce([packed[at] for at in chosen]).any():
                return list(chosen)
    kept = list(range(len(masks)))
    for at in range(len(masks)):
        rest = [other for other in kept if other != at]
        if rest and not np.bitwise_and.reduce([packed[other] for other in rest]).any():
            kept = rest
    return kept

"""Ranks the passages of other documents by how far they speak of what a passage speaks of.

The score of a candidate is the weighted sum of its figures (`index.related.figures`), with weights
that are learned (`index.related.weights`). One passage stands for a document, the best.
"""

from dataclasses import dataclass, replace

import numpy as np

from index.errors import LibraryDamaged
from index.related.figures import FIGURES, measure
from index.related.query import Query
from index.related.snapshot import Snapshot
from index.related.vectors import Floats
from index.related.weights import learned

AHEAD = 40
"""Documents of which the next best passages are given, too."""

OTHERS = 6
"""So many of each."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage of another document."""

    key: int
    """Catalog key of the document."""
    passage: int
    """Its number in the document."""
    score: float
    """The weighted sum of its figures; only good for comparing within one ranking."""
    share: float
    """How much of the passage's own BM25 score it reaches."""
    nearness: float
    """Cosine of the neighbourhoods."""
    context: float
    """Cosine of what lies further around."""
    others: tuple[int, ...] = ()
    """Numbers of the next best passages of the document, for the documents that are ahead."""


def rank(snapshot: Snapshot, query: Query, weights: Floats | None = None) -> list[Ranked]:
    """The passages of other documents that share a word with the query, one a document, best first.

    Args:
        snapshot: Where to look.
        query: What is looked for.
        weights: One for each of the figures; the learned ones where none are given.

    Raises:
        LibraryDamaged: the store's files are not as they were written.
    """
    try:
        measured = measure(snapshot, query)
    except IndexError as error:  # a number that leads nowhere: all of them were made with these files
        raise LibraryDamaged("The files of the related passages are damaged.") from error
    finally:
        snapshot.let_go()
    found = measured.found
    score = measured.figures @ (learned()[: len(FIGURES)] if weights is None else weights)
    shown = [measured.figures[:, FIGURES.index(name)] for name in ("share", "nearness", "context")]
    best = found.best(score)
    columns = (found.keys, found.passages, score, *shown)
    ranked = [Ranked(*row) for row in zip(*(column[best].tolist() for column in columns), strict=True)]
    order = np.lexsort((found.passages, -score))
    keys, passages = found.keys[order], found.passages[order]
    return [
        replace(one, others=tuple(passages[keys == one.key][1 : 1 + OTHERS].tolist()))
        if place < AHEAD
        else one
        for place, one in enumerate(ranked)
    ]

"""How well documents answer a query: BM25F, and the orders of results.

Frequencies of title and text are weighted and normalised by the field's length, added up, and only
then saturated, so that a word in the title and in the text counts as one word that is there often
(Robertson, Zaragoza and Taylor, Simple BM25 Extension to Multiple Weighted Fields, CIKM 2004; with
the lengths normalised for each field as in Zaragoza et al., TREC-13, 2004). A clause is one term to
it: a phrase or a prefix has its own document frequency, and its score is multiplied by its boost. Only live
documents are counted.
"""

import math

import numpy as np

from index.columnar.arrays import Array, Ints
from index.fulltext.evaluate import Evaluation
from index.fulltext.postings import Floats, Snapshot
from index.fulltext.windows import Mask
from index.model import Field, Sort

K1 = 1.2
"""How soon more occurrences cease to matter."""

B = 0.75
"""How much a long field dilutes them."""

WEIGHTS: dict[Field, float] = {"title": 2.5, "text": 1.0}
"""What an occurrence is worth."""


def scores(snapshot: Snapshot, evaluation: Evaluation) -> Floats:
    """BM25F of every document over the clauses that contribute in it."""
    total = np.zeros(snapshot.size)
    for clause, mask in evaluation.contributing:
        frequency = np.zeros(snapshot.size)
        for field, found in evaluation.found[clause.clause].items():
            wanted = mask[found.counts.documents]
            at = found.counts.documents[wanted]
            norm = 1 - B + B * snapshot.norms[field][at]
            frequency[at] += WEIGHTS[field] * found.counts.counts[wanted] / norm
        at = np.flatnonzero(mask & evaluation.met[clause.clause])
        saturated = frequency[at] * (K1 + 1) / (frequency[at] + K1)
        weight = clause.boost * rarity(snapshot.documents, evaluation.documents(clause.clause))
        total[at] += weight * saturated
    return total


def rarity(documents: int, having: int) -> float:
    """The weight of a clause that so many of all documents meet; never negative."""
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))


def order(
    snapshot: Snapshot, matches: Mask, sort: Sort, hits: Ints, relevance: Floats, most: int | None
) -> Ints:
    """The numbers of documents in the order asked for; equal ones by date, newest first, then by key.

    Args:
        snapshot: Where the documents are.
        matches: (D,) which are wanted.
        sort: The order.
        hits: (D,) number of hits in each.
        relevance: (D,) score of each.
        most: Give only so many, the first.
    """
    match sort:
        case "relevance":
            return _highest(snapshot.newest, snapshot.rank, matches, relevance, most)
        case "hits":
            return _highest(snapshot.newest, snapshot.rank, matches, hits, most)
        case "newest":
            row = snapshot.newest
        case "oldest":
            row = snapshot.oldest
        case "source":
            row = snapshot.by_source
    return row[matches[row]][:most]


def _highest(row: Ints, rank: Ints, matches: Mask, values: Array, most: int | None) -> Ints:
    """Those of a row of documents that match, by value, equal ones as they are in the row.

    Args:
        row: All documents.
        rank: Where in the row each stands.
        matches: Which are wanted.
        values: The value of each.
        most: Give only so many, the first.
    """
    if most is None:
        found = row[matches[row]]
        return found[np.argsort(-values[found], kind="stable")]
    found = np.flatnonzero(matches)
    least = -values[found]
    if most < len(found):
        kept = least <= np.partition(least, most)[most]
        found, least = found[kept], least[kept]
    return found[np.lexsort((rank[found], least))][:most]

"""Ranks the passages of other documents by how far they speak of what a passage speaks of.

The score of a candidate is the sum of four figures, each of which can be told in a sentence and is
between 0 and 1 (the first may be a little more):

- `share`: how much of the passage's own BM25 score the candidate reaches (Robertson and Zaragoza
  2009): the words of the passage that stand in it, the telling ones counting most;
- `nearness`: the TF-IDF cosine of the two neighbourhoods, that is each passage with the two before
  and the two after it;
- `context`: the same of what lies further around them, in most cases the whole article;
- `echo`: the cosine of the candidate and the neighbourhoods of the ten documents that are ahead by
  the sum of the other three (feedback as in RM3, Abdul-Jaleel et al. 2004): the words in which
  others tell the same.

One passage stands for a document, the best. Where in its document a passage stands does not count.
"""

from dataclasses import dataclass

import numpy as np

from index.errors import LibraryDamaged
from index.related.candidates import Candidates, choose, own_score, saturation
from index.related.query import AROUND, NEAR, Query
from index.related.snapshot import Snapshot
from index.related.vectors import Floats, Vectors, read

DOCUMENTS = 100
"""Documents that are ranked."""

ECHOES = 10
"""Documents whose words are taken up."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage of another document."""

    key: int
    """Catalog key of the document."""
    passage: int
    """Its number in the document."""
    score: float
    """The sum of the four figures; only good for comparing within one ranking."""
    share: float
    """How much of the passage's own BM25 score it reaches."""
    nearness: float
    """Cosine of the neighbourhoods."""
    context: float
    """Cosine of what lies further around."""
    echo: float
    """Cosine with what the best documents say."""


def rank(snapshot: Snapshot, query: Query) -> list[Ranked]:
    """The passages of other documents that share a word with the query, one a document, best first.

    Raises:
        LibraryDamaged: the store's files are not as they were written.
    """
    try:
        return _rank(snapshot, query)
    except IndexError as error:  # a number that leads nowhere: all of them were made with these files
        raise LibraryDamaged("The files of the related passages are damaged.") from error
    finally:
        snapshot.let_go()


def _rank(snapshot: Snapshot, query: Query) -> list[Ranked]:
    found = choose(snapshot, query)
    if not len(found):
        return []
    share = _bm25(snapshot, query, found) / own_score(snapshot, query)
    nearness = read(snapshot, found.stretches(NEAR)).dot(_dense(snapshot, query.near))
    best = found.best(share + nearness)[:DOCUMENTS]
    best = best[np.argsort(found.keys[best])]
    keys, wide = found.keys[best], read(snapshot, found.take(best).stretches(AROUND))
    staying = np.flatnonzero(np.isin(found.keys, keys))
    found, share, nearness = found.take(staying), share[staying], nearness[staying]
    context = wide.dot(_dense(snapshot, query.around))[np.searchsorted(keys, found.keys)]

    score = share + nearness + context
    ahead = found.best(score)[:ECHOES]
    heard = read(snapshot, found.take(ahead).stretches(NEAR))
    echo = read(snapshot, found.stretches(0)).dot(_mixture(snapshot, heard, score[ahead]))
    score = score + echo

    best = found.best(score)
    columns = (found.keys, found.passages, score, share, nearness, context, echo)
    return [Ranked(*row) for row in zip(*(column[best].tolist() for column in columns), strict=True)]


def _bm25(snapshot: Snapshot, query: Query, found: Candidates) -> Floats:
    """(C,) the BM25 score of each candidate for the words of the query."""
    contents = read(snapshot, found.stretches(0))
    worth = saturation(snapshot, contents.counts, found.lengths[contents.rows])
    asked = np.zeros(len(snapshot.idf))
    asked[query.own.terms] = snapshot.idf[query.own.terms]
    scores = np.bincount(contents.rows, asked[contents.terms] * worth, minlength=contents.size)
    return np.asarray(scores, dtype=np.float64)


def _dense(snapshot: Snapshot, vector: Vectors) -> Floats:
    """A vector of one row with a place for every term of the library."""
    dense = np.zeros(len(snapshot.idf))
    dense[vector.terms] = vector.weights
    return dense


def _mixture(snapshot: Snapshot, vectors: Vectors, weights: Floats) -> Floats:
    """The weighted sum of some vectors, scaled to length 1, with a place for every term of the library."""
    terms, places = np.unique(vectors.terms, return_inverse=True)
    sums = np.bincount(places, vectors.weights * weights[vectors.rows], minlength=len(terms))
    dense = np.zeros(len(snapshot.idf))
    dense[terms] = sums / (np.linalg.norm(sums) or 1)
    return dense

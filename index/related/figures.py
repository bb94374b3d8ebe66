"""The figures by which candidates are ranked, each of which can be told in a sentence.

All are between 0 and 1, or a little more, and grow with likeness:

- `share`: how much of the passage's own BM25 score the candidate reaches (Robertson and Zaragoza
  2009): the words of the passage that stand in it, the telling ones counting most;
- `words`: how much of what the passage says, by the same weight and without its names, stands in the
  candidate: all of a story's sentences name who it is about, and few say what was done;
- `nearness`: the TF-IDF cosine of the two neighbourhoods, that is each passage with the two before
  and the two after it;
- `context`: the same of what lies further around them, in most cases the whole article;
- `echo`: the cosine of the candidate and the neighbourhoods of the ten documents that are ahead by
  the sum of share, nearness and context (feedback as in RM3, Abdul-Jaleel et al. 2004): the words in
  which others tell the same;
- `own kin`, `near kin`, `far kin`: the cosine of the passages, of the neighbourhoods and of what lies
  further around, in the few directions in which the documents differ that are ahead by all of these
  (`index.related.landscape`).

Where in its document a passage stands does not count.
"""

from dataclasses import dataclass

import numpy as np

from index.related.candidates import Candidates, choose, own_score, saturation
from index.related.landscape import Landscape, survey
from index.related.query import AROUND, NEAR, Query
from index.related.snapshot import Snapshot
from index.related.vectors import Floats, Vectors, read, together

FIGURES = ("share", "words", "nearness", "context", "echo", "own kin", "near kin", "far kin")
"""Their names, in the order of the columns."""

DOCUMENTS = 100
"""Documents that are ranked."""

ECHOES = 10
"""Documents whose words are taken up."""

SURVEYED = 50
"""Documents whose directions are found."""


@dataclass(frozen=True, slots=True)
class Measured:
    """C candidates of at most `DOCUMENTS` documents, with their figures."""

    found: Candidates
    """The candidates."""
    figures: Floats
    """(C, F) the figures of each, in the order of `FIGURES`."""


def measure(snapshot: Snapshot, query: Query) -> Measured:
    """The passages of other documents that are most like what is looked for, with their figures."""
    found = choose(snapshot, query)
    if not len(found):
        return Measured(found, np.empty((0, len(FIGURES))))
    contents = read(snapshot, found.stretches(0))
    share = _bm25(snapshot, query, found, contents) / own_score(snapshot, query)
    near = read(snapshot, found.stretches(NEAR))
    nearness = near.dot(_dense(snapshot, query.near))

    best = found.best(share + nearness)[:DOCUMENTS]
    best = best[np.argsort(found.keys[best])]
    keys, wide = found.keys[best], read(snapshot, found.take(best).stretches(AROUND))
    staying = np.flatnonzero(np.isin(found.keys, keys))
    found, share, nearness = found.take(staying), share[staying], nearness[staying]
    contents, near = contents.take(staying), near.take(staying)
    document = np.searchsorted(keys, found.keys)
    context = wide.dot(_dense(snapshot, query.around))[document]

    score = share + nearness + context
    ahead = found.best(score)[:ECHOES]
    echo = contents.dot(_mixture(snapshot, near.take(np.sort(ahead)), score[np.sort(ahead)]))

    ahead = np.sort(document[found.best(score + echo)[:SURVEYED]])
    land = survey(len(snapshot.idf), together(wide.take(ahead), query.around))
    columns = (
        share,
        _words(snapshot, query, contents),
        nearness,
        context,
        echo,
        _kin(land, contents, query.own),
        _kin(land, near, query.near),
        _kin(land, wide, query.around)[document],
    )
    return Measured(found, np.stack(columns, axis=1))


def _bm25(snapshot: Snapshot, query: Query, found: Candidates, contents: Vectors) -> Floats:
    """(C,) the BM25 score of each candidate for the words of the query."""
    worth = saturation(snapshot, contents.counts, found.lengths[contents.rows])
    asked = np.zeros(len(snapshot.idf))
    asked[query.own.terms] = snapshot.idf[query.own.terms]
    scores = np.bincount(contents.rows, asked[contents.terms] * worth, minlength=contents.size)
    return np.asarray(scores, dtype=np.float64)


def _words(snapshot: Snapshot, query: Query, contents: Vectors) -> Floats:
    """(C,) how much of the query's words that name nothing stand in each candidate."""
    terms = query.own.terms[~query.names]
    asked = np.zeros(len(snapshot.idf))
    asked[terms] = snapshot.idf[terms]
    held = np.bincount(contents.rows, asked[contents.terms], minlength=contents.size)
    return np.asarray(held / (asked[terms].sum() + snapshot.rare / 2))  # a word alone is not all


def _kin(land: Landscape, vectors: Vectors, one: Vectors) -> Floats:
    """(R,) the cosines of some vectors and one, in a few directions."""
    return np.asarray(land.fold(vectors) @ land.fold(one)[0])


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

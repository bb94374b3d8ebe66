"""The few directions in which the documents around a passage differ most.

It is latent semantic analysis (Deerwester et al. 1990) of no more than the documents that are ahead
(as Hull 1994 has it for routing): the singular vectors of their words. In so few directions two texts
are near each other that tell of one thing in different words, since the words of a story come together
in its reports. What is analysed is made for one passage and forgotten: nothing of it is kept, nothing
has to be brought up to date, and it tells stories of one kind apart in a library that holds no others.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from index.columnar.arrays import Array
from index.related.vectors import Floats, Vectors

DIRECTIONS = 5
"""How many there are, at most."""

_LEAST = 1e-4
"""A direction that takes up less of what the documents say is none."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """K directions in the space of a library's V terms."""

    places: NDArray[np.int32]
    """(V,) row of each term in `directions`."""
    directions: Floats
    """(K, T + 1) what each of the T terms that have a part in them adds; the last one is all others."""

    def fold(self, vectors: Vectors) -> Floats:
        """(R, K) vectors in these directions, each scaled to length 1, or 0 where it has no part in them."""
        places = self.places[vectors.terms]
        folded = np.zeros((vectors.size, len(self.directions)))
        for number, direction in enumerate(self.directions):
            parts = direction.take(places) * vectors.weights
            folded[:, number] = np.bincount(vectors.rows, parts, minlength=vectors.size)
        norms = np.linalg.norm(folded, axis=1, keepdims=True)
        return np.asarray(folded / np.where(norms > 0, norms, 1))


def survey(terms: int, documents: Vectors) -> Landscape:
    """Find the directions.

    Args:
        terms: How many terms the library has.
        documents: What the documents say, and the context of the passage that is asked for.
    """
    used, places = np.unique(documents.terms, return_inverse=True)
    table = np.zeros((documents.size, len(used)), dtype=np.float32)
    table[documents.rows, places] = documents.weights
    with _libraries().limit(limits=1, user_api="blas"):
        sizes, mixtures = np.linalg.eigh((table @ table.T).astype(np.float64))  # the smallest first
        kept = np.flatnonzero(sizes > _LEAST)[-DIRECTIONS:]
        directions = np.zeros((len(kept), len(used) + 1))
        directions[:, :-1] = (table.T @ (mixtures[:, kept] / np.sqrt(sizes[kept]))).T
    return Landscape(_places(terms, used), directions)


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that do sums in threads.

    Fifty documents are too few for that: where something else has the other processor, threads that wait
    for each other take three times as long.
    """
    return ThreadpoolController()


def _places(terms: int, used: Array) -> NDArray[np.int32]:
    places = np.full(terms, len(used), dtype=np.int32)
    places[used] = np.arange(len(used), dtype=np.int32)
    return places

"""What a query asks of documents that the full-text index does not hold: who is named in them, their paths.

Names are joined and files are moved without a document being indexed again, so these are led to the
documents when a query is asked.
"""

import threading
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.bearers import Bearers
from index.catalog import Catalog
from index.columnar.arrays import Ints
from index.fulltext.labels import Labels
from index.fulltext.query import Known, Named
from index.model import EntityType


class Lookups:
    """A library's names and paths, as they were when first asked for."""

    def __init__(self, catalog: Catalog) -> None:
        """Take where they are kept; nothing is read yet."""
        self._catalog = catalog
        self._bearers = Bearers(catalog.names)
        self._guard = threading.Lock()

    def __call__(self, clause: Named | Known) -> frozenset[int]:
        """Keys of the documents that meet a clause."""
        if isinstance(clause, Named):
            return self._bearers(clause)
        with self._guard:
            labels, keys = self._paths
        return frozenset(keys[labels.holding(clause.graph)].tolist())

    def alike(self, type: EntityType, name: str) -> list[tuple[str, float]]:
        """The entities of a type whose names are like one, and what it costs to take each for it."""
        return self._bearers.alike(type, name)

    def called(self, words: Sequence[str]) -> list[tuple[EntityType, str]]:
        """Type and name of the entities one of whose aliases is one of some words, in their order."""
        return self._bearers.called(words)

    @cached_property
    def _paths(self) -> tuple[Labels, Ints]:
        rows = self._catalog.paths()
        keys = np.fromiter((key for key, _ in rows), np.int64, len(rows))
        return Labels([path for _, path in rows]), keys

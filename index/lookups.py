"""What a query asks of documents that the full-text index does not hold: names, paths, and a person's marks.

Names are joined, files are moved and articles are read and tagged without a document being indexed again,
so these are led to the documents when a query is asked.
"""

import threading
from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from index.bearers import Bearers
from index.catalog import Catalog
from index.columnar.arrays import Ints
from index.fulltext.labels import Labels
from index.fulltext.query import Graph, Known, Named
from index.marks import Marks
from index.model import EntityType


class Lookups:
    """A library's names and paths, as they were when first asked for, and the marks as they are."""

    def __init__(self, catalog: Catalog, marks: Marks, bearers: Bearers | None = None) -> None:
        """Take where they are kept; nothing is read yet."""
        self._catalog = catalog
        self._marks = marks
        self._bearers = Bearers(catalog.names) if bearers is None else bearers
        self._guard = threading.Lock()

    def mended(self, ids: Collection[str]) -> "Lookups":
        """The same after something was said of some entities."""
        return Lookups(self._catalog, self._marks, self._bearers.mended(ids))

    def __call__(self, clause: Named | Known) -> frozenset[int]:
        """Keys of the documents that meet a clause; those that do not, of one that is met by all others."""
        if isinstance(clause, Named):
            return self._bearers(clause)
        match clause.kind:
            case "path":
                with self._guard:
                    labels, keys = self._paths
                return frozenset(keys[labels.holding(clause.graph)].tolist())
            case "tag":
                return self._keys_of(self._tagged(clause.graph))
            case "unread":
                return self._keys_of(self._marks.read)
            case "watched":
                with self._guard:
                    return self._watching

    def alike(self, type: EntityType, name: str) -> list[tuple[str, float]]:
        """The entities of a type whose names are like one, and what it costs to take each for it."""
        return self._bearers.alike(type, name)

    def called(self, words: Sequence[str]) -> list[tuple[EntityType, str]]:
        """Type and name of the entities one of whose aliases is one of some words, in their order."""
        return self._bearers.called(words)

    def tags(self) -> list[str]:
        """All tags that a document has."""
        return list(self._marks.tagged())

    def _tagged(self, graph: Graph) -> set[str]:
        """The documents with a tag that holds some words."""
        tagged = self._marks.tagged()
        names = list(tagged)
        numbers = Labels(names).holding(graph).tolist()
        return {document for number in numbers for document in tagged[names[number]]}

    def _keys_of(self, documents: frozenset[str] | set[str]) -> frozenset[int]:
        if not documents:
            return frozenset()
        with self._guard:
            keys = self._keys
        return frozenset(keys[document] for document in documents if document in keys)

    @cached_property
    def _watching(self) -> frozenset[int]:
        names = self._catalog.names
        pairs = ((one.type, one.name) for one in names.watched().names)
        return names.mentioning(id for id, _, _ in names.bearing(pairs))

    @cached_property
    def _keys(self) -> dict[str, int]:
        return self._catalog.ids()

    @cached_property
    def _paths(self) -> tuple[Labels, Ints]:
        rows = self._catalog.paths()
        keys = np.fromiter((key for key, _ in rows), np.int64, len(rows))
        return Labels([path for _, path in rows]), keys

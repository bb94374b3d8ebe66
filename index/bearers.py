"""Who bears a name: from a name in a query to the documents that mention its bearers."""

import threading
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import numpy as np

from index.catalog.names import Names
from index.fulltext import analysis
from index.fulltext.query import Graph, Named
from index.fulltext.texts import Texts
from index.fulltext.vocabulary import Vocabulary
from index.model import EntityType
from index.suggesting.likeness import Names as Listed

REMEMBERED = 32
"""Names whose documents are remembered."""


class Bearers:
    """The names of a library's entities, as they were when first asked for."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._guard = threading.Lock()
        self._rolls: dict[EntityType, _Roll] = {}
        self._mended = frozenset[str]()
        self._mended_rolls: dict[EntityType, _Roll] = {}
        self._found: dict[tuple[EntityType, Graph], frozenset[int]] = {}

    def mended(self, ids: Collection[str]) -> "Bearers":
        """The same after something was said of some entities; what all others are called is known."""
        found = Bearers(self._names)
        with self._guard:
            found._rolls, found._mended = dict(self._rolls), self._mended.union(ids)
        return found

    def __call__(self, named: Named) -> frozenset[int]:
        """Keys of the documents that mention an entity of this type and name.

        An entity bears the name if its own name or an alias is made of these words, or if its own
        name holds them side by side. Words are equal as they are in texts.
        """
        with self._guard:
            asked = named.type, named.graph
            found = self._found.get(asked)
            if found is None:
                found = self._names.mentioning(self._bearers(named))
                if len(self._found) >= REMEMBERED:
                    del self._found[next(iter(self._found))]
                self._found[asked] = found
            return found

    def alike(self, type: EntityType, name: str) -> list[tuple[str, float]]:
        """The entities of a type whose names are like one, and what it costs to take each for it."""
        with self._guard:
            if self._mended:
                self._rolls.clear()
                self._mended = frozenset()
            roll = self._roll(type)
        found = dict[str, float]()
        for alias, cost in roll.listed.alike(name):
            for own in roll.names_of(alias):
                found.setdefault(own, cost)
        return list(found.items())

    def called(self, words: Sequence[str]) -> list[tuple[EntityType, str]]:
        """Type and name of the entities one of whose aliases is one of some words, in their order."""
        return self._names.called(words)

    def _bearers(self, named: Named) -> set[str]:
        found = self._roll(named.type).bearers(named.graph)
        if not self._mended:
            return found
        if named.type not in self._mended_rolls:
            self._mended_rolls[named.type] = _Roll(self._names.borne(named.type, self._mended))
        return (found - self._mended) | self._mended_rolls[named.type].bearers(named.graph)

    def _roll(self, type: EntityType) -> "_Roll":
        if type not in self._rolls:
            self._rolls[type] = _Roll(self._names.borne(type))
        return self._rolls[type]


class _Roll:
    """All names of entities of one type."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Take (entity, its name, alias) of each alias."""
        self._own: dict[str, list[str]] = {}
        self._aliases: dict[str, list[str]] = {}
        for entity, name, alias in rows:
            self._own.setdefault(name, []).append(entity)
            if alias != name:
                self._aliases.setdefault(alias, []).append(entity)
        self._with_word: dict[str, list[str]] = {}
        for name in self._own.keys() | self._aliases.keys():
            for surface in _surfaces(name):
                self._with_word.setdefault(surface, []).append(name)
        self._vocabulary = Vocabulary(self._with_word)

    @cached_property
    def listed(self) -> Listed:
        """All names and aliases, by their words."""
        return Listed(sorted(self._own.keys() | self._aliases.keys()))

    def names_of(self, alias: str) -> list[str]:
        """The names of the entities that bear an alias."""
        if alias in self._own:
            return [alias]
        owners = set(self._aliases[alias])
        return sorted(name for name, entities in self._own.items() if not owners.isdisjoint(entities))

    def bearers(self, graph: Graph) -> set[str]:
        """The entities that bear a name."""
        names = sorted(self._beginning(graph))
        texts = Texts(names)
        found: set[str] = set()
        for number in np.flatnonzero(texts.any(graph)).tolist():
            found.update(self._own.get(names[number], ()))
        for number in np.flatnonzero(texts.all(graph)).tolist():
            found.update(self._aliases.get(names[number], ()))
        return found

    def _beginning(self, graph: Graph) -> set[str]:
        """The names that hold a word with which the one asked for can begin."""
        return {
            name
            for arc in graph.arcs
            if arc.first == 0
            for number in self._vocabulary.find(arc.pattern)
            for name in self._with_word[self._vocabulary.surfaces[number]]
        }


def _surfaces(name: str) -> Iterable[str]:
    """The words of a name; those of the most usual kind of name are found without the analysis."""
    if name.isascii() and name.replace(" ", "").isalnum():
        return name.split()
    return [word.surface for word in analysis.tokens(name)]

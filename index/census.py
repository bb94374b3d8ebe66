"""Who and what is mentioned in a library and how often, as it was when first asked for.

All of it is read once. After names were mended only what is said of the entities concerned is read again, and
put in the place of what there was.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog
from index.catalog.names import Names
from index.columnar.arrays import Array, Ints, distinct, numbers_in, places_of
from index.columnar.directory import Directory
from index.columnar.strings import Strings, decode, encode, pack
from index.copies.groups import Groups
from index.model import ENTITY_TYPES, Entities, Entity, EntityType
from index.roll import BETWEEN, Counted, Roll, in_order_of
from index.standing import Against
from index.tallies import Tallies

AT_ONCE = 5_000
"""Documents whose mentions are read at a time."""


class Census:
    """The entities of a library, counted in any set of its documents."""

    def __init__(
        self, roll: Roll, tallies: Tallies, groups: Groups, total: int, directory: Directory | None = None
    ) -> None:
        """Use `read`."""
        self._roll = roll
        self._tallies = tallies
        self._groups = groups
        self._total = total
        self._known_directory = directory

    @classmethod
    def read(cls, catalog: Catalog, groups: Groups, watched: Collection[str] = ()) -> "Census":
        """Read all names and all mentions: half a second for a million mentions.

        Args:
            catalog: Has them.
            groups: Which documents are copies of one another.
            watched: Ids of the entities that are watched for.
        """
        there = np.array(catalog.keys("oldest"), np.int64)
        roll, documents, owners = _mentioned(catalog, watched)
        keys = distinct(np.concatenate([there, documents]))  # also of those whose file has changed
        tallies = Tallies.of(keys, documents, owners, len(roll), groups)
        return cls(roll, tallies, groups, groups.count(there))

    def mended(
        self, catalog: Catalog, ids: Collection[str], watched: Collection[str] = ()
    ) -> "Census | None":
        """The same after something was said of entities, or of their names: as `read` would find it.

        Args:
            catalog: Has what there is now.
            ids: The entities concerned: those there were, those there are now.
            watched: Ids of the entities that are watched for now.

        Returns:
            None where there are other documents by now: all is to be read.
        """
        coming, documents, owners = _mentioned(catalog, watched, ids)
        if not places_of(documents, self._tallies.keys)[1].all():
            return None
        tallies = Tallies.of(self._tallies.keys, documents, owners, len(coming), self._groups)
        splice = self._roll.splice(ids, coming)
        directory = self._known_directory
        return Census(
            self._roll.spliced(splice, coming),
            self._tallies.spliced(splice, tallies),
            self._groups,
            self._total,
            None if directory is None else directory.spliced(splice, _directory(coming)),
        )

    def beginning(self, type: EntityType, typed: str, most: int) -> list[tuple[str, int]]:
        """Names of a type of which a word begins so, each with its documents; those of most first."""
        roll, counts = self._roll, self._tallies.all.documents
        numbers = self._directory.beginning(typed)
        numbers = numbers[(roll.types[numbers] == ENTITY_TYPES.index(type)) & (counts[numbers] > 0)]
        numbers = numbers[np.argsort(-counts[numbers].astype(np.int64), kind="stable")][:most]
        return list(zip(map(decode, roll.names.take(numbers)), counts[numbers].tolist(), strict=True))

    def called(self, typed: str, most: int) -> tuple[Entity, ...]:
        """The entities of which a word, or one of an alias, begins so.

        First comes who bears this very name, then those in most documents.
        """
        counts = self._tallies.all
        numbers = self._directory.beginning(typed)
        numbers = numbers[counts.documents[numbers] > 0]
        is_other = ~np.isin(numbers, self._roll.named(typed))
        numbers = numbers[np.lexsort((-counts.documents[numbers].astype(np.int64), is_other))][:most]
        return tuple(self._roll.entities(numbers, counts))

    @property
    def _directory(self) -> Directory:
        if self._known_directory is None:
            self._known_directory = _directory(self._roll)
        return self._known_directory

    def entities(self, within: Array | None = None, type: EntityType | None = None) -> Entities:
        """Those mentioned in all documents or in some, of one type or of any.

        Args:
            within: Keys of the documents, each once, in any order.
            type: Leave out those of other types.
        """
        everywhere = self._tallies.all
        if within is None:
            return Counted.of(self._roll, everywhere, type)
        of = self._groups.count(within)
        against = Against(everywhere.sources, of, max(self._total, of))
        return Counted.of(self._roll, self._tallies.within(within), type, against)


def _directory(roll: Roll) -> Directory:
    every = np.arange(len(roll))
    called = zip(roll.names.take(every), roll.aliases.take(every), strict=True)
    return Directory(f"{decode(name)} {decode(aliases)}" for name, aliases in called)


def _mentioned(
    catalog: Catalog, watched: Collection[str], ids: Collection[str] | None = None
) -> tuple[Roll, Array, Array]:
    """All entities or some, with the document of each of their mentions, ascending, and whose it is."""
    names = catalog.names
    listed = sorted(names.entities(ids), key=lambda one: in_order_of(one[1], one[0]))
    numbers = {id: number for number, (id, _, _) in enumerate(listed)}
    owned = _Owned.among(names.owned(ids), numbers)
    documents, named = _mentions(names) if ids is None else _mentions_of(catalog, owned.keys)
    owners = owned.owners_of(named)
    is_known = owners >= 0
    roll = Roll(
        np.array([id.encode() for id, _, _ in listed], np.bytes_),
        Strings(*pack([encode(name) for _, name, _ in listed])),
        np.array([ENTITY_TYPES.index(type) for _, _, type in listed], np.uint8),
        Strings(*pack(_aliases(owned, named, len(listed)))),
        _marked(len(listed), (numbers.get(id) for id, _, _ in names.pinned())),
        _marked(len(listed), map(numbers.get, watched)),
    )
    return roll, documents[is_known], owners[is_known]


def _marked(size: int, numbers: Iterable[int | None]) -> NDArray[np.bool_]:
    """(size,) set at some numbers."""
    marked = np.zeros(size, np.bool_)
    marked[[number for number in numbers if number is not None]] = True
    return marked


class _Owned(NamedTuple):
    """The names that have an entity."""

    keys: Ints
    """Their keys, ascending."""
    owners: NDArray[np.int32]
    """Number of the entity of each."""
    surfaces: Sequence[str]
    """How each stands in the texts."""

    @classmethod
    def among(cls, rows: Sequence[tuple[int, str, str]], numbers: dict[str, int]) -> "_Owned":
        """Those whose entity is one of some; another process may be about to change them."""
        known = sorted((key, numbers[id], surface) for key, id, surface in rows if id in numbers)
        return cls(
            np.array([key for key, _, _ in known], np.int64),
            np.array([number for _, number, _ in known], np.int32),
            [surface for _, _, surface in known],
        )

    def owners_of(self, named: Array) -> Array:
        """The entities that names of some keys belong to; -1 where none."""
        by_key = np.full(max(self.keys.max(initial=0), named.max(initial=0)) + 1, -1, np.int32)
        by_key[self.keys] = self.owners
        return by_key[named]


def _mentions(names: Names) -> tuple[Array, Array]:
    """Document and key of the name of each mention, in the order of the documents."""
    documents, named = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    rows = list[tuple[int, int, str]]()

    def take() -> None:
        keys = np.array([key for key, _, _ in rows], np.int32)
        documents.append(np.repeat(keys, [count for _, count, _ in rows]))
        named.append(np.fromstring(",".join(each for _, _, each in rows), np.int32, sep=","))
        rows.clear()

    for row in names.all_mentions():
        rows.append(row)
        if len(rows) == AT_ONCE:
            take()
    if rows:
        take()
    return np.concatenate(documents), np.concatenate(named)


def _mentions_of(catalog: Catalog, names: Ints) -> tuple[Array, Array]:
    """The same of those mentions that are under some names."""
    rows = [(name, numbers_in(listed)) for name, listed in catalog.mentioned.documents_of(names.tolist())]
    documents = np.concatenate([np.empty(0, np.int64), *(each for _, each in rows)])
    named = np.repeat(np.array([name for name, _ in rows], np.int64), [len(each) for _, each in rows])
    order = np.argsort(documents, kind="stable")
    return documents[order], named[order]


def _aliases(owned: _Owned, named: Array, size: int) -> list[bytes]:
    """The aliases of each entity as a roll has them, the most frequent first."""
    counts = np.bincount(named, minlength=int(owned.keys.max(initial=-1)) + 1)[owned.keys].tolist()
    used: list[Counter[str]] = [Counter() for _ in range(size)]
    for owner, surface, count in zip(owned.owners.tolist(), owned.surfaces, counts, strict=True):
        if count:
            used[owner][surface] += count
    return [
        encode(BETWEEN.join(sorted(each, key=lambda surface: (-each[surface], surface)))) for each in used
    ]

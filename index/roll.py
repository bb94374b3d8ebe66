"""All entities of a library in a few arrays: values are made of those only that are looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import repeat
from typing import overload

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Ints, order_of
from index.columnar.splices import Splice
from index.columnar.strings import Strings, decode
from index.model import ENTITY_TYPES, Entities, Entity, EntityType
from index.standing import Against
from index.tallies import Counts

BETWEEN = "\0"
"""Parts the aliases of an entity; it is in no text."""
AT_ONCE = 1_000
"""Values that are made at a time where all are asked for."""


def in_order_of(name: str, id: str) -> tuple[str, str, str]:
    """By this the entities of a roll are ordered."""
    return name.casefold(), name, id


class Roll:
    """Who and what is mentioned, each with a number, in the order of their names."""

    def __init__(
        self,
        ids: NDArray[np.bytes_],
        names: Strings,
        types: NDArray[np.uint8],
        aliases: Strings,
        pinned: NDArray[np.bool_] | None = None,
        watched: NDArray[np.bool_] | None = None,
        by_id: NDArray[np.int32] | None = None,
    ) -> None:
        """Take what is known of each.

        Args:
            ids: (E,) the ids.
            names: (E,) the names.
            types: (E,) places in `ENTITY_TYPES`.
            aliases: (E,) the aliases of each, with `BETWEEN` between them.
            pinned: (E,) whether each is to stand on top; none is where this is left out.
            watched: (E,) whether each is watched for, likewise.
            by_id: (E,) their numbers in the order of their ids, where that is known.
        """
        self.types = types
        """(E,) places in `ENTITY_TYPES`."""
        self.names = names
        """(E,) the names."""
        self.aliases = aliases
        """(E,) the aliases of each, with `BETWEEN` between them."""
        self._ids = ids
        self._pinned = np.zeros(len(ids), np.bool_) if pinned is None else pinned
        self._watched = np.zeros(len(ids), np.bool_) if watched is None else watched
        self._by_id = np.argsort(ids).astype(np.int32) if by_id is None else by_id

    def __len__(self) -> int:
        return len(self._ids)

    def number(self, id: str) -> int | None:
        """The number of the entity with an id."""
        wanted = id.encode()
        at = int(np.searchsorted(self._ids, wanted, sorter=self._by_id)) if len(self) else 0
        if at == len(self) or self._ids[self._by_id[at]] != wanted:
            return None
        return int(self._by_id[at])

    def named(self, name: str) -> range:
        """The numbers of those that bear a name, whatever its capitals."""

        def folded(number: int) -> str:
            return decode(self.names[number]).casefold()

        wanted, every = " ".join(name.split()).casefold(), range(len(self))
        return range(bisect_left(every, wanted, key=folded), bisect_right(every, wanted, key=folded))

    def splice(self, gone: Iterable[str], coming: "Roll") -> Splice:
        """What becomes of the numbers when the entities with some ids go, and those of another roll come."""
        numbers = [number for id in gone if (number := self.number(id)) is not None]
        every = range(len(self))
        places = [bisect_left(every, coming._order(at), key=self._order) for at in range(len(coming))]
        return Splice(len(self), numbers, places)

    def spliced(self, splice: Splice, coming: "Roll") -> "Roll":
        """The same without those that go, and with those that come, which are all of another roll."""
        by_id = splice.stayed[self._by_id]
        places = np.searchsorted(self._ids, coming._ids[coming._by_id], sorter=self._by_id).tolist()
        in_order = Splice(len(self), np.flatnonzero(by_id < 0).tolist(), places)
        return Roll(
            splice.of(self._ids, coming._ids),
            self.names.spliced(splice, coming.names),
            splice.of(self.types, coming.types),
            self.aliases.spliced(splice, coming.aliases),
            splice.of(self._pinned, coming._pinned),
            splice.of(self._watched, coming._watched),
            in_order.of(by_id, splice.came[coming._by_id]).astype(np.int32),
        )

    def _order(self, number: int) -> tuple[str, str, str]:
        return in_order_of(decode(self.names[number]), self._ids[number].decode())

    def entities(self, numbers: Ints, counts: Counts, against: Against | None = None) -> Iterator[Entity]:
        """Some of them, as they were counted, and against all."""
        return map(
            Entity,
            map(bytes.decode, self._ids[numbers].tolist()),
            map(decode, self.names.take(numbers)),
            [ENTITY_TYPES[type] for type in self.types[numbers].tolist()],
            [tuple(decode(aliases).split(BETWEEN)) for aliases in self.aliases.take(numbers)],
            counts.mentions[numbers].tolist(),
            counts.documents[numbers].tolist(),
            self._pinned[numbers].tolist(),
            counts.sources[numbers].tolist(),
            repeat(None) if against is None else against.standings(numbers, counts),
            self._watched[numbers].tolist(),
        )


class Counted(Entities):
    """Those of a roll that are mentioned in some documents, in an order."""

    def __init__(self, roll: Roll, counts: Counts, numbers: Ints, against: Against | None = None) -> None:
        """Take the numbers of those meant, in the order in which they come, and what to hold them against."""
        self._against = against
        self._roll = roll
        self._counts = counts
        self._numbers = numbers

    @classmethod
    def of(
        cls, roll: Roll, counts: Counts, type: EntityType | None = None, against: Against | None = None
    ) -> "Counted":
        """Those that were counted, of one type or of any; those in most documents come first."""
        is_meant = counts.documents > 0
        if type is not None:
            is_meant &= roll.types == ENTITY_TYPES.index(type)
        numbers = np.flatnonzero(is_meant)
        numbers = numbers[_descending(counts.mentions[numbers])]
        return cls(roll, counts, numbers[_descending(counts.documents[numbers])], against)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Entity: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Entity, ...]: ...
    def __getitem__(self, place: int | slice) -> Entity | tuple[Entity, ...]:
        if isinstance(place, slice):
            return tuple(self._roll.entities(self._numbers[place], self._counts, self._against))
        return next(self._roll.entities(self._numbers[[place]], self._counts, self._against))

    def __iter__(self) -> Iterator[Entity]:
        for first in range(0, len(self), AT_ONCE):
            yield from self[first : first + AT_ONCE]

    def find(self, id: str) -> int | None:
        """Where an entity stands. Overrides `Entities.find`."""
        number = self._roll.number(id)
        if number is None:
            return None
        at = self._places[number]
        return int(at) if at >= 0 else None

    @cached_property
    def _places(self) -> NDArray[np.int32]:
        places = np.full(len(self._roll), -1, np.int32)
        places[self._numbers] = np.arange(len(self._numbers), dtype=np.int32)
        return places

    def by_type(self, types: Sequence[EntityType] = ENTITY_TYPES, *, stable: bool = False) -> "Counted":
        """The same by type, those of one type the most mentioned first. Overrides `Entities.by_type`."""
        numbers = self._numbers
        if not stable:
            numbers = np.sort(numbers)
            numbers = numbers[_descending(self._counts.mentions[numbers])]
        rank = np.array([types.index(type) for type in ENTITY_TYPES], np.uint16)
        order = np.argsort(rank[self._roll.types[numbers]], kind="stable")
        return self._with(numbers[order])

    def standing_out(self) -> "Counted":
        """Those that stand out, those most that do first. Overrides `Entities.standing_out`."""
        nobody: Ints = np.empty(0, np.int64)
        numbers = np.sort(self._numbers)
        return self._with(
            nobody if self._against is None else self._against.outstanding(numbers, self._counts)
        )

    def without(self, ids: Iterable[str]) -> "Counted":
        """The same but for some. Overrides `Entities.without`."""
        numbers = [number for id in ids if (number := self._roll.number(id)) is not None]
        return self._with(self._numbers[~np.isin(self._numbers, numbers)])

    def _with(self, numbers: Ints) -> "Counted":
        return Counted(self._roll, self._counts, numbers, self._against)

    def number_of(self, type: EntityType) -> int:
        """How many are of a type. Overrides `Entities.number_of`."""
        return self._of_types[ENTITY_TYPES.index(type)]

    @cached_property
    def _of_types(self) -> Sequence[int]:
        found: list[int] = np.bincount(self._roll.types[self._numbers], minlength=len(ENTITY_TYPES)).tolist()
        return found


def _descending(numbers: Ints) -> Ints:
    """The stable order of numbers, the greatest first."""
    return order_of((numbers.max(initial=0) - numbers).astype(np.uint32))

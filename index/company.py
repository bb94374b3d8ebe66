"""With whom an entity is mentioned: who else stands in its passages, and how much that speaks against chance.

A title counts as a passage of its own, and of copies of one article only the first is looked at. All
passages of the library are counted once; of an entity then only the documents that mention it are looked
at. No other is left out.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from index.catalog import Catalog
from index.catalog.mentioned import Rows
from index.columnar.arrays import Array, Ints, distinct, numbers_in, places_of
from index.copies.groups import Groups
from index.errors import Cancelled
from index.likelihood import log_likelihood
from index.model import Companion, EntityType

AT_ONCE = 2_000
"""Documents whose mentions are read at a time."""

Told = Callable[[float], None]
"""Is told which share of the work is done."""

_TITLE = -1
_REACH = 1 << 32
"""More than there are code points in a document, and more than there are entities."""


class Met(NamedTuple):
    """Who is mentioned in which passage, each entity of a passage once, in the order of the passages."""

    passages: Ints
    """(M,) number of the passage, those of all documents at hand counted through."""
    documents: Ints
    """(M,) key of its document."""
    entities: Ints
    """(M,) number of the entity."""
    total: int
    """How many passages the documents at hand have."""


class _Everywhere(NamedTuple):
    """What was counted in the whole library."""

    documents: Ints
    """Keys of all documents, ascending."""
    passages: Ints
    """In how many passages each entity is mentioned."""
    total: int
    """How many passages there are."""


@dataclass
class _Begun:
    """A count of the whole library that has not come to its end."""

    keys: list[int]
    """Keys of all documents, ascending."""
    sources: list[int]
    """Keys of those that are looked at: of copies the first."""
    passages: Ints
    """In how many passages each entity is mentioned, so far."""
    total: int = 0
    """How many passages there are, so far."""
    done: int = 0
    """How many documents were looked at."""


class Company:
    """The entities of a library as they meet in passages, as it was when first asked."""

    def __init__(self, catalog: Catalog) -> None:
        """Read who there is, and what is a copy; passages are counted when they are asked for."""
        self._catalog = catalog
        self._groups = Groups(catalog.copies.groups())
        self._named: dict[str, tuple[str, EntityType]] = {
            id: (name, type) for id, name, type in catalog.names.entities()
        }
        self._ids = list(self._named)
        self._number = {id: number for number, id in enumerate(self._ids)}
        owned = [(key, self._number[id]) for key, id, _ in catalog.names.owned() if id in self._number]
        self._owners = np.full(max((key for key, _ in owned), default=0) + 2, -1, np.int64)
        if owned:
            keys, owners = np.array(owned, np.int64).T
            self._owners[keys] = owners
        self._counting = threading.Lock()
        self._counted: _Everywhere | None = None
        self._begun: _Begun | None = None
        self._before: tuple[Company, frozenset[str]] | None = None

    def take_over(self, before: "Company", mended: frozenset[str]) -> None:
        """Go by what was counted before something was said of some entities; only these are counted anew."""
        self._before = before, mended

    def companions(self, entity: str, told: Told, cancelled: Callable[[], bool]) -> tuple[Companion, ...]:
        """Who is mentioned in the passages that mention an entity, by log-likelihood.

        Args:
            entity: Its id.
            told: Is told how far it has come.
            cancelled: Polled.

        Raises:
            Cancelled: `cancelled` said so.
        """
        number = self._number.get(entity)
        if number is None:
            return ()
        everywhere = self._everywhere(told, cancelled)
        size = len(self._ids)
        passages, documents, own = np.zeros(size, np.int64), np.zeros(size, np.int64), 0
        for met in self._all_met(self._documents_of(entity, everywhere.documents), cancelled):
            with_it = met.passages[met.entities == number]
            own += len(with_it)
            _, is_shared = places_of(met.passages, with_it)
            others = met.entities[is_shared]
            passages += np.bincount(others, minlength=size)
            pairs = distinct(met.documents[is_shared] * _REACH + others)
            documents += np.bincount(pairs % _REACH, minlength=size)
        passages[number] = 0
        found = np.flatnonzero(passages)
        # There may be more by now than were counted
        others = np.maximum(everywhere.passages[found], passages[found])
        total = max(everywhere.total, int((own + others - passages[found]).max(initial=0)))
        scores = log_likelihood(passages[found], own, others, total)
        order = np.lexsort((found, -passages[found], -scores))
        return tuple(
            Companion(self._ids[who], *self._named[self._ids[who]], together, articles, score)
            for who, together, articles, score in zip(
                found[order].tolist(),
                passages[found[order]].tolist(),
                documents[found[order]].tolist(),
                scores[order].tolist(),
                strict=True,
            )
        )

    def _everywhere(self, told: Told, cancelled: Callable[[], bool]) -> _Everywhere:
        """Count the passages of the whole library, the first time; what was called off is gone on with."""
        with self._counting:
            if self._counted is None and self._before is not None:
                self._counted = self._mended(*self._before, cancelled)
                self._before = None
            if self._counted is None:
                if self._begun is None:
                    keys = sorted(self._catalog.versions())
                    sources: list[int] = np.array(keys, np.int64)[
                        self._groups.is_first(np.array(keys, np.int64))
                    ].tolist()
                    self._begun = _Begun(keys, sources, np.zeros(len(self._ids), np.int64))
                begun = self._begun
                for met in self._all_met(begun.sources[begun.done :], cancelled):
                    told(begun.done / len(begun.sources))
                    begun.passages += np.bincount(met.entities, minlength=len(begun.passages))
                    begun.total += met.total
                    begun.done += AT_ONCE
                self._counted = _Everywhere(np.array(begun.keys, np.int64), begun.passages, begun.total)
                self._begun = None
            return self._counted

    def _mended(
        self, before: "Company", mended: frozenset[str], cancelled: Callable[[], bool]
    ) -> _Everywhere | None:
        """What was counted before, as it is now; None where nothing was."""
        counted = before._counted
        if counted is None:
            return None
        passages = np.zeros(len(self._ids), np.int64)
        stayed = [(number, before._number.get(id)) for id, number in self._number.items() if id not in mended]
        known = np.array([pair for pair in stayed if pair[1] is not None], np.int64).reshape(-1, 2)
        passages[known[:, 0]] = counted.passages[known[:, 1]]
        for id in mended & self._number.keys():
            number = self._number[id]
            for met in self._all_met(self._documents_of(id, counted.documents), cancelled):
                passages[number] += np.count_nonzero(met.entities == number)
        return _Everywhere(counted.documents, passages, counted.total)

    def _documents_of(self, entity: str, among: Ints) -> list[int]:
        """Keys of the documents that mention an entity, ascending, of copies the first; of some documents."""
        mentioned = self._catalog.mentioned
        named = mentioned.documents_of(key for key, _ in mentioned.names_of(entity))
        found = [numbers_in(documents) for _, documents in named]
        keys = distinct(np.concatenate([np.empty(0, np.int64), *found]))
        keys = keys[places_of(keys, among)[1]]
        there: list[int] = keys[self._groups.is_first(keys)].tolist()
        return there

    def _all_met(self, keys: Sequence[int], cancelled: Callable[[], bool]) -> Iterator[Met]:
        mentioned = self._catalog.mentioned
        for first in range(0, len(keys), AT_ONCE):
            if cancelled():
                raise Cancelled("Counting was called off.")
            some = keys[first : first + AT_ONCE]
            passages = mentioned.passages(some)
            total = len(some) + sum(row.size for row in passages)
            yield self._met(mentioned.mentions(some), passages, total)

    def _met(self, mentions: Sequence[Rows], passages: Sequence[Rows], total: int) -> Met:
        documents, places = passages_of(mentions, passages)
        owners = self._owners_of(numbers_in(",".join(row.names for row in mentions)))
        is_known = owners >= 0
        pairs = distinct(places[is_known] * _REACH + owners[is_known])
        found, who = np.divmod(pairs, _REACH)
        of_passage = np.zeros(int(places.max(initial=-1)) + 1, np.int64)
        of_passage[places] = documents
        return Met(found, of_passage[found], who, total)

    def _owners_of(self, names: Ints) -> Array:
        """The entities of names; -1 for a name that has come since."""
        is_known = names < len(self._owners)
        return np.where(is_known, self._owners[np.where(is_known, names, -1)], -1)


def passages_of(mentions: Sequence[Rows], passages: Sequence[Rows]) -> tuple[Ints, Ints]:
    """In which passages mentions are.

    Args:
        mentions: The mentions of some documents, by key of the document.
        passages: All passages of these documents.

    Returns:
        For each mention the key of its document and the number of its passage, all passages counted
        through, with a title before those of its document.
    """
    begins = _placed(passages)
    titles = np.array(sorted({row.document for row in (*mentions, *passages)}), np.int64) * _REACH
    edges = np.sort(np.concatenate([titles, begins]), kind="stable")
    wanted = _placed(mentions)
    return wanted // _REACH, np.searchsorted(edges, wanted, side="right") - 1


def _placed(rows: Sequence[Rows]) -> Ints:
    """Where mentions or passages begin, as numbers in the order of documents; titles before all text."""
    documents = np.repeat(np.array([row.document for row in rows], np.int64), [row.size for row in rows])
    starts = numbers_in(",".join(row.starts for row in rows))
    return documents * _REACH + (starts - _TITLE)

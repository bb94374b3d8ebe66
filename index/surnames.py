"""Surnames that several people of a library bear: whom each document means by them alone.

Only documents that use one of these surnames alone are read, and some of each bearer's.
"""

from collections import defaultdict
from functools import cache
from math import log
from typing import TYPE_CHECKING

import numpy as np

from index.catalog import Catalog
from index.columnar.arrays import distinct, numbers_in
from index.model import EntityType

if TYPE_CHECKING:
    from index.entities.canonical import Canon, NameKey

CONSULTED = 12
"""So many documents of a bearer are gone by at most, from all over the library."""
AT_ONCE = 2_000
"""Documents whose mentions are read at a time."""
CONSIDERED = 10_000
"""Only who and what is named among so many letters of a document counts as its company."""


def meant_by_surnames(catalog: Catalog, canon: "Canon") -> list[tuple[int, str, str, EntityType, bool]]:
    """(document, id of the entity, name, type, sureness) where a surname alone is plainly one person's."""
    from index.entities.bearers import Bearers

    families: defaultdict[frozenset[str], set[NameKey]] = defaultdict(set)
    for name_key, rivals in canon.rivals.items():
        families[rivals].add(name_key)
    if not families:
        return []
    people = frozenset().union(*families)
    owners: dict[int, str] = {}
    full: defaultdict[str, list[int]] = defaultdict(list)
    alone: defaultdict[NameKey, list[int]] = defaultdict(list)
    for row, name, type, sure in catalog.names.rows():
        name_key = (name, type, sure)
        if name_key in canon.rivals:
            alone[name_key].append(row)
        elif (owner := canon.of.get(name_key)) is not None:
            owners[row] = owner
            if owner in people:
                full[owner].append(row)
    most = max(canon.spread.values())

    @cache
    def weight(entity: str) -> float:
        return log(1.0 + most / canon.spread[entity]) ** 2

    asked: list[tuple[dict[str, list[int]], dict[NameKey, set[int]]]] = []
    for rivals, shorts in sorted(families.items(), key=lambda family: sorted(family[0])):
        documents = {rival: catalog.names.documents_of(full[rival]) for rival in sorted(rivals)}
        # Where one of them is named in full it has been decided in the document, and not for lack of others
        elsewhere = set().union(*documents.values())
        lone = {name_key: catalog.names.documents_of(alone[name_key]) - elsewhere for name_key in shorts}
        asked.append(({rival: _some(keys) for rival, keys in documents.items()}, lone))
    company = _companies(catalog, owners, asked)
    found = []
    for consulted, lone in asked:
        bearers = Bearers({one: [company[key] for key in keys] for one, keys in consulted.items()}, weight)
        for name_key, keys in lone.items():
            meant = ((document, bearers.meant(company[document], canon.spread)) for document in keys)
            found += [(document, bearer, *name_key) for document, bearer in meant if bearer is not None]
    return found


def _companies(
    catalog: Catalog,
    owners: dict[int, str],
    asked: "list[tuple[dict[str, list[int]], dict[NameKey, set[int]]]]",
) -> dict[int, list[str]]:
    """Whom and what the documents name that are asked for, each read once for all surnames."""
    wanted = sorted({key for each in asked for some in each for keys in some.values() for key in keys})
    ids = sorted(set(owners.values()))
    numbers = {id: number for number, id in enumerate(ids)}
    by_row = np.full(max(owners, default=0) + 2, -1, np.int64)  # the last one is nobody's
    by_row[list(owners)] = [numbers[id] for id in owners.values()]
    found: dict[int, list[str]] = {key: [] for key in wanted}
    for first in range(0, len(wanted), AT_ONCE):
        rows = catalog.names.names_within(wanted[first : first + AT_ONCE], CONSIDERED)
        named = np.minimum(numbers_in(",".join(names for _, _, names in rows)), len(by_row) - 1)
        places = np.repeat(np.arange(len(rows)), [size for _, size, _ in rows])
        is_known = by_row[named] >= 0
        pairs = distinct(places[is_known] * len(ids) + by_row[named][is_known])
        edges = np.searchsorted(pairs, np.arange(len(rows) + 1) * len(ids)).tolist()
        there = [ids[number] for number in (pairs % len(ids)).tolist()]
        for place, (document, _, _) in enumerate(rows):
            found[document] = there[edges[place] : edges[place + 1]]
    return found


def _some(documents: set[int]) -> list[int]:
    """Some of some documents, from all over them."""
    return sorted(documents)[:: -(-len(documents) // CONSULTED) or 1]

"""Surnames that several people of a library bear: whom each document means by them alone.

Only documents that use one of these surnames alone are read, and some of each bearer's.
"""

from collections import defaultdict
from functools import cache
from math import log
from typing import TYPE_CHECKING

from index.catalog import Catalog
from index.model import EntityType

if TYPE_CHECKING:
    from index.entities.canonical import Canon, NameKey

CONSULTED = 12
"""So many documents of a bearer are gone by at most, from all over the library."""
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

    found = []
    for rivals, shorts in sorted(families.items(), key=lambda family: sorted(family[0])):
        documents = {rival: catalog.names.documents_of(full[rival]) for rival in sorted(rivals)}
        # Where one of them is named in full it has been decided in the document, and not for lack of others
        elsewhere = set().union(*documents.values())
        lone = {name_key: catalog.names.documents_of(alone[name_key]) - elsewhere for name_key in shorts}
        consulted = {rival: _some(keys) for rival, keys in documents.items()}
        company: defaultdict[int, set[str]] = defaultdict(set)
        for document, row in catalog.names.named_in(
            set().union(*consulted.values(), *lone.values()), CONSIDERED
        ):
            if (owner := owners.get(row)) is not None:
                company[document].add(owner)
        bearers = Bearers({one: [company[key] for key in keys] for one, keys in consulted.items()}, weight)
        for name_key, keys in lone.items():
            meant = ((document, bearers.meant(company[document], canon.spread)) for document in keys)
            found += [(document, bearer, *name_key) for document, bearer in meant if bearer is not None]
    return found


def _some(documents: set[int]) -> list[int]:
    """Some of some documents, from all over them."""
    return sorted(documents)[:: -(-len(documents) // CONSULTED) or 1]

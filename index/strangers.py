"""Surnames alone that are somebody else's than the one person of that surname whom the library names in full.

Articles about other things than those about her will mean another: they share nobody and nothing with them.
Only surnames of people who are seldom named in full are looked at, since everybody knows the others.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import log, sqrt
from typing import TYPE_CHECKING

from index.catalog import Catalog
from index.model import EntityType
from index.surnames import CONSIDERED

if TYPE_CHECKING:
    from index.entities import Canon, Entity
    from index.entities.canonical import NameKey

SELDOM = 4
"""Documents that name somebody in full, up to which it is asked whether a surname alone is theirs."""
LEAST = 0.02
"""How alike the company in two documents must be, as a cosine, times the root of that many documents."""
COMPANY = 5
"""Less company than this says nothing."""
TOGETHER = 2000
"""Surnames in documents whose company is held in memory at a time."""

Stranger = tuple[int, "Entity", str, EntityType, bool]
"""(document, whom it means, name, type, sureness)."""


def strangers(catalog: Catalog, canon: "Canon") -> list[Stranger]:
    """Where a surname alone is not that of the person it is joined to, but of somebody of that name."""
    bearers = {canon.of[name_key] for name_key in canon.surnames}
    if not bearers:
        return []
    owners: dict[int, str] = {}
    alone: dict[int, NameKey] = {}
    full: dict[int, str] = {}
    for row, name, type, sure in catalog.names.rows():
        name_key = (name, type, sure)
        owner = canon.of.get(name_key)
        if owner is None:
            continue
        owners[row] = owner
        if name_key in canon.surnames:
            alone[row] = name_key
        elif owner in bearers:
            full[row] = owner
    named: defaultdict[str, set[int]] = defaultdict(set)
    for row, document in catalog.names.documents_by_name(full):
        named[full[row]].add(document)
    asked = {row: name_key for row, name_key in alone.items() if 0 < len(named[owners[row]]) <= SELDOM}
    lone = [
        (owners[row], document, asked[row])
        for row, document in catalog.names.documents_by_name(asked)
        if document not in named[owners[row]]
    ]
    lone.sort()
    found: set[tuple[int, NameKey]] = set()
    for begin in range(0, len(lone), TOGETHER):
        some = lone[begin : begin + TOGETHER]
        wanted = {document for _, document, _ in some}.union(*(named[owner] for owner, _, _ in some))
        companies = _companies(catalog, wanted, owners, canon)
        for owner, document, name_key in some:
            if _is_strange(companies[document], [companies[other] for other in named[owner]], owner):
                found.add((document, name_key))
    return [(document, canon.alone(*name_key), *name_key) for document, name_key in sorted(found)]


def _is_strange(company: "_Company", others: "list[_Company]", person: str) -> bool:
    """Whether a document has nothing to do with those that name a person in full."""
    likeness = [company.likeness(other, person) for other in others]
    return None not in likeness and max(filter(None, likeness), default=0.0) * sqrt(len(others)) < LEAST


class _Company:
    """Who and what a document names."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights

    def likeness(self, other: "_Company", person: str) -> float | None:
        """The cosine of two companies but for a person; None where one is too small to tell."""
        mine, theirs = self._without(person), other._without(person)
        if min(len(mine), len(theirs)) < COMPANY:
            return None
        shared = sum(weight for one, weight in mine.items() if one in theirs)
        return shared / sqrt(sum(mine.values()) * sum(theirs.values()))

    def _without(self, person: str) -> dict[str, float]:
        return {one: weight for one, weight in self._weights.items() if one != person}


def _companies(
    catalog: Catalog, documents: Iterable[int], owners: dict[int, str], canon: "Canon"
) -> dict[int, _Company]:
    """Who and what some documents name, each with how telling that is."""
    most = max(canon.spread.values())
    weights: dict[str, float] = {}
    found: dict[int, dict[str, float]] = {document: {} for document in documents}
    for document, row in catalog.names.named_in(found, CONSIDERED):
        owner = owners.get(row)
        if owner is not None:
            weight = weights.get(owner)
            if weight is None:
                weight = weights[owner] = log(1.0 + most / canon.spread[owner]) ** 2
            found[document][owner] = weight
    return {document: _Company(weights) for document, weights in found.items()}

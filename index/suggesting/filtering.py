"""What might be asked in place of a filter: other outlets, other names, other days."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Protocol

from index.columnar.arrays import Ints
from index.fulltext.days import AFTER_ALL, FIRST_DAY, NO_DAY
from index.fulltext.postings import Snapshot
from index.fulltext.query import Dated, Known, Labelled, Named, Query, Words
from index.fulltext.tagging import ENTITY_FIELDS
from index.fulltext.undated import UNDATED
from index.fulltext.windows import Mask
from index.model import EntityType
from index.suggesting.alternatives import FORM, Alternative, parted
from index.suggesting.likeness import DEAREST_NAME, MOST, Names
from index.suggesting.trial import Trial

DATE, LET_IN, OTHER_TYPE, MENTIONED = 0.5, 0.3, 0.3, 0.6
"""What it costs to take a filter for another."""

DEAREST_PHRASE = 0.6
"""What it may cost to take a phrase for a name."""

_TAKEN = 3
"""Words near a word that are looked for among the names."""


class Bearing(Protocol):
    """Knows the names of entities, and which documents mention whom."""

    def __call__(self, clause: Named | Known) -> frozenset[int]:
        """Keys of the documents that meet a clause."""

    def alike(self, type: EntityType, name: str) -> Sequence[tuple[str, float]]:
        """The entities of a type whose names are like one, and what it costs to take each for it."""

    def called(self, words: Sequence[str]) -> Sequence[tuple[EntityType, str]]:
        """Type and name of the entities one of whose aliases is one of some words, in their order."""

    def tags(self) -> Sequence[str]:
        """All tags that a document has."""


def of_labelled(trial: Trial, query: Query, clause: Labelled) -> Iterator[Alternative]:
    """The outlets or bylines that are like what was asked for."""
    field, text = parted(query, clause)
    if clause.whole:
        yield Alternative(field + text.removeprefix("="), "form", FORM)
    if clause.label != "url":
        for name, cost in Names(trial.label_names(clause.label)).alike(text):
            yield Alternative(f"{field}{quoted(name)}", "outlet", cost)


def of_tagged(names: Bearing, query: Query, clause: Known) -> Iterator[Alternative]:
    """The tags that are like what was asked for."""
    field, text = parted(query, clause)
    if clause.kind == "tag":
        for name, cost in Names(names.tags()).alike(text):
            yield Alternative(f"{field}{quoted(name)}", "name", cost)


def of_named(names: Bearing, query: Query, clause: Named) -> Iterator[Alternative]:
    """Those of a like name, and those of this name that are of another type."""
    field, text = parted(query, clause)
    for name, cost in names.alike(clause.type, text):
        yield Alternative(f"{field}{quoted(name)}", "name", cost)
    for type, name in names.called([" ".join(arc.pattern.text for arc in clause.graph.arcs)])[:MOST]:
        if type != clause.type:
            yield Alternative(f"{field_of(type)}:{quoted(name)}", "name", OTHER_TYPE)


def of_mentioned(names: Bearing, trial: Trial, clause: Words) -> Iterator[Alternative]:
    """Those who are mentioned, under whatever name, in place of a word or a phrase."""
    keys = [arc.pattern.text for arc in clause.graph.arcs if arc.pattern.kind == "word"]
    asked = [" ".join(keys), *keys]
    for key in keys:
        asked += [
            word.key
            for word in trial.neighbours(key)[:_TAKEN]
            if word.text[:1].isupper() and word.cost <= DEAREST_NAME
        ]
    mentioned = names.called(asked)
    costs = dict(Names(name for _, name in mentioned).alike(" ".join(keys)))
    for type, name in mentioned[:MOST]:
        if len(keys) == 1 or costs.get(name, DEAREST_NAME) <= DEAREST_PHRASE:
            yield Alternative(f"{field_of(type)}:{quoted(name)}", "name", MENTIONED + costs.get(name, 0))


def of_dated(query: Query, clause: Dated, days: Ints) -> Iterator[Alternative]:
    """The filter that lets in what is nearest, and the one that lets in what has no date.

    Args:
        query: The query.
        clause: The filter.
        days: Days of the documents that all the rest of the query finds.
    """
    if clause.first == NO_DAY:
        return
    yield Alternative(f"({query.clause_text(clause.clause)} OR {UNDATED})", "undated", LET_IN)
    earlier, later = days[days < clause.first], days[days >= clause.last]
    is_span = clause.first != FIRST_DAY and clause.last != AFTER_ALL
    if len(earlier):
        day = int(earlier.max())
        yield Alternative(f"on:{iso(day)}" if is_span else f"after:{iso(day)}", "date", DATE)
    if len(later):
        day = int(later.min())
        yield Alternative(f"on:{iso(day)}" if is_span else f"before:{iso(day, 1)}", "date", DATE)


def days_among(snapshot: Snapshot, mask: Mask) -> Ints:
    """The days of publication of the documents of a mask, of those that have one."""
    days: Ints = snapshot.published[mask]
    dated: Ints = days[days != NO_DAY]
    return dated


def iso(day: int, later: int = 0) -> str:
    """A day, or one so many days later, as ISO date."""
    date = datetime.date(day // 10000, day // 100 % 100, day % 100)
    if datetime.date.max - date < datetime.timedelta(days=later):
        return date.isoformat()
    return (date + datetime.timedelta(days=later)).isoformat()


def quoted(name: str) -> str:
    """A name as it stands behind a field."""
    name = " ".join("".join(" " if letter in '"*?~^' else letter for letter in name).split())
    return name if name.isalnum() else f'"{name}"'


def field_of(type: EntityType) -> str:
    """What stands before the name of an entity of a type."""
    return next(field for field, kind in ENTITY_FIELDS.items() if kind == type)

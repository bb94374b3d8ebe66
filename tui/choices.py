"""Choices among facets: what there is to choose from, and the filter that each stands for.

It is quick, and asks no library; the query language is loaded when it is first needed.
"""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from index.model import Entity, EntityType, Facets
from tui.render.entities import HEADINGS as NAMED
from tui.render.facets import HEADINGS, FacetRow, Kind

MOST_NAMES: Final = 8
"""Persons that are offered, places, and so on: those named in most articles."""
_LOOKED_AT: Final = 400


def days_choice(first: int, last: int) -> str:
    """The filter for the days from one to another, given as ordinals."""
    from index.fulltext import choices  # loads the query language, which the first screen can do without

    return choices.days(date.fromordinal(first), date.fromordinal(last))


class _Told(NamedTuple):
    """The first part of a `FacetRow`."""

    name: str
    documents: int
    others: int
    choice: str


def foreign_name(code: str | None) -> str:
    """What English calls a language; nothing for English, and where it is not known."""
    from index.language.codes import NAMES

    return "" if code is None or code.startswith("en") else NAMES.get(code.partition("-")[0], code)


def facet_rows(facets: Facets) -> tuple[FacetRow, ...]:
    """What a list shows of facets, with how each stands in the query."""
    from index.fulltext import choices  # as above
    from index.language.codes import NAMES

    def unknown(documents: int, name: str, choice: str, others: int = 0) -> list[_Told]:
        return [_Told(name, documents, others, choice)] if documents or others else []

    outlets = [
        _Told(one.value, one.documents, one.others, choices.outlet(one.value)) for one in facets.outlets
    ]
    languages = [
        _Told(
            NAMES.get(one.value, one.value),
            one.documents,
            one.others,
            choices.language(one.value),
        )
        for one in facets.languages
    ]
    outlets += unknown(facets.without_outlet, "no outlet known", "")
    languages += unknown(facets.without_language, "not known", choices.language(None))
    undated = unknown(facets.undated, "undated", choices.undated(), facets.undated_left_out)
    return (
        *_rows(facets.query, "outlet", HEADINGS["outlet"], outlets),
        *_rows(facets.query, "language", HEADINGS["language"], languages),
        *_rows(facets.query, "undated", HEADINGS["undated"], undated),
    )


def name_rows(query: str, entities: Iterable[Entity]) -> tuple[FacetRow, ...]:
    """What a list shows of those named in most articles, and of whom else the query asks for.

    Args:
        query: What was searched for.
        entities: Those named in what was found, those in most articles first.
    """
    from index.fulltext import choices, choosing  # as above

    told: dict[EntityType, list[_Told]] = {type: [] for type in NAMED}
    for one in islice(entities, _LOOKED_AT):
        choice = choices.named(one.type, one.name)
        if choice and len(told[one.type]) < MOST_NAMES:
            told[one.type].append(_Told(one.name, one.documents, 0, choice))
    for type, name, choice in choosing.names_in(query):
        if all(one.choice != choice for one in told[type]):
            told[type].append(_Told(name, 0, 0, choice))
    return tuple(row for type, heading in NAMED.items() for row in _rows(query, type, heading, told[type]))


def _rows(query: str, kind: Kind, heading: str, told: list[_Told]) -> list[FacetRow]:
    from index.fulltext import choosing  # as above

    joins = choosing.joins(query, [one.choice for one in told])
    return [
        FacetRow(kind, *one, joined, "" if place else heading)
        for place, (one, joined) in enumerate(zip(told, joins, strict=True))
    ]

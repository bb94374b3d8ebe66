"""The JSON of names: `cuttings entities` and `cuttings entity`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import NamedTuple

from index.model import Companion, Entity, EntityPage, KwicLine, LocatedMention
from tui.cli.json_shapes.documents import Shape, mention_shape, spans_shape
from tui.cli.json_shapes.finding import line_shape


def entities_shape(found: Sequence[Entity]) -> Shape:
    """Give who and what is named."""
    return {"entities": [_entity_shape(entity) for entity in found]}


def _entity_shape(entity: Entity) -> Shape:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "mentions": entity.mentions,
        "documents": entity.documents,
        "sources": entity.sources,
        "standing": entity.standing and asdict(entity.standing),
        "pinned": entity.is_pinned,
        "watched": entity.is_watched,
    }


def located_shape(one: LocatedMention) -> Shape:
    """Give a mention with the place it is at."""
    return {
        "document": one.document.id,
        "path": one.document.path,
        "field": one.mention.field,
        "passage": one.passage and one.passage.number,
        "line": one.passage and one.passage.line,
        "page": one.passage and one.passage.page,
        **mention_shape(one.mention),
        "name": one.name,
    }


class Places(NamedTuple):
    """Some places of an entity."""

    total: int = 0
    """How many there are."""
    lines: Sequence[KwicLine] = ()
    """Those that are given."""


def entity_page_shape(
    page: EntityPage | None,
    companions: Sequence[Companion] | None,
    other: Entity | None,
    places: Places,
    said: tuple[Places, Places] | None = None,
) -> Shape:
    """Give what there is to know of an entity.

    Args:
        page: The entity; None where nobody and nothing has the name.
        companions: Who is mentioned with it; None where that was not asked.
        other: The entity that is in the same passages; None where all mentions are given.
        places: All its mentions, or the passages that mention both.
        said: What it is quoted with, and its mentions in what others are quoted with; None where that was
            not asked.
    """
    days = Counter[int]()
    if page is not None:
        for day, size in zip(page.mentions.days, page.mentions.counts, strict=True):
            days[day] += size
    undated = days.pop(0, 0)
    return {
        "entity": None if page is None else _entity_shape(page.entity),
        "aliases": [
            {"text": one.text, "mentions": one.mentions, "documents": one.documents}
            for one in (page.aliases if page is not None else ())
        ],
        "days": [{"date": date.fromordinal(day).isoformat(), "mentions": days[day]} for day in sorted(days)],
        "undated": undated,
        "companions": None if companions is None else [_companion_shape(one) for one in companions],
        "with": None if other is None else _entity_shape(other),
        **_places_shape(places),
        "said_by": None if said is None else _places_shape(said[0]),
        "said_about": None if said is None else _places_shape(said[1]),
    }


def _places_shape(places: Places) -> Shape:
    lines = [{**line_shape(line), "marks": spans_shape(line.marks)} for line in places.lines]
    return {"total": places.total, "lines": lines}


def _companion_shape(one: Companion) -> Shape:
    return {
        "id": one.id,
        "name": one.name,
        "type": one.type,
        "passages": one.passages,
        "documents": one.documents,
        "score": one.score,
    }

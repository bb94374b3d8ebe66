"""The rows of the entity sidebar: names under the heading of their kind, with their counts."""

from collections.abc import Iterable
from typing import Final

from index.model import Entity, EntityType
from tui.render.rows import BAR, ELLIPSIS, MARGIN, RIGHT, clip, cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

HEADINGS: Final[dict[EntityType, str]] = {
    "person": "People",
    "place": "Places",
    "organisation": "Organisations",
    "group": "Groups",
    "event": "Events",
    "work": "Works",
}
"""What the groups are called, in their order."""

_ORDER: Final = {type: number for number, type in enumerate(HEADINGS)}
_INDENT: Final = 2
_ROOMY: Final = 24
_CURSOR: Final = "›"


def in_groups(entities: Iterable[Entity]) -> tuple[tuple[Entity, str], ...]:
    """Put entities in order: by kind, the most mentioned first, then by name.

    Returns:
        Each with the heading that stands over it; an empty one but for the first of a kind.
    """
    ordered = sorted(entities, key=lambda one: (_ORDER[one.type], -one.mentions, one.name.casefold()))
    before: EntityType | None = None
    rows: list[tuple[Entity, str]] = []
    for one in ordered:
        rows.append((one, "" if one.type == before else HEADINGS[one.type]))
        before = one.type
    return tuple(rows)


def entity_lines(
    entity: Entity, heading: str, width: int, *, chosen: bool = False, pointed: bool = False
) -> list[Line]:
    """Make the lines of an entity: its name with its count, and above it the heading if it has one.

    Args:
        entity: Who or what it is.
        heading: What stands over it; may be empty.
        width: Cells from the left edge to the right.
        chosen: Whether its mentions are marked.
        pointed: Whether the cursor is on it.
    """
    lines = []
    if heading:
        said = cut(heading, max(1, width - MARGIN))
        heading_run = Run(MARGIN, MARGIN + len(said), int(Mark.STRONG | Mark.ENTITY))
        lines.append(Line(" " * MARGIN + said, [heading_run], MARGIN))
    margin = MARGIN + (_INDENT if width >= _ROOMY else 0)
    room = width - margin - RIGHT
    count = f"{entity.mentions:,}"
    if len(count) + 4 > room:
        count = ""
    name = _cut_name(shown(entity.name), max(1, room - len(count) - bool(count)))
    sign = BAR if chosen else _CURSOR if pointed else " "
    text = sign + " " * (margin - 1) + name
    name_end = len(text)
    if count:
        text += " " * (width - RIGHT - cells(text) - len(count)) + count
    runs = [
        Run(0, 1, int(Mark.ENTITY) if chosen else 0),
        Run(margin, name_end, int(Mark.MENTION) if chosen else 0),
        Run(len(text) - len(count), len(text), int(Mark.ENTITY if chosen else Mark.QUIET)),
    ]
    lines.append(Line(text, runs, margin, int(Mark.CHOSEN) if pointed else 0))
    return lines


def _cut_name(name: str, room: int) -> str:
    lines = clip(name, room, 1)
    if not lines:
        return ""
    return name[lines[0].start : lines[0].end] + (ELLIPSIS if lines[0].after else "")

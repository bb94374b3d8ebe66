"""The rows beside an entity's mentions: its names, and with whom it is mentioned, each with a count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from index.model import Companion, EntityPage, EntityType, Gathering, Quoted
from tui.render.entities import HEADINGS
from tui.render.rows import BAR, MARGIN, RIGHT, cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.strips import Line
from tui.render.wrap import cells

CompanionOrder = Literal["strength", "passages", "kind"]
"""The orders of companions: how much speaks against chance, how often they are met, people before places."""

COMPANION_ORDERS: Final[tuple[CompanionOrder, ...]] = ("strength", "passages", "kind")

_NOT_QUOTED: Final = Quoted()
_INDENT: Final = 2
_CURSOR: Final = "›"
_ROOM_FOR_KIND: Final = 34
_KINDS: Final = {type: number for number, type in enumerate(HEADINGS)}


@dataclass(frozen=True, slots=True)
class Aspect:
    """Some places of an entity that can be looked at."""

    wanted: Gathering
    """Which."""
    name: str
    """What the row says."""
    count: int
    """How many places there are."""
    kind: EntityType | None = None
    """Of a companion, what it is."""
    heading: str = ""
    """What stands over the row; empty but for the first of a group."""
    indent: int = _INDENT
    """Cells by which it stands in."""


def aspects(
    page: EntityPage, companions: Sequence[Companion], order: CompanionOrder, quoted: Quoted = _NOT_QUOTED
) -> tuple[Aspect, ...]:
    """The rows of an entity: all its mentions, its names, its company.

    Args:
        page: The entity.
        companions: With whom it is mentioned, the strongest first.
        order: How they are to be ordered.
        quoted: How often it is quoted.
    """
    id = page.entity.id
    rows = [Aspect(Gathering(id), "All mentions", page.mentions.total, indent=0)]
    if len(page.aliases) > 1:
        rows += [
            Aspect(Gathering(id, alias=one.text), one.text, one.mentions, heading="" if number else "Named")
            for number, one in enumerate(page.aliases)
        ]
    said = _said(id, quoted)
    if said:
        said[0] = replace(said[0], heading="Quoted")
    rows += said
    heading = ""
    for one in _ordered(companions, order):
        over = f"With {HEADINGS[one.type].lower()}" if order == "kind" else "With, in the same passage"
        rows.append(
            Aspect(
                Gathering(id, other=one.id),
                one.name,
                one.passages,
                one.type,
                "" if over == heading else over,
            )
        )
        heading = over
    return tuple(rows)


def _said(id: str, quoted: Quoted) -> list[Aspect]:
    rows = (
        Aspect(Gathering(id, said="by"), "Own words", quoted.by),
        Aspect(Gathering(id, said="about"), "Mentions in others' words", quoted.about),
    )
    return [row for row in rows if row.count]


def _ordered(companions: Sequence[Companion], order: CompanionOrder) -> Sequence[Companion]:
    if order == "strength":
        return companions
    if order == "passages":
        return sorted(companions, key=lambda one: -one.passages)
    return sorted(companions, key=lambda one: _KINDS[one.type])


def aspect_lines(row: Aspect, width: int, *, chosen: bool, pointed: bool) -> list[Line]:
    """Make the lines of a row: its name, what it is, how many, and above it the heading if it has one.

    Args:
        row: What it is about.
        width: Cells from the left edge to the right.
        chosen: Whether its places are shown.
        pointed: Whether the cursor is on it.
    """
    lines = []
    if row.heading:
        said = cut(row.heading, max(1, width - MARGIN))
        heading_run = Run(MARGIN, MARGIN + len(said), int(Mark.STRONG | Mark.ENTITY))
        lines.append(Line(" " * MARGIN + said, [heading_run], MARGIN))
    margin = MARGIN + row.indent
    count = f"{row.count:,}"
    if row.kind is not None and width >= _ROOM_FOR_KIND:
        count = f"{row.kind} {count:>5}"
    room = width - margin - RIGHT
    name = cut(shown(row.name), max(1, room - cells(count) - 1))
    sign = BAR if chosen else _CURSOR if pointed else " "
    text = sign + " " * (margin - 1) + name
    end = len(text)
    text += " " * (width - RIGHT - cells(text) - len(count)) + count
    runs = [
        Run(0, 1, int(Mark.ENTITY) if chosen else 0),
        Run(margin, end, int(Mark.MENTION) if chosen else 0),
        Run(len(text) - len(count), len(text), int(Mark.QUIET)),
    ]
    lines.append(Line(text, runs, margin, int(Mark.CHOSEN) if pointed else 0))
    return lines

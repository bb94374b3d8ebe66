"""The rows of the entity sidebar: names under the heading of their kind, with their counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, overload

from index.model import Entities, Entity, EntityType
from tui.render.cuts import ELLIPSIS
from tui.render.rows import BAR, MARGIN, RIGHT, clip, cut
from tui.render.shown import shown
from tui.render.spans import Mark, Run
from tui.render.standing import standing_phrase
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
_MARKED: Final = "+"
_ON_TOP: Final = "On top"
_WATCHED: Final = "Watched"
_IS_WATCHED: Final = "*"


class Groups(Sequence[tuple[Entity, str]]):
    """Entities by kind, each with the heading over it, which is empty but for the first of a kind."""

    def __init__(
        self,
        entities: Sequence[Entity],
        headings: Mapping[int, str],
        find: Callable[[str], int | None],
        *,
        among: int | None = None,
    ) -> None:
        """Take entities in their order.

        Args:
            entities: Those of one kind after those of another.
            headings: What stands over the first of each kind, by its place.
            find: Gives the place of the entity with an id, None where it is not among them.
            among: Of how many they are those that stand out; None where all are here.
        """
        self.among = among
        """Of how many they are those that stand out, each with its numbers; None where all are here."""
        self.entities = entities
        """The entities alone."""
        self.headings = headings
        """What stands over the first of each kind, by its place."""
        self.find = find
        """Gives the place of the entity with an id, None where it is not among them."""

    def __len__(self) -> int:
        return len(self.entities)

    @overload
    def __getitem__(self, place: int) -> tuple[Entity, str]: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[tuple[Entity, str], ...]: ...
    def __getitem__(self, place: int | slice) -> tuple[Entity, str] | tuple[tuple[Entity, str], ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        return self.entities[place], self.headings.get(place, "")


class _Stacked(Sequence[Entity]):
    """A few entities, and others below them."""

    def __init__(self, top: Sequence[Entity], below: Sequence[Entity]) -> None:
        self._top = top
        self._below = below

    def __len__(self) -> int:
        return len(self._top) + len(self._below)

    @overload
    def __getitem__(self, place: int) -> Entity: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Entity, ...]: ...
    def __getitem__(self, place: int | slice) -> Entity | tuple[Entity, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        above = len(self._top)
        return self._top[place] if 0 <= place < above else self._below[place - (above if place >= 0 else 0)]


def with_pinned(
    entities: Iterable[Entity], pinned: Sequence[Entity], watched: Sequence[Entity] = ()
) -> Groups:
    """Put entities in order, below those that are pinned or watched for.

    Those that are pinned are there even where they are not named, the others where they are.

    Args:
        entities: Those that are named.
        pinned: Those on top; counts are taken from the former.
        watched: Those that are watched for.
    """
    if not pinned and not watched:
        return in_groups(entities)
    named = in_groups(entities)
    ids = [one.id for one in pinned]
    top = [one if (at := named.find(one.id)) is None else named.entities[at] for one in pinned]
    occurring = sorted(at for one in watched if one.id not in ids and (at := named.find(one.id)) is not None)
    if not top and not occurring:
        return named
    headings = {**({len(top): _WATCHED} if occurring else {}), **({0: _ON_TOP} if top else {})}
    top += [named.entities[at] for at in occurring]
    ids = [one.id for one in top]
    if isinstance(entities, Entities):
        below = in_groups(entities.without(ids))
    else:
        below = in_groups(one for one in named.entities if one.id not in ids)
    above = len(top)
    headings |= {place + above: said for place, said in below.headings.items()}
    places = {id: place for place, id in enumerate(ids)}

    def find(id: str) -> int | None:
        if id in places:
            return places[id]
        place = below.find(id)
        return None if place is None else place + above

    return Groups(_Stacked(top, below.entities), headings, find)


def in_groups(entities: Iterable[Entity]) -> Groups:
    """Put entities in order: by kind, the most mentioned first, then by name.

    Those of a whole library are ordered by the library, and stay as they are until they are looked at.
    """
    if isinstance(entities, Entities):
        ordered = entities.by_type(tuple(HEADINGS))
        return Groups(ordered, _headings(ordered.number_of), ordered.find)
    listed = sorted(entities, key=lambda one: (_ORDER[one.type], -one.mentions, one.name.casefold()))
    places = {one.id: place for place, one in enumerate(listed)}
    numbers = Counter(one.type for one in listed)
    return Groups(listed, _headings(lambda type: numbers[type]), places.get)


def outstanding(entities: Entities) -> Groups:
    """Those of some entities that stand out, by kind, those most that do first."""
    ordered = entities.standing_out().by_type(tuple(HEADINGS), stable=True)
    return Groups(ordered, _headings(ordered.number_of), ordered.find, among=len(entities))


def _headings(number_of: Callable[[EntityType], int]) -> dict[int, str]:
    """Where each heading stands that has entities under it."""
    found: dict[int, str] = {}
    place = 0
    for type, heading in HEADINGS.items():
        if number := number_of(type):
            found[place] = heading
            place += number
    return found


def entity_lines(
    entity: Entity,
    heading: str,
    width: int,
    *,
    chosen: bool = False,
    pointed: bool = False,
    governing: int = 0,
    marked: bool = False,
    explained: bool = False,
) -> list[Line]:
    """Make the lines of an entity: its name with its count, and above it the heading if it has one.

    Args:
        entity: Who or what it is.
        heading: What stands over it; may be empty.
        width: Cells from the left edge to the right.
        chosen: Whether its mentions are marked.
        pointed: Whether the cursor is on it.
        governing: How many of its mentions stand for a government, as "Tehran denied it" does.
        marked: Whether it is marked, to be mended with others.
        explained: Whether a line below says how it stands out.
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
    beside = _MARKED if marked else _IS_WATCHED if entity.is_watched else " "
    text = sign + beside + " " * (margin - 2) + name
    name_end = len(text)
    note = f" · government {governing:,}" if governing else ""
    if cells(text) + len(note) + len(count) >= width - RIGHT:
        note = ""
    text += note
    if count:
        text += " " * (width - RIGHT - cells(text) - len(count)) + count
    runs = [
        Run(0, 1, int(Mark.ENTITY) if chosen else 0),
        Run(1, 2, int(Mark.STRONG | Mark.ENTITY) if marked else int(Mark.QUIET) * entity.is_watched),
        Run(margin, name_end, int(Mark.MENTION) if chosen else int(Mark.STRONG) if entity.is_pinned else 0),
        Run(name_end, name_end + len(note), int(Mark.QUIET)),
        Run(len(text) - len(count), len(text), int(Mark.ENTITY if chosen else Mark.QUIET)),
    ]
    lines.append(Line(text, runs, margin, int(Mark.CHOSEN) if pointed else 0))
    if explained:
        room = max(1, room)
        said = "" if entity.standing is None else standing_phrase(entity.standing, room)
        text = " " * margin + cut(said, room)
        lines.append(Line(text, [Run(margin, len(text), int(Mark.QUIET))], margin))
    return lines


def _cut_name(name: str, room: int) -> str:
    lines = clip(name, room, 1)
    if not lines:
        return ""
    return name[lines[0].start : lines[0].end] + (ELLIPSIS if lines[0].after else "")

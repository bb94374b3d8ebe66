"""How the hits of a query's clauses are told apart: by a colour and, where colours do not show, by a mark.

A clause is known by its place among those that have hits, from 0. Its mark is a digit, which stands
beside lines and before its name, and a way of writing, which its hits have. Colours repeat after
`COLOURS` clauses, ways of writing sooner, both together after `LOOKS`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

from rich.style import Style

from index.model import Hit, HitClause, Snippet
from tui.render.spans import Layer, Mark

COLOURS: Final = 5
"""Colours there are."""
LOOKS: Final = 20
"""Clauses whose hits look different, each from all others."""

MORE: Final = "+"
"""Stands for digits for which there is no room."""
_WAYS: Final = ((False, False), (True, False), (False, True), (True, True))
_SIGNS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
_OTHER, _HIT, _CURRENT = 16, 16 + LOOKS, 16 + 2 * LOOKS
_ALL: Final = (1 << LOOKS) - 1

Kind = TypeVar("Kind", bound=Hit)


class Look(NamedTuple):
    """How a hit is written, its colours by the names they have in the theme."""

    colour: str
    """Of the ground; of the letters, where there is none."""
    has_ground: bool
    """Whether the hit stands on a ground, written in the theme's `hit-ink`."""
    bold: bool
    """Whether it is bold, as the current hit is."""
    underline: bool
    """Whether it is underlined."""
    italic: bool
    """Whether it is slanted."""

    def style(self, colours: Mapping[str, str]) -> Style:
        """The same as a style of segments; on its ground it stands by reversing, which needs no colours.

        Args:
            colours: The variables of the theme.
        """
        bold, underline, italic = (one or None for one in (self.bold, self.underline, self.italic))
        ways = Style(bold=bold, underline=underline, italic=italic)
        if not self.has_ground:
            return ways + Style(color=colours[self.colour])
        return ways + Style(color=colours[self.colour], bgcolor=colours["hit-ink"], reverse=True)

    @property
    def words(self) -> str:
        """The same as a style that Textual reads."""
        ways = [name for name in ("bold", "underline", "italic") if getattr(self, name)]
        colours = f"${self.colour} on $hit-ink reverse" if self.has_ground else f"${self.colour}"
        return " ".join([*ways, colours])


def hit_mark(clause: int) -> int:
    """What lies on a hit of a clause, as bits of `Mark` and further ones."""
    return int(Mark.HIT) | 1 << _HIT + clause % LOOKS


def other_mark(clause: int) -> int:
    """What lies on a hit of a clause while another clause is walked."""
    return int(Mark.OTHER) | 1 << _OTHER + clause % LOOKS


def current_mark(clause: int) -> int:
    """What lies on the current hit, which is one of a clause."""
    return int(Mark.CURRENT) | 1 << _CURRENT + clause % LOOKS


def count_mark(clause: int) -> int:
    """What lies on a number of hits of a clause, or on its digit."""
    return int(Mark.COUNT) | 1 << _OTHER + clause % LOOKS


def walked_mark(clause: int, walked: int | None) -> int:
    """What lies on a hit of a clause while `walked` is the one walked, or all are."""
    return hit_mark(clause) if walked in (None, clause) else other_mark(clause)


def look(marks: int) -> Look | None:
    """How what bears these marks is written; None where none of them is that of a hit.

    Of hits that overlap the current one is seen, then those that are walked; of equal ones that of
    the first clause.
    """
    if marks & Mark.CURRENT:
        return _look("hit-current", marks >> _CURRENT, ground=True, bold=True)
    if marks & Mark.HIT:
        return _look("hit", marks >> _HIT, ground=True)
    if marks & Mark.OTHER:
        return _look("hit-count", marks >> _OTHER, ground=False)
    if marks & Mark.COUNT:
        return _look("hit-count", marks >> _OTHER, ground=False)._replace(underline=False, italic=False)
    return None


def _look(colour: str, clauses: int, *, ground: bool, bold: bool = False) -> Look:
    clauses = clauses & _ALL or 1
    first = (clauses & -clauses).bit_length() - 1
    number = first % COLOURS + 1
    return Look(f"{colour}-{number}" if number > 1 else colour, ground, bold, *_WAYS[first % len(_WAYS)])


def sign(clause: int) -> str:
    """The digit of a clause; behind 9 a letter, and behind those a plus for all that are left."""
    return _SIGNS[clause] if clause < len(_SIGNS) else MORE


def signs(clauses: Sequence[int], room: int) -> str:
    """The digits of some clauses in so many cells; a plus at the end says that there are more."""
    said = "".join(map(sign, clauses))
    return said if len(said) <= room else said[: max(0, room - 1)] + MORE * (room > 0)


def places(clauses: Sequence[HitClause]) -> Mapping[int, int]:
    """The place of each clause by the number that its hits bear."""
    return {number: place for place, clause in enumerate(clauses) for number in clause.numbers}


def by_clause(hits: Iterable[Kind], clauses: Sequence[HitClause]) -> list[list[Kind]]:
    """The hits of each clause. A number that no clause has is taken for the place of one."""
    place_of = places(clauses)
    found: list[list[Kind]] = [[] for _ in clauses]
    for hit in hits:
        place = place_of.get(hit.clause, hit.clause)
        while place >= len(found):
            found.append([])
        found[place].append(hit)
    return found


class Standing(NamedTuple):
    """Where the hits of one clause stand: in three lists, those in the title first, then by place."""

    places: list[int]
    """Their places among the hits of all clauses."""
    starts: list[int]
    """First code points."""
    ends: list[int]
    """One past the last of each."""
    titled: int
    """How many of them stand in the title."""


def standing(hits: Sequence[Hit], clauses: Sequence[HitClause]) -> list[Standing]:
    """Where the hits of each clause stand; quick, as a large article has a hundred thousand of them.

    Args:
        hits: The hits of an article, those in the title first.
        clauses: The clauses. A number that none of them has is taken for the place of one.
    """
    place_of = places(clauses)
    found: list[tuple[list[int], list[int], list[int]]] = [([], [], []) for _ in clauses]
    titled: Counter[int] = Counter()
    for at, hit in enumerate(hits):
        clause = place_of.get(hit.clause, hit.clause)
        while clause >= len(found):
            found.append(([], [], []))
        numbers, starts, ends = found[clause]
        numbers.append(at)
        starts.append(hit.start)
        ends.append(hit.end)
        if hit.field == "title":
            titled[clause] += 1
    return [Standing(*columns, titled[clause]) for clause, columns in enumerate(found)]


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the hits of each clause stand in one string."""

    spans: tuple[tuple[tuple[int, int], ...], ...] = ()
    """For each clause its hits, first code point and one past the last."""

    @classmethod
    def in_title(cls, hits: Iterable[Hit], clauses: Sequence[HitClause]) -> "Marked":
        """The hits in the title."""
        found = by_clause((hit for hit in hits if hit.field == "title"), clauses)
        return cls(tuple(tuple((hit.start, hit.end) for hit in those) for those in found))

    @classmethod
    def in_snippet(
        cls, snippet: Snippet | None, hits: Iterable[Hit], clauses: Sequence[HitClause]
    ) -> "Marked":
        """The hits in a snippet, as offsets into it."""
        if snippet is None:
            return cls()
        begin, end = snippet.start, snippet.end
        near = (hit for hit in hits if hit.field == "text" and begin <= hit.start < end)
        found = by_clause(near, clauses)
        shown = set(snippet.spans)  # what is cut in the middle is not shown as a hit
        spans = [[(hit.start - begin, min(hit.end, end) - begin) for hit in those] for those in found]
        return cls(tuple(tuple(span for span in those if span in shown) for those in spans))

    def layers(self, walked: int | None) -> list[Layer]:
        """What lies on the string while a clause is walked, or all are."""
        return [
            Layer.of(walked_mark(clause, walked), spans) for clause, spans in enumerate(self.spans) if spans
        ]

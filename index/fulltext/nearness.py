"""Words near each other: the minimal windows that hold all of them.

In any order, each word asked for needs a place of its own: no two may begin at the same position, so
`"so so"~3` is two occurrences, and `"nuclear nuclea*"~3` is not met by a single one. A window that ends
at a given place begins, at best, where for every set of the words asked for there are as many beginnings
of its words as the set has members (Hall, On Representatives of Subsets, 1935). Only sets of words that
can stand at one position need to be looked at together.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np

from index.columnar.arrays import Ints, places_of
from index.fulltext.query import Arc, Graph
from index.fulltext.windows import Windows, joined, minimal, phrase, union

MOST_WORDS = 8
"""Words asked for at once, compounds counted once."""

MOST_BETWEEN = 50
"""Other words that may stand among them. Less than the gap between paragraphs, which no window spans."""

_NEVER = np.iinfo(np.int64).min // 2
"""A beginning before every place."""

_FOREVER = np.iinfo(np.int64).max
"""An end behind every place."""


def _go_on() -> None:
    """For those who wait for the answer whatever it takes."""


def standing(graph: Graph, places: Callable[[Arc], Windows], poll: Callable[[], None] = _go_on) -> Windows:
    """The minimal windows in which the words of a clause stand as it wants them.

    Args:
        graph: The clause.
        places: Gives the places of the words of an arc.
        poll: Called now and then; what it raises ends the work.
    """
    if graph.slack is None:
        return phrase(graph, places)
    room = graph.length + graph.slack
    wanted = Counter(graph.items)
    found = {item: joined(item, places) for item in wanted}
    if graph.ordered:
        return near_in_order([found[item] for item in graph.items], room)
    return near([(found[item], count) for item, count in wanted.items()], room, poll)


def near(kinds: Sequence[tuple[Windows, int]], room: int, poll: Callable[[], None] = _go_on) -> Windows:
    """The windows of at most so many positions that hold all of some words, and no other such window.

    Args:
        kinds: Where the words of each kind stand, by start and then by end, and how many are wanted.
        room: Positions that a window may cover.
        poll: Called now and then; what it raises ends the work.
    """
    ends = np.sort(np.concatenate([windows.ends for windows, _ in kinds]), kind="stable")
    starts = np.full(len(ends), _FOREVER)
    for windows, wanted in _sets(kinds):
        poll()
        np.minimum(starts, _begin(windows, wanted, ends), out=starts)
    fits = ends - starts <= room
    starts, ends = starts[fits], ends[fits]
    # Both ascend: a window that begins where the one before does holds it.
    new = np.ones(len(starts), dtype=bool)
    new[1:] = starts[1:] > starts[:-1]
    return Windows(starts[new], ends[new])


def near_in_order(items: Sequence[Windows], room: int) -> Windows:
    """The windows of at most so many positions in which some words come one after the other.

    Args:
        items: Where each of the words stands, by start and then by end.
        room: Positions that a window may cover.
    """
    starts, ends = items[0].starts, items[0].ends
    for item in items[1:]:
        # Of all that follow, the one that ends first leaves most room.
        first_end = np.append(np.minimum.accumulate(item.ends[::-1])[::-1], _FOREVER)
        ends = first_end[np.searchsorted(item.starts, ends)]
    fits = ends - starts <= room
    return minimal(union([Windows(starts[fits], ends[fits])]))


def _sets(kinds: Sequence[tuple[Windows, int]]) -> Iterator[tuple[Windows, int]]:
    """The sets of kinds that matter: the windows of all of a set, and how many are wanted in all."""
    for group in _overlapping([windows for windows, _ in kinds]):
        for size in range(1, len(group) + 1):
            for chosen in combinations(group, size):
                windows = [kinds[number][0] for number in chosen]
                yield _shortest(windows), sum(kinds[number][1] for number in chosen)


def _overlapping(kinds: Sequence[Windows]) -> list[list[int]]:
    """The kinds in groups; no two of different groups have words at one place."""
    groups: list[list[int]] = []
    for number, windows in enumerate(kinds):
        apart, together = [], [number]
        for group in groups:
            meets = any(places_of(windows.starts, kinds[other].starts)[1].any() for other in group)
            if meets:
                together += group
            else:
                apart.append(group)
        groups = [*apart, together]
    return groups


def _shortest(pieces: Sequence[Windows]) -> Windows:
    """Of all windows that begin at a place, the shortest; by end."""
    starts = np.concatenate([piece.starts for piece in pieces])
    ends = np.concatenate([piece.ends for piece in pieces])
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    new = np.ones(len(starts), dtype=bool)
    new[1:] = starts[1:] != starts[:-1]
    starts, ends = starts[new], ends[new]
    order = np.argsort(ends, kind="stable")
    return Windows(starts[order], ends[order])


def _begin(windows: Windows, wanted: int, ends: Ints) -> Ints:
    """The last places to begin at so as to hold so many of some windows, by where to end."""
    starts = windows.starts
    latest = np.maximum.accumulate(starts)
    for _ in range(wanted - 1):
        # What was passed over or overtaken on the way to the latest is next in rank.
        starts = np.concatenate([[_NEVER], np.minimum(starts[1:], latest[:-1])])[: len(starts)]
        latest = np.maximum.accumulate(starts)
    at = np.searchsorted(windows.ends, ends, side="right")
    return np.concatenate([[_NEVER], latest])[at]

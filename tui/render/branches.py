"""A trail as a tree: the line one walks on goes straight down, what branches off hangs beside it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

_FORK: Final = "├╴"
_BESIDE: Final = "│ "


class Branch(NamedTuple):
    """A step of the tree, in the order in which it is drawn."""

    number: int
    """Its number on the trail."""
    stem: str
    """What is drawn before it: nothing on the line that goes straight down."""
    is_on_line: bool
    """Whether back and forward lead along it."""


def tree(origins: Sequence[int], line: Sequence[int]) -> tuple[Branch, ...]:
    """Order the steps of a trail as a tree.

    A step is followed by the lines that branch off from it, the oldest first, and then by the line that goes
    on: the one that back and forward lead along, or else the one walked last.

    Args:
        origins: For each step the number of the one it was walked from; -1 for none.
        line: The numbers of the steps that back and forward lead along.
    """
    on_line = frozenset(line)
    after: dict[int, list[int]] = {}
    for number, origin in enumerate(origins):
        after.setdefault(origin, []).append(number)
    found = []
    waiting = [(root, "", "") for root in reversed(after.get(-1, []))]
    while waiting:
        number, stem, under = waiting.pop()
        found.append(Branch(number, stem, number in on_line))
        following = after.get(number, [])
        if following:
            main = next((one for one in following if one in on_line), following[-1])
            waiting.append((main, under, under))
            others = (one for one in reversed(following) if one != main)
            waiting.extend((one, under + _FORK, under + _BESIDE) for one in others)
    return tuple(found)

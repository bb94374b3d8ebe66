"""Which panes there is room for: a pure function of the width and of where the reader is."""

from typing import Literal

Pane = Literal["list", "reader", "entities", "related"]
"""The panes of the main screen."""

WIDE = 96
"""From this width on all panes show."""
NARROW = 72
"""Below this width one pane shows at a time."""

SIDE: frozenset[Pane] = frozenset(("entities", "related"))
ALL: frozenset[Pane] = frozenset(("list", "reader", *SIDE))


def shown_panes(width: int, pane: Pane, *, side: bool, alone: bool) -> frozenset[Pane]:
    """The panes that show.

    Args:
        width: Cells of the screen.
        pane: The one that has the focus.
        side: Whether the reader asked for the side panes, where they are folded away.
        alone: Whether the reader wants the text alone.
    """
    if alone:
        return frozenset(("reader",))
    if width >= WIDE:
        return ALL
    at_side = pane in SIDE
    if width < NARROW:
        return SIDE if at_side else frozenset((pane,))
    return (
        frozenset(("reader", *SIDE))
        if at_side or (side and pane == "reader")
        else frozenset(("reader", "list"))
    )

"""The keys that move in a box over the room, the same in each."""

from textual.binding import Binding

_MOTIONS = {
    "j,down": "cursor_down",
    "k,up": "cursor_up",
    "space,f,pagedown": "page_down",
    "b,pageup": "page_up",
    "d": "half_page_down",
    "u": "half_page_up",
    "g,home": "top",
    "G,end": "bottom",
}


def motions(action: str) -> list[Binding]:
    """Bind the motions of less to an action of a screen, which gets the name of the motion.

    Args:
        action: The action, without `action_`; it hands on to the `action_*` method of a view.
    """
    return [Binding(keys, f"{action}('{name}')", show=False) for keys, name in _MOTIONS.items()]

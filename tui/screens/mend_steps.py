"""What may be done at the entity desk, what is asked for on the way, and the mending that comes of it."""

from collections.abc import Mapping
from typing import Final, Literal

from index.model import Document, Mending, Named
from tui.render.mending import Choice

Verb = Literal["merge", "split", "rename", "retype", "hide", "pin", "watch", "list"]
"""What may be done at the desk."""
Step = Literal["verb", "forms", "target", "name", "type", "sure"]
"""What is asked for."""

VERBS: Final[Mapping[str, tuple[Verb, str]]] = {
    "m": ("merge", "m merge into …"),
    "s": ("split", "s split off"),
    "r": ("rename", "r rename"),
    "t": ("retype", "t type"),
    "x": ("hide", "x hide"),
    "p": ("pin", "p pin"),
    "w": ("watch", "w watch"),
    "l": ("list", "l all mendings, suggestions"),
}
"""Key → what may be done, and how the desk says so."""
FIRST: Final[Mapping[Verb, Step]] = {
    "merge": "target",
    "split": "forms",
    "rename": "name",
    "retype": "type",
    "hide": "sure",
    "pin": "sure",
    "watch": "sure",
}
"""What is asked for first; of a part split off, whose it is comes second."""
ASKED: Final[Mapping[Step, str]] = {
    "forms": "Split off what? j k choose, Enter goes on",
    "target": "Type a name, ↑ ↓ choose, Enter does it",
    "name": "Another name, Enter does it",
    "type": "What is it? j k choose, Enter does it",
    "sure": "Enter does it",
}
"""How that is asked for."""
_OF_A_NAME: Final = ("split", "rename", "list")
_OF_SEVERAL: Final = ("merge", "hide", "pin", "watch", "list")


def is_possible(verb: Verb, entities: int, *, of_a_name: bool) -> bool:
    """Whether something may be done with so many entities at once, or with one name of an entity."""
    if of_a_name:
        return verb in _OF_A_NAME
    return entities == 1 or verb in _OF_SEVERAL


def apart(one: Named, part: Choice) -> Named:
    """What a part split off an entity is called where nothing else is said."""
    return Named(one.type, part.forms[0] if part.forms else f"{one.name} (2)")


def own_entity(one: Named, part: Choice, typed: str) -> Named:
    """The new entity that a part split off may become, by what was typed."""
    name = " ".join(typed.split())
    return Named(one.type, name) if name else apart(one, part)


def split_off(one: Named, part: Choice, target: Named, article: Document | None) -> Mending:
    """The mending that makes a part of an entity another one.

    Args:
        one: The entity.
        part: The part: some of its forms, or its mentions in the article.
        target: What it becomes.
        article: The open article, where the entity is named in it.
    """
    if part.in_article and article is not None:
        return Mending("split", (one,), target, (), article.title, article.sha256[:12])
    return Mending("split", (one,), target, part.forms)


def renamed(one: Named, typed: str) -> Mending | None:
    """The mending that gives an entity another name; None where that is none, or the one it has."""
    name = " ".join(typed.split())
    return Mending("rename", (one,), Named(one.type, name)) if name and name != one.name else None

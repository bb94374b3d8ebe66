"""What is said of a key that does nothing where one is: where it does something, or what does it instead."""

from collections.abc import Collection, Mapping
from string import Template
from typing import Final

from tui.commands import (
    CHRONOLOGY_COMMANDS,
    COMMANDS,
    COMPARE_COMMANDS,
    CONCORDANCE_COMMANDS,
    ENTITY_COMMANDS,
    ROOM_COMMANDS,
    Command,
    among_entities,
    first_key,
)

_PLACES: Final = (
    ("concordance", "concordance", CONCORDANCE_COMMANDS),
    ("page of an entity", "entity-page", ENTITY_COMMANDS),
    ("chronology", "chronology", CHRONOLOGY_COMMANDS),
    ("two articles side by side", "compare", COMPARE_COMMANDS),
)
"""What is beside the room: what it is called, the command that opens it, and what can be done there."""

_INSTEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "o": ("$editor opens the file of the article in an editor.", "editor"),
    "m": ("There are no bookmarks: $tag tags the article, $trail shows where you have been.", "tag", "trail"),
    "M": ("There are no bookmarks: $tag tags the article, $trail shows where you have been.", "tag", "trail"),
    "a": (
        "There are no notes: $tag tags the article, $copy_cited copies the passage, cited.",
        "tag",
        "copy-cited",
    ),
}
"""What serves instead of what keys are kept free for, with the commands that it speaks of."""

_BY_ID: Final = {command.id: command for command in COMMANDS}


def of_key(key: str, offered: Collection[Command], keymap: Mapping[str, str]) -> str | None:
    """What to say of a key that nothing has heard; None of one that means nothing anywhere.

    Args:
        key: Its name, as Textual has it.
        offered: What can be done where it was pressed.
        keymap: The user's keys, by name of the command.
    """
    for command in COMMANDS:
        if command not in offered and key in _keys(command, keymap):
            return of_command(command.id, keymap)
    if key not in _INSTEAD:
        return None
    said, *ids = _INSTEAD[key]
    if any(_BY_ID[id] not in offered for id in ids):
        return None
    names = {id.replace("-", "_"): first_key(_BY_ID[id], keymap) for id in ids}
    return Template(said).substitute(names)


def of_command(id: str, keymap: Mapping[str, str]) -> str:
    """Where a command works, by its name, with the keys that lead there."""
    command = _BY_ID[id]
    name = command.label or command.id.replace("-", " ")
    if command in ROOM_COMMANDS and not among_entities(command):
        return f"“{name}” works in the reading room: Escape leads there."
    places = [("entities", "entities")] if among_entities(command) else []
    places += [(place, opened_by) for place, opened_by, commands in _PLACES if command in commands]
    named = (f"{place} ({first_key(_BY_ID[opened_by], keymap)})" for place, opened_by in places)
    return f"“{name}” works in: {', '.join(named)}."


def _keys(command: Command, keymap: Mapping[str, str]) -> list[str]:
    return [key.strip() for key in keymap.get(command.id, command.keys).split(",")]

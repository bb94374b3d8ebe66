"""Keys that do nothing where one is say where they do something."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from tui import elsewhere
from tui.commands import COMMANDS, COMPARE_COMMANDS, ROOM_COMMANDS
from tui.screens.compare import CompareScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

ROOM = "works in the reading room: Escape leads there."


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("l", "“limit” works in: concordance (K), chronology (D)."),
        ("x", "“reject” works in: entities (e), concordance (K), page of an entity (E)."),
        ("U", "“undo” works in: entities (e), concordance (K), page of an entity (E)."),
        ("o", "v opens the file of the article in an editor."),
        ("m", "There are no bookmarks: t tags the article, T shows where you have been."),
        ("M", "There are no bookmarks: t tags the article, T shows where you have been."),
        ("a", "There are no notes: t tags the article, Y copies the passage, cited."),
    ],
)
async def test_in_the_list_a_key_says_where_it_works(key: str, said: str, open_room: OpenRoom) -> None:
    """She knows `l` from the concordance, and presses it in the list."""
    async with open_room() as room:
        await room.press(key)
        assert room.screen.key_line.message == said


async def test_among_the_entities_there_is_no_mending_to_take_back(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("e", "U")
        assert "no mending" in room.screen.key_line.message


async def test_a_key_that_means_nothing_stays_mute_and_a_letter_is_typed(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("h", "Q", "ä")
        assert room.screen.key_line.message == ""
        await room.press("slash")
        await room.type("lxomMaU")
        assert room.screen.search_bar.text == "lxomMaU" and room.screen.key_line.message == ""


async def test_side_by_side_a_key_says_that_it_is_one_of_the_room(
    articles: Path, open_room: OpenRoom
) -> None:
    async with open_room() as room:
        first, second = (room.screen.headlines[key].id for key in room.screen.listing.keys[:2])
        room.screen._comparing.lay(first, second, show_origin=lambda: None)
        await room.settle()
        screen = room.app.screen
        assert isinstance(screen, CompareScreen)
        for key, name in (("slash", "search"), ("K", "concordance")):
            await room.press(key)
            assert screen.key_line.message == f"“{name}” {ROOM}"
        await room.press("l")
        assert screen.key_line.message == "“limit” works in: concordance (K), chronology (D)."
        assert room.app.screen is screen


def test_every_command_has_a_place_and_the_keys_are_the_users_own() -> None:
    for command in COMMANDS:
        said = elsewhere.of_command(command.id, {"concordance": "f5"})
        assert said.endswith(ROOM) or "(" in said, command.id
        assert "(K)" not in said and len(said) < 80
    assert elsewhere.of_key("l", ROOM_COMMANDS, {"limit": "f9"}) is None
    assert "limit" in (elsewhere.of_key("f9", ROOM_COMMANDS, {"limit": "f9"}) or "")
    assert elsewhere.of_key("m", ROOM_COMMANDS, {"tag": "f9, f4"}) == (
        "There are no bookmarks: f9 tags the article, T shows where you have been."
    )
    assert elsewhere.of_key("m", COMPARE_COMMANDS, {}) is None

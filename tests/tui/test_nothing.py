"""A query that fails, or leaves something out: the room says why, and what would help."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from tui.screens.main import MainScreen
from tui.screens.phrases import NO_DATES

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def screen_of(room: Any) -> MainScreen:
    screen = room.app.screen
    assert isinstance(screen, MainScreen)
    return screen


def titles(room: Any) -> list[str]:
    screen = screen_of(room)
    return [screen.headlines[key].title for key in screen.listing.keys]


async def test_one_key_lets_the_undated_in_and_out_again(open_room: OpenRoom) -> None:
    """`after:2024-03-14` leaves 2, "1 undated left out", one key lets it in: the query says so."""
    async with open_room() as room:
        screen = screen_of(room)
        await room.press("slash")
        await room.type("after:2024-03-14")
        await room.press("enter")
        assert titles(room) == ["How deep are the cracks?", "Ferry takes the lorries"]
        assert "1 undated left out, + lets them in" in str(screen.documents.border_subtitle)
        await room.press("plus")
        assert screen.search_bar.text == "(after:2024-03-14 OR undated:yes)"
        assert titles(room)[-1] == "Market day moves"
        assert "undated" not in str(screen.documents.border_subtitle)
        assert screen.session.query == screen.search_bar.text
        await room.press("plus")
        assert screen.search_bar.text == "after:2024-03-14"
        assert len(titles(room)) == 2


async def test_where_no_date_is_asked_for_nothing_is_to_be_let_in(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = screen_of(room)
        await room.press("slash")
        await room.type("bridge")
        await room.press("enter", "plus")
        assert screen.search_bar.text == "bridge"
        assert screen.key_line.message == NO_DATES

"""Who stands out in the results, in the sidebar."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from tui.screens import phrases

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    folder = tmp_path / "flood"
    folder.mkdir()
    for number in range(5):
        text = f"Ada Brandt spoke of the flood in Geneva, and of street {number}."
        (folder / f"flood{number}.txt").write_text(f"Flood, day {number}\n\n{text}\n", "utf-8")
    for number in range(40):
        text = f"Olof Lindqvist was in Geneva on visit number {number}."
        (folder / f"visit{number}.txt").write_text(f"Visit {number}\n\n{text}\n", "utf-8")
    return folder


def rows(room: Any) -> list[str]:
    sidebar = room.screen.sidebar
    return [" ".join(sidebar.line_at(row).text.split()) for row in range(sidebar.line_count)]


def over(room: Any) -> str:
    return str(room.screen.sidebar.border_title)


async def test_she_sees_who_stands_out_in_what_she_found(open_room: OpenRoom, flood: Path) -> None:
    """Geneva is in every article, so that it is in all of these tells nothing; that Brandt is does."""
    async with open_room(flood) as room:
        await room.press("slash", *"flood", "enter", "e", "s")
        assert over(room) == "Standing out: 1 of 2"
        assert rows(room) == ["People", "› Ada Brandt 5", "5 of 5 · all 5 of 45"]
        await room.press("enter")
        assert room.app._room.session.query == 'flood person:"Ada Brandt"'
        await room.press("enter", "s")
        assert over(room) == "Entities of these results"
        assert "Geneva 5" in rows(room)


async def test_where_nobody_stands_out_it_says_why(open_room: OpenRoom, flood: Path) -> None:
    async with open_room(flood) as room:
        await room.press("e", "s")
        assert rows(room) == []
        assert room.screen.sidebar.empty_text == phrases.nobody_stands_out("")
        await room.press("slash", *"geneva", "enter", "e")
        assert room.screen.sidebar.empty_text == phrases.nobody_stands_out("geneva")
        await room.press("e")
        assert over(room) == "Entities of this article"

"""The entity desk on the page of an entity: whoever is pointed at is put right, and the page follows."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from index.errors import StorageError
from tui.screens.entity_page import EntityScreen
from tui.screens.main import MainScreen
from tui.screens.mending import MendScreen
from tui.screens.mendings import MendingsScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def page_of(room: Any) -> EntityScreen:
    screen = room.app.screen
    assert isinstance(screen, EntityScreen)
    return screen


def head(room: Any) -> str:
    """The first words of what the page says of whom it is about."""
    return str(page_of(room)._head.render()).partition(" in ")[0]


def beside(room: Any) -> dict[str, int]:
    return {row.name: row.count for row in page_of(room).aspects._rows}


def foreseen(room: Any) -> str:
    assert isinstance(room.app.screen, MendScreen)
    return str(room.app.screen.query_one("#mend-said").render())


def told(room: Any) -> str:
    return str(page_of(room).key_line.message)


def foot(room: Any) -> str:
    strips = room.app.screen._compositor.render_strips()
    return "".join(segment.text for segment in strips[-1])


async def open_page(room: Any, name: str) -> None:
    """From the sidebar, with the names of all results in it."""
    await room.press("e")
    if room.screen._mentioning.is_of_results is False:
        await room.press("e")
    (id,) = [one.id for one in room.screen.sidebar.entities if one.name == name]
    room.screen.sidebar.move_to(id)
    await room.press("E")
    assert head(room).startswith(f"{name} · ")


async def point_at(room: Any, name: str) -> None:
    """Put the cursor on a row beside the mentions."""
    page = page_of(room)
    if page.focused is not page.aspects:
        page.go_to(page.aspects)
    page.aspects.move_cursor([row.name for row in page.aspects._rows].index(name))
    await room.settle()


async def test_one_it_is_mentioned_with_is_put_right(open_room: OpenRoom, named: Path) -> None:
    """Story 6, from the page of whom both dined with: Araqchi becomes Abbas Araghchi, seen before."""
    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Olof Lindqvist")
        before = beside(room)
        assert (before["Abbas Araghchi"], before["Araqchi"]) == (1, 2)
        await point_at(room, "Araqchi")
        await room.press("equals_sign", "m")
        assert foreseen(room) == "3 mentions in 2 documents become Abbas Araghchi"
        await room.press("escape", "escape")
        assert beside(room) == before, "nothing was done"
        await room.press("equals_sign", "m")
        await room.press("enter")
        assert told(room) == "3 mentions in 2 documents become Abbas Araghchi · U takes it back"
        assert beside(room)["Abbas Araghchi"] == 3 and "Araqchi" not in beside(room)
        assert page_of(room).focused is page_of(room).aspects and head(room).startswith("Olof Lindqvist")
        await room.press("U")
        assert beside(room) == before and told(room) == "Taken back: Araqchi → Abbas Araghchi"
        await point_at(room, "Geneva")
        await room.press("x")
        assert foreseen(room) == "3 mentions in 2 documents of Geneva are hidden"
        await room.press("enter")
        assert "Geneva" not in beside(room)
        await room.press("U", "ctrl+r")
        assert "Geneva" not in beside(room)


async def test_the_page_goes_where_its_entity_goes(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Araqchi")
        page = page_of(room)
        await room.press("equals_sign", "r")
        await room.type(" II")
        assert foreseen(room) == "3 mentions in 2 documents are shown as Araqchi II"
        await room.press("enter")
        assert head(room) == "Araqchi II · person · 3 mentions" and page.sifting.total == 3
        await room.press("equals_sign", "t")
        await room.press("enter")
        assert head(room) == "Araqchi II · organisation · 3 mentions"
        await room.press("U", "U")
        assert head(room) == "Araqchi · person · 3 mentions", "among the lines, too, since it was done here"
        await room.press("equals_sign", "m")
        await room.press("enter")
        assert head(room) == "Abbas Araghchi · person · 5 mentions" and page.sifting.total == 5
        assert beside(room)["Araqchi"] == 3
        await room.press("U")
        assert head(room) == "Araqchi · person · 3 mentions" and page.sifting.total == 3
        await room.press("ctrl+r")
        assert head(room) == "Abbas Araghchi · person · 5 mentions"
        await room.press("j", "enter")
        assert isinstance(room.app.screen, MainScreen)
        await room.press("e", "U", "r", "escape")
        assert isinstance(room.app.screen, MainScreen)


async def test_what_joins_it_leaves_it_there(open_room: OpenRoom, named: Path) -> None:
    """Whoever is merged into the one whose page this is goes again, and the page stays."""
    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        await point_at(room, "Olof Lindqvist")
        await room.press("equals_sign", "m")
        assert foreseen(room) == "3 mentions in 3 documents become Abbas Araghchi", "it is offered"
        await room.press("enter")
        assert head(room) == "Abbas Araghchi · person · 5 mentions"
        await room.press("U")
        assert head(room) == "Abbas Araghchi · person · 2 mentions"


async def test_it_is_hidden_and_back(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Araqchi")
        page = page_of(room)
        await point_at(room, "All mentions")
        await room.press("x")
        assert foreseen(room) == "3 mentions in 2 documents of Araqchi are hidden"
        await room.press("enter")
        assert not page.sifting.total and page.hits.empty_text == "It is hidden. U takes that back."
        assert head(room) == "Araqchi · It is hidden. U takes that back."
        await room.press("equals_sign")
        assert page_of(room) is page, "there is nothing to be mended"
        await room.press("U")
        assert head(room) == "Araqchi · person · 3 mentions" and page.sifting.total == 3


async def test_one_of_its_names_is_split_off_or_is_what_it_is_called(
    open_room: OpenRoom, named: Path
) -> None:
    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        page = page_of(room)
        await point_at(room, "Araghchi")
        await room.press("x")
        assert foreseen(room) == "1 mention in 1 document leaves Abbas Araghchi: Araghchi of its own"
        await room.press("enter")
        assert head(room) == "Abbas Araghchi · person · 1 mention" and "Araghchi" not in beside(room)
        await room.press("U")
        assert beside(room)["Araghchi"] == 1 and page.sifting.total == 2
        await point_at(room, "Araghchi")
        await room.press("equals_sign")
        assert "“Araghchi” of Abbas Araghchi · 1 mention in 1 document" in str(
            room.app.screen.query_one("#mend-title").render()
        )
        await room.press("x", "m", "r")
        assert foreseen(room) == "2 mentions in 1 document are shown as Araghchi"
        await room.press("enter")
        assert head(room) == "Araghchi · person · 2 mentions"
        assert page.aspects.current.name == "Araghchi"


async def test_lines_are_rejected_as_before_and_come_back_first(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Araqchi")
        page = page_of(room)
        await room.press("U")
        assert told(room) == "Nothing is rejected.", "what was mended long ago stays"
        await room.press("equals_sign", "p", "enter", "x")
        assert page.sifting.kept == 2
        await room.press("U")
        assert page.sifting.kept == 3
        await room.press("U")
        assert told(room) == "Taken back: Araqchi: on top"


async def test_a_page_that_one_has_left_follows_what_is_mended_elsewhere(
    open_room: OpenRoom, named: Path
) -> None:
    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Araqchi")
        await room.press("enter")
        assert isinstance(room.app.screen, MainScreen)
        await room.press("f7")
        assert isinstance(room.app.screen, MendingsScreen)
        await room.press("enter", "escape")
        await room.press("escape")
        assert head(room) == "Abbas Araghchi · person · 5 mentions"
        await room.press("f7", "x", "escape")
        assert head(room) == "Araqchi · person · 3 mentions", "taken back in the list over the page"


async def test_what_goes_wrong_is_said_on_the_page(
    open_room: OpenRoom, named: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Library, mending: object) -> None:
        raise StorageError("The disk is full.")

    async with open_room(named, size=(120, 36)) as room:
        await open_page(room, "Araqchi")
        monkeypatch.setattr(Library, "mend", full)
        await room.press("equals_sign", "p", "enter")
        assert page_of(room).notice.text == "The disk is full."
        assert head(room) == "Araqchi · person · 3 mentions"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_foot_says_what_can_be_done(
    open_room: OpenRoom, named: Path, size: tuple[int, int]
) -> None:
    async with open_room(named, size=size) as room:
        await open_page(room, "Araqchi")
        assert "= mend" in foot(room) and "x reject" in foot(room) and "U undo" in foot(room)
        await point_at(room, "All mentions")
        assert "= mend" in foot(room) and "x reject" in foot(room) and "U undo" in foot(room)
        await room.press("equals_sign")
        assert isinstance(room.app.screen, MendScreen)

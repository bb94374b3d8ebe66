"""The entity desk in the room: names put right with a key or two, seen before they are done, taken back."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from tui.answers import NamesMended
from tui.screens.main import MainScreen
from tui.screens.mending import MendScreen
from tui.screens.mendings import MendingsScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def names(room: Any) -> list[tuple[str, int]]:
    return [(one.name, one.mentions) for one in room.screen.sidebar.entities]


def desk(room: Any) -> MendScreen:
    screen = room.app.screen
    assert isinstance(screen, MendScreen)
    return screen


def told(room: Any) -> list[str]:
    """What the room was told of mendings, in order."""
    messages = {id(message): message for message in room.messages if isinstance(message, NamesMended)}
    return [message.said for message in messages.values()]


def said(room: Any) -> str:
    return str(room.app.screen.query_one("#mend-said").render())


async def test_a_name_is_put_right(open_room: OpenRoom, named: Path) -> None:
    """Story 6: Araqchi becomes Abbas Araghchi, is found as he, and is himself again by one key."""
    async with open_room(named) as room:
        await room.press("e")
        assert ("Araqchi", 1) in names(room)
        await room.press("equals_sign", "m")
        assert said(room) == "3 mentions in 2 documents become Abbas Araghchi"
        await room.press("enter")
        assert isinstance(room.app.screen, MainScreen)
        assert ("Abbas Araghchi", 1) in names(room) and "Araqchi" not in dict(names(room))
        assert told(room) == ["3 mentions in 2 documents become Abbas Araghchi · U takes it back"]
        assert room.screen.sidebar.current.name == "Abbas Araghchi"
        await room.press("slash")
        await room.type("person:araghchi")
        await room.press("enter")
        assert len(room.titles) == 3
        await room.press("e", "U")
        assert told(room)[-1] == "Taken back: Araqchi → Abbas Araghchi"
        assert room.titles == ["Talks open in Geneva"]
        await room.press("ctrl+r")
        assert len(room.titles) == 3


async def test_escape_leaves_all_as_it_was(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e")
        before = names(room)
        for keys in ("m", "x", "p", "r", "t", "s", "sm"):
            await room.press("equals_sign", *keys, "escape", "escape", "escape")
            await room.press("e")
            assert isinstance(room.app.screen, MainScreen)
        while "these results" in str(room.screen.sidebar.border_title):
            await room.press("e")
        assert not told(room) and sorted(names(room)) == sorted(before)
        assert not list((Path(room.screen._desk.library_data)).glob("mendings*"))


async def test_a_target_is_chosen_by_typing(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e", "equals_sign", "m")
        await room.type("gen")
        assert said(room) == "3 mentions in 2 documents become Geneva, a place"
        await room.type("q")
        assert said(room) == "Nobody and nothing is called so."
        await room.press("enter")
        assert isinstance(room.app.screen, MendScreen), "nothing is done where nobody is meant"
        await room.press("backspace", "backspace", "backspace", "backspace")
        await room.type("olof")
        await room.press("enter")
        assert told(room) == ["3 mentions in 2 documents become Olof Lindqvist · U takes it back"]


async def test_rename_type_hide_and_pin(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e", "equals_sign", "r")
        await room.type(" II")
        assert said(room) == "3 mentions in 2 documents are shown as Araqchi II"
        await room.press("enter")
        assert "Araqchi II" in dict(names(room))
        await room.press("equals_sign", "t", "j")
        assert said(room) == "3 mentions in 2 documents are a place"
        await room.press("k", "enter")
        assert [one.type for one in room.screen.sidebar.entities if one.name == "Araqchi II"] == [
            "organisation"
        ]
        await room.press("equals_sign", "p")
        assert said(room) == "Araqchi II, 3 mentions in 2 documents, stands on top"
        await room.press("enter")
        assert room.screen.sidebar.entities[0].name == "Araqchi II"
        await room.press("j", "x")
        assert "is hidden" in said(room) or "are hidden" in said(room)
        hidden = room.screen if isinstance(room.app.screen, MainScreen) else None
        assert hidden is None, "it is shown first"
        await room.press("enter")
        assert "Olof Lindqvist" not in dict(names(room))
        await room.press("U", "U", "U", "U")
        assert dict(names(room))["Araqchi"] == 1 and "Olof Lindqvist" in dict(names(room))


async def test_a_pinned_name_stands_on_top_where_it_is_not_named(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e", "equals_sign", "p", "enter", "escape", "escape", "G")
        assert room.screen.reader.article.title == "Talks open in Geneva"
        top = room.screen.sidebar.entities[0]
        assert (top.name, top.mentions, top.is_pinned) == ("Araqchi", 0, True)


async def test_a_form_and_an_article_are_split_off(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e", "equals_sign", "m", "enter")
        await room.press("equals_sign", "s")
        choices = [(one.said, one.beside) for one in desk(room).query_one("#mend-choices").rows]
        assert choices == [
            ("“Araqchi”", "3 mentions"),
            ("“Abbas Araghchi”", "1 mention"),
            ("“Araghchi”", "1 mention"),
            ("what this article mentions", "1 mention"),
        ]
        await room.press("enter")
        assert said(room) == "3 mentions in 2 documents leave Abbas Araghchi: Araqchi of its own"
        await room.press("enter")
        assert dict(names(room))["Araqchi"] == 1 and "Abbas Araghchi" not in dict(names(room))
        await room.press("U", "equals_sign", "s", "k", "j", "j", "j", "enter")
        await room.type("olof")
        assert said(room) == "1 mention in 1 document leaves Abbas Araghchi: Olof Lindqvist"
        await room.press("enter")
        assert dict(names(room)) == {"Olof Lindqvist": 2}


async def test_what_would_change_nothing_is_not_done(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e", "equals_sign", "s", "enter")
        assert said(room) == "Nothing would change."
        await room.press("enter")
        assert isinstance(room.app.screen, MendScreen) and not told(room)


async def test_several_are_marked_and_become_one(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e", "V", "V", "equals_sign", "m")
        await room.type("gen")
        assert said(room) == "6 mentions in 3 documents become Geneva, a place"
        await room.press("enter")
        assert dict(names(room)) == {"Geneva": 2} and room.screen.sidebar.marked == ()
        await room.press("U")
        assert dict(names(room)) == {"Araqchi": 1, "Olof Lindqvist": 1}


async def test_the_chosen_name_stays_chosen_under_its_new_one(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("e", "enter")
        assert len(room.titles) == 2
        await room.press("e", "equals_sign", "m", "enter")
        assert len(room.titles) == 3, "all that name the one they have become"
        assert "Abbas Araghchi" in room.screen.search_bar.text
        assert room.screen.sidebar.chosen == room.screen.sidebar.current.id


async def test_the_list_of_mendings_and_suggestions(open_room: OpenRoom, named: Path) -> None:
    async with open_room(named) as room:
        await room.press("f7")
        screen = room.app.screen
        assert isinstance(screen, MendingsScreen), "what may be one, since nothing was mended"
        line = str(screen.query_one("#mendings-said").render())
        assert line == "3 mentions in 2 documents become Abbas Araghchi"
        await room.press("x")
        assert screen.query_one("#mendings").count == 0
        await room.press("tab", "x", "tab")
        assert screen.query_one("#mendings").count == 1, "what was declined is suggested again"
        await room.press("enter")
        assert told(room)[-1].startswith("3 mentions in 2 documents become Abbas Araghchi")
        await room.press("tab")
        assert screen.query_one("#mendings").count == 1
        await room.press("escape", "e")
        assert "Abbas Araghchi" in dict(names(room))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (40, 12)])
async def test_it_works_where_there_is_little_room(
    open_room: OpenRoom, named: Path, size: tuple[int, int]
) -> None:
    async with open_room(named, size=size) as room:
        await room.press("e", "equals_sign", "m")
        assert said(room) == "3 mentions in 2 documents become Abbas Araghchi"
        box = room.app.screen.query_one("#mend-box").region
        assert box.bottom <= size[1] and box.y >= 0 and box.width == size[0]
        await room.press("enter")
        assert "Abbas Araghchi" in dict(names(room))


async def test_another_hand_on_the_file(open_room: OpenRoom, named: Path, tmp_path: Path) -> None:
    """What a colleague wrote while the room was open is kept by the next mending, and holds."""
    home = tmp_path / "room-home"
    async with open_room(named, home=home) as room:
        with Library.open([named], home) as other:
            other.make_data_directory()
            other.mendings_path.write_text('hide place "Geneva"\nnonsense\n', "utf-8")
        await room.press("e", "equals_sign", "m", "enter")
        text = other.mendings_path.read_text("utf-8")
        assert text == (
            'hide place "Geneva"\nnonsense\nmerge person "Araqchi" into person "Abbas Araghchi"\n'
        )
        await room.press("f7")
        assert "line 2 is not read" in str(room.app.screen.query_one("#mendings-said").render())

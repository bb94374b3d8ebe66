"""The watch list in the room: a name put on it with a key, or by hand in its file, and taken off again."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from tui.answers import NamesWatched, SyncEnded
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

TEXTS = {
    "leak": "What the file says\nSource: Gazette\n12 March 2024\n\nThe file that insiders call cobalt names"
    " Olof Lindqvist. Cobalt is thick.\n",
    "dinner": "A dinner for two\nSource: Post\n13 March 2024\n\nMr Araqchi dined with Olof Lindqvist.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "leaks"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def rows(room: Any) -> list[tuple[str, bool]]:
    return [(one.name, one.is_watched) for one in room.screen.sidebar.entities]


def said(room: Any) -> list[str]:
    messages = {id(each): each for each in room.messages if isinstance(each, NamesWatched)}
    return [each.said for each in messages.values()]


async def followed(room: Any, times: int) -> None:
    """Wait until the lists were followed so often."""
    while len({id(each) for each in room.messages if isinstance(each, SyncEnded)}) < times:
        await room.pilot.pause(0.02)
    await room.settle()


async def test_a_name_is_watched_for_with_a_key_and_taken_back(open_room: OpenRoom, folder: Path) -> None:
    """Story: a reporter has Lindqvist watched for; he stands first from then on, and no more after U."""
    async with open_room(folder) as room:
        await room.press("e")
        while room.screen.sidebar.current.name != "Olof Lindqvist":
            await room.press("j")
        await room.press("equals_sign", "w")
        assert str(room.app.screen.query_one("#mend-said").render()) == (
            "Olof Lindqvist is watched for, under every name found here"
        )
        await room.press("enter")
        await followed(room, 1)
        assert isinstance(room.app.screen, MainScreen)
        assert said(room) == ["Watching for Olof Lindqvist · U takes it back"]
        assert rows(room)[0] == ("Olof Lindqvist", True)
        assert room.screen.sidebar._rows.headings[0] == "Watched"
        path = room.screen._desk.library_data / "watched.txt"
        assert 'person "Olof Lindqvist"' in path.read_text("utf-8")
        await room.press("U")
        await followed(room, 2)
        assert said(room)[-1] == "Olof Lindqvist: watched for no more"
        assert not any(is_watched for _, is_watched in rows(room))
        await room.press("ctrl+r")
        await followed(room, 3)
        assert rows(room)[0] == ("Olof Lindqvist", True)


async def test_the_file_is_edited_while_the_room_is_open(open_room: OpenRoom, folder: Path) -> None:
    """Story: a code name goes into the file by hand, with a slip in another line; the room says both."""
    async with open_room(folder) as room:
        await room.press("slash")
        await room.type("insiders")
        await room.press("enter", "e")
        room.screen._desk.make_data_directory()
        path = room.screen._desk.library_data / "watched.txt"
        path.write_text('work "Cobalt papers", "cobalt"\nperson Araqchi\n', "utf-8")
        room.screen._watch_list.look()
        await followed(room, 1)
        assert rows(room)[0] == ("Cobalt papers", True)
        assert "line 2 is not read" in str(room.screen.notice.render())
        path.unlink()
        room.screen._watch_list.look()
        await followed(room, 2)
        assert "Cobalt papers" not in dict(rows(room))

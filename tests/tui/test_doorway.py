"""What is seen before the library is open, and that nothing done there is lost."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from index.errors import PathNotFound
from tui import app as app_module
from tui.app import ReadingRoom
from tui.first_look import COMPACT, FILE, LIGHT, read_first_look, save_first_look
from tui.library import Desk
from tui.screens.doorway import Doorway
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the room stay closed until somebody wants something of it."""
    monkeypatch.setattr(ReadingRoom, "on_ready", lambda room: None)


def room_over(articles: Path, home: Path) -> ReadingRoom:
    library = Library.open([articles], home)
    library.sync()
    return ReadingRoom(lambda: Desk(library, home), library.home.data)


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(("width", "panes"), [(60, 1), (80, 2), (120, 4)])
async def test_the_frames_and_the_keys_are_there_before_the_library(
    articles: Path, tmp_path: Path, width: int, panes: int
) -> None:
    async with room_over(articles, tmp_path / "home").run_test(size=(width, 24)) as pilot:
        doorway = pilot.app.screen
        assert isinstance(doorway, Doorway)
        assert len([pane for pane in doorway.query("Frame") if pane.is_on_screen]) == panes
        assert "quit" in pilot.app.export_screenshot()
        regions = {pane.id: pane.region for pane in doorway.query("Frame") if pane.is_on_screen}
        await pilot.press("escape")
        room = pilot.app.screen
        assert isinstance(room, MainScreen)
        assert regions == {id: room.query_one(f"#{id}").region for id in regions}, "nothing moves"


@pytest.mark.usefixtures("closed")
async def test_keys_pressed_in_the_doorway_are_heard_in_the_room(articles: Path, tmp_path: Path) -> None:
    """A fast typist does not wait for anything to be loaded."""
    async with room_over(articles, tmp_path / "home").run_test(size=(120, 36)) as pilot:
        assert isinstance(pilot.app.screen, Doorway)
        await pilot.press("slash", *"ferry")
        room = pilot.app.screen
        assert isinstance(room, MainScreen)
        assert room.search_bar.is_typing
        assert room.search_bar.text == "ferry"


async def test_the_doorway_looks_as_the_room_did(
    open_room: OpenRoom, articles: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        assert room.app.theme == "cuttings-dark"
        await room.press("f3", "i")
    assert read_first_look(home / "data" / FILE) == {LIGHT, COMPACT}
    request.getfixturevalue("closed")
    async with room_over(articles, home).run_test(size=(120, 36)) as pilot:
        assert isinstance(pilot.app.screen, Doorway)
        assert pilot.app.theme == "cuttings-light"
        assert pilot.app.screen.query_one("#documents").has_class("-compact")


def test_a_first_look_of_any_content_is_survived(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_bytes(b"\xff\x00light")
    assert not read_first_look(file)
    save_first_look(tmp_path / "no" / FILE, light=True, compact=False)
    assert not read_first_look(tmp_path / "no" / FILE)


def test_a_library_that_cannot_be_opened_ends_the_program_with_the_reason(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the command line says in a line is not thrown at the reader from within the app."""
    run = ReadingRoom.run
    monkeypatch.setattr(ReadingRoom, "run", lambda room: run(room, headless=True))
    with pytest.raises(PathNotFound):
        app_module.run([str(tmp_path / "nothing")], tmp_path / "home")
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        app_module.run([str(articles)], tmp_path / "file" / "home")

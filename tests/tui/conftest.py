"""A folder of invented articles, and the room over it; other articles are given by `texts` of one's own."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.message import Message
from textual.pilot import Pilot

from index import Library
from tui.app import ReadingRoom
from tui.library import Desk
from tui.screens.doorway import Doorway
from tui.screens.main import MainScreen

ARTICLES = {
    "bridge": (
        "Old bridge closed to lorries\nSource: Harbour Gazette\n12 March 2024\n\n"
        "The old bridge over the Lenne was closed to lorries on Tuesday.\n\n"
        "Engineers had found cracks in the bridge. The mayor, Ada Brandt, spoke of a precaution.\n"
    ),
    "ferry": (
        "Ferry takes the lorries\nSource: River Post\n14 March 2024\n\n"
        "Since the bridge is closed, a ferry carries the lorries.\n\n"
        "Ada Brandt thanked the crew of the ferry.\n"
    ),
    "cracks": (
        "How deep are the cracks?\nSource: River Post\n20 March 2024\n\n"
        "Nobody knows how deep the cracks in the bridge go.\n\nA report is due in May.\n"
    ),
    "market": "Market day moves\n\nThe market will be held on Friday. Nothing else changes.\n",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    """File, without its ending, → what stands in it."""
    return ARTICLES


@pytest.fixture
def articles(tmp_path: Path, texts: Mapping[str, str]) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


class RunningRoom:
    """A running room under test, with everything it was told."""

    def __init__(self, app: ReadingRoom, pilot: Pilot[None], messages: list[Message]) -> None:
        self.app = app
        self.pilot = pilot
        self.messages = messages

    @property
    def screen(self) -> MainScreen:
        """The main screen, which has to be the one in front."""
        screen = self.app.screen
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def titles(self) -> list[str]:
        """The titles in the list, whatever is in front."""
        (main,) = (screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))
        return [main.headlines[key].title for key in main.listing.keys]

    async def settle(self) -> None:
        """Wait until no worker runs, no timer of the room is due and every message is dealt with."""
        for _ in range(200):
            await self.pilot.pause(0.06)
            busy = [worker for worker in self.app.workers if worker.is_running]
            if not busy:
                await self.pilot.pause(0.06)
                if not [worker for worker in self.app.workers if worker.is_running]:
                    return
        raise AssertionError(f"the room does not come to rest: {busy}")

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        names = {" ": "space", '"': "quotation_mark", ":": "colon", "-": "minus", "*": "asterisk"}
        names |= {"/": "slash", "(": "left_parenthesis", ")": "right_parenthesis", "~": "tilde", "+": "plus"}
        await self.press(*(names.get(character, character) for character in text))


@pytest.fixture
def open_room(articles: Path, tmp_path: Path) -> Callable[..., object]:
    @asynccontextmanager
    async def opener(
        *paths: Path,
        size: tuple[int, int] = (120, 36),
        sync: bool = False,
        settle: bool = True,
        home: Path | None = None,
    ) -> AsyncIterator[RunningRoom]:
        where = home or tmp_path / "room-home"
        library = Library.open(list(paths) or [articles], where)
        if not sync:
            library.sync()
        messages: list[Message] = []
        app = ReadingRoom(lambda: Desk(library, where), library.home.data, sync=sync)
        async with app.run_test(size=size, message_hook=messages.append) as pilot:
            room = RunningRoom(app, pilot, messages)
            while isinstance(app.screen, Doorway):
                await pilot.pause(0.01)
            if settle:
                await room.settle()
            yield room

    return opener


NAMED = {
    "talks": "Talks open in Geneva\nSource: Gazette\n12 March 2024\n\nForeign Minister Abbas Araghchi met"
    " Olof Lindqvist in Geneva.\n\nAraghchi said that the talks had been useful.\n",
    "dinner": "A dinner for two\nSource: Post\n13 March 2024\n\nMr Araqchi dined with Olof Lindqvist.\n\n"
    "Mr Araqchi praised the soup in Geneva.\n",
    "walk": "A walk by the lake\nSource: Post\n14 March 2024\n\nMr Lindqvist walked with Mr Araqchi.\n",
}
"""Articles that name two people, one of them in two spellings."""


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A folder of articles whose names are to be put right."""
    folder = tmp_path / "named"
    folder.mkdir()
    for name, text in NAMED.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder

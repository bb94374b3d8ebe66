"""While a library is read in: what is there already is listed, and little is said of it."""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from index import Library
from index.model import Progress
from tui.answers import SyncEnded, SyncTold
from tui.library import Desk
from tui.screens import reading_in
from tui.screens.main import MainScreen
from tui.screens.reading_in import ReadingIn

OpenRoom = Callable[..., Any]


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    turned = Clock()
    monkeypatch.setattr(reading_in, "time", turned)
    return turned


def test_what_is_over_at_once_is_not_spoken_of(clock: Clock) -> None:
    reading = ReadingIn()
    reading.begin()
    assert (reading.is_on, reading.phrase, reading.said) == (True, "looking for articles", "")
    reading.tell(Progress("reading", 20, 400))
    assert reading.said == ""
    clock.now += 1
    assert reading.said == "20 of 400 read in"
    reading.end()
    assert (reading.is_on, reading.said) == (False, "")


def test_the_list_is_asked_for_when_there_are_more_articles_and_not_too_often(clock: Clock) -> None:
    reading = ReadingIn()
    reading.begin()
    assert reading.tell(Progress("looking", 0, 0)) is None
    assert reading.tell(Progress("reading", 0, 400)) is None
    assert reading.tell(Progress("reading", 20, 400)) == "articles"
    reading.list_asked()
    clock.now += 1
    assert reading.tell(Progress("reading", 60, 400)) is None, "the list has not come yet"
    reading.list_came()
    clock.now += 2
    assert reading.tell(Progress("reading", 140, 400)) is None, "it took a second"
    clock.now += 2
    assert reading.tell(Progress("reading", 300, 400)) == "articles"
    assert reading.tell(Progress("finishing", 400, 400)) == "articles", "the last are there now"


def test_the_open_article_is_asked_for_when_names_come(clock: Clock) -> None:
    reading = ReadingIn()
    reading.begin()
    clock.now += 10
    assert reading.tell(Progress("naming", 20, 400)) == "names"
    assert reading.tell(Progress("naming", 100, 400)) is None
    clock.now += 10
    assert reading.tell(Progress("relating", 10, 400)) == "names"


async def test_articles_are_listed_and_found_while_others_are_being_read_in(
    open_room: OpenRoom, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    asked_first: list[str] = []

    def sync(desk: Desk, first: Iterable[str] = ()) -> Iterator[SyncTold | SyncEnded]:
        asked_first.extend(first)
        desk._is_syncing = True
        (articles / "new.txt").write_text("Tunnel under the Lenne\n\nIt is to be dug by June.\n")
        with Library.open([articles], desk._home) as library:
            library.sync()
        yield SyncTold(Progress("reading", 5, 9))
        assert go_on.wait(30)
        desk._is_syncing = False
        yield SyncEnded(None, added=1)

    async with open_room() as room:
        monkeypatch.setattr(Desk, "sync", sync)
        screen = cast(MainScreen, room.app.screen)
        await room.press("enter")
        screen._listed.begin_reading_in()
        screen._questions.sync(screen.session.opened)
        for _ in range(300):
            await room.pilot.pause(0.05)
            if len(screen.headlines) == 5:
                break
        assert screen._listed.is_reading_in
        assert "Tunnel under the Lenne" in {one.title for one in screen.headlines.values()}
        assert set(asked_first) == {screen.session.document}
        await room.pilot.press("slash", "t", "u", "n", "n", "e", "l")
        for _ in range(300):
            await room.pilot.pause(0.05)
            if len(screen.listing.keys) == 1:
                break
        assert len(screen.listing.keys) == 1
        go_on.set()
        await room.settle()
        assert not screen._listed.is_reading_in
        assert screen.key_line.message == "1 article added"

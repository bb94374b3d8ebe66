"""While a library is read in: what is there already is listed, and little is said of it."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, cast

import pytest

from index import Library
from index.errors import Cancelled
from index.model import Progress
from tui.answers import ModelHeard, SyncEnded, SyncTold
from tui.library import Desk
from tui.library.syncing import Syncing
from tui.queries import asks_names
from tui.screens import phrases, reading_in
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


def test_articles_are_asked_for_where_the_report_of_them_was_replaced_by_a_later_one(clock: Clock) -> None:
    reading = ReadingIn()
    reading.begin()
    assert reading.tell(Progress("looking", 0, 0)) is None
    assert reading.tell(Progress("naming", 0, 400)) == "articles"


def test_the_open_article_is_asked_for_when_names_come(clock: Clock) -> None:
    reading = ReadingIn()
    reading.begin()
    clock.now += 10
    assert reading.tell(Progress("naming", 0, 400)) == "articles"
    assert reading.tell(Progress("naming", 20, 400)) == "names"
    assert reading.tell(Progress("naming", 100, 400)) is None
    clock.now += 10
    assert reading.tell(Progress("relating", 10, 400)) == "names"


def test_what_is_still_to_come(clock: Clock) -> None:
    reading = ReadingIn()
    assert not (reading.brings_articles or reading.brings_names or reading.brings_passages)
    reading.begin()
    coming = []
    for stage in ("looking", "reading", "finishing", "naming", "relating", "comparing", "merging"):
        reading.tell(Progress(cast(Any, stage), 0, 4))
        coming.append((reading.brings_articles, reading.brings_names, reading.brings_passages))
    assert coming == [
        (True, True, True),
        (True, True, True),
        (False, True, True),
        (False, True, True),
        (False, False, True),
        (False, False, False),
        (False, False, False),
    ]


@pytest.mark.parametrize("query", ["person:brandt", "bridge -place:iran", "(Organisation:x)"])
def test_a_query_that_asks_names(query: str) -> None:
    assert asks_names(query)
    assert not asks_names(query.replace(":", " "))


LINES = """
import json, os, signal, sys
sys.stdin.readline()
for line in %r:
    print(json.dumps(line), flush=True)
%s
"""
REPORT = {"added": 0, "updated": 0, "removed": 0, "trouble": [], "skipped": []}
HEARING = [{"report": REPORT}, {"stage": "voting", "done": 8, "total": 40}]


@pytest.mark.parametrize(
    ("lines", "end", "said"),
    [
        ([*HEARING, {"heard": []}], "", ""),
        ([*HEARING, {"heard": ["It was given up."]}], "", "It was given up."),
        ([*HEARING, {"error": "The disk is full.", "status": 3}], "sys.exit(3)", "The disk is full."),
        (HEARING, "sys.exit(1)", "The model stopped before it was heard on all names (status 1)."),
        (HEARING, "os.kill(os.getpid(), signal.SIGKILL)", "The model stopped before"),
    ],
)
def test_how_the_model_came_to_its_end(
    monkeypatch: pytest.MonkeyPatch, lines: list[Any], end: str, said: str
) -> None:
    """A process that ends before the model has been heard never passes for one that is through."""
    script = LINES % (lines, end)
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda _, **rest: popen([sys.executable, "-c", script], **rest))
    *_, last = Syncing([], None).run(())
    assert isinstance(last, ModelHeard)
    assert last.trouble.startswith(said) and bool(last.trouble) == bool(said)


def test_marks_that_cannot_be_read_keep_nothing_from_being_read_in(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(Syncing, "run", lambda _, first, **rest: iter(asked.append(first) or ()))
    with closing(Desk.open([str(articles)], tmp_path / "home")) as desk:
        desk.make_data_directory()
        (desk.library_data / "marks.jsonl").mkdir()
        assert [*desk.sync(["a"]), *desk.follow_watched(["b"])] == []
    assert asked == [("a",), ("b",)]


async def test_reading_in_that_cannot_begin_says_so(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **rest: object) -> None:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM))

    monkeypatch.setattr(subprocess, "Popen", no_room)
    async with open_room(sync=True) as room:
        screen = cast(MainScreen, room.app.screen)
        assert not screen._listed.is_reading_in
        assert os.strerror(errno.ENOMEM) in screen.notice.text


async def test_articles_are_listed_and_found_while_others_are_being_read_in(
    open_room: OpenRoom, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    asked_first: list[str] = []

    def sync(desk: Desk, first: Iterable[str] = ()) -> Iterator[SyncTold | SyncEnded]:
        asked_first.extend(first)
        desk._syncing.is_under_way = True
        (articles / "new.txt").write_text("Tunnel under the Lenne\n\nIt is to be dug by June.\n")
        with Library.open([articles], desk._syncing._home) as library:
            library.sync()
        yield SyncTold(Progress("reading", 5, 9))
        assert go_on.wait(30)
        desk._syncing.is_under_way = False
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


async def test_a_reader_is_told_how_far_a_model_is_behind_and_when_it_has_been_heard(
    open_room: OpenRoom, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All is read in and she reads; the model comes behind, and when it is done she is where she was."""
    go_on = threading.Event()

    def sync(desk: Desk, first: Iterable[str] = ()) -> Iterator[SyncTold | SyncEnded | ModelHeard]:
        yield SyncEnded(None)
        yield SyncTold(Progress("voting", 40, 5031))
        assert go_on.wait(30)
        yield SyncTold(Progress("voting", 5031, 5031))
        yield ModelHeard()

    async with open_room() as room:
        monkeypatch.setattr(Desk, "sync", sync)
        screen = cast(MainScreen, room.app.screen)
        await room.press("enter", "j")
        place = screen.session.document, screen.session.passage
        screen._listed.begin_reading_in()
        monkeypatch.setattr(reading_in, "QUIET_SECONDS", -1.0)
        screen._questions.sync(screen.session.opened)
        for _ in range(300):
            await room.pilot.pause(0.05)
            if "model on 40 of 5,031" in str(screen.documents.border_subtitle):
                break
        assert "model on 40 of 5,031" in str(screen.documents.border_subtitle)
        assert not screen._listed.is_reading_in
        go_on.set()
        await room.settle()
        assert "model" not in str(screen.documents.border_subtitle)
        assert screen.key_line.message == phrases.MODEL_HEARD
        assert (screen.session.document, screen.session.passage) == place


async def test_what_is_still_to_come_is_not_said_to_be_missing(
    open_room: OpenRoom, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She reads while names are being recognised, and they come beside her text by themselves."""
    go_on = threading.Semaphore(0)
    monkeypatch.setattr(reading_in, "ARTICLE_SECONDS", 0.0)
    monkeypatch.setattr(reading_in, "LIST_SECONDS", 0.0)
    monkeypatch.setattr(reading_in, "REST", 0.0)

    def sync(desk: Desk, first: Iterable[str] = ()) -> Iterator[SyncTold | SyncEnded]:
        desk._syncing.is_under_way = True
        stages: list[str] = []
        with Library.open([articles], desk._syncing._home) as library, suppress(Cancelled):
            library.sync(lambda told: stages.append(told.stage), cancelled=lambda: "naming" in stages)
        yield SyncTold(Progress("reading", 4, 4))
        yield SyncTold(Progress("naming", 0, 4))
        assert go_on.acquire(timeout=30)
        with Library.open([articles], desk._syncing._home) as library:
            library.sync()
        yield SyncTold(Progress("naming", 4, 4))
        yield SyncTold(Progress("relating", 4, 4))
        assert go_on.acquire(timeout=30)
        desk._syncing.is_under_way = False
        yield SyncEnded(None)

    monkeypatch.setattr(Desk, "sync", sync)
    async with open_room(sync=True, settle=False) as room:
        screen = cast(MainScreen, room.app.screen)

        async def until(happened: Callable[[], Any]) -> None:
            for _ in range(300):
                await room.pilot.pause(0.05)
                if happened():
                    return
            raise AssertionError("it does not happen")

        await until(lambda: screen.sidebar.empty_text == "Names are still being read.")
        await until(lambda: screen.relatives.empty_text == "Related passages come when all is read.")
        await room.pilot.press("slash", *"zebra", "enter")
        await until(lambda: not screen.listing.keys)
        await until(lambda: screen.documents.empty_text == "Nothing found: “zebra” occurs nowhere.")
        screen.list_query("person:brandt")
        await until(lambda: "so far: names of 0 of 4" in screen.documents.empty_text)
        go_on.release()
        await until(lambda: len(screen.listing.keys) == 2)
        await until(lambda: "Ada Brandt" in {one.name for one in screen.sidebar.entities})
        go_on.release()
        await room.settle()
        nothing = "Nothing in the other articles speaks of this."
        await until(lambda: screen.relatives.items or screen.relatives.empty_text == nothing)

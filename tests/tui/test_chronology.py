"""The chronology: days meant, of the article or of the results, each a key away from its passage."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index.errors import LibraryDamaged
from tui.library import Desk
from tui.render.spans import Mark
from tui.screens.chronology import ChronologyScreen
from tui.screens.help import HelpScreen
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

ARTICLES = {
    "strike": "A strike on the depot\n\nThe Lantern\n23 June 2025\n\nJets hit the depot on Sunday.\n\n"
    "The mayor spoke on Monday.\n",
    "later": "What is left of it\n\nHarbour Gazette\n25 June 2025\n\nThe depot burned on 22 June.\n\n"
    "It was built in 1979; a survey ran from June 13 to 24.\n",
    "ferry": "The ferry sails\n\nHarbour Gazette\n24 June 2025\n\nThe ferry will sail on Friday.\n",
}


@pytest.fixture
def days(tmp_path: Path) -> Path:
    folder = tmp_path / "days"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def screen_of(room: Any) -> ChronologyScreen:
    screen = room.app.screen
    assert isinstance(screen, ChronologyScreen)
    return screen


def seen(room: Any) -> list[str]:
    """The lines of the chronology that are seen, without frame and outer blanks."""
    strips = room.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    inner = [line.strip("│ \n") for line in lines[1:] if line.startswith("│")]
    return [line for line in inner if line]


def chosen(room: Any) -> str:
    (line,) = [line for line in seen(room) if line.startswith("▌")]
    return line.strip("▌ ")


def said(room: Any) -> str:
    return str(screen_of(room).dates.border_subtitle)


async def search(room: Any, query: str) -> None:
    await room.pilot.press("slash")
    await room.type(query)
    await room.press("enter")


async def test_what_happened_on_the_day_by_all_who_told_it(open_room: OpenRoom, days: Path) -> None:
    """On the results of a query, D: each day with what means it, whoever wrote it and however it is told.

    Enter reads at the passage with the date marked; Escape, and H, come back to the very line.
    """
    async with open_room(days) as room:
        await search(room, "depot")
        await room.press("D")
        lines = seen(room)
        assert lines[0].startswith("1979") and lines[2].startswith("13–24 June 2025")
        at = lines.index("Sunday 22 June 2025  2")
        assert lines[at + 1].startswith("23 Jun 2025")
        assert "hit the depot on Sunday." in lines[at + 1] and "burned on 22 June." in lines[at + 2]
        assert "5 dates in 2 articles" in said(room) and "“depot”" in str(screen_of(room).dates.border_title)
        await room.press("n", "n", "j", "j")
        line = chosen(room)
        assert "burned on 22 June" in line
        for back in ("escape", "H"):
            await room.press("enter")
            main = room.app.screen
            assert isinstance(main, MainScreen) and main.focused is main.reader
            assert main.reader.article.title == "What is left of it"
            assert main.trail.current.why == "chronology"
            await room.press(back)
            assert chosen(room) == line
        await room.press("escape")
        assert isinstance(room.app.screen, MainScreen)


async def test_the_article_or_the_results(open_room: OpenRoom, days: Path) -> None:
    """Reading, D shows the days of the article; D again those of all results; the title says which."""
    async with open_room(days) as room:
        await search(room, "mayor")
        await room.press("enter", "D")
        assert "of this article: A strike on the depot" in str(screen_of(room).dates.border_title)
        headings = [line for line in seen(room) if "2025" in line]
        assert headings == ["Sunday 22 June 2025  1", "Monday 23 June 2025  1"]
        await room.press("D")
        assert "“mayor”" in str(screen_of(room).dates.border_title)
        assert "2 dates in 1 article ·" in said(room)
        await room.press("D", "escape")
        await room.press("escape", "escape")
        await search(room, "ferry sail")
        await room.press("D")
        assert "Friday 27 June 2025  1" in seen(room), "what will be is to come"


async def test_limited_to_some_days(open_room: OpenRoom, days: Path) -> None:
    """A key asks for a span of days; what cannot be read is said; an empty field takes all again."""
    async with open_room(days) as room:
        await room.press("D")
        assert "6 dates in 3 articles" in said(room)
        await room.press("l")
        await room.type("05/06/2025")
        await room.press("enter")
        assert "is no span of days" in str(screen_of(room).notice.render())
        await room.pilot.press(*["backspace"] * 10)
        await room.type("22 June 2025 to 2025-06-23")
        await room.press("enter")
        assert "4 dates in 2 articles · 22–23 June 2025 only" in said(room)
        assert not any(line.startswith("1979") for line in seen(room))
        await room.press("l")
        assert screen_of(room).field.value == "2025-06-22 to 2025-06-23"
        await room.press("escape")
        assert "only" in said(room), "Escape leaves it as it is"
        await room.press("l")
        await room.pilot.press(*["backspace"] * 30)
        await room.type("1801")
        await room.press("enter")
        assert "No day of 1801 is meant" in " ".join(seen(room))
        await room.press("l")
        await room.pilot.press(*["backspace"] * 30)
        await room.press("enter")
        assert "6 dates in 3 articles" in said(room)


async def test_moving_and_counting(open_room: OpenRoom, days: Path) -> None:
    async with open_room(days) as room:
        await room.press("D", "G")
        assert "Friday" in chosen(room)
        await room.press("N", "N")
        assert chosen(room).startswith("Monday 23 June 2025")
        await room.press("g", "2", "n")
        assert chosen(room).startswith("Sunday 22 June 2025")
        await room.press("enter")
        assert room.app.screen.reader.article.title == "A strike on the depot", (
            "a heading opens its first date"
        )
        await room.press("escape", "question_mark")
        assert isinstance(room.app.screen, HelpScreen)
        await room.press("escape", "escape")
        assert isinstance(room.app.screen, MainScreen)


async def test_escape_leads_back_only_from_what_was_opened(open_room: OpenRoom, days: Path) -> None:
    async with open_room(days) as room:
        await room.press("D", "enter", "shift+tab", "j", "enter")
        assert room.app.screen.focused is room.app.screen.reader
        await room.press("escape")
        assert isinstance(room.app.screen, MainScreen), "this one was opened from the list"


async def test_where_no_day_is_meant(open_room: OpenRoom, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "letter.txt").write_text("A letter\n\nThe harbour froze on Tuesday.\n", "utf-8")
    async with open_room(tmp_path / "plain") as room:
        await room.press("D")
        assert "when it was published is not known" in " ".join(seen(room))
        assert "1 whose day cannot be told" in said(room)


async def test_a_slow_or_damaged_library_is_waited_for_and_told(
    open_room: OpenRoom, days: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys go on meanwhile; Enter on a date whose sentence is on its way reads when it comes."""
    async with open_room(days) as room:
        gate, dated = threading.Event(), Desk.dated

        def slow(desk: Desk, places: Any) -> Any:
            gate.wait(30)
            return dated(desk, places)

        monkeypatch.setattr(Desk, "dated", slow)
        await room.pilot.press("D")
        for _ in range(400):
            await asyncio.sleep(0.01)
            if isinstance(room.app.screen, ChronologyScreen) and len(seen(room)) > 3:
                break
        await room.pilot.press("enter")
        assert isinstance(room.app.screen, ChronologyScreen)
        gate.set()
        await room.settle()
        assert isinstance(room.app.screen, MainScreen) and room.app.screen.reader.article is not None
        await room.press("escape", "escape")

        def broken(desk: Desk, *_: Any) -> Any:
            raise LibraryDamaged("The shelf has fallen down.")

        monkeypatch.setattr(Desk, "timeline", broken)
        await room.press("D")
        assert "shelf has fallen down" in str(screen_of(room).notice.render())


async def test_a_day_that_only_the_headline_tells_is_read_there(open_room: OpenRoom, days: Path) -> None:
    """The headline says when; Enter reads at the beginning of the article, the day marked in its title."""
    (days / "talks.txt").write_text(
        "Envoys to meet on 4 July\n\nThe Lantern\n25 June 2025\n\nGeneva is to be the place, it was said.\n"
    )
    async with open_room(days) as room:
        await search(room, "envoys")
        await room.press("enter", "D")
        assert "Envoys to meet on 4 July" in chosen(room) and "Friday 4 July 2025  1" in seen(room)
        await room.press("enter")
        main = room.app.screen
        assert isinstance(main, MainScreen) and main.focused is main.reader
        title = main.reader.article.title
        runs = main.reader.marks.in_title(0, len(title))
        assert "4 July" in {title[run.start : run.end] for run in runs if run.marks & int(Mark.REASON)}

"""The page of an entity: its names, its company, its days, and every line a key away from its passage."""

import asyncio
import re
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index.errors import LibraryDamaged
from index.pages import Pages
from tui.screens.concordance import ConcordanceScreen
from tui.screens.entity_page import EntityScreen
from tui.screens.facets import FacetsScreen
from tui.screens.help import HelpScreen
from tui.screens.main import MainScreen
from tui.screens.whom import WhomScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

ARTICLES = {
    "talks.txt": (
        "Araghchi meets Putin\nSource: The Lantern\n24 June 2025\n\n"
        "Foreign Minister Abbas Araghchi met President Vladimir Putin at the Kremlin in Moscow.\n\n"
        "Abbas Araghchi thanked Vladimir Putin for his support, and for much else that was not said in so"
        " many words but understood by all who had followed the affair.\n\n"
        "Steve Witkoff was not there.\n"
    ),
    "before.txt": (
        "The day before\nSource: The Beacon\n23 June 2025\n\n"
        "Abbas Araghchi arrived in Moscow. Araghchi spoke of Steve Witkoff and of Geneva.\n\n"
        "Nobody else arrived.\n"
    ),
    "later.txt": (
        "A week later\nSource: The Lantern\n1 July 2025\n\n"
        "Araghchi, Abbas Araghchi, was in Geneva.\n\nPresident Vladimir Putin stayed in Moscow.\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def page_of(room: Any) -> EntityScreen:
    screen = room.app.screen
    assert isinstance(screen, EntityScreen)
    return screen


def room_of(room: Any) -> MainScreen:
    screen = room.app.screen
    assert isinstance(screen, MainScreen)
    return screen


def seen(room: Any) -> list[str]:
    """The lines of the screen, frame and all."""
    strips = room.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def chosen(room: Any) -> str:
    """The line under the cursor."""
    hits = page_of(room).hits
    return hits.line_at(hits.first_row(hits.cursor)).text.strip("▌ ")


def aspects(room: Any) -> dict[str, int]:
    return {row.name: row.count for row in page_of(room).aspects._rows}


async def open_page(room: Any, name: str) -> None:
    """From the sidebar, with the cursor on a name."""
    main = room_of(room)
    await room.press("e")
    (id,) = [one.id for one in main.sidebar.entities if one.name == name]
    main.sidebar.move_to(id)
    await room.press("E")
    assert page_of(room).page.entity.name == name


async def choose(room: Any, name: str) -> None:
    """Put the cursor on a row beside the mentions."""
    page = page_of(room)
    await room.press("tab")
    page.aspects.move_cursor([row.name for row in page.aspects._rows].index(name))
    await room.settle()


async def test_everything_he_said(open_room: OpenRoom, folder: Path) -> None:
    """Story 7.

    E on a name: under which names, with whom, when. Every mention one a line, sorted by the word to the
    right; Enter reads there, Escape returns to the line.
    """
    async with open_room(folder, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        page = page_of(room)
        assert seen(room)[0].strip().startswith("Abbas Araghchi · person · ")
        assert seen(room)[0].endswith("in 3 articles · 23 Jun – 1 Jul 2025")
        found = aspects(room)
        assert found["All mentions"] == page.page.entity.mentions == page.sifting.kept
        assert found["Abbas Araghchi"] + found["Araghchi"] == found["All mentions"]
        assert found["Vladimir Putin"] == 3 and found["Steve Witkoff"] == 1
        assert sum(page.days._articles) == found["All mentions"]
        assert str(page.hits.border_subtitle).endswith("in 3 articles · newest first")
        await room.press("greater_than_sign")
        assert str(page.hits.border_subtitle).endswith("by the word to the right")
        contexts = [page.hits.content_of(int(row)) for row in page.sifting.rows]
        behind = [re.findall(r"\w+", one.right.lower()) for one in contexts]
        assert [words[0] for words in behind] == sorted(words[0] for words in behind)
        await room.press("j", "j")
        line = chosen(room)
        await room.press("enter")
        main = room_of(room)
        assert main.focused is main.reader
        marks = [main.reader.article.text[span.start : span.end] for span in mention_spans(main)]
        assert marks and all("Araghchi" in mark for mark in marks)
        await room.press("escape")
        assert chosen(room) == line and page_of(room) is page
        await room.press("enter", "H")
        assert chosen(room) == line, "H leads back to the line, too"
        await room.press("escape")
        assert isinstance(room.app.screen, MainScreen)


def mention_spans(main: MainScreen) -> list[Any]:
    wanted = set(main._mentioning.followed)
    return [one for one in main.reader.article.mentions if one.entity in wanted and one.field == "text"]


async def test_two_together_and_from_page_to_page(open_room: OpenRoom, folder: Path) -> None:
    """A companion is chosen: the passages that have both. E on it: its page, and back to the very row."""
    async with open_room(folder, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        page = page_of(room)
        before = chosen(room)
        await choose(room, "Vladimir Putin")
        await room.press("enter")
        assert str(page.hits.border_title) == "Abbas Araghchi with Vladimir Putin"
        assert str(page.hits.border_subtitle) == "3 passages in 1 article · newest first"
        lines = [line for line in seen(room) if "2025-06-24" in line]
        assert len(lines) == 3 and all("Araghchi" in line and "Putin" in line for line in lines)
        assert sum("title: " in line for line in lines) == 1
        await room.press("j", "j", "enter")
        main = room_of(room)
        assert main.reader.passage == 1
        assert {main.reader.article.text[one.start : one.end] for one in mention_spans(main)} >= {
            "Abbas Araghchi", "Vladimir Putin",
        }  # fmt: skip
        await room.press("escape")
        assert page.hits.cursor == 2 and page_of(room) is page
        await room.press("E")
        assert page_of(room).page.entity.name == "Vladimir Putin", "the one that is shown with him"
        assert aspects(room)["Abbas Araghchi"] == 3
        await choose(room, "Abbas Araghchi")
        await room.press("E")
        assert page_of(room) is not page and page_of(room).page.entity.name == "Abbas Araghchi"
        await room.press("H", "escape")
        assert page_of(room) is page and page.hits.cursor == 2
        await room.press("escape")
        assert page.focused is page.aspects and page.aspects.current.name == "Vladimir Putin"
        assert chosen(room) == before and page.sifting.kept == page.page.entity.mentions
        await room.press("E", "enter", "escape", "escape")
        assert page_of(room) is page and page.aspects.current.name == "Vladimir Putin"
        await room.press("escape")
        assert isinstance(room.app.screen, MainScreen)
        assert len(room.app._installed_screens) == len(set(room.app._installed_screens)) == 0


async def test_under_one_name_and_on_some_days(open_room: OpenRoom, folder: Path) -> None:
    async with open_room(folder, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        page = page_of(room)
        every = page.sifting.total
        await choose(room, "Araghchi")
        await room.press("enter")
        assert str(page.hits.border_title) == "“Araghchi”"
        assert page.sifting.total == aspects(room)["Araghchi"] < every
        await room.press("escape", "tab")
        assert page.focused is page.days
        await room.press("G", "enter")
        assert "1 Jul 2025 only" in str(page.hits.border_subtitle) and page.focused is page.hits
        assert page.sifting.documents == 1
        await room.press("v", "h", "h", "h", "h", "h", "h", "h", "enter")
        assert "24 Jun – 1 Jul 2025 only" in str(page.hits.border_subtitle)
        assert page.sifting.documents == 2
        await room.press("escape")
        assert page.sifting.total == every and not page.days.is_begun


async def test_what_he_said_and_what_others_say_of_him(open_room: OpenRoom, folder: Path) -> None:
    """Story 7: quoted how. His quotations stand one a line, and so do his mentions in words of others."""
    (folder / "quoted.txt").write_text(
        "Araghchi answers\n\n“The way was blown up by others,” Foreign Minister Abbas Araghchi said.\n\n"
        "“Abbas Araghchi knows the way,” President Vladimir Putin said.\n",
        "utf-8",
    )
    async with open_room(folder, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        page = page_of(room)
        await choose(room, "Own words")
        await room.press("enter")
        assert str(page.hits.border_title) == "Said by Abbas Araghchi"
        assert str(page.hits.border_subtitle).startswith("1 quotation in 1 article")
        assert "The way was blown up by others" in chosen(room)
        await room.press("enter")
        assert (
            room_of(room).reader.article.title == "Araghchi answers" and room.app.screen.reader.passage == 0
        )
        await room.press("escape", "escape")
        await choose_in_place(room, "Mentions in others' words")
        await room.press("enter")
        assert "Araghchi knows the way" in chosen(room)


async def choose_in_place(room: Any, name: str) -> None:
    page = page_of(room)
    page.aspects.move_cursor([row.name for row in page.aspects._rows].index(name))
    await room.settle()


async def test_sifting_works_as_in_the_concordance(open_room: OpenRoom, folder: Path) -> None:
    async with open_room(folder, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        page = page_of(room)
        every = page.sifting.total
        await room.press("x")
        assert page.sifting.kept == every - 1 and "1 rejected" in str(page.hits.border_subtitle)
        await room.press("U", "A", "minus")
        assert page.sifting.grouped and page.sifting.kept == every
        await room.press("2", "j", "s")
        assert page.sort == "left"
        await room.press("s", "s", "s")
        assert page.sort == "date"
        await room.press("question_mark")
        assert isinstance(room.app.screen, HelpScreen)
        assert any("On the page of an entity" in line for line in seen(room))
        await room.press("escape", "tab", "s", "s")
        assert "by kind" in str(page.aspects.border_subtitle)
        headings = [row.heading for row in page.aspects._rows if row.heading]
        assert headings == ["Named", "With people", "With places", "With organisations"]


async def test_whose_page_is_asked_where_several_are_named(open_room: OpenRoom, folder: Path) -> None:
    """In the reader: the one marked, the one at the hit, or one of those in the passage."""
    async with open_room(folder, size=(120, 36)) as room:
        await room.press("slash")
        await room.type("kremlin")
        await room.press("enter", "enter", "E")
        assert page_of(room).page.entity.name == "Kremlin", "the hit is its name"
        await room.press("escape", "right_curly_bracket", "E")
        assert isinstance(room.app.screen, WhomScreen)
        await room.press("2")
        assert page_of(room).page.entity.name == "Vladimir Putin"
        await room.press("escape", "E", "j", "k", "enter")
        assert page_of(room).page.entity.name == "Abbas Araghchi"
        await room.press("escape", "E", "escape")
        await room.press("right_curly_bracket", "E")
        assert page_of(room).page.entity.name == "Steve Witkoff", "nobody else is named there"


async def test_nobody_is_named_here(open_room: OpenRoom, folder: Path) -> None:
    async with open_room(folder, size=(120, 36)) as room:
        main = room_of(room)
        await room.press("G", "enter", "right_curly_bracket", "E")
        assert room.app.screen is main and "Nobody is named" in main.key_line.message


async def test_from_the_concordance_the_facets_and_the_palette(open_room: OpenRoom, folder: Path) -> None:
    async with open_room(folder, size=(120, 36)) as room:
        await room.press("slash")
        await room.type("witkoff")
        await room.press("enter", "K", "E")
        assert page_of(room).page.entity.name == "Steve Witkoff"
        await room.press("enter")
        main = room_of(room)
        await room.press("escape")
        assert page_of(room).page.entity.name == "Steve Witkoff"
        await room.press("escape")
        assert isinstance(room.app.screen, ConcordanceScreen)
        await room.press("escape", "F", "G")
        assert isinstance(room.app.screen, FacetsScreen)
        name = room.app.screen._list.current.name
        await room.press("E")
        assert page_of(room).page.entity.name == name
        await room.press("escape", "F", "g", "E")
        assert isinstance(room.app.screen, FacetsScreen), "an outlet has no page"
        await room.press("escape", "colon")
        await room.type("vladimir")
        await room.press("down", "enter")
        assert page_of(room).page.entity.name == "Vladimir Putin"
        await room.press("escape")
        assert room.app.screen is main


async def test_reading_something_else_forgets_the_page(open_room: OpenRoom, folder: Path) -> None:
    async with open_room(folder, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        await room.press("enter", "escape", "enter")
        main = room_of(room)
        await room.press("shift+tab", "G", "enter")
        assert main.focused is main.reader
        await room.press("escape")
        assert room.app.screen is main and main.focused is main.documents
        assert not room.app._installed_screens


async def test_counting_is_said_and_waits_for_nobody(
    open_room: OpenRoom, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first screen is there while the company is being counted; to leave calls the counting off."""
    begun, ended = threading.Event(), threading.Event()

    def slow(self: Pages, id: str, told: Any, cancelled: Any) -> Any:
        told(0.25)
        begun.set()
        while not cancelled():
            ended.wait(0.01)
        ended.set()
        return ()

    async with open_room(folder, size=(120, 36)) as room:
        main = room_of(room)
        await room.press("e")
        monkeypatch.setattr(Pages, "companions", slow)
        (id,) = [one.id for one in main.sidebar.entities if one.name == "Abbas Araghchi"]
        main.sidebar.move_to(id)
        await room.pilot.press("E")
        await asyncio.to_thread(begun.wait, 10)
        while not isinstance(room.app.screen, EntityScreen) or "25%" not in str(
            room.app.screen.aspects.border_subtitle
        ):
            await room.pilot.pause(0.01)
        assert page_of(room).sifting.total > 0
        await room.press("j", "escape")
        assert ended.is_set() and room.app.screen is main


async def test_what_cannot_be_known_is_said(
    open_room: OpenRoom, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise LibraryDamaged("The catalog is damaged.")

    async with open_room(folder, size=(120, 36)) as room:
        await open_page(room, "Abbas Araghchi")
        monkeypatch.setattr(Pages, "gather", broken)
        await choose(room, "Vladimir Putin")
        await room.press("enter")
        assert page_of(room).notice.text == "The catalog is damaged."
        monkeypatch.setattr(Pages, "companions", broken)
        await room.press("tab", "E")
        assert page_of(room).notice.text == "The catalog is damaged."
        await room.press("escape")
        monkeypatch.setattr(Pages, "page", broken)
        await room.press("E")
        assert any("The catalog is damaged." in line for line in seen(room))
        await room.press("tab", "enter", "x", "E", "s", "escape", "escape", "q")
    assert room.app.return_code == 0


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36), (160, 45)])
async def test_it_fits_every_screen(open_room: OpenRoom, folder: Path, size: tuple[int, int]) -> None:
    async with open_room(folder, size=size) as room:
        await open_page(room, "Abbas Araghchi")
        page = page_of(room)
        assert any("Abbas Araghchi" in line for line in seen(room)[:2])
        assert all(len(line) <= size[0] for line in seen(room))
        assert page.hits.display and page.aspects.is_on_screen == (size[0] >= 110)
        await room.press("tab")
        assert page.aspects.is_on_screen and page.hits.is_on_screen == (size[0] >= 110)
        await room.press("tab")
        assert page.days.is_on_screen and page.focused is page.days
        await room.press("tab")
        assert page.focused is page.hits and page.hits.is_on_screen

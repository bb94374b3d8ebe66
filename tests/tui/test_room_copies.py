"""The list of articles, where several are copies of one report."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from index.model import Version
from tui.render.strips import Line
from tui.screens.compare import CompareScreen
from tui.widgets.version_list import VersionList

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

WIRE = """{title}
Source: {outlet}
{day} March 2024

The harbour district of Lowmere stood a metre under water on Monday after two of the five pumps had failed.

The company said it would publish the full accounts of the pumping station within a week of the flood.
"""


@pytest.fixture
def wire(articles: Path) -> Path:
    prints = (("Star", "Lowmere flooded", 9), ("Herald", "Pumps fail", 7), ("Courier", "A metre deep", 8))
    for outlet, title, day in prints:
        text = WIRE.format(title=title, outlet=f"The {outlet}", day=day)
        (articles / f"wire-{outlet}.txt").write_text(text, "utf-8")
    return articles


def said(room: Any) -> list[str]:
    """What the list shows."""
    documents = room.screen.documents
    lines: list[Line] = [
        documents.line(item, row, 60)
        for item in range(documents.count)
        for row in range(documents.item_height(item))
    ]
    return [line.text.strip("• ▌") for line in lines if line.text.strip()]


def status(room: Any) -> str:
    return str(room.screen.documents.border_subtitle)


async def test_six_prints_of_one_report_have_one_row(wire: Path, open_room: OpenRoom) -> None:
    """She opens the folder: the report has one row, and the line says that there are copies."""
    async with open_room() as room:
        assert "Pumps fail" in room.titles
        assert not {"Lowmere flooded", "A metre deep"} & set(room.titles)
        assert "+2 copies: The Star, The Courier" in said(room)
        assert "2 of them copies" in room.screen.search_bar.summaries[0]
        assert "2 copies folded" in status(room)


async def test_a_row_opens_to_its_copies(wire: Path, open_room: OpenRoom) -> None:
    async with open_room() as room:
        folded = room.titles
        room.screen.documents.move_cursor(room.titles.index("Pumps fail"))
        await room.press("minus")
        at = room.titles.index("Pumps fail")
        assert room.titles[at : at + 3] == ["Pumps fail", "Lowmere flooded", "A metre deep"]
        assert "copies folded" not in status(room) and "└ Lowmere flooded" in said(room)
        await room.press("j")
        assert room.screen.reader.article is not None
        assert room.screen.reader.article.title == "Lowmere flooded"
        await room.press("minus")
        assert room.titles == folded
        key = room.screen.documents.current_key
        assert key is not None and room.screen.headlines[key].title == "Pumps fail"


async def test_all_copies_are_listed_and_it_stays_so(wire: Path, open_room: OpenRoom, tmp_path: Path) -> None:
    async with open_room() as room:
        await room.press("underscore")
        assert len(room.titles) == 7 and "folded" not in status(room)
        assert "2 of them copies" in room.screen.search_bar.summaries[0]
    async with open_room() as room:
        assert len(room.titles) == 7
        await room.press("underscore")
        assert len(room.titles) == 5


async def test_hits_are_counted_in_all_and_walked_in_those_that_are_listed(
    wire: Path, open_room: OpenRoom
) -> None:
    """`pumps` is in three prints, two of them folded: the numbers say so, and `n` goes through one."""
    async with open_room() as room:
        await room.press("slash")
        await room.type("pumps failed")
        await room.press("enter")
        assert room.titles == ["Pumps fail"]
        assert room.screen.search_bar.summaries[0].startswith("11 hits in 3 of 7 articles, 2 of them copies")
        await room.press("full_stop")
        assert room.screen._clauses.hits_total == 7 and list(room.screen._clauses.hits) == [3]
        await room.press("minus")
        assert list(room.screen._clauses.hits) == [3, 2, 2]
        await room.press("n", "n", "n", "n")
        assert room.screen.reader.article is not None
        assert room.screen.reader.article.title == "Lowmere flooded"


async def test_a_folded_article_that_is_gone_to_is_shown(wire: Path, open_room: OpenRoom) -> None:
    """By the palette she goes to a print that is folded: its row opens, and the list stands at it."""
    async with open_room() as room:
        (key,) = [key for key, one in room.screen.headlines.items() if one.title == "A metre deep"]
        room.screen.read_document(key)
        await room.settle()
        assert room.screen.documents.current_key == key
        assert room.screen.reader.article is not None
        assert room.screen.reader.article.title == "A metre deep"


async def test_what_has_no_copies_does_not_fold(articles: Path, open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("minus")
        assert "No other article here is a copy" in room.screen.key_line.message
        assert "cop" not in room.screen.search_bar.summaries[0]


def versions_said(room: Any) -> list[str]:
    """What the screen of the copies shows."""
    shown = room.app.screen.query_one(VersionList)
    lines = [
        shown.line(item, row, 80) for item in range(shown.count) for row in range(shown.item_height(item))
    ]
    return [line.text.strip("▌ ") for line in lines if line.text.strip("▌ ")]


async def test_what_each_copy_added_and_dropped(wire: Path, open_room: OpenRoom) -> None:
    """`C` on the row of a report: who printed it, the earliest first; Enter reads one, `H` comes back."""
    star = wire / "wire-Star.txt"
    star.write_text(star.read_text("utf-8") + "\nThe mayor is to visit the district.\n", "utf-8")
    async with open_room() as room:
        room.screen.documents.move_cursor(room.titles.index("Pumps fail"))
        await room.settle()
        await room.press("C")
        said = versions_said(room)
        assert [line for line in said if line in ("Pumps fail", "A metre deep", "Lowmere flooded")] == [
            "Pumps fail", "A metre deep", "Lowmere flooded"
        ]  # fmt: skip
        assert "+ The mayor is to visit the district." in said
        assert [line.split("  ")[-1].strip() for line in said if " 2024 · " in line] == [
            "39 words", "word for word", "+7 words"
        ]  # fmt: skip
        await room.press("j", "j", "enter")
        assert room.screen.reader.article.title == "Lowmere flooded"
        await room.press("H")
        assert room.screen.reader.article.title == "Pumps fail"


async def test_a_copy_is_laid_beside_the_first(wire: Path, open_room: OpenRoom) -> None:
    async with open_room() as room:
        room.screen.documents.move_cursor(room.titles.index("Pumps fail"))
        await room.settle()
        await room.press("C", "j", "c")
        assert isinstance(room.app.screen, CompareScreen)
        titles = [room.app.screen.views[side].article.title for side in ("here", "there")]
        assert titles == ["Pumps fail", "A metre deep"]


async def test_from_comparing_copies_one_comes_back_to_them(wire: Path, open_room: OpenRoom) -> None:
    """She compares the third copy: Escape shows the list at its row, even after reading; then the room."""
    async with open_room() as room:
        room.screen.documents.move_cursor(room.titles.index("Pumps fail"))
        await room.settle()
        await room.press("C", "j", "j", "c")
        compared = room.app.screen
        assert isinstance(compared, CompareScreen)
        await room.press("escape")
        copies = room.app.screen.query_one(VersionList)
        assert copies.current is not None and copies.current.title == "Lowmere flooded"
        await room.press("c", "tab", "enter")
        assert room.app.screen is room.screen and room.screen.reader.article.title == "Lowmere flooded"
        await room.press("escape")
        assert room.app.screen is compared
        await room.press("escape")
        assert room.app.screen.query_one(VersionList) is copies and copies.cursor == 2
        await room.press("escape")
        assert room.app.screen is room.screen


async def test_comparing_a_related_passage_afterwards_leads_back_to_the_room(
    wire: Path, open_room: OpenRoom
) -> None:
    """Other copies have a list of their own, and what is compared from the room leads back into it."""
    text = WIRE.format(title="Ferry to Norholm", outlet="The Mail", day=9).replace("Lowmere", "Norholm")
    (wire / "ferry.txt").write_text(text.replace("pumps", "ferries"), "utf-8")
    async with open_room() as room:
        room.screen.documents.move_cursor(room.titles.index("Pumps fail"))
        await room.settle()
        await room.press("C", "j", "c", "escape", "escape", "C")
        copies = room.app.screen.query_one(VersionList)
        assert copies.cursor == 0 and copies.count == len(copies.items) > 2
        await room.press("escape")
        room.screen._comparing.open()
        await room.settle()
        assert isinstance(room.app.screen, CompareScreen)
        await room.press("escape")
        assert room.app.screen is room.screen


async def test_an_article_without_copies_says_so(articles: Path, open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("C")
        assert versions_said(room) == []
        assert "No other article here is a copy" in room.app.screen.query_one(VersionList).empty_text
        await room.press("escape")
        assert room.screen is room.app.screen


async def test_many_copies_come_as_they_are_compared(
    wire: Path, open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a report that all have printed the first copies are there while others are compared.

    Those that are shown stay, the cursor stays where she has put it, and the title says how many there are.
    """
    monkeypatch.setattr("tui.library.articles.MOST_VERSIONS", 20)
    monkeypatch.setattr("tui.library.articles.VERSIONS_AT_ONCE", 4)
    for number in range(30):
        text = WIRE.format(title=f"Flood {number}", outlet=f"Outlet {number}", day=10 + number % 9)
        (wire / f"more-{number}.txt").write_text(text, "utf-8")
    made: list[int] = []
    block = VersionList.block

    def counted(self: VersionList, number: int, item: Version, width: int) -> list[Line]:
        made.append(number)
        return block(self, number, item, width)

    monkeypatch.setattr(VersionList, "block", counted)
    async with open_room() as room:
        room.screen.documents.move_cursor(room.titles.index("Pumps fail"))
        await room.settle()
        await room.press("C")
        shown = room.app.screen.query_one(VersionList)
        assert shown.count == 20 and shown.cursor == 0
        assert "33 prints of one report, the earliest first · 20 shown" in str(shown.border_title)
        assert sorted(set(made)) == sorted(made[-20:]) and len(made) <= 2 * 20
        # the last one that is shown is not the first
        shown.move_cursor(7)
        shown.show_versions((*shown.items, shown.items[-1]), shown.items[0].id)
        assert shown.cursor == 7 and len(made) <= 2 * 20 + 1


async def test_copies_that_are_still_looked_for_are_not_denied(
    articles: Path, open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "is_copies_known", False)
    async with open_room() as room:
        await room.press("C")
        assert "still being looked for" in room.app.screen.query_one(VersionList).empty_text
        await room.press("escape")
        room.screen._listed.begin_reading_in()
        await room.press("minus")
        assert "still being looked for" in room.screen.key_line.message

"""The palette: commands and headlines, the best first, a line each."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandList

from tui.commands import ROOM_COMMANDS
from tui.palette import MOST_ARTICLES, fit, folded

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def rows(room: Any) -> list[str]:
    return [str(option.prompt) for option in room.app.screen.query_one(CommandList).options]


def write(folder: Path, title: str, day: int) -> None:
    (folder / f"{title}.txt").write_text(f"{title}\n{day} May 2024\n\nNothing is said about it.\n", "utf-8")


def test_beginnings_of_words_fit_better_than_insides() -> None:
    title = folded("L'été: Pezeshkian meets Putin")
    assert fit(["ete", "put"], title) > fit(["utin"], title) > fit(["utin", "nowhere"], title) == 0


async def test_every_command_has_one_line_with_its_key_at_the_right(open_room: OpenRoom) -> None:
    async with open_room(size=(120, 50)) as room:
        await room.press("colon")
        seen = rows(room)
        assert len(seen) == len(ROOM_COMMANDS)
        for row, command in zip(seen, ROOM_COMMANDS, strict=True):
            assert row.startswith(command.help) and row.endswith("  " + command.key_text)
        assert len({len(row) for row in seen}) == 1


@pytest.mark.parametrize("width", [160, 80, 60, 40])
async def test_rows_fit_the_screen(open_room: OpenRoom, width: int) -> None:
    async with open_room(size=(width, 24)) as room:
        await room.press("colon")
        options = room.app.screen.query_one(CommandList)
        assert options.region.right < width
        assert options.virtual_size.height == options.option_count, "a line each"
        await room.type("the")
        assert options.virtual_size.height == options.option_count > 0


async def test_headlines_go_before_scattered_letters_and_the_newest_first(
    open_room: OpenRoom, articles: Path
) -> None:
    write(articles, "Putin speaks", 2)
    write(articles, "Report on Putin", 3)
    write(articles, "Computing", 4)
    async with open_room() as room:
        await room.press("colon")
        await room.type("put")
        seen = [row for row in rows(room) if not row.startswith("Putin  ")]  # whom the reports name
        assert seen[0].startswith("Report on Putin") and seen[0].endswith("3 May 2024")
        assert seen[1].startswith("Putin speaks")
        assert seen[2].startswith("Computing")
        assert any(row.startswith("Previous hit") for row in seen[3:])


async def test_a_command_is_found_by_what_the_foot_calls_it(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("colon")
        await room.type("quit")
        assert rows(room)[0].startswith("Leave")


async def test_more_than_are_offered_are_counted_and_can_be_listed(
    open_room: OpenRoom, articles: Path
) -> None:
    for number in range(MOST_ARTICLES + 5):
        write(articles, f"Bulletin {number}", 1 + number % 28)
    async with open_room() as room:
        await room.press("colon")
        await room.type("bulletin")
        seen = rows(room)
        assert sum(row.startswith("Bulletin") for row in seen) == MOST_ARTICLES
        assert seen[MOST_ARTICLES].startswith("… 5 more: go on typing")
        await room.press(*["down"] * MOST_ARTICLES, "enter")
        screen = room.app.screen
        assert screen.search_bar.is_typing and screen.search_bar.text == "title:bulletin*"
        assert len(screen.listing.keys) == MOST_ARTICLES + 5


async def test_a_chosen_headline_is_read(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("colon")
        await room.type("ferry")
        await room.press("enter")
        assert room.app.screen.reader.article.title == "Ferry takes the lorries"
        assert room.app.screen.focused is room.app.screen.reader


async def test_a_headline_is_never_markup(open_room: OpenRoom, articles: Path) -> None:
    write(articles, "[red]Bulletin[bold] \x1b[31m", 1)
    async with open_room() as room:
        await room.press("colon")
        await room.type("bulletin")
        assert rows(room)[0].startswith("[red]Bulletin[bold]")
        assert "\x1b" not in rows(room)[0]

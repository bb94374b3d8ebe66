"""The help: all of it can be reached, and what matters here comes first."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from tui.commands import COMMANDS
from tui.screens.help import QUERY, HelpScreen, Where

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def screen_lines(room: Any) -> list[str]:
    return [
        "".join(segment.text for segment in strip) for strip in room.app.screen._compositor.render_strips()
    ]


async def ask(room: Any, place: Where = "", keymap: dict[str, str] | None = None) -> list[str]:
    """Open the help as it is asked for in a place; returns what is seen."""
    room.app.push_screen(HelpScreen(keymap or {}, place))
    await room.settle()
    return screen_lines(room)


async def test_keys_and_queries_stand_side_by_side_where_there_is_room(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 72)) as room:
        seen = await ask(room)
        assert any("Finding" in line and "A query" in line for line in seen)
        text = "\n".join(seen)
        for command in COMMANDS:
            assert command.key_text in text and command.help[:30] in text, command.id
        assert all(example in text for example, _ in QUERY)
        assert "more below" not in text and "Escape closes" in text


@pytest.mark.parametrize("size", [(120, 20), (80, 24), (60, 20), (40, 12)])
async def test_the_frame_says_whether_there_is_more_below(open_room: OpenRoom, size: tuple[int, int]) -> None:
    async with open_room(size=size) as room:
        assert "more below · Escape closes" in (await ask(room))[-1]
        await room.press("G")
        end = screen_lines(room)
        assert "more below" not in end[-1] and "Escape closes" in end[-1]
        assert any("Leave" in line for line in end), "the last line can be seen"
        await room.press("g")
        assert "more below" in screen_lines(room)[-1]


@pytest.mark.parametrize(
    ("on", "back"), [("j", "k"), ("down", "up"), ("d", "u"), ("space", "b"), ("pagedown", "pageup")]
)
async def test_it_moves_as_everything_else_does(open_room: OpenRoom, on: str, back: str) -> None:
    async with open_room(size=(60, 20)) as room:
        top = await ask(room)
        await room.press(on)
        assert screen_lines(room) != top
        await room.press(back)
        assert screen_lines(room) == top


@pytest.mark.parametrize(
    ("place", "heading", "first"),
    [
        ("list", "In the list", "Read the chosen article"),
        ("reader", "In the article", "Next passage"),
        ("search", "In the search line", "keep results"),
        ("", "Finding", "Search line"),
    ],
)
async def test_what_can_be_done_here_comes_first(
    open_room: OpenRoom, place: Where, heading: str, first: str
) -> None:
    async with open_room(size=(80, 24)) as room:
        seen = await ask(room, place)
        assert heading in seen[1] and first in seen[2]


async def test_every_command_stands_there_once_wherever_one_is(open_room: OpenRoom) -> None:
    async with open_room(size=(200, 80)) as room:
        for place in ("list", "reader", "search"):
            text = "\n".join(await ask(room, place))
            for command in COMMANDS:
                assert text.count(command.help[:30]) == 1, (place, command.id)
            await room.press("escape")


async def test_what_is_wrapped_hangs_below_itself(open_room: OpenRoom) -> None:
    async with open_room(size=(40, 24)) as room:
        seen = await ask(room, "list")
        assert seen[2].startswith("│ Enter      Read the chosen article")
        assert seen[3].startswith("│            from its first hit")


async def test_the_users_own_keys_are_shown(open_room: OpenRoom) -> None:
    async with open_room(size=(120, 50)) as room:
        seen = await ask(room, keymap={"sort": "f4"})
        assert any("f4" in line and "Sort by" in line for line in seen)


@pytest.mark.parametrize("example", ["putin moscow", '"mutual defense"'])
def test_the_first_examples_find_something_in_the_samples(tmp_path: Path, example: str) -> None:
    assert example in [written for written, _ in QUERY]
    with Library.open(home=tmp_path) as library:
        library.sync()
        assert len(library.list(example).keys) >= 1

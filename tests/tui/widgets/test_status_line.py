"""The foot: the keys that always stay, and what is said in passing."""

from collections.abc import Callable
from typing import Any

import pytest

from tui.commands import COMMANDS, footer_keys
from tui.widgets.status_line import PINNED, KeyLine

Show = Callable[..., Any]


def text_of(line: KeyLine) -> str:
    return line.render().plain


@pytest.mark.parametrize("pane", ["list", "reader"])
@pytest.mark.parametrize("width", [160, 120, 80, 60, 40])
async def test_help_and_quit_stay_at_the_right(show: Show, pane: str, width: int) -> None:
    line = KeyLine()
    line.keys = footer_keys(pane, {})
    async with show(line, (width, 3)):
        text = text_of(line)
        assert text.endswith("  ? help  q quit") and len(text) == width
        assert text.startswith("/ search  ")
        shown = text.removesuffix("? help  q quit").rstrip()
        labels = "  ".join(f"{key} {label}" for key, label in line.keys if label not in PINNED)
        assert labels.startswith(shown) and (labels + "  ")[len(shown) :].startswith("  "), "none is cut"


async def test_where_there_is_room_for_one_it_is_help(show: Show) -> None:
    line = KeyLine()
    line.keys = footer_keys("list", {})
    async with show(line, (10, 3)):
        assert text_of(line) == "    ? help"


async def test_the_search_line_has_keys_of_its_own(show: Show) -> None:
    line = KeyLine()
    line.keys = footer_keys("search", {})
    async with show(line, (100, 3)):
        typing = "Enter keep results  Escape old results  Tab complete  ↑ former searches  ↓ to the list"
        assert text_of(line).rstrip() == typing
    async with show(line, (38, 3)):
        assert text_of(line) == "Enter keep results  Escape old results"


def test_what_is_pinned_is_a_command() -> None:
    assert set(PINNED) <= {command.label for command in COMMANDS}


async def test_what_is_said_makes_way_for_the_keys_when_hushed(show: Show) -> None:
    line = KeyLine()
    line.keys = (("q", "quit"),)
    async with show(line, (40, 3)) as (_, pilot):
        line.say("No further hit.")
        await pilot.pause()
        assert text_of(line) == "No further hit."
        line.hush()
        await pilot.pause()
        assert text_of(line).strip() == "q quit"
        line.hush()
        assert line.message == ""

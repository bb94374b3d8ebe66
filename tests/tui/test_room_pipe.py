"""`|` in the room: what goes to which command is said before, and what came of it after."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from textual.widgets import Input, Static

from tui.screens.pipe import PipeScreen
from tui.screens.piped import NOTHING_PRINTED, PipedScreen
from tui.state import FILE, load_session

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def will(room: Any) -> str:
    return str(room.app.screen.query_one("#pipe-will", Static).render())


def choices(room: Any) -> list[str]:
    return str(room.app.screen.query_one("#pipe-choices", Static).render()).split("\n")


async def send(room: Any, command: str, *keys: str) -> None:
    """Open the prompt, press keys in it, and run a command."""
    await room.press("vertical_line", *keys)
    room.app.screen.query_one(Input).value = command
    await room.press("enter")


def printed(room: Any) -> list[str]:
    output = room.app.screen.query_one("#piped")
    return [output.line_at(row).text for row in range(output.line_count)]


def status(room: Any) -> str:
    return str(room.app.screen.query_one("#piped").border_subtitle)


async def test_she_counts_the_lines_of_what_she_found(open_room: OpenRoom, articles: Path) -> None:
    """Two articles of the River Post: she sends their paths to a command, and sees before what will run."""
    async with open_room() as room:
        await room.press("slash", *"source", "colon", *"river", "enter", "vertical_line")
        assert choices(room)[0] == "› 2 paths of the results, a line each"
        assert will(room).startswith("Nothing is run without a command.")
        await room.press("enter")
        assert isinstance(room.app.screen, PipeScreen), "no command, nothing to run"
        await room.type("sort")
        assert will(room) == (
            "runs: /bin/sh -c 'sort'\non its standard input: 2 paths of the results, a line each"
        )
        await room.press("enter")
        assert printed(room) == [str(articles / "cracks.txt"), str(articles / "ferry.txt")]
        assert status(room) == "2 lines · done, exit status 0 · y copies · Escape closes"
        await room.press("escape")
        assert room.app.screen is room.app._room


async def test_what_goes_there_can_be_chosen(open_room: OpenRoom, articles: Path) -> None:
    async with open_room() as room:
        await room.press("slash", *"ferry", "enter", "enter")
        for downs, command, lines in (
            (1, "tr '\\0' ,", [f"{articles}/ferry.txt,"]),
            (2, "cat", [f"{articles}/ferry.txt"]),
            (3, "cat", ["Since the bridge is closed, a ferry carries the lorries."]),
        ):
            await send(room, command, *["down"] * (downs if downs == 1 else 1))
            assert printed(room) == lines
            await room.press("escape")


async def test_the_last_command_is_there_the_next_time(open_room: OpenRoom, tmp_path: Path) -> None:
    async with open_room(home=tmp_path / "kept") as room:
        await send(room, "wc -l", "down")
        await room.press("escape", "vertical_line")
        assert room.app.screen.query_one(Input).value == "wc -l"
        assert choices(room)[1].startswith("›")
        await room.press("escape")
    async with open_room(home=tmp_path / "kept") as room:
        (kept,) = (tmp_path / "kept").rglob(FILE)
        assert load_session(kept).command == "wc -l"
        await room.press("vertical_line")
        assert room.app.screen.query_one(Input).value == "wc -l"


async def test_what_goes_wrong_is_told(open_room: OpenRoom) -> None:
    async with open_room(size=(60, 20)) as room:
        await send(room, "echo no such thing >&2; exit 4")
        assert printed(room) == ["no such thing"]
        assert "exit status 4" in status(room)
        await room.press("q")
        await send(room, "true")
        assert room.app.screen.query_one("#piped").line_at(0).text == NOTHING_PRINTED


async def test_a_command_that_hangs_is_stopped_with_escape(open_room: OpenRoom) -> None:
    """He has typed `cat` for `cat | wc`, or something that never ends: Escape stops it, and then closes."""
    async with open_room() as room:
        await room.press("vertical_line")
        room.app.screen.query_one(Input).value = "echo begun; exec sleep 100"
        await room.pilot.press("enter")
        while not isinstance(room.app.screen, PipedScreen) or not printed(room):
            await room.pilot.pause(0.02)
        assert status(room) == "1 line · running · Escape stops it"
        await room.press("escape")
        assert isinstance(room.app.screen, PipedScreen)
        assert "stopped · " in status(room)
        await room.press("escape")
        assert room.app.screen is room.app._room


async def test_nothing_printed_reaches_the_terminal_as_it_is(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await send(room, r"printf '\033]0;owned\007\033[31mred\033[0m\n[bold]no markup[/]\n'")
        assert printed(room) == ["\ufffd]0;owned\ufffdred", "[bold]no markup[/]"]
        for strip in room.app.screen._compositor.render_strips():
            assert "\x1b" not in "".join(segment.text for segment in strip)


async def test_a_name_with_a_line_end_goes_nowhere_by_lines(open_room: OpenRoom, articles: Path) -> None:
    """A leaked folder holds a file whose name is two lines: no command is made to believe in two files."""
    (articles / "two\nlines.txt").write_text("Two lines\n\nA name of two lines.\n")
    async with open_room() as room:
        await send(room, "cat")
        assert printed(room) == []
        assert "not run: the name of 1 file holds a line end; NUL after each" in status(room)
        await room.press("escape")
        await send(room, "tr -cd '\\0' | wc -c", "down")
        assert [line.strip() for line in printed(room)] == ["5"]


async def test_long_lines_are_wrapped_and_walked(open_room: OpenRoom) -> None:
    async with open_room(size=(60, 20)) as room:
        await send(room, "seq 1 500; seq -s ' ' 1 60")
        output = room.app.screen.query_one("#piped")
        assert output.line_count > 501
        await room.press("G")
        assert output.top > 400
        await room.press("g", "space", "y")
        assert "sent to the terminal's clipboard" in status(room)

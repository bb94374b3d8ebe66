"""The files that were left out: how many for which reason, and which."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from index.model import Skipped
from tui.screens.left_out import ALL_READ, LeftOutScreen, reasons

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def lines(room: Any) -> list[str]:
    files = room.app.screen.query_one("#left-out")
    return [files.line_at(row).text for row in range(files.line_count)]


def test_reasons_are_counted_the_most_frequent_first() -> None:
    skipped = [Skipped(f"/{number}", "no text" if number % 12 else "too large") for number in range(36)]
    assert reasons(skipped) == ["33  no text", " 3  too large"]
    assert reasons([]) == []


def test_rare_reasons_of_many_are_counted_together() -> None:
    skipped = [Skipped(f"/{number}", f"reason {number % 9}") for number in range(20)]
    said = reasons(skipped)
    assert len(said) == 6
    assert said[-1].split() == ["8", "for", "other", "reasons"]
    assert sum(int(line.split()[0]) for line in said) == 20


async def test_where_every_file_was_read_in_it_says_so(open_room: OpenRoom) -> None:
    async with open_room(size=(40, 12)) as room:
        room.app.push_screen(LeftOutScreen(()))
        await room.settle()
        files = room.app.screen.query_one("#left-out")
        assert ALL_READ in files.render_line(0).text
        assert "Escape closes" in str(files.border_subtitle)
        await room.press("j", "G", "escape")
        assert not isinstance(room.app.screen, LeftOutScreen)


async def test_the_reasons_stand_above_the_files(open_room: OpenRoom) -> None:
    skipped = [Skipped("/a/one.bin", "not text"), Skipped("/a/two\x1b[31m.bin", "not text")]
    async with open_room() as room:
        room.app.push_screen(LeftOutScreen(skipped))
        await room.settle()
        assert lines(room) == [
            "2  not text",
            "",
            "/a/one.bin",
            "    not text",
            "/a/two\ufffd[31m.bin",
            "    not text",
        ]
        assert "2 files left out" in str(room.app.screen.query_one("#left-out").border_title)

"""A disk that is full while the room is open; `tests/index/crash` has the same for the command line."""

import errno
import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

import tui.whole_files
from index import Library
from tui.answers import Failed, TrailWritten
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

KEYS: dict[str, tuple[str, ...]] = {
    "marks.jsonl": ("R", "R"),
    "mendings.txt": ("e", "equals_sign", "x", "enter"),
    "watched.txt": ("e", "equals_sign", "w", "enter"),
    "saved-searches.toml": ("S", "a", "enter"),
    "searches.jsonl": ("slash", "end", "s", "enter"),
    "trails": ("T", "a", *"way", "enter"),
    "session.json": ("slash", "end", "a", "enter"),
}
"""What one does to have each file written."""
FULL = OSError(errno.ENOSPC, "No space left on device")


def fail(_: object) -> None:
    raise FULL


def said(room: Any) -> list[str]:
    """What was told that could not be done, in the order in which it was."""
    told = {id(each): each for each in room.messages if isinstance(each, (Failed, TrailWritten))}
    return [getattr(each, "reason", None) or each.trouble for each in told.values()]


def held(data: Path) -> dict[str, bytes]:
    files = (path for path in data.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(data)): path.read_bytes() for path in files}


async def test_what_cannot_be_written_is_said_and_done_when_there_is_room(
    open_room: OpenRoom, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        with Library.open([articles], home) as library:
            data = library.home.library_data(library.id)
        await room.press("slash")
        await room.type("mayor")
        await room.press("enter", "enter")
        room.screen._keeping.save_if_changed()
        await room.settle()
        for name, keys in KEYS.items():
            for works in (False, True):
                before, many = held(data), len(said(room))
                with monkeypatch.context() as patch:
                    if not works:
                        patch.setattr(os, "fsync", fail)
                    await room.press(*keys)
                    for _ in range(4):
                        await room.press("escape")
                    room.screen._keeping.save_if_changed()
                    await room.settle()
                assert isinstance(room.app.screen, MainScreen)
                new = [text for text in said(room)[many:] if str(FULL.strerror) in text]
                after = held(data)
                if works:
                    assert not new, (name, new)
                    assert any(one.startswith(name) and after[one] != before.get(one) for one in after), name
                else:
                    assert new, name
                    assert {one: after.get(one) for one in before} == before, name
                    assert not [one for one in after if "/." in f"/{one}"], "a part of it was left"


async def test_a_room_that_may_write_nothing_says_so_when_there_is_something_to_write(
    open_room: OpenRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She opens a library on a disk that she may only read."""
    with monkeypatch.context() as patch:
        patch.setattr(tui.whole_files, "_lock", fail)
        async with open_room(home=tmp_path / "home") as room:
            assert not [one for one in said(room) if one.startswith("Searches")], "they are only read"
            await room.press("slash", *"mayor", "enter")
            assert [one for one in said(room) if one.startswith("Searches")]

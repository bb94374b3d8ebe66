"""What is read and what is tagged, as users of the room mark it."""

import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index.errors import StorageError
from tui.library import Desk
from tui.screens.tagging import TagScreen, matching, tags_in

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def ids(room: Any) -> dict[str, str]:
    return {headline.title.split()[0]: headline.id for headline in room.app.screen.headlines.values()}


def unread(room: Any) -> set[str]:
    screen = room.app.screen
    found = {
        screen.headlines[key].title.split()[0]
        for key in screen.listing.keys
        if screen.headlines[key].id not in screen.documents.read
    }
    return found


def marks(home: Path) -> list[dict[str, Any]]:
    (path,) = home.rglob("marks.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


async def test_what_she_has_read_is_no_longer_unread_until_she_says_so(
    open_room: OpenRoom, tmp_path: Path
) -> None:
    """She reads one article, wants to come back to it, and finds tomorrow what is unread."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        assert unread(room) == {"How", "Ferry", "Old", "Market"}
        await room.press("enter")
        assert unread(room) == {"Ferry", "Old", "Market"}
        await room.press("R")
        assert unread(room) == {"How", "Ferry", "Old", "Market"}
        assert room.app.screen.key_line.message == "Unread again"
        await room.press("R", "escape", "j", "R")
        assert unread(room) == {"Old", "Market"} and room.app.screen.key_line.message == "Read"
        await room.press("slash")
        await room.type("bridge unread:yes")
        await room.press("enter")
        assert [room.app.screen.headlines[key].title for key in room.app.screen.listing.keys] == [
            "Old bridge closed to lorries"
        ]
        await room.press("enter")
        assert room.app.screen.reader.hits, "reading it takes no hit away"
    async with open_room(home=home) as room:
        await room.press("slash", "ctrl+u", "enter")
        assert unread(room) == {"Market"}


async def test_a_tag_is_given_completed_and_searched_for(open_room: OpenRoom, tmp_path: Path) -> None:
    """She tags one article to verify, another with the same tag by two keys, and lists both."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        await room.press("t")
        assert isinstance(room.app.screen, TagScreen)
        await room.type("to verify, Lenne")
        await room.press("enter")
        assert room.app.screen.key_line.message == "Tagged to verify, Lenne"
        await room.press("j", "t", "t", "o", "tab", "enter", "j", "t")
        await room.type("other")
        await room.press("escape", "slash")
        await room.type("tag:verify")
        await room.press("enter")
        titles = {room.app.screen.headlines[key].title.split()[0] for key in room.app.screen.listing.keys}
        assert titles == {"How", "Ferry"}
        await room.press("g", "t")
        assert room.app.screen._field.value.startswith("to verify, ")
        await room.press("ctrl+u", "enter")
        assert room.app.screen.key_line.message == "No tags any more"
    tags = {one["document"]: one["tags"] for one in marks(home)}
    assert sorted(map(tuple, tags.values())).count(("to verify",)) + list(tags.values()).count([]) >= 2


async def test_what_an_older_session_knew_is_taken_over(open_room: OpenRoom, tmp_path: Path) -> None:
    """He has read articles before there were marks: they stay read, and the session lets go of them."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        one, other = ids(room)["Ferry"], ids(room)["Old"]
    (path,) = home.rglob("session.json")
    session = json.loads(path.read_text("utf-8"))
    assert session["read"] == []
    path.write_text(json.dumps({**session, "read": [one, other]}), "utf-8")
    async with open_room(home=home) as room:
        assert unread(room) == {"How", "Market"}
        assert {mark["document"] for mark in marks(home) if mark["read"]} == {one, other}
        room.app.screen._marking.turn(one)
        await room.settle()
    assert json.loads(path.read_text("utf-8"))["read"] == []
    async with open_room(home=home) as room:
        assert unread(room) == {"How", "Ferry", "Market"}


async def test_marks_that_cannot_be_written_are_said(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Her disk is full: the room goes on, and says that marks are not kept."""

    def full(*args: object) -> None:
        raise StorageError("marks.jsonl cannot be written: No space left on device.")

    async with open_room() as room:
        monkeypatch.setattr(Desk, "mark_read", full)
        await room.press("R")
        assert "No space left" in room.app.screen.notice.text
        assert room.app.screen.documents.read


def test_tags_are_parted_by_commas_and_go_on_as_known_ones() -> None:
    assert tags_in(" to  verify,, Lenne , ") == ("to verify", "Lenne")
    known = ["To verify", "tomorrow", "Lenne"]
    assert matching("", known) == known
    assert matching("to", known) == ["To verify", "tomorrow"]
    assert matching("to verify, to", known) == ["tomorrow"]
    assert matching("x, le", known) == ["Lenne"]

"""The trail in the room: branches gone back to, kept under a name, opened again and written down."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from tui.screens.trail import TrailScreen
from tui.trails import FOLDER
from tui.widgets.search_list import SearchList
from tui.widgets.trail_view import TrailView

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def steps(room: Any) -> list[str]:
    """What stands in the tree, without what led there and where it is from."""
    view = room.app.screen.query_one(TrailView)
    return [" ".join(view.line_at(row).text.split()) for row in range(view.line_count)]


def kept(room: Any) -> list[str]:
    view = room.app.screen.query_one(SearchList)
    return [" ".join(view.line_at(row).text.split()) for row in range(view.line_count)]


def said(room: Any) -> str:
    return str(room.app.screen.query_one("#trail-said").render())


async def walk_two_ways(room: Any) -> None:
    """Search, read on to the next article, come back, and go another way."""
    await room.press("slash")
    await room.type("bridge")
    await room.press("enter", "enter", "n", "n", "n", "n", "H")
    await room.press("escape", "slash")
    await room.type(" ferry")
    await room.press("enter", "enter")


async def test_a_way_that_was_left_is_kept_and_gone_to_again(open_room: OpenRoom) -> None:
    """She followed the cracks, came back and followed the ferry: both are there, and Enter goes back."""
    async with open_room(size=(120, 36)) as room:
        await walk_two_ways(room)
        trail = room.screen.trail
        assert len(set(trail.origins)) < len(trail.origins), "the trail has two branches"
        left = next(n for n, step in enumerate(trail.steps) if n not in trail.numbers)
        await room.press("T")
        assert isinstance(room.app.screen, TrailScreen)
        assert any("├╴" in line for line in steps(room))
        view = room.app.screen.query_one(TrailView)
        view.move_cursor(next(at for at, one in enumerate(view._branches) if one.number == left))
        await room.press("enter")
        assert room.screen.reader.article is not None
        assert room.screen.reader.article.id == trail.steps[left].document
        assert room.screen.trail.at == left
        assert len(room.screen.trail.steps) == len(trail.steps), "no way is lost by going back to another"


async def test_the_chosen_step_shows_its_passage(open_room: OpenRoom) -> None:
    async with open_room(size=(120, 36)) as room:
        await walk_two_ways(room)
        await room.press("T", "g")
        passage = str(room.app.screen.query_one("#trail-passage").render())
        step = room.app.screen._trail.steps[0]
        article = room.app._desk.articles([step.document])[step.document]
        assert passage.strip() and passage.strip() in article.text


async def test_a_trail_is_kept_and_opened_again_after_another(open_room: OpenRoom, tmp_path: Path) -> None:
    """At noon she keeps the trail, begins another, and next morning walks on along the first."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        await walk_two_ways(room)
        walked = room.screen.trail
        await room.press("T", "a")
        await room.type("two ways")
        await room.press("enter")
        assert "Trail: two ways" in str(room.app.screen.query_one(TrailView).border_title)
        await room.press("n")
        assert room.screen.trail.steps[0].why == "begun here" and len(room.screen.trail.steps) == 1
        assert room.screen.session.trail_name == ""
    async with open_room(home=home) as room:
        await room.press("T", "o")
        (row,) = kept(room)
        assert f"two ways {len(walked.steps)} steps" in row
        await room.press("enter")
        assert [step.title for step in room.screen.trail.steps] == [step.title for step in walked.steps]
        assert room.screen.session.trail_name == "two ways"
        assert room.screen.reader.article.title == walked.steps[walked.at].title


async def test_a_trail_without_a_name_is_put_away_before_another_takes_its_place(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await walk_two_ways(room)
        await room.press("T", "n", "T", "o")
        (row,) = kept(room)
        assert "steps" in row and ":" in row, "it is called after the time"


async def test_steps_are_left_out_and_taken_back_in(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await walk_two_ways(room)
        await room.press("T")
        before = steps(room)
        await room.press("g", "x")
        assert len(steps(room)) == len(before) - 1 and "U takes it back" in said(room)
        await room.press("U")
        assert [line.strip("▌ ") for line in steps(room)] == [line.strip("▌ ") for line in before]
        await room.press("U")
        assert "Nothing was left out" in said(room)
        await room.press("escape")
        assert len(room.screen.trail.steps) == len(before)


async def test_it_is_written_down_and_no_file_is_replaced_unasked(
    open_room: OpenRoom, tmp_path: Path
) -> None:
    log = tmp_path / "log.md"
    log.write_text("mine")
    async with open_room() as room:
        await walk_two_ways(room)
        await room.press("T", "e")
        field = room.app.screen.query_one("#trail-field")
        field.value = str(log)
        await room.press("enter")
        assert "there already" in said(room) and log.read_text() == "mine"
        await room.press("enter")
        assert "Written down" in said(room)
        assert "## Sources" in log.read_text() and "Old bridge closed to lorries" in log.read_text()
        await room.press("e")
        room.app.screen.query_one("#trail-field").value = str(tmp_path / "no" / "log.md")
        await room.press("enter")
        assert "cannot be written" in said(room)


async def test_a_damaged_file_is_named_and_the_name_of_another_is_not_taken(
    open_room: OpenRoom, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        await walk_two_ways(room)
        await room.press("T", "a")
        await room.type("one")
        await room.press("enter")
        folder = room.app._desk.library_data / FOLDER
        (folder / "bad.json").write_text("{")
        await room.press("a", *["backspace"] * 3)
        await room.type("two")
        await room.press("enter", "o")
        assert {line.strip("▌ ").split()[0] for line in kept(room)} == {"one", "two", "bad.json"}
        await room.press("G", "enter")
        assert "is not read: it is no JSON" in said(room)
        await room.press("g", "r", *["backspace"] * 3)
        other = "one" if kept(room)[0].strip("▌ ").startswith("two") else "two"
        await room.type(other)
        await room.press("enter")
        assert "already" in said(room)
        await room.press("escape", "escape", "escape")
        assert room.screen.is_current


async def test_a_file_that_can_be_none_is_refused(open_room: OpenRoom) -> None:
    async with open_room(size=(120, 36)) as room:
        await room.press("enter", "T")
        for name in ("a" * 300, "~nobody-of-this-name/trail.md"):
            await room.press("e")
            room.app.screen._field.value = name
            await room.press("enter")
            assert "can be no file" in said(room)
            await room.press("escape")

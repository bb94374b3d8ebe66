"""Two of them open on one library, or one and the command line: nothing that either says or does is lost."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

from index import Library
from index.mending.lines import read_line
from index.model import Mending
from tui.answers import NamesMended, WalkedElsewhere
from tui.saved import SavedSearches
from tui.screens.main import MainScreen
from tui.screens.trail import TrailScreen
from tui.state import load_session, save_session
from tui.trail import Step
from tui.trails import kept_trails
from tui.widgets.trail_view import TrailView

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

ELSEWHERE = Step("elsewhere", None, "", 0, 0, "search")


async def kept(room: Any) -> None:
    """Wait until where one is has been written down."""
    (main,) = (screen for screen in room.app.screen_stack if isinstance(screen, MainScreen))
    main._keeping.save_if_changed()
    await room.settle()


async def test_what_is_walked_in_another_room_is_on_the_trail(open_room: OpenRoom, tmp_path: Path) -> None:
    """She reads at the office over SSH while the room at home is still open."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        path = room.screen._keeping.path
        await room.press("enter", "j", "enter")
        await kept(room)
        there = load_session(path)
        save_session(path, replace(there, trail=there.trail.walk(ELSEWHERE), query="elsewhere"))
        mine = room.screen.trail
        await room.press("escape", "j", "enter", "T")
        await kept(room)
        assert isinstance(room.app.screen, TrailScreen)
        view = room.app.screen.query_one(TrailView)
        shown = [" ".join(view.line_at(row).text.split()) for row in range(view.line_count)]
        assert any("elsewhere" in line for line in shown)
        await room.press("escape")
        assert any(isinstance(each, WalkedElsewhere) for each in room.messages)
        trail = room.screen.trail
        assert ELSEWHERE in trail.steps and len(trail.steps) == len(mine.steps) + 2
        assert trail.current != ELSEWHERE, "one is where one was"
        await room.press("escape", "j", "enter")
        await kept(room)
        left = room.screen.trail
    session = load_session(path)
    assert session.trail.steps == left.steps and session.query == ""
    assert not kept_trails(path.parent)


async def test_another_trail_walked_in_another_room_is_kept(open_room: OpenRoom, tmp_path: Path) -> None:
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        path = room.screen._keeping.path
        await room.press("enter", "j", "enter")
        await kept(room)
        there = load_session(path)
        other = there.trail.walk(ELSEWHERE)
        for name in ("the strikes", "the strikes", ""):
            save_session(path, replace(there, trail=other, trail_name=name or there.trail_name))
            await room.press("escape", "j", "enter")
            await kept(room)
        trail = room.screen.trail
    (one,) = kept_trails(path.parent)
    assert one.name == "the strikes" and one.trail.steps == other.steps
    assert load_session(path).trail.steps == trail.steps


async def test_undo_takes_back_what_was_said_here(
    open_room: OpenRoom, tmp_path: Path, articles: Path
) -> None:
    """A colleague mends another name meanwhile: U is for one's own, and then for the latest there is."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        await room.press("slash")
        await room.type("mayor")
        await room.press("enter", "enter", "e", "equals_sign", "x", "enter")
        with Library.open([articles], home) as other:
            theirs = read_line('hide place "Atlantis"')
            assert isinstance(theirs, Mending)
            (mine,) = other.mendings().listed
            other.mend(theirs)
            await room.press("U")
            assert other.mendings().listed == (theirs,)
            await room.press("U")
            assert other.mendings().listed == ()
        said = {id(each): each.mending for each in room.messages if isinstance(each, NamesMended)}
        assert list(said.values()) == [mine, mine, theirs]


SAVING = """
import sys
from pathlib import Path
from tui.saved import SavedSearches
from tui.whole_files import change_whole

for number in range(40):
    name = f"{sys.argv[2]} {number}"
    change_whole(Path(sys.argv[1]), lambda text: SavedSearches.read(text).with_search(name, "fordow").text)
"""


def test_searches_that_two_save_at_once_are_all_there(tmp_path: Path) -> None:
    path = tmp_path / "saved-searches.toml"
    root = Path(__file__).parents[2]
    both = [subprocess.Popen([sys.executable, "-c", SAVING, path, who], cwd=root) for who in ("hers", "his")]
    assert [one.wait(60) for one in both] == [0, 0]
    searches = SavedSearches.read(path.read_text("utf-8"))
    assert {one.name for one in searches.searches} == {f"{w} {n}" for w in ("hers", "his") for n in range(40)}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["saved-searches.lock", path.name]

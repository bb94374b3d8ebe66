"""What a person made outlives the catalog: one of another version, a rebuild, a loss."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from index.catalog import CATALOG
from index.model import Mending, Named
from tui.trails import kept_trails

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def older(library: Library) -> None:
    """Leave a catalog of another version."""
    with sqlite3.connect(library.directory / CATALOG) as db:
        db.execute("PRAGMA user_version = 3")
    db.close()


def gone(library: Library) -> None:
    for path in library.directory.glob(f"{CATALOG}*"):
        path.unlink()


def anew(library: Library) -> None:
    with Library.open(library.paths, library.home.cache.parent) as another:
        another.sync(rebuild=True)


@pytest.mark.parametrize("become", [older, gone, anew])
async def test_what_she_made_is_there_whatever_became_of_the_library(
    open_room: OpenRoom, articles: Path, tmp_path: Path, become: Callable[[Library], None]
) -> None:
    """She installs the next version on Monday, and goes on where she was on Friday."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        await room.press("slash")
        await room.type("bridge")
        await room.press("enter", "enter", "n", "n", "n", "S", "a", "enter", "escape")
        await room.press("t")
        await room.type("verify")
        await room.press("enter", "T", "a")
        await room.type("the bridge")
        await room.press("enter", "escape")
        before, reader = room.screen.session, room.screen.reader
        here = reader.article.id, reader.place
        read, titles = set(room.screen._marking.read), room.titles
    assert before.trail.steps and before.document == here[0] and titles
    with Library.open([articles], home) as library:
        data = library.home.library_data(library.id)
        library.mend(Mending("rename", (Named("person", "Ada Brandt"),), Named("person", "The mayor")))
        mendings = library.mendings().listed
        entities = [(one.name, one.mentions) for one in library.entities()]
    assert mendings and entities
    become(library)
    async with open_room(home=home) as room:
        assert room.titles == titles
        assert (room.screen.reader.article.id, room.screen.reader.place) == here
        assert (room.screen.session.query, room.screen.trail.steps) == (before.query, before.trail.steps)
        assert room.screen._marking.read == read
        assert room.screen._saving.new == 0
        await room.press("H", "L")
        assert room.screen.reader.article.id == here[0]
        await room.press("escape", "slash")
        await room.type(" tag:verify")
        await room.press("enter")
        assert len(room.titles) == 1
    with Library.open([articles], home) as library:
        assert library.mendings().listed == mendings
        assert [(one.name, one.mentions) for one in library.entities()] == entities
    assert [one.name for one in kept_trails(data)] == ["the bridge"]

"""Whatever stands in the files that the room keeps, it opens, and no line that a person may miss is lost."""

import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

NAMES = (
    "session.json", "marks.jsonl", "searches.jsonl", "saved-searches.toml", "searches-looked-at.jsonl",
    "mendings.txt", "watched.txt", "trails/one.json",
)  # fmt: skip
KEPT = ("saved-searches.toml", "mendings.txt", "watched.txt", "trails/one.json", "marks.jsonl")
"""Files of which no line is lost."""

WILD = {
    "query": "x",
    "document": "gone",
    "title": "T",
    "passage": 10**30,
    "offset": -(10**30),
    "why": "search",
}
SESSION = {
    "query": '"open ' + "a" * 5000,
    "document": "gone",
    "passage": -(10**30),
    "offset": 10**30,
    "trail": {"steps": [{**WILD, "from": -1}, {**WILD, "passage": -7, "from": 0}], "at": 1, "tip": 10**30},
    "trail_name": "\x1b[2J\ud800",
}
LEFT = {
    "nothing": b"",
    "no text": b"\xff\xfe\x00\x80\n\x00",
    "deep": b"[" * 100_000 + b"\n" + b'{"a":' * 100_000,
    "deep in a search": b"a = " + b"[" * 100_000,
    "other kinds": b"[1, null]\n"
    + b'{"document": "a", "tags": [1, {}]}\n{"query": "a", "seen": 1, "articles": true, "when": 1}\n'
    + b'{"document": 1}\n{"document": "b", "tags": "abc", "read": 1}\n',
}


@pytest.mark.parametrize("left", LEFT)
async def test_the_room_opens_whatever_is_in_its_files(
    open_room: OpenRoom, articles: Path, tmp_path: Path, left: str
) -> None:
    home = tmp_path / "home"
    with Library.open([articles], home) as library:
        data = library.make_data_directory()
    (data / "trails").mkdir()
    for name in NAMES:
        (data / name).write_bytes(LEFT[left])
    async with open_room(home=home) as room:
        await room.press("R", "S", "escape", "T", "o", "escape", "escape", "enter", "j", "f7", "escape")
        for _ in range(5):
            await room.press("escape")
        assert isinstance(room.app.screen, MainScreen)
        assert len(room.titles) == 4
    for name in KEPT:
        assert LEFT[left].strip() in (data / name).read_bytes(), name


async def test_a_session_that_leads_nowhere_is_followed_as_far_as_it_goes(
    open_room: OpenRoom, articles: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with Library.open([articles], home) as library:
        library.sync()
        session = library.make_data_directory() / "session.json"
        known = library.documents()[0].id
    for document in ("gone", known):
        session.write_text(json.dumps({**SESSION, "document": document}))
        async with open_room(home=home) as room:
            await room.press("H", "L", "H", "T", "j", "enter", "escape", "escape", "escape")
            assert isinstance(room.app.screen, MainScreen)

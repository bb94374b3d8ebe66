"""The quote tracer in the room: story 5, key by key."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from tui.render.quoted import compared
from tui.screens.tracer import TracerScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

REPORTS = {
    "mail": "What Castell said\nSource: Morning Mail\n2 May 2025\n\n"
    "President Ruben Castell spoke at noon.\n\n"
    "“The harbour is closed until the wreck has been raised,” Castell said. “Nobody is hurt.”\n\n"
    "The ferry is late.\n",
    "wire": "No entry\nSource: Daily Wire\n1 May 2025\n\nThe fog was thick.\n\n"
    "“The port is closed until the wreck has been raised,” a spokesman said.\n",
    "post": "A wreck in the fog\nSource: Evening Post\n3 May 2025\n\n"
    'Ruben Castell came. The harbour, he said, is "closed until the wreck has been raised".\n',
    "soup": "Soup in winter\nSource: Kitchen Monthly\n7 March 2024\n\nLeeks make the best soup.\n",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    return REPORTS


def tracer(room: Any) -> TracerScreen:
    screen = room.app.screen
    assert isinstance(screen, TracerScreen)
    return screen


def shown(room: Any) -> list[tuple[str, str]]:
    """Outlet and compared words of each row."""
    return [
        (one.document.source, " ".join(words for words, _ in compared(one.pieces)))
        for one in tracer(room)._list.items
    ]


async def at_the_quotation(room: Any) -> None:
    await room.press("slash")
    await room.type("hurt")
    await room.press("enter", "enter")
    assert room.screen.reader.article.title == "What Castell said"


async def test_what_was_not_looked_at_is_said(open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.tracing.candidates.MOST", 1)
    async with open_room(size=(120, 36)) as room:
        await at_the_quotation(room)
        await room.press("w")
        assert len(shown(room)) == 2
        assert "1 more with words of it, not looked at" in str(tracer(room)._list.border_title)


async def test_who_said_it_first(open_room: OpenRoom) -> None:
    """On the quotation, `w`: every article that has it, the earliest first; Enter reads there, `H` back."""
    async with open_room(size=(120, 36)) as room:
        await at_the_quotation(room)
        place = room.screen.reader.place
        await room.press("w")
        assert shown(room) == [
            ("Daily Wire", "The [-harbour-] {+port+} is closed until the wreck has been raised"),
            ("Morning Mail", "The harbour is closed until the wreck has been raised"),
            ("Evening Post", "[-The harbour is-] closed until the wreck has been raised"),
        ]
        await room.press("j", "j", "enter")
        reader = room.screen.reader
        assert reader.article.title == "A wreck in the fog"
        await room.press("H")
        assert (reader.article.title, reader.place) == ("What Castell said", place)


async def test_a_passage_may_quote_more_than_once(open_room: OpenRoom) -> None:
    async with open_room(size=(100, 30)) as room:
        await at_the_quotation(room)
        await room.press("w", "tab")
        assert [outlet for outlet, _ in shown(room)] == ["Morning Mail"]
        await room.press("tab")
        assert [outlet for outlet, _ in shown(room)] == ["Daily Wire", "Morning Mail", "Evening Post"]
        await room.press("escape")
        assert room.screen.reader.article.title == "What Castell said"


async def test_selected_words_are_traced_as_they_are(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await room.press("slash")
        await room.type('"until the wreck has"')
        await room.press("enter", "enter", "V")
        await room.press(*("l",) * 3, "w")
        assert tracer(room)._trace is not None


async def test_where_nothing_is_quoted_it_says_so(open_room: OpenRoom) -> None:
    async with open_room(size=(60, 20)) as room:
        await room.press("slash")
        await room.type("leeks")
        await room.press("enter", "enter", "w")
        assert "No quotation here" in str(room.screen.key_line.message)

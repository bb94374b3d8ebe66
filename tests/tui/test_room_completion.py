"""Completion in the search line: offered while one types, taken with Tab, never in the way."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from index.fulltext.tagging import FIELDS
from tui.render.completions import FIELDS as GLOSSES

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def offered(room: Any) -> list[str]:
    shown = room.screen.completions
    return [" ".join(row.split()) for row in shown.rows] if shown.display else []


def test_what_every_field_asks_for_is_said() -> None:
    assert set(GLOSSES) == set(FIELDS)


async def test_a_word_is_completed_from_those_of_the_library(open_room: OpenRoom) -> None:
    """She types `br`, sees what there is, and takes it with Tab; Enter keeps what stands in the line."""
    async with open_room() as room:
        screen = room.screen
        panes = screen.documents.region, screen.reader.region
        await room.press("slash")
        await room.type("br")
        assert offered(room) == ["bridge 3", "Brandt 2"]
        assert (screen.documents.region, screen.reader.region) == panes, "nothing moves about"
        await room.press("tab")
        assert screen.search_bar.text == "bridge" and screen.search_bar.is_typing
        assert len(screen.listing.keys) == 3, "what it finds is there at once"
        await room.press("tab")
        assert screen.search_bar.text == "Brandt"
        await room.press("tab")
        assert screen.search_bar.text == "br", "round again, to what was typed"
        await room.press("down", "enter")
        assert screen.session.query == "bridge"
        assert offered(room) == [] and screen.focused is screen.documents


async def test_tab_waits_for_the_offers(open_room: OpenRoom) -> None:
    """Keys typed in one go, faster than offers come, mean what they mean typed slowly."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash", "b", "r", "tab", "tab")
        assert screen.search_bar.text in ("bridge", "Brandt") and screen.search_bar.is_typing
        await room.press("escape", "escape", "slash", *"ferry", "tab")
        assert not screen.search_bar.is_typing and screen.session.query == "ferry"


async def test_enter_is_never_taken_for_an_offer(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("bri")
        assert offered(room)
        await room.press("enter")
        assert room.screen.session.query == "bri"


async def test_escape_closes_the_offers_first_and_then_drops_the_query(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("br")
        await room.press("tab", "escape")
        assert screen.search_bar.text == "br" and screen.search_bar.is_typing
        assert offered(room) == []
        await room.press("escape")
        assert screen.search_bar.text == "" and screen.focused is screen.documents


async def test_a_field_and_then_a_name_behind_it(open_room: OpenRoom) -> None:
    """`per` becomes `person:`, and the people of the library are there, with how many articles name them."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("bridge per")
        assert offered(room) == ["person: a person, under any name"]
        await room.press("tab")
        assert screen.search_bar.text == "bridge person:"
        assert offered(room) == ['"Ada Brandt" 2']
        await room.press("tab", "enter")
        assert screen.session.query == 'bridge person:"Ada Brandt"'
        assert len(screen.listing.keys) == 2


async def test_outlets_are_offered_and_former_searches(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("source:po")
        assert offered(room) == ['"River Post" 2']
        await room.press("tab", "enter", "slash")
        await room.type("sou")
        assert offered(room)[-1] == 'source:"River Post" searched before · 2'
        await room.press("shift+tab")
        assert screen.search_bar.text == 'source:"River Post"'


async def test_nothing_is_offered_within_an_expression(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("ferry /bri")
        assert offered(room) == []
        await room.type("/ bri")
        assert offered(room) == ["bridge 3"]


async def test_within_a_phrase_its_words_are_offered(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type('"the bri')
        await room.press("tab")
        assert room.screen.search_bar.text == '"the bridge'


async def test_without_an_offer_tab_and_down_do_what_they_did(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("ferry")
        assert offered(room) == []
        await room.press("down")
        assert screen.focused is screen.documents
        await room.press("slash", "tab")
        assert not screen.search_bar.is_typing


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (160, 45)])
async def test_offers_stay_on_the_screen(open_room: OpenRoom, size: tuple[int, int]) -> None:
    async with open_room(size=size) as room:
        await room.press("slash")
        await room.type("lenne OR bridge OR bri")
        region = room.screen.completions.region
        assert region.width and region.right <= size[0] and region.bottom < size[1] and region.y == 1
        await room.pilot.click("#completions", offset=(2, 0))
        await room.settle()
        assert room.screen.search_bar.text == "lenne OR bridge OR bridge"

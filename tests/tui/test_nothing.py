"""A query that fails, or leaves something out: the room says why, and what would help."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from tui.screens.list_phrases import NO_DATES, NO_SUGGESTION

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


async def test_one_key_lets_the_undated_in_and_out_again(open_room: OpenRoom) -> None:
    """`after:2024-03-14` leaves 2, "1 undated left out", one key lets it in: the query says so."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("after:2024-03-14")
        await room.press("enter")
        assert room.titles == ["How deep are the cracks?", "Ferry takes the lorries"]
        assert "1 undated left out, + adds" in str(screen.documents.border_subtitle)
        await room.press("plus")
        assert screen.search_bar.text == "(after:2024-03-14 OR undated:yes)"
        assert room.titles[-1] == "Market day moves"
        assert "undated" not in str(screen.documents.border_subtitle)
        assert screen.session.query == screen.search_bar.text
        await room.press("plus")
        assert screen.search_bar.text == "after:2024-03-14"
        assert len(room.titles) == 2


async def test_where_no_date_is_asked_for_nothing_is_to_be_let_in(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("bridge")
        await room.press("enter", "plus")
        assert screen.search_bar.text == "bridge"
        assert screen.key_line.message == NO_DATES


async def test_a_query_that_fails_says_why_and_one_key_mends_it(open_room: OpenRoom) -> None:
    """`/` `Brantd bridge`. Nothing; and the room says why: *Brantd* occurs nowhere, *bridge* in 3.

    Did she mean Brandt (1)? One key takes it, from the search line.
    """
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("Brantd bridge")
        documents = screen.documents
        assert room.titles == []
        assert documents.empty_text == "Nothing found: “Brantd” occurs nowhere; “bridge” in 3."
        assert [(one.query, one.documents) for one in documents.suggestions] == [
            ("Brandt bridge", 2),
            ("bridge", 3),
        ]
        assert screen.key_line.keys[0] == ("F8", "take suggestion")
        await room.press("f8")
        assert screen.search_bar.text == screen.session.query == "Brandt bridge"
        assert len(room.titles) == 2
        assert screen.focused is documents
        assert not documents.suggestions and ("Enter", "take suggestion") not in screen.key_line.keys


async def test_what_is_suggested_is_chosen_like_a_row(open_room: OpenRoom) -> None:
    """Down goes into the list, `j` to the next suggestion, Enter takes it; so does its digit, or a click."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("Brantd bridge")
        await room.press("down")
        assert screen.focused is screen.documents
        assert screen.key_line.keys[0] == ("Enter", "take suggestion")
        await room.press("j", "j", "enter")
        assert screen.search_bar.text == "bridge"
        await room.press("slash")
        await room.type("Brantd bridge")
        await room.press("enter", "9", "2")
        assert screen.search_bar.text == "bridge"
        await room.press("slash")
        await room.type("Brantd bridge")
        await room.press("enter", "k", "G", "g", "enter")
        assert screen.search_bar.text == "Brandt bridge"
        await room.press("slash")
        await room.type("Brantd bridge")
        await room.press("enter")
        row = next(
            row
            for row in range(12)
            if screen.documents.empty_line(row, screen.documents.laid_width).text.startswith("  2  bridge")
        )
        await room.pilot.click(screen.documents, offset=(6, row + 1))
        await room.settle()
        assert screen.search_bar.text == "bridge"


async def test_the_search_before_is_a_step_back_on_the_trail(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("Brantd bridge")
        await room.press("enter", "f8", "H")
        assert screen.search_bar.text == "Brantd bridge"
        assert screen.documents.suggestions, "it is explained anew"


async def test_dates_that_leave_nothing_say_when_there_is_something(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("bridge after:2025")
        await room.press("enter")
        assert screen.documents.empty_text == (
            "Nothing found: “after:2025” matches nothing; “bridge” in 3; "
            "but for dates, there is something from 12 Mar 2024 to 20 Mar 2024."
        )
        await room.press("1")
        assert screen.search_bar.text == "bridge after:2024-03-20"
        assert room.titles == ["How deep are the cracks?"]


async def test_a_word_of_an_or_that_is_nowhere_is_told_of_quietly(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("ferrry OR market")
        assert "nowhere" not in str(screen.documents.border_subtitle), "she may not have ended the word"
        await room.press("enter")
        assert room.titles == ["Market day moves"]
        assert "“ferrry” nowhere (F8)" in str(screen.documents.border_subtitle)
        assert screen.key_line.message == "“ferrry” occurs nowhere: F8 takes ferry for it, 2 articles"
        await room.press("f8")
        assert screen.search_bar.text == "ferry OR market"
        assert "nowhere" not in str(screen.documents.border_subtitle)


async def test_where_nothing_is_suggested_the_key_says_so(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("f8")
        assert screen.key_line.message == NO_SUGGESTION
        await room.press("slash")
        await room.type("xqzwvk")
        await room.press("enter")
        assert screen.documents.empty_text == "Nothing found: “xqzwvk” occurs nowhere."
        assert not screen.documents.suggestions


async def test_a_mistake_is_underlined_while_one_types_and_the_last_results_stay(open_room: OpenRoom) -> None:
    """`"open quote` is underlined where it breaks, with what was expected; the old results stay."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("ferry")
        found = room.titles
        await room.type(' "open quote')
        assert room.titles == found, "nothing has these words: what was found before is shown"
        assert screen.search_bar.trouble == (6, 17)
        assert screen.key_line.hint == "The quotation mark at 7 is not closed."
        assert screen.notice.text == ""
        await room.press(*["backspace"] * 10)
        await room.type("crew")
        assert room.titles == ["Ferry takes the lorries"], "it may be closed later"
        assert screen.search_bar.trouble == (6, 11)
        await room.type('"')
        assert screen.search_bar.trouble is None
        assert screen.key_line.hint == ""
        await room.type(" AND")
        assert screen.search_bar.trouble == (13, 16)
        assert screen.key_line.hint == "AND at 14 needs something after it."
        await room.type(" foo:x")
        assert screen.search_bar.trouble == (17, 21)
        assert room.titles == ["Ferry takes the lorries"]
        await room.press("escape")
        assert (screen.search_bar.trouble, screen.key_line.hint) == (None, "")
        assert len(room.titles) == 4


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_there_is_room_for_it_in_a_small_window(open_room: OpenRoom, size: tuple[int, int]) -> None:
    async with open_room(size=size) as room:
        screen = room.screen
        await room.press("slash")
        await room.type("Brantd bridge after:2024")
        documents = screen.documents
        lines = [documents.empty_line(row, documents.laid_width).text for row in range(documents.page)]
        said = "\n".join(lines)
        for place in range(1, len(documents.suggestions) + 1):
            assert f"  {place}  " in said or f"▌ {place}  " in said

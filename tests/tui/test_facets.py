"""Outlets, languages and days of the results: seen, and written into the query."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from tui.render.entities import HEADINGS as NAMED
from tui.screens.facets import NOT_ASKED_FOR, FacetsScreen
from tui.widgets.facet_list import FacetList
from tui.widgets.histogram_view import NO_DAYS, HistogramView

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def facets(room: Any) -> FacetsScreen:
    screen = room.app.screen
    assert isinstance(screen, FacetsScreen)
    return screen


def all_rows(room: Any) -> list[str]:
    shown = facets(room).query_one(FacetList)
    return [" ".join(shown.line_at(row).text.split()) for row in range(shown.line_count)]


def rows(room: Any) -> list[str]:
    """The rows above the names."""
    return list(takewhile(lambda row: row not in NAMED.values(), all_rows(room)))


def names(room: Any) -> list[str]:
    return all_rows(room)[len(rows(room)) :]


def days(room: Any) -> HistogramView:
    return facets(room).query_one(HistogramView)


def query(room: Any) -> str:
    return str(room.app._room.session.query)


async def test_she_sees_who_writes_about_it_and_asks_for_one_outlet(open_room: OpenRoom) -> None:
    """Of all that is said of the bridge she wants what the River Post says, and then anything but that."""
    async with open_room() as room:
        await room.press("slash", *"bridge", "enter", "F")
        assert rows(room) == [
            "Outlets", "› River Post 2", "Harbour Gazette 1", "Languages", "English 3",
        ]  # fmt: skip
        await room.press("a")
        assert query(room) == 'bridge source:="River Post"'
        assert rows(room)[1:3] == ["›and River Post 2", "Harbour Gazette +1"]
        assert set(room.titles) == {"Ferry takes the lorries", "How deep are the cracks?"}
        await room.press("n")
        assert query(room) == 'bridge -source:="River Post"'
        assert set(room.titles) == {"Old bridge closed to lorries"}
        await room.press("enter")
        assert query(room) == "bridge", "asked for again, it is taken out"
        await room.press("escape")
        assert room.app.screen is room.app._room
        assert room.app._room.search_bar.text == "bridge"


async def test_two_outlets_are_asked_for_by_or(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("F", "a", "j", "o")
        assert query(room) == '(source:="River Post" OR source:="Harbour Gazette")'.strip("()")
        assert [row.split()[0] for row in rows(room)[1:3]] == ["or", "›or"]
        assert len(set(room.titles)) == 3
        await room.press("x")
        assert query(room) == 'source:="River Post"'


async def test_what_was_chosen_is_a_step_of_the_trail(open_room: OpenRoom) -> None:
    """He narrows by outlet, reads, and goes back to where he was before with H."""
    async with open_room() as room:
        await room.press("slash", *"bridge", "enter", "F", "a", "q")
        assert query(room) == 'bridge source:="River Post"'
        await room.press("H")
        assert query(room) == "bridge"


async def test_he_picks_a_span_of_days_with_the_cursor(open_room: OpenRoom) -> None:
    """The report came between the 12th and the 14th: he marks these days, and takes them out again."""
    async with open_room() as room:
        await room.press("F", "tab")
        assert days(room).border_title == "Days · by day, up to 1 · 1 undated"
        await room.press("g", "v", "l", "l")
        assert str(days(room).border_subtitle) == "12–14 Mar 2024 · 2 articles"
        await room.press("a")
        assert query(room) == "after:2024-03-12 before:2024-03-15"
        assert set(room.titles) == {"Old bridge closed to lorries", "Ferry takes the lorries"}
        await room.press("g", "a")
        assert query(room) == "on:2024-03-12", "a narrower span takes the place of the wider"
        await room.press("x")
        assert query(room) == ""
        await room.press("G", "n")
        assert query(room) == "-on:2024-03-20"
        assert len(set(room.titles)) == 3


async def test_he_picks_a_span_with_the_mouse(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("F")
        view = days(room)
        bar = view._drawn.cells if view._drawn is not None else 0
        row = view.size.height - 3
        await room.pilot.mouse_down(view, offset=(2, row))
        await room.pilot.hover(view, offset=(2 + 2 * bar, row))
        await room.pilot.mouse_up(view, offset=(2 + 2 * bar, row))
        await room.settle()
        assert str(view.border_subtitle) == "12–14 Mar 2024 · 2 articles"
        await room.press("enter")
        assert query(room) == "after:2024-03-12 before:2024-03-15"
        await room.pilot.click(view, offset=(2, row))
        assert not view.is_begun, "a click alone begins no span"


async def test_what_is_typed_ahead_is_not_lost(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.pilot.press("F", "a")
        await room.settle()
        assert query(room) == 'source:="River Post"'


async def test_escape_lets_go_of_a_span_first(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("F", "v", "h", "escape")
        assert not days(room).is_begun
        await room.press("escape")
        assert not isinstance(room.app.screen, FacetsScreen)


async def test_what_is_not_known_is_told(open_room: OpenRoom) -> None:
    """Nothing is lost silently: what has no outlet, language or date is counted beside the rest."""
    async with open_room() as room:
        await room.press("F")
        assert rows(room)[3] == "no outlet known 1"
        assert rows(room)[-2:] == ["Dates", "undated 1"]
        await room.press("j", "j", "a")
        assert query(room) == ""
        assert str(facets(room).query_one("#facets-said").render()) == NOT_ASKED_FOR
        await room.press("j", "j", "a")
        assert query(room) == "undated:yes"
        assert days(room).line_at(0).text.strip() == NO_DAYS


async def test_she_leaves_out_what_names_someone(open_room: OpenRoom) -> None:
    """All that is said of the bridge, but for what names the mayor; and then what names her or the Lenne."""
    async with open_room() as room:
        await room.press("slash", *"bridge", "enter", "F")
        assert names(room)[:2] == ["People", "Ada Brandt 2"]
        place = all_rows(room).index("Ada Brandt 2") - 3
        await room.press(*["j"] * place)
        assert names(room)[1] == "› Ada Brandt 2"
        await room.press("n")
        assert query(room) == 'bridge -person:"Ada Brandt"'
        assert set(room.titles) == {"How deep are the cracks?"}
        assert names(room) == ["People", "›not Ada Brandt 0"], "what is asked for stays to be taken out"
        await room.press("a")
        assert query(room) == 'bridge person:"Ada Brandt"'
        await room.press("x", "escape")
        assert query(room) == "bridge"


async def test_undated_articles_are_let_in_beside_a_span(open_room: OpenRoom) -> None:
    """He asks for a day, sees that one article has no date, and lets it in by OR."""
    async with open_room() as room:
        await room.press("F", "tab", "g", "a", "tab", *"jj")
        assert query(room) == "on:2024-03-12"
        assert rows(room)[-1] == "› undated +1"
        await room.press("o")
        assert query(room) == "on:2024-03-12 OR undated:yes"
        assert set(room.titles) == {"Old bridge closed to lorries", "Market day moves"}
        assert rows(room)[-1] == "›or undated 1"
        await room.press("x")
        assert query(room) == "on:2024-03-12"


async def test_facets_follow_results_that_come(open_room: OpenRoom, articles: Path) -> None:
    """The folder grows while she looks: the numbers grow with it."""
    async with open_room(sync=True) as room:
        await room.press("F")
        assert "› River Post 2" in rows(room)
        (articles / "more.txt").write_text(
            "More of it\nSource: River Post\n2 April 2024\n\nAnother report of the bridge has come.\n"
        )
        room.app._room._listed.begin_reading_in()
        room.app._room._questions.sync()
        await room.settle()
        assert "› River Post 3" in rows(room)
        assert days(room).border_title == "Days · by day, up to 1 · 1 undated"


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (160, 45)])
async def test_it_works_at_every_size(open_room: OpenRoom, size: tuple[int, int]) -> None:
    async with open_room(size=size) as room:
        await room.press("F", "tab", "g", "v", "l", "a", "tab", "a")
        assert query(room) == 'after:2024-03-12 before:2024-03-14 source:="Harbour Gazette"'
        await room.pilot.resize_terminal(100, 30)
        await room.settle()
        assert "1 article" in str(days(room).border_subtitle)


async def test_nothing_found_has_nothing_to_choose(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press(
            "slash", *"zeppelin", "enter", "F", "a", "o", "n", "x", "tab", "a", "v", "l", "x", "q"
        )
        assert query(room) == "zeppelin"

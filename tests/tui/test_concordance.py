"""The concordance: every hit of the query one a line, sifted and read from."""

import asyncio
import re
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from index.errors import LibraryDamaged
from tui.answers import ContextsFetched
from tui.library import Desk
from tui.screens.concordance import ConcordanceScreen
from tui.screens.help import HelpScreen
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def screen_of(room: Any) -> ConcordanceScreen:
    screen = room.app.screen
    assert isinstance(screen, ConcordanceScreen)
    return screen


def raw(room: Any) -> list[str]:
    """The lines of the concordance that are seen, frame and all."""
    strips = room.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    return [line for line in lines[1:] if line.startswith("│") and line.strip("│ \n")]


def seen(room: Any) -> list[str]:
    """The same without frame and outer blanks."""
    return [line.strip("│ \n") for line in raw(room)]


def said(room: Any) -> str:
    return str(screen_of(room).hits.border_subtitle)


def chosen(room: Any) -> str:
    """The line under the cursor."""
    (line,) = [line for line in seen(room) if line.startswith("▌")]
    return line.strip("▌ ")


async def search(room: Any, query: str) -> None:
    await room.pilot.press("slash")
    await room.type(query)
    await room.press("enter")


async def concordance(room: Any, query: str) -> None:
    await room.pilot.press("slash")
    await room.type(query)
    await room.press("enter", "K")


async def test_how_each_outlet_calls_the_same_thing(open_room: OpenRoom) -> None:
    """Story 7.

    K on the query, every hit one a line; sorted by the word to the right it shows how each outlet calls
    the same thing; x throws out what is not meant; Enter reads, Escape returns to the line.
    """
    async with open_room() as room:
        await concordance(room, "bridge")
        assert len(seen(room)) == 5
        assert "5 hits in 3 articles" in said(room)
        columns = {line.index("ridge") for line in raw(room)}
        assert len(columns) == 1, "all below each other"
        assert sum("Harbour Gazette" in line for line in seen(room)) == 3
        await room.press("greater_than_sign")
        assert said(room).endswith("by the word to the right")
        behind = [re.split("ridge", line)[1].split()[:1] for line in seen(room)]
        assert behind == [["closed"], ["go."], ["is"], ["over"], ["."]]
        await room.press("j", "x")
        assert len(seen(room)) == 4 and not any("ridge go" in line for line in seen(room))
        assert "4 hits in 2 articles · 1 rejected" in said(room)
        assert "bridge is closed" in chosen(room)
        line = chosen(room)
        await room.press("enter")
        main = room.app.screen
        assert isinstance(main, MainScreen)
        assert main.focused is main.reader and main.reader.article.title == "Ferry takes the lorries"
        hit = main.reader.hits[main.reader.hit_index]
        assert main.reader.article.text[hit.start :].startswith("bridge is closed")
        assert main.documents.current_key is not None
        await room.press("escape")
        assert chosen(room) == line and "1 rejected" in said(room)
        await room.press("escape")
        assert isinstance(room.app.screen, MainScreen)


async def test_the_whole_walk_is_on_the_trail(open_room: OpenRoom) -> None:
    """From a hit one reads on, and goes back on the trail as from anywhere."""
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("G", "enter")
        assert room.app.screen.trail.current.why == "concordance"
        first = room.app.screen.reader.article.title
        await room.press("n", "escape")
        assert isinstance(room.app.screen, ConcordanceScreen), "walking on leaves the way back open"
        await room.press("g", "enter")
        assert room.app.screen.reader.article.title != first
        await room.press("H")
        assert room.app.screen.reader.article.title == first


async def test_escape_leads_back_only_as_long_as_one_reads_what_was_opened(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("enter", "shift+tab", "j", "enter")
        assert room.app.screen.focused is room.app.screen.reader
        await room.press("escape")
        assert isinstance(room.app.screen, MainScreen), "this one was opened from the list"
        await room.press("K", "enter")
        await search(room, "cracks")
        await room.press("enter", "escape")
        assert isinstance(room.app.screen, MainScreen), "and this is another query"


async def test_the_orders_take_turns(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        orders = []
        for _ in range(5):
            orders.append(screen_of(room).sort)
            await room.press("s")
        assert orders == ["relevance", "left", "right", "date", "source"]
        await room.press("s", "s", "s")
        assert screen_of(room).sort == "date"
        dates = [line.strip("▌ ")[:11] for line in seen(room)]
        assert dates == ["20 Mar 2024", "14 Mar 2024", *["12 Mar 2024"] * 3]
        await room.press("s")
        outlets = [line.strip("▌ ")[13:].split("  ")[0] for line in seen(room)]
        assert outlets == [*["Harbour Gazette"] * 3, *["River Post"] * 2]
        await room.press("less_than_sign")
        before = [re.split("[bB]ridge", line)[0].split()[-1:] for line in seen(room)]
        assert before == [["Old"], ["old"], ["the"], ["the"], ["the"]]


async def test_an_order_that_was_chosen_holds_for_the_next_query(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("greater_than_sign", "escape")
        await concordance(room, "lorries")
        assert screen_of(room).sort == "right" and said(room).endswith("by the word to the right")


async def test_hits_are_put_under_their_articles_and_folded(open_room: OpenRoom) -> None:
    """Grouped, a heading says how many hits an article has; - folds it, _ folds all of them."""
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("minus")
        assert len(seen(room)) == 5, "nothing folds while hits stand each for itself"
        await room.press("A", "g")
        lines = seen(room)
        assert len(lines) == 8
        assert [line.split("  ")[0].strip("▌ ") for line in lines if "▾" in line] == ["▾ 3", "▾ 1", "▾ 1"]
        assert "Old bridge closed to lorries" in lines[0] and "Harbour Gazette · 12 Mar 2024" in lines[0]
        await room.press("j", "minus")
        assert len(seen(room)) == 5 and chosen(room).startswith("▸ 3")
        await room.press("n")
        assert not chosen(room).startswith(("▾", "▸")), "n goes from hit to hit"
        await room.press("underscore")
        assert len(seen(room)) == 3
        await room.press("underscore")
        assert len(seen(room)) == 8
        await room.press("A")
        assert len(seen(room)) == 5


async def test_an_article_is_rejected_by_its_heading_and_comes_back(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("A", "g", "x")
        assert len(seen(room)) == 4 and "2 hits in 2 articles · 3 rejected" in said(room)
        await room.press("j", "x")
        assert len(seen(room)) == 2 and "1 hit in 1 article · 4 rejected" in said(room)
        assert "▾ 1" in chosen(room), "a heading goes with the last of its hits"
        await room.press("U", "U")
        assert len(seen(room)) == 8 and "rejected" not in said(room)
        await room.press("U")
        assert "Nothing is rejected" in screen_of(room).key_line.message


async def test_several_are_rejected_by_a_count(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("3", "x")
        assert "2 hits" in said(room) and "3 rejected" in said(room)
        await room.press("9", "x")
        assert "0 hits" in said(room) and seen(room)
        await room.press("x", "j", "n", "enter", "U")
        assert "1 hit" in said(room) and len(seen(room)) == 1


async def test_what_is_rejected_stays_out_until_the_query_changes(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("x", "escape", "s", "K")
        assert "1 rejected" in said(room), "another order of the list is the same query"
        await room.press("escape")
        await concordance(room, "lorries")
        assert "rejected" not in said(room)


async def test_articles_that_are_read_in_meanwhile_move_no_line(open_room: OpenRoom, articles: Path) -> None:
    """More hits of the query come while one looks at some: they are there when one opens it anew."""
    async with open_room() as room:
        await concordance(room, "bridge")
        main = next(screen for screen in room.app.screen_stack if isinstance(screen, MainScreen))
        await room.press("j", "x", "j")
        line = chosen(room)

        async def more(name: str) -> None:
            (articles / name).write_text(f"The bridge of {name}\n\nA bridge.\n", "utf-8")
            main._desk._library.sync()
            main._listed._ask_anew()
            await room.settle()

        await more("new.txt")
        assert main.listing.hits_total == 7
        assert chosen(room) == line and "4 hits in 3 articles · 1 rejected" in said(room)
        await room.press("enter")
        await more("newer.txt")
        await room.press("escape")
        assert chosen(room) == line and "4 hits" in said(room)
        await room.press("escape", "K")
        assert "8 hits in 5 articles · 1 rejected" in said(room)
        assert chosen(room) == line


async def test_a_filter_is_written_into_the_query(open_room: OpenRoom) -> None:
    """The key l offers the outlet of the line one is on; what it comes to stands in the search line."""
    async with open_room() as room:
        await concordance(room, "bridge OR ferry")
        await room.press("G")
        outlet = re.search("Harbour Gazette|River Post", chosen(room))
        assert outlet
        await room.press("l")
        assert screen_of(room).field.value == f'source:"{outlet[0]}"'
        await room.press("enter")
        asked = f'(bridge OR ferry) source:"{outlet[0]}"'
        assert screen_of(room).asked == asked
        assert seen(room) and all(outlet[0] in line for line in seen(room))
        await room.press("escape")
        assert room.app.screen.search_bar.text == asked == room.app.screen.session.query


async def test_a_filter_that_cannot_be_read_is_said_and_left_to_be_mended(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("l", "home", "shift+end", "delete")
        await room.type('"open')
        await room.press("enter")
        screen = screen_of(room)
        assert screen.field.display and screen.notice.text
        await room.press("escape")
        assert not screen.field.display and not screen.notice.text
        assert screen.focused is screen.hits and screen.asked == "bridge"


async def test_a_limit_that_leaves_nothing_says_so(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "bridge")
        await room.press("l", "home", "shift+end", "delete")
        await room.type("zeppelin")
        await room.press("enter")
        assert "0 hits in 0 articles" in said(room)
        await room.press(
            "j", "n", "N", "x", "A", "minus", "underscore", "less_than_sign", "l", "escape", "enter"
        )
        await room.press("escape")
        assert room.app.screen.search_bar.text == "bridge zeppelin"


async def test_without_a_hit_there_is_no_concordance(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("K")
        assert isinstance(room.app.screen, MainScreen)
        assert "Nothing is searched for" in room.app.screen.key_line.message


async def test_an_expression_is_shown_as_well(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await concordance(room, "/cr[ae]\\w+/")
        await room.press("greater_than_sign")
        found = sorted(match[0] for line in seen(room) for match in [re.search(r"cr[ae]\w+", line)] if match)
        assert found == ["cracks", "cracks", "cracks", "crew"]


async def test_help_and_palette_know_what_can_be_done_there(open_room: OpenRoom) -> None:
    async with open_room(size=(120, 50)) as room:
        await concordance(room, "bridge")
        await room.press("question_mark")
        assert isinstance(room.app.screen, HelpScreen)
        lines = [
            "".join(segment.text for segment in strip)
            for strip in room.app.screen._compositor.render_strips()
        ]
        assert "In the concordance" in lines[1]
        await room.press("escape", "colon")
        await room.type("in the concordance its hits")
        await room.press("enter")
        assert "A puts them there" in screen_of(room).key_line.message


async def test_the_library_goes_away_behind_it(open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Contexts that cannot be fetched, an order that fails: it is said, and everything else works."""

    def broken(*args: object, **more: object) -> None:
        raise LibraryDamaged("The index is damaged.")

    async with open_room() as room:
        monkeypatch.setattr(Library, "contexts", broken)
        monkeypatch.setattr(Library, "order_hits", broken)
        await concordance(room, "bridge")
        assert screen_of(room).notice.text == "The index is damaged."
        await room.press("escape", "K", "greater_than_sign")
        assert screen_of(room).sort == "relevance" and screen_of(room).notice.text == "The index is damaged."
        await room.press("q")
    assert room.app.return_code == 0


async def test_sorting_is_called_off_with_escape(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While many hits are being sorted, the old order stays and can be walked; Escape keeps it."""
    begun, ended = threading.Event(), threading.Event()
    order_hits = Desk.order_hits

    def slow(self: Desk, listing: Any, sort: Any, told: Any, cancelled: Any) -> Any:
        told(0.25)
        begun.set()
        while not cancelled():
            ended.wait(0.01)
        ended.set()
        return order_hits(self, listing, sort, told, cancelled)

    async with open_room() as room:
        await concordance(room, "bridge")
        monkeypatch.setattr(Desk, "order_hits", slow)
        await room.pilot.press("greater_than_sign")
        await asyncio.to_thread(begun.wait, 10)
        await room.pilot.press("j")
        while "25%" not in said(room):
            await room.pilot.pause(0.01)
        await room.press("escape")
        assert ended.is_set() and said(room).endswith("by relevance")
        assert screen_of(room).sort == "relevance" and screen_of(room).hits.cursor == 1


async def test_many_hits_are_fetched_as_they_come_into_sight(open_room: OpenRoom, tmp_path: Path) -> None:
    """Ten thousand hits take no more than a screenful of contexts, and those at the end come when gone to."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        text = "\n\n".join(f"so it is {number} {part}, word by word" for part in range(250))
        (folder / f"{number:02}.txt").write_text(f"Title {number}\n\n{text}\n", "utf-8")
    async with open_room(folder) as room:
        await concordance(room, "word")
        assert screen_of(room).sifting.total == 10_000
        fetched = [message for message in room.messages if isinstance(message, ContextsFetched)]
        assert 0 < sum(len(message.contexts) for message in fetched) < 200
        await room.press("G")
        assert "…" not in chosen(room) and "249" in chosen(room)
        await room.press("less_than_sign")
        assert "so it is 0 0, word by word" in chosen(room)
        await room.press("space", "space", "b", "d", "u")
        assert all("word" in line for line in seen(room))


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (160, 45)])
async def test_it_fits_every_screen(open_room: OpenRoom, size: tuple[int, int]) -> None:
    async with open_room(size=size) as room:
        await concordance(room, "bridge")
        assert len(seen(room)) == 5
        assert len({line.index("ridge") for line in raw(room)}) == 1

"""Searches as things one keeps: saved under names, gone through again, narrowed, searched on from."""

import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from tui.answers import SavedRead
from tui.screens.history import HistoryScreen
from tui.screens.main import MainScreen
from tui.screens.saved import SavedScreen
from tui.screens.search_on import SearchOnScreen
from tui.widgets.search_list import SearchList

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def rows(room: Any) -> list[str]:
    """What stands in the list of searches that is open."""
    view = room.app.screen.query_one(SearchList)
    return [" ".join(view.line_at(row).text.split()) for row in range(view.line_count)]


def kept_in(room: Any, name: str) -> str:
    return (room.app._desk.library_data / name).read_text("utf-8")


async def search(room: Any, query: str) -> None:
    await room.press("slash")
    await room.type(query)
    await room.press("enter")


# Saved searches


async def test_what_is_new_this_morning(open_room: OpenRoom, articles: Path, tmp_path: Path) -> None:
    """The folder has grown overnight: "Saved: the bridge, 1 new"; looked at, nothing is new any more."""
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        await search(room, "bridge")
        await room.press("S", "a", *["backspace"] * 6)
        await room.type("the bridge")
        await room.press("enter")
        assert rows(room) == ["▌ the bridge 3", "bridge"]
        await room.press("escape")
        assert room.screen.key_line.message == ""
    (articles / "new.txt").write_text("Bridge open again\n\nThe bridge is open to all.\n", "utf-8")
    async with open_room(home=home, sync=True) as room:
        assert "Saved: the bridge, 1 new" in room.screen.key_line.message
        assert "S: 1 new" in str(room.screen.documents.border_subtitle), "it stands there until one looks"
        await room.press("S")
        assert rows(room) == ["▌ the bridge 1 new of 4", "bridge"]
        await room.press("enter")
        assert room.screen.session.query == "bridge"
        assert "Bridge open again" in room.titles
        assert "new" not in str(room.screen.documents.border_subtitle)
        await room.press("S")
        assert rows(room) == ["▌ the bridge 4", "bridge"]
    async with open_room(home=home, sync=True) as room:
        assert "Saved" not in room.screen.key_line.message
        assert any(isinstance(told, SavedRead) and told.is_counted for told in room.messages)


async def test_what_was_seen_stays_seen_when_the_library_is_made_anew(
    open_room: OpenRoom, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        await search(room, "bridge")
        await room.press("S", "a", "enter", "escape")
        library = room.screen._desk._library
        library.sync(rebuild=True)
        library.refresh()
        await room.press("S")
        assert rows(room) == ["▌ bridge 3", "bridge"]


async def test_saved_searches_are_renamed_deleted_and_brought_back(open_room: OpenRoom) -> None:
    async with open_room() as room:
        for query in ("bridge", "ferry"):
            await search(room, query)
            await room.press("S", "a", "enter", "escape")
        await room.press("S")
        assert rows(room)[::2] == ["▌ bridge 3", "ferry 1"]
        await room.press("j", "r", *["backspace"] * 5)
        await room.type("bridge")
        await room.press("enter")
        assert "already" in str(room.app.screen.query_one("#saved-said").content), "a name stands for one"
        await room.type("s")
        await room.press("enter")
        assert rows(room) == ["bridge 3", "bridge", "▌ bridges 1", "ferry"]
        await room.press("k", "x")
        assert rows(room) == ["▌ bridges 1", "ferry"]
        await room.press("U")
        assert rows(room)[::2] == ["▌ bridge 3", "bridges 1"]
        await room.press("escape")
        assert '\n"bridge" = "bridge"\n"bridges" = "ferry"\n' in kept_in(room, "saved-searches.toml")


async def test_another_search_is_not_replaced_unasked(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await search(room, "bridge")
        await room.press("S", "a", "enter", "escape")
        await search(room, "ferry")
        await room.press("S", "a", *["backspace"] * 5)
        await room.type("bridge")
        await room.press("enter")
        said = str(room.app.screen.query_one("#saved-said").content)
        assert said == "“bridge” asks for something else: bridge. Enter again replaces it."
        assert '"bridge" = "bridge"' in kept_in(room, "saved-searches.toml")
        await room.press("enter")
        assert '"bridge" = "ferry"' in kept_in(room, "saved-searches.toml")


async def test_a_line_written_by_hand_counts_and_a_damaged_one_is_named(open_room: OpenRoom) -> None:
    async with open_room() as room:
        path = room.screen._desk.library_data / "saved-searches.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "# of mine\nboats = 'ferry'\nbroken = 'ferry\n'unread' = '(ferry'\n"
        path.write_text(text)
        await room.press("S")
        assert rows(room)[0] == "▌ boats 1 new of 1"
        assert "bracket" in rows(room)[2] or "cannot be read" in rows(room)[2]
        assert "saved-searches.toml, line 3 is not read" in str(
            room.app.screen.query_one("#saved-said").content
        )
        await room.press("a")
        await room.type("all")
        await room.press("enter", "escape")
        assert path.read_text() == text + '"all" = ""\n', "what could not be read is kept, remarks are, too"
        await room.press("S", "j", "enter")
        assert room.screen.search_bar.is_typing, "a query that cannot be read is there to be mended"
        assert room.screen.search_bar.text == "(ferry"


async def test_no_search_is_saved_yet(open_room: OpenRoom) -> None:
    async with open_room(size=(60, 20)) as room:
        await room.press("S")
        screen = room.app.screen
        assert isinstance(screen, SavedScreen)
        assert "No search is saved yet" in screen.query_one(SearchList).empty_text
        await room.press("enter", "x", "r", "U", "S")
        assert isinstance(room.app.screen, MainScreen)


# Former searches


async def test_former_searches_come_back_with_the_arrows(open_room: OpenRoom) -> None:
    """Up leads back through the searches, down forward again, to what was being typed."""
    async with open_room() as room:
        screen = room.screen
        for query in ("bridge", "ferry", "bridge", "market"):
            await search(room, query)
        await room.press("slash")
        await room.press("up")
        assert screen.search_bar.text == "bridge", "the one that stands there is passed over"
        assert len(room.titles) == 3, "what it finds is there at once"
        await room.press("up", "up")
        assert screen.search_bar.text == "ferry", "each is there once, and there are no more"
        await room.press("down", "down")
        assert screen.search_bar.text == "market"
        await room.press("up", "enter")
        assert screen.session.query == "bridge"
        await room.press("slash", "down")
        assert screen.focused is screen.documents, "behind the latest lies the list"


async def test_former_searches_are_kept_with_what_they_found(open_room: OpenRoom, tmp_path: Path) -> None:
    home = tmp_path / "home"
    async with open_room(home=home) as room:
        for query in ("bridge", "ferry", "bridge"):
            await search(room, query)
        kept = [json.loads(line) for line in kept_in(room, "searches.jsonl").splitlines()]
        assert [(one["query"], one["articles"]) for one in kept] == [("bridge", 3), ("ferry", 1)]
    async with open_room(home=home) as room:
        await room.press("f6")
        assert isinstance(room.app.screen, HistoryScreen)
        assert rows(room)[0].startswith("▌ bridge 3 articles · ")
        await room.press("j", "enter")
        assert room.screen.session.query == "ferry"
        assert room.titles == ["Ferry takes the lorries"]


async def test_what_is_only_being_typed_is_no_search(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("bridge")
        await room.press("escape", "f6")
        assert room.app.screen.query_one(SearchList).empty_text == "You have not searched for anything yet."


# A search within the results


async def test_a_search_within_the_results(open_room: OpenRoom) -> None:
    """What is typed behind & narrows what was found, and the query shows how."""
    async with open_room() as room:
        screen = room.screen
        await search(room, "ferry OR cracks")
        assert len(room.titles) == 3
        await room.press("ampersand")
        assert screen.search_bar.text == "(ferry OR cracks) "
        await room.type("mayor")
        assert room.titles == ["Old bridge closed to lorries"]
        await room.press("escape")
        assert screen.search_bar.text == "ferry OR cracks" and len(room.titles) == 3
        await room.press("ampersand")
        await room.type("crew")
        await room.press("enter")
        assert screen.session.query == "(ferry OR cracks) crew"
        await room.press("slash")
        await room.type("market")
        assert screen.search_bar.text == "market", "elsewhere what stands there is replaced by typing"


# Searching on


async def test_from_a_hit_on_in_this_article(open_room: OpenRoom) -> None:
    """On the hit *lorries*: `*` `*` marks each of them here, n walks, Escape is back at the very place."""
    async with open_room(size=(120, 16)) as room:
        screen = room.screen
        await search(room, "carries")
        await room.press("enter")
        reader = screen.reader
        before = reader.hits, reader.hit_index, reader.place, screen.session.query
        await room.press("V", "l", "l", "asterisk")
        assert isinstance(room.app.screen, SearchOnScreen)
        await room.press("asterisk")
        marked = [reader.article.text[hit.start : hit.end] for hit in reader.hits if hit.field == "text"]
        assert marked == ["lorries"] and len(reader.hits) == 2, "in the headline, too"
        assert "lorries: 2 of 2 here" in screen.key_line.message
        await room.press("n")
        assert "No further lorries here" in screen.key_line.message
        assert reader.article.title == "Ferry takes the lorries", "it does not run on into another article"
        await room.press("N")
        assert reader.hit_index == 0
        await room.press("escape")
        assert (reader.hits, reader.hit_index, reader.place, screen.session.query) == before
        assert screen.focused is reader


async def test_the_clause_that_is_walked_comes_back_too(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "ferry OR lorries")
        await room.press("enter", "full_stop")
        before = screen.reader.clause, screen.reader.clauses
        assert before[0] == 0
        await room.press("asterisk", "asterisk")
        assert screen.reader.clause is None
        await room.press("full_stop")
        assert "in this article alone" in screen.key_line.message
        await room.press("escape")
        assert (screen.reader.clause, screen.reader.clauses) == before


async def test_from_a_word_into_the_library_and_back(open_room: OpenRoom) -> None:
    """`*` `/` searches the library; H, or Escape from the list, is back at the very place."""
    async with open_room(size=(120, 16)) as room:
        screen = room.screen
        await search(room, "ferry")
        await room.press("enter", "right_curly_bracket")
        before = screen.session.query, screen.reader.article.id, screen.reader.place
        for way_back in (("escape",), ("H",), ("enter", "escape", "escape")):
            await room.press("V", "asterisk", "slash")
            assert screen.session.query == "Ada" and screen.focused is screen.documents
            assert len(room.titles) == 2
            await room.press(*way_back)
            assert (screen.session.query, screen.reader.article.id, screen.reader.place) == before
            assert screen.focused is screen.reader


async def test_several_words_are_selected_with_keys_and_found_literally(open_room: OpenRoom) -> None:
    """V, Space, and on to where the selection ends; signs in it are no operators."""
    async with open_room() as room:
        screen = room.screen
        await search(room, "thanked")
        await room.press("enter", "V", "space", *"llll")
        assert screen.get_selected_text() == "thanked the crew of the"
        await room.press("space", "space", "h", "h", "k")
        assert screen.reader.is_selecting and screen.key_line.keys[0] == ("h l", "word")
        await room.press("j", "y")
        assert "sent to the terminal's clipboard" in screen.key_line.message
        await room.press("asterisk", "slash")
        assert screen.session.query.startswith('"') and room.titles == ["Ferry takes the lorries"]
        assert not screen.reader.is_selecting and screen.get_selected_text() is None
        assert screen.key_line.keys[0] != ("h l", "word")


async def test_a_selection_across_paragraphs_is_searched_for_in_pieces(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "crack")
        await room.press("enter")
        article = screen.reader.article
        first, second = article.passages[0], article.passages[1]
        words = screen._searching_on
        screen.reader.begin_selecting(first.end - 2)
        await room.press("space", "l", "l")
        assert len(words.selected("")) == 2
        await room.press("asterisk", "slash")
        assert screen.session.query.count('"') in (2, 4) and article.title in room.titles
        assert article.text[second.start : second.start + 4] in screen.session.query


async def test_a_selection_within_the_results_and_a_name(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await search(room, "cracks OR ferry")
        await room.press("e", "asterisk", "ampersand")
        name = screen.session.query.removeprefix("(cracks OR ferry) ")
        assert name.strip('"') and name != screen.session.query
        await room.press("slash", "escape")
        assert screen.session.query.startswith("(cracks OR ferry) ")


async def test_without_a_selection_a_word_is_to_be_chosen(open_room: OpenRoom) -> None:
    async with open_room(size=(60, 20)) as room:
        screen = room.screen
        await room.press("asterisk")
        assert "Choose a word" in screen.key_line.message
        assert screen.reader.is_selecting and screen.focused is screen.reader
        await room.press("l", "asterisk")
        assert isinstance(room.app.screen, SearchOnScreen)
        await room.press("escape")
        assert screen.reader.is_selecting, "the selection is there still"
        await room.press("escape")
        assert not screen.reader.is_selecting and screen.focused is screen.reader
        await room.press("h", "l", "escape")
        assert screen.focused is screen.documents, "keys mean again what they mean elsewhere"


async def test_the_place_is_kept_when_the_window_changes(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("enter", "V", "l", "space", "l")
        selected = screen.get_selected_text()
        await room.pilot.resize_terminal(70, 20)
        await room.settle()
        assert screen.get_selected_text() == selected

"""From a query to the place in the text: each test is a piece of a story."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from tui.answers import FindEnded
from tui.messages import HitChanged

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def current_hit(room: Any) -> str:
    reader = room.screen.reader
    hit = reader.hits[reader.hit_index]
    assert reader.article is not None
    return (reader.article.title if hit.field == "title" else reader.article.text)[hit.start : hit.end]


async def test_a_word_being_typed_has_its_other_forms_already(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("lorry")
        live = sorted(room.titles)
        assert live == ["Ferry takes the lorries", "Old bridge closed to lorries"]
        await room.press("enter")
        assert sorted(room.titles) == live


async def test_searching_narrows_the_list_at_each_letter(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("cr")
        assert sorted(room.titles) == [
            "Ferry takes the lorries",
            "How deep are the cracks?",
            "Old bridge closed to lorries",
        ]
        await room.type("ew")
        assert room.titles == ["Ferry takes the lorries"]
        assert room.screen.search_bar.summary == "1 hit in 1 of 4 articles"
        answers = [message.answer for message in room.messages if isinstance(message, FindEnded)]
        assert answers[-1].listing.query == "(crew* OR crew)"
        await room.press("enter")
        assert room.screen.listing.query == "crew", (
            "a word that is finished is the word and not its beginning"
        )


async def test_enter_keeps_the_results_and_escape_the_old_ones(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("ferry")
        await room.press("enter")
        assert screen.focused is screen.documents
        await room.press("slash")
        await room.type("market")
        assert room.titles == ["Market day moves"]
        await room.press("escape")
        assert screen.search_bar.text == "ferry"
        assert room.titles == ["Ferry takes the lorries"]


async def test_from_a_word_to_the_place_and_on_into_the_next_article(open_room: OpenRoom) -> None:
    """Enter opens at the first hit, n walks on past the end into the next article, N back."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("bridge")
        await room.press("enter", "enter")
        assert screen.focused is screen.reader
        first = screen.reader.article.title
        assert current_hit(room).casefold() == "bridge"
        walked = [(screen.reader.article.id, screen.reader.hit_index)]
        total = screen.listing.hits_total
        for _ in range(total - 1):
            await room.press("n")
            walked.append((screen.reader.article.id, screen.reader.hit_index))
            assert current_hit(room).casefold() == "bridge"
        assert len(set(walked)) == total, "every hit of every article, once"
        assert len({article for article, _ in walked}) == len(screen.listing.keys) == 3
        await room.press("n")
        assert screen.key_line.message == "No further hit."
        for place in reversed(walked[:-1]):
            await room.press("N")
            assert (screen.reader.article.id, screen.reader.hit_index) == place
        assert screen.reader.article.title == first
        assert any(isinstance(message, HitChanged) for message in room.messages)


async def test_a_phrase_marks_only_where_both_words_stand_together(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type('"the bridge"')
        await room.press("enter", "enter")
        screen = room.screen
        assert current_hit(room).casefold() == "the bridge"
        assert len(screen.reader.hits) == 1


async def test_a_query_that_cannot_be_read_keeps_the_old_results(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("ferry")
        await room.type(' "the cre')
        assert screen.notice.text == "", "nobody is scolded while typing"
        assert room.titles == ["Ferry takes the lorries"]
        await room.press("enter")
        assert screen.search_bar.is_typing
        assert "not closed" in screen.notice.text
        assert room.titles == ["Ferry takes the lorries"]
        await room.type('w"')
        await room.press("enter")
        assert screen.notice.text == ""
        assert screen.focused is screen.documents


async def test_nothing_found_says_which_word_is_to_blame(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("ferri bridge")
        screen = room.screen
        assert screen.documents.empty_text == "Nothing found: “ferri” occurs nowhere; “bridge” in 3."
        assert screen.reader.article is None
        assert screen.sidebar.empty_text == "No article is open."


async def test_undated_articles_left_out_are_counted(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("the after:2024-03-13")
        assert sorted(room.titles) == ["Ferry takes the lorries", "How deep are the cracks?"]
        assert "1 undated left out" in str(room.screen.documents.border_subtitle)


async def test_an_expression_waits_for_its_second_slash(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("lorries /(closed")
        assert sorted(room.titles) == ["Ferry takes the lorries", "Old bridge closed to lorries"]
        await room.type(" to)")
        assert room.screen.notice.text == ""
        await room.type("/")
        assert room.titles == ["Old bridge closed to lorries"]
        await room.press("enter", "enter")
        assert current_hit(room) == "closed to"


async def test_a_search_that_takes_too_long_says_what_to_do(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.fulltext.scanning.SECONDS", -1)
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("ferry")
        await room.type(" /the/")
        assert screen.notice.text == "", "nobody is scolded while typing"
        assert room.titles == ["Ferry takes the lorries"]
        await room.press("enter")
        assert "Put a word beside it" in screen.notice.text
        await room.press("slash", "end", *["backspace"] * 6, "enter")
        assert screen.notice.text == ""


async def test_what_stands_for_too_many_words_is_told(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.fulltext.bounding.MOST_WORDS", 2)
    async with open_room() as room:
        await room.press("slash")
        await room.type("c*")
        label = str(room.screen.documents.border_subtitle)
        assert label.startswith("“c*” without its ") and label.endswith(" rarest words")


async def test_the_list_can_be_sorted(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("s")
        assert room.titles[0] == "Old bridge closed to lorries"
        assert room.screen.search_bar.summary.endswith("oldest first")
        await room.press("s")
        assert room.titles[0] == "Old bridge closed to lorries", "Harbour Gazette comes before River Post"


async def test_opening_from_the_search_line_keeps_the_query_and_reads(open_room: OpenRoom) -> None:
    """The command may be bound to a key of one's own, or called from the palette."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("ferry")
        await screen.run_action("open")
        await room.settle()
        assert screen.session.query == "ferry"
        assert screen.focused is screen.reader
        assert current_hit(room).casefold() == "ferry"
        await room.press("slash")
        await room.type('"the')
        await screen.run_action("open")
        await room.settle()
        assert screen.search_bar.is_typing and "not closed" in screen.notice.text

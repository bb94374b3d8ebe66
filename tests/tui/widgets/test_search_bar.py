"""The search line: the query has its room, whatever there is to say of it."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from textual.widgets import Input, Label

from index.model import Listing
from tui.screens.list_phrases import summaries
from tui.widgets.search_bar import HINTS, QUERY_ROOM, SearchBar

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

FULL, PLAIN, SHORT, SHORTEST = (
    "13 hits in 4 of 2,318 articles, by relevance",
    "13 hits in 4 of 2,318 articles",
    "13 hits in 4 articles",
    "13 in 4",
)


def found(query: str, documents: int, hits: int) -> Listing:
    return Listing(query, range(documents), [1] * documents, hits, 0, ())


def test_a_summary_is_said_in_fewer_and_fewer_words() -> None:
    assert summaries(found("trump", 4, 13), 2318, "relevance") == (FULL, PLAIN, SHORT, SHORTEST)
    assert summaries(found("trump", 1, 1), 2, "relevance")[0] == "1 hit in 1 of 2 articles", (
        "one has no order"
    )
    assert summaries(found("", 9, 0), 2318, "newest") == ("2,318 articles, newest first", "2,318 articles")
    assert summaries(found("after:2025", 4, 0), 9, "newest") == (
        "4 of 9 articles, newest first",
        "4 of 9 articles",
        "4 of 9",
        "4",
    )


def test_each_summary_is_shorter_than_the_one_before() -> None:
    for query, documents, hits in (("", 9, 0), ("a", 0, 0), ("a", 1, 1), ("a", 4, 13), ("after:2025", 4, 0)):
        said = summaries(found(query, documents, hits), 2318, "newest")
        assert sorted(said, key=len, reverse=True) == list(said)


@pytest.mark.parametrize(
    ("width", "query", "said"),
    [
        (160, "trump", FULL),
        (80, "trump", FULL),
        (80, "trump fordow natanz", FULL),
        (80, "trump fordow natanz isfahan", PLAIN),
        (80, "trump " * 9, SHORTEST),
        (80, "trump " * 12, ""),
        (60, "trump", SHORT),
        (40, "trump", SHORTEST),
        (40, "trump fordow natanz", SHORTEST),
        (40, "trump fordow natanz isfahan", ""),
    ],
)
async def test_the_query_is_never_squeezed(open_room: OpenRoom, width: int, query: str, said: str) -> None:
    async with open_room(size=(width, 12)) as room:
        bar: SearchBar = room.app.screen.search_bar
        bar.set_text(query)
        bar.summaries = (FULL, PLAIN, SHORT, SHORTEST)
        await room.pilot.pause()
        label = bar.query_one("#search-summary", Label)
        assert (str(label.content) if label.display else "") == said
        assert label.region.right <= width
        field = bar.query_one(Input)
        assert field.size.width >= min(QUERY_ROOM, width // 2, width - 9)
        assert bar.summary == FULL
        if said:
            assert field.size.width > len(query), "all of it can be seen"


async def test_more_is_said_when_there_is_more_room(open_room: OpenRoom) -> None:
    async with open_room(size=(40, 12)) as room:
        bar: SearchBar = room.app.screen.search_bar
        bar.summaries = (FULL, PLAIN, SHORT, SHORTEST)
        label = bar.query_one("#search-summary", Label)
        assert str(label.content) == SHORTEST
        await room.pilot.resize_terminal(120, 30)
        await room.settle()
        assert str(label.content) == FULL


@pytest.mark.parametrize("width", [160, 120, 80, 60, 40])
async def test_the_hint_is_not_cut(open_room: OpenRoom, width: int) -> None:
    async with open_room(size=(width, 12)) as room:
        field = room.app.screen.search_bar.query_one(Input)
        assert field.placeholder in HINTS
        assert len(field.placeholder) <= field.size.width

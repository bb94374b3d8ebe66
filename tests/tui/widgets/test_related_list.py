"""The related passages: what the list shows, where its cursor goes, what it tells."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from index.model import Copy, Document, Reason, Related
from tui.messages import OpenRelated, RelatedChosen
from tui.widgets.related_list import RelatedList

Show = Callable[..., Any]
Read = Callable[[Widget], list[str]]

TEXTS = [
    "Trump said that the attack on Fordow and Natanz was “highly successful”.",
    "Three sites were struck before dawn.",
    "The foreign minister left for Moscow.",
]


def related(number: int, text: str | None = None) -> Related:
    text = TEXTS[number % 3] if text is None else text
    document = Document(str(number), "/a", "A title", "The Cradle", None, "2025-06-23", "en", None, "", "")
    at = text.find(" ") % max(1, len(text))
    why = Reason("term", text[:at], ((0, at),), ((50, 50 + at),))
    return Related(document, number, 50, 50 + len(text), text, 1.0, (why,), ())


def rows(count: int) -> list[Related]:
    return [related(number) for number in range(count)]


def a_list(count: int = 3) -> RelatedList:
    passages = RelatedList()
    passages.show_related(rows(count))
    return passages


def told(app: Any, kind: type[Any]) -> list[int]:
    return [message.index for message in app.of(kind)]


async def test_rows_say_where_what_and_why(show: Show, screen_text: Read) -> None:
    passages = a_list()
    async with show(passages, (40, 20)):
        assert screen_text(passages)[:12] == [
            "▌ 1 23 Jun 2025 · The Cradle",
            "▌   Trump said that the attack on",
            "▌   Fordow and Natanz was “highly",
            "▌   successful”.",
            "▌   Trump",
            "",
            "  2 23 Jun 2025 · The Cradle",
            "    Three sites were struck before",
            "    dawn.",
            "    Three",
            "",
            "  3 23 Jun 2025 · The Cradle",
        ]


async def test_the_chosen_row_is_seen_without_the_focus(show: Show, screen_text: Read) -> None:
    passages = a_list()
    async with show(passages, (40, 20)) as (app, pilot):
        app.screen.set_focus(None)
        await pilot.pause()
        assert [line[:1] for line in screen_text(passages)[:7]] == ["▌"] * 5 + ["", " "]
        raised = passages.get_component_rich_style("line-view--chosen", partial=True).bgcolor
        for y, chosen in ((1, True), (5, False), (7, False)):
            grounds = {segment.style.bgcolor for segment in passages.render_line(y) if segment.style}
            assert (grounds == {raised}) == chosen


async def test_words_that_are_reasons_are_marked_in_the_passage(show: Show) -> None:
    passages = a_list()
    async with show(passages, (40, 20)):
        green = passages.get_component_rich_style("line-view--reason", partial=True).color
        seen = [
            [segment.text.strip() for segment in passages.render_line(y) if segment.style.color == green]
            for y in (0, 1, 4, 7)
        ]
        assert seen == [[], ["Trump"], ["Trump"], ["Three"]]


async def test_the_cursor_tells_where_it_lands(show: Show) -> None:
    passages = a_list()
    async with show(passages) as (app, pilot):
        for _ in range(3):
            passages.action_cursor_down()
            await pilot.pause()
        passages.action_open()
        await pilot.pause()
        assert told(app, RelatedChosen) == [0, 1, 2] and told(app, OpenRelated) == [2]
        assert passages.current == related(2) == passages.row(2)
        assert passages.row(3) is None and passages.row(-1) is None


async def test_other_rows_are_told_even_if_the_place_is_the_same(show: Show) -> None:
    passages = a_list()
    async with show(passages) as (app, pilot):
        app.heard.clear()
        passages.show_related(rows(2))
        await pilot.pause()
        assert told(app, RelatedChosen) == [0]
        passages.show_related([])
        await pilot.pause()
        assert told(app, RelatedChosen) == [0] and passages.current is None


async def test_a_click_chooses_and_a_second_one_opens(show: Show) -> None:
    passages = a_list()
    async with show(passages, (40, 20)) as (app, pilot):
        app.heard.clear()
        await pilot.click(RelatedList, offset=(8, 8))
        assert told(app, RelatedChosen) == [1] and not told(app, OpenRelated)
        await pilot.click(RelatedList, offset=(8, 9))
        assert told(app, OpenRelated) == [1]


async def test_rows_that_come_back_stand_as_they_were_left(show: Show) -> None:
    passages = a_list(20)
    async with show(passages, (40, 14)):
        passages.move_cursor(9)
        place, top = passages.place, passages.top
        passages.show_related(rows(3))
        assert passages.cursor == 0 and passages.top == 0
        passages.show_related(rows(20), place)
        assert passages.current == related(9) and passages.top == top
        passages.show_related(rows(4), place)
        assert passages.cursor == 0 and passages.top == 0, "its passage is not there any more"
        passages.show_related([])
        assert passages.place is None


async def test_a_chosen_row_is_seen_whole(show: Show) -> None:
    passages = a_list(12)
    async with show(passages, (40, 14)):
        for item in (*range(12), *reversed(range(12))):
            passages.move_cursor(item)
            assert passages.top <= passages.first_row(item)
            assert passages.first_row(item) + passages.marked_height(item) <= passages.top + passages.page


async def test_the_last_row_is_not_followed_by_air(show: Show, screen_text: Read) -> None:
    passages = a_list(12)
    async with show(passages, (40, 14)):
        passages.action_bottom()
        assert screen_text(passages)[11].strip("▌ ") == "The"


def test_before_it_has_a_size_it_says_nothing() -> None:
    passages = RelatedList()
    passages.empty_text = "Nothing related in the other articles."
    assert [passages.line_at(row).text for row in range(3)] == ["", "", ""]


async def test_nothing_is_related(show: Show, screen_text: Read) -> None:
    passages = RelatedList()
    passages.empty_text = "Nothing related in the other articles."
    async with show(passages, (40, 10)) as (app, pilot):
        assert screen_text(passages)[1:3] == ["  Nothing related in the other", "  articles."]
        for action in ("cursor_down", "page_up", "bottom", "open"):
            getattr(passages, f"action_{action}")()
        await pilot.click(RelatedList, offset=(4, 4))
        assert not told(app, RelatedChosen) and not told(app, OpenRelated)


async def test_a_row_is_gone_to_while_the_list_is_folded_away(show: Show, screen_text: Read) -> None:
    passages = RelatedList()
    passages.display = False
    async with show(passages, (40, 20)) as (app, pilot):
        passages.show_related(rows(3))
        passages.move_cursor(2)
        await pilot.pause()
        assert passages.current == related(2) and told(app, RelatedChosen)[-1] == 2
        passages.display = True
        await pilot.pause()
        assert screen_text(passages)[11] == "▌ 3 23 Jun 2025 · The Cradle"
        passages.display = False
        await pilot.pause()
        passages.show_related(rows(1))
        passages.show_related(rows(8))
        passages.move_cursor(7)
        passages.display = True
        await pilot.pause()
        assert passages.current == related(7) and passages.item_count == 8


async def test_a_selection_gives_the_passage_without_its_margin(show: Show) -> None:
    passages = a_list()
    async with show(passages, (40, 20)):
        selected = passages.get_selection(Selection(Offset(0, 1), Offset(16, 3)))
        assert selected is not None
        assert selected[0] == "Trump said that the attack on\nFordow and Natanz was “highly\nsuccessful”."


@pytest.mark.parametrize("width", [1, 2, 3, 5, 10, 20])
async def test_no_window_is_too_narrow(show: Show, width: int) -> None:
    passages = RelatedList()
    passages.styles.border = ("none", "white")
    texts = ["外長宣布前往莫斯科 會談", "👨\u200d👩\u200d👧 family", "שלום עולם", "", "a" * 300]
    made = [related(number, text) for number, text in enumerate(texts)]
    copy = Copy(made[0].document, 0, 0, 1, "x")
    passages.show_related([*made, Related(made[0].document, 9, 0, 1, "x", copies=(copy,))])
    async with show(passages, (width, 12)) as (_, pilot):
        passages.action_bottom()
        await pilot.pause()
        assert passages.item_count == 6 and passages.cursor == 5

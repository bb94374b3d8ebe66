"""The reader: what stands where, and where one is."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from index.model import Article, Hit, Span
from tui.messages import PassageChanged, ReaderScrolled
from tui.themes import LIGHT
from tui.widgets.reader import Reader

Show = Callable[..., Any]
Make = Callable[..., Article]
Find = Callable[[Article, str], list[Hit]]
Read = Callable[[Widget], list[str]]

TEXT = (
    "\n\n".join(
        f"Paragraph {number} says that Fordow was struck, and that Natanz was. " * 3 for number in range(20)
    )
    .replace(" \n", "\n")
    .strip()
)


def barred(reader: Reader, screen_text: Read) -> list[int]:
    return [y for y, line in enumerate(screen_text(reader)) if "▌" in line]


async def test_the_head_stands_over_the_text(show: Show, make_article: Make, screen_text: Read) -> None:
    reader = Reader()
    reader.show_article(make_article("First paragraph.\n\nSecond paragraph.", "Putin, Araghchi to meet"))
    async with show(reader, (68, 14)):
        assert screen_text(reader)[:8] == [
            "",
            "  Putin, Araghchi to meet",
            "  Monday 23 June 2025 · The Cradle · News Desk · 1 min",
            "",
            "  ▌ First paragraph.",
            "",
            "    Second paragraph.",
            "",
        ]


async def test_the_passage_of_the_hit_is_the_current_one(
    show: Show, make_article: Make, find_hits: Find, screen_text: Read
) -> None:
    article = make_article(TEXT)
    reader = Reader()
    reader.show_article(article, find_hits(article, "Paragraph 7"))
    async with show(reader, (60, 20)) as (app, pilot):
        assert reader.next_hit()
        await pilot.pause()
        assert reader.passage == 7
        assert [message.number for message in app.of(PassageChanged)][-1] == 7
        lines = screen_text(reader)
        bars = barred(reader, screen_text)
        assert "Paragraph 7" in lines[bars[0]] and len(bars) == bars[-1] - bars[0] + 1
        assert lines[bars[-1] + 1] == ""


async def test_passages_are_walked(show: Show, make_article: Make) -> None:
    reader = Reader()
    reader.show_article(make_article(TEXT))
    async with show(reader, (60, 14)) as (_, pilot):
        reader.walk_passages(-1)
        assert reader.passage == 0
        for number in range(1, 20):
            reader.walk_passages(1)
            await pilot.pause()
            assert reader.passage == number
        reader.walk_passages(1)
        assert reader.passage == 19
        reader.walk_passages(-20)
        assert reader.passage == 0
        await pilot.pause()
        assert reader.top == 0
        assert not reader.go_to_passage(20) and not reader.go_to_passage(-1)


async def test_scrolled_out_of_sight_the_passage_gives_way(show: Show, make_article: Make) -> None:
    reader = Reader()
    reader.show_article(make_article(TEXT))
    async with show(reader, (60, 14)) as (app, pilot):
        reader.action_cursor_down(3)
        await pilot.pause()
        assert reader.passage == 0
        reader.action_page_down(2)
        await pilot.pause()
        assert reader.laid is not None
        first, end = reader.laid.rows_of_passage(reader.passage)
        assert first < reader.top + reader.page and end > reader.top
        assert reader.laid.rows_of_passage(reader.passage - 1)[1] <= reader.top
        assert app.of(PassageChanged)[-1].number == reader.passage
        assert app.of(ReaderScrolled)[-1].percent == reader.percent


async def test_a_place_is_come_back_to(show: Show, make_article: Make) -> None:
    article = make_article(TEXT)
    reader = Reader()
    reader.show_article(article)
    async with show(reader, (60, 14)) as (_, pilot):
        reader.go_to_passage(9)
        reader.action_cursor_down(2)
        await pilot.pause()
        place, top = reader.place, reader.top
        reader.show_article(make_article("Another.", id="2"))
        await pilot.pause()
        reader.show_article(article)
        reader.restore(place)
        await pilot.pause()
        assert reader.top == top and reader.passage == 9 and reader.place == place


async def test_a_place_can_be_restored_before_there_is_a_window(show: Show, make_article: Make) -> None:
    reader = Reader()
    reader.show_article(make_article(TEXT))
    reader.restore((12, -2))
    async with show(reader, (60, 14)):
        assert reader.passage == 12
        assert tuple(reader.place) == (12, -2)


async def test_the_same_text_stays_at_the_top_when_the_window_changes(
    show: Show, make_article: Make, screen_text: Read
) -> None:
    reader = Reader()
    reader.show_article(make_article(TEXT))
    async with show(reader, (60, 14)) as (_, pilot):
        reader.go_to_passage(9)
        await pilot.pause()
        reader.show_row(reader.laid.rows_of_passage(9)[0])  # type: ignore[union-attr]
        await pilot.pause()
        for width in (100, 41, 12, 60):
            await pilot.resize_terminal(width, 14)
            await pilot.pause()
            assert reader.held()[0] == reader.laid.passage_starts[9]  # type: ignore[union-attr]
            assert "Par" in screen_text(reader)[0]


async def test_pieces_of_a_long_paragraph_have_their_own_bar(
    show: Show, make_article: Make, screen_text: Read
) -> None:
    text = "A sentence of some length here. " * 6
    article = make_article(text.strip(), passages=[(0, 95), (96, len(text) - 1)])
    reader = Reader()
    reader.show_article(article)
    async with show(reader, (50, 14)) as (_, pilot):
        first = barred(reader, screen_text)
        reader.walk_passages(1)
        await pilot.pause()
        second = barred(reader, screen_text)
        assert "" not in screen_text(reader)[first[0] : second[-1]]
        assert first[0] < second[0] <= first[-1] + 1


async def test_a_selection_is_the_articles_own_text(show: Show, make_article: Make) -> None:
    text = (
        "The Kremlin condemned the actions and expressed its condolences for\n"
        "casualties of the strikes.\n\nEnd."
    )
    reader = Reader()
    reader.show_article(make_article(text))
    async with show(reader, (46, 14)):
        everything = reader.get_selection(Selection(None, None))
        assert everything is not None
        assert everything[0] == f"A title\nMonday 23 June 2025 · The Cradle · News\nDesk · 1 min\n\n{text}"
        row = reader.laid.row_of(0)  # type: ignore[union-attr]
        part = reader.get_selection(Selection(Offset(4, row), Offset(3, row + 4)))
        assert part is not None and part[0] == text[4:].removesuffix(".")
        assert reader.selected_span(Selection(Offset(4, row), Offset(-3, row))) is None
        assert reader.selected_span() is None


async def test_text_is_selected_with_the_mouse(show: Show, make_article: Make) -> None:
    reader = Reader()
    reader.show_article(make_article("外👨\u200d👩\u200d👧 and some words.\n\nMore."))
    async with show(reader, (60, 14)) as (app, pilot):
        left, row = 1 + 4, 1 + 4
        await pilot.mouse_down(Reader, offset=(left + 2, row))
        await pilot.hover(Reader, offset=(left + 7, row))
        await pilot.mouse_up(Reader, offset=(left + 7, row))
        await pilot.pause()
        assert app.screen.get_selected_text() == "👨\u200d👩\u200d👧 and"
        assert reader.selected_span() == Span(1, 10)
        selected = app.screen.get_component_rich_style("screen--selection").bgcolor
        shown = [s.text for s in reader.render_line(4) if s.style is not None and s.style.bgcolor == selected]
        assert "".join(shown) == "👨\u200d👩\u200d👧 and"


@pytest.mark.parametrize("text", ["", "x", "外長宣布前往\n\nשָׁלוֹם مُحَمَّد 👨\u200d👩\u200d👧 \x1b[31m\ttab"])
@pytest.mark.parametrize("size", [(1, 1), (3, 3), (7, 4), (200, 50)])
async def test_no_window_is_too_small(
    show: Show, make_article: Make, find_hits: Find, text: str, size: tuple[int, int]
) -> None:
    article = make_article(text, "")
    reader = Reader()
    async with show(reader, size) as (_, pilot):
        reader.show_article(article, find_hits(article, r"\w"))
        for move in (
            reader.next_hit,
            partial(reader.walk_passages, 1),
            reader.previous_hit,
            reader.action_bottom,
        ):
            move()
            await pilot.pause()
        assert 0 <= reader.percent <= 100
        assert not any("\x1b" in reader.render_line(y).text for y in range(reader.size.height))


async def test_a_very_large_article_opens_at_once_and_is_whole_soon(
    show: Show, make_article: Make, find_hits: Find, screen_text: Read
) -> None:
    text = "\n\n".join(f"Paragraph {number} has these words and more of them." for number in range(25_000))
    article = make_article(text)
    reader = Reader()
    async with show(reader, (61, 14)) as (app, pilot):
        reader.show_article(article, find_hits(article, "Paragraph 24999"))
        assert "Paragraph 0 has" in "\n".join(screen_text(reader))
        assert reader.go_to_hit(0)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert reader.line_count == len(article.passages) * 2 + 4
        assert reader.passage == 24_999
        assert "Paragraph 24999" in "\n".join(screen_text(reader))
        held = reader.held()
        await pilot.resize_terminal(31, 14)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert reader.line_count == len(article.passages) * 3 + 4
        assert reader.held() == held


async def test_a_theme_reaches_the_text(show: Show, make_article: Make) -> None:
    reader = Reader()
    reader.show_article(make_article(TEXT))
    async with show(reader) as (app, pilot):
        dark = {segment.style for segment in reader.render_line(5)}
        app.theme = LIGHT.name
        await pilot.pause()
        assert dark.isdisjoint({segment.style for segment in reader.render_line(5)})


async def test_labels_are_no_markup(show: Show, make_article: Make) -> None:
    reader = Reader()
    reader.show_article(make_article(TEXT))
    async with show(reader) as (_, pilot):
        reader.label("[b]Title[/b]\x1b", "[red]78 %")
        await pilot.pause()
        assert str(reader._border_title) == "[b]Title[/b]\ufffd"
        assert str(reader._border_subtitle) == "[red]78 %"


async def test_a_new_label_paints_no_line_of_text(show: Show, make_article: Make) -> None:
    reader = Reader()
    reader.show_article(make_article(TEXT))
    async with show(reader) as (_, pilot):
        await pilot.pause()
        seen: list[int] = []
        render = reader.render_line
        reader.render_line = lambda y: seen.append(y) or render(y)  # type: ignore[method-assign,func-returns-value]
        reader.label("", "hit 1 of 2")
        await pilot.pause()
        assert seen == []


async def test_a_click_makes_a_passage_current_two_select_a_word_three_the_paragraph(
    show: Show, make_article: Make
) -> None:
    reader = Reader()
    reader.show_article(make_article("First one.\n\nThe Kremlin’s state-of-the-art reply.\n\nThird."))
    async with show(reader, (60, 14)) as (app, pilot):
        place = (1 + 4 + 6, 1 + 6)
        await pilot.click(Reader, offset=place)
        assert reader.passage == 1
        assert app.screen.get_selected_text() is None
        await pilot.click(Reader, offset=place, times=2)
        assert app.screen.get_selected_text() == "Kremlin’s"
        await pilot.click(Reader, offset=place, times=3)
        assert app.screen.get_selected_text() == "The Kremlin’s state-of-the-art reply."
        await pilot.click(Reader, offset=(8, 12))
        assert app.screen.get_selected_text() is None

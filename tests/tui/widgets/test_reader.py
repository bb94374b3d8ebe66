"""The reader: what stands where, and where one is."""

from collections.abc import Callable
from typing import Any

import pytest
from rich.color import Color
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from index.model import Article, Hit, HitClause, Span
from tui.messages import HitChanged, PassageChanged, ReaderScrolled
from tui.themes import LIGHT
from tui.widgets import ticks as ticks_module
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


def painted(reader: Reader, component: str) -> list[str]:
    """Return what is painted in the colour of a component."""
    wanted: Style = reader.get_component_rich_style(component, partial=True)
    return [
        segment.text.strip()
        for y in range(reader.size.height)
        for segment in reader.render_line(y)
        if segment.style is not None and segment.style.color == wanted.color
    ]


def on_ground(reader: Reader, name: str) -> list[str]:
    """Return what stands on a ground of the theme; hits stand on theirs by being reversed."""
    ground = Color.parse(reader.app.theme_variables[name])
    return [
        segment.text.strip()
        for y in range(reader.size.height)
        for segment in reader.render_line(y)
        if segment.style is not None and segment.style.reverse and segment.style.color == ground
    ]


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


async def test_only_hits_are_marked_as_hits_and_the_current_one_stands_out(
    show: Show, make_article: Make, find_hits: Find
) -> None:
    article = make_article("Fordow, Natanz.\n\nFordow again.", "Fordow struck")
    reader = Reader()
    reader.show_article(article, find_hits(article, "Fordow"))
    async with show(reader, (60, 14)) as (app, pilot):
        assert on_ground(reader, "hit") == ["Fordow"] * 3
        assert reader.hit_index == -1
        assert reader.next_hit() and reader.next_hit()
        await pilot.pause()
        assert on_ground(reader, "hit") == ["Fordow"] * 2
        assert on_ground(reader, "hit-current") == ["Fordow"]
        assert [message.index for message in app.of(HitChanged)][-1] == 1


async def test_hits_are_walked_to_either_end(show: Show, make_article: Make, find_hits: Find) -> None:
    article = make_article(TEXT, "Fordow")
    reader = Reader()
    reader.show_article(article, find_hits(article, "Fordow"))
    async with show(reader, (60, 14)) as (_, pilot):
        seen = []
        while reader.next_hit():
            await pilot.pause()
            seen.append(reader.hit_index)
            rows = reader.laid.rows_of(reader.hits[reader.hit_index])  # type: ignore[union-attr]
            assert reader.top <= rows[0] and rows[1] <= reader.top + reader.page
        assert seen == list(range(61))
        assert reader.hit_index == 60
        assert reader.previous_hit(60) and reader.hit_index == 0
        assert not reader.previous_hit()
        assert reader.next_hit(7) and reader.hit_index == 7
        assert not reader.next_hit(100) and reader.hit_index == 7
        assert reader.go_to_hit(-1) and reader.hit_index == 60
        assert not reader.go_to_hit(61)


async def test_only_one_clause_can_be_walked(show: Show, make_article: Make, find_hits: Find) -> None:
    article = make_article("Fordow, Natanz, Fordow, Natanz.")
    reader = Reader()
    reader.show_article(article, find_hits(article, "(Fordow)|(Natanz)"))
    async with show(reader):
        reader.clause = 1
        assert reader.next_hit() and reader.hit_index == 1
        assert reader.next_hit() and reader.hit_index == 3
        assert not reader.next_hit()
        reader.clause = None
        assert reader.previous_hit() and reader.hit_index == 2


async def test_the_next_hit_is_looked_for_where_one_reads(
    show: Show, make_article: Make, find_hits: Find
) -> None:
    """One hit in sight, three screens scrolled on: `n` does not jump back."""
    article = make_article(TEXT)
    reader = Reader()
    reader.show_article(article, find_hits(article, "Fordow"))
    async with show(reader, (60, 14)) as (_, pilot):
        reader.next_hit()
        reader.action_page_down(3)
        await pilot.pause()
        top = reader.top
        assert reader.next_hit()
        assert reader.laid is not None
        assert reader.laid.rows_of(reader.hits[reader.hit_index])[0] >= top
        reader.action_page_down(2)
        top = reader.top
        assert reader.previous_hit()
        assert reader.laid.rows_of(reader.hits[reader.hit_index])[0] < top


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


async def test_new_hits_leave_one_where_one_was(show: Show, make_article: Make, find_hits: Find) -> None:
    article = make_article(TEXT)
    reader = Reader()
    reader.show_article(article, find_hits(article, "Fordow"))
    async with show(reader, (60, 14)) as (app, pilot):
        reader.go_to_hit(30)
        await pilot.pause()
        top, hit = reader.top, reader.hits[30]
        reader.set_hits(find_hits(article, "Fordow|Natanz"))
        await pilot.pause()
        assert reader.top == top and reader.hits[reader.hit_index] == hit
        reader.set_hits(find_hits(article, "Natanz"))
        await pilot.pause()
        assert reader.top == top and reader.hit_index == -1
        assert app.of(HitChanged)[-1].index == -1
        assert set(on_ground(reader, "hit")) == {"Natanz"}
        assert on_ground(reader, "hit-current") == []


async def test_marks_lie_under_hits_and_stay_apart(show: Show, make_article: Make, find_hits: Find) -> None:
    article = make_article("Trump hailed the very successful attack.")
    reader = Reader()
    reader.show_article(article, find_hits(article, "Trump"))
    async with show(reader, (60, 14)) as (_, pilot):
        reader.set_marks("mention", [Span(0, 5)])
        reader.set_marks("reason", [Span(17, 32), Span(0, 1, "title")])
        await pilot.pause()
        assert painted(reader, "line-view--reason") == ["A", "very successful"]
        hit = next(s for s in reader.render_line(4) if s.text == "Trump").style
        assert hit is not None and hit.underline
        assert hit.reverse and hit.color == Color.parse(reader.app.theme_variables["hit"])
        reader.set_marks("reason", [])
        reader.set_marks("mention", [])
        await pilot.pause()
        assert painted(reader, "line-view--reason") == []


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


async def test_a_new_article_starts_at_its_beginning_without_marks(
    show: Show, make_article: Make, find_hits: Find
) -> None:
    article = make_article(TEXT)
    reader = Reader()
    reader.show_article(article, find_hits(article, "Fordow"))
    async with show(reader, (60, 14)) as (app, pilot):
        reader.go_to_hit(30)
        reader.set_marks("reason", [Span(0, 5)])
        await pilot.pause()
        reader.show_article(make_article("Other text.", id="2"))
        await pilot.pause()
        assert (reader.top, reader.passage, reader.hit_index, reader.hits) == (0, 0, -1, ())
        assert painted(reader, "line-view--reason") == []
        assert (
            app.of(PassageChanged)[-1] == PassageChanged(0, "2") or app.of(PassageChanged)[-1].document == "2"
        )
        reader.clear()
        await pilot.pause()
        assert reader.article is None and reader.percent == 100
        assert not reader.next_hit() and not reader.previous_hit()
        reader.walk_passages(1)
        assert reader.passage == 0


@pytest.mark.parametrize("text", ["", "x", "外長宣布前往\n\nשָׁלוֹם مُحَمَّد 👨\u200d👩\u200d👧 \x1b[31m\ttab"])
@pytest.mark.parametrize("size", [(1, 1), (3, 3), (7, 4), (200, 50)])
async def test_no_window_is_too_small(
    show: Show, make_article: Make, find_hits: Find, text: str, size: tuple[int, int]
) -> None:
    article = make_article(text, "")
    reader = Reader()
    async with show(reader, size) as (_, pilot):
        reader.show_article(article, find_hits(article, r"\w"))
        for move in (reader.next_hit, reader.next_passage, reader.previous_hit, reader.action_bottom):
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


QUERY = (HitClause("Fordow", 0, 6, (0,)), HitClause("Natanz", 7, 13, (1,)))


async def test_hits_of_each_clause_have_their_own_ground_and_a_digit_beside_the_line(
    show: Show, make_article: Make, find_hits: Find, screen_text: Read
) -> None:
    article = make_article("Fordow, Natanz.\n\nFordow again.\n\nNothing.\n\nNatanz again.", "Natanz struck")
    reader = Reader()
    reader.show_article(article, find_hits(article, "(Fordow)|(Natanz)"), QUERY)
    async with show(reader, (60, 20)) as (app, pilot):
        assert on_ground(reader, "hit") == ["Fordow"] * 2
        assert on_ground(reader, "hit-2") == ["Natanz"] * 3
        digits = [line[:2].strip(" ▌") for line in screen_text(reader)]
        assert [digit for digit in digits if digit] == ["2", "12", "1", "2"]
        assert reader.legend.plain == "1 Fordow 2 · 2 Natanz 3 here"
        reader.clause = 0
        await pilot.pause()
        assert on_ground(reader, "hit") == ["Fordow"] * 2 and on_ground(reader, "hit-2") == []
        others = Color.parse(app.theme_variables["hit-count-2"])
        faint = [
            segment.text
            for y in range(reader.size.height)
            for segment in reader.render_line(y)
            if segment.style is not None
            and segment.style.color == others
            and not segment.text.strip().isdigit()
        ]
        assert faint == ["Natanz"] * 3, "what is not walked is still told apart"
        assert (reader.walked_index, reader.walked_count) == (-1, 2)
        reader.go_to_walked(-1)
        await pilot.pause()
        assert (reader.walked_index, reader.hit_index) == (1, 3)
        assert on_ground(reader, "hit-current") == ["Fordow"]


async def test_of_one_clause_there_is_nothing_to_tell_apart(
    show: Show, make_article: Make, find_hits: Find, screen_text: Read
) -> None:
    article = make_article("Fordow, Natanz.")
    reader = Reader()
    reader.show_article(article, find_hits(article, "Fordow"), QUERY[:1])
    async with show(reader, (60, 20)):
        assert not [line for line in screen_text(reader) if line[:2].strip(" ▌").isdigit()]
        assert reader.legend.plain == ""


async def test_many_clauses_are_still_told_apart(show: Show, make_article: Make, screen_text: Read) -> None:
    words = [f"word{number}" for number in range(40)]
    article = make_article("\n\n".join(words))
    at = [article.text.index(word + "\n") for word in words[:-1]] + [article.text.index(words[-1])]
    clauses = [HitClause(word, 0, 5, (number,)) for number, word in enumerate(words)]
    hits = [
        Hit(start, start + len(word), "text", n)
        for n, (start, word) in enumerate(zip(at, words, strict=True))
    ]
    reader = Reader()
    reader.show_article(article, hits, clauses)
    async with show(reader, (60, 90)):
        digits = [line[:2].strip(" ▌") for line in screen_text(reader)]
        assert "".join(filter(None, digits)) == "123456789abcdefghijklmnopqrstuvwxyz+++++"
        assert reader.legend.plain.endswith(" · +36"), "it says how many it leaves out"


def ticks(reader: Reader) -> list[str]:
    """Return the cells of the scroll bar."""
    bar = reader.vertical_scrollbar
    return [bar.render_line(y).text for y in range(bar.size.height)]


async def test_the_scroll_bar_has_a_tick_where_a_hit_is(
    show: Show, make_article: Make, find_hits: Find
) -> None:
    """One sees at a glance where in a long article the rare word stands, and goes there with the mouse."""
    article = make_article(TEXT.replace("Natanz", "Qom", 19), "A title")
    reader = Reader()
    reader.show_article(article, find_hits(article, "(Fordow)|(Natanz)"), QUERY)
    async with show(reader, (60, 22)) as (app, pilot):
        height = reader.vertical_scrollbar.size.height
        assert height == 20
        assert "".join(ticks(reader)).count("━") >= 18, "Fordow is everywhere"
        rare = Color.parse(app.theme_variables["hit-count-2"])
        reader.clause = 1
        await pilot.pause()
        bold = [y for y, tick in enumerate(ticks(reader)) if tick == "━"]
        natanz = next(hit for hit in reader.hits if hit.clause == 1)
        assert reader.laid is not None
        assert bold[0] == reader.laid.rows_of(natanz)[0] * height // reader.line_count
        assert {ticks(reader)[y] for y in range(height)} == {"━", "─"}
        style = next(iter(reader.vertical_scrollbar.render_line(bold[0]))).style
        assert style is not None and style.color == rare
        app.theme = LIGHT.name
        await pilot.pause()
        style = next(iter(reader.vertical_scrollbar.render_line(bold[0]))).style
        assert style is not None and style.color == Color.parse(LIGHT.variables["hit-count-2"])
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        bold = [y for y, tick in enumerate(ticks(reader)) if tick == "━"]
        assert bold and bold[0] == reader.laid.rows_of(natanz)[0] * 10 // reader.line_count
        reader.show_article(article, find_hits(article, "Nobody"), QUERY)
        await pilot.pause()
        assert not "".join(ticks(reader)).strip(" ▁▂▃▄▅▆▇")


async def test_a_step_that_does_not_scroll_finds_no_ticks_anew(
    show: Show, make_article: Make, find_hits: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ticks of a hundred thousand hits are found once, not with each hit one goes to."""
    article = make_article(TEXT)
    reader = Reader()
    found = []
    real = ticks_module.clauses_by_cell
    monkeypatch.setattr(ticks_module, "clauses_by_cell", lambda *args: found.append(1) or real(*args))
    reader.show_article(article, find_hits(article, "(Fordow)|(Natanz)"), QUERY)
    async with show(reader, (60, 22)) as (_, pilot):
        await pilot.pause()
        before = len(found)
        assert before >= 1
        for _ in range(12):
            reader.next_hit()
            reader.set_marks("reason", [Span(0, 5)])
            await pilot.pause()
        assert len(found) == before
        reader.clause = 1
        await pilot.pause()
        assert len(found) == before + 1

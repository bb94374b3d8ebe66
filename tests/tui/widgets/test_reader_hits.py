"""The hits and marks of the open article: how they look, are walked, and show in the scroll bar."""

from collections.abc import Callable
from typing import Any

import pytest
from rich.color import Color
from rich.style import Style
from textual.widget import Widget

from index.model import Article, Hit, HitClause, Span
from tui.messages import HitChanged, PassageChanged
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
QUERY = (HitClause("Fordow", 0, 6, (0,)), HitClause("Natanz", 7, 13, (1,)))


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

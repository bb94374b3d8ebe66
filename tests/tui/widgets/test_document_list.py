"""The list of articles: what it shows, where its cursor goes, what it tells."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from rich.color import Color
from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from index.model import Headline, Hit, Listing, Snippet
from tui.messages import DocumentChosen, OpenDocument
from tui.render.titles import TitleCells
from tui.themes import LIGHT
from tui.widgets.document_list import Density, DocumentList

Show = Callable[..., Any]
Make = Callable[..., tuple[Listing, dict[int, Headline]]]
Read = Callable[[Widget], list[str]]

LONG = "Putin, Araghchi to meet in Moscow, ‘coordinate’ position following US strikes"
TITLES = [LONG, "The enrichment sites, one by one", "A chronology of ten days in June"]


def hits_seen(listing: DocumentList, app: Any) -> list[str]:
    """Return what is painted on the ground of a hit."""
    ground = Color.parse(app.theme_variables["hit"])
    return [
        segment.text
        for y in range(listing.size.height)
        for segment in listing.render_line(y)
        if segment.style is not None and segment.style.reverse and segment.style.color == ground
    ]


async def test_a_row_has_its_title_over_date_source_and_hits(
    show: Show, make_listing: Make, screen_text: Read
) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES, [6, 1212, 0]))
    documents.read = {"20", "30"}
    async with show(documents, (42, 16)):
        assert screen_text(documents)[:10] == [
            "▌ Putin, Araghchi to meet in Moscow,",
            "▌ ‘coordinate’ position following US…",
            "▌ 23 Jun 2025 · The Cradle            6",
            "",
            "  The enrichment sites, one by one",
            "  23 Jun 2025                     1,212",
            "",
            "  A chronology of ten days in June",
            "  undated · The Cradle",
            "",
        ]


async def test_what_is_unread_is_bold_and_bears_a_mark(
    show: Show, make_listing: Make, screen_text: Read
) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES))
    documents.read = {"10", "20"}
    async with show(documents, (42, 16)) as (_, pilot):
        assert screen_text(documents)[7] == "• A chronology of ten days in June"
        style = next(iter(documents.render_line(7))).style
        assert style is not None and style.bold
        documents.read = {"10", "20", "30"}
        await pilot.pause()
        assert screen_text(documents)[7] == "  A chronology of ten days in June"
        style = next(iter(documents.render_line(7))).style
        assert style is not None and not style.bold


async def test_compact_rows_take_a_line_each(show: Show, make_listing: Make, screen_text: Read) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES, [6, 1212, 0]))
    async with show(documents, (82, 16)) as (_, pilot):
        documents.density = "compact"
        await pilot.pause()
        first, second, third, _ = screen_text(documents)[:4]
        assert first.startswith("▌ 23 Jun 2025  The Cradle")
        assert first.endswith("to meet in Moscow,…")
        assert "  1,212  The enrichment sites" in second
        assert third.startswith("•     undated  The Cradle")
        documents.show_listing(*make_listing(TITLES, [0, 0, 0]))
        assert "The Cradle           Putin, Araghchi" in screen_text(documents)[0]


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (60, "▌ 23 Jun 2025  The Cradle         6  Putin, Araghchi to…"),
        (50, "▌ 23 Jun 2025      6  Putin, Araghchi to meet…"),
        (36, "▌ 2025-06-23      6  Putin,…"),
        (30, "▌     6  Putin, Araghchi…"),
        (20, "▌ Putin,…"),
    ],
)
async def test_a_compact_row_gives_up_the_outlet_first(
    show: Show, make_listing: Make, screen_text: Read, width: int, row: str
) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES, [6, 1212, 0]))
    documents.density = "compact"
    async with show(documents, (width, 16)):
        assert screen_text(documents)[0] == row


async def test_an_outlet_is_not_cut_in_a_word(show: Show, make_listing: Make, screen_text: Read) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES, [6, 1212, 0]))
    async with show(documents, (28, 16)):
        assert screen_text(documents)[2] == "▌ 23 Jun 2025 · Cradle  6"
    async with show(documents, (25, 16)):
        assert screen_text(documents)[2] == "▌ 23 Jun 2025        6"


async def test_an_empty_list_says_why(show: Show, make_listing: Make, screen_text: Read) -> None:
    documents = DocumentList()
    documents.empty_text = "Araqhchi occurs nowhere.\nFordow in 5 articles."
    documents.show_listing(*make_listing([]))
    async with show(documents, (42, 10)) as (app, pilot):
        assert screen_text(documents)[1:3] == ["  Araqhchi occurs nowhere.", "  Fordow in 5 articles."]
        assert documents.current_key is None
        for action in ("cursor_down", "page_up", "bottom", "open"):
            getattr(documents, f"action_{action}")()
        await pilot.click(DocumentList, offset=(4, 4))
        assert not app.of(DocumentChosen) and not app.of(OpenDocument)


async def test_the_cursor_tells_where_it_lands(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    async with show(documents) as (app, pilot):
        documents.show_listing(*make_listing(TITLES))
        documents.action_cursor_down()
        await pilot.pause()
        documents.action_cursor_down(5)
        await pilot.pause()
        documents.action_cursor_down()
        await pilot.pause()
        documents.action_open()
        await pilot.pause()
        assert [(message.key, message.index) for message in app.of(DocumentChosen)][-2:] == [(20, 1), (30, 2)]
        assert [message.key for message in app.of(OpenDocument)] == [30]
        assert documents.cursor == 2 and documents.current_key == 30


async def test_it_can_be_moved_from_outside(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES))
    async with show(documents):
        assert documents.move_to_key(30) and documents.cursor == 2
        assert not documents.move_to_key(999) and documents.cursor == 2


async def test_a_new_listing_keeps_the_document_if_asked(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    listing, headlines = make_listing([f"Title {number}" for number in range(50)])
    documents.show_listing(listing, headlines)
    async with show(documents, (40, 12)) as (app, pilot):
        documents.move_to_key(300)
        await pilot.pause()
        place = documents.first_row(documents.cursor) - documents.top
        app.heard.clear()
        fewer = Listing("query", listing.keys[20:], listing.hits[20:], 30, 0, ())
        documents.show_listing(fewer, headlines, keep=True)
        assert documents.current_key == 300
        assert documents.first_row(documents.cursor) - documents.top == place
        documents.show_listing(fewer, headlines)
        await pilot.pause()
        assert documents.current_key == 210 and documents.top == 0
        assert [message.key for message in app.of(DocumentChosen)] == [210]


async def test_the_snippet_stands_under_the_chosen_row(
    show: Show, make_listing: Make, screen_text: Read
) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES[1:]))
    text = "decision to bomb the sites in Fordow, Natanz, and\nIsfahan early on"
    at = text.index("Fordow")
    hits = [Hit(4, 14, "title"), Hit(30, 36), Hit(100 + at, 100 + at + 6)]
    async with show(documents, (42, 16)) as (app, pilot):
        documents.show_snippet(10, Snippet(0, 100, 100 + len(text), text, ((at, at + 6),)), hits)
        await pilot.pause()
        assert screen_text(documents)[2:5] == [
            "▌ …decision to bomb the sites in",
            "▌ Fordow, Natanz, and Isfahan early on…",
            "",
        ]
        assert hits_seen(documents, app) == ["enrichment", "Fordow"]


async def test_a_snippet_that_comes_late_is_dropped(
    show: Show, make_listing: Make, screen_text: Read
) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES))
    async with show(documents, (42, 16)):
        documents.action_cursor_down()
        before = screen_text(documents)
        documents.show_snippet(10, Snippet(0, 0, 4, "late", ()))
        assert screen_text(documents) == before


async def test_a_step_moves_no_row_until_the_next_snippet_comes(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing([f"Title {number}" for number in range(50)]))
    async with show(documents, (42, 16)) as (_, pilot):
        documents.move_to_key(200)
        await pilot.pause()
        documents.show_snippet(200, Snippet(0, 0, 5, "Words.", ()))
        await pilot.pause()
        documents.action_cursor_up()
        row = documents.first_row(documents.cursor) - documents.top
        documents.show_snippet(190, None)
        assert documents.item_height(documents.cursor + 1) == 3
        assert documents.first_row(documents.cursor) - documents.top == row


async def test_a_click_chooses_and_a_second_one_opens(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES))
    async with show(documents, (42, 16)) as (app, pilot):
        app.heard.clear()
        await pilot.click(DocumentList, offset=(5, 6))
        assert documents.current_key == 20
        assert not app.of(OpenDocument)
        await pilot.click(DocumentList, offset=(5, 5))
        assert [message.key for message in app.of(OpenDocument)] == [20]


async def test_the_wheel_scrolls_and_leaves_the_cursor(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing([f"Title {number}" for number in range(50)]))
    async with show(documents, (42, 16)) as (_, pilot):
        await pilot._post_mouse_events([_wheel_down()], DocumentList, offset=(5, 5))
        await pilot.pause()
        assert documents.top == 3
        assert documents.cursor == 0


def _wheel_down() -> Any:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_steps_scroll_by_half_a_window_at_once(show: Show, make_listing: Make) -> None:
    """Each time a window scrolls it is sent anew: over a slow line that is what one waits for."""
    documents = DocumentList()
    documents.show_listing(*make_listing([f"Title {number}" for number in range(50)]))
    async with show(documents, (42, 17)):
        for step in (documents.action_cursor_down, documents.action_cursor_up):
            tops = [documents.top]
            for _ in range(30):
                step()
                tops.append(documents.top)
                first = documents.first_row(documents.cursor)
                assert documents.top <= first <= documents.top + documents.page - 3
            assert sum(before != after for before, after in pairwise(tops)) <= 30 // 3


async def test_no_row_is_skipped_by_paging(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing([f"Title {number} " * (1 + number % 3 * 4) for number in range(90)]))
    async with show(documents, (42, 17)):
        while documents.cursor < 89:
            bottom = documents.top + documents.page
            documents.action_page_down()
            assert documents.top <= bottom


async def test_paging_goes_on_by_a_window_and_ends_at_the_ends(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing([f"Title {number}" for number in range(100)]))
    async with show(documents, (42, 17)):
        documents.action_page_down()
        assert documents.cursor == 4
        documents.action_half_page_down()
        assert documents.cursor == 6
        documents.action_page_up()
        documents.action_half_page_up(9)
        assert documents.cursor == 0
        documents.action_bottom()
        assert documents.cursor == 99
        documents.action_top()
        assert documents.cursor == 0
        documents.action_bottom(42)
        assert documents.cursor == 41


@pytest.mark.parametrize("width", [1, 2, 3, 5, 10])
async def test_no_window_is_too_narrow(show: Show, make_listing: Make, width: int) -> None:
    documents = DocumentList()
    documents.styles.border = ("none", "white")
    documents.show_listing(*make_listing([*TITLES, "外長宣布前往 👨\u200d👩\u200d👧", "", "שלום"]))
    async with show(documents, (width, 12)) as (_, pilot):
        documents.density = "compact"
        await pilot.pause()
        documents.density = "roomy"
        documents.show_snippet(10, Snippet(0, 0, 10, "Some words", ((5, 10),)))
        await pilot.pause()
        assert documents.line_count >= 18


async def test_a_document_that_is_gone_has_a_row_that_says_so(
    show: Show, make_listing: Make, screen_text: Read
) -> None:
    documents = DocumentList()
    listing, headlines = make_listing(TITLES[1:])
    del headlines[10]
    documents.show_listing(listing, headlines)
    async with show(documents, (60, 12)):
        assert "(no longer in the library)" in screen_text(documents)[0]
        assert "A chronology" in screen_text(documents)[3]
        documents.show_listing(listing, {}, measured=TitleCells({}))
        assert documents.line_count == 6


async def test_a_hostile_title_stays_a_title(show: Show, make_listing: Make, screen_text: Read) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(["[b]bold[/b] \x1b[31mred\n\udcff\u202e", "Next"]))
    async with show(documents, (60, 12)):
        assert screen_text(documents)[0] == "▌ [b]bold[/b] \ufffd[31mred\ufffd\ufffd\ufffd"
        assert "Next" in screen_text(documents)[3]


async def test_a_selection_gives_the_rows_without_margin(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES))
    async with show(documents, (42, 16)):
        selected = documents.get_selection(Selection(Offset(7, 0), Offset(11, 2)))
        assert selected is not None
        assert selected[0] == "Araghchi to meet in Moscow,\n‘coordinate’ position following US…\n23 Jun 2025"


async def test_a_step_paints_only_the_row_left_and_the_row_reached(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES))
    async with show(documents, (42, 16)) as (_, pilot):
        await pilot.pause()
        painted: list[int] = []
        render = documents.render_line
        documents.render_line = lambda y: painted.append(y) or render(y)  # type: ignore[method-assign,func-returns-value]
        documents.action_cursor_down()
        await pilot.pause()
        assert sorted(set(painted)) == [0, 1, 2, 4, 5]


async def test_a_theme_reaches_the_rows(show: Show, make_listing: Make) -> None:
    documents = DocumentList()
    documents.show_listing(*make_listing(TITLES))
    async with show(documents, (42, 16)) as (app, pilot):
        dark = {segment.style for segment in documents.render_line(5)}
        app.theme = LIGHT.name
        await pilot.pause()
        assert dark.isdisjoint({segment.style for segment in documents.render_line(5)})


async def test_a_hundred_thousand_rows_are_numbers_until_seen(show: Show) -> None:
    count = 100_000
    headlines = {key: Headline(str(key), LONG if key % 2 else "Short", None, None) for key in range(count)}
    asked: list[int] = []

    class Asked(dict[int, Headline]):
        def get(self, key: int, default: Any = None) -> Any:
            asked.append(key)
            return super().get(key, default)

    documents = DocumentList()
    listing = Listing("", np.arange(count), np.zeros(count, np.int64), 0, 0, ())
    async with show(documents, (42, 20)) as (_, pilot):
        documents.show_listing(listing, Asked(headlines))
        await pilot.pause()
        assert documents.line_count == count // 2 * 7
        documents.action_bottom()
        await pilot.pause()
        assert documents.current_key == count - 1
        assert len(asked) < 200


async def test_shown_again_after_it_was_hidden_it_is_up_to_date(
    show: Show, make_listing: Make, screen_text: Read
) -> None:
    documents = DocumentList()
    async with show(documents, (42, 16)) as (_, pilot):
        documents.display = False
        await pilot.pause()
        documents.show_listing(*make_listing(TITLES[1:]))
        documents.display = True
        await pilot.pause()
        assert screen_text(documents)[0] == "▌ The enrichment sites, one by one"


@pytest.mark.parametrize("width", [71, 60, 40])
@pytest.mark.parametrize("density", ["roomy", "compact"])
async def test_alone_on_the_screen_it_takes_all_of_it(
    open_room: Callable[..., Any], width: int, density: Density
) -> None:
    async with open_room(size=(width, 12)) as room:
        documents = room.app.screen.documents
        documents.density = density
        await room.pilot.pause()
        assert documents.region.width == width

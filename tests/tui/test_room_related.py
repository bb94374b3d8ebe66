"""Related passages, entities and the trail in the room: each test is a piece of a story."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from tui.library import Desk
from tui.messages import EntityChosen
from tui.render.spans import Mark
from tui.screens.trail import TrailScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

REPORTS = {
    "gazette": "Barge sinks off Rinholm\nSource: Harbour Gazette\n5 March 2024\n\n"
    "Shipping in the sound was stopped for the day.\n\n"
    "The barge Hilda sank off Rinholm on 4 March 2024 with 300 tonnes of gravel, said Ada Brandt.\n\n"
    "“Nobody could have seen the rock in that fog”, said the pilot.\n",
    "post": "Gravel on the sea bed\nSource: River Post\n6 March 2024\n\n"
    "Divers came on Tuesday.\n\n"
    "Off Rinholm the gravel barge Hilda went down on 4 March 2024; 300 tonnes are lost.\n\n"
    "Ada Brandt, the harbour master, will hear the pilot next week.\n",
    "cookery": "Soup in winter\nSource: Kitchen Monthly\n7 March 2024\n\n"
    "Leeks and potatoes make the best soup when it is cold.\n\nSalt comes last.\n",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    return REPORTS


def title(room: Any) -> str:
    article = room.screen.reader.article
    return article.title if article else ""


def passage_text(room: Any) -> str:
    reader = room.screen.reader
    assert reader.article is not None
    passage = reader.article.passages[reader.passage]
    return reader.article.text[passage.start : passage.end]


def current_passage(room: Any) -> Any:
    return room.screen.reader.article.passages[room.screen.reader.passage]


async def open_at_the_sinking(room: Any) -> None:
    await room.press("slash")
    await room.type("=sank")
    await room.press("enter", "enter")
    assert title(room) == "Barge sinks off Rinholm"
    assert passage_text(room).startswith("The barge Hilda")


async def test_the_related_pane_follows_the_passage(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        (row,) = room.screen.relatives.items
        assert row.document.title == "Gravel on the sea bed" and row.passage == 1
        await room.press("left_curly_bracket")
        assert room.screen.relatives.items == ()
        assert "speaks of this" in room.screen.relatives.empty_text


async def test_h_comes_back_to_an_article_that_was_only_shown_beside_the_list(open_room: OpenRoom) -> None:
    """An article shown beside the list was never opened; `1` from a passage of it, and `H` is back there."""
    async with open_room(size=(160, 45)) as room:
        await room.press("j", "tab", "right_curly_bracket")
        assert title(room) == "Gravel on the sea bed"
        assert passage_text(room).startswith("Off Rinholm")
        left = room.screen.reader.place
        await room.press("1")
        assert title(room) == "Barge sinks off Rinholm"
        await room.press("H")
        assert title(room) == "Gravel on the sea bed"
        assert room.screen.reader.place == left


async def test_reading_on_shows_relatives_at_once(
    open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The passages around are asked for ahead: `}` and `{` wait for nothing, and ask for nothing twice."""
    asked: list[Any] = []
    related = Desk.related

    def counted(desk: Desk, passage: Any) -> Any:
        asked.append(passage)
        return related(desk, passage)

    monkeypatch.setattr(Desk, "related", counted)
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        relatives, here = room.screen.relatives, room.screen.reader.passage
        passages = room.screen.reader.article.passages
        assert {*passages[here - 1 : here + 2]} <= set(asked)
        before = relatives.items
        room.screen.reader.go_to_passage(here - 1)
        await room.pilot.pause(0)
        assert relatives.items == (), "it is known that nothing speaks of this"
        room.screen.reader.go_to_passage(here)
        await room.pilot.pause(0)
        assert relatives.items == before
        await room.settle()
        assert len(asked) == len(set(asked))


async def test_the_pane_stands_as_it_was_left(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        relatives = room.screen.relatives
        row = relatives.items[0]
        relatives.show_related([row, replace(row, passage=9)])
        relatives.move_cursor(1)
        here = room.screen.reader.passage
        room.screen._relating._known[current_passage(room)] = relatives.items
        await room.press("left_curly_bracket", "right_curly_bracket")
        assert room.screen.reader.passage == here
        assert relatives.cursor == 1


async def test_what_is_like_a_selection(open_room: OpenRoom) -> None:
    """She selects some words of a passage; `*` `r` shows what speaks of them, and Escape leads back."""
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        relatives, reader = room.screen.relatives, room.screen.reader
        before = relatives.items
        await room.press("V", *["l"] * 4, "space", *["l"] * 7, "asterisk", "r")
        assert "Like the selection" in str(relatives.border_title)
        assert room.screen.focused is relatives
        (row,) = relatives.items
        assert row.document.title == "Gravel on the sea bed"
        text = reader.article.text
        marked = {
            text[run.start : run.end]
            for run in reader.marks.in_text(0, len(text))
            if run.marks & int(Mark.REASON)
        }
        assert marked and all(text in passage_text(room) for text in marked)
        assert "4 March 2024" in marked, "reasons are marked where they stand in the article"
        await room.press("escape")
        assert str(relatives.border_title) == "Related passages" and relatives.items == before
        assert room.screen.focused is reader


async def test_a_digit_jumps_and_h_comes_back_to_the_very_line(open_room: OpenRoom) -> None:
    """`1` goes to the other outlet's account; `H` comes back; `L` goes there again."""
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        left = room.screen.reader.place
        await room.press("1")
        assert title(room) == "Gravel on the sea bed"
        assert passage_text(room).startswith("Off Rinholm")
        assert room.screen.focused is room.screen.reader
        await room.press("H")
        assert title(room) == "Barge sinks off Rinholm"
        assert room.screen.reader.place == left
        await room.press("L")
        assert title(room) == "Gravel on the sea bed"
        await room.press("L")
        assert "no further" in room.screen.key_line.message
        await room.press("5")
        assert room.screen.key_line.message == "There is no related passage 5."


async def test_why_one_has_come_is_marked_where_one_arrives(open_room: OpenRoom) -> None:
    """`1` goes there, and what both accounts tell stays marked until she reads on."""
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        reader = room.screen.reader
        (row,) = room.screen.relatives.items
        await room.press("1")
        assert room.screen.relatives.items, "the pane follows to the passage one has come to"

        def marked() -> set[tuple[int, int]]:
            runs = reader.marks.in_text(0, len(reader.article.text))
            return {(run.start, run.end) for run in runs if run.marks & int(Mark.REASON)}

        places = [place for reason in row.reasons for place in reason.there]
        covered = {at for start, end in marked() for at in range(start, end)}
        assert covered == {at for start, end in places for at in range(start, end)}
        arrived = marked()
        await room.press("right_curly_bracket")
        assert marked() != arrived


async def test_where_one_has_been_is_said_in_the_related_pane(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        relatives = room.screen.relatives
        assert "read" not in relatives.line(0, 0, relatives.laid_width).text
        await room.press("1")
        assert "5 Mar 2024 · read · Harbour Gazette" in relatives.line(0, 0, relatives.laid_width).text


async def test_enter_on_a_related_passage_goes_there(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        await room.press("r")
        assert room.screen.focused is room.screen.relatives
        await room.press("enter")
        assert title(room) == "Gravel on the sea bed"


async def test_reasons_are_marked_in_the_text_and_hold(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        screen = room.screen
        (row,) = screen.relatives.items
        text = screen.reader.article.text
        assert {reason.kind for reason in row.reasons} >= {"date"}
        for reason in row.reasons:
            for start, end in reason.here:
                assert text[start:end].strip()


async def test_choosing_an_entity_marks_it_and_writes_itself_into_the_query(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        screen = room.screen
        await room.press("e")
        assert screen.focused is screen.sidebar
        assert screen.sidebar.current.name == "Ada Brandt"
        await room.press("enter")
        assert screen.search_bar.text == '=sank person:"Ada Brandt"'
        assert len(screen.listing.keys) == 1
        chosen = [message.entity for message in room.messages if isinstance(message, EntityChosen)]
        assert chosen[-1] is not None
        marked = [one for one in screen.reader.article.mentions if one.entity == chosen[-1]]
        assert [screen.reader.article.text[one.start : one.end] for one in marked] == ["Ada Brandt"]
        await room.press("e", "enter")
        assert screen.search_bar.text == "=sank", "chosen again it is chosen no more"


async def test_mentions_of_a_person_are_walked_across_articles(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        screen = room.screen
        await room.press("j", "e", "enter")
        assert screen.search_bar.text == 'person:"Ada Brandt"'
        assert len(screen.listing.keys) == 2
        first = title(room)
        assert "Ada Brandt" in passage_text(room)
        await room.press("n")
        assert title(room) != first
        assert "Ada Brandt" in passage_text(room)


async def test_entities_of_all_results(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        screen = room.screen
        await room.press("e")
        assert "this article" in str(screen.sidebar.border_title)
        await room.press("e")
        assert "these results" in str(screen.sidebar.border_title)
        assert "Ada Brandt" in {one.name for one in screen.sidebar.entities}


async def test_another_article_shows_its_entities_from_the_top(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 20)) as room:
        sidebar = room.screen.sidebar
        await room.press("j", "e", "G")
        assert sidebar.cursor > 0
        await room.press("escape", "escape", "j")
        assert (sidebar.cursor, sidebar.top) == (0, 0)


async def test_the_trail_is_shown_and_gone_along(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        await room.press("1", "T")
        assert isinstance(room.app.screen, TrailScreen)
        await room.press("k", "enter")
        assert title(room) == "Barge sinks off Rinholm"
        await room.press("L")
        assert title(room) == "Gravel on the sea bed"


async def test_the_trail_survives_a_dropped_connection(open_room: OpenRoom) -> None:
    async with open_room(size=(160, 45)) as room:
        await open_at_the_sinking(room)
        await room.press("1")
    async with open_room(size=(160, 45)) as room:
        assert title(room) == "Gravel on the sea bed"
        await room.press("H")
        assert title(room) == "Barge sinks off Rinholm"


@pytest.mark.parametrize(
    ("width", "at_list", "at_reader", "at_side"),
    [
        (160, "list reader side", "list reader side", "list reader side"),
        (100, "list reader side", "list reader side", "list reader side"),
        (80, "list reader", "list reader", "reader side"),
        (60, "list", "reader", "side"),
    ],
)
async def test_the_side_panes_fold_away_where_there_is_no_room(
    open_room: OpenRoom, width: int, at_list: str, at_reader: str, at_side: str
) -> None:
    async with open_room(size=(width, 30)) as room:
        screen = room.screen

        def shown() -> str:
            panes = {"list": screen.documents, "reader": screen.reader, "side": screen.query_one("#side")}
            return " ".join(name for name, pane in panes.items() if pane.display)

        assert shown() == at_list
        await room.press("enter")
        assert shown() == at_reader
        await room.press("r")
        assert shown() == at_side
        assert screen.focused is screen.relatives
        await room.press("escape")
        assert shown() == at_reader and screen.focused is screen.reader
        await room.press("escape")
        assert shown() == at_list and screen.focused is screen.documents


async def test_a_jump_works_while_the_side_panes_are_folded_away(open_room: OpenRoom) -> None:
    async with open_room(size=(60, 20)) as room:
        await open_at_the_sinking(room)
        await room.press("1")
        assert title(room) == "Gravel on the sea bed"

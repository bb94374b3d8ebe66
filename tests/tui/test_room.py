"""The reading room as its users meet it: each test is a piece of a story."""

import gc
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from tui.answers import Failed, SyncEnded
from tui.screens.help import HelpScreen
from tui.screens.left_out import LeftOutScreen
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


async def test_first_start_shows_the_newest_article_and_the_keys(open_room: OpenRoom) -> None:
    """The room is there: articles at the left, the newest open, a line of keys at the foot."""
    async with open_room() as room:
        screen = room.screen
        assert room.titles[0] == "How deep are the cracks?"
        assert room.titles[-1] == "Market day moves", "undated articles come last"
        assert screen.reader.article.title == "How deep are the cracks?"
        assert screen.search_bar.summary == "4 articles, newest first"
        assert ("/", "search") in screen.key_line.keys
        assert screen.focused is screen.documents


async def test_garbage_is_collected_again_once_the_room_is_there(open_room: OpenRoom) -> None:
    """What is loaded for the first paint need not be looked through; what comes later must be."""
    gc.disable()
    async with open_room():
        assert gc.isenabled()


async def test_moving_in_the_list_shows_the_article_beside_it(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("j")
        assert screen.reader.article.title == room.titles[1]
        assert screen.focused is screen.documents
        await room.press("2", "j")
        assert screen.reader.article.title == room.titles[3]
        assert room.titles[3] not in screen.session.read


async def test_read_articles_are_marked_read(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("enter")
        assert screen.reader.article.id in screen.documents.read


async def test_passages_are_walked_with_braces(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("enter", "right_curly_bracket")
        assert room.screen.reader.passage == 1
        await room.press("left_curly_bracket")
        assert room.screen.reader.passage == 0


async def test_help_lists_every_command_and_closes(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("question_mark")
        assert isinstance(room.app.screen, HelpScreen)
        await room.press("escape")
        assert isinstance(room.app.screen, MainScreen)


async def test_files_left_out_are_listed_with_reasons(open_room: OpenRoom, articles: Path) -> None:
    (articles / "photo.jpg").write_bytes(b"\xff\xd8")
    async with open_room() as room:
        await room.press("f2")
        assert isinstance(room.app.screen, LeftOutScreen)
        assert "1 file left out" in str(room.app.screen.query_one("#left-out").border_title)
        await room.press("q")
        assert isinstance(room.app.screen, MainScreen)


async def test_the_palette_runs_commands_and_opens_articles(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("colon")
        await room.type("ferry takes")
        await room.press("down", "enter")
        screen = room.screen
        assert screen.reader.article.title == "Ferry takes the lorries"
        assert screen.focused is screen.reader


async def test_a_colon_can_be_typed_into_the_search_line(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("slash")
        await room.type("source:river")
        assert room.screen.search_bar.text == "source:river"
        assert len(room.titles) == 2


async def test_copying_a_passage_with_its_citation(open_room: OpenRoom) -> None:
    async with open_room() as room:
        await room.press("enter", "Y")
        copied = room.app.clipboard
        assert copied.startswith("Nobody knows how deep the cracks in the bridge go.")
        assert "How deep are the cracks?, River Post, Wednesday 20 March 2024" in copied
        assert "cracks.txt:5" in copied


@pytest.mark.parametrize(("width", "panes"), [(160, 2), (120, 2), (80, 2), (60, 1), (40, 1)])
async def test_as_many_panes_as_there_is_room_for(open_room: OpenRoom, width: int, panes: int) -> None:
    async with open_room(size=(width, 24)) as room:
        screen = room.screen
        shown = [pane for pane in (screen.documents, screen.reader) if pane.display]
        assert len(shown) == panes and screen.documents in shown
        await room.press("enter")
        assert screen.reader.display and screen.focused is screen.reader
        await room.press("escape")
        assert screen.documents.display and screen.focused is screen.documents


async def test_resizing_keeps_the_pane_in_use(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("enter")
        await room.pilot.resize_terminal(60, 20)
        await room.settle()
        assert screen.reader.display and not screen.documents.display
        await room.pilot.resize_terminal(30, 8)
        await room.settle()
        assert screen.query_one("#too-small").display
        await room.pilot.resize_terminal(120, 36)
        await room.settle()
        assert screen.documents.display and not screen.query_one("#too-small").display
        assert screen.focused is screen.reader


async def test_the_reader_alone_and_back(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        await room.press("z")
        assert not screen.documents.display and screen.focused is screen.reader
        await room.press("escape")
        assert screen.documents.display


async def test_the_next_start_opens_where_one_was(open_room: OpenRoom) -> None:
    """The connection drops; the next start has the same query, article and hit in sight."""
    async with open_room() as room:
        await room.press("slash")
        await room.type("bridge")
        await room.press("enter", "j", "enter", "right_curly_bracket", "i", "f3")
        left = room.screen.reader.article.title
    async with open_room() as room:
        screen = room.screen
        assert screen.search_bar.text == "bridge"
        assert screen.reader.article.title == left
        assert screen.reader.passage == 1
        assert screen.documents.density == "compact"
        assert room.app.theme == "cuttings-light"
        assert len(room.titles) == 3


async def test_a_session_file_of_any_content_is_survived(open_room: OpenRoom, tmp_path: Path) -> None:
    async with open_room() as room:
        path = room.screen._keeping.path
    for content in ("", "[]", "{", json.dumps({"query": 7, "read": [1], "document": "gone", "passage": "x"})):
        path.write_text(content)
        async with open_room() as room:
            assert len(room.titles) == 4
            assert room.screen.reader.article is not None


async def test_articles_appear_while_they_are_being_read_in(open_room: OpenRoom) -> None:
    async with open_room(sync=True) as room:
        ended = [message for message in room.messages if isinstance(message, SyncEnded)]
        assert {(message.error, message.added) for message in ended} == {(None, 4)}
        assert len(room.titles) == 4
        assert room.screen.key_line.message == "4 articles added"


async def test_a_folder_that_vanishes_is_said_and_what_was_read_stays(
    open_room: OpenRoom, articles: Path
) -> None:
    async with open_room() as room:
        articles.rename(articles.with_name("elsewhere"))
        room.screen._questions.sync()
        await room.settle()
        assert "no file or folder" in room.screen.notice.text
        assert len(room.titles) == 4


async def test_an_article_read_anew_leaves_the_reader_where_he_was(
    open_room: OpenRoom, articles: Path
) -> None:
    """Reading in ends while she walks the hits: she does not lose her place."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash")
        await room.type("bridge")
        await room.press("enter", "enter", "n", "n")
        index, place = screen.reader.hit_index, screen.reader.place
        assert index == 2
        (articles / "new.txt").write_text("Another bridge\n\nA bridge was opened today.\n")
        screen._questions.sync()
        await room.settle()
        assert len(room.titles) == 4
        assert (screen.reader.hit_index, screen.reader.place) == (index, place)


async def test_an_empty_folder_says_so(open_room: OpenRoom, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with open_room(empty) as room:
        assert "no article here" in room.screen.documents.empty_text
        await room.press("j", "enter", "n", "right_curly_bracket", "y", "tab", "G", "s")
        assert room.screen.reader.article is None


async def test_nothing_in_a_document_commands_the_terminal(open_room: OpenRoom, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    name = "evil\x1b]0;owned\x07[bold]x[bold].txt"
    (folder / name).write_bytes(
        b"[red]Breaking[/red] \x1b[31mnews\x1b[0m\n[@click=app.quit]Outlet[/]\n12 March 2024\n\n"
        b"The [link=file:///etc/passwd]text\x1b]52;c;aGk=\x07 of it\xe2\x80\xae goes on.\n"
    )
    async with open_room(folder) as room:
        screen = room.screen
        assert len(room.titles) == 1
        for y in range(36):
            line = "".join(segment.text for segment in screen.reader.render_line(min(y, 20)))
            assert "\x1b" not in line and "\x07" not in line and "\u202e" not in line
        assert "[red]Breaking[/red]" in room.titles[0]
        await room.press("enter", "y")
        assert "\x1b" not in room.app.clipboard


async def test_an_article_that_is_gone_keeps_nobody_waiting(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        screen.read_document(max(screen.headlines) + 1)
        assert screen.key_line.message == "That article is no longer in the library."
        await room.press("enter", "right_curly_bracket")
        assert screen.focused is screen.reader
        assert screen.reader.article.title == "How deep are the cracks?"
        assert screen.reader.passage == 1


async def test_a_question_that_fails_does_not_lose_the_article_asked_for(open_room: OpenRoom) -> None:
    async with open_room() as room:
        screen = room.screen
        other = next(key for key, one in screen.headlines.items() if one.title.startswith("Ferry"))
        screen.read_document(other)
        screen.post_message(Failed("The names cannot be read."))
        await room.settle()
        assert screen.notice.text == "The names cannot be read."
        assert screen.reader.article.title == "Ferry takes the lorries"


async def test_the_place_is_kept_though_the_article_of_the_last_time_is_gone(
    open_room: OpenRoom, articles: Path
) -> None:
    async with open_room() as room:
        await room.press("enter")
    (articles / "cracks.txt").unlink()
    async with open_room() as room:
        await room.press("enter", "right_curly_bracket")
        assert room.screen.session.passage == 1


async def test_digits_count_in_the_list_and_jump_in_the_reader_where_the_side_is_folded(
    open_room: OpenRoom,
) -> None:
    async with open_room(size=(80, 24)) as room:
        screen = room.screen
        assert screen.documents.display and not screen.relatives.is_on_screen
        await room.press("2", "j")
        assert screen.documents.cursor == 2
        await room.press("enter", "9")
        assert screen.key_line.message == "There is no related passage 9."
        await room.press("escape", "k")
        assert screen.documents.cursor == 1, "the digit was no count"


async def test_a_digit_typed_right_behind_a_query_is_heard_and_said(open_room: OpenRoom) -> None:
    """Over a slow line, a word, Enter and a count come together; none of them is lost."""
    async with open_room() as room:
        screen = room.screen
        await room.press("slash", *"bridge", "enter", "1")
        assert screen.session.query == "bridge"
        assert screen.focused is screen.documents
        assert screen.key_line.message == "1, and then a motion: 1 j goes so many rows down"
        await room.press("j")
        assert screen.documents.cursor == 1
        assert not screen.key_line.message

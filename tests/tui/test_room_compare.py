"""Two articles side by side: each test is a piece of a story."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from textual.command import CommandList

from tui.commands import COMPARE_COMMANDS
from tui.screens.compare import CompareScreen
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

REPORTS = {
    "gazette": "Three barges lost off Rinholm\nSource: Harbour Gazette\n5 March 2024\n\n"
    "Shipping in the sound was stopped for the day.\n\n"
    "Three barges sank off Rinholm on Monday in thick fog, the harbour master Ada Brandt said.\n\n"
    "“It was a highly dangerous night for everybody out there,” Brandt told reporters.\n",
    "post": "Barges sink near Rinholm\nSource: River Post\n6 March 2024\n\n"
    "“It was a very dangerous night for everybody out there,” Ada Brandt said.\n\n"
    "Divers under Jonas Ahlgren will look for the wrecks.\n\n"
    "Off Rinholm two barges sank in thick fog on Tuesday, according to harbour master Ada Brandt.\n",
    "cookery": "Soup in winter\nSource: Kitchen Monthly\n7 March 2024\n\n"
    "Leeks and potatoes make the best soup when it is cold.\n\nSalt comes last.\n",
}


@pytest.fixture
def texts() -> Mapping[str, str]:
    return REPORTS


async def compare(room: Any) -> CompareScreen:
    """Read of the barges in the Gazette, and lay the Post beside it."""
    await room.press("slash")
    await room.type("=Monday")
    await room.press("enter", "enter", "c")
    screen = room.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def passage(screen: CompareScreen, side: Any) -> str:
    view = screen.views[side]
    assert view.article is not None
    one = view.article.passages[view.passage]
    return view.article.text[one.start : one.end]


def differences(screen: CompareScreen) -> list[str]:
    view = screen.variances
    return [" ".join(view.line_at(row).text.split()) for row in range(view.line_count)]


async def test_two_accounts_face_each_other_where_they_speak_of_the_same(open_room: OpenRoom) -> None:
    async with open_room(size=(130, 40)) as room:
        screen = await compare(room)
        assert passage(screen, "here").startswith("Three barges")
        assert passage(screen, "there").startswith("Off Rinholm two barges")
        await room.press("right_curly_bracket")
        assert passage(screen, "here").startswith("“It was a highly")
        assert passage(screen, "there").startswith("“It was a very"), "the other follows, whatever its order"
        await room.press("tab", "G")
        await room.press("right_curly_bracket", "right_curly_bracket")
        assert passage(screen, "there").startswith("Off Rinholm")
        assert passage(screen, "here").startswith("Three barges"), "and the other way round"


async def test_what_only_one_has_is_marked_without_colour(open_room: OpenRoom) -> None:
    async with open_room(size=(130, 40)) as room:
        screen = await compare(room)
        for side, text in (("here", "Shipping in the sound"), ("there", "Divers under Jonas")):
            view = screen.views[side]  # type: ignore[index]
            lines = [view.line_at(row).text for row in range(view.line_count)]
            (line,) = [line for line in lines if text in line]
            assert "┊" in line.split(text)[0]
            assert not any("┊" in line for line in lines if "barges sank" in line)
            assert "1 passage only here" in str(view.border_subtitle)


async def test_differences_are_named_and_walked(open_room: OpenRoom) -> None:
    """`n` goes from difference to difference and shows each in both articles."""
    async with open_room(size=(130, 40)) as room:
        screen = await compare(room)
        found = differences(screen)
        assert any("number Three barges │ two barges" in line for line in found)
        assert any("day Monday │ Tuesday" in line for line in found)
        assert any("quotation a highly dangerous │ a very dangerous" in line for line in found)
        assert any("only one – │ Jonas Ahlgren" in line for line in found)
        seen = []
        for _ in found:
            await room.press("n")
            variance = screen.variances.current
            assert variance is not None
            for side, places in (("here", variance.here), ("there", variance.there)):
                view = screen.views[side]  # type: ignore[index]
                if places:
                    one = view.passages[view.passage]
                    assert one.start <= places[0][0] < one.end
            seen.append(variance)
        assert len(set(map(str, seen))) == len(found)
        await room.press("n")
        assert "no further difference" in screen.key_line.message


async def test_one_of_them_is_read_and_come_back_from(open_room: OpenRoom) -> None:
    async with open_room(size=(130, 40)) as room:
        screen = await compare(room)
        await room.press("tab", "enter")
        assert isinstance(room.app.screen, MainScreen)
        assert room.screen.reader.article.title == "Barges sink near Rinholm"
        step = room.screen._keeping.session.trail.current
        assert step.why == "compared" and step.beside == "Three barges lost off Rinholm"
        await room.press("escape")
        assert room.app.screen is screen and passage(screen, "there").startswith("Off Rinholm")
        await room.press("c")
        assert isinstance(room.app.screen, MainScreen)


async def test_nothing_to_compare_with_is_said(open_room: OpenRoom) -> None:
    async with open_room(size=(130, 40)) as room:
        await room.press("slash")
        await room.type("leeks")
        await room.press("enter", "enter", "c")
        assert isinstance(room.app.screen, MainScreen)
        assert "no related passage" in room.screen.key_line.message


async def test_where_there_is_little_room_one_is_shown_at_a_time(open_room: OpenRoom) -> None:
    async with open_room(size=(60, 20)) as room:
        screen = await compare(room)

        def shown() -> list[str]:
            return [side for side, view in screen.views.items() if view.display]

        assert shown() == ["here"]
        await room.press("tab")
        assert shown() == ["there"]


async def test_the_palette_offers_what_can_be_done_with_the_two(open_room: OpenRoom) -> None:
    async with open_room(size=(120, 50)) as room:
        await compare(room)
        await room.press("colon")
        rows = [str(option.prompt) for option in room.app.screen.query_one(CommandList).options]
        assert [row.rpartition("  ")[0].strip() for row in rows] == [one.help for one in COMPARE_COMMANDS]

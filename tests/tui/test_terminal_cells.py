"""What is sent to the terminal: as little as can be, and the same is to be seen."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from itertools import pairwise
from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.app import ReadingRoom
from tui.terminal import PLAIN, Look, Terminal

WIDTH, HEIGHT = 24, 3
CONSOLE = Console(color_system="truecolor", force_terminal=True)

colors = st.sampled_from([None, *(Color.from_rgb(shade, 40, 200) for shade in (10, 90)), Color.parse("red")])
styles = st.builds(
    lambda ink, paper, bold, line: Style(color=ink, bgcolor=paper, bold=bold, underline=line),
    colors, colors, st.booleans(), st.booleans(),
)  # fmt: skip
words = st.text("ab -界é", min_size=1, max_size=6)


@st.composite
def strips(draw: st.DrawFn, width: int) -> Strip:
    """A line of so many cells, in pieces of some looks."""
    pieces = draw(
        st.lists(st.builds(lambda text, style: Segment(text, style), words, st.none() | styles), max_size=4)
    )
    return Strip(pieces).adjust_cell_length(width, draw(styles))


@st.composite
def updates(draw: st.DrawFn) -> CompositorUpdate:
    """All of the screen, or some parts of its lines, which are cut at some columns."""
    cuts = sorted({0, WIDTH, *draw(st.lists(st.integers(1, WIDTH - 1), max_size=2))})
    chops = [{first: draw(strips(last - first)) for first, last in pairwise(cuts)} for _ in range(HEIGHT)]
    if draw(st.booleans()):
        return LayoutUpdate([line.values() for line in chops], Region(0, 0, WIDTH, HEIGHT))
    lines = sorted(draw(st.sets(st.integers(0, HEIGHT - 1), min_size=1)))
    spans = [(y, first, draw(st.sampled_from([cut for cut in cuts if cut > first]))) for y in lines
             if (first := draw(st.sampled_from(cuts[:-1]))) >= 0]  # fmt: skip
    return ChopsUpdate(chops, spans, [cuts[1:]] * HEIGHT)


class Seen:
    """What a person would see, cell by cell."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)

    def feed(self, text: str) -> None:
        # Textual ends a line by going to the next, which would scroll where the screen ends
        self.stream.feed(text.replace("\n", ""))

    @property
    def cells(self) -> list[list[Any]]:
        return [[self.screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]


@given(st.lists(updates(), min_size=1, max_size=5))
def test_the_same_is_seen_as_if_all_were_sent(frames: list[CompositorUpdate]) -> None:
    whole, sparing, terminal = Seen(), Seen(), Terminal()
    first = LayoutUpdate([[Strip.blank(WIDTH)]] * HEIGHT, Region(0, 0, WIDTH, HEIGHT))
    for frame in (first, *frames):
        whole.feed(frame.render_segments(CONSOLE))
        sparing.feed(terminal.painted(_whole_chops(frame)).render_segments(CONSOLE))
        whole.feed(_whole_chops(frame).render_segments(CONSOLE))
        assert sparing.cells == whole.cells


def _whole_chops(frame: CompositorUpdate) -> CompositorUpdate:
    """A part of a line that is painted in part is looked at as a whole: so it is sent here, too."""
    if not isinstance(frame, ChopsUpdate):
        return frame
    spans = []
    for y, first, last in frame.spans:
        starts = [
            x for x, end in zip(frame.chops[y], frame.chop_ends[y], strict=True) if x < last and end > first
        ]
        spans.append((y, min(starts), frame.chop_ends[y][list(frame.chops[y]).index(max(starts))]))
    return ChopsUpdate(frame.chops, spans, frame.chop_ends)


def chops(*texts: str) -> ChopsUpdate:
    style = Style(color="#112233", bgcolor="#445566")
    lines = [{0: Strip([Segment(text, style)], len(text))} for text in texts]
    return ChopsUpdate(
        lines, [(y, 0, len(text)) for y, text in enumerate(texts)], [[len(texts[0])]] * len(texts)
    )


def test_only_the_cells_that_change_are_sent() -> None:
    terminal = Terminal()
    terminal.painted(chops("one of two", "and a third")).render_segments(CONSOLE)
    again = chops("one of two", "and a third")
    assert terminal.painted(again).render_segments(CONSOLE) == ""
    sent = terminal.painted(chops("one or two", "and a third")).render_segments(CONSOLE)
    assert sent == "\x1b[1;6H\x1b[38;2;17;34;51;48;2;68;85;102mr\x1b[0m"
    terminal.forget()
    assert len(terminal.painted(again).render_segments(CONSOLE)) > len("one of two" + "and a third")


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        (PLAIN, PLAIN, ""),
        (PLAIN, Look(("1",), "31", "42"), "\x1b[1;31;42m"),
        (Look(("1",), "31", "42"), Look(("1",), "31", "43"), "\x1b[43m"),
        (Look(("1",), "31", "42"), Look((), "31", "42"), "\x1b[0;31;42m"),
        (Look((), "31", "42"), Look((), "", "42"), "\x1b[0;42m"),
        (PLAIN, Look(link="id=1;x:y"), "\x1b]8;id=1;x:y\x1b\\"),
        (Look(link="id=1;x:y"), PLAIN, "\x1b]8;;\x1b\\"),
    ],
)
def test_of_a_look_only_what_is_new_is_sent(before: Look, after: Look, sent: str) -> None:
    assert after.change_from(before) == sent


OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


async def test_a_cursor_move_sends_little(open_room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a slow line a step in the list is felt by what is sent for it."""
    frames: list[str] = []
    display = ReadingRoom._display

    def keep(room: ReadingRoom, screen: Any, renderable: Any) -> None:
        if isinstance(renderable, CompositorUpdate):
            frames.append(room._terminal.painted(renderable).render_segments(CONSOLE))
        display(room, screen, renderable)

    monkeypatch.setattr(ReadingRoom, "_display", keep)
    async with open_room(size=(160, 45)) as room:
        await room.press("j")
        frames.clear()
        await room.press("k")
        first = next(frame for frame in frames if frame)
        assert len(first.encode()) < 1_000, "the row left and the row reached"
        frames.clear()
        for widget in room.app.screen.walk_children():
            widget.refresh()
        await room.settle()
        assert "".join(frames) == "", "what stands there already is not sent again"

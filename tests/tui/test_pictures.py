"""Pictures of the room on the sample articles, as text that can be read in a diff.

What is amber (hits), teal (mentions) or green (reasons) is listed below the screen, since a
picture without colours would not show it. CUTTINGS_PICTURES=anew draws them anew.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index.paths import sample_articles
from tui.themes import DARK

PICTURES = Path(__file__).parents[1] / "snapshots"
SIZES = ((60, 20), (100, 30), (160, 45))
SETTLED = ("facets", "page-together", "tracer", "trail")
"""What has to have come before each key."""
HITS = {f"{name}{of}" for name in ("hit", "hit-current") for of in ("", "-2", "-3", "-4", "-5")}
MARKS = {
    "hits": tuple(colour for name, colour in DARK.variables.items() if name in HITS),
    "mentions": (DARK.variables["entity"],),
    "reasons": (DARK.variables["reason"],),
}

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]


def picture_of(room: Any) -> str:
    """The screen as text, and under it what is marked on it, in the order of the screen."""
    lines: list[str] = []
    marked: dict[str, list[str]] = {name: [] for name in MARKS}
    for strip in room.app.screen._compositor.render_strips():
        lines.append("".join(segment.text for segment in strip).rstrip())
        for segment in strip:
            style = segment.style
            if style is None or not segment.text.strip(" ▌│─╭╮╰╯━"):
                continue
            colours = {
                colour.triplet.hex for colour in (style.color, style.bgcolor) if colour and colour.triplet
            }
            for name, wanted in MARKS.items():
                if colours.intersection(wanted):
                    marked[name].append(segment.text.strip())
    found = [f"{name}: {' | '.join(texts) or '–'}" for name, texts in marked.items()]
    return "\n".join([*lines, "", *found]) + "\n"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("start", ()),
        ("hit", ("slash", *"trump", "space", *"fordow", "enter", "enter", "n")),
        ("facets", ("slash", *"strike", "enter", "F", "n", "j", "j", "tab", "h", "v", "h")),
        ("concordance", ("slash", *"fordow", "enter", "K", "greater_than_sign", "j")),
        ("concordance-grouped", ("slash", *"fordow", "enter", "K", "A", "g", "x", "minus", "j")),
        ("chronology", ("D", "n", "j")),
        ("nothing", ("slash", *"araqhchi", "space", *"fordow", "space", *"sites")),
        ("related", ("slash", *"highly", "enter", "enter", "r")),
        ("tracer", ("slash", *"very", "space", *"successful", "enter", "enter", "w")),
        ("search-on", ("slash", *"fordow", "enter", "enter", "V", "l", "space", "l", "asterisk")),
        ("completion", ("slash", *"person", "colon")),
        ("saved", ("slash", *"fordow", "enter", "S", "a", "enter")),
        ("tags", ("t",)),
        ("compare", ("slash", *"highly", "enter", "enter", "c", "n", "n")),
        ("trail", ("slash", *"fordow", "enter", "enter", "1", "H", "n", "n", "n", "T")),
        ("page", ("e", "E", "j")),
        ("page-together", ("e", "E", "tab", "j", "j", "j", "j", "enter")),
    ],
)
async def test_the_room_looks_as_it_did(
    open_room: OpenRoom, tmp_path: Path, name: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    path = PICTURES / f"{name}-{size[0]}x{size[1]}.txt"
    folder = tmp_path / "samples"
    folder.mkdir()
    for number, sample in enumerate(sample_articles()):
        copy = Path(shutil.copy(sample, folder))
        os.utime(copy, (number, number))  # what is read in first must not depend on the checkout
    async with open_room(folder, size=size) as room:
        for key in keys:  # what is chosen among facets has to have come
            await (room.press(key) if name in SETTLED else room.pilot.press(key))
        await room.settle()
        picture = picture_of(room)
    if os.environ.get("CUTTINGS_PICTURES") == "anew":
        path.write_text(picture, "utf-8")
    assert picture == path.read_text("utf-8")


WIRE = """{title}
Source: {outlet}
{day} March 2024

The harbour district of Lowmere stood under water on Monday after two of the five pumps had failed.

{council} put off repairs of the pumps three times since 2021, minutes of its meetings show.

The company said it would publish the accounts of the pumping station within a week.{more}
"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_copies_of_a_report_look_as_they_did(
    open_room: OpenRoom, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = PICTURES / f"copies-{size[0]}x{size[1]}.txt"
    folder = tmp_path / "wire"
    folder.mkdir()
    for outlet, title, day, council, more in (
        ("The Herald", "Pumps fail in Lowmere", 5, "The council had", " Nobody was hurt."),
        ("The Courier", "Lowmere under water", 6, "The town council has", ""),
        ("The Star", "Flood in the harbour", 7, "The council had", " Nobody was hurt. Schools stay closed."),
    ):
        text = WIRE.format(outlet=outlet, title=title, day=day, council=council, more=more)
        (folder / f"{outlet}.txt").write_text(text, "utf-8")
    async with open_room(folder, size=size) as room:
        await room.press("C")
        picture = picture_of(room)
    if os.environ.get("CUTTINGS_PICTURES") == "anew":
        path.write_text(picture, "utf-8")
    assert picture == path.read_text("utf-8")

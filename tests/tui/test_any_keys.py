"""Keys pressed by somebody who does not know the room: nothing breaks, and Escape leads home.

Nor does it when the articles change meanwhile, and what is said of them.

CUTTINGS_KEYS=2000 presses so many at each size, CUTTINGS_KEYS_SEED others.
"""

import os
import random
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from index import Library
from index.model import Form, Mending, Named, WatchedName
from tui.screens.main import MainScreen

OpenRoom = Callable[..., AbstractAsyncContextManager[Any]]

MANY = int(os.environ.get("CUTTINGS_KEYS", "30"))
SEED = int(os.environ.get("CUTTINGS_KEYS_SEED", "8"))
SIZES = ((40, 12), (60, 20), (80, 24), (200, 60))
MEANWHILE = ("E", "D", "c", "w", "T", "C", "K", "f7")
"""What is open when the articles change."""
HOME = 14
"""So many times Escape leads out of anything."""

PLACES = (
    "E",
    "D",
    "T",
    "c",
    "C",
    "w",
    "K",
    "F",
    "S",
    "r",
    "e",
    "z",
    "t",
    "V",
    "f2",
    "f6",
    "f7",
    "equals_sign",
)
MOVES = ("j", "k", "n", "N", "g", "G", "space", "b", "tab", "enter", "up", "down", "left", "right", "H", "L",
         "left_curly_bracket", "right_curly_bracket", "1", "2", "full_stop", "comma", "h", "l")  # fmt: skip
OTHERS = ("s", "i", "x", "U", "a", "o", "A", "R", "y", "Y", "asterisk", "ampersand", "slash", "colon", "f3",
          "question_mark", "less_than_sign", "greater_than_sign", "minus", "underscore", "plus", "u", "d",
          "backspace", "delete", "home", "end", "pageup", "pagedown", "shift+tab", "f8", "quotation_mark",
          "left_parenthesis", "B", "ä", "ctrl+r")  # fmt: skip
"""None that leaves the room, opens an editor, or gives a command to a shell."""

TOLD = {
    "talks.txt": (
        "Talks on the bridge [b]fail[/b]\nSource: River Post\n21 March 2024\n\n"
        "“We will not pay for the bridge twice,” the mayor, Ada Brandt, said on Tuesday in Geneva.\n\n"
        "The Lenne Council met two days ago. Its 12 members want a report by 3 May.\n\n" * 3
    ),
    "dispute.txt": (
        "Dispute on the bridge\nSource: Harbour Gazette\n22 March 2024\n\n"
        "“We will not pay twice for the bridge”, Karl Moser told the Lenne Council on 19 March in Geneva.\n\n"
        "Its 14 members had met on Monday. Ada Brandt \u202eleft \x1b[31mearly.\n\n" * 3
    ),
}


def keys(chance: random.Random, many: int) -> list[str]:
    kinds = chance.choices((PLACES, MOVES, OTHERS, ("escape",)), (3, 7, 3, 1), k=many)
    return [chance.choice(kind) for kind in kinds]


@pytest.mark.timeout(120 + MANY)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_whatever_is_pressed_escape_leads_home(
    size: tuple[int, int],
    open_room: OpenRoom,
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """She leans on the keyboard, at any size, and finds out again."""
    for name, text in TOLD.items():
        (articles / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    pressed: list[str] = []
    try:
        async with open_room(size=size) as room:
            for number in range(-(-MANY // 30)):
                chance = random.Random(f"{SEED} {size} {number}")
                if chance.random() < 0.3:
                    await room.pilot.resize_terminal(*chance.choice(SIZES))
                for key in keys(chance, 30):
                    pressed.append(key)
                    if chance.random() < 0.2:
                        await room.press(key)
                    else:
                        await room.pilot.press(key)
                    if not room.app.is_running:
                        return  # the palette knows how to leave
                for _ in range(HOME):
                    await room.press("escape")
                assert isinstance(room.app.screen, MainScreen), room.app.screen
    except BaseException as error:
        error.add_note(f"after {' '.join(pressed[-60:])}")
        raise


def happen(chance: random.Random, folder: Path, home: Path) -> str:
    """Let something become of the articles, and another Cuttings read that in or say something of names."""
    files = sorted(folder.iterdir())
    happening = chance.choice(("gone", "moved", "rewritten", "new", "swapped", "mended", "watched", "anew"))
    with Library.open([folder], home) as library:
        if happening == "gone" and len(files) > 1:
            chance.choice(files).unlink()
        elif happening == "moved":
            chance.choice(files).rename(folder / f"moved{chance.random()}.txt")
        elif happening in ("rewritten", "new"):
            path = chance.choice(files) if happening == "rewritten" else folder / f"new{chance.random()}.txt"
            path.write_text(chance.choice(list(TOLD.values()))[chance.randrange(200) :], "utf-8")
        elif happening == "swapped" and len(files) > 1:
            one, other = chance.sample(files, 2)
            texts = one.read_bytes(), other.read_bytes()
            other.write_bytes(texts[0])
            one.write_bytes(texts[1])
        elif happening == "mended" and (known := library.entities()):
            whom = chance.choice(known)
            library.mend(Mending("hide", (Named(whom.type, whom.name),)))
        elif happening == "watched":
            library.watch(WatchedName("organisation", (Form(f"Council {chance.random()}"), Form("Lenne"))))
        library.sync(rebuild=happening == "anew")
    return happening


@pytest.mark.timeout(120 + 4 * MANY)
@pytest.mark.parametrize("place", MEANWHILE)
async def test_whatever_becomes_of_the_articles_meanwhile(
    place: str, open_room: OpenRoom, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She has a page open when the folder changes under her, and goes on with what is there by then."""
    for name, text in TOLD.items():
        (articles / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    home = tmp_path / "home"
    chance = random.Random(f"{SEED} {place}")
    done: list[str] = []
    try:
        async with open_room(home=home, size=chance.choice(SIZES)) as room:
            await room.press("enter", "r", "escape")
            for _ in range(-(-MANY // 30)):
                await room.press(place)
                done += [place, happen(chance, articles, home)]
                for key in (*keys(chance, 5), place, *keys(chance, 2)):
                    done.append(key)
                    await room.press(key)
                    if not room.app.is_running:
                        return
                for _ in range(HOME):
                    await room.press("escape")
                assert isinstance(room.app.screen, MainScreen), room.app.screen
            await room.press("T", "G", "enter", "H", "H", "L")
    except BaseException as error:
        error.add_note(f"after {' '.join(done[-60:])}")
        raise

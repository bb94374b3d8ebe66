"""What can go to a command: paths of the results, the path of the open article, the text one reads."""

import os
from collections.abc import Sequence

from textual.screen import Screen

from index.model import Article, Listing
from tui.library import Desk
from tui.render.counts import count
from tui.screens.pipe import CannotBeSent, Selection
from tui.widgets.reader import Reader


def selections(screen: Screen[None], desk: Desk, listing: Listing, reader: Reader) -> list[Selection]:
    """What there is to be sent now; nothing where there is neither a result nor an article."""
    found = []
    if listing.keys:
        keys = listing.keys
        said = f"{count(len(keys), 'path')} of the results"
        found.append(Selection("results", f"{said}, a line each", lambda: _paths(desk, keys, b"\n")))
        found.append(Selection("results-0", f"{said}, NUL after each", lambda: _paths(desk, keys, b"\0")))
    article = reader.article
    if article is not None:
        path = article.path
        end, said = (b"\0", ", NUL after it") if "\n" in path else (b"\n", "")
        found.append(Selection("article", f"the path of the open article{said}", lambda: _ended([path], end)))
        selected = screen.get_selected_text() or ""
        text = selected if selected.strip() else _passage(article, reader.passage)
        what = "the text selected" if selected.strip() else "the current passage"
        said = f"{what}, {count(len(text), 'character')}"
        found.append(Selection("text", said, lambda: text.encode("utf-8", "replace") + b"\n"))
    return found


def _passage(article: Article, number: int) -> str:
    if not article.passages:
        return article.title
    passage = article.passages[number]
    return article.text[passage.start : passage.end]


def _paths(desk: Desk, keys: Sequence[int], end: bytes) -> bytes:
    return _ended(desk.paths(keys), end)


def _ended(paths: Sequence[str], end: bytes) -> bytes:
    """Paths byte for byte, each with its end."""
    names = [os.fsencode(path) for path in paths]
    broken = sum(end in name for name in names)
    if broken:
        raise CannotBeSent(
            f"the {'name' if broken == 1 else 'names'} of {count(broken, 'file')} "
            f"{'holds' if broken == 1 else 'hold'} a line end; NUL after each path keeps them whole"
        )
    return b"".join(name + end for name in names)

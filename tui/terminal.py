"""What stands on the terminal, so that only what has changed is sent to it.

Textual sends every line of a widget that asks to be painted, each piece of it with its whole style and
a reset behind it: over a slow line that is what one waits for. Here a frame is compared with what stands
there already. Of a line that differs, what lies between the first and the last cell that do is sent; of
a style, what the one before did not have.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.render.wrap import is_narrow


class Look(NamedTuple):
    """How text looks, in the codes of SGR sequences; an empty part is the terminal's own."""

    attributes: tuple[str, ...] = ()
    """Bold, underlined and the like."""
    ink: str = ""
    """The colour of the text."""
    paper: str = ""
    """The colour behind it."""
    link: str = ""
    """What opens a hyperlink, without the sequence around it."""

    def change_from(self, before: "Look") -> str:
        """What turns text that looked otherwise into this."""
        codes: list[str] = []
        lost = (before.ink and not self.ink) or (before.paper and not self.paper)
        if lost or not set(before.attributes) <= set(self.attributes):
            codes, before = ["0"], PLAIN._replace(link=before.link)
        codes += [code for code in self.attributes if code not in before.attributes]
        codes += [self.ink] if self.ink != before.ink else []
        codes += [self.paper] if self.paper != before.paper else []
        sgr = f"\x1b[{';'.join(codes)}m" if codes else ""
        return sgr if self.link == before.link else f"{sgr}\x1b]8;{self.link or ';'}\x1b\\"


PLAIN = Look()
"""The terminal's own look."""

Piece = tuple[Look, str]
"""A stretch of one look."""


class Terminal:
    """The cells of the terminal, as far as they were painted through here."""

    def __init__(self) -> None:
        self._lines: dict[int, dict[int, tuple[int, list[Piece]]]] = {}
        self._region: Region | None = None

    def painted(self, update: CompositorUpdate) -> CompositorUpdate:
        """The update that sends no more of another than has to be sent."""
        if isinstance(update, (ChopsUpdate, LayoutUpdate)):
            return _Frame(self, update)
        self.forget()
        return update

    def forget(self) -> None:
        """Know nothing any more of what stands there."""
        self._lines.clear()

    def fit(self, region: Region) -> None:
        """Take the region that is painted from now on; another one than before is painted as a whole."""
        if region != self._region:
            self._region = region
            self.forget()

    def put(self, y: int, x: int, width: int, pieces: list[Piece]) -> tuple[int, list[Piece]] | None:
        """Note what is to stand in a line from a column on, and tell what of it has to be sent.

        Args:
            y: The line, from 0.
            x: The column, from 0.
            width: The cells it takes.
            pieces: Stretches of different looks.

        Returns:
            The column of the first cell that changes, and the pieces from there to the last one; None
            where nothing does.
        """
        line = self._lines.setdefault(y, {})
        before = line.get(x)
        if before == (width, pieces):
            return None
        for start in [start for start, (cells, _) in line.items() if start < x + width and start + cells > x]:
            del line[start]
        line[x] = (width, pieces)
        if before is None or before[0] != width or not (_are_narrow(pieces) and _are_narrow(before[1])):
            return x, pieces
        skipped, changed, old = _without_common_start(pieces, before[1])
        _, changed, _ = _without_common_start(_mirrored(changed), _mirrored(old))
        return x + skipped, _mirrored(changed)


def _are_narrow(pieces: Iterable[Piece]) -> bool:
    """Whether no terminal can be of another opinion about the cells that each character takes."""
    return all(is_narrow(text) for _, text in pieces)


def _without_common_start(pieces: list[Piece], others: list[Piece]) -> tuple[int, list[Piece], list[Piece]]:
    """Both without what they begin with, and how many characters that is."""
    at = skipped = 0
    while at < min(len(pieces), len(others)) and pieces[at] == others[at]:
        skipped += len(pieces[at][1])
        at += 1
    rest, rest_of_others = pieces[at:], others[at:]
    if rest and rest_of_others and rest[0][0] == rest_of_others[0][0]:
        (look, text), (_, other) = rest[0], rest_of_others[0]
        both = zip(text, other, strict=False)
        same = next(
            (place for place, (one, two) in enumerate(both) if one != two), min(len(text), len(other))
        )
        rest = [(look, text[same:]), *rest[1:]] if same < len(text) else rest[1:]
        rest_of_others = (
            [(look, other[same:]), *rest_of_others[1:]] if same < len(other) else rest_of_others[1:]
        )
        skipped += same
    return skipped, rest, rest_of_others


def _mirrored(pieces: list[Piece]) -> list[Piece]:
    return [(look, text[::-1]) for look, text in reversed(pieces)]


class _Frame(CompositorUpdate):
    """An update that is compared with what stands on the terminal when it is sent."""

    def __init__(self, terminal: Terminal, update: ChopsUpdate | LayoutUpdate) -> None:
        self._terminal = terminal
        self._update = update

    def render_segments(self, console: Console) -> str:
        """Return the sequences to be sent. Overrides `CompositorUpdate.render_segments`."""
        if isinstance(self._update, LayoutUpdate):
            self._terminal.fit(self._update.region)
            strips = _of_layout(self._update)
        else:
            strips = _of_chops(self._update)
        colors = console._color_system or ColorSystem.TRUECOLOR
        sent: list[str] = []
        look = PLAIN
        for y, x, strip in strips:
            changed = self._terminal.put(y, x, strip.cell_length, list(_pieces(strip, colors)))
            if changed is None:
                continue
            column, pieces = changed
            sent.append(f"\x1b[{y + 1};{column + 1}H")
            for wanted, text in pieces:
                sent.append(wanted.change_from(look) + text)
                look = wanted
        if look != PLAIN:
            sent.append(PLAIN.change_from(look))
        return "".join(sent)


def _of_layout(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield y, x, strip
            x += strip.cell_length


def _of_chops(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The strips of an update; one that reaches beyond what is to be painted is looked at as a whole."""
    seen = set()
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < last and end > first and (y, x) not in seen:
                seen.add((y, x))
                yield y, x, strip


def _pieces(strip: Strip, colors: ColorSystem) -> Iterator[Piece]:
    """A strip as stretches of one look each."""
    look, stretch = PLAIN, ""
    for text, style, control in strip:
        if control or not text:
            continue
        found = _look(style, colors)
        if found != look and stretch:
            yield look, stretch
            stretch = ""
        look = found
        stretch += text
    if stretch:
        yield look, stretch


def _look(style: Style | None, colors: ColorSystem) -> Look:
    if style is None:
        return PLAIN
    look = _parsed(Strip.render_ansi(style, colors))
    return look._replace(link=f"id={style.link_id};{style.link}") if style.link else look


@lru_cache(maxsize=1024)
def _parsed(sgr: str) -> Look:
    """What the codes of an SGR sequence say."""
    codes = iter(sgr.split(";") if sgr else ())
    attributes, ink, paper = [], "", ""
    for code in codes:
        number = int(code)
        if number in (38, 48):
            kind = next(codes)
            code = ";".join([code, kind, *islice(codes, 3 if kind == "2" else 1)])
        if number in range(30, 40) or number in range(90, 98):
            ink = code
        elif number in range(40, 50) or number in range(100, 108):
            paper = code
        else:
            attributes.append(code)
    return Look(tuple(attributes), ink, paper)

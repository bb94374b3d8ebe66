"""Printing: one JSON object, or lines for people; plain in a pipe, quiet colours in a terminal.

Every line is a `rich.text.Text`: nothing that comes from a document is parsed as markup.
"""

import json
import os
import sys
from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from tui.render.shown import shown
from tui.render.wrap import wrap

MEASURE = 96
"""Cells to which lines are wrapped at most, in a terminal."""
NARROWEST = 20
"""Cells a line keeps beside its gutter however narrow the terminal is."""
FAINT = "dim"
STRONG = "bold"
NAME = "#3f9a9a"
"""Teal that can be read on dark and on light paper."""
REASON = "#579a48"
"""Green of which the same is true."""
HIT = "bold #d0902f"
"""Amber that can be read on dark and on light paper."""


class PlainConsole(Console):
    """A console that leaves a closed pipe to `tui.cli.failures`, where Rich would end with status 1."""

    def on_broken_pipe(self) -> None:
        """Say that nobody reads any more. Overrides `Console`."""
        self.quiet = True
        raise BrokenPipeError


class Page:
    """Standard output for people: wrapped in a terminal, one line a paragraph in a pipe."""

    def __init__(self) -> None:
        self.is_terminal = sys.stdout.isatty()
        """Whether lines are wrapped."""
        self._console = PlainConsole(
            file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True
        )
        self.width = min(MEASURE, self._console.width)
        """Cells of a line in a terminal."""
        self.full_width = self._console.width
        """Cells from edge to edge of a terminal."""

    def line(self, *pieces: str | tuple[str, str] | Text, gutter: str | tuple[str, str] = "") -> None:
        """Print pieces (a plain string, or a string and its style) as one paragraph.

        Args:
            *pieces: What to print; strings must be safe for a terminal already.
            gutter: Stands before the first line; the following ones are indented by its width.
        """
        margin = Text.assemble(gutter)
        body = Text.assemble(*pieces)
        if not self.is_terminal:
            self._console.print(Text.assemble(margin, body))
            return
        blank = Text(" " * margin.cell_len)
        width = max(NARROWEST, self.width - margin.cell_len)
        for number, (start, end) in enumerate(wrap(body.plain, 0, len(body), width) or [(0, 0)]):
            self._console.print(Text.assemble(blank if number else margin, body[start:end]))

    def as_it_is(self, line: Text) -> None:
        """Print a line that was laid out for the width at hand."""
        self._console.print(line)

    def parts(self, *parts: str) -> None:
        """Print safe parts in one faint line, or each in its own where they do not fit one."""
        whole = " · ".join(parts)
        apart = self.is_terminal and cell_len(whole) > self.width
        for text in parts if apart else (whole,):
            self.line((text, FAINT))


def print_json(value: Mapping[str, object]) -> None:
    """Print one JSON object, in ASCII, so that no text can reach the terminal as itself."""
    text = json.dumps(value, ensure_ascii=True, indent=2 if sys.stdout.isatty() else None)
    sys.stdout.write(text.replace("\x7f", "\\u007f") + "\n")


def print_json_list(key: str, values: Iterable[Mapping[str, object]]) -> int:
    """Print one JSON object that holds a list, value by value as they come; gives how many there were."""
    number = 0
    sys.stdout.write(f"{{{json.dumps(key)}: [")
    for number, value in enumerate(values, 1):
        text = json.dumps(value, ensure_ascii=True).replace("\x7f", "\\u007f")
        sys.stdout.write((",\n" if number > 1 else "\n") + text)
    sys.stdout.write("\n]}\n" if number else "]}\n")
    return number


def print_paths(paths: Iterable[str], end: bytes) -> None:
    """Print paths byte for byte into a pipe, made safe on a terminal."""
    if sys.stdout.isatty():
        for path in paths:
            sys.stdout.write(shown(path) + "\n")
        return
    sys.stdout.flush()
    sys.stdout.buffer.writelines(os.fsencode(path) + end for path in paths)
    sys.stdout.buffer.flush()


def say(message: str) -> None:
    """Tell the user something on standard error, in the program's name."""
    first, *rest = message.split("\n")
    tell(f"cuttings: {shown(first)}")
    for line in rest:
        tell(f"  {shown(line)}")


def tell(line: str) -> None:
    """Print a line, safe already, on standard error; a closed one is not worth an error."""
    try:
        print(line, file=sys.stderr)
    except BrokenPipeError:
        return


def near(path: str) -> str:
    """Give a path as one would type it from here: relative where it lies below, else absolute."""
    try:
        here = os.getcwd()
    except OSError:
        return shown(path)
    below = path.startswith(here.rstrip("/") + "/")
    return shown(os.path.relpath(path, here) if below else path)


def size(number: int) -> str:
    """Give a number of bytes in the unit that suits it, as in "41 MB"."""
    amount = float(number)
    for unit in ("bytes", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}"
        amount /= 1000
    return f"{amount:.1f} TB"

"""Printing a table: comma-separated, for a spreadsheet or a script.

The form is that of RFC 4180. In a pipe the values are as they are, also one that a spreadsheet might
take for a formula, and the bytes of a file's name that are no UTF-8: what reads a table must get
back the name that stands in the article or on the disk. On a terminal they are made safe.
"""

import csv
import io
import re
import sys
from collections.abc import Iterable, Sequence

from tui.render.shown import shown

_replace_lone = re.compile("[\ud800-\udc7f\udd00-\udfff]").sub
"""Halves of a pair that stand for no byte of a file's name; no encoding has them."""

AT_ONCE = 500
"""Rows that are written at a time."""


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a header and rows; None is an empty cell."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    is_terminal = sys.stdout.isatty()
    for number, row in enumerate(rows, 1):
        if is_terminal:
            row = [shown(cell) if isinstance(cell, str) else cell for cell in row]
        writer.writerow(row)
        if number % AT_ONCE == 0:
            _flush(written)
    _flush(written)


def _flush(written: io.StringIO) -> None:
    text = written.getvalue()
    if sys.stdout.isatty():
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(_replace_lone("\ufffd", text).encode("utf-8", "surrogateescape"))
    written.seek(0)
    written.truncate()

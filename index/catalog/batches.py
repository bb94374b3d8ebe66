"""Questions about many documents, asked some at a time."""

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

AT_ONCE = 1_000
"""Keys that a question names at most: SQLite bounds the number of marks."""


def in_batches(db: sqlite3.Connection, query: str, keys: Collection[int], order: str = "") -> Iterator[Any]:
    """The rows of `query` + a list of keys + `order`, as many keys at a time as it takes."""
    wanted = list(map(int, keys))
    for first in range(0, len(wanted), AT_ONCE):
        batch = wanted[first : first + AT_ONCE]
        yield from db.execute(f"{query} ({','.join('?' * len(batch))}) {order}", batch)

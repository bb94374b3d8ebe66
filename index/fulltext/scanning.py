"""Regular expressions held against the texts of documents, within a limit of time.

Texts are asked for only where the rest of the query leaves a document possible, and where the index
says that it holds the letters that are in every text that fits. What was found is remembered with the
snapshot, so that only what is new is looked through when the same expression stands beside another word,
or when a search that was given up is asked again.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from index.columnar.arrays import Ints
from index.errors import Cancelled, CuttingsError, SearchTooLong
from index.fulltext import expressions
from index.fulltext.expressions import Expression
from index.fulltext.lexicon import FIELDS
from index.fulltext.postings import Snapshot
from index.fulltext.query import Scan
from index.fulltext.texts import Spans, Texts
from index.fulltext.windows import NOWHERE, PLACE_BITS, Mask, Windows, union
from index.model import Field

SECONDS = 10.0
"""How long the texts are looked through before a search is given up."""

SECONDS_OF_A_TEXT = 1.0
"""How long a single one of them is, in time of the processor."""

BATCH = 100
"""Texts read at a time."""

MOST_LITERALS = 3
"""Of the letters that have to be in a text, so many of the longest runs are looked for in the index."""

Fetch = Callable[[Sequence[int]], Iterable[tuple[int, str, str]]]
"""Gives of documents, named by their keys, the key, the title and the text; those that are gone not."""


def no_texts(keys: Sequence[int]) -> Iterable[tuple[int, str, str]]:
    """For those who ask for no expression."""
    raise CuttingsError("A query with an expression needs the texts.")


def spans_in(clause: Scan, texts: Sequence[str]) -> Spans:
    """Where the expression of a clause fits in some texts, by text and place.

    Raises:
        SearchTooLong: It takes too long.
    """
    expression = expressions.read(clause.expression)
    rows = [(number, *span) for number, text in enumerate(texts) for span in _spans(expression, text)]
    return Spans(*np.array(rows, dtype=np.int64).reshape(-1, 3).T)


def _spans(expression: Expression, text: str) -> list[tuple[int, int]]:
    try:
        return expression.spans(text, SECONDS_OF_A_TEXT)
    except TimeoutError:
        raise SearchTooLong(
            f"“/{expression.text}/” takes too long on a single article. A repeat within a repeat, as in "
            "(a+)+, is what mostly does that."
        ) from None


class _Row(NamedTuple):
    """What was found in a title or text."""

    document: int
    """Number of the document."""
    text: str
    """The title or text."""
    spans: list[tuple[int, int]]
    """Where the expression fits, in code points."""


class _Seen:
    """What is known of a clause in a snapshot."""

    def __init__(self, size: int) -> None:
        self.lock = threading.Lock()
        self.documents: Mask = np.zeros(size, dtype=bool)
        """Which documents were looked through."""
        self.windows: dict[Field, Windows] = dict.fromkeys(FIELDS, NOWHERE)
        """Where it fits in each field."""


def scan(
    snapshot: Snapshot, clause: Scan, possible: Mask, fetch: Fetch, cancelled: Callable[[], bool]
) -> dict[Field, Windows]:
    """Where the expression of a clause fits, in each field that it is for.

    What fits from the beginning of a word to the end of one is the window of those words; what does not,
    a window beyond the places of all words.

    Args:
        snapshot: Where the documents are.
        clause: The clause.
        possible: The documents that matter.
        fetch: Gives their texts.
        cancelled: Whether the answer is no longer wanted.

    Raises:
        Cancelled: `cancelled` said so.
        SearchTooLong: It takes too long.
    """
    fields: tuple[Field, ...] = (clause.field,) if clause.field else FIELDS
    expression = expressions.read(clause.expression)
    wanted = possible & _holding(snapshot, expression, fields, cancelled)
    key = "scan", clause.expression, clause.field
    seen = snapshot.cache.get(key)
    if not isinstance(seen, _Seen):
        seen = _Seen(snapshot.size)
        snapshot.cache.put(key, seen, 1 << 20)
    with seen.lock:
        _look_through(snapshot, expression, fields, wanted, seen, fetch, cancelled)
        return {field: seen.windows[field].among(wanted) for field in fields}


def _holding(
    snapshot: Snapshot, expression: Expression, fields: Sequence[Field], cancelled: Callable[[], bool]
) -> Mask:
    """The documents that hold what every text has to hold that fits."""
    found = np.zeros(snapshot.size, dtype=bool)
    literals = sorted(expression.literals, key=len, reverse=True)[:MOST_LITERALS]
    for field in fields:
        here = snapshot.live.copy()
        for literal in literals:
            words = snapshot.vocabulary.holding(literal)
            having = np.zeros(snapshot.size, dtype=bool)
            having[snapshot.counts(field, words, cancelled, ("holding", literal)).documents] = True
            here &= having
        found |= here
    return found


def _look_through(
    snapshot: Snapshot,
    expression: Expression,
    fields: Sequence[Field],
    wanted: Mask,
    seen: _Seen,
    fetch: Fetch,
    cancelled: Callable[[], bool],
) -> None:
    """Look through those documents that were not looked through before."""
    numbers = np.flatnonzero(wanted & ~seen.documents)
    until = time.monotonic() + SECONDS
    pieces = {field: [seen.windows[field]] for field in fields}
    try:
        for first in range(0, len(numbers), BATCH):
            batch = numbers[first : first + BATCH]
            number_of = dict(zip(snapshot.keys[batch].tolist(), batch.tolist(), strict=True))
            found: dict[Field, list[_Row]] = {field: [] for field in fields}
            given: list[int] = []
            for key, title, text in fetch(list(number_of)):
                if cancelled():
                    raise Cancelled("The search was called off.")
                if time.monotonic() > until:
                    raise SearchTooLong(
                        f"“/{expression.text}/” was given up after {SECONDS:.0f} seconds, with {first:,} of "
                        f"{len(numbers):,} articles looked through. Put a word beside it that the articles "
                        "hold, or more letters into it outside all brackets."
                    )
                given.append(number_of[key])
                for field in fields:
                    written = title if field == "title" else text
                    if spans := _spans(expression, written):
                        found[field].append(_Row(number_of[key], written, spans))
            for field, rows in found.items():
                pieces[field].append(_windows(rows))
            seen.documents[given] = True
    finally:
        for field in fields:
            seen.windows[field] = union(pieces[field])


def _windows(rows: Sequence[_Row]) -> Windows:
    """The windows of what was found in the titles or texts of some documents."""
    flat = [(number, *span) for number, row in enumerate(rows) for span in row.spans]
    spans = Spans(*np.array(flat, dtype=np.int64).reshape(-1, 3).T)
    windows = Texts([row.text for row in rows]).windows_of(spans)
    documents: Ints = np.array([row.document for row in rows], dtype=np.int64)
    shift = (documents[spans.texts] - spans.texts) << PLACE_BITS
    return Windows(windows.starts + shift, windows.ends + shift)

"""Regular expressions held against the texts of documents, within a limit of time.

Texts are asked for only where the rest of the query leaves a document possible, and where the index
says that it holds the pieces of words that are in every text that fits. What was found is remembered
with the snapshot, so that only what is new is looked through when the same expression stands beside
another word, or when a search that was given up is asked again.

What was found is known by code points. At the places of which words it is matters only where a word or
phrase asked for beside it may be the same hit, and is worked out then: to lay out a text takes far longer
than to look through it.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from index.columnar.arrays import Ints
from index.errors import Cancelled, CuttingsError, SearchTooLong
from index.fulltext import expressions, logic, narrowing
from index.fulltext.expressions import Expression
from index.fulltext.lexicon import FIELDS
from index.fulltext.postings import CACHE_BYTES, Snapshot
from index.fulltext.query import Scan
from index.fulltext.stretches import Batches, Found, at_words
from index.fulltext.texts import Spans
from index.fulltext.windows import Mask, Windows, union
from index.model import Field

SECONDS = 10.0
"""How long the texts are looked through before a search is given up."""

SECONDS_OF_A_TEXT = 1.0
"""How long a single one of them is, in time of the processor."""

BATCH = 100
"""Texts read at a time."""

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


class _Seen:
    """What is known of a clause in a snapshot."""

    def __init__(self, size: int) -> None:
        self.lock = threading.Lock()
        self.documents: Mask = np.zeros(size, dtype=bool)
        """Which documents were looked through."""
        self.found: dict[Field, Found] = {field: Found(size) for field in FIELDS}
        """What was found in each field."""

    @property
    def nbytes(self) -> int:
        """Memory it takes."""
        return self.documents.nbytes + sum(one.nbytes for one in self.found.values())


@dataclass(frozen=True, slots=True)
class Scanned:
    """Where the expression of a clause fits in one field of the documents that matter."""

    windows: Windows
    """All stretches, beyond the places of all words."""
    words: Ints
    """The words of the vocabulary that one of them is, ascending."""
    placed: Callable[[Mask], Windows]
    """The same, those in the documents of a mask at the places of words.

    What fits from the beginning of a word to the end of one is the window of those words; what does not
    stays beyond the places of all words.
    """


def scan(
    snapshot: Snapshot, clause: Scan, possible: Mask, fetch: Fetch, cancelled: Callable[[], bool]
) -> dict[Field, Scanned]:
    """Where the expression of a clause fits, in each field that it is for.

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
    holding = {field: narrowing.holding(snapshot, expression, field, cancelled) for field in fields}
    wanted: Mask = possible & logic.any_of(holding.values())
    key = clause.expression, clause.field
    seen = snapshot.scans.get(key)
    if not isinstance(seen, _Seen):
        seen = _Seen(snapshot.size)
    with seen.lock:
        try:
            _look_through(snapshot, expression, holding, wanted, seen, fetch, cancelled)
        finally:
            snapshot.scans.put(key, seen, min(seen.nbytes, CACHE_BYTES // 4))
        return {
            field: Scanned(
                windows := found.windows.among(wanted),
                found.words,
                partial(_placed, snapshot, expression, seen, field, windows, fetch, cancelled),
            )
            for field, found in seen.found.items()
            if field in fields
        }


def _placed(
    snapshot: Snapshot,
    expression: Expression,
    seen: _Seen,
    field: Field,
    windows: Windows,
    fetch: Fetch,
    cancelled: Callable[[], bool],
    among: Mask,
) -> Windows:
    """What `Scanned.placed` gives: some windows of a field, laid out where that was not done before."""
    with seen.lock:
        found = seen.found[field]
        here: Mask = np.zeros(snapshot.size, dtype=bool)
        here[windows.documents()] = True
        here &= among
        numbers = np.flatnonzero(here & ~found.documents)
        until = time.monotonic() + SECONDS
        pieces: list[Windows] = []
        laid: list[int] = []
        try:
            for first in range(0, len(numbers), BATCH):
                batch = numbers[first : first + BATCH]
                number_of = dict(zip(snapshot.keys[batch].tolist(), batch.tolist(), strict=True))
                rows = {number_of[key]: (title, text) for key, title, text in fetch(list(number_of))}
                if cancelled():
                    raise Cancelled("The search was called off.")
                if time.monotonic() > until:
                    raise SearchTooLong(
                        f"What “/{expression.text}/” and the words beside it share was given up after "
                        f"{SECONDS:.0f} seconds, with {first:,} of {len(numbers):,} articles looked through. "
                        "Leave out of them what the expression finds anyway, or ask again to go on."
                    )
                texts = {number: rows[number][field == "text"] for number in sorted(rows)}
                pieces.append(at_words(windows, texts))
                laid += texts
        finally:
            found.place(pieces, laid)
        here &= found.documents
        return union([windows.among(~here), found.placed.among(here)])


def _look_through(
    snapshot: Snapshot,
    expression: Expression,
    holding: dict[Field, Mask],
    wanted: Mask,
    seen: _Seen,
    fetch: Fetch,
    cancelled: Callable[[], bool],
) -> None:
    """Look through those documents that were not looked through before, in the fields that matter."""
    numbers = np.flatnonzero(wanted & ~seen.documents)
    until = time.monotonic() + SECONDS
    found = {field: Batches(snapshot) for field in holding}
    looked: list[int] = []
    try:
        for first in range(0, len(numbers), BATCH):
            batch = numbers[first : first + BATCH]
            number_of = dict(zip(snapshot.keys[batch].tolist(), batch.tolist(), strict=True))
            for key, title, text in fetch(list(number_of)):
                if cancelled():
                    raise Cancelled("The search was called off.")
                if time.monotonic() > until:
                    raise SearchTooLong(
                        f"“/{expression.text}/” was given up after {SECONDS:.0f} seconds, with {first:,} of "
                        f"{len(numbers):,} articles looked through. Put a word beside it that the articles "
                        "hold, or longer words into it."
                    )
                number = number_of[key]
                spans = {
                    field: _spans(expression, title if field == "title" else text)
                    for field, here in holding.items()
                    if here[number]
                }
                for field, here in spans.items():
                    found[field].add(number, title if field == "title" else text, here)
                looked.append(number)
            for one in found.values():
                one.pack()
    finally:
        for field, one in found.items():
            one.pack()
            seen.found[field].add(one)
        seen.documents[looked] = True

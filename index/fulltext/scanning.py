"""Regular expressions held against the texts of documents, within a limit of time.

Texts are asked for only where the rest of the query leaves a document possible, and where the index
says that it holds the pieces of words that are in every text that fits. What was found is remembered with the
snapshot, so that only what is new is looked through when the same expression stands beside another word,
or when a search that was given up is asked again.

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

from index.columnar.arrays import Ints, places_of
from index.columnar.strings import encode
from index.columnar.vocabulary import UNKNOWN
from index.errors import Cancelled, CuttingsError, SearchTooLong
from index.fulltext import analysis, expressions
from index.fulltext.expressions import Expression
from index.fulltext.lexicon import FIELDS
from index.fulltext.postings import CACHE_BYTES, Snapshot
from index.fulltext.query import Scan
from index.fulltext.required import All, Any, Need, Piece, letters
from index.fulltext.texts import BEYOND, Spans, Texts
from index.fulltext.windows import NOWHERE, PLACE_BITS, Mask, Windows, union
from index.model import Field

SECONDS = 10.0
"""How long the texts are looked through before a search is given up."""

SECONDS_OF_A_TEXT = 1.0
"""How long a single one of them is, in time of the processor."""

BATCH = 100
"""Texts read at a time."""

MOST_NEEDS = 3
"""Of what has to be in a text, so many pieces of words with the most letters are looked for in the index."""

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


class _Found:
    """Where an expression fits in one field of the documents looked through."""

    def __init__(self, size: int) -> None:
        self.windows: Windows = NOWHERE
        """All stretches, beyond the places of all words."""
        self.words: Ints = np.empty(0, dtype=np.int64)
        """The words of the vocabulary that one of them is, ascending."""
        self.placed: Windows = NOWHERE
        """Those of some documents once more, at the places of words where they are words."""
        self.documents: Mask = np.zeros(size, dtype=bool)
        """Which documents those are."""


class _Seen:
    """What is known of a clause in a snapshot."""

    def __init__(self, size: int) -> None:
        self.lock = threading.Lock()
        self.documents: Mask = np.zeros(size, dtype=bool)
        """Which documents were looked through."""
        self.found: dict[Field, _Found] = {field: _Found(size) for field in FIELDS}
        """What was found in each field."""

    @property
    def nbytes(self) -> int:
        """Memory it takes."""
        found = sum(
            one.windows.nbytes + one.placed.nbytes + one.words.nbytes + one.documents.nbytes
            for one in self.found.values()
        )
        return found + self.documents.nbytes


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
    wanted = possible & _holding(snapshot, expression, fields, cancelled)
    key = clause.expression, clause.field
    seen = snapshot.scans.get(key)
    if not isinstance(seen, _Seen):
        seen = _Seen(snapshot.size)
    with seen.lock:
        try:
            _look_through(snapshot, expression, fields, wanted, seen, fetch, cancelled)
        finally:
            snapshot.scans.put(key, seen, min(seen.nbytes, CACHE_BYTES // 4))
        return {
            field: Scanned(
                windows := found.windows.among(wanted),
                found.words,
                partial(_placed, snapshot, seen, field, windows, fetch, cancelled),
            )
            for field, found in seen.found.items()
            if field in fields
        }


def _placed(
    snapshot: Snapshot,
    seen: _Seen,
    field: Field,
    windows: Windows,
    fetch: Fetch,
    cancelled: Callable[[], bool],
    among: Mask,
) -> Windows:
    with seen.lock:
        found = seen.found[field]
        here = np.zeros(snapshot.size, dtype=bool)
        here[windows.documents()] = True
        here &= among
        numbers = np.flatnonzero(here & ~found.documents)
        for first in range(0, len(numbers), BATCH):
            batch = numbers[first : first + BATCH]
            number_of = dict(zip(snapshot.keys[batch].tolist(), batch.tolist(), strict=True))
            rows = {number_of[key]: (title, text) for key, title, text in fetch(list(number_of))}
            if cancelled():
                raise Cancelled("The search was called off.")
            texts = {number: rows[number][field == "text"] for number in sorted(rows)}
            found.placed = union([found.placed, _at_words(windows, texts)])
            found.documents[list(texts)] = True
        here &= found.documents
        return union([windows.among(~here), found.placed.among(here)])


def _at_words(windows: Windows, texts: dict[int, str]) -> Windows:
    """The windows within some documents, given by number in order, at the places of words."""
    numbers: Ints = np.fromiter(texts, np.int64, len(texts))
    which, known = places_of(windows.documents(), numbers)
    mine = np.flatnonzero(known)
    which = which[mine]
    beyond = (windows.documents()[mine] << PLACE_BITS) + BEYOND
    spans = Spans(which, windows.starts[mine] - beyond, windows.ends[mine] - beyond)
    found = Texts(list(texts.values())).windows_of(spans)
    shift = (numbers[which] - which) << PLACE_BITS
    return Windows(found.starts + shift, found.ends + shift)


def _holding(
    snapshot: Snapshot, expression: Expression, fields: Sequence[Field], cancelled: Callable[[], bool]
) -> Mask:
    """The documents that hold what every text has to hold that fits."""
    key = "holding", expression.text, fields
    known = snapshot.scans.get(key)
    if isinstance(known, np.ndarray):
        return known
    found: Mask = np.zeros(snapshot.size, dtype=bool)
    for field in fields:
        found |= _having(snapshot, expression.required, field, cancelled)
    snapshot.scans.put(key, found, found.nbytes)
    return found


def _having(snapshot: Snapshot, need: Need, field: Field, cancelled: Callable[[], bool]) -> Mask:
    """The documents that may have in a field what is required; they are looked up word by word."""
    having: Mask = np.zeros(snapshot.size, dtype=bool)
    match need:
        case Piece():
            words = snapshot.vocabulary.holding(need)
            having[snapshot.counts(field, words, cancelled, need).documents] = True
        case All(needs):
            having |= snapshot.live
            for one in sorted(needs, key=letters, reverse=True)[:MOST_NEEDS]:
                having &= _having(snapshot, one, field, cancelled)
        case Any(needs):
            for one in needs:
                having |= _having(snapshot, one, field, cancelled)
    return having


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
    rows: dict[Field, list[tuple[int, int, int]]] = {field: [] for field in fields}
    words: dict[Field, set[str]] = {field: set() for field in fields}
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
                spans = {field: _spans(expression, title if field == "title" else text) for field in fields}
                for field, here in spans.items():
                    written = title if field == "title" else text
                    rows[field] += [(number, start, end) for start, end in here]
                    words[field].update(written[start:end][: analysis.LONGEST_SURFACE] for start, end in here)
                looked.append(number)
    finally:
        for field in fields:
            found = seen.found[field]
            found.windows = union([found.windows, _beyond(rows[field])])
            found.words = np.union1d(found.words, _known(snapshot, words[field]))
        seen.documents[looked] = True


def _beyond(rows: Sequence[tuple[int, int, int]]) -> Windows:
    """The windows of some stretches, each given by document, first code point and one past the last."""
    documents, starts, ends = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    shift = (documents << PLACE_BITS) + BEYOND
    return Windows(shift + starts, shift + ends)


def _known(snapshot: Snapshot, words: Iterable[str]) -> Ints:
    """The numbers of those of some strings that are words of the vocabulary."""
    numbers = snapshot.vocabulary.words.numbers([encode(word) for word in words if "\n" not in word])
    known: Ints = numbers[numbers != UNKNOWN]
    return known

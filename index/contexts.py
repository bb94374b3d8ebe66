"""Places in their contexts, and the order of places by the words beside them."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from index.catalog import Catalog, Kept, StoredText
from index.columnar.arrays import Ints, starts
from index.errors import Cancelled, SearchTooLong
from index.model import KwicLine, KwicSort, Pairs, Span

CONTEXT = 80
"""Code points on either side of a place in its context."""
BATCH = 256
"""Places whose contexts are made at a time, and documents whose texts are looked at at a time."""
MOST_SORTED = 1_000_000
"""More places are not sorted by the words beside them."""

Orders = dict[KwicSort, Ints]
"""The numbers of all places, in some orders."""
Told = Callable[[float], None]
"""Is told which share of the work is done."""
Place = tuple[bool, int, int]
"""Whether it is in the title, and where it begins and ends."""

_PARAGRAPH = "\n\n"
_REACH = 48
"""Code points beside a place that are sorted by."""
_KEY = 32
"""Bytes of words beside a place that are compared."""
_NO_WORDS = b"\xff"
"""Comes after all words."""


def untold(share: float) -> None:
    """For those who need not be told how far it has come."""


# Contexts


def line_of(kept: Kept, span: Span, *, clause: int = 0, marks: Pairs = ()) -> KwicLine:
    """A place of a document in its context.

    Args:
        kept: The document.
        span: The place.
        clause: The clause of a query that is met there.
        marks: What of the place is meant, as offsets into the text or title; nothing stands for all of it.
    """
    in_title = span.field == "title"
    text = kept.document.title if in_title else kept.text
    passages = kept.passages
    number = bisect_right(passages, span.start, key=lambda passage: passage.start) - 1
    return KwicLine(
        document=kept.document,
        field=span.field,
        passage=None if in_title else passages[max(0, number)].number,
        start=span.start,
        end=span.end,
        left=_one_line(_left(text, span.start, CONTEXT)),
        match=text[span.start : span.end],
        right=_one_line(_right(text, span.end, CONTEXT)),
        clause=clause,
        marks=tuple((low - span.start, high - span.start) for low, high in marks),
    )


def _left(text: str, start: int, reach: int) -> str:
    """What stands before a place in its paragraph."""
    return text[max(0, start - reach) : start].rpartition(_PARAGRAPH)[2].lstrip("\n")


def _right(text: str, end: int, reach: int) -> str:
    """What stands behind a place in its paragraph."""
    return text[end : end + reach].partition(_PARAGRAPH)[0].rstrip("\n")


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


# Orders


def by_words(
    catalog: Catalog,
    keys: Ints,
    counts: Ints,
    read: Sequence[int],
    places_in: Callable[[Sequence[StoredText]], Iterable[Sequence[Place]]],
    told: Told,
    cancelled: Callable[[], bool],
) -> Orders:
    """The numbers of all places by the words before them, the nearest first, and by those behind them.

    Args:
        catalog: Has the texts.
        keys: (D,) keys of the documents, in the order in which their places are numbered.
        counts: (D,) number of places in each.
        read: Keys of those that have places, in the order in which they are to be read.
        places_in: Gives the places in each of some documents.
        told: Is told how far it has come.
        cancelled: Polled.

    Raises:
        Cancelled: `cancelled` said so.
        SearchTooLong: There are too many.
    """
    first = starts(counts)
    refuse_too_many(int(first[-1]))
    beside = np.full((2, int(first[-1])), _NO_WORDS, dtype=f"S{_KEY}")
    row_of = dict(zip(keys.tolist(), range(len(keys)), strict=True))
    done = 0
    for batch in _batches(read):
        if cancelled():
            raise Cancelled("The sorting was called off.")
        told(done / len(read))
        rows: list[int] = []
        pieces: list[list[str]] = [[], []]
        stored = list(catalog.stored_texts(batch))
        for one, found in zip(stored, places_in(stored), strict=True):
            row = row_of[one.key]
            places = found[: int(counts[row])]
            rows += range(first[row], first[row] + len(places))
            for in_title, start, end in places:
                text = one.title if in_title else one.text
                pieces[0].append(_left(text, start, _REACH))
                pieces[1].append(_right(text, end, _REACH))
        for side, texts in enumerate(pieces):
            beside[side, rows] = _sort_keys(texts, backwards=not side)
        done += len(batch)
    left, right = (np.argsort(side, kind="stable") for side in beside)
    return {"left": left, "right": right}


def refuse_too_many(total: int) -> None:
    """Raise SearchTooLong where so many places are not sorted by words."""
    if total > MOST_SORTED:
        raise SearchTooLong(
            f"{total:,} hits are too many to be sorted by the words beside them, of which there may be"
            f" {MOST_SORTED:,}: ask for less, with another word or a filter."
        )


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[first : first + BATCH] for first in range(0, len(keys), BATCH))


def _sort_keys(texts: Iterable[str], *, backwards: bool) -> list[bytes]:
    """What texts are compared by: their words without capitals and accents, in bytes."""
    step = -1 if backwards else 1
    plain = (text if text.isascii() else text.translate(_folded) for text in texts)
    words = (text.encode("utf-8", "replace").translate(_LOWER).split() for text in plain)
    return [b" ".join(some[::step])[:_KEY] or _NO_WORDS for some in words]


_LOWER = bytes(
    code if code > 127 else ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(256)
)


class _Folded(dict[int, str]):
    """Letters and digits without capitals and accents, by code point; blanks for all else."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code).casefold())
        found = "".join(letter for letter in letters if not unicodedata.combining(letter))
        # An accent that stands by itself belongs to the letter before it.
        is_part = found.isalnum() or not found
        self[code] = found if is_part else " "
        return self[code]


_folded = _Folded()

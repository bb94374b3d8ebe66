"""The chronology of a library: which days are meant in which documents, as arrays; and the sentences."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog, DatedSpan
from index.catalog.excerpts import Excerpt
from index.columnar.arrays import Array, Ints, numbers_in
from index.copies.groups import Groups
from index.language.sentences import sentence_ends
from index.model import GRANULARITIES, DatedLine, Timeline
from index.model.chronology import TITLE

LONGEST_SIDE = 400
"""Letters of a sentence at most that are given on one side of a date."""

SHORT = 16
"""A sentence that has fewer letters besides a date tells nothing: the next one is given with it."""


_IN_TITLE = -1
"""In place of the number of a passage."""


class DaysMeant:
    """All dates of a library whose days are known, in the order of a chronology."""

    def __init__(self, catalog: Catalog) -> None:
        """Read them all: a second for a million."""
        rows = [np.array(batch, np.int64) for batch in catalog.dates.all(GRANULARITIES)]
        table = _told_once(np.concatenate(rows) if rows else np.zeros((0, 5), np.int64))
        keys, starts, firsts, lasts, granularities = table.T
        published = _by_key(catalog.dates.published(), int(keys.max(initial=0)) + 1)
        order = np.lexsort((starts, keys, published[keys], granularities, -lasts, firsts))
        self._keys: Ints = keys[order]
        self._starts = starts[order].astype(np.int32)
        self._firsts = firsts[order].astype(np.int32)
        self._lasts = lasts[order].astype(np.int32)
        self._granularities = granularities[order].astype(np.uint8)
        self._unknown = np.array(catalog.dates.unknown(), np.int64).reshape(-1, 2)

    def timeline(
        self,
        groups: Groups,
        keys: Sequence[int] | Array | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Timeline:
        """Those in some documents, or in all; of a span those that it has a day of.

        Where copies of one article mean the same day, those of the one that leads are given.

        Args:
            groups: Which documents are copies of one another.
            keys: Catalog keys of the documents.
            first: The first day of the span.
            last: The last day of the span.
        """
        wanted = np.ones(len(self._keys), np.bool_) if keys is None else _among(self._keys, keys)
        if first is not None:
            wanted &= self._lasts >= first.toordinal()
        if last is not None:
            wanted &= self._firsts <= last.toordinal()
        unknown = self._unknown if keys is None else self._unknown[_among(self._unknown[:, 0], keys)]
        places = np.flatnonzero(wanted)
        copies = _copies(
            groups,
            self._keys[places],
            (self._granularities[places], self._lasts[places], self._firsts[places]),
        )
        kept = copies >= 0
        places = places[kept]
        inside = self._keys[places]
        return Timeline(
            inside,
            self._starts[places],
            self._firsts[places],
            self._lasts[places],
            self._granularities[places],
            len(np.unique(inside)),
            int(unknown[:, 1].sum()),
            copies[kept],
            len(kept) - len(places),
        )


def _told_once(table: Ints) -> Ints:
    """Leave out what a title says if the text means the same days, too: there stands more about it."""
    keys, starts, firsts, lasts, granularities = table.T
    order = np.lexsort((-starts, granularities, lasts, firsts, keys))
    days = table[order][:, [0, 2, 3, 4]]
    is_again = np.zeros(len(table), np.bool_)
    is_again[1:] = (days[1:] == days[:-1]).all(axis=1)
    kept: Ints = table[order[~(is_again & (starts[order] < 0))]]
    return kept


def _copies(groups: Groups, keys: Ints, days: tuple[Array, Array, Array]) -> NDArray[np.int32]:
    """In how many copies of its document each date is, too; -1 where it is left out for that of another.

    Args:
        groups: Which documents are copies of one another.
        keys: Catalog keys of the documents.
        days: What days are meant, in numbers that are all the same where the days are.
    """
    found = np.zeros(len(keys), np.int32)
    some = np.flatnonzero(groups.has(keys))
    if not len(some):
        return found
    numbers, ranks = groups.of(keys[some]), groups.ranks(keys[some])
    order = np.lexsort((ranks, *(one[some] for one in days), numbers))
    some, ranks = some[order], ranks[order]
    is_new = np.zeros(len(some), np.bool_)
    is_new[0] = True
    for values in (numbers[order], *(one[some] for one in days)):
        is_new[1:] |= values[1:] != values[:-1]
    firsts = np.flatnonzero(is_new)
    same = np.cumsum(is_new) - 1
    is_other = is_new.copy()
    is_other[1:] |= ranks[1:] != ranks[:-1]
    documents = np.add.reduceat(is_other, firsts, dtype=np.int32)
    found[some] = np.where(ranks == ranks[firsts][same], documents[same] - 1, -1)
    return found


def _by_key(rows: Sequence[tuple[int, int]], size: int) -> Ints:
    """An array of values that have keys; 0 where there is none."""
    found = np.zeros(size, np.int64)
    table = np.array(rows, np.int64).reshape(-1, 2)
    table = table[table[:, 0] < size]
    found[table[:, 0]] = table[:, 1]
    return found


def _among(keys: Ints, others: Sequence[int] | Array) -> NDArray[np.bool_]:
    """Which of some keys are among others."""
    wanted = np.asarray(others, np.int64)
    inside = np.zeros(max(int(keys.max(initial=0)), int(wanted.max(initial=0))) + 1, np.bool_)
    inside[wanted] = True
    return inside[keys]


def dated_lines(catalog: Catalog, places: Sequence[tuple[int, int]]) -> tuple[DatedLine | None, ...]:
    """Dates in their sentences; None for one that is not there any more.

    No more of a document is read than the passages they are in, however long it is.

    Args:
        catalog: The store of record.
        places: Of each the catalog key of its document, and its first code point, as a timeline has it.
    """
    dates = catalog.dates.at(places)
    begins = {
        row.document: numbers_in(row.starts)
        for row in catalog.mentioned.passages([*{key for key, _ in dates}])
    }
    within = {
        place: (place[0], int(np.searchsorted(begins[place[0]], place[1], side="right")) - 1)
        for place in dates
        if place[0] in begins
    }
    excerpts = catalog.excerpts.of(set(within.values()))
    within |= {place: (place[0], _IN_TITLE) for place in dates if place[1] < 0}
    heads = catalog.summaries([*{key for key, start in dates if start < 0}])
    for key, head in heads.items():
        excerpts[key, _IN_TITLE] = Excerpt(head, _IN_TITLE, TITLE, TITLE + len(head.title), head.title)
    ends: dict[tuple[int, int], list[int]] = {}
    lines: list[DatedLine | None] = []
    for place in places:
        excerpt = excerpts.get(within.get(place, (0, -1)))
        lines.append(None if excerpt is None else _line(excerpt, dates[place], ends, place[0]))
    return tuple(lines)


def _line(
    excerpt: Excerpt, one: DatedSpan, ends: dict[tuple[int, int], list[int]], key: int
) -> DatedLine | None:
    if one.start >= excerpt.end or one.first is None or one.last is None:
        return None
    text = excerpt.text
    place = key, excerpt.number
    if place not in ends:
        ends[place] = sentence_ends(text)
    edges = pairwise([0, *ends[place], len(text)])
    at = one.start - excerpt.start
    behind = one.end - excerpt.start
    is_title = excerpt.number == _IN_TITLE
    base = TITLE if is_title else 0
    begin, end = next(((a, b) for a, b in edges if a <= at < b), (0, len(text)))
    if sum(map(str.isalpha, text[begin:at] + text[behind:end])) < SHORT:
        end = next((b for b in [*ends[place], len(text)] if b > end), end)
    begin = max(begin, at - LONGEST_SIDE)
    return DatedLine(
        excerpt.document,
        None if is_title else excerpt.number,
        one.start - base,
        one.end - base,
        text[at:behind],
        date.fromordinal(one.first).isoformat(),
        date.fromordinal(one.last).isoformat(),
        one.granularity,
        text[begin:at].lstrip(),
        text[behind : min(max(end, behind), behind + LONGEST_SIDE)].rstrip(),
        "title" if is_title else "text",
    )

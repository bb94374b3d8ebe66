"""Which documents are read for a quotation: those that share most, one of copies first."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from index.catalog import Catalog
from index.columnar.arrays import Ints
from index.copies.groups import Groups
from index.quotes.wording import Wording
from index.tracing.prints import Prints

MOST = 3_000
"""Documents that are read for one quotation, those that share most with it: two seconds of reading."""
ALIKE = 500
"""Documents that are read for what may only be alike."""
ANYBODY = 100
"""Of so many that may be alike those are read, too, that do not mention who says it."""
RARE = 25
"""Documents up to which a lone quoted word is rare enough to be told by its speaker."""


class Candidates(NamedTuple):
    """The other documents that may carry a quotation."""

    keys: Sequence[int]
    """Their keys."""
    is_rare: bool
    """Whether only few have words of it in a row."""
    unseen: int
    """How many share words with it and are left out: there are too many."""


def candidates(
    catalog: Catalog, prints: Prints, groups: Groups, wording: Wording, speaker: str | None, own: int | None
) -> Candidates:
    """The documents that have words of a quotation in a row, and those that have some close together.

    Args:
        catalog: Where documents are.
        prints: The prints of all quotations.
        groups: Which documents are copies of one another.
        wording: The quotation.
        speaker: The entity that says it, where one is known.
        own: The document it is from, which is left out.
    """
    shingles, pairs = wording.prints()
    in_a_row, close_by = prints.having(shingles, pairs)
    weights = {key: 10.0 * count for key, count in _each(*in_a_row)}
    is_rare = len(weights) <= RARE
    unread: set[int] = set()
    if wording.is_fragment or speaker is not None:
        alike = {key: count for key, count in _each(*close_by) if key != own}
        if len(alike) > ANYBODY and speaker is not None:
            of_speaker = catalog.names.mentioning([speaker])
            alike = {key: count for key, count in alike.items() if key in of_speaker}
        chosen = alike if len(alike) <= ALIKE else _ranked(catalog, groups, alike)[:ALIKE]
        unread = alike.keys() - set(chosen)
        for key in chosen:
            weights[key] = weights.get(key, 0.0) + alike[key]
    if own is not None:
        weights.pop(own, None)
    keys = list(weights) if len(weights) <= MOST else _ranked(catalog, groups, weights)
    unread -= weights.keys()
    if unread:
        (with_words,) = prints.having(wording.own_prints())
        unread &= set(with_words[0].tolist())
    return Candidates(keys[:MOST], is_rare, len(keys[MOST:]) + len(unread))


def _each(keys: Ints, counts: Ints) -> Sequence[tuple[int, int]]:
    return list(zip(keys.tolist(), counts.tolist(), strict=True))


def _ranked(catalog: Catalog, groups: Groups, weights: Mapping[int, float]) -> list[int]:
    """Some documents, those that weigh most first, of equal ones the earliest: who said it first is asked.

    The earliest of each group of copies comes before all that repeat one, or they would leave no room.
    """
    in_time = catalog.earliest_first(list(weights))
    is_first = groups.is_first(np.array(in_time, np.int64)).tolist()
    leading = dict(zip(in_time, is_first, strict=True))
    return sorted(in_time, key=lambda key: (not leading[key], -weights[key]))

"""In which documents the words have what a regular expression requires of a text."""

from collections.abc import Callable

import numpy as np

from index.fulltext.expressions import Expression
from index.fulltext.postings import Snapshot
from index.fulltext.required import All, Any, Need, Piece, letters
from index.fulltext.windows import Mask
from index.model import Field

MOST_NEEDS = 3
"""Of what has to be in a text, so many pieces of words with the most letters are looked for in the index."""


def holding(snapshot: Snapshot, expression: Expression, field: Field, cancelled: Callable[[], bool]) -> Mask:
    """The documents that hold in a field what every text has to hold that fits."""
    key = "holding", expression.text, field
    known = snapshot.scans.get(key)
    if isinstance(known, np.ndarray):
        return known
    found = _having(snapshot, expression.required, field, cancelled)
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

"""Find the articles of a library that are copies of one another.

It comes after the text is searchable and never delays it.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from index.catalog import Catalog, StoredSketch
from index.model import Progress

if TYPE_CHECKING:
    from index.copies.grouping import Kept

BATCH = 500
"""Documents whose sketches are written down together."""

TEXTS = 512
"""So many texts that are compared are not read again at once."""


def group_copies(catalog: Catalog, progress: Callable[[Progress], None], poll: Callable[[], None]) -> bool:
    """Say for every document of a library which group of copies it is in.

    What was found before is kept: a document is read where it is new or may be a copy of one that is.

    Args:
        catalog: Where documents, sketches and groups are kept.
        progress: Told how far it has come.
        poll: Called often; raises Cancelled to end the work, which keeps what was done.

    Returns:
        Whether anything had to be done.
    """
    from index.copies.grouping import group
    from index.copies.wording import COPIES_VERSION

    catalog.copies.begin(COPIES_VERSION)
    new = catalog.copies.ungrouped()
    if not new:
        return False
    _sketch_documents(catalog, new, progress, poll)
    before = catalog.copies.leaders()
    text_of = lru_cache(maxsize=TEXTS)(lambda key: _text_of(catalog, key))
    leaders = group(_kept(catalog), before, text_of, poll)
    catalog.copies.assign({key: leader for key, leader in leaders.items() if before.get(key) != leader})
    return True


def _sketch_documents(
    catalog: Catalog, keys: Sequence[int], progress: Callable[[Progress], None], poll: Callable[[], None]
) -> None:
    from index.copies.wording import sketch

    known = catalog.copies.sketched(keys)
    missing = [key for key in keys if key not in known]
    for first in range(0, len(missing), BATCH):
        batch: list[StoredSketch] = []
        for stored in catalog.stored_texts(missing[first : first + BATCH]):
            poll()
            length, digest, sample = sketch(stored.text)
            batch.append(StoredSketch(stored.key, length, digest, sample.astype("<u4").tobytes()))
        catalog.copies.put(batch)
        progress(Progress("comparing", min(first + BATCH, len(missing)), len(missing)))


def _kept(catalog: Catalog) -> "list[Kept]":
    import numpy as np

    from index.copies.grouping import Kept
    from index.copies.wording import Sketch

    return [
        Kept(key, Sketch(length, digest, np.frombuffer(sample, "<u4")))
        for key, length, digest, sample in catalog.copies.sketches()
    ]


def _text_of(catalog: Catalog, key: int) -> str:
    return next((one.text for one in catalog.stored_texts([key])), "")

"""Keeps the segments of an index few: those of about one size are written as one, in the background.

Documents go on being added and removed meanwhile. The merged segment is written beside the others
and takes their place in one short step, in which removals that came in the meantime are carried over.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from index.columnar.arrays import runs_of
from index.columnar.contents import ListedSegment, sweep, write_contents
from index.columnar.files import FileWriting, Written, is_untouched
from index.columnar.index import ColumnarIndex
from index.columnar.locking import held
from index.columnar.merge import Source, merge, sources
from index.columnar.segment import Held

TIER = 8
"""As many segments of about one size become one: a document is written again for each eightfold growth."""

SMALL = 250
"""Segments of fewer documents are of one size."""

WASTE = 0.3
"""A segment is written anew when more than this share of its documents is removed."""


def merge_once(index: ColumnarIndex, poll: Callable[[], None] = lambda: None, *, wanted: int = TIER) -> bool:
    """Write some segments as one, if there are any that should be.

    Args:
        index: Where.
        poll: Called now and then; what it raises ends the work and leaves all as it was.
        wanted: How many segments of about one size are too many.

    Returns:
        Whether something was merged; there may be more to do.

    Raises:
        whoosh.index.LockError: Another writer does not come to its end.
    """
    index.refresh()
    chosen = _choose(index.state.held, wanted)
    if not chosen:
        return False
    parts = sources([(one.segment, one.live) for one in chosen])
    name = index.fresh_name("seg")
    try:
        writing = FileWriting(index.directory, name)
        try:
            merge(parts, writing, poll)
            written = writing.finish()
        except BaseException:
            writing.abandon()
            raise
        return _put_in_place(index, chosen, parts, written)
    finally:
        index.pending.discard(name)


def _choose(all_held: Sequence[Held], wanted: int) -> list[Held]:
    tiers: dict[int, list[Held]] = {}
    for one in all_held:
        live = one.listed.size
        if live < one.segment.documents * (1 - WASTE):
            return [one]
        tiers.setdefault(int(math.log(max(live, SMALL) / SMALL, TIER)), []).append(one)
    return next((tiers[tier] for tier in sorted(tiers) if len(tiers[tier]) >= wanted), [])


def _put_in_place(
    index: ColumnarIndex, chosen: Sequence[Held], parts: Sequence[Source], written: Written
) -> bool:
    with held(index.directory):
        index.refresh()
        contents = index.state.contents
        now = {one.file.name: one for one in contents.segments}
        if any(one.segment.name not in now for one in chosen):
            return False  # the index was made anew meanwhile
        if not is_untouched(index.directory, written):
            return False  # another process took it for a leftover, and swept it
        live = [
            now[one.segment.name].live()[part.kept] for one, part in zip(chosen, parts, strict=True)
        ]  # without what was removed in the meantime
        removed = ~np.concatenate(live)
        merged = ListedSegment(written, len(removed), runs_of(removed))
        gone = {one.segment.name for one in chosen}
        kept = [one for one in contents.segments if one.file.name not in gone]
        segments = (merged, *kept) if len(removed) else tuple(kept)
        after = replace(contents, generation=contents.generation + 1, segments=segments)
        write_contents(index.directory, index.layout, after)
        sweep(index.directory, after, index.pending)
        return True

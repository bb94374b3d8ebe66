"""Brings articles that are copies of one another together, whatever order they came in."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from index.copies.alike import SAME, are_copies
from index.copies.candidates import Pairs, candidates
from index.copies.wording import Sketch

MOST = 16
"""So many groups an article is tried with, the most promising first: what is on a form has thousands."""


class Kept(NamedTuple):
    """An article of the library, as it is known when copies are looked for."""

    key: int
    """Its key in the catalog."""
    sketch: Sketch
    """Its words."""


def group(
    kept: Sequence[Kept],
    before: Mapping[int, int],
    text_of: Callable[[int], str],
    poll: Callable[[], None] = lambda: None,
) -> dict[int, int]:
    """Group articles.

    The longest one leads, and each of the others joins the first it is a copy of, or leads, too (greedy
    incremental clustering, longest first: Li and Godzik, Cd-hit, 2006). So a chain of reports that grow
    ever longer does not become one group, and the groups do not depend on the order in which articles
    came. What was found out before is not looked at again.

    Args:
        kept: All articles.
        before: For those that were grouped before, and are as they were, the key of the one that led.
        text_of: Gives the text of an article.
        poll: Called often; what it raises ends the work.

    Returns:
        For each article the key of the one that leads its group.
    """
    ordered = sorted(kept, key=lambda one: (-one.sketch.length, one.sketch.digest, one.key))
    keys = [one.key for one in ordered]
    pairs = _pairs(ordered)
    poll()
    known = _Known(before, text_of)
    leaders: dict[int, int] = {}
    same: dict[int, int] = {}
    for rank, (key, (length, digest, _)) in enumerate(ordered):
        leader = same.get(digest) if length >= SAME else None
        if leader is None:
            poll()
            groups = dict.fromkeys(leaders[keys[other]] for other in pairs.longer_than(rank))
            leader = known.leader_of(key, tuple(islice(groups, MOST)))
        leaders[key] = leader
        same.setdefault(digest, leader)
    return leaders


def _pairs(ordered: Sequence[Kept]) -> Pairs:
    """The articles that may be copies, by their ranks."""
    samples = np.concatenate([np.empty(0, np.uint32), *(one.sketch.sample for one in ordered)])
    sizes = np.array([len(one.sketch.sample) for one in ordered], np.int64)
    lengths = np.array([one.sketch.length for one in ordered], np.int64)
    return candidates(samples, sizes, lengths)


class _Known(NamedTuple):
    """Decides which articles are copies, from what was found before as far as that goes."""

    before: Mapping[int, int]
    """For those that were grouped before, the key of the one that led."""
    text_of: Callable[[int], str]
    """Gives the text of an article."""

    def leader_of(self, key: int, tried: Sequence[int]) -> int:
        """The first of some leaders that an article is a copy of; itself where there is none."""
        old = self.before.get(key)
        for leader in tried:
            if leader == old:
                return leader
            was_tried = self.before.get(leader) == leader and (old == key or old in tried)
            if not was_tried and are_copies(self.text_of(leader), self.text_of(key)):
                return leader
        return key

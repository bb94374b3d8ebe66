"""The boolean algebra of a query: from the documents that meet its clauses to those that match it.

A clause contributes hits in a document if it and every AND and OR above it are met there, and no NOT
stands above it.
"""

import functools
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from index.fulltext.query import And, Dated, Every, Leaf, Node, Not, Or, Same, Scan, Words

Mask = NDArray[np.bool_]


def matching(
    node: Node,
    met: Mapping[int, Mask],
    live: Mask,
    *,
    dates_met: bool = False,
    scans_met: bool = False,
    wanted: bool = True,
) -> Mask:
    """Which documents match a node.

    Args:
        node: What is asked for.
        met: For each clause its number, and which documents meet it.
        live: The documents there are.
        dates_met: Take every date filter as if it helped.
        scans_met: Take every expression as if it helped.
        wanted: Whether matching helps: not so below a NOT.
    """

    def of(part: Node, wanted: bool) -> Mask:
        return matching(part, met, live, dates_met=dates_met, scans_met=scans_met, wanted=wanted)

    match node:
        case And(parts):
            return functools.reduce(operator.and_, (of(part, wanted) for part in parts))
        case Or(parts):
            return any_of(of(part, wanted) for part in parts)
        case Not(part):
            return live & ~of(part, not wanted)
        case Every():
            return live
        case Dated() if dates_met:
            return live if wanted else np.zeros_like(live)
        case Scan() if scans_met:
            return live if wanted else np.zeros_like(live)
        case Leaf():
            return met[node.clause]


def contributing(node: Node, met: Mapping[int, Mask], live: Mask) -> Iterator[tuple[Words | Scan, Mask]]:
    """The clauses that can have hits, and the documents in which they have them."""
    yield from _contributing(node, matching(node, met, live), lambda part: matching(part, met, live))


def _contributing(node: Node, mask: Mask, of: Callable[[Node], Mask]) -> Iterator[tuple[Words | Scan, Mask]]:
    match node:
        case And(parts):
            for part in parts:
                yield from _contributing(part, mask, of)
        case Or(parts):
            for part in parts:
                yield from _contributing(part, mask & of(part), of)
        case Same(part=part):
            here = mask & of(node)
            yield from ((leaf, here) for leaf in wanted_in(part))
        case Words() | Scan():
            yield node, mask
        case _:
            pass


def wanted_in(node: Node) -> Iterator[Words | Scan]:
    """The clauses below a node that can have hits: those with no NOT above them."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted_in(part)
        case Same(part=part):
            yield from wanted_in(part)
        case Words() | Scan():
            yield node
        case _:
            pass


def any_of(masks: Iterable[Mask]) -> Mask:
    """The documents of one mask or more; there must be one."""
    return functools.reduce(operator.or_, masks)

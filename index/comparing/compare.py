"""Compare two documents."""

from collections.abc import Callable
from itertools import chain

from index.comparing.align import MOST, align, sides
from index.comparing.counted import ages, counts
from index.comparing.dated import days
from index.comparing.vary import denials, named_in_one, quotations, spellings
from index.model import Article, Comparison
from index.related.sides import Weights


def compare(first: Article, second: Article, weights: Weights, name_of: Callable[[str], str]) -> Comparison:
    """Say what two documents both tell, and on what they differ.

    Args:
        first: A document with all that is known of it.
        second: Another.
        weights: How telling words are in the library.
        name_of: Gives the name under which an entity is shown by its id.
    """
    here, there = sides(first), sides(second)
    links = align(here, there, weights)
    found = [
        *quotations(first, second),
        *denials(links, here, there, weights),
        *counts(links, here, there),
        *ages(first, second),
        *days(links, first, second),
        *spellings(first, second, name_of),
    ]
    found.sort(key=lambda one: (one.here, one.there))
    told = tuple(chain(found, named_in_one(first, second, name_of)))
    is_cut = max(len(first.passages), len(second.passages)) > MOST
    return Comparison(first, second, links, told, MOST if is_cut else None)

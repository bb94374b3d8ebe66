"""The related passages of a passage, with reasons, copies folded and nothing shown that is not related."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.model import Reason
from index.related.copies import fold_copies
from index.related.query import Query
from index.related.rank import Ranked, rank
from index.related.reasons import Side, Weights, reasons
from index.related.snapshot import Snapshot

KNOWN = 0.35
"""Cosines of the neighbourhoods and of the contexts, taken together, that some row must reach: below it
the library does not have the story, and the answer is empty.

Chosen on the development topics of ECB+, all of them, with 400 passages: where the library has other
reports of the topic, every passage gets an answer, its first row is of the topic and so are 94 % of the
first twenty; with the topic taken out of the library, 92 % of the passages get none.
"""

CLOSE = 0.25
"""What each row must reach where the library has the story."""

SHARE = 0.05
"""What a related passage must have of the words of the other, by their weight."""

LOOKED_AT = 3
"""For each row that is asked for, so many are read, so that copies have somewhere to go."""


@dataclass(frozen=True, slots=True)
class Related:
    """A passage of another document that speaks of the same."""

    document_key: int
    """Catalog key of the document."""
    passage: int
    """Its number in the document."""
    score: float
    """Only good for comparing within one answer."""
    reasons: tuple[Reason, ...]
    """Why, the strongest first; spans count in the two documents' texts."""
    copies: tuple[tuple[int, int], ...]
    """Key and passage of near-identical passages of other documents."""


def relate(
    snapshot: Snapshot,
    query: Query,
    here: Side,
    there: Callable[[Sequence[tuple[int, int]]], Sequence[Side]],
    limit: int,
) -> tuple[Related, ...]:
    """Find what is related to a passage or a text, best first.

    Args:
        snapshot: The passages of the library.
        query: What is looked for.
        here: The text of it, and what is named in it.
        there: Gives the texts of passages that are told by document key and number.
        limit: Most rows to give.

    Raises:
        LibraryDamaged: the store's files are not as they were written.
    """
    ranked = related_only(rank(snapshot, query))[: limit * LOOKED_AT]
    sides = there([(one.key, one.passage) for one in ranked])
    weights = Weights(snapshot.idf_of, snapshot.rare)
    rows: list[Related] = []
    for best, copies in fold_copies([side.text for side in sides]):
        if len(rows) == limit:
            break
        one = ranked[best]
        why = reasons(here, sides[best], weights)
        if why:
            folded = tuple((ranked[copy].key, ranked[copy].passage) for copy in copies)
            rows.append(Related(one.key, one.passage, one.score, why, folded))
    return tuple(rows)


def related_only(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Leave out what only resembles: the rows that are not of the same story, or all where none is."""

    def closeness(one: Ranked) -> float:
        return one.nearness + one.context

    if max(map(closeness, ranked), default=0.0) < KNOWN:
        return []
    return [one for one in ranked if one.share >= SHARE and closeness(one) >= CLOSE]

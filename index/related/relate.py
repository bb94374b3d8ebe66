"""The related passages of a passage, with reasons, copies folded and nothing shown that is not related."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from index.model import Reason
from index.related.copies import fold_copies
from index.related.evidence import EVIDENCE, evidence, told
from index.related.pairs import Pair, Reading
from index.related.query import Query
from index.related.quotations import quotations
from index.related.rank import Ranked, rank
from index.related.reasons import reasons
from index.related.sides import Side, Weights
from index.related.snapshot import Snapshot
from index.related.weights import learned

KNOWN = 0.4
"""Cosines of the neighbourhoods and of the contexts, taken together, that some row must reach: below it
the library does not have the story, and the answer is empty.

Chosen on the development topics of ECB+, all of them, with 1,369 passages: where the library has other
reports of the topic, 99.7 % get an answer; with the topic taken out of the library, 95.6 % get none.
docs/related.md has it for other measures.
"""

CLOSE = 0.25
"""What each row must reach where the library has the story."""

SHARE = 0.05
"""What a related passage must have of the words of the other, by their weight."""

OF_A_GROUP = 3
"""Rows of documents that are copies of one another that are looked at; what they have alike is folded."""

QUOTED, ALIKE = 0.6, 0.3
"""What it adds to the score of a passage that it has a quotation of the one at hand; that it has one like it.
It costs nothing on ECB+, and who follows a quotation wants to see it before others that name the same."""

LOOKED_AT = 3
"""For each row that is asked for, so many are read, so that copies have somewhere to go."""

Place = tuple[int, int]
"""Catalog key of a document, and number of a passage in it."""


class Copied(Protocol):
    """Knows which documents are copies of one another."""

    def numbers(self, keys: Sequence[int]) -> Sequence[int]:
        """Give the number of each document's group, of one that is alone its key."""

    def carriers(self, places: Sequence[Place]) -> Sequence[Place]:
        """Give some passages, and near-identical ones of copies of their documents, the earliest first."""


class Alone:
    """A library in which no document is a copy."""

    def numbers(self, keys: Sequence[int]) -> Sequence[int]:
        """Each has a number of its own. Implements `Copied.numbers`."""
        return keys

    def carriers(self, places: Sequence[Place]) -> Sequence[Place]:
        """They as they are. Implements `Copied.carriers`."""
        return places


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
    copies: tuple[Place, ...]
    """Near-identical passages of other documents, the earliest first."""


def relate(
    snapshot: Snapshot,
    query: Query,
    here: Side,
    there: Callable[[Sequence[Place]], Sequence[Side]],
    limit: int,
    copied: Copied = Alone(),  # noqa: B008 (it has no state)
) -> tuple[Related, ...]:
    """Find what is related to a passage or a text, best first.

    Near-identical passages have one row, with those of the copies of their documents; the earliest leads.
    Copies that tell a thing in other words have rows of their own, a few.

    Args:
        snapshot: The passages of the library.
        query: What is looked for.
        here: The text of it, and what is named in it.
        there: Gives the texts of passages that are told by document key and number.
        limit: Most rows to give.
        copied: Knows the copies.

    Raises:
        LibraryDamaged: the store's files are not as they were written.
    """
    ranked = _sources(related_only(rank(snapshot, query)), copied)[: limit * LOOKED_AT]
    sides = there([(one.key, one.passage) for one in ranked])
    weights = Weights(cache(snapshot.idf_of), snapshot.rare)
    mine = Reading(here)
    quoted = [_quoted(mine, side, weights) for side in sides]
    scores = weighed(here, sides, [one.score + more for one, more in zip(ranked, quoted, strict=True)])
    order = sorted(range(len(ranked)), key=lambda number: -scores[number])
    ranked, sides, scores = (
        [ranked[number] for number in order],
        [sides[number] for number in order],
        [scores[number] for number in order],
    )
    rows: list[Related] = []
    for best, others in fold_copies([side.text for side in sides]):
        if len(rows) == limit:
            break
        first = ranked[best].key, ranked[best].passage
        whys = {first: reasons(mine, sides[best], weights)}
        if not others and not any(one.kind in ("quote", "wording") for one in whys[first]):
            instead = _quoting(mine, ranked[best], there, weights)
            if instead is not None:
                first, whys = instead[0], dict([instead])
        if not whys[first]:
            continue
        carriers = copied.carriers([first, *((ranked[one].key, ranked[one].passage) for one in others)])
        for place in carriers:
            if place not in whys:
                (side,) = there([place])
                whys[place] = reasons(mine, side, weights)
            if why := whys[place]:
                copies = tuple(one for one in carriers if one != place)
                rows.append(Related(*place, scores[best], why, copies))
                break
    return tuple(rows)


def _quoting(
    mine: Reading, ranked: Ranked, there: Callable[[Sequence[Place]], Sequence[Side]], weights: Weights
) -> tuple[Place, tuple[Reason, ...]] | None:
    """The passage of a document that has a quotation of the one at hand, though another is ahead of it.

    Who reads a quotation and goes to a document wants to see how that has it, unless what is ahead says
    the very thing: then it is not asked for.
    """
    places = [(ranked.key, number) for number in ranked.others] if mine.quotations else []
    for place, side in zip(places, there(places) if places else (), strict=True):
        if _quoted(mine, side, weights):
            why = reasons(mine, side, weights)
            if _is_quoted(why):
                return place, why
    return None


def _quoted(mine: Reading, side: Side, weights: Weights) -> float:
    """What it adds to the score of a passage that the same is quoted in it."""
    if not mine.quotations or (side.quotes is not None and not side.quotes):
        return 0.0  # nothing is quoted in one of them
    ways = {one.how for one in quotations(Pair(mine, Reading(side), weights)) if one.how is not None}
    return QUOTED if ways - {"alike"} else ALIKE if ways else 0.0


def _is_quoted(why: Sequence[Reason]) -> bool:
    """Whether two passages have the same quotation, in the same words or others."""
    return any(one.kind == "quote" and one.how is not None for one in why)


def _sources(ranked: Sequence[Ranked], copied: Copied) -> list[Ranked]:
    """The best rows of each group of copies, few enough that a report that all have printed leaves room."""
    seen: Counter[int] = Counter()
    found = []
    for number, one in zip(copied.numbers([one.key for one in ranked]), ranked, strict=True):
        seen[number] += 1
        if seen[number] <= OF_A_GROUP:
            found.append(one)
    return found


def weighed(here: Side, sides: Sequence[Side], scores: Sequence[float]) -> list[float]:
    """The scores of some passages with what speaks for the same event, and against it, taken in."""
    mine = told(here)
    weights = learned()[-len(EVIDENCE) :]
    return [
        score + float(weights @ evidence(mine, told(side))) for side, score in zip(sides, scores, strict=True)
    ]


def related_only(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Leave out what only resembles: the rows that are not of the same story, or all where none is."""

    def closeness(one: Ranked) -> float:
        return one.nearness + one.context

    if max(map(closeness, ranked), default=0.0) < KNOWN:
        return []
    return [one for one in ranked if one.share >= SHARE and closeness(one) >= CLOSE]

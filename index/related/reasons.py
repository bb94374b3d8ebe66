"""Says why two passages are related, in things a reader can see in both of them.

A reason is never an inference: what it names stands in the one text and in the other, at the places
it gives. Words are the same whatever their case, accents, possessive and quotation marks; a term may
stand in another form (strike, struck), a number in digits or in words. Dates are the same where they mean the
same day: "Sunday" in a report of Monday, "22 June".

How strong which kind is was measured: docs/decisions/0022-reasons.md.
"""

from collections.abc import Sequence
from functools import partial

from index.model import Pairs, Reason
from index.related.pairs import Found, Pair, Reading
from index.related.particulars import counts, days, entities
from index.related.quotations import quotations
from index.related.sides import Side, Weights
from index.related.statements import anchors, statements
from index.related.wordings import runs, terms

ENOUGH = 0.5
"""What all reasons together must be worth, as a share of what a rare word is worth."""

TELLING = 0.5
"""What a word must be worth to be a reason, in the same measure."""

LEAST = 0.25
"""What anything else must be worth: a name that is in every fourth passage tells nothing."""

LIMIT = 2.0
"""What the words of a reason can be worth at most, or a long run of them would be ahead of anything."""

MOST = 6
"""Reasons that are given for a pair of passages."""

MOST_TERMS = 4
"""Reasons among them that are mere words."""


def reasons(here: Side | Reading, there: Side | Reading, weights: Weights) -> tuple[Reason, ...]:
    """What two passages have in common, the strongest first; nothing where that could be chance.

    Chance it could be where all reasons together are worth too little (`ENOUGH`).

    Args:
        here: The passage at hand; read beforehand where it is compared with several.
        there: Another.
        weights: How telling words are.
    """
    pair = Pair(_read(here), _read(there), weights)
    named, dated, counted = entities(pair), days(pair), counts(pair)
    wordings, phrases = runs(pair, [span for one in named for span in one.here])
    stated = statements(pair, *anchors(pair, named, counted))
    telling, faint = terms(pair)
    found = [*quotations(pair), *wordings, *stated, *named, *dated, *counted, *phrases, *telling]
    chosen = _chosen(found, weights)
    if _worth(chosen) < weights.rare * ENOUGH:
        chosen = _chosen([*found, *faint], weights)
    if _worth(chosen) < weights.rare * ENOUGH:
        return ()
    return tuple(_finished(pair, one) for one in chosen)


def _worth(chosen: Sequence[Found]) -> float:
    return sum(one.strength for one in chosen)


def _chosen(found: Sequence[Found], weights: Weights) -> list[Found]:
    """The strongest, none of which stands only where others point already."""
    chosen: list[Found] = []
    mere = 0
    for one in sorted(found, key=partial(_order, weights.rare)):
        if len(chosen) == MOST:
            break
        least = TELLING if one.kind == "term" else LEAST
        if one.strength < weights.rare * least or _covered(one, chosen):
            continue
        if one.kind == "term":
            mere += 1
            if mere > MOST_TERMS:
                continue
        chosen.append(one)
    return chosen


def _read(passage: Side | Reading) -> Reading:
    return passage if isinstance(passage, Reading) else Reading(passage)


def _order(rare: float, found: Found) -> tuple[float, int, Pairs]:
    """The strongest first: what its words are worth, up to a limit, times what its kind is worth."""
    return -found.lift * min(found.strength, rare * LIMIT), found.here[0][0] - found.here[0][1], found.here


def _finished(pair: Pair, found: Found) -> Reason:
    begin, other = pair.here.side.start, pair.there.side.start
    parts = found.here if found.is_statement else found.here[:1]
    return Reason(
        found.kind,
        " … ".join(" ".join(pair.here.text[start:end].split()) for start, end in parts),
        tuple((first + begin, last + begin) for first, last in found.here),
        tuple((first + other, last + other) for first, last in found.there),
        found.how,
        found.day,
    )


def _covered(found: Found, chosen: Sequence[Found]) -> bool:
    """Whether what is found stands, in either text, only where other reasons already point."""
    others = [one for one in chosen if found.kind == "term" or not one.is_statement]
    return _all_overlap(found.here, [one.here for one in others]) or _all_overlap(
        found.there, [one.there for one in others]
    )


def _all_overlap(mine: Pairs, others: Sequence[Pairs]) -> bool:
    taken = [span for spans in others for span in spans]
    return all(any(start < last and first < end for first, last in taken) for start, end in mine)

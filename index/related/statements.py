"""The same statement in other words: who or how many, and what of them, within a sentence of both texts.

"Three sites were bombed" and "bombs hit three sites" share no run of words. They share a number of the
same thing, or an entity, and telling words beside it, be they in another form or order. It takes an anchor
that both sentences have, and telling words that name nothing in each of them; where both texts have them
side by side in the same order, that is a run of words and no statement.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.model import Pairs
from index.related.pairs import Found, Pair, Reading, Span
from index.related.terms import COMMON_TERMS

BESIDE_NUMBER = 2
"""Telling words that must stand beside a number of the same thing."""

BESIDE_NAME = 3
"""Telling words that must stand beside an entity: two of them are in as many wrong rows as right ones."""

COUNTED, NAMED = 6.0, 1.5
"""How much more often a statement stands in a right row than in a wrong one (`Found.lift`): about a number,
about an entity."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something that both passages name or count: what a statement may be about."""

    here: Sequence[Span]
    """Where it stands in the passage at hand."""
    there: Sequence[Span]
    """Where it stands in the other."""
    words: int
    """Telling words that must stand beside it."""


def statements(pair: Pair, anchors: Sequence[Anchor], names: Sequence[Sequence[Span]]) -> list[Found]:
    """The statement that two passages share in other words, if they do.

    Args:
        pair: The passages.
        anchors: What both name or count.
        names: Places in each that are no telling words: names, days.
    """
    sentences = _sentences(pair, anchors)
    if not sentences:
        return []
    ours, theirs = _telling(pair.here, names[0]), _telling(pair.there, names[1])
    best: Found | None = None
    for (mine, other), least in sentences.items():
        shared = ours[mine].keys() & theirs[other].keys()
        if len(shared) < least:
            continue
        strength = sum(map(pair.weights.idf, shared))
        if best is not None and strength <= best.strength:
            continue
        about = [
            (here, there)
            for one in anchors
            if (here := _inside(pair.here, mine, one.here))
            and (there := _inside(pair.there, other, one.there))
        ]
        mine_at = [*map(ours[mine].__getitem__, shared), *(here for here, _ in about)]
        other_at = [*map(theirs[other].__getitem__, shared), *(there for _, there in about)]
        lift = COUNTED if least == BESIDE_NUMBER else NAMED
        best = Found("wording", strength, *_places(pair, mine_at, other_at), lift=lift)
    return [best] if best else []


def _places(pair: Pair, mine: Sequence[Span], other: Sequence[Span]) -> tuple[Pairs, Pairs]:
    """The places of a statement; where both texts have the same words from first to last, that run."""
    here, there = _joined(pair.here.text, mine), _joined(pair.there.text, other)
    ours, theirs = (here[0][0], here[-1][1]), (there[0][0], there[-1][1])
    forms = (
        [word.form for word in pair.here.words_in([ours])],
        [word.form for word in pair.there.words_in([theirs])],
    )
    if forms[0] == forms[1]:
        return (ours,), (theirs,)
    is_one_each = len(here) == len(there) == 1
    return (tuple(sorted(mine)), tuple(sorted(other))) if is_one_each else (here, there)


def _sentences(pair: Pair, anchors: Iterable[Anchor]) -> dict[tuple[int, int], int]:
    """Pairs of sentences, by their numbers, that have an anchor in common; words that it takes beside it."""
    found: dict[tuple[int, int], int] = {}
    for one in anchors:
        others = {word.sentence for word in pair.there.words_in(one.there)}
        for mine in {word.sentence for word in pair.here.words_in(one.here)}:
            for other in others:
                found[mine, other] = min(one.words, found.get((mine, other), one.words))
    return found


def _telling(reading: Reading, names: Sequence[Span]) -> Mapping[int, Mapping[str, Span]]:
    """By sentence, where each telling word stands first that is no name and not in every news story."""
    left_out = {word.start for word in reading.words_in(names)} | reading.naming.keys()
    found: dict[int, dict[str, Span]] = defaultdict(dict)
    for _, term, start, end, sentence in reading.words:
        if term and term not in COMMON_TERMS and start not in left_out and not term[0].isdigit():
            found[sentence].setdefault(term, (start, end))
    return found


def _inside(reading: Reading, sentence: int, spans: Sequence[Span]) -> Span | None:
    """The first of some places that lies in a sentence."""
    return next(
        (span for span in spans for word in reading.words_in([span]) if word.sentence == sentence), None
    )


def _joined(text: str, spans: Iterable[Span]) -> Pairs:
    """Some places in order, those made one that have no more than a blank between them."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip(" \n-"):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)

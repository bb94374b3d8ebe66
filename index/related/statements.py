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
from index.related.runs import Word
from index.related.sides import Found, Pair, within
from index.related.terms import COMMON_TERMS

BESIDE_NUMBER = 2
"""Telling words that must stand beside a number of the same thing."""

BESIDE_NAME = 3
"""Telling words that must stand beside an entity: two of them are in as many wrong rows as right ones."""

COUNTED, NAMED = 6.0, 1.5
"""How much more often a statement stands in a right row than in a wrong one (`Found.lift`): about a number,
about an entity."""

Span = tuple[int, int]


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
    ours, theirs = _telling(pair.here_words, names[0]), _telling(pair.there_words, names[1])
    best: Found | None = None
    for (mine, other), least in _sentences(pair, anchors).items():
        shared = ours[mine].keys() & theirs[other].keys()
        if len(shared) < least:
            continue
        strength = sum(map(pair.weights.idf, shared))
        if best is not None and strength <= best.strength:
            continue
        about = [
            (here, there)
            for one in anchors
            if (here := _inside(pair.here_words, mine, one.here))
            and (there := _inside(pair.there_words, other, one.there))
        ]
        mine_at = [*_spans(ours[mine], shared), *(here for here, _ in about)]
        other_at = [*_spans(theirs[other], shared), *(there for _, there in about)]
        lift = COUNTED if least == BESIDE_NUMBER else NAMED
        best = Found("wording", strength, *_places(pair, mine_at, other_at), lift=lift)
    return [best] if best else []


def _places(pair: Pair, mine: Sequence[Span], other: Sequence[Span]) -> tuple[Pairs, Pairs]:
    """The places of a statement; where both texts have the same words from first to last, that run."""
    here, there = _joined(pair.here.text, mine), _joined(pair.there.text, other)
    ours, theirs = (here[0][0], here[-1][1]), (there[0][0], there[-1][1])
    forms = (
        [word.form for word in pair.here_words if within(word, [ours])],
        [word.form for word in pair.there_words if within(word, [theirs])],
    )
    if forms[0] == forms[1]:
        return (ours,), (theirs,)
    is_one_each = len(here) == len(there) == 1
    return (tuple(sorted(mine)), tuple(sorted(other))) if is_one_each else (here, there)


def _sentences(pair: Pair, anchors: Iterable[Anchor]) -> dict[tuple[int, int], int]:
    """Pairs of sentences, by their numbers, that have an anchor in common; words that it takes beside it."""
    found: dict[tuple[int, int], int] = {}
    for one in anchors:
        for mine in _numbers(pair.here_words, one.here):
            for other in _numbers(pair.there_words, one.there):
                found[mine, other] = min(one.words, found.get((mine, other), one.words))
    return found


def _numbers(words: Sequence[Word], spans: Sequence[Span]) -> set[int]:
    return {word.sentence for word in words if within(word, spans)}


def _telling(words: Sequence[Word], names: Sequence[Span]) -> Mapping[int, Mapping[str, list[Span]]]:
    """By sentence, where each telling word stands that is no name and not in every news story."""
    found: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for word in words:
        if word.term and word.term not in COMMON_TERMS and word.form.isalpha() and not within(word, names):
            found[word.sentence][word.term].append((word.start, word.end))
    return found


def _spans(telling: Mapping[str, Sequence[Span]], shared: Iterable[str]) -> list[Span]:
    return [telling[term][0] for term in shared]


def _inside(words: Sequence[Word], sentence: int, spans: Sequence[Span]) -> Span | None:
    """The first of some places that lies in a sentence."""
    for start, end in spans:
        if any(word.sentence == sentence and start <= word.start and word.end <= end for word in words):
            return start, end
    return None


def _joined(text: str, spans: Iterable[Span]) -> Pairs:
    """Some places in order, those made one that have no more than a blank between them."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip(" \n-"):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)

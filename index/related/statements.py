"""The same statement in other words: who or how many, and what of them, within a sentence of both texts.

"Three sites were bombed" and "bombs hit three sites" share no run of words. They share a number of the
same thing, or an entity, and telling words beside it, be they in another form or order. It takes an anchor
that both sentences have, and telling words that name nothing in each of them; where both texts have them
side by side in the same order, that is a run of words and no statement. Where one of the two denies one of
these words and the other does not ("denied arson", "charged with arson"), they do not say the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.model import Pairs
from index.related.denials import is_contradiction, may_negate
from index.related.pairs import Found, Pair, Reading, Span
from index.related.particulars import counts, entities
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


Names = tuple[Sequence[Span], Sequence[Span]]
"""Places in two passages that are no telling words: names, days."""


def anchors(pair: Pair, named: Sequence[Found], counted: Sequence[Found]) -> tuple[list[Anchor], Names]:
    """What a statement of two passages may be about, and what in them is no telling word of it.

    Args:
        pair: The passages.
        named: The entities in both.
        counted: The numbers in both.
    """
    found = [
        *(Anchor(one.here, one.there, BESIDE_NUMBER) for one in counted),
        *(Anchor(one.here, one.there, BESIDE_NAME) for one in named),
    ]
    ours = [(one.start, one.end) for one in pair.here.days] + [span for one in found for span in one.here]
    theirs = [(one.start, one.end) for one in pair.there.days] + [span for one in found for span in one.there]
    return found, (ours, theirs)


def statements(pair: Pair, anchors: Sequence[Anchor], names: Names) -> list[Found]:
    """The statement that two passages share in other words, if they do; not what one of them denies.

    Args:
        pair: The passages.
        anchors: What both name or count.
        names: What in each is no telling word.
    """
    best: Found | None = None
    for one in _alike(pair, anchors, names):
        strength = sum(map(pair.weights.idf, one.telling))
        if (best is not None and strength <= best.strength) or any(one.contradicted(pair)):
            continue
        about = [
            (here, there)
            for anchor in anchors
            if (here := _inside(pair.here, one.sentence, anchor.here))
            and (there := _inside(pair.there, one.other_sentence, anchor.there))
        ]
        told = [*map(one.shared.__getitem__, one.telling), *about]
        lift = COUNTED if one.least == BESIDE_NUMBER else NAMED
        best = Found("wording", strength, *_places(pair, told), lift=lift)
    return [best] if best else []


def contradictions(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Where one of two passages denies what the other says of the same: the words of both.

    What is denied by one word is told once, from the first word of it to the last.
    """
    for one in _alike(pair, *anchors(pair, entities(pair), counts(pair))):
        told: dict[tuple[int, int], tuple[Span, Span]] = {}
        for term in one.contradicted(pair):
            here, there = one.shared[term]
            mine, yours = _with_denial(pair.here, here), _with_denial(pair.there, there)
            denial = (mine[0], -1) if mine != here else (-1, yours[0])
            before = told.get(denial, (mine, yours))
            told[denial] = _around(before[0], mine), _around(before[1], yours)
        yield from told.values()


def _around(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), max(one[1], other[1])


def _with_denial(reading: Reading, word: Span) -> Span:
    """A word with what denies it, if that is so."""
    denial = reading.denied.get(word[0])
    return (denial.place[0], word[1]) if denial else word


@dataclass(frozen=True, slots=True)
class _Alike:
    """Two sentences that are about the same, with telling words in common."""

    sentence: int
    """The number of that in the passage at hand."""
    other_sentence: int
    """The number of that in the other."""
    least: int
    """Telling words it takes."""
    telling: Sequence[str]
    """The telling words that both have, by what they are compared by."""
    shared: Mapping[str, tuple[Span, Span]]
    """Where these and the common ones stand in either."""

    def contradicted(self, pair: Pair) -> Iterator[str]:
        """The words that one denies wherever it has them, and of which the other says nothing with a "no"."""
        for mine, yours, number, other in (
            (pair.here, pair.there, self.sentence, self.other_sentence),
            (pair.there, pair.here, self.other_sentence, self.sentence),
        ):
            theirs = [word for word in yours.words if word.sentence == other]
            if not mine.denied or any(may_negate(one.form) or one.start in yours.denied for one in theirs):
                continue
            places: dict[str, list[int]] = {}
            for word in mine.words:
                if word.sentence == number and word.term in self.shared:
                    places.setdefault(word.term, []).append(word.start)
            for term, starts in places.items():
                denials = list(filter(None, map(mine.denied.get, starts)))
                if len(denials) == len(starts) and is_contradiction(term, denials[0]):
                    yield term


def _alike(pair: Pair, anchors: Sequence[Anchor], names: Names) -> Iterator[_Alike]:
    """Pairs of sentences that have an anchor and enough telling words in common."""
    sentences = _sentences(pair, anchors)
    if not sentences:
        return
    ours, theirs = _told(pair.here, names[0]), _told(pair.there, names[1])
    for (mine, other), least in sentences.items():
        here, there = ours[mine], theirs[other]
        shared = {term: (here[term], there[term]) for term in here if term in there}
        telling = [term for term in shared if term not in COMMON_TERMS]
        if len(telling) >= least:
            yield _Alike(mine, other, least, telling, shared)


def _places(pair: Pair, told: Sequence[tuple[Span, Span]]) -> tuple[Pairs, Pairs]:
    """The places of a statement; where both texts have the same words from first to last, that run."""
    mine, other = zip(*told, strict=True)
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


def _told(reading: Reading, names: Sequence[Span]) -> Mapping[int, Mapping[str, Span]]:
    """By sentence, where each word stands first that is no name and does not only hold it together."""
    left_out = {word.start for word in reading.words_in(names)} | reading.naming.keys()
    found: dict[int, dict[str, Span]] = defaultdict(dict)
    for _, term, start, end, sentence in reading.words:
        if term and start not in left_out and not term[0].isdigit():
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

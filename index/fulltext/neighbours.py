"""The words of a library that someone may have meant who wrote another: near by letters or by sound.

What it costs to take one word for another is a number: about the share of letters that are wrong, less
where a name is only romanised by other rules, more where the first letter is another.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from index.columnar.arrays import Ints, distinct
from index.columnar.keys import Keys, Part
from index.fulltext import analysis, bounding, fuzzy
from index.fulltext.lexicon import FIELDS, Lexicon
from index.language import romanisation

MOST = 12
"""Words that are worth a try."""

DEAREST = 2.0
"""What taking one word for another may cost, at most."""

PRICE = 2.0
"""What a cost of 1 weighs, where ten times as many documents weigh 1."""

_BY_SOUND = 0.3
_A_VOWEL = 0.25
_LETTERS = 0.6
_ANOTHER_FORM = 0.3
_FIRST_LETTER = 0.5
_WORD = 4
"""Letters of a word of which one may be wrong at the price of 1."""

_BEGINNINGS = "kqgch", "sz", "yije", "vw"
"""Letters with which romanisations of one name begin."""

_BEGINNING = 4
"""Letters from which on the beginning of a word stands for it."""

_LONGER = 0.5

_READABLE = re.compile(r"\w+(?:-\w+)*")
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word that may have been meant."""

    text: str
    """How it stands in most of the documents that have it."""
    key: str
    """Its key."""
    documents: int
    """Documents that have it, about."""
    cost: float
    """What it costs to take it for the word asked for."""

    @property
    def worth(self) -> float:
        """How much speaks for it: that it is near, and that it is frequent."""
        return math.log10(1 + self.documents) - PRICE * self.cost


def neighbours(lexicon: Lexicon, key: str, most: int = MOST) -> list[Neighbour]:
    """The words a key may have been meant for, those first for which most speaks."""
    costs = dict[str, float]()
    owners = dict[str, list[Ints]]()
    for near, cost, words in _near(lexicon, key):
        if near != key and cost <= DEAREST:
            costs[near] = min(cost, costs.get(near, cost))
            owners.setdefault(near, []).append(words)
    if not costs:
        return []
    keys = list(costs)
    under = [distinct(np.concatenate(owners[near])) for near in keys]
    counts = bounding.document_counts(lexicon.state, everything := distinct(np.concatenate(under)), FIELDS)
    each = [counts[np.searchsorted(everything, numbers)] for numbers in under]
    totals = [int(one.sum()) for one in each]
    worth = [math.log10(1 + total) - PRICE * costs[near] for near, total in zip(keys, totals, strict=True)]
    order = sorted(range(len(keys)), key=lambda at: (-worth[at], keys[at]))
    found = (
        Neighbour(_written(lexicon, keys[at], under[at], each[at]), keys[at], totals[at], costs[keys[at]])
        for at in order
        if totals[at]
    )
    # Compounds that are no names stand for hardly any mistake, and to look for their parts takes long.
    return list(islice((one for one in found if "-" not in one.text or not one.text.islower()), most))


def halves(lexicon: Lexicon, key: str) -> Iterator[tuple[str, str]]:
    """The two words that a key may be, written without the blank between them."""
    for at in range(3, len(key) - 2):
        first, second = key[:at], key[at:]
        if len(lexicon.keys.words(first)) and len(lexicon.keys.words(second)):
            yield first, second


def _near(lexicon: Lexicon, key: str) -> Iterator[tuple[str, float, Ints]]:
    """Keys that may be meant, what each costs, and the words under it."""
    yield from _by_letters(lexicon.keys, key)
    yield from _by_sound(lexicon.keys, key)
    for code in lexicon.languages:
        words = lexicon.formed(key, code)
        for number, word in zip(words.tolist(), lexicon.words.words(words), strict=True):
            yield analysis.fold(word), _ANOTHER_FORM, np.array([number])


def _by_letters(keys: Keys, key: str) -> Iterator[tuple[str, float, Ints]]:
    edits = edits_for(key)
    for part in keys.parts if edits else ():
        for number, near, distance in fuzzy.keys_near(part, key, edits):
            yield near, _by_edits(key, near, distance), _words(part, number)


def _by_sound(keys: Keys, key: str) -> Iterator[tuple[str, float, Ints]]:
    sounds = romanisation.sounds(key)
    if not sounds.is_telling:
        return
    needed, allowed = sounds.letters
    size = len(romanisation.roman(key))
    alike = sounds.shape.fullmatch
    for part in keys.parts:
        for number, near in fuzzy.keys_of_letters(part, needed, allowed, size // 2, size * 2):
            if alike(near) and (cost := _of_sound(key, near)) is not None:
                yield near, cost, _words(part, number)


def edits_for(key: str) -> int:
    """How many letters of a word may be wrong."""
    return 0 if len(key) < 3 else 1 if len(key) < 5 else 2 if len(key) < 10 else 3


def costs_among(key: str, words: Sequence[str]) -> list[float]:
    """What it costs to take each of some folded words for a key; more than `DEAREST` for what is not near."""
    edits = edits_for(key)
    near = fuzzy.distances(key, list(words), max(1, edits)).tolist()
    sounds = romanisation.sounds(key)
    alike = sounds.shape.fullmatch if sounds.is_telling else None
    found = []
    for word, distance in zip(words, near, strict=True):
        cost = 0.0 if word == key else _by_edits(key, word, distance) if distance <= edits else math.inf
        if cost and len(key) >= _BEGINNING and word.startswith(key):
            cost = min(cost, _LONGER)
        if cost and alike is not None and alike(word):
            by_sound = _of_sound(key, word)
            cost = cost if by_sound is None else min(cost, by_sound)
        found.append(cost)
    return found


def _by_edits(key: str, near: str, distance: int) -> float:
    cost = distance * _WORD / len(key)
    is_swapped = near[:2] == key[1::-1]
    return cost + (0 if near[:1] == key[:1] or is_swapped else _FIRST_LETTER)


def _of_sound(key: str, near: str) -> float | None:
    """What it costs to take a word for a key by sound; None where they do not sound alike."""
    vowels = romanisation.difference(key, near)
    consonants = max(map(len, romanisation.sounds(key).consonants))
    first, other = romanisation.roman(key)[:1], near[:1]
    begins_so = first == other or any(first in row and other in row for row in _BEGINNINGS)
    is_short = consonants == romanisation.LEAST_CONSONANTS
    if vowels is None or vowels > consonants // 2 or (is_short and first != other):
        return None
    size = max(len(key), len(near))
    letters = int(fuzzy.distances(key, [near], 2 * size)[0]) / size
    return _BY_SOUND + _A_VOWEL * vowels + _LETTERS * letters + (0 if begins_so else _FIRST_LETTER)


def _words(part: Part, number: int) -> Ints:
    return part.words_of(np.array([number])).astype(np.int64)


def _written(lexicon: Lexicon, key: str, words: Ints, counts: Ints) -> str:
    """How a key stands in most documents, as a single word rather than a compound.

    It is the key itself where none of its words would be read as one.
    """
    most_used = words[np.argsort(-counts, kind="stable")]
    readable = [
        word
        for word in lexicon.words.words(most_used)
        if _READABLE.fullmatch(word) and word not in _OPERATORS and analysis.fold(word) == key
    ]
    return next((word for word in readable if "-" not in word), next(iter(readable), key))

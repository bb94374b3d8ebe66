"""What two texts have in common and where they differ, word by word.

The words that stay are a longest common subsequence, found by the bit-parallel method of Hyyrö (2004) as
rapidfuzz has it. A lone little word that happens to stand in both texts between two differences says
nothing to a reader, so it is counted to the difference around it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Indel

Kind = Literal["same", "changed", "here", "there"]
"""What a stretch is: in both texts, in other words, or only in the one or the other."""

LONGEST = 20_000
"""Words beyond what two texts begin and end with alike that are compared one by one; of more, only the
beginning and the end are told to be the same."""

LITTLE = 3
"""Letters up to which a lone word between two differences is little."""

_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two texts that is the same in both, or not; one of the spans may be empty."""

    kind: Kind
    """What it is."""
    here: tuple[int, int]
    """Where it stands in the first text, in code points; between words if it is not there."""
    there: tuple[int, int]
    """Where it stands in the second."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The same in numbers of words."""

    kind: Kind
    here: tuple[int, int]
    there: tuple[int, int]


def differences(here: str, there: str) -> tuple[Difference, ...]:
    """Compare two texts, in order: stretches that are the same alternate with such that are not.

    Words are the same whatever their case, accents and apostrophes are; what stands between words is not
    compared. Every word of either text is in exactly one stretch.
    """
    ours, theirs = list(_words(here)), list(_words(there))
    stretches = _settled(_compare([key for key, _, _ in ours], [key for key, _, _ in theirs]), ours, theirs)
    return tuple(Difference(one.kind, _span(ours, *one.here), _span(theirs, *one.there)) for one in stretches)


def word_keys(text: str) -> tuple[str, ...]:
    """What the words of a text are compared by, in their order."""
    return tuple(key for key, _, _ in _words(text))


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    """What a word is compared by."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    return "".join(character for character in plain if not unicodedata.combining(character))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """The key of each word of a text, and where it stands."""
    for match in _WORD.finditer(text):
        yield _key(match.group()), match.start(), match.end()


def _compare(here: Sequence[str], there: Sequence[str]) -> Iterator[_Stretch]:
    """The stretches of two lists of words, the same and the others in turn."""
    begin = _alike(here, there)
    end = _alike(here[begin:][::-1], there[begin:][::-1])
    ours, theirs = here[begin : len(here) - end], there[begin : len(there) - end]
    if begin:
        yield _Stretch("same", (0, begin), (0, begin))
    if max(len(ours), len(theirs)) > LONGEST:
        yield _Stretch("changed", (begin, begin + len(ours)), (begin, begin + len(theirs)))
    else:
        at = to = 0
        for block in Indel.opcodes(ours, theirs).as_matching_blocks():
            if block.size:
                yield from _other((begin + at, begin + block.a), (begin + to, begin + block.b))
                at, to = block.a + block.size, block.b + block.size
                yield _Stretch("same", (begin + block.a, begin + at), (begin + block.b, begin + to))
        yield from _other((begin + at, begin + len(ours)), (begin + to, begin + len(theirs)))
    if end:
        yield _Stretch("same", (len(here) - end, len(here)), (len(there) - end, len(there)))


def _alike(here: Sequence[str], there: Sequence[str]) -> int:
    """With how many equal words two lists begin."""
    number = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        number += 1
    return number


def _other(here: tuple[int, int], there: tuple[int, int]) -> Iterator[_Stretch]:
    """What is not the same in two ranges of words, if there is anything."""
    ours, theirs = here[0] < here[1], there[0] < there[1]
    if ours and theirs:
        yield _Stretch("changed", here, there)
    elif ours:
        yield _Stretch("here", here, there)
    elif theirs:
        yield _Stretch("there", here, there)


def _settled(
    stretches: Iterator[_Stretch],
    ours: Sequence[tuple[str, int, int]],
    theirs: Sequence[tuple[str, int, int]],
) -> list[_Stretch]:
    """The stretches with neighbours of one kind joined, and without those that are too little to be told."""
    all_of_them = list(stretches)
    kept: list[_Stretch] = []
    for number, one in enumerate(all_of_them):
        inner = 0 < number < len(all_of_them) - 1
        if one.kind == "same" and inner and _is_little(one, ours):
            beside = kept[-1].kind, all_of_them[number + 1].kind
            if "same" not in beside:
                one = _Stretch("changed", one.here, one.there)
        if kept and (kept[-1].kind == "same") == (one.kind == "same"):
            last = kept.pop()
            here, there = (last.here[0], one.here[1]), (last.there[0], one.there[1])
            joined = [_Stretch("same", here, there)] if one.kind == "same" else list(_other(here, there))
            kept.extend(joined)
        else:
            kept.append(one)
    return kept


def _is_little(one: _Stretch, ours: Sequence[tuple[str, int, int]]) -> bool:
    begin, end = one.here
    return end - begin == 1 and len(ours[begin][0]) <= LITTLE and not ours[begin][0].isdigit()


def _span(words: Sequence[tuple[str, int, int]], begin: int, end: int) -> tuple[int, int]:
    """Where some words stand; between its neighbours where there are none."""
    if begin < end:
        return words[begin][1], words[end - 1][2]
    at = words[begin - 1][2] if begin else 0
    return at, at

"""Whether two quotations are one: the same words, fewer, altered ones, or a fragment that is alike."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from index.model import Carrying
from index.quotes.wording import WORDS, Word, Wording, terms_of

CONTAINED = 0.3
"""Share of the shorter one's shingles that both have to have."""
TELLING = 2
"""Different telling words at least among those of shared shingles, where the shorter one has as many."""
LIKE = 0.6
"""Share of a fragment's telling words that both have to have."""
EXACT = 3
"""Words in a row, two of them telling, that are one quotation whoever is named."""
NEARBY = 4
"""Words on either side of what is shared among which words around it are looked for."""


class Likeness(NamedTuple):
    """How a quotation is another."""

    how: Carrying
    """In which way."""
    degree: float
    """How much: of several in one document the highest counts."""
    window: tuple[int, int] | None = None
    """Where in the longer one the words stand that a fragment is like; code points."""


def likeness(
    here: Wording, there: Wording, same_speaker: bool | None, *, is_rare: bool = False
) -> Likeness | None:
    """How one quotation is another; None where it is not.

    Args:
        here: The one.
        there: The other.
        same_speaker: Whether both are said by the same; None where one of them has no known speaker.
        is_rare: Whether few documents quote what the one has.
    """
    ours, theirs = here.keys, there.keys
    if not ours or not theirs:
        return None
    if ours == theirs and _is_told(here, there, same_speaker, is_rare):
        return Likeness("verbatim", 3.0)
    by_words = _by_shingles(here, there)
    if by_words is not None:
        return by_words
    if here.is_fragment or there.is_fragment:
        if len(ours) == len(theirs) and _by_company(there, here, same_speaker) is None:
            return None  # what is like another is so both ways
        fragment, other = (here, there) if len(ours) <= len(theirs) else (there, here)
        return _by_company(fragment, other, same_speaker)
    return None


def _is_told(here: Wording, there: Wording, same_speaker: bool | None, is_rare: bool) -> bool:
    """Whether the same words are the same quotation: short ones may be a coincidence."""
    telling = len(here.terms)
    if telling > 2 or (telling == 2 and len(here.words) >= EXACT):
        return True
    if not telling:
        return False
    if same_speaker:
        return is_rare or len(here.words) > 1 or bool(here.around & there.around)
    return same_speaker is None and bool(here.around & there.around)


def _by_shingles(here: Wording, there: Wording) -> Likeness | None:
    shared = {one for one in here.runs & there.runs if len(one) == WORDS}
    if not shared:
        return None
    degree = len(shared) / min(len(here.runs), len(there.runs))
    least = min(TELLING, len(here.terms), len(there.terms))
    telling = terms_of(set(chain.from_iterable(shared)))
    if degree < CONTAINED or len(telling) < max(1, least):
        return None
    return Likeness(_way(here, there), 1.0 + degree)


def _way(here: Wording, there: Wording) -> Carrying:
    if here.part(there):
        return "trimmed"
    return "longer" if there.part(here) else "altered"


def _by_company(fragment: Wording, other: Wording, same_speaker: bool | None) -> Likeness | None:
    """A fragment within another quotation, by its telling words and by those that stand around them."""
    core = fragment.terms
    if not core:
        return None
    if other.part(fragment):
        exact = len(fragment.words) >= EXACT and len(core) >= TELLING
        if exact or (same_speaker and len(core) >= TELLING):
            return Likeness("longer", 0.9)
    if same_speaker is False:
        return None
    around = fragment.around - core
    least = 1 if same_speaker else TELLING
    alone = same_speaker and len(core) >= TELLING
    held = core & other.places.keys()
    if len(held) / len(core) < LIKE or not (alone or len(around & other.places.keys()) >= least):
        return None
    best = 0.0
    near = slice(0)
    for at in sorted(chain.from_iterable(other.places[one] for one in held)):
        window = slice(max(0, at - NEARBY), at + NEARBY + len(fragment.words))
        found = set(other.all_terms[window])
        share = len(core & found) / len(core)
        company = len(around & found)
        if share >= LIKE and (company >= least or (alone and share == 1)):
            degree = share / 2 + min(company, 3) / 10
            if degree > best:
                best, near = degree, window
    touched = core & other.terms if other.is_fragment else core
    if not best or not touched:
        return None
    return Likeness("alike", best, _window(fragment.in_company, other.all_words[near]))


def _window(fragment: Sequence[Word], near: Sequence[Word]) -> tuple[int, int]:
    """The words among some that stand where those of a fragment do."""
    shared = set(_terms(fragment)) & set(_terms(near))
    ours = [at for at, word in enumerate(fragment) if word.term in shared]
    theirs = [at for at, word in enumerate(near) if word.term in shared]
    first = max(0, theirs[0] - ours[0])
    last = min(len(near) - 1, theirs[-1] + len(fragment) - 1 - ours[-1])
    return near[first].start, near[last].end


def _terms(words: Sequence[Word]) -> list[str]:
    return [found for word in words if (found := word.term)]

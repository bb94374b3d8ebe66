"""What two passages both quote: the same quotation, be it trimmed or altered, or some words of it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.differences import differences
from index.model import Carrying
from index.quotes.likeness import Likeness, likeness
from index.quotes.wording import Word as QuotedWord
from index.quotes.wording import Wording, part_of, terms_of, wording
from index.related.pairs import Found, Pair, Quotation, Span
from index.related.runs import Run, Word, common_runs
from index.related.terms import REMEMBERED

QUOTED = 3
"""Telling words that make a part of two quotations a reason."""

TOLD = 0.5
"""What the words of a quotation must be worth, as a share of what a rare word is worth; a lone word, or one
that another quotation has among others, must be worth all of that."""

SAME, SOME = 8.0, 4.0
"""How much more often each stands in a right row than in a wrong one (`Found.lift`): the same quotation, some
words that both quote."""

_wording = lru_cache(maxsize=4 * REMEMBERED)(wording)


def quotations(pair: Pair) -> list[Found]:
    """The quotations of two passages that are one, or have several telling words in a row in common."""
    theirs = [(one, _wording(pair.there.text, one.start, one.end)) for one in pair.there.quotations]
    found = []
    for mine in pair.here.quotations if theirs else ():
        words = _wording(pair.here.text, mine.start, mine.end)
        for other, others in theirs:
            if _terms(words).isdisjoint(_terms(others)):
                continue
            one = _same(pair, mine, other) or _some_words(pair, mine, other)
            if one is not None:
                found.append(one)
    return found


@lru_cache(maxsize=4 * REMEMBERED)
def _terms(words: Wording) -> frozenset[str]:
    return terms_of(word.key for word in words.all_words)


def _same(pair: Pair, mine: Quotation, other: Quotation) -> Found | None:
    """Two quotations that are one."""
    same_speaker = mine.entity == other.entity if mine.entity and other.entity else None
    here, there = _wording(pair.here.text, *mine[:2]), _wording(pair.there.text, *other[:2])
    like = likeness(here, there, same_speaker)
    if like is None:
        return None
    how = _way(here, there) or like.how
    ours, theirs = _places(pair, here, there, Likeness(how, like.degree, like.window))
    strength = pair.strength([ours])
    if strength < pair.weights.rare * TOLD:
        return None
    return Found("quote", strength, (ours,), (theirs,), SAME, how)


def _way(here: Wording, there: Wording) -> Carrying | None:
    """How the other has a quotation, where one of the two is all in the other."""
    if len(here.words) == len(there.words):
        return "verbatim" if part_of(here.words, there.words) else None
    if len(here.words) > len(there.words):
        return "trimmed" if part_of(here.words, there.words) else None
    return "longer" if part_of(there.words, here.words) else None


def _places(pair: Pair, here: Wording, there: Wording, like: Likeness) -> tuple[Span, Span]:
    """Where the words stand that make two quotations one."""
    ours, theirs = _around(here.words), _around(there.words)
    match like.how:
        case "trimmed":
            return _around(part_of(here.words, there.words)), theirs
        case "longer":
            return ours, _around(part_of(there.words, here.words))
        case "alike" if like.window is not None and len(here.words) <= len(there.words):
            return _alike(here, there, like.window)
        case "alike" if like.window is not None:
            return _alike(there, here, like.window)[::-1]
    compared = differences(pair.here.text[slice(*ours)], pair.there.text[slice(*theirs)])
    same = [one for one in compared if one.kind == "same"]
    if like.how == "verbatim" or not same:
        return ours, theirs
    return (
        (ours[0] + same[0].here[0], ours[0] + same[-1].here[1]),
        (theirs[0] + same[0].there[0], theirs[0] + same[-1].there[1]),
    )


def _alike(fragment: Wording, other: Wording, window: Span) -> tuple[Span, Span]:
    """A fragment and the words that it is like, both with the word that follows, if that is the same."""
    near = [word for word in other.all_words if window[0] <= word.start and word.end <= window[1]]
    core = {word.term for word in fragment.words if word.term} & {word.term for word in near}
    ours = [at for at, word in enumerate(fragment.words) if word.term in core]
    theirs = [at for at, word in enumerate(near) if word.term in core]
    first = max(0, theirs[0] - ours[0])
    last = min(len(near) - 1, theirs[-1] + len(fragment.words) - 1 - ours[-1])
    here, there = _around(fragment.words), (near[first].start, near[last].end)
    following = fragment.in_company[-1]
    if following.end > here[1] and last + 1 < len(near) and following.term == near[last + 1].term != "":
        return (here[0], following.end), (there[0], near[last + 1].end)
    return here, there


def _around(words: Sequence[QuotedWord]) -> Span:
    return words[0].start, words[-1].end


def _some_words(pair: Pair, mine: Quotation, other: Quotation) -> Found | None:
    """Words in a row that two quotations have in common: all of the shorter, or several telling ones."""
    here, there = list(pair.here.words_in([mine[:2]])), list(pair.there.words_in([other[:2]]))
    whole = min(_telling(here), _telling(there))
    least = pair.weights.rare * (TOLD if len(here) > 1 and _are_same(here, there) else 1)
    best: Found | None = None
    for run in _runs(here, there) if whole else ():
        ours, theirs = here[run.here : run.here + run.length], there[run.there : run.there + run.length]
        spans = (ours[0].start, ours[-1].end), (theirs[0].start, theirs[-1].end)
        strength = pair.strength([spans[0]])
        is_all = _telling(ours) == whole and strength >= least
        if (_telling(ours) >= QUOTED or is_all) and (best is None or strength > best.strength):
            best = Found("quote", strength, (spans[0],), (spans[1],), SOME)
    return best


def _runs(here: Sequence[Word], there: Sequence[Word]) -> Iterator[Run]:
    """The common runs of two quotations, one of which may be a single word; all where they are the same."""
    if _are_same(here, there):
        yield Run(0, 0, len(here))
        return
    if _telling(here) > 1 and _telling(there) > 1:
        yield from common_runs(here, there)
        return
    for first, one in enumerate(here):
        for second, other in enumerate(there):
            if one.term and one.form == other.form:
                yield Run(first, second, 1)
                return


def _are_same(here: Sequence[Word], there: Sequence[Word]) -> bool:
    return [word.form for word in here] == [word.form for word in there]


def _telling(run: Sequence[Word]) -> int:
    return sum(bool(word.term) for word in run)

"""Runs of words, phrases and telling words that stand in two passages."""

from collections.abc import Sequence
from itertools import count

from index.related.days import DayNamed
from index.related.pairs import Found, Pair, Reading, Span
from index.related.runs import Run, Word, common_runs
from index.related.terms import COMMON_TERMS

WORDING = 4
"""Telling words that make a run of words a reason."""

RUN, TERM = 2.0, 1.0
"""How much more often each stands in a right row than in a wrong one (`Found.lift`)."""

_BETWEEN_WORDS = str.maketrans("", "", " -\n'’")


def runs(pair: Pair, named: Sequence[Span]) -> tuple[list[Found], list[Found]]:
    """Runs of words in both texts, and phrases that are too short for that; names are neither.

    Days that are known to be others are no common words: "Tuesday's raid" is not that of last Tuesday.
    """
    wordings, phrases = [], []
    names = {word.start for word in pair.here.words_in(named)}
    for run in common_runs(*_without_other_days(pair)):
        telling = [word for word in pair.here.words[run.here : run.here + run.length] if word.term]
        if len(telling) < WORDING and any(word.start in names for word in telling):
            continue
        uncommon = sum(word.term not in COMMON_TERMS and word.start not in names for word in telling)
        here, there = _spans(pair, run)
        if len(telling) >= WORDING and uncommon >= 2:
            wordings.append(Found("wording", pair.strength([here]), (here,), (there,), RUN))
        elif len(telling) == run.length < WORDING and uncommon and _plain(pair.here.text[slice(*here)]):
            strength = max(pair.weights.idf(word.term) for word in telling)
            phrases.append(Found("term", strength, (here,), (there,), TERM))
    return wordings, phrases


def terms(pair: Pair) -> list[Found]:
    """Telling words that stand in both passages."""
    there: dict[str, list[Span]] = {}
    for word in pair.there.words:
        if word.term:
            there.setdefault(word.term, []).append((word.start, word.end))
    here: dict[str, list[Span]] = {}
    for word in pair.here.words:
        if word.term in there and word.term not in COMMON_TERMS and not word.form.isdigit():
            here.setdefault(word.term, []).append((word.start, word.end))
    return [
        Found("term", pair.weights.idf(term), tuple(spans), tuple(there[term]), TERM)
        for term, spans in here.items()
    ]


def _without_other_days(pair: Pair) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of both, those of days that the other does not mean made unlike any other."""
    ours, theirs = pair.here.days, pair.there.days
    if not ours or not theirs:
        return pair.here.words, pair.there.words
    number = count()

    def parted(reading: Reading, mine: Sequence[DayNamed], others: Sequence[DayNamed]) -> Sequence[Word]:
        spans = [(one.start, one.end) for one in mine if not any(map(one.may_be, others))]
        apart = {word.start for word in reading.words_in(spans)}
        if not apart:
            return reading.words
        return [
            one._replace(form=f"\0{next(number)}") if one.start in apart else one for one in reading.words
        ]

    return parted(pair.here, ours, theirs), parted(pair.there, theirs, ours)


def _plain(phrase: str) -> bool:
    """Whether a phrase is nothing but words of letters."""
    return phrase.translate(_BETWEEN_WORDS).isalpha()


def _spans(pair: Pair, run: Run) -> tuple[Span, Span]:
    here, there = pair.here.words, pair.there.words
    last = run.length - 1
    return (
        (here[run.here].start, here[run.here + last].end),
        (there[run.there].start, there[run.there + last].end),
    )

"""Runs of words, phrases and telling words that stand in two passages."""

from collections.abc import Iterator, Sequence, Set
from itertools import count, groupby

from index.related.days import DayNamed
from index.related.numbers import numbers
from index.related.pairs import Found, Pair, Reading, Span
from index.related.runs import Run, Word, common_runs
from index.related.terms import BINDING_TERMS, COMMON_TERMS

WORDING = 4
"""Telling words that make a run of words a reason, where two of them are uncommon and name nothing."""

LONG = 6
"""Telling words that name nothing and make it one, be they as common as they may."""

RUN, TERM = 2.0, 1.0
"""How much more often each stands in a right row than in a wrong one (`Found.lift`)."""

_BETWEEN_WORDS = str.maketrans("", "", " -\n'’")


def runs(pair: Pair, named: Sequence[Span]) -> tuple[list[Found], list[Found]]:
    """Runs of words in both texts, and the phrases of those that are too short for that; names are neither.

    Days and numbers that are others are no common words: "Tuesday's raid" is not that of last Tuesday, and
    "five crates" are not in "one hundred and five crates".
    """
    wordings: list[Found] = []
    phrases: list[Found] = []
    days = ((one.start, one.end) for one in pair.here.days)
    names, dated = ({word.start for word in pair.here.words_in(spans)} for spans in (named, days))
    for run in common_runs(*_without_others(pair)):
        telling = [word for word in pair.here.words[run.here : run.here + run.length] if word.term]
        nameless = [word for word in telling if word.start not in names]
        uncommon = sum(word.term not in COMMON_TERMS for word in nameless)
        is_long = sum(word.start not in dated for word in nameless) >= LONG
        if len(telling) >= WORDING and (uncommon >= 2 or is_long):
            here, there = _spans(pair, run)
            wordings.append(Found("wording", pair.strength([here]), (here,), (there,), RUN))
        else:
            phrases += _phrases(pair, run, names)
    return wordings, phrases


def _phrases(pair: Pair, run: Run, names: Set[int]) -> Iterator[Found]:
    """The telling words of a run that stand next to each other and name nothing."""
    words = pair.here.words[run.here : run.here + run.length]
    for is_telling, places in groupby(
        range(run.length), lambda at: bool(words[at].term) and words[at].start not in names
    ):
        first, *more = places
        if not is_telling or not more or all(words[at].term in COMMON_TERMS for at in (first, *more)):
            continue
        here, there = _spans(pair, Run(run.here + first, run.there + first, 1 + len(more)))
        if _plain(pair.here.text[slice(*here)]):
            strength = max(pair.weights.idf(words[at].term) for at in (first, *more))
            yield Found("term", strength, (here,), (there,), TERM)


def terms(pair: Pair) -> tuple[list[Found], list[Found]]:
    """Telling words that stand in both passages, and those that tell something only where nothing else does.

    The latter hold a sentence together, or are parts of the names of different things.
    """
    theirs = _by_term(pair.there)
    telling: list[Found] = []
    faint: list[Found] = []
    for term, mine in _by_term(pair.here).items():
        if there := theirs.get(term):
            is_faint = term in BINDING_TERMS or _name_others(pair, mine, there)
            spans = tuple(map(_span, mine)), tuple(map(_span, there))
            (faint if is_faint else telling).append(Found("term", pair.weights.idf(term), *spans, TERM))
    return telling, faint


def _by_term(reading: Reading) -> dict[str, list[Word]]:
    """The telling words of a passage; figures tell nothing by themselves."""
    days = {word.start for word in reading.words_in((one.start, one.end) for one in reading.days)}
    found: dict[str, list[Word]] = {}
    for word in reading.words:
        is_common = word.term in COMMON_TERMS and word.term not in BINDING_TERMS
        is_telling = word.term and not is_common and word.start not in days
        if is_telling and not word.form.replace(".", "").isdigit():
            found.setdefault(word.term, []).append(word)
    return found


def _name_others(pair: Pair, mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether words are parts of names, here of one thing and there of another: United Nations and States."""
    ours, others = pair.here.naming, pair.there.naming
    if not all(word.start in ours for word in mine) or not all(word.start in others for word in theirs):
        return False
    here, there = {ours[word.start] for word in mine}, {others[word.start] for word in theirs}
    return {one.entity for one in here}.isdisjoint({one.entity for one in there}) and {
        one.form for one in here
    }.isdisjoint({one.form for one in there})


def _span(word: Word) -> Span:
    return word.start, word.end


def _without_others(pair: Pair) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of both, those of days and numbers that the other does not have made unlike any other."""
    number = count()

    def parted(reading: Reading, other: Reading) -> Sequence[Word]:
        theirs = numbers(other.text)
        spans = [
            *((one.start, one.end) for one in reading.days if not _is_among(one, other.days)),
            *((one.start, one.end) for one in numbers(reading.text) if not any(map(one.may_be, theirs))),
        ]
        apart = {word.start for word in reading.words_in(spans)}
        if not apart:
            return reading.words
        return [
            one._replace(form=f"\0{next(number)}") if one.start in apart else one for one in reading.words
        ]

    return parted(pair.here, pair.there), parted(pair.there, pair.here)


def _is_among(day: DayNamed, others: Sequence[DayNamed]) -> bool:
    """Whether a day may be one of some others; where there are none, it is a word like any other."""
    return not others or any(map(day.may_be, others))


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

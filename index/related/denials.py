"""Words of a passage that are denied: "no damage", "did not fire", "denied that two barges had collided".

A negation denies the first telling word within five words behind it, in its clause; "denied" all of those
within eight, since what is denied is told in a clause of its own. That words behind a negation are denied
until the clause ends is the rule of NegEx (Chapman et al., A simple algorithm for identifying negated
findings and diseases in discharge summaries, 2001). There it is all of them for any negation, but "had not
signed off on the facility" does not deny the facility.

What says no and denies nothing is passed over ("not only", "No. 3", "no time", "did not open until", "urged
him not to go"), and a denial that is denied undoes it ("did not deny the strike").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from index.language.listed import word_set
from index.related.runs import Word
from index.related.terms import COMMON_TERMS

REACH, DENIED_REACH = 5, 8
"""Words behind a negation among which is the one that it denies; behind "denied" those that it denies."""

_NO = word_set("no nor neither without none nobody nothing")
_NOT = word_set("not never cannot")
_DENIALS = word_set("deny denies denied denying denial denials")
_FAILING = word_set(
    "fail fails failed failing refuse refuses refused refusing decline declines declined unable yet"
)
"""They deny what follows after "to": "failed to agree", "had yet to agree"."""
_UNDOING = (_DENIALS | _FAILING | {"without"}) - {"yet"}
"""Denied themselves, they say yes."""
_PASSED_OVER = word_set(
    """
    only just merely simply solely least doubt matter wonder fewer less more until in of long time confidence
    """
)
"""Behind a negation they turn it into something else, or put off what it denies: "nothing in this rule"."""
_BEFORE = word_set("or if why whether")
"""Before a negation they leave it open: "whether or not", "if not", "confirm or deny"."""
_RESOLVING = word_set(
    "decide decides decided agree agrees agreed choose chose vow vowed promise promised pledged"
)
"""Before "not to" they say that it was not done; "urged" and others leave that open."""
_ARE_DENIED = word_set("is are was were be been being am")
"""Before "denied" they tell of what somebody did not get."""
_REFUSED = word_set(
    "motion motions bail request requests appeal petition visa visas access entry permission asylum"
)
"""What one is denied, which says that it is refused."""
_WEIGHING = word_set(
    """
    significant serious major further new other additional immediate direct
    plan plans intention intentions involvement role part use used able want wanted going
 one single longer yet report reports claim claims allegation allegations
    accusation accusations suggestion suggestions rumour rumours rumor rumors any
    """
)
"""Between a negation and what it denies: "no serious damage", "denied reports of a strike"."""
_WEIGHING_OF = word_set("evidence sign signs indication chance chances possibility prospect hope")
"""The same where "of" is behind it: "no sign of damage"."""
_PUT_OFF = word_set("until unless")
"""Behind a negation they say that it was done after all."""
_CLAUSES = word_set(
    """
    that whether if how what why when where who whom whose which as than but although though because
    while since unless until after before and except so say says said saying
    """
)
_ALSO_NO = word_set(
    """
    stop stops stopped stopping cease ceases ceased end ends ended halt halts halted lack lacks lacked lacking
    leave leaves leaving left omit omits omitted absent absence missing avoid avoids avoided prevent prevents
    prevented reject rejects rejected dismiss dismisses dismissed rule rules ruled struggle struggles
    struggled struggling unlikely free hardly barely rarely seldom
    """
)
"""They say no as well, of what cannot be told: "left defense out", "stopped protecting"."""
_SIGNS = frozenset(',;:—–()[]"“”')

Span = tuple[int, int]
"""First code point and one past the last."""

_SO = re.compile(r"\s+(?:so|as|like|such)\b")


class Denial(NamedTuple):
    """What denies a word."""

    place: Span
    """Where it stands."""
    is_no: bool
    """Whether it is a "no", which belongs to what is named, and no "not", which belongs to what is done."""


def negates(form: str) -> bool:
    """Whether a word denies something."""
    return form in _NO or form in _NOT or form.endswith("n't") or form in _UNDOING


def may_negate(form: str) -> bool:
    """Whether a sentence with this word may deny any of what it tells."""
    return negates(form) or form in _ALSO_NO


def denied(text: str, words: Sequence[Word]) -> dict[int, Denial]:
    """By where each denied word of a text begins, what denies it."""
    found: dict[int, Denial] = {}
    put_off = {word.sentence for word in words if word.form in _PUT_OFF}
    for at, word in enumerate(words):
        is_undone = word.start in found and word.form in _UNDOING
        for other in _denied_by(text, words, at):
            if is_undone or other.sentence in put_off:
                found.pop(other.start, None)
            else:
                found.setdefault(other.start, Denial((word.start, word.end), word.form in _NO))
    return found


def _denied_by(text: str, words: Sequence[Word], at: int) -> Iterator[Word]:
    """The words that one denies, if it denies any."""
    form = words[at].form
    before = words[at - 1].form if at else ""
    behind = words[at + 1].form if at + 1 < len(words) else ""
    telling = _telling(text, words, at + 1, is_denial=form in _DENIALS)
    if form in _DENIALS:
        if before not in _ARE_DENIED and before not in _BEFORE and before != "nor":
            told = list(telling)
            yield from told if not any(word.form in _REFUSED for word in told) else ()
    elif form in _FAILING:
        yield from islice(telling, behind == "to")
    elif form in _NO or form in _NOT or form.endswith("n't"):
        is_joined = text[words[at].end : words[at].end + 1] == "-"
        is_open = before in _BEFORE or (behind == "to" and before not in _RESOLVING)
        is_one = behind not in _PASSED_OVER and not behind[:1].isdigit() and not is_joined and not is_open
        for other in islice(telling, is_one):
            if not _SO.match(text, other.end):  # "no battle so fierce"
                yield other
    elif form == "short" and before.startswith("stop") and behind == "of":
        yield from islice(telling, 1)


def _telling(text: str, words: Sequence[Word], first: int, *, is_denial: bool) -> Iterator[Word]:
    """The telling words from one on, as far as they belong to what stands before that."""
    last = words[first - 1]
    for word in islice(words, first, first + (DENIED_REACH if is_denial else REACH)):
        is_inserted = "however" in (last.form, word.form)
        is_parted = not is_inserted and not _SIGNS.isdisjoint(text[last.end : word.start])
        is_clause = word.form in _CLAUSES and not (is_denial and word.form == "that")
        if word.sentence != last.sentence or is_parted or is_clause:
            return
        is_of = text[word.end :].startswith(" of ") and word.form in _WEIGHING_OF
        is_telling = word.term and not negates(word.form) and not _weighs(word.form) and not is_of
        if word.form in _UNDOING or is_telling:
            yield word
        last = word


def _weighs(form: str) -> bool:
    return form in _WEIGHING or form == "however" or (len(form) > 4 and form.endswith("ly"))


def is_contradiction(term: str, denial: Denial) -> bool:
    """Whether it says something that a word is denied: of a common one only what is done, "did not meet"."""
    return not (denial.is_no and term in COMMON_TERMS)

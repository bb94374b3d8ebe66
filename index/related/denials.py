"""Words of a passage that are denied: "no damage", "did not fire", "denied striking the bridge".

A negation denies the first telling word within five words behind it, unless a comma, another clause or a
"but" comes between. The five words and what ends them are those of NegEx (Chapman et al., A simple algorithm
for identifying negated findings and diseases in discharge summaries, 2001); there all of them are denied, but
"had not signed off on the facility" does not deny the facility. What says no and denies nothing ("not only",
"No. 3") is passed over, and a denial that is denied undoes it ("did not deny the strike").
"""

from collections.abc import Sequence
from itertools import islice

from index.language.listed import word_set
from index.related.runs import Word

Span = tuple[int, int]
"""First code point and one past the last."""

REACH = 5
"""Words behind a negation among which is the one that it denies."""

_NEGATIONS = word_set("not never no nor neither without none nobody nothing cannot")
_DENIALS = word_set("deny denies denied denying denial denials")
_FAILING = word_set("fail fails failed failing refuse refuses refused refusing yet")
"""They deny what follows after "to": "failed to agree", "had yet to agree"."""
_UNDOING = (_DENIALS | _FAILING | {"without"}) - {"yet"}
"""Denied themselves, they say yes."""
_PASSED_OVER = word_set(
    "only just merely simply solely least doubt matter wonder fewer less more until in of"
)
"""Behind a negation they turn it into something else, or put off what it denies: "nothing in this rule"."""
_BEFORE = word_set("or if why whether")
"""Before a negation they leave it open: "whether or not", "if not"."""
_ARE_DENIED = word_set("is are was were be been being am")
"""Before "denied" they tell of what somebody did not get."""
_WEIGHING = word_set("""
    significant serious major further new other additional immediate direct evidence sign signs indication
    plan plans intention intentions involvement role part use used able want wanted going chance chances
    possibility prospect hope
    """)
"""Between a negation and what it denies: "no sign of damage", "no plans to strike"."""
_CLAUSES = word_set("""
    that whether if how what why when where who whom whose which as than but although though because
    while since unless until after before and except however so
    """)
_SIGNS = frozenset(',;:—–()[]"“”')


def denied(text: str, words: Sequence[Word]) -> dict[int, Span]:
    """By where each denied word of a text begins, the place of what denies it."""
    found: dict[int, Span] = {}
    for at, word in enumerate(words):
        is_undone = word.start in found and word.form in _UNDOING
        other = _denied_by(text, words, at)
        if other is None:
            continue
        if is_undone:
            found.pop(other.start, None)
        else:
            found.setdefault(other.start, (word.start, word.end))
    return found


def _denied_by(text: str, words: Sequence[Word], at: int) -> Word | None:
    """The word that one denies, if it denies any."""
    form = words[at].form
    before = words[at - 1].form if at else ""
    behind = words[at + 1].form if at + 1 < len(words) else ""
    if form in _DENIALS:
        is_one = before not in _ARE_DENIED
    elif form in _FAILING:
        is_one = behind == "to"
    elif form in _NEGATIONS or form.endswith("n't"):
        is_one = behind not in _PASSED_OVER and not behind[:1].isdigit() and before not in _BEFORE
    else:
        is_one = False
    if not is_one:
        return None
    first = at + 1 + (form in _DENIALS and behind == "that")
    return _telling(text, words, first)


def _telling(text: str, words: Sequence[Word], first: int) -> Word | None:
    """The first telling word from one on, where it belongs to what stands before that."""
    last = words[first - 1]
    for word in islice(words, first, first + REACH):
        is_parted = word.sentence != last.sentence or not _SIGNS.isdisjoint(text[last.end : word.start])
        if is_parted or word.form in _CLAUSES:
            return None
        if word.form in _UNDOING or (word.term and word.form not in _WEIGHING):
            return word
        last = word
    return None

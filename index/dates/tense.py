"""Whether the words around a date speak of what was or of what will be.

The verb next before the date decides, where there is none in its clause, the next behind it. A verb of
saying says when it was said ("said on Sunday"), unless another stands right behind the date ("said the
vote on Sunday will decide").
"""

import re
from typing import Literal

from index.language.listed import word_set

Tense = Literal["past", "future", ""]
"""What they speak of; nothing where they do not show it."""

_BEFORE, _BEHIND = 200, 120
"""So many letters are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[.!?]['\"”’)]*\s+(?=[A-Z“\"‘(])|\n\s*\n|[;:,—–]")
_STOPS = word_set("that which who whom whose as when while because but where before after if since")

_FUTURE = word_set(
    """
    will shall wo won't we'll he'll she'll they'll it'll i'll you'll upcoming due scheduled slated poised
    ahead deadline forthcoming going awaits looms must should might could can may would hopes hope
    tentatively planned
    """
)
_SCHEDULED = word_set(
    """
    meets opens begins starts arrives travels flies visits votes convenes resumes takes holds faces expires
    ends kicks returns goes heads hosts plays closes leaves launches reopens continues airs runs gathers
    departs reopen reconvene resume begin start close meet return expire vote
    """
)
_CONTROL = word_set(
    """
    agreed vowed promised plans plan planned hoped wants want wanted expected expects expect scheduled due
    pledged threatened threatens intends intend decided asks asked called calls ordered invited urged urges
    set ready preparing prepares prepare likely supposed told about going is are was were has have had aims
    aimed needs need needed bound eager meant hoping planning waiting waits
    """
)
"""After these, "to" and a verb speak of what comes after."""
_SAYING = word_set(
    """
    said says told announced added warned reported confirmed insisted claimed stated wrote noted argued
    declared predicted estimates believes believe called say
    """
)
_PAST = word_set(
    """
    was were had did been said told began broke brought built bought came caught chose cut dealt
    died drew drove fell felt fled flew fought found froze gave got grew heard held hit kept knew lay led
    left lost made met paid put quit ran rang read rose sank sat saw sent shot shut sold sought spent spoke
    spread stood stole struck swept swore taught took tore thought threw understood went withdrew won wore
    wrote burst cost overthrew became blew beat bore bled crept dug hung hurt laid lit let overtook rode
    shook shrank slid sprang stuck swam threw wounded overran resigned taken given shown known driven fallen
    written seen gone hidden risen chosen frozen stolen torn worn forgotten beaten broken thrown shaken
    """
)
_NOT_PAST = word_set(
    """
    united need needs indeed hundred speed feed bleed seed breed exceed proceed succeed agreed-upon wicked
    red bed sacred naked armed unprecedented so-called supposed
    """
)
_TO = re.compile(r"\b[Tt]o [A-Za-z]")
_BE = frozenset(("be", "being", "is", "are", "not"))
_UNTIL = frozenset(("until", "till", "by"))
_PUT_OFF = word_set(
    """
    adjourned postponed extended delayed deferred rescheduled prolonged remanded moved pushed shifted
    """
)
_PUT_TO = frozenset(("until", "till", "to"))
"""Behind what was put off, right before the date to which it was."""
_BESIDE_DATE = word_set("the at least early late next this")
_THAT_ON = frozenset(("that on", "that", "that by", "that in", "that from", "that until"))
"""Between a verb of saying and a date of what is said."""


def tense_around(text: str, start: int, end: int) -> Tense:
    """What the words around a date speak of.

    Args:
        text: The text.
        start: Where in it the date begins.
        end: Where it ends.
    """
    before = _clause_before(text[max(0, start - _BEFORE) : start])
    last = before[-1] if before else ""
    if last == "since":
        return "past"
    found, at = _last(before)
    said = at >= 0 and before[at] in _SAYING
    if found and _is_put_off(before, at):
        return "future"
    behind = _words(text[end : end + _BEHIND])
    if found and not said:
        return found
    if said and " ".join(before[at + 1 :]) in _THAT_ON:
        return _next(behind, len(behind)) or found
    is_own = text[end : end + 2] in ("'s", "’s")
    direct = _next(behind, 4 if is_own else 1) if said else _next(behind, len(behind))
    if said and (len(before) - at <= 2 or not direct) and not (is_own and direct):
        return found
    if direct:
        return direct
    return "future" if last in _UNTIL else found


def _is_put_off(before: list[str], at: int) -> bool:
    """Whether something was put off to the date: "was adjourned until", not "had been adjourned until"."""
    leading = next((one for one in reversed(before[at + 1 :]) if one not in _BESIDE_DATE), "")
    return leading in _PUT_TO and before[at] in _PUT_OFF and "had" not in before[max(0, at - 2) : at]


def headline_tense(text: str, start: int, end: int) -> Tense:
    """The same of a date in a headline, where "to meet" is to come."""
    found = tense_around(text, start, end)
    is_to_come = not found and _TO.search(text, max(0, start - _BEFORE), start)
    return "future" if is_to_come else found


def _words(text: str) -> list[str]:
    """The words and marks of the sentence that a text begins with."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0] in ".!?\n":
            break
        found.append(word if word == "May" else word.lower())
    return found


def _clause_before(text: str) -> list[str]:
    """The words and marks of the sentence that a text ends in."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0] in ".!?\n;":
            found = []
        else:
            found.append(word if word == "May" else word.lower())
    return found


def _last(words: list[str]) -> tuple[Tense, int]:
    """What the verb next to the end speaks of, and where it stands."""
    for at in range(len(words) - 1, -1, -1):
        found = _verb(words, at)
        if found:
            return found, at
    return "", -1


def _next(words: list[str], reach: int) -> Tense:
    """What the first verb speaks of, as far as the clause goes."""
    for at, word in enumerate(words[:reach]):
        if word in _STOPS or (word in (";", ":", "—", "–") and at > 0):
            break
        found = _verb(words, at)
        if found:
            return found
    return ""


def _verb(words: list[str], at: int) -> Tense:
    """What one word speaks of, with those around it."""
    word = words[at]
    before = words[at - 1] if at else ""
    if word == "to" and at < len(words) - 1:
        # "agreed to meet", but not "agreed and travelled to meet"
        leading = (one for one in reversed(words[max(0, at - 4) : at]) if one in _CONTROL or _plain(one))
        return "future" if next(leading, "") in _CONTROL else ""
    if word in _FUTURE:
        have = words[at + 1 : at + 2] == ["have"]
        return "past" if have and word != "will" else "future"
    if word in ("has", "have"):
        return "past" if any(_is_past(one) for one in words[at + 1 : at + 2]) else ""
    if word == "set" and words[at + 1 : at + 2] in (["for"], ["to"]):
        return "future"
    if word in _SCHEDULED:
        return "future" if before != "to" else ""
    if _is_past(word):
        return "" if before in _BE else "past"
    return ""


def _is_past(word: str) -> bool:
    """Whether a word is a form of a verb in the past."""
    return word in _PAST or _plain(word)


def _plain(word: str) -> bool:
    """Whether a word has the ending of what is past."""
    return len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST

"""English words and what they are forms of: plural, third person, past and participles, by careful rules.

Only inflection is undone, never derivation: *organised* is a form of *organise*, but *organisation* and
*organ* are words of their own. Where a rule cannot know, a list does; where neither does, the word is
left as it stands, since a form that is missed costs less than one that is wrong.
"""

import re

from index.language.english_words import AS_THEY_STAND, BARE, IRREGULAR, NOUNS_IN_ING, PLURALS, SILENT_E
from index.language.spelling import family

_MACHINES = re.compile(r"[a-z]+\d+s")
"""F-35s, T-72s: more than one of what has a letter and a number for a name."""

_VOWELS = "aeiou"
_VOWEL = re.compile(r"[aeiouy]")
_SOUNDED = re.compile(r"[aeio]|(?<!q)u|(?<!^)y")
_DOUBLED = "bdgkmnprtv"
"""Consonants that are doubled before an ending, and seldom are double without one."""


def form(key: str) -> str:
    """What a folded word is a form of, in one of its spellings."""
    if not key.isascii() or not key.isalpha():
        return key[:-1] if _MACHINES.fullmatch(key) else key
    return family(_lemma(key))


def _lemma(word: str) -> str:
    known = IRREGULAR.get(word)
    if known:
        return known
    if word in AS_THEY_STAND:
        return word
    singular = _without_s(word)
    if singular in AS_THEY_STAND or singular in NOUNS_IN_ING:
        return singular
    return _without_ending(singular)


def _without_s(word: str) -> str:
    """A noun in the singular, or a verb without the s of the third person."""
    known = PLURALS.get(word)
    if known:
        return known
    if not word.endswith("s"):
        return word[:-2] + "an" if word.endswith("men") and len(word) > 5 else word
    if len(word) < 4 or word.endswith(("ss", "us", "is", "as", "os", "ics")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "tzes", "oes")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    """A verb without the ending of past or participle."""
    if word.endswith("ing"):
        rest = word[:-3]
    elif word.endswith("ed") and not word.endswith("eed"):
        if word.endswith("ied"):
            return word[:-3] + "y" if len(word) > 4 else word
        rest = word[:-2]
    else:
        return word
    return _base(rest) if len(rest) > 2 and _VOWEL.search(rest) else word


def _base(rest: str) -> str:
    """A verb from what is left of it before an ending: with its e, or without its doubled consonant."""
    if rest in SILENT_E:
        return rest + "e"
    if rest in BARE:
        return rest
    if rest[-1] == rest[-2]:
        undouble = rest[-1] in _DOUBLED or (rest[-1] == "l" and _vowels(rest) > 1)
        return rest[:-1] if undouble else rest
    return rest + "e" if _wants_e(rest) else rest


def _wants_e(rest: str) -> bool:
    """Whether a verb that ends so before *-ed* and *-ing* has lost an e."""
    before, last = rest[-2], rest[-1]
    if last in "csuv":
        return True
    if last == "z":
        return before != "t"
    if last == "g":
        return before in "aeioudlr"
    if before not in "aeiouy":
        return last in "lr" and before not in "rwl"
    if last not in "bdfklmnprt":
        return False
    if before != "y" and rest[-3] in _VOWELS and not rest[:-2].endswith("qu"):
        return rest[-3:] in ("iat", "uat")
    return _vowels(rest) == 1 or _LONG_WITH_E.fullmatch(rest[-2:]) is not None


def _vowels(rest: str) -> int:
    """How many vowels there are; the u of *qu* is none."""
    return len(_SOUNDED.findall(rest))


_LONG_WITH_E = re.compile("[aeiou]d|[aiou][bk]|[iuy][ln]|[aiuy]m|[aiu]r|[auy]t|[ay]p")
"""How verbs of several syllables end that have an e: invade, describe, compile, prepare, examine, create."""

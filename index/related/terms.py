"""Which words of a text count when passages are compared, and which of them are the same.

A term is a word in lower case without accents, its possessive, plural and verb endings taken off
by a few careful rules for English; words of other languages mostly stay as they are. Words that
only hold a sentence together are no terms. Nothing here is shown to anyone: what a reader sees
is the word as it stands in the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from index.related.lexicon import AS_THEY_ARE, COMMON_WORDS, IRREGULAR, STOP_WORDS

TERMS_VERSION = 1
"""Raised whenever the same text gives other terms."""

REMEMBERED = 128
"""Texts of which it is remembered what was found in them: one is compared with many others."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W_{_UNSPACED}]"
WORD = re.compile(
    r"[A-Za-z]{1,5}-\d+(?!\w)"
    rf"|{_LETTER}+(?:[.'’]{_LETTER}+|(?<=\d),\d{{3}}(?!\d))*"
    rf"|[{_UNSPACED}]"
)
"""A word with its dots and apostrophes, a number with its commas; of scripts without blanks, a character."""

_VOWEL = re.compile(r"[aeiouy]")
_PLURAL_KEPT = ("ss", "us", "is", "as", "os")


class Term(NamedTuple):
    """A word of a text that counts."""

    term: str
    """What it is compared by."""
    start: int
    """Its first code point."""
    end: int
    """One past its last."""


def terms(text: str) -> Iterator[Term]:
    """The terms of a text in order, with their places."""
    for word in WORD.finditer(text):
        term = term_of(word.group())
        if term:
            yield Term(term, word.start(), word.end())


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without case, accents, dots, the commas of thousands and the possessive."""
    folded = word.replace("’", "'").lower()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in decomposed if not unicodedata.combining(letter)) or folded
    if not folded.isalnum():
        if folded.endswith("'s"):
            folded = folded[:-2]
        if not folded[0].isdigit():
            folded = folded.replace(".", "")
        folded = folded.replace(",", "")
    return folded


@lru_cache(maxsize=1 << 16)
def term_of(word: str) -> str:
    """The term of a word; empty where the word does not count."""
    folded = fold(word)
    if folded == "us" and word != "us":
        return "us"  # the country: in capitals or with dots
    if (
        folded in STOP_WORDS
        or folded.split("'")[0] in STOP_WORDS
        or (len(folded) == 1 and folded.isascii() and not folded.isdigit())
    ):
        return ""
    return stem(folded)


def stem(folded: str) -> str:
    """A folded word without the ending of plural, past or participle, or as it is where in doubt."""
    if not folded.isalpha() or not folded.isascii() or len(folded) < 4 or folded in AS_THEY_ARE:
        return folded
    irregular = IRREGULAR.get(folded)
    if irregular:
        folded = irregular
    elif folded.endswith("ies") and len(folded) > 4:
        folded = folded[:-3] + "y"
    elif folded.endswith(("sses", "shes", "ches", "xes", "zes")):
        folded = folded[:-2]
    elif folded.endswith("s") and not folded.endswith(_PLURAL_KEPT):
        folded = folded[:-1]
    if folded.endswith("ied") and len(folded) > 4:
        folded = folded[:-3] + "y"
    elif folded not in AS_THEY_ARE:
        for ending in ("ing", "ed"):
            rest = folded.removesuffix(ending)
            if rest != folded and len(rest) > 2 and _VOWEL.search(rest):
                if rest[-1] == rest[-2] and rest[-1] not in "aeiols":
                    rest = rest[:-1]
                folded = rest
                break
    if len(folded) > 3 and folded.endswith("e"):
        folded = folded[:-1]
    return folded


COMMON_TERMS = frozenset(stem(word) for word in COMMON_WORDS)
"""The terms of words that are in every news story."""

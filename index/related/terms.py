"""Which words of a text count when passages are compared, and which of them are the same.

A term is a word in lower case without accents and possessive, in the form under which a search finds
it in English; words of other languages mostly stay as they are. Words that only hold a sentence
together are no terms. Nothing here is shown to anyone: what a reader sees is the word as it stands in
the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from index import language
from index.related.lexicon import BINDING_WORDS, COMMON_WORDS, STOP_WORDS

TERMS_VERSION = f"2, forms {language.VERSION}"
"""Another whenever the same text may give other terms."""

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
    """A folded word in the form that a search takes it in, or as it is where it is no English one."""
    return language.form(folded, "en")


COMMON_TERMS = frozenset(stem(word) for word in COMMON_WORDS)
"""The terms of words that are in every news story."""

BINDING_TERMS = frozenset(stem(word) for word in BINDING_WORDS)
"""The terms of words that hold a sentence together."""

"""The words of a quotation, by which it is found again where it is trimmed, altered or only alike.

Two kinds of prints are kept of what a document quotes: of four words in a row, and of two telling words
that stand close together. The first lead to the same statement, the second to a fragment of a few words
that another has in other company: a "highly successful" attack, and "our very successful attack".
"""

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple
from zlib import crc32

from index import language
from index.quotes.lexicon import (
    AUXILIARIES,
    CLAUSES,
    CONJUNCTIONS,
    DEGREES,
    NO_SPEAKER,
    PREPOSITIONS,
    PRONOUNS,
)
from index.quotes.model import RawQuote

WORDS = 4
"""Words of a shingle."""
SHORT = 6
"""A quotation of fewer words is a fragment: what stands around it counts, too."""
AROUND = 3
"""Words of the sentence on either side of a fragment that are looked at."""
CLOSE = 2
"""How many telling words further on the second word of a pair may stand."""

WORDING_VERSION = f"1, forms {language.VERSION}"
"""Another one whenever the same quotations may leave other prints."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*(?:[.,]\d+)*")
_END = re.compile(r"[.!?;:…,()\[\]\n“”\"«»„–—]|(?<!\w)['‘]|['’](?!\w)")
_MARKS = "\"'“”‘’„‚«»‹›`"
_IDLE = (
    AUXILIARIES
    | CLAUSES
    | CONJUNCTIONS
    | NO_SPEAKER
    | PREPOSITIONS
    | frozenset(PRONOUNS)
    | frozenset(("a", "an", "the", "there", "so", "such", "own", "s", "t"))
)


class Word(NamedTuple):
    """A word of a text."""

    key: str
    """What it is compared by: without case, accents and possessive."""
    start: int
    """First code point."""
    end: int
    """One past the last."""

    @property
    def term(self) -> str:
        """The form of a telling word; empty for one that tells nothing, or only how much."""
        return term(self.key)


@dataclass(frozen=True)
class Wording:
    """A quotation as words, with some of those around it if it is a fragment.

    One is compared with many, so what it is compared by is made once.
    """

    words: tuple[Word, ...]
    """Those quoted."""
    before: tuple[Word, ...] = ()
    """Those before, in the order of the text."""
    after: tuple[Word, ...] = ()
    """Those behind."""

    @property
    def is_fragment(self) -> bool:
        """Whether it is too short to be told by its words alone."""
        return len(self.words) < SHORT

    @cached_property
    def all_words(self) -> tuple[Word, ...]:
        """All of them, in the order of the text."""
        return self.before + self.words + self.after

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What the words quoted are compared by."""
        return tuple(word.key for word in self.words)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The telling ones among those quoted."""
        return terms_of(self.keys)

    @cached_property
    def around(self) -> frozenset[str]:
        """The telling ones among those around."""
        return terms_of(word.key for word in self.before + self.after)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Its different shingles."""
        return frozenset(self.shingles())

    @cached_property
    def all_terms(self) -> tuple[str, ...]:
        """The form of each word, also of those around; empty for one that tells nothing."""
        return tuple(word.term for word in self.all_words)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each telling word stands among all of them."""
        return _places(self.all_terms)

    @cached_property
    def _key_places(self) -> Mapping[str, Sequence[int]]:
        return _places(self.keys)

    @property
    def in_company(self) -> tuple[Word, ...]:
        """Those quoted, and those up to the next telling word behind or else before a fragment."""
        for number, word in enumerate(self.after, 1):
            if word.term:
                return self.words + self.after[:number]
        for number, word in enumerate(reversed(self.before), 1):
            if word.term:
                return self.before[-number:] + self.words
        return self.words

    def shingles(self) -> list[tuple[str, ...]]:
        """Each run of four words; of fewer, all of them."""
        keys = self.keys
        if len(keys) < WORDS:
            return [keys]
        return [keys[at : at + WORDS] for at in range(len(keys) - WORDS + 1)]

    def part(self, other: "Wording") -> Sequence[Word]:
        """Those quoted that are in a row all that another quotes, as `part_of` finds them."""
        wanted, size = other.keys, len(other.keys)
        if not wanted or size > len(self.keys):
            return ()
        rarest: Sequence[int] = ()
        further = 0
        for number, one in enumerate(wanted):
            places = self._key_places.get(one, ())
            if not places:
                return ()
            if not rarest or len(places) < len(rarest):
                rarest, further = places, number
        for place in rarest:
            at = place - further
            if at >= 0 and self.keys[at : at + size] == wanted:
                return self.words[at : at + size]
        return ()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each pair of telling words that stand close together, the order left out."""
        terms = [one for one in self.all_terms if one]
        for at, first in enumerate(terms):
            for second in terms[at + 1 : at + 1 + CLOSE]:
                yield (first, second) if first < second else (second, first)

    def prints(self) -> tuple[set[int], set[int]]:
        """The prints of its shingles and of its pairs."""
        shingles = {crc32(" ".join(one).encode()) for one in self.shingles()}
        return shingles, _prints(self.pairs())

    def own_prints(self) -> set[int]:
        """The prints of those pairs of which both are quoted; of a lone telling word those that have it."""
        least = min(2, len(self.terms))
        return _prints(pair for pair in self.pairs() if sum(one in self.terms for one in pair) >= least)


def wording(text: str, start: int, end: int) -> Wording:
    """The words of a quotation, by its place in a text."""
    words = tuple(_words(text, start, end))
    if len(words) >= SHORT:
        return Wording(words)
    return Wording(words, _before(text, start), _after(text, end))


def keys_of(text: str) -> list[str]:
    """What the words of a text are compared by, without where they stand: this takes a third of the time."""
    return list(map(key, _WORD.findall(text)))


def part_of(longer: Sequence[Word], shorter: Sequence[Word]) -> Sequence[Word]:
    """Those of some words that are in a row all of others; none where they are not."""
    size = len(shorter)
    held, wanted = [word.key for word in longer], [word.key for word in shorter]
    for at in range(len(held) - size + 1) if wanted else ():
        if held[at] == wanted[0] and held[at : at + size] == wanted:
            return longer[at : at + size]
    return ()


def words_of(text: str) -> Wording:
    """The words of a text that is a quotation as a whole."""
    return Wording(tuple(_words(text, 0, len(text))))


def prints_of(title: str, text: str, quotes: Iterable[RawQuote]) -> bytes:
    """The prints of all that a document quotes, as little-endian numbers of four bytes, ascending."""
    found: set[int] = set()
    for quote in quotes:
        for prints in wording(title if quote.field == "title" else text, quote.start, quote.end).prints():
            found |= prints
    return struct.pack(f"<{len(found)}I", *sorted(found))


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """A word without case, accents and possessive."""
    return folded(word).removesuffix("'s")


def folded(text: str) -> str:
    """A text without case and accents."""
    found = text.replace("’", "'").replace("ʼ", "'").casefold()
    if found.isascii():
        return found
    plain = unicodedata.normalize("NFKD", found)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)) or found


@lru_cache(maxsize=1 << 16)
def term(folded: str) -> str:
    """The form of a telling word; empty for one that only holds a sentence together or says how much."""
    if folded in _IDLE or folded in DEGREES or (len(folded) == 1 and not folded.isdigit()):
        return ""
    return language.form(folded, "en")


def terms_of(keys: Iterable[str]) -> frozenset[str]:
    """The forms of the telling ones among some words."""
    return frozenset(map(term, keys)) - {""}


def _prints(pairs: Iterable[tuple[str, str]]) -> set[int]:
    return {crc32("\0".join(one).encode()) for one in pairs}


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    """Where each of some words stands among them; what is empty is left out."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if word:
            found.setdefault(word, []).append(at)
    return found


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        yield Word(key(match[0]), match.start(), match.end())


def _after(text: str, end: int) -> tuple[Word, ...]:
    """The words behind a fragment, to the next comma or the like; none where it ends in one itself."""
    if text[end - 1 : end] in tuple(".,!?;:…"):
        return ()
    begin = end
    while begin < len(text) and text[begin] in _MARKS:
        begin += 1
    stop = _END.search(text, begin, begin + 80)
    return tuple(_words(text, begin, stop.start() if stop else begin + 80))[:AROUND]


def _before(text: str, start: int) -> tuple[Word, ...]:
    stop = start
    while stop and text[stop - 1] in _MARKS:
        stop -= 1
    begin = max(0, stop - 80)
    for match in _END.finditer(text, begin, stop):
        begin = match.end()
    return _tail(list(_words(text, begin, stop)))


def _tail(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(words[-AROUND:])

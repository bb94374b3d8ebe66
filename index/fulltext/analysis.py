"""What a word is: one tokenisation and one folding for texts, titles, sources and queries.

Words are indexed as they stand (`surface`); what is equal to a reader (case, accents, possessives,
the dots of U.S., the hyphen of F-35) is a matter of `keys`, a map over the vocabulary. No word is
left out and none is cut to a stem.

A hyphenated compound gives its parts at successive positions and the whole once more, over the same
positions: `F-35` is at the same time `F 35` and `F35`. A paragraph boundary is a gap of positions,
so that nothing runs across it. Writing without spaces between words (Chinese, Japanese, Thai …)
gives one word a character; a query of several of them is a phrase.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from index.columnar.chunks import Sentences, Word
from index.folding import APOSTROPHES, HYPHENS, UNSPACED, bare
from index.language import sentences
from index.language.marks import MARKS

PARAGRAPH_GAP = 100
"""Positions between the last word of a paragraph and the first of the next."""

LONGEST_SURFACE = 255
"""Of a longer run of letters (a key, a hash) only so much is told apart."""

SENTENCES = Sentences(sentences.shape, sentences.OVER)
"""How sentences are told."""

MOST_PARTS = 8
"""A chain of more words joined by hyphens is several compounds."""


class Token(NamedTuple):
    """A word of a text."""

    surface: str
    """The word as it stands."""
    start: int
    """First code point in the text."""
    end: int
    """One past its last code point."""
    position: int
    """Number of its first position."""
    length: int
    """Positions it covers: 1, or the number of parts of a compound."""


def _token_expression(letter: str, letter_but_no_digit: str, *, marks: str = f"[{MARKS}]") -> str:
    run = rf"{letter}+(?:{marks}+{letter}*)*" if marks else rf"{letter}+"
    initial = letter_but_no_digit
    no_more = rf"(?!{letter}|{marks})" if marks else rf"(?!{letter})"
    abbreviation = rf"{initial}(?:\.{initial})+{no_more}\.?"
    number = rf"(?<!\d[.,])(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+\.\d+)(?![.,]?\d)(?:{run})?"
    part = rf"(?:{abbreviation}|{number}|{run})(?:[{APOSTROPHES}]{run})*"
    unspaced = rf"|[{UNSPACED}]{marks}*" if marks else ""
    return rf"{part}(?:[{HYPHENS}]{part}){{0,{MOST_PARTS - 1}}}{unspaced}|\n{{2,}}"


@cache  # compiled when it is first needed, which takes longer than all else here
def _token(*, plain: bool, wild: bool, unspaced: bool) -> re.Pattern[str]:
    """The expression for words.

    Args:
        plain: For texts of ASCII alone, which is compiled twenty times as soon.
        wild: Take `*` and `?` for letters.
        unspaced: For texts with writing without spaces between words.
    """
    no_letter = rf"\W{UNSPACED}" if unspaced else r"\W"
    letter = rf"(?:[^{no_letter}]|[*?])" if wild else rf"[^{no_letter}]"
    return re.compile(_token_expression(letter, rf"[^{no_letter}\d]", marks="" if plain else f"[{MARKS}]"))


_PART = re.compile(rf"[^{HYPHENS}]+")
_HYPHEN = re.compile(rf"[{HYPHENS}]")
_IS_UNSPACED = re.compile(rf"[{UNSPACED}]")


def tokens(text: str, *, wild: bool = False) -> Iterator[Token]:
    """The words of a text in order, a compound right after its first part.

    Args:
        text: A text in normal form: a blank line is a paragraph boundary.
        wild: Take `*` and `?` for letters, as the words of a query do.
    """
    text = text.replace("_", " ")
    unspaced = not text.isascii() and (wild or _IS_UNSPACED.search(text) is not None)
    expression = _token(plain=text.isascii(), wild=wild, unspaced=unspaced)
    position = 0
    for match in expression.finditer(text):
        surface = match.group()
        start, end = match.span()
        if surface[0] == "\n":
            position += PARAGRAPH_GAP
        elif _HYPHEN.search(surface):
            yield from _compound(surface, start, position)
            position += len(parts(surface))
        else:
            yield Token(surface[:LONGEST_SURFACE], start, end, position, 1)
            position += 1


_PLAIN_CHUNK = re.compile(r"[!-/:-@\[-^`{-~“”‘’—–…]*([A-Za-z]+)[!-/:-@\[-^`{-~“”‘’—–…]*")


def take_apart(chunk: str) -> tuple[list[Word], int]:
    """The words of a piece of a text that holds no blank, and how many positions they cover.

    No word goes across a blank, so the words of a text are those of its pieces, one after the other.
    """
    plain_word = _PLAIN_CHUNK.fullmatch(chunk)
    if plain_word and len(chunk) <= LONGEST_SURFACE:
        return [Word(plain_word[1], 0, plain_word.start(1), len(plain_word[1]))], 1
    found, width = [], 0
    for surface, start, end, position, length in tokens(chunk):
        found.append(Word(surface, position, start, end - start))
        width = max(width, position + length)
    return found, width


def _compound(surface: str, start: int, position: int) -> Iterator[Token]:
    """The parts of a compound and, after the first, all of it."""
    found = list(_PART.finditer(surface))
    for number, part in enumerate(found):
        first, last = part.span()
        yield Token(part.group()[:LONGEST_SURFACE], start + first, start + last, position + number, 1)
        if number == 0 and len(surface) <= LONGEST_SURFACE:
            yield Token(surface, start, start + len(surface), position, len(found))


_IDLE_STAR = re.compile(rf"(?<=[{UNSPACED}])\*+|\*+(?=[{UNSPACED}])")


def without_idle_stars(text: str) -> str:
    """A query without the stars beside characters that are words of their own: they ask for nothing more."""
    return _IDLE_STAR.sub(" ", text)


def parts(surface: str) -> list[str]:
    """The words a compound is made of; a plain word is its own only part."""
    return _PART.findall(surface)


def width(surface: str) -> int:
    """How many positions a word covers."""
    return 1 if surface.isalnum() else len(parts(surface))


def is_part(surface: str) -> bool:
    """Whether a word is a single one, no compound."""
    return _HYPHEN.search(surface) is None


_ELIDED = re.compile(r"(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|dell|nell|dall|all|sull|un)'(?=\w{2})")
_CONTRACTED = re.compile(r"(?:n't|'(?:ll|re|ve|d|m))$")
_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)")


def _unpunctuated(folded: str) -> str:
    if folded.isalnum():
        return folded
    key = folded if _CONTRACTED.search(folded) else folded.replace("'", "")
    return _DOT.sub("", key).replace(",", "") or folded


def _part_keys(surface: str) -> tuple[str, ...]:
    folded = bare(surface) or surface
    if folded.isalnum():
        return (folded,)
    while folded.endswith("'s") and len(folded) > 2:
        folded = folded[:-2]
    elision = _ELIDED.match(folded)
    if elision:
        return (_unpunctuated(folded), _unpunctuated(folded[elision.end() :]))
    return (_unpunctuated(folded),)


def keys_of(surface: str) -> tuple[str, ...]:
    """Under which keys a word of the vocabulary is found; the first is its own.

    Folded are case, accents, ligatures, apostrophes, the possessive, the dots of abbreviations, the
    commas of thousands and the hyphens of compounds. A word with an elided article (l'Iran) is found
    without it, too. English contractions keep their apostrophe: *we're* is not *were*.
    """
    if surface.isascii() and surface.isalnum():
        return (surface.lower(),)
    if not _HYPHEN.search(surface):
        return _part_keys(surface)
    first, *rest = parts(surface)
    tail = "".join(_part_keys(part)[0] for part in rest)
    return tuple(head + tail for head in _part_keys(first))


@lru_cache(maxsize=1 << 15)
def keys(surface: str) -> tuple[str, ...]:
    """`keys_of`, remembered."""
    return keys_of(surface)


def fold(surface: str) -> str:
    """The word's own key."""
    return keys(surface)[0]


def fold_pattern(surface: str) -> str:
    """The key of a word with wildcards in it; nothing is taken off its end."""
    return "".join(_unpunctuated(bare(part)) for part in parts(surface))

"""Which words a pattern means: of a word at hand, and of some words held in memory.

`fit` decides it for a single word, for finding hits in a text without an index. `Vocabulary` gathers
words under their keys, for the names of a library's entities: these stand in the catalog and in no index,
so that there is no map on the disk (`lexicon`) that would lead to them.

A plain word means the words under its key and, in a document whose language is known, those that have
one form with it there. What is asked for as it stands, a beginning or a shape, means no forms.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import compress

from index import folding, language
from index.fulltext import analysis, fuzzy
from index.fulltext.query import Pattern


class Vocabulary:
    """Some words, by number in alphabetical order."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        self.surfaces: Sequence[str] = sorted(surfaces)
        """The words as they stand."""
        self._by_key: dict[str, list[int]] = {}
        by_key = self._by_key
        for number, surface in enumerate(self.surfaces):
            if surface.isascii() and surface.isalnum():
                by_key.setdefault(surface.lower(), []).append(number)
                continue
            for key in analysis.keys_of(surface):
                by_key.setdefault(key, []).append(number)

    def find(self, pattern: Pattern) -> Sequence[int]:
        """Numbers of the words that fit, in order."""
        if pattern.kind == "word":
            key = analysis.fold(pattern.text) if pattern.exact else pattern.text
            found = self._by_key.get(key, [])
            if pattern.exact:
                fits = fit(pattern)
                found = [number for number in found if fits(self.surfaces[number])]
            return found
        if pattern.exact:
            fits = fit(pattern)
            return [number for number, surface in enumerate(self.surfaces) if fits(surface)]
        keys = self._like(pattern) if pattern.kind == "fuzzy" else self._shaped(pattern.text)
        return sorted({number for key in keys for number in self._by_key[key]})

    @cached_property
    def _keys(self) -> Sequence[str]:
        return sorted(self._by_key)

    @cached_property
    def _lines(self) -> str:
        return "\n".join(self._keys)

    def _like(self, pattern: Pattern) -> Iterable[str]:
        """The keys that are nearly the one asked for."""
        near = fuzzy.distances(pattern.text, list(self._keys), pattern.edits) <= pattern.edits
        return compress(self._keys, near.tolist())

    def _shaped(self, shape: str) -> Iterable[str]:
        """The keys of a shape."""
        beginning = re.split(r"[*?]", shape, maxsplit=1)[0]
        low, high = 0, len(self._keys)
        if beginning:
            low = bisect_left(self._keys, beginning)
            high = bisect_left(self._keys, beginning + "\U0010ffff")
        if shape == beginning + "*":
            return self._keys[low:high]
        expression = re.compile(_expression(shape), re.MULTILINE)
        lines = "\n".join(self._keys[low:high]) if beginning else self._lines
        return expression.findall(lines)


def _expression(shape: str) -> str:
    """A regular expression for a line of that shape, without needless ways to go wrong slowly."""

    def literal(piece: str) -> str:
        return "".join(r"[^\n]" if character == "?" else re.escape(character) for character in piece)

    first, *others = shape.split("*")
    if not others:
        return f"^{literal(first)}$"
    *middle, last = others
    inner = "".join(rf"(?>[^\n]*?{literal(piece)})" for piece in middle if piece)
    return rf"^{literal(first)}{inner}[^\n]*{literal(last)}$"


@lru_cache(maxsize=1 << 15)
def _forms(surface: str, code: str) -> tuple[str, ...]:
    return tuple(language.form(key, code) for key in analysis.keys(surface))


@lru_cache(maxsize=256)
def fit(pattern: Pattern, code: str | None = None) -> Callable[[str], bool]:
    """Whether a word as it stands is one the pattern means.

    Args:
        pattern: Which words are meant.
        code: The language of the text in which it stands, where it is known.
    """
    text = pattern.text
    if pattern.kind == "word":
        if pattern.exact:
            return lambda surface: folding.plain(surface) == text
        if code is None or code not in language.LANGUAGES:
            return lambda surface: text in analysis.keys(surface)
        form = language.form(text, code)
        return lambda surface: text in analysis.keys(surface) or form in _forms(surface, code)
    if pattern.kind == "fuzzy":
        is_like = fuzzy.nearly(text, pattern.edits)
        return lambda surface: is_like(analysis.keys(surface))
    matches = re.compile(_expression(text)).match
    if pattern.kind == "prefix" and not pattern.exact:
        beginning = text[:-1]
        return lambda surface: any([key.startswith(beginning) for key in analysis.keys(surface)])
    if pattern.exact:
        return lambda surface: matches(folding.plain(surface)) is not None
    return lambda surface: any(matches(key) for key in analysis.keys(surface))


def stands_for_itself(pattern: Pattern, code: str | None = None) -> Callable[[str], bool]:
    """Whether a compound that fits is a hit by itself, since none of its parts fits."""
    fits = fit(pattern, code)
    return lambda surface: not any(fits(part) for part in analysis.parts(surface))

"""Finds watched names in a text, in any language and script.

Forms are compared as words are in a search: without case and accents, unless they are said to be exact. They
are whole words; where writing has no spaces between words they may stand anywhere. Between two words of a
form may stand a space, a hyphen or the end of a line.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from index.folding import APOSTROPHES, HYPHENS, UNSPACED, bare
from index.language.marks import MARKS
from index.model import Form, WatchedName
from index.watching.watched import Watched

_RUNNING = rf"{UNSPACED}\uac00-\ud7a3"
"""Writing in which something may follow a name without a space: Korean has its endings there, too."""
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*")
_GAP = rf"(?:[{HYPHENS}\u2013_]|[^\S\n]{{1,2}}|\n)"
_NOT_BEFORE = rf"(?<![^\W_{UNSPACED}])"
_NOT_BEHIND = rf"(?![^\W_{_RUNNING}]|[{MARKS}])"
_ELIDED = re.compile(
    r"(?<![^\W_])(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|dell|nell|dall|all|sull|un).\Z", re.IGNORECASE
)
_IS_UNSPACED = re.compile(rf"[{UNSPACED}]")
_IS_RUNNING = re.compile(rf"[{_RUNNING}]")


class Seen(NamedTuple):
    """Where a watched name stands."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    one: WatchedName
    """The name."""
    form: Form
    """The form in which it stands."""


class _Pattern(NamedTuple):
    """How a form is found."""

    written: str
    """As a regular expression."""
    rest: tuple[str, ...]
    """Its words but the first."""
    one: WatchedName
    form: Form
    size: int


class Finder:
    """Finds the names of a list."""

    def __init__(self, watched: Watched) -> None:
        """Take the names; of two with the same form the first one has it."""
        self._folded = _Forms()
        self._exact = _Forms()
        for one in watched.names:
            for form in one.forms:
                if form.kind == "exact":
                    self._exact.add(form.text, one, form)
                else:
                    self._folded.add(_fold(form.text), one, form)

    def find(self, text: str) -> list[Seen]:
        """The places in their order; none overlaps another: the longer ones are there, and the exact ones."""
        found = [Seen(start, end, one, form) for start, end, one, form in self._exact.find(text)]
        if self._folded.is_any:
            folded, places = _placed(text)
            for start, end, one, form in self._folded.find(folded):
                if places is not None:
                    start, end = places[start], _end(text, places[end - 1] + 1)
                found.append(Seen(start, end, one, form))
        if len(found) > 1:
            found = _apart(found)
        return [seen for seen in found if seen.form.kind != "except"]


class _Forms:
    """Forms by how they begin; what stands in no text is never compiled, for a list may be long."""

    def __init__(self) -> None:
        self._by_head: defaultdict[str, list[_Pattern]] = defaultdict(list)
        self._sizes: defaultdict[str, set[int]] = defaultdict(set)
        self._known: set[str] = set()

    @property
    def is_any(self) -> bool:
        """Whether there are any."""
        return bool(self._known)

    def add(self, text: str, one: WatchedName, form: Form) -> None:
        """Take a form, as the text is compared."""
        found = _expression(text)
        if found is None or found[1] in self._known:
            return
        head, written, rest = found
        self._known.add(written)
        self._by_head[head].append(_Pattern(written, rest, one, form, len(text)))
        self._sizes[head[0]].add(len(head))

    def find(self, text: str) -> Iterator[tuple[int, int, WatchedName, Form]]:
        """The places of all, also where they overlap; of those that begin at one place the longest."""
        if not self._known:
            return
        for begun in self._first.finditer(text):
            at = begun.start()
            heads = (text[at : at + size] for size in self._sizes[begun[0]])
            begun_so = (one for head in heads if head in self._by_head for one in self._by_head[head])
            patterns = [one for one in begun_so if _may_stand(one, text, at)]
            for pattern in sorted(patterns, key=lambda pattern: -pattern.size):
                found = _compiled(pattern.written).match(text, at)
                if found is not None and _stands_alone(text, at):
                    yield at, found.end(), pattern.one, pattern.form
                    break

    @cached_property
    def _first(self) -> re.Pattern[str]:
        """Finds where a form may begin; all of them are there by then."""
        letters = "".join(map(re.escape, self._sizes))
        unspaced = "".join(re.escape(each) for each in self._sizes if _IS_UNSPACED.match(each))
        begun = rf"{_NOT_BEFORE}[{letters}]"
        return re.compile(rf"{begun}|[{unspaced}]" if unspaced else begun)


def _may_stand(pattern: _Pattern, text: str, at: int) -> bool:
    """Whether all words of a form are near; few are left of the many that may begin with "Holding"."""
    near = text[at : at + 3 * pattern.size + 8]  # signs may have blanks on both sides of them
    return all(word in near for word in pattern.rest)


@lru_cache(maxsize=1 << 12)
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written)


@lru_cache(maxsize=4)
def finder_of(watched: Watched) -> Finder:
    """The finder of a list, made once."""
    return Finder(watched)


def _expression(text: str) -> tuple[str, str, tuple[str, ...]] | None:
    """How a form that is written as texts are compared begins, its regular expression, its other words.

    None where it has no word.
    """
    words = list(_WORD.finditer(text))
    if not words:
        return None
    pieces = []
    at = 0
    for word in words:
        between = text[at : word.start()]
        pieces.append(_between(between) if at else re.escape(between.strip()))
        pieces.append(re.escape(word[0]))
        at = word.end()
    rest = text[at:].strip()
    if rest:
        pieces.append(f"(?:{re.escape(rest)})?")
    ends = "" if _IS_RUNNING.match(words[-1][0][-1]) else _NOT_BEHIND
    head = text[: words[0].start()].strip() + words[0][0]
    return head, "".join(pieces) + ends, tuple(word[0] for word in words[1:])


def _between(signs: str) -> str:
    """What may stand between two words of a form."""
    spaces = any(sign.isspace() or sign in HYPHENS for sign in signs)
    others = [sign for sign in signs if not (sign.isspace() or sign in HYPHENS)]
    if all(sign in ".'" for sign in others):
        return "".join(f"{re.escape(sign)}?" for sign in others) + (_GAP if spaces or not others else "")
    return r"\s?" + r"\s?".join(re.escape(sign) for sign in others) + r"\s?"


def _stands_alone(text: str, at: int) -> bool:
    """Whether what begins here is no rest of a word with an apostrophe, unless that is an article: l'Iran."""
    if at < 2 or text[at - 1] not in APOSTROPHES or not text[at - 2].isalnum():
        return True
    return _ELIDED.search(text, max(0, at - 12), at) is not None


def _apart(found: list[Seen]) -> list[Seen]:
    """Those that do not overlap a longer one."""
    found.sort(key=lambda seen: (seen.start - seen.end, seen.form.kind != "exact", seen.start))
    taken: list[Seen] = []
    starts: list[int] = []
    for seen in found:
        place = bisect_left(starts, seen.start)
        if place and taken[place - 1].end > seen.start:
            continue
        if place < len(taken) and taken[place].start < seen.end:
            continue
        starts.insert(place, seen.start)
        taken.insert(place, seen)
    return taken


class _Folds(dict[int, str]):
    """What each character is compared as."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = bare(chr(code))
        return folded


_FOLDS = _Folds()


def _fold(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def _placed(text: str) -> tuple[str, list[int] | None]:
    """A text as it is compared, and where each character of that stands; None where all stand as before."""
    folded = _fold(text)
    if text.isascii() or all(len(_FOLDS[ord(letter)]) == 1 for letter in set(text)):
        return folded, None
    return folded, [at for at, letter in enumerate(text) for _ in _FOLDS[ord(letter)]]


def _end(text: str, end: int) -> int:
    """Where a name ends with the marks on its last letter."""
    while end < len(text) and not _FOLDS[ord(text[end])]:
        end += 1
    return end

"""Which words of a passage name something: what it tells is told by the others."""

from collections.abc import Sequence
from typing import Protocol

from index.related.terms import WORD, term_of

_BEFORE_A_SENTENCE = ".!?:…"
_OPENING = " \n\"'“„«‘`(-–—"
_SHOUTED = 0.7
"""Where more of the words within sentences have a capital letter, capitals tell nothing."""


class Place(Protocol):
    """A place in a text at which something is named."""

    @property
    def start(self) -> int:
        """First code point in the document's text."""

    @property
    def end(self) -> int:
        """One past the last."""


def names_in(text: str, start: int = 0, mentions: Sequence[Place] = ()) -> frozenset[str]:
    """The terms of the names in a passage.

    Args:
        text: The passage.
        start: Its first code point in the document's text: the mentions count from there.
        mentions: Places at which something is named, as far as they are known. Beyond them a word is a
            name where it has a capital letter that no sentence begins with.
    """
    spans = [
        (one.start - start, one.end - start) for one in mentions if start <= one.start < start + len(text)
    ]
    mentioned, capital, within, last = set(), set(), 0, 0
    before = ""
    for word in WORD.finditer(text):
        between = text[last : word.start()].rstrip(_OPENING)
        before = between[-1:] or before
        is_first = last == 0 or before in _BEFORE_A_SENTENCE
        before, last = word.group()[-1], word.end()
        term = term_of(word.group())
        if not term:
            continue
        if any(first <= word.start() and word.end() <= until for first, until in spans):
            mentioned.add(term)
        if not is_first:
            within += 1
            if word.group()[0].isupper():
                capital.add((term, word.start()))
    if len(capital) > _SHOUTED * within:
        return frozenset(mentioned)
    return frozenset(mentioned).union(term for term, _ in capital)

r"""Regular expressions in queries: how they are compiled, and what can be told of them without running one.

They are those of the package `regex`, whose matching can be given a time. Before it is compiled, an
expression is looked through once. Counted repeats are written out by the compiler, so that
`((a{99}){99}){99}` would take all memory: how long it becomes is worked out and bounded.
"""

import re
from functools import cached_property, lru_cache
from typing import Any

from index.fulltext.required import TOKEN, Need, lengths, required

LONGEST = 50_000
"""How long an expression may become when its counted repeats are written out."""


class Unreadable(ValueError):
    """An expression that is not used; the message says why, for the user to read."""


class Expression:
    """An expression that was read."""

    def __init__(self, text: str) -> None:
        """Read it.

        Raises:
            Unreadable: It has a mistake, or would be too long.
        """
        import regex

        self.text = text
        """As it was typed."""
        look = _Look(text)
        if look.length > LONGEST:
            raise Unreadable("it repeats too much; lower the counts in its braces")
        flags = regex.VERSION0 | regex.MULTILINE | (0 if look.has_capitals else regex.IGNORECASE)
        try:
            self.compiled: Any = regex.compile(text, flags)
        except (regex.error, RecursionError, OverflowError, MemoryError, ValueError) as error:
            said = getattr(error, "msg", None) or "it cannot be compiled"
            place = getattr(error, "pos", None)
            raise Unreadable(said if place is None else f"{said}, at {place + 1} within it") from None

    @cached_property
    def required(self) -> Need:
        """What has to be in every text that it fits."""
        return required(self.text)

    def spans(self, text: str, seconds: float) -> list[tuple[int, int]]:
        """Where it fits in a text; what is empty does not count.

        Raises:
            TimeoutError: It took longer than so many seconds of the processor.
        """
        found = (match.span() for match in self.compiled.finditer(text, timeout=seconds))
        return [(start, end) for start, end in found if start < end]


@lru_cache(maxsize=64)
def read(text: str) -> Expression:
    """An expression, remembered; raises Unreadable."""
    return Expression(text)


class _Look:
    """One look through an expression."""

    def __init__(self, text: str) -> None:
        self.has_capitals = False
        sizes = [0]  # of what was read in each open bracket
        last = 0  # of what a repeat would repeat
        for token in TOKEN.finditer(text):
            kind, written = token.lastgroup, token.group()
            if kind == "repeat":
                least, most = lengths(written)
                sizes[-1] += last * (max(1, least + (least > 1) if most is None else most) - 1)
            elif kind == "close":
                last = 1 + (sizes.pop() if len(sizes) > 1 else 0)
                sizes[-1] += last
            elif kind == "open":
                sizes.append(0)
            else:
                last = 1
                sizes[-1] += 1
                self.has_capitals |= _has_capitals(written)
        self.length = sum(sizes)


def _has_capitals(written: str) -> bool:
    r"""Whether a letter, a set or an escape asks for capitals or for small letters; \W asks for neither."""
    if re.match(r"\\[pP]\{\^?(?:L[ult]|upper|lower)", written, re.IGNORECASE):
        return True
    return any(map(str.isupper, re.sub(r"\\.|\[:\w+:\]", "", written)))

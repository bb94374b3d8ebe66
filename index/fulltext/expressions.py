r"""Regular expressions in queries: how they are compiled, and what can be told of them without running one.

They are those of the package `regex`, whose matching can be given a time. Before it is compiled, an
expression is looked through once, for two things. Counted repeats are written out by the compiler, so
that `((a{99}){99}){99}` would take all memory: how long it becomes is worked out and bounded. And the
letters and digits that stand outside all brackets, choices and optional parts have to be in every text
that fits, which leads to the texts through the vocabulary.
"""

import re
from functools import lru_cache
from typing import Any

LONGEST = 50_000
"""How long an expression may become when its counted repeats are written out."""

LEAST_LETTERS = 3
"""Shorter runs of letters are in too many words to look for them."""

_TOKEN = re.compile(
    r"""
    (?P<escape>\\(?:[pPN]\{[^}]*\}|g<[^>]*>|L<[^>]*>|.))
    |(?P<set>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])
    |(?P<flags>\(\?[a-zA-Z0-9]*(?:-[a-zA-Z]+)?\))
    |(?P<open>\((?:\?(?:\#|P?<\w+>|<[=!]|[:=!>|]|[a-zA-Z0-9]*(?:-[a-zA-Z]+)?:)?)?)
    |(?P<close>\))
    |(?P<choice>\|)
    |(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})[+?]?)
    |(?P<strange>\{)
    |(?P<other>[.^$])
    |(?P<letter>.)
    """,
    re.VERBOSE | re.DOTALL,
)


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
        self.literals = look.literals
        """Runs of letters and digits, in lower case, that are in every text that fits."""
        flags = regex.VERSION0 | regex.MULTILINE | (0 if look.has_capitals else regex.IGNORECASE)
        try:
            self.compiled: Any = regex.compile(text, flags)
        except (regex.error, RecursionError, OverflowError, MemoryError, ValueError) as error:
            said = getattr(error, "msg", None) or "it cannot be compiled"
            place = getattr(error, "pos", None)
            raise Unreadable(said if place is None else f"{said}, at {place + 1} within it") from None

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
        self.length = 0
        self.has_capitals = False
        self._runs: list[str] = []
        self._run = ""
        sure = True
        lengths = [0]  # of what was read in each open bracket
        last = 0  # of what a repeat would repeat
        for token in _TOKEN.finditer(text):
            kind, written = token.lastgroup, token.group()
            if kind == "repeat":
                least, most = _counts(written)
                lengths[-1] += last * (max(1, most) - 1)
                if not least:
                    self._run = self._run[:-1]
                self._end_run()
                continue
            if kind == "close":
                last = 1 + (lengths.pop() if len(lengths) > 1 else 0)
                lengths[-1] += last
                self._end_run()
                continue
            if kind == "open":
                lengths.append(0)
                self._end_run()
                continue
            last = 1
            lengths[-1] += 1
            outside = len(lengths) == 1
            self.has_capitals |= _has_capitals(written)
            if kind == "letter":
                self._run += written if outside else ""
            else:
                self._end_run()
            # A choice outside all brackets, other rules for letters or sets, a match that may be
            # inexact: nothing is sure then.
            sure &= not (kind == "choice" and outside) and kind not in ("flags", "strange")
            sure &= not (kind == "set" and "[" in written[1:])
        self._end_run()
        self.length = sum(lengths)
        sure &= "(?" not in text or not re.search(r"\(\?(?![:=!>|<P])", text)
        self.literals = tuple(self._runs) if sure else ()

    def _end_run(self) -> None:
        for run in re.findall(r"[a-z0-9]+", self._run.lower(), re.ASCII):
            if len(run) >= LEAST_LETTERS:
                self._runs.append(run)
        self._run = ""


def _has_capitals(written: str) -> bool:
    r"""Whether a letter, a set or an escape asks for capitals or for small letters; \W asks for neither."""
    if re.match(r"\\[pP]\{\^?(?:L[ult]|upper|lower)", written, re.IGNORECASE):
        return True
    return any(map(str.isupper, re.sub(r"\\.|\[:\w+:\]", "", written)))


def _counts(repeat: str) -> tuple[int, int]:
    """How often at least and at most something is repeated; what has no end counts once more."""
    if repeat[0] in "*?":
        return 0, 1
    if repeat[0] == "+":
        return 1, 1
    numbers = repeat.rstrip("+?").strip("{}").split(",")
    least = int(numbers[0] or 0)
    return least, int(numbers[-1] or least + 1)

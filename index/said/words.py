r"""A line that people read and write: words, and names in double quotes.

In a name `\"` is a quote and `\\` a backslash. What stands behind `#` is a remark.
"""

import json
import re
from collections.abc import Callable
from typing import Final, TypeVar, cast

from index.model import ENTITY_TYPES, EntityType

LONGEST: Final = 500
"""Characters of the longest name."""

_TOKEN = re.compile(r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<word>\w+)|(?P<comma>,)|(?P<end>#.*|$))')

One = TypeVar("One")
"""What there may be several of, with commas between."""


class NotReadable(ValueError):
    """A line that says nothing; the message says what is wrong with it."""


def is_remark(line: str) -> bool:
    """Whether a line is a remark or a blank."""
    return not line.strip() or line.lstrip().startswith("#")


def quoted(text: str) -> str:
    """A text in double quotes; what would not be seen, or would turn what is, is spelled out."""
    pieces = []
    for letter in text:
        if letter in '"\\':
            pieces.append("\\" + letter)
        elif letter.isprintable():
            pieces.append(letter)
        else:
            pieces.append(json.dumps(letter)[1:-1] if letter != "\x7f" else "\\u007f")
    return f'"{"".join(pieces)}"'


class Words:
    """What stands in a line, piece by piece."""

    def __init__(self, line: str) -> None:
        """Take a line.

        Raises:
            NotReadable: There is something in it that is neither a word nor a name.
        """
        self._pieces: list[tuple[str, str]] = []
        at = 0
        while True:
            found = _TOKEN.match(line, at)
            if found is None:
                raise NotReadable(f"“{line[at:].strip()[:20]}” is neither a word nor a name in quotes")
            kind = str(found.lastgroup)
            if kind == "end":
                return
            self._pieces.append((kind, found[kind]))
            at = found.end()

    def _next(self, kind: str, wanted: str) -> str:
        if not self._pieces or self._pieces[0][0] != kind:
            behind = f", not {self._pieces[0][1][:40]}" if self._pieces else ""
            raise NotReadable(f"there should be {wanted}{behind}")
        return self._pieces.pop(0)[1]

    def word(self, *wanted: str) -> str:
        """The next word, which has to be one of those wanted, if some are."""
        meant = " or ".join(wanted) or "a word"
        word = self._next("word", meant)
        if wanted and word not in wanted:
            raise NotReadable(f"there should be {meant}, not {word[:40]}")
        return word

    def text(self) -> str:
        """The next text in quotes."""
        piece = self._next("text", "a name in quotes")
        try:
            text: str = json.loads(piece, strict=False)
        except ValueError:
            raise NotReadable("a backslash stands before a quote, a backslash or u200e") from None
        if not text.strip() or len(text) > LONGEST:
            raise NotReadable(f"a name has 1 to {LONGEST} characters")
        return text

    def type(self) -> EntityType:
        """The next type."""
        return cast(EntityType, self.word(*ENTITY_TYPES))

    def listed(self, read: Callable[[], One]) -> tuple[One, ...]:
        """One or several with commas between."""
        found = [read()]
        while self.has("comma"):
            self._pieces.pop(0)
            found.append(read())
        return tuple(dict.fromkeys(found))

    def has(self, kind: str, word: str = "") -> bool:
        """Whether something of a kind comes next."""
        return bool(self._pieces) and self._pieces[0][0] == kind and (not word or self._pieces[0][1] == word)

    def end(self) -> None:
        """Nothing may come any more."""
        if self._pieces:
            raise NotReadable(f"“{self._pieces[0][1][:40]}” stands where the line should end")

r"""A line that people read and write: words, and names in double quotes.

In a name `\"` is a quote and `\\` a backslash. What stands behind `#` is a remark.
"""

import json
import re
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar, cast

from index.model import ENTITY_TYPES, EntityType

LONGEST: Final = 500
"""Characters of the longest name."""

LONGEST_LINE: Final = 100_000
"""Characters of the longest line."""

MOST_TOLD: Final = 20
"""So many lines that cannot be read are told of one by one: in a file of another kind none can."""

OTHER_CODING: Final = "it is not in UTF-8; save the file in UTF-8, as plain text"

_MARK: Final = "\ufeff"
"""What some editors put before the first line of a file."""

_LEFT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")
"""How lines begin that a merge leaves where two have changed the same."""

_HALF = re.compile("[\ud800-\udfff]")
"""What is no character: it stands for bytes that are not UTF-8."""

_TOKEN = re.compile(r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<word>\w+)|(?P<comma>,)|(?P<end>#.*|$))')

One = TypeVar("One")
"""What there may be several of, with commas between."""


class NotReadable(ValueError):
    """A line that says nothing; the message says what is wrong with it."""


def is_remark(line: str) -> bool:
    """Whether a line is a remark or a blank."""
    line = line.removeprefix(_MARK).lstrip()
    return not line or line.startswith("#")


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


def told(path: Path, troubles: Sequence[str]) -> tuple[str, ...]:
    """What cannot be read in a file, for people: with the file; of very many the first, and how many."""
    named = tuple(f"In {path}, {one}" for one in troubles[:MOST_TOLD])
    rest = len(troubles) - len(named)
    return (*named, f"In {path}, {rest:,} more cannot be read.") if rest else named


class Words:
    """What stands in a line, piece by piece."""

    def __init__(self, line: str) -> None:
        """Take a line.

        Raises:
            NotReadable: There is something in it that is neither a word nor a name, or it is no line of text.
        """
        line = line.removeprefix(_MARK)
        if len(line) > LONGEST_LINE:
            raise NotReadable(f"it has {len(line):,} characters, and may have {LONGEST_LINE:,}")
        if _LEFT.match(line):
            raise NotReadable(
                "it is left from merging two versions of the file; take it out, and of the lines around it"
                " those that should not hold"
            )
        self._pieces: deque[tuple[str, str]] = deque()
        at = 0
        while True:
            found = _TOKEN.match(line, at)
            if found is None:
                if "\0" in line[at:] or _HALF.search(line, at):  # text of two bytes a letter is full of zeros
                    raise NotReadable(OTHER_CODING)
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
        return self._pieces.popleft()[1]

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
        if _HALF.search(text):
            raise NotReadable(OTHER_CODING if _HALF.search(piece) else "what is spelled out is no character")
        return text

    def type(self) -> EntityType:
        """The next type."""
        return cast(EntityType, self.word(*ENTITY_TYPES))

    def listed(self, read: Callable[[], One]) -> tuple[One, ...]:
        """One or several with commas between."""
        found = [read()]
        while self.has("comma"):
            self._pieces.popleft()
            found.append(read())
        return tuple(dict.fromkeys(found))

    def has(self, kind: str, word: str = "") -> bool:
        """Whether something of a kind comes next."""
        return bool(self._pieces) and self._pieces[0][0] == kind and (not word or self._pieces[0][1] == word)

    def end(self) -> None:
        """Nothing may come any more."""
        if self._pieces:
            raise NotReadable(f"“{self._pieces[0][1][:40]}” stands where the line should end")

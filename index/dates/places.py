"""Where an expression may begin, and what was read there."""

from collections.abc import Callable
from typing import NamedTuple

from index.dates.meaning import Meaning

_FAR = 8
"""So many letters off may "the" begin."""


class Place(NamedTuple):
    """Where an expression may begin."""

    text: str
    """The text."""
    at: int
    """The first code point of a word that expressions begin with."""
    before: tuple[str, str]
    """The two words before it in its sentence, in small letters, the next one last; "" for none."""

    def behind(self, at: int, word: str) -> "Place":
        """A place farther on, with the word before it."""
        return Place(self.text, at, (self.before[1], word))

    def with_the(self) -> int:
        """Where the expression begins if "the" before it is taken in."""
        between = self.text[max(0, self.at - _FAR) : self.at]
        is_near = self.before[1] == "the" and between.rstrip().lower().endswith("the")
        return self.at - len(between) + len(between.rstrip()) - len("the") if is_near else self.at


class Read(NamedTuple):
    """An expression, and where it stands."""

    start: int
    """Its first code point."""
    end: int
    """One past the last."""
    meaning: Meaning
    """What it says."""


Way = Callable[[Place], Read | None]
"""What reads an expression that begins at a place."""

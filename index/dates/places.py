"""Where an expression may begin, and what was read there."""

from typing import NamedTuple

from index.dates.meaning import Meaning


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


class Read(NamedTuple):
    """An expression, and where it stands."""

    start: int
    """Its first code point."""
    end: int
    """One past the last."""
    meaning: Meaning
    """What it says."""

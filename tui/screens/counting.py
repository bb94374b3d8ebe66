"""The number typed before a motion, which says how often."""

_DIGITS = 4
"""Digits of the longest number; further ones are not taken."""


class Counting:
    """Collects the digits of a number until a motion takes it."""

    def __init__(self) -> None:
        """Begin without a digit."""
        self._typed = ""

    def add(self, digit: int) -> None:
        """Take one more digit."""
        self._typed = (self._typed + str(digit)).lstrip("0")[:_DIGITS]

    @property
    def number(self) -> int | None:
        """The number so far; None where no digit was typed."""
        return int(self._typed) if self._typed else None

    def take(self) -> int | None:
        """Give the number and begin anew; None where none was typed."""
        number, self._typed = self.number, ""
        return number

"""The first lines of an article, in which its head is looked for."""

from collections.abc import Sequence

from index.ingest.passages import lines_are_paragraphs

MAX_LINES = 60
"""Lines among which a head is looked for."""


class Opening:
    """The lines that are not blank among the first, by their place in that list ("at")."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        """All cleaned lines of the article."""
        self.places = [place for place, line in enumerate(lines[:MAX_LINES]) if line]
        """For each line of the opening, where it stands in `lines`."""
        self._loose = lines_are_paragraphs(lines[: 10 * MAX_LINES])

    def __len__(self) -> int:
        return len(self.places)

    def line(self, at: int) -> str:
        """The line, without blanks around it; empty outside of the opening."""
        return self.lines[self.places[at]].strip() if 0 <= at < len(self.places) else ""

    def touches(self, at: int) -> bool:
        """Whether no blank line stands between the line and the one before."""
        return 0 < at < len(self.places) and self.places[at - 1] == self.places[at] - 1

    def continues(self, at: int) -> bool:
        """Whether the next line is of the same paragraph."""
        return not self._loose and self.touches(at + 1)

    def starts(self, at: int) -> bool:
        """Whether a paragraph begins with the line."""
        return self._loose or not self.touches(at)

    def breaks_early(self, at: int) -> bool:
        """Whether a line ends though the next word would have fitted, so that the break is meant."""
        if not self.continues(at):
            return True
        width = max(len(self.lines[place]) for place in self.places[at + 1 : at + 8])
        following = self.line(at + 1)
        fits = len(self.line(at)) + 1 + len(following.split(" ", 1)[0]) <= width
        return fits and not following[:1].islower()

"""Lays out what a format with markup holds: blocks that are known to be paragraphs, rows or code.

Plain text has to guess its paragraphs from line lengths; here the markup has told them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.ingest.clean import clean_lines, paragraphs, unindent
from index.ingest.draft import DraftPassage
from index.ingest.passages import lines_are_paragraphs, pieces


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown, which may have been several in the source file."""

    text: str
    """What it says, cleaned."""
    begins: tuple[tuple[int, int], ...]
    """Where in it (a code point) which line of the source begins; the first is at 0."""

    def after(self, mark: str) -> "Line":
        """The line with a mark before it, such as that of a list's item."""
        first, *others = self.begins
        moved = tuple((at + len(mark), number) for at, number in others)
        return Line(mark + self.text.lstrip(" "), (first, *moved))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a table or a piece of code."""

    lines: tuple[Line, ...]
    """Its lines; a blank one, in code, parts paragraphs."""
    kept: bool = False
    """Whether its lines belong together however long they are."""
    heading: int = 0
    """From 1 to 6 where it is a heading, else 0."""

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(" ".join(line.text for line in self.lines).split())


def rows(texts: Sequence[str], numbers: Sequence[int]) -> tuple[Line, ...]:
    """Cleans lines that are shown as they stand.

    Args:
        texts: The lines.
        numbers: For each, its number in the source file.
    """
    cleaned, places = clean_lines("\n".join(texts))
    return tuple(Line(text, ((0, numbers[place - 1]),)) for text, place in zip(cleaned, places, strict=True))


def folded(texts: Sequence[str], numbers: Sequence[int]) -> Line | None:
    """Cleans lines and makes one of them, in which single blanks part words; None where nothing is left."""
    if len(texts) == 1:
        cleaned, _ = clean_lines(texts[0])
        text = " ".join(" ".join(cleaned).split())
        return Line(text, ((0, numbers[0]),)) if text else None
    parts: list[str] = []
    begins: list[tuple[int, int]] = []
    at = 0
    for row in rows(texts, numbers):
        text = " ".join(row.text.split())
        if text:
            parts.append(text)
            begins.append((at, row.begins[0][1]))
            at += len(text) + 1
    return Line(" ".join(parts), tuple(begins)) if parts else None


def plain_blocks(texts: Sequence[str], numbers: Sequence[int]) -> list[Block]:
    """Blocks of lines without markup, where blank ones part paragraphs."""
    lines = rows(texts, numbers)
    found = paragraphs([line.text for line in lines])
    return [Block(lines[place : place + len(run)]) for place, run in found]


def lay_out_blocks(blocks: Iterable[Block]) -> tuple[str, tuple[DraftPassage, ...]]:
    """Makes the text of an article of its blocks, and finds its passages.

    Returns:
        The text, in which a blank line parts paragraphs and does nothing else, and the
        passages: all of the text that is not blank, in order.
    """
    blocks = list(blocks)
    loose = lines_are_paragraphs([line.text for block in blocks if not block.kept for line in block.lines])
    parts: list[str] = []
    passages: list[DraftPassage] = []
    offset = 0
    for block in blocks:
        for run in _runs(block, loose):
            shown = unindent([line.text for line in run])
            part = "\n".join(shown)
            starts: list[int] = []
            numbers: list[int] = []
            begin = 0
            for line, text in zip(run, shown, strict=True):
                for at, number in line.begins:
                    # What `unindent` took away stood before every other word of the line.
                    starts.append(begin + max(0, at - (len(line.text) - len(text))))
                    numbers.append(number)
                begin += len(text) + 1
            for start, end in pieces(part):
                number = numbers[bisect_right(starts, start) - 1]
                passages.append(DraftPassage(offset + start, offset + end, number))
            parts.append(part)
            offset += len(part) + 2
    return "\n\n".join(parts), tuple(passages)


def _runs(block: Block, loose: bool) -> list[list[Line]]:
    """The paragraphs of a block."""
    if loose and not block.kept:
        return [[line] for line in block.lines if line.text]
    if len(block.lines) == 1:
        return [list(block.lines)] if block.lines[0].text else []
    found = paragraphs([line.text for line in block.lines])
    return [list(block.lines[place : place + len(run)]) for place, run in found]

"""What reading a file gives: an article that is not in the catalog yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A paragraph of the text, or a piece of a very long one."""

    start: int
    """First code point in the text."""
    end: int
    """One past the last."""
    line: int
    """Line of the source file on which it begins, from 1."""
    page: int | None = None
    """Page of the source file, where it has pages."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read from a file, before the catalog gives it an identity."""

    title: str
    """The headline; where there was none, the first sentence, cut at a word."""
    source: str | None
    """The outlet."""
    byline: str | None
    """Who wrote it, as the file says it."""
    published: str | None
    """ISO date of publication."""
    language: str | None
    """ISO 639-1 code, where it could be told."""
    url: str | None
    """Address it was taken from."""
    text: str
    """The article below its head, in the normal form that `clean` describes."""
    passages: tuple[DraftPassage, ...]
    """All of the text that is not blank, in order."""

"""What a document quotes, and who is said to have said it."""

from dataclasses import dataclass
from typing import Literal

from index.model.spans import Span

QuoteKind = Literal["statement", "fragment", "term"]
"""Somebody's sentences; words of somebody within a sentence of the author's; words that nobody is named
for, set between marks as a name, a term or a doubt."""


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """Words between quotation marks; the span leaves the marks out."""

    text: str = ""
    """The words, exactly as they stand from `start` to `end`."""
    kind: QuoteKind = "statement"
    """What is quoted."""
    speaker: str | None = None
    """The name of the entity that speaks; where that is no entity, the words it is named by; or None."""
    entity: str | None = None
    """Id of the entity that speaks."""
    named: tuple[int, int] | None = None
    """Where the same field names the speaker for this quotation, be it by "he"."""

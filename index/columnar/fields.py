"""The kinds of fields that the codec keeps, declared to Whoosh.

Nothing of a document is stored but numbers: the catalog holds the documents, and columns lead from
a document of the index back to them.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.analysis import Analyzer
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType
from whoosh.formats import Existence, Format


class Places(Format):  # type: ignore[misc]
    """Positions of a word in a document, as an array of 32-bit numbers."""

    def decode_frequency(self, value: bytes) -> int:
        """Number of occurrences."""
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        """Number of occurrences."""
        return float(len(value) // 4)

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions in order."""
        return [int(position) for position in np.frombuffer(value, dtype="<u4")]


class ColumnarField(FieldType):  # type: ignore[misc]
    """A field whose values go into a segment as they are; the segment takes them apart, all at once."""

    space: str
    """The vocabulary that its words are from."""

    def index(self, value: str, **options: Any) -> Iterator[tuple[bytes, int, float, Any]]:
        """The value itself, in the shape in which Whoosh's writer passes postings on."""
        yield b"", 0, 0.0, value


class TextField(ColumnarField):
    """A text, word by word as it stands.

    Args:
        space: The vocabulary of its words; fields with one vocabulary have one analyzer.
        analyzer: What Whoosh's own queries take words from.
        places: Whether it is known where in a document a word stands.
        forward: Whether the words of a document can be asked for.
    """

    def __init__(self, space: str, analyzer: Analyzer, *, places: bool = True, forward: bool = False) -> None:
        super().__init__(format=Places() if places else Existence(), analyzer=analyzer)
        self.space = space
        self.places = places
        self.forward = forward


class LabelField(ColumnarField):
    """A name that is one word, whatever stands in it."""

    def __init__(self, space: str) -> None:
        super().__init__(format=Existence(), analyzer=None)
        self.space = space


def number_column() -> COLUMN:
    """A number for each document; 0 where there is none."""
    return COLUMN(NumericColumn("q"))

"""The fields of the full-text index, declared to Whoosh in code.

Nothing is stored: the catalog holds the documents, and numeric columns lead from a document of the
index back to them. Texts are indexed word by word with positions; of a source its whole name is one
term, since there are few and a filter looks through all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.analysis import Token as WhooshToken
from whoosh.analysis import Tokenizer
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Format

from index.fulltext import analysis

FORMAT = 1
"""Number of this layout. An index of another is built again."""

COLUMN_TYPE = ">i8"
"""How a number stands in a column's file."""


class Words(Tokenizer):  # type: ignore[misc]
    """The words of `analysis`, for Whoosh's own queries and tools."""

    def __call__(self, value: str, **options: Any) -> Iterator[WhooshToken]:
        """Whoosh's tokens of a text, positions and characters included."""
        for word in analysis.tokens(value):
            yield WhooshToken(
                positions=True,
                chars=True,
                text=word.surface,
                original=word.surface,
                pos=word.position,
                startchar=word.start,
                endchar=word.end,
                stopped=False,
                boost=1.0,
            )


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
        return [int(position) for position in positions([value])]


def positions(values: list[bytes]) -> NDArray[np.uint32]:
    """The positions in the values of some postings, one after the other."""
    return np.frombuffer(b"".join(values), dtype="<u4")


class TextField(FieldType):  # type: ignore[misc]
    """A text, word by word as it stands."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=Words())

    def index(self, value: "str | Analysed", **options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Words, frequencies, weights and positions of a text, as Whoosh's writer wants them."""
        analysed = analyse(value) if isinstance(value, str) else value
        for surface, places in analysed.places.items():
            count = len(places)
            yield surface.encode(), count, float(count), np.array(places, dtype="<u4").tobytes()


@dataclass(frozen=True, slots=True)
class Analysed:
    """A text taken apart, ready to be indexed."""

    places: dict[str, list[int]]
    """The positions of each word."""
    length: int
    """Number of words, of compounds their parts."""


def analyse(text: str) -> Analysed:
    """Take a text apart."""
    places: dict[str, list[int]] = {}
    length = 0
    for surface, _, _, position, covered in analysis.tokens(text):
        if surface in places:
            places[surface].append(position)
        else:
            places[surface] = [position]
        length += covered == 1
    return Analysed(places, length)


class SourceField(FieldType):  # type: ignore[misc]
    """The name of an outlet, as one term."""

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None)

    def index(self, value: str, **options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The name as the only term."""
        yield source_term(value), 1, 1.0, b""


def source_term(name: str) -> bytes:
    """The name of a source as it is indexed."""
    return name.encode(errors="replace")


def _number() -> COLUMN:
    return COLUMN(NumericColumn("q"))


SCHEMA = Schema(
    key=_number(),
    version=_number(),
    published=_number(),
    title_length=_number(),
    text_length=_number(),
    title=TextField(),
    text=TextField(),
    source=SourceField(),
)
"""What the index holds of a document. `published` is the day as yyyymmdd, 0 for none; lengths count
the words of the field, compounds by their parts."""

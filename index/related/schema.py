"""The fields of the passage store, declared to Whoosh in code: each of its documents is a passage."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token, Tokenizer
from whoosh.fields import Schema

from index.columnar.chunks import Word
from index.columnar.fields import TextField, number_column
from index.related.terms import TERMS_VERSION, terms

FORMAT = 1
"""Number of this layout. A store of another is filled again."""

LAYOUT = {"passages": FORMAT, "terms": TERMS_VERSION, "unicode": unicodedata.unidata_version}
"""What the table of contents of a store must say."""

TERMS = "terms"
"""The field of a passage's terms, and the vocabulary that they are from."""


class Terms(Tokenizer):  # type: ignore[misc]
    """The terms of a passage, for Whoosh's own queries and tools."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        """Whoosh's tokens of a text."""
        for position, term in enumerate(terms(value)):
            yield Token(
                text=term.term,
                pos=position,
                startchar=term.start,
                endchar=term.end,
                stopped=False,
                boost=1.0,
            )


SCHEMA = Schema(
    document=number_column(),
    version=number_column(),
    passage=number_column(),
    terms=TextField(TERMS, Terms(), places=False, forward=True),
)
"""What the store holds of a passage: the catalog key of its document, the version of that, its own
number in it, and its terms. The passages of a document follow one another."""


def take_apart(piece: str) -> tuple[list[Word], int]:
    """The terms of a piece of a text, and how many they are; no term goes across a blank."""
    found = [
        Word(one.term, position, one.start, one.end - one.start) for position, one in enumerate(terms(piece))
    ]
    return found, len(found)

"""The fields of the full-text index, declared to Whoosh in code.

Nothing is stored: the catalog holds the documents, and columns lead from a document of the index back
to them. Titles and texts are indexed word by word with positions; an outlet, a byline, an address is one
word as a whole, since a filter looks through all of them (`labels`).
"""

import unicodedata
from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token as WhooshToken
from whoosh.analysis import Tokenizer
from whoosh.fields import Schema

from index import language
from index.columnar.fields import LabelField, TextField, number_column
from index.fulltext import analysis
from index.fulltext.query import Label

FORMAT = 7
"""Number of this layout. An index of another is built again."""

LAYOUT = {"articles": FORMAT, "forms": language.VERSION, "unicode": unicodedata.unidata_version}
"""What the table of contents of an index must say."""

WORDS = "words"
"""The vocabulary of titles and texts."""

SPACES: dict[Label, str] = {"source": "sources", "byline": "bylines", "url": "urls"}
"""The vocabularies of outlets, bylines and addresses."""


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


SCHEMA = Schema(
    key=number_column(),
    version=number_column(),
    published=number_column(),
    language=number_column(),
    title=TextField(WORDS, Words()),
    text=TextField(WORDS, Words()),
    **{label: LabelField(space) for label, space in SPACES.items()},
)
"""What the index holds of a document. `published` is the day as yyyymmdd, 0 for none; `language` the
number of an ISO 639-1 code (`language_number`), 0 for none."""


def language_number(code: str | None) -> int:
    """The number that stands for a language; 0 for one that is not known."""
    return int.from_bytes(code.encode("ascii"), "big") if code and len(code) == 2 and code.isascii() else 0

"""An index of three fields of words and two of numbers, and how to write to it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from whoosh.analysis import Token, Tokenizer
from whoosh.fields import Schema

from index.columnar.chunks import Chunks, Word
from index.columnar.fields import LabelField, TextField, number_column
from index.columnar.gather import Reader
from index.columnar.index import ColumnarIndex
from index.columnar.writer import ColumnarWriter

GAP = 10


class Blanks(Tokenizer):  # type: ignore[misc]
    """Words between blanks, for Whoosh."""

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        for position, match in enumerate(re.finditer(r"\S+", value)):
            start, end = match.span()
            yield Token(text=match[0], pos=position, startchar=start, endchar=end, stopped=False, boost=1.0)


def piece(text: str) -> tuple[list[Word], int]:
    """A piece between blanks is one word."""
    return [Word(text, 0, 0, len(text))], 1


SCHEMA = Schema(
    key=number_column(),
    size=number_column(),
    title=TextField("words", Blanks()),
    text=TextField("words", Blanks(), forward=True),
    label=LabelField("labels"),
)


class Written:
    """An index with the means to write to it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.readers = {"words": Reader(Chunks(piece, GAP))}
        self.index = ColumnarIndex(directory, SCHEMA, {"test": 1})

    def writer(self) -> ColumnarWriter:
        return ColumnarWriter(self.index, self.readers)

    def change(self, add: list[dict[str, Any]], remove: set[int] = frozenset()) -> None:  # type: ignore[assignment]
        """Put documents in, in the place of those of the same keys, and take others out."""
        writer = self.writer()
        writer.remove("key", {*remove, *(one["key"] for one in add)})
        for one in add:
            writer.add_document(**one)
        writer.commit()
        self.index.refresh()


@pytest.fixture(scope="session")
def new_index(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Written]:
    """Makes an empty index each time it is called."""
    folder = tmp_path_factory.mktemp("columnar")
    made = iter(range(1 << 30))
    return lambda: Written(folder / str(next(made)))

"""One state of an index, opened: it stays readable whatever is written after it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.columnar import keys, vocabulary
from index.columnar.arrays import starts
from index.columnar.contents import Contents, read_contents
from index.columnar.files import read_file
from index.columnar.keys import Keys
from index.columnar.segment import Held, Segment
from index.columnar.vocabulary import Vocabulary
from index.errors import LibraryDamaged


class State:
    """The segments, vocabularies and maps that a table of contents names."""

    def __init__(self, directory: Path, contents: Contents, known: "State | None" = None) -> None:
        """Open them; files that another state has open are taken over from it.

        Raises:
            LibraryDamaged: One of them is not as it was written.
        """
        self.contents = contents
        """What the table of contents says."""
        segments = {one.segment.name: one.segment for one in known.held} if known else {}
        known_words: Mapping[str, vocabulary.Part] = known._words if known else {}
        known_keys: Mapping[str, keys.Part] = known._keys if known else {}
        bases = starts(np.array([one.documents for one in contents.segments], dtype=np.int64))
        self.held: tuple[Held, ...] = tuple(
            Held(segments.get(one.file.name) or Segment(directory, one.file, one.documents), one, int(base))
            for one, base in zip(contents.segments, bases[:-1], strict=True)
        )
        """The segments in the order of their documents."""
        self.size = int(bases[-1])
        """Document numbers, those of removed documents included."""
        self._words: dict[str, vocabulary.Part] = {
            one.file.name: known_words.get(one.file.name)
            or vocabulary.Part(one.first, read_file(directory, one.file))
            for one in contents.words
        }
        self._keys: dict[str, keys.Part] = {
            one.file.name: known_keys.get(one.file.name) or keys.Part(read_file(directory, one.file))
            for one in contents.keys
        }
        self.vocabularies: Mapping[str, Vocabulary] = {
            space: Vocabulary(self.word_parts(space)) for space in {one.space for one in contents.words}
        }
        """The vocabularies by name."""

    @property
    def mark(self) -> str:
        """Tells it from all other states, of this and of any other index; empty where none was made yet."""
        return f"{self.contents.birth}-{self.contents.generation}" if self.contents.birth else ""

    def word_parts(self, space: str) -> list[vocabulary.Part]:
        """The parts of a vocabulary."""
        return [self._words[one.file.name] for one in self.contents.words if one.space == space]

    def vocabulary(self, space: str) -> Vocabulary:
        """A vocabulary; an empty one where there is none of that name."""
        return self.vocabularies.get(space) or Vocabulary(())

    def key_parts(self, space: str, map: str) -> list[keys.Part]:
        """The parts of a map."""
        wanted = [one for one in self.contents.keys if (one.space, one.map) == (space, map)]
        return [self._keys[one.file.name] for one in wanted]

    def keys(self, space: str, map: str) -> Keys:
        """A map; an empty one where there is none of that name."""
        return Keys(self.key_parts(space, map))

    def maps(self, space: str) -> Sequence[str]:
        """Names of the maps into a vocabulary."""
        return sorted({one.map for one in self.contents.keys if one.space == space})


def open_state(directory: Path, layout: Mapping[str, object], known: State | None = None) -> State:
    """The state on disk, even where it is replaced while it is being opened.

    Raises:
        FileNotFoundError: There is no index.
        LibraryDamaged: It is not as it was written.
    """
    contents = read_contents(directory, layout)
    while True:
        try:
            return State(directory, contents, known)
        except LibraryDamaged:
            newer = read_contents(directory, layout)
            if newer == contents:
                raise
            contents = newer


class Census(NamedTuple):
    """How much a state of an index holds."""

    documents: int
    """Documents in it."""
    removed: int
    """Documents that were taken out and are still in a segment."""
    segments: int
    """Its segments."""
    words: int
    """Words of all its vocabularies."""
    bytes: int
    """Its files on disk."""


def census(state: State) -> Census:
    """Count what a state of an index holds."""
    contents = state.contents
    files = [one.file for many in (contents.segments, contents.words, contents.keys) for one in many]
    documents = sum(int(one.live.sum()) for one in state.held)
    return Census(
        documents=documents,
        removed=state.size - documents,
        segments=len(state.held),
        words=sum(map(len, state.vocabularies.values())),
        bytes=sum(file.size for file in files),
    )

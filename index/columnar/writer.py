"""Whoosh's writer with a columnar heart: documents go in one by one, out come whole segments."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import Any

import numpy as np
from whoosh.writing import SegmentWriter

from index.columnar import disk, keys, locking, vocabulary
from index.columnar.arrays import Array, Ints, narrow, runs_of
from index.columnar.codec import ColumnarCodec, ColumnarSegment
from index.columnar.contents import (
    Contents,
    ListedKeys,
    ListedSegment,
    ListedWords,
    read_contents,
    sweep,
    write_contents,
)
from index.columnar.files import FileWriting, Written
from index.columnar.gather import Gathering, Reader, kind_of
from index.columnar.index import ColumnarIndex
from index.columnar.strings import encode
from index.columnar.vocabulary import UNKNOWN, Vocabulary
from index.errors import LibraryDamaged

FLUSH_WORDS = 1_500_000
"""Words after which a segment is written, so that memory stays bounded."""

GROWTH = 4
"""Of parts that follow one another each is so many times as large as the next."""

Pairs = Iterable[tuple[bytes, Sequence[int]]]


class _Growing:
    """A vocabulary while words are being added."""

    def __init__(self, known: Vocabulary) -> None:
        self.known = known
        self.fresh: dict[str, int] = {}
        """The new words with their numbers, in the order of these."""

    def numbers(self, words: Sequence[str]) -> Ints:
        """The numbers of some words; those that are new get one."""
        found = self.known.numbers(list(map(encode, words)))
        size = len(self.known)
        for at in np.flatnonzero(found == UNKNOWN).tolist():
            found[at] = self.fresh.setdefault(words[at], size + len(self.fresh))
        return found


class ColumnarWriter(SegmentWriter):  # type: ignore[misc]
    """Puts documents into an index and takes them out, all at once when it commits."""

    def __init__(self, index: ColumnarIndex, readers: Mapping[str, Reader]) -> None:
        """Begin to write.

        Args:
            index: Where to.
            readers: What takes the texts of each vocabulary apart.

        Raises:
            whoosh.index.LockError: Another writer does not come to its end.
        """
        self._gathering = Gathering(index.schema, readers)
        self._readers = readers
        index.refresh()
        super().__init__(
            index,
            codec=ColumnarCodec(self._gathering),
            compound=False,
            timeout=locking.LOCK_SECONDS,
            delay=0.01,
        )
        self.pool = self._gathering
        self._index = index
        try:
            index.begin()
            toc = index._read_toc()  # someone may have written while this one waited
            self.segments, self.generation = toc.segments, toc.generation + 1
            self._setup_doc_offsets()
            self._state = index.state
            for reader in readers.values():
                reader.follow(self._state.contents.birth)
            sweep(index.directory, self._state.contents, index.pending)
        except BaseException:
            self._let_go()
            raise
        self._growing: dict[str, _Growing] = {}
        self._written: list[ListedSegment] = []
        self._new_keys: list[tuple[str, str, Pairs]] = []
        self._names: list[str] = []

    def add_document(self, **fields: Any) -> None:
        """Put a document in; None stands for a field that it does not have."""
        super().add_document(**fields)
        if self._gathering.size >= FLUSH_WORDS:
            self._flush()

    def add_documents(
        self, count: int, numbers: Mapping[str, Sequence[int]], texts: Mapping[str, Iterable[str]]
    ) -> None:
        """Put many documents in at once, each of which has all of the fields.

        Args:
            count: How many.
            numbers: For each field of numbers the numbers of the documents.
            texts: For each other field their texts.
        """
        self._check_state()
        first = self._gathering.documents
        for field, values in numbers.items():
            self._gathering.put_numbers(field, first, values)
        for field, values_of in texts.items():
            self._gathering.put_texts(field, first, values_of)
        self._gathering.documents += count
        self.docnum += count
        self._added = True
        if self._gathering.size >= FLUSH_WORDS:
            self._flush()

    def remove(self, column: str, numbers: Collection[int]) -> None:
        """Take out all documents of before whose number in a column is one of some."""
        wanted = np.fromiter(numbers, dtype=np.int64, count=len(numbers))
        for one in self.segments:
            one.live[np.isin(one.segment.column(column), wanted)] = False

    def derive(self, arrays: Mapping[str, Array], fresh: Mapping[str, Mapping[str, int]]) -> None:
        """Called with each new segment: the place to `put_keys` for its words.

        Args:
            arrays: Those of the segment.
            fresh: For each vocabulary all words that this writer has added, with their numbers.
        """

    def put_keys(self, space: str, map: str, pairs: Pairs) -> None:
        """Add keys that lead to words."""
        self._new_keys.append((space, map, pairs))

    def cancel(self) -> None:
        """Leave the index as it is."""
        self._check_state()
        self._forget()

    def commit(self, **options: Any) -> None:
        """Make everything visible in one step; segments are merged by others."""
        try:
            super().commit(merge=False)
        except BaseException:
            self._forget()
            raise
        self._index.pending.difference_update(self._names)

    def _forget(self) -> None:
        """The numbers that were given to new words are void, and so are the files that were written.

        All but those that made it into the table of contents before something went wrong.
        """
        for space, growing in self._growing.items():
            if growing.fresh and space in self._readers:
                self._readers[space].forget()
        self._index.pending.difference_update(self._names)
        with suppress(OSError, LibraryDamaged):  # then they are swept with the next change
            named = read_contents(self._index.directory, self._index.layout).files()
            for name in set(self._names) - named:
                disk.remove(self._index.directory / name)
        self._let_go()

    def _let_go(self) -> None:
        """Let others write; Whoosh does so only where all went well."""
        lock: Any = self.writelock
        if lock is not None and lock.fd is not None:
            lock.release()
        self.is_closed = True

    def _numbers(self, space: str, words: Sequence[str]) -> Ints:
        if space not in self._growing:
            self._growing[space] = _Growing(self._state.vocabulary(space))
        return self._growing[space].numbers(words)

    def _flush(self) -> None:
        """Write what was gathered as a segment."""
        if not self._gathering.documents:
            return
        arrays = self._gathering.arrays(self._numbers)
        self.derive(arrays, {space: growing.fresh for space, growing in self._growing.items()})
        written = self._write("seg", arrays, kind_of)
        self._written.append(ListedSegment(written, self._gathering.documents))
        self._gathering.clear()
        for reader in self._readers.values():
            if reader.chunks.is_full:
                reader.forget()

    def _commit_toc(self, segments: list[Any]) -> None:
        self._flush()
        kept = [
            replace(one.listed, removed=runs_of(~one.live))
            for one in segments
            if isinstance(one, ColumnarSegment) and one.live.any()
        ]
        before = self._state.contents
        words, word_keys = self._grown_words(), self._grown_keys()
        listed = (*kept, *self._written)
        after = Contents(before.birth, before.generation + 1, listed, words, word_keys)
        write_contents(self._index.directory, self._index.layout, after)
        sweep(self._index.directory, after, self._index.pending)

    def _grown_words(self) -> tuple[ListedWords, ...]:
        """The parts of the vocabularies with the new words; small neighbours are joined."""
        before = self._state.contents.words
        after = [one for one in before if not self._fresh(one.space)]
        for space in sorted(self._growing):
            fresh = self._fresh(space)
            if not fresh:
                continue
            listed = [one for one in before if one.space == space]
            parts = self._state.word_parts(space)
            measure = self._readers[space].measure if space in self._readers else vocabulary.one
            added = vocabulary.Part(
                len(self._state.vocabulary(space)), vocabulary.part_of(list(fresh), measure)
            )
            joining = [added]
            while parts and len(parts[-1]) < GROWTH * sum(map(len, joining)):
                joining.insert(0, parts.pop())
                listed.pop()
            arrays = vocabulary.joined(joining) if len(joining) > 1 else added.arrays
            written = self._write("words", arrays, _smallest)
            after += [*listed, ListedWords(space, joining[0].first, written)]
        return tuple(after)

    def _grown_keys(self) -> tuple[ListedKeys, ...]:
        """The parts of the maps with the new keys; small ones are joined."""
        gathered: dict[tuple[str, str], list[Pairs]] = {}
        for space, map, pairs in self._new_keys:
            gathered.setdefault((space, map), []).append(pairs)
        before = self._state.contents.keys
        after = [one for one in before if (one.space, one.map) not in gathered]
        for (space, map), many in gathered.items():
            added = keys.Part(keys.part_of(chain.from_iterable(many)))
            listed = [one for one in before if (one.space, one.map) == (space, map)]
            joining = [added]
            for one, part in reversed(list(zip(listed, self._state.key_parts(space, map), strict=True))):
                if len(part) >= GROWTH * sum(len(other) for other in joining):
                    break
                joining.insert(0, part)
                listed.remove(one)
            arrays = keys.joined(joining) if len(joining) > 1 else added.arrays
            after += [*listed, ListedKeys(space, map, self._write("keys", arrays, _smallest))]
        return tuple(after)

    def _fresh(self, space: str) -> dict[str, int]:
        return self._growing[space].fresh if space in self._growing else {}

    def _write(self, kind: str, arrays: Mapping[str, Array], type_of: Any) -> Written:
        name = self._index.fresh_name(kind)
        self._names.append(name)
        return _write_arrays(self._index, name, arrays, type_of)


def _write_arrays(index: ColumnarIndex, name: str, arrays: Mapping[str, Array], type_of: Any) -> Written:
    """Write a file of arrays that are in memory."""
    writing = FileWriting(index.directory, name)
    try:
        for array_name, array in arrays.items():
            writing.put(array_name, type_of(array_name, array), [array])
        return writing.finish()
    except BaseException:
        writing.abandon()
        raise


def _smallest(name: str, array: Array) -> Any:
    if name in ("hashes", "blob"):
        return array.dtype
    return narrow(int(array.max()) if len(array) else 0)

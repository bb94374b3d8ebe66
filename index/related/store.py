"""The passage store: every passage of a library, ready to be compared with any other.

It is a list of segments; a change adds one and notes which documents of the others it replaces.
Small segments are merged as they pile up, so that a library built in a hundred steps is read as
fast as one built in a single step.
"""

import math
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np

from index.errors import LibraryDamaged
from index.paths import make_private_directory
from index.related import files
from index.related.files import Contents, Listed
from index.related.gather import Gathering, PassageEntry
from index.related.merge import Part, merge
from index.related.snapshot import Held, Snapshot

TIER = 8
"""As many segments of about one size become one."""

SMALL = 4000
"""Segments of fewer passages are of one size."""

WASTE = 0.2
"""A segment is written anew when a larger share of its passages belongs to removed documents."""


class PassageStore:
    """The passages of a library in a directory of its own; many threads may read while one writes.

    That no two processes write at once is for the caller to see to.
    """

    def __init__(self, directory: Path, contents: Contents, snapshot: Snapshot) -> None:
        self.directory = directory
        """Where its files are."""
        self._contents = contents
        self._snapshot = snapshot
        self._lock = threading.Lock()

    @classmethod
    def open(cls, directory: Path) -> "PassageStore":
        """Open the store in a directory, which is made where it is missing.

        Raises:
            LibraryDamaged: its files are not as they were written; `PassageStore.create` starts anew.
        """
        make_private_directory(directory)
        return cls(directory, *_read(directory))

    @classmethod
    def create(cls, directory: Path) -> "PassageStore":
        """Start with an empty store, whatever is in the directory."""
        make_private_directory(directory)
        contents = Contents()
        files.write_contents(directory, contents)
        files.remove_segments(directory, contents)
        return cls(directory, contents, Snapshot(()))

    @property
    def snapshot(self) -> Snapshot:
        """The state last seen; it stays readable whatever is written."""
        return self._snapshot

    def contents(self) -> dict[int, int]:
        """Key and version of every document in it."""
        return self._snapshot.contents()

    def refresh(self) -> bool:
        """Take up what another process wrote; says whether there was anything new."""
        if files.read_contents(self.directory).generation == self._contents.generation:
            return False
        with self._lock:
            self._contents, self._snapshot = _read(self.directory)
        return True

    def renew(self) -> None:
        """Forget all documents, so that they are taken in anew."""
        self.update((), self.contents())

    def update(self, add: Iterable[PassageEntry], remove: Iterable[int] = ()) -> None:
        """Put documents in, in place of those of the same keys, and take others out, in one step.

        Raises:
            ValueError: a key comes twice.
            LibraryDamaged: the files are not as they were written.
        """
        with self._lock:
            before = files.read_contents(self.directory)
            naming = (f"{before.generation + 1:08d}-{number}" for number in count())
            fresh: list[Listed] = []
            replaced = set(remove)
            added: set[int] = set()
            gathering = Gathering()
            for entry in add:
                if entry.key in added:
                    raise ValueError(f"document {entry.key} comes twice")
                added.add(entry.key)
                gathering.add(entry)
                if gathering.full:
                    fresh.append(files.write_segment(self.directory, next(naming), gathering.segment()))
                    gathering = Gathering()
            if len(gathering):
                fresh.append(files.write_segment(self.directory, next(naming), gathering.segment()))
            listed = [self._without(one, replaced | added) for one in before.segments] + fresh
            after = Contents(before.generation + 1, self._merged(listed, naming))
            files.write_contents(self.directory, after)
            self._contents, self._snapshot = after, _load(self.directory, after)
            files.remove_segments(self.directory, after)

    def check(self) -> list[Path]:
        """Read every byte of the store; gives the files that are not as they were written."""
        contents = files.read_contents(self.directory)
        return [path for one in contents.segments for path in files.damaged_files(self.directory, one)]

    def _without(self, listed: Listed, keys: set[int]) -> Listed:
        """A segment with some documents noted as removed, too."""
        segment = files.open_segment(self.directory, listed)
        gone = np.flatnonzero(np.isin(segment.document_keys, np.fromiter(keys, np.int64, len(keys))))
        return replace(listed, removed=tuple(sorted({*listed.removed, *gone.tolist()})))

    def _merged(self, listed: Sequence[Listed], naming: Iterator[str]) -> tuple[Listed, ...]:
        """The segments after those were written anew that are many of a size, or mostly removed."""
        parts = {one.name: Part(files.open_segment(self.directory, one), one.removed) for one in listed}
        kept = [one for one in listed if parts[one.name].kept_documents.any()]
        while chosen := _to_merge([(one, parts[one.name]) for one in kept]):
            writing = files.SegmentWriting(self.directory, next(naming))
            merge([parts[one.name] for one in chosen], writing)
            written = writing.finish()
            parts[written.name] = Part(files.open_segment(self.directory, written), ())
            kept = [one for one in kept if one not in chosen] + [written]
        return tuple(kept)


def _to_merge(candidates: Sequence[tuple[Listed, Part]]) -> list[Listed]:
    """Choose segments that should become one; none where all is well."""
    tiers: dict[int, list[Listed]] = {}
    for listed, part in candidates:
        passages = int(np.count_nonzero(part.kept))
        if passages < part.segment.passages * (1 - WASTE):
            return [listed]
        tiers.setdefault(int(math.log(max(passages, SMALL) / SMALL, TIER)), []).append(listed)
    return next((tier for tier in tiers.values() if len(tier) >= TIER), [])


def _read(directory: Path) -> tuple[Contents, Snapshot]:
    """The state on disk, even where it is replaced while it is being read."""
    contents = files.read_contents(directory)
    while True:
        try:
            return contents, _load(directory, contents)
        except LibraryDamaged:
            newer = files.read_contents(directory)
            if newer.generation == contents.generation:
                raise
            contents = newer


def _load(directory: Path, contents: Contents) -> Snapshot:
    return Snapshot([Held(files.open_segment(directory, one), one.removed) for one in contents.segments])

"""The table of contents of an index: one checked JSON file that is replaced in one step.

It alone says which files make up the index, so whoever reads sees the state before a change or the
state after it. Files that it does not name are left over from a run that was broken off.
"""

import json
import os
import re
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.columnar import disk
from index.columnar.arrays import Runs, stretches
from index.columnar.files import Column, Written
from index.errors import LibraryDamaged

CONTENTS = "contents.json"
FORMAT = 3
"""Raised whenever files are laid out in another way."""

FRESH = "contents.new"
"""The next table of contents, before it takes the place of the last one."""

OURS = re.compile(r"\d{8,}-[0-9a-f]{8}\.(?:seg|words|keys)")
"""How files of an index are called; others are left alone."""


@dataclass(frozen=True, slots=True)
class ListedSegment:
    """A share of the documents."""

    file: Written
    """Its arrays."""
    documents: int
    """Number of its documents, those since removed included."""
    removed: Runs = ()
    """Numbers of its documents that are no longer in the index."""

    @property
    def size(self) -> int:
        """Number of its documents that are in the index."""
        return self.documents - sum(length for _, length in self.removed)

    def live(self) -> NDArray[np.bool_]:
        """(D,) which of its documents are in the index."""
        live = np.ones(self.documents, dtype=bool)
        runs = np.array(self.removed, dtype=np.int64).reshape(-1, 2)
        live[stretches(runs[:, 0], runs[:, 1])] = False
        return live


@dataclass(frozen=True, slots=True)
class ListedWords:
    """A part of a vocabulary: words with consecutive numbers."""

    space: str
    """Name of the vocabulary."""
    first: int
    """Number of its first word."""
    file: Written
    """Its arrays."""


@dataclass(frozen=True, slots=True)
class ListedKeys:
    """A part of a map from keys to the words of a vocabulary."""

    space: str
    """Name of the vocabulary."""
    map: str
    """Name of the map."""
    file: Written
    """Its arrays."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What makes up an index."""

    birth: str = ""
    """Drawn when the index was made, so that no other is taken for it; empty where there is none yet."""
    generation: int = 0
    """Goes up with each change."""
    segments: tuple[ListedSegment, ...] = ()
    """The segments in the order of their documents."""
    words: tuple[ListedWords, ...] = ()
    """The parts of the vocabularies, in the order of their numbers."""
    keys: tuple[ListedKeys, ...] = ()
    """The parts of the maps."""

    def files(self) -> set[str]:
        """Names of all files."""
        return {one.file.name for many in (self.segments, self.words, self.keys) for one in many}


def read_contents(directory: Path, layout: Mapping[str, object]) -> Contents:
    """The table of contents of a directory.

    Args:
        directory: Where the index is.
        layout: What its owner knows it by; an index of another layout has to be made anew.

    Raises:
        FileNotFoundError: There is none.
        LibraryDamaged: It is not as it was written, or was made by another version.
    """
    path = directory / CONTENTS
    data = path.read_bytes()
    try:
        whole = json.loads(data)
        body = whole["body"]
        if whole["crc32"] != zlib.crc32(_canonical(body)):
            raise LibraryDamaged(f"{path} is damaged.")
        if body["layout"] != {"format": FORMAT, **layout}:
            raise LibraryDamaged(f"The index in {directory} was made by another version.")
        return Contents(
            str(body["birth"]),
            int(body["generation"]),
            tuple(
                ListedSegment(_written(one["file"]), int(one["documents"]), _runs(one["removed"]))
                for one in body["segments"]
            ),
            tuple(ListedWords(one["space"], one["first"], _written(one["file"])) for one in body["words"]),
            tuple(ListedKeys(one["space"], one["map"], _written(one["file"])) for one in body["keys"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LibraryDamaged(f"{path} is damaged.") from error


def write_contents(directory: Path, layout: Mapping[str, object], contents: Contents) -> None:
    """Make a table of contents the one that counts."""
    body = _canonical({"layout": {"format": FORMAT, **layout}, **_by_name(contents)})
    data = b'{"crc32": %d, "body": %b}' % (zlib.crc32(body), body)
    disk.remove(directory / FRESH)
    with disk.create(directory / FRESH) as file:
        disk.write(file, data)
        disk.sync(file)
    disk.sync_directory(directory)  # the names of the files that the new table leads to
    disk.replace(directory / FRESH, directory / CONTENTS)


def sweep(directory: Path, contents: Contents, pending: Iterable[str]) -> None:
    """Remove what a table of contents does not name; only who holds the lock does so.

    What cannot be removed does no harm, and is tried again after the next change.

    Args:
        directory: Where the index is.
        contents: The table of contents.
        pending: Files that are being written, to be named by the next one.
    """
    named = contents.files().union(pending)
    for name in os.listdir(directory):
        if OURS.fullmatch(name) and name not in named:
            with suppress(OSError):
                disk.remove(directory / name)


def _canonical(body: object) -> bytes:
    return json.dumps(body, sort_keys=True, default=_by_name).encode()


def _by_name(listed: Any) -> dict[str, Any]:
    return {field.name: getattr(listed, field.name) for field in fields(listed)}


def _runs(found: Iterable[Iterable[int]]) -> Runs:
    return tuple((int(first), int(length)) for first, length in found)


def _written(found: Mapping[str, Any]) -> Written:
    columns = {str(name): Column(**column) for name, column in found["columns"].items()}
    name = str(found["name"])
    if name != os.path.basename(name):
        raise ValueError("a file elsewhere")
    return Written(name, int(found["size"]), tuple(found["stamp"]), columns)

"""Making an index anew: from nothing where it is damaged, or from another one made beside it."""

import os
import secrets
import shutil
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from index.columnar.contents import (
    CONTENTS,
    FRESH,
    OURS,
    Contents,
    ListedKeys,
    ListedSegment,
    ListedWords,
    sweep,
    write_contents,
)
from index.columnar.files import moved
from index.columnar.index import ColumnarIndex
from index.columnar.locking import held

Listed = TypeVar("Listed", ListedSegment, ListedWords, ListedKeys)


def begin_anew(directory: Path, layout: Mapping[str, object]) -> None:
    """Make an empty index, whatever is in the directory; only files that it could trip over go.

    Raises:
        whoosh.index.LockError: A writer does not come to its end.
        OSError: The machine does not let it be written.
    """
    if directory.is_symlink() or not directory.is_dir():
        directory.unlink(missing_ok=True)
        directory.mkdir(mode=0o700)
    directory.chmod(0o700)
    for path in directory.iterdir():
        _make_harmless(path)
    with held(directory):
        contents = Contents(secrets.token_hex(8))
        write_contents(directory, layout, contents)
        sweep(directory, contents, ())


def take_over(index: ColumnarIndex, source: ColumnarIndex) -> None:
    """Give an index what another holds, which is nothing to anyone from then on, in one step.

    Args:
        index: Whose documents go.
        source: An index of the same layout in another directory of the same disk.

    Raises:
        LibraryDamaged: A file of the other one is not as it was written.
        whoosh.index.LockError: A writer does not come to its end.
    """
    with held(index.directory):
        index.refresh()
        source.refresh()
        contents = source.state.contents

        def mine(one: Listed) -> Listed:
            return replace(one, file=moved(one.file, source.directory, index.directory))

        after = replace(
            contents,
            birth=contents.birth or secrets.token_hex(8),
            generation=max(contents.generation, index.state.contents.generation) + 1,
            segments=tuple(map(mine, contents.segments)),
            words=tuple(map(mine, contents.words)),
            keys=tuple(map(mine, contents.keys)),
        )
        write_contents(index.directory, index.layout, after)
        sweep(index.directory, after, index.pending)


def _make_harmless(path: Path) -> None:
    """Take away what is refused when the index is opened."""
    status = path.lstat()
    is_file = stat.S_ISREG(status.st_mode)
    is_name_of_ours = path.name in (CONTENTS, FRESH) or bool(OURS.fullmatch(path.name))
    if status.st_uid == os.geteuid() and (is_file or (stat.S_ISDIR(status.st_mode) and not is_name_of_ours)):
        path.chmod(stat.S_IMODE(status.st_mode) & ~(stat.S_IWGRP | stat.S_IWOTH))
    elif stat.S_ISDIR(status.st_mode):
        shutil.rmtree(path)
    else:
        path.unlink()

"""Finds the files to read in the files and folders of a library, and says what it passes over.

Order is stable: the given paths sorted, then names sorted within each folder. Links are
never followed, nothing but folders is opened, and a file costs one stat.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.ingest.readers import SUFFIXES
from index.model import Skipped

MAX_BYTES = 32 * 1024 * 1024
"""Files larger than this are not read."""

_PLAIN_SUFFIX = re.compile(r"\.[a-z0-9_+-]{1,12}")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read."""

    path: str
    """Absolute path; undecodable names hold surrogates, as `os.fsdecode` gives them."""
    size: int
    """Bytes."""
    mtime_ns: int
    """Time of the last change, in nanoseconds."""


def walk(paths: Sequence[str]) -> Iterator[FoundFile | Skipped]:
    """Yields every file of the given files and folders, or why it is not to be read.

    A file that is named itself is read whatever its name; in folders, hidden files and
    folders, links and files of kinds that no reader knows are passed over.

    Args:
        paths: Files and folders, in any order; overlaps are fine.
    """
    roots = sorted({os.path.realpath(path) for path in paths})
    named = frozenset(roots)
    for root in roots:
        try:
            found = os.stat(root, follow_symlinks=False)
        except OSError as error:
            yield Skipped(root, _trouble(error))
            continue
        if stat.S_ISDIR(found.st_mode):
            yield from _walk_folder(root, named)
        else:
            yield _file(root, found)


def _walk_folder(root: str, named: frozenset[str]) -> Iterator[FoundFile | Skipped]:
    """Walks one given folder; other given paths inside it are left to their own turn."""
    waiting: list[Iterator[os.DirEntry[str]]] = []

    def enter(folder: str) -> Skipped | None:
        try:
            with os.scandir(folder) as entries:
                waiting.append(iter(sorted(entries, key=lambda entry: entry.name)))
        except OSError as error:
            return Skipped(folder, _trouble(error))
        return None

    if trouble := enter(root):
        yield trouble
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif entry.path in named:
            continue
        elif entry.name.startswith("."):
            yield Skipped(entry.path, "hidden")
        else:
            try:
                if entry.is_symlink():
                    yield Skipped(entry.path, _link(entry.path, named))
                elif entry.is_dir(follow_symlinks=False):
                    if trouble := enter(entry.path):
                        yield trouble
                elif not entry.is_file(follow_symlinks=False):
                    yield Skipped(entry.path, "not a regular file")
                elif (suffix := os.path.splitext(entry.name)[1].lower()) not in SUFFIXES:
                    yield Skipped(entry.path, _not_read(suffix))
                else:
                    yield _file(entry.path, entry.stat(follow_symlinks=False))
            except OSError as error:
                yield Skipped(entry.path, _trouble(error))


def _file(path: str, found: os.stat_result) -> FoundFile | Skipped:
    """The file at `path`, unless it is special or too large."""
    if not stat.S_ISREG(found.st_mode):
        return Skipped(path, "not a regular file")
    if found.st_size > MAX_BYTES:
        size = -(-found.st_size // 1024**2)
        return Skipped(path, f"too large: {size:,} MiB, the limit is {MAX_BYTES // 1024**2}")
    return FoundFile(path, found.st_size, found.st_mtime_ns)


def _link(path: str, named: frozenset[str]) -> str:
    """Why a link is passed over: what it leads to is read elsewhere, or not at all."""
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except OSError:
        return "link that leads nowhere"
    target = os.path.realpath(path)
    kind = "folder" if is_folder else "file"
    if target in named:
        return f"link to a {kind} that is read in its own place"
    for root in named:
        if target.startswith(root.rstrip(os.sep) + os.sep):
            names = target[len(root) :].split(os.sep)
            if any(name.startswith(".") for name in names):
                continue
            if not is_folder and os.path.splitext(target)[1].lower() not in SUFFIXES:
                return "link to a file that is not an article"
            return f"link to a {kind} that is read in its own place"
    return "link to a place that is not in the library"


def _not_read(suffix: str) -> str:
    """The reason for a file of a kind that no reader knows; the same for all of that kind."""
    if not suffix:
        return "not an article: no suffix such as .txt"
    if _PLAIN_SUFFIX.fullmatch(suffix):
        return f"not an article: {suffix} is not read"
    return "not an article: of an unknown kind"


def _trouble(error: OSError) -> str:
    """What the system said, in words for the user."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "no longer there"
    return f"cannot be read: {(error.strerror or 'unknown trouble').lower()}"

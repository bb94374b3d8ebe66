"""Reading files: from a path to an article, or to the reason why there is none."""

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import Any

from index.errors import UnreadableFile
from index.helping import work
from index.ingest import MAX_BYTES, Draft, DraftPassage, FoundFile, load_reader, read_article

LEAST_SECONDS = 20.0
"""Time of a processor that any file may take to be read."""
SECONDS_A_MEGABYTE = 10.0
"""As much more may a large one take."""


FAILED = "cannot be read: "
PASSING = frozenset(f"{FAILED}{reason}" for reason in work.PASSING)
"""Reasons for which a file is tried again, though it is as it was."""


@dataclass(frozen=True, slots=True)
class FileAsked:
    """A file to be read."""

    file: FoundFile
    """The file, as it was found."""
    known: tuple[str, ...] = ()
    """SHA-256 of contents that need not be read again."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read."""

    file: FoundFile
    """The file, as it was when it was read."""
    sha256: str
    """Of its content."""
    draft: Draft | None = None
    """The article; None where the content is known, or is no article."""
    reason: str | None = None
    """Why it is no article."""


@dataclass(frozen=True, slots=True)
class FileMissed:
    """A file that could not be read, for a reason that is not in its content."""

    file: FoundFile
    """The file, as it was found."""
    reason: str
    """Why."""
    is_there: bool
    """Whether what was read from it before should be kept."""


class Reading:
    """The work of reading files."""

    name = "read"

    def load(self, asked: FileAsked) -> None:
        """Load the reader of the file."""
        load_reader(asked.file.path)

    def do(self, asked: FileAsked) -> FileRead | FileMissed:
        """Read a file."""
        try:
            file, data = _bytes_of(asked.file)
        except UnreadableFile as error:
            return FileMissed(asked.file, str(error), is_there=False)
        except FileNotFoundError:
            return FileMissed(asked.file, "gone while the folder was being read", is_there=False)
        except PermissionError:
            return FileMissed(asked.file, "no permission to read it", is_there=True)
        except OSError as error:
            return FileMissed(asked.file, f"cannot be read: {error.strerror or error}", is_there=True)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in asked.known:
            return FileRead(file, sha256)
        try:
            return FileRead(file, sha256, read_article(os.path.basename(file.path), data))
        except UnreadableFile as error:
            return FileRead(file, sha256, reason=str(error))

    def fail(self, asked: FileAsked, reason: str) -> FileRead | FileMissed:
        """A file that ended or held up its reader; where that may pass, it is tried again the next time."""
        return FileRead(asked.file, "", reason=f"{FAILED}{reason}")

    def seconds(self, asked: FileAsked) -> float:
        """Much time for large files."""
        return LEAST_SECONDS + SECONDS_A_MEGABYTE * asked.file.size / 1024**2

    def asked_as(self, asked: FileAsked) -> Any:
        """Path, size and time of change, and what is known."""
        file = asked.file
        return [file.path, file.size, file.mtime_ns, asked.known]

    def asked_from(self, value: Any) -> FileAsked:
        """The same back."""
        *file, known = value
        return FileAsked(FoundFile(*file), tuple(known))

    def done_as(self, done: FileRead | FileMissed) -> Any:
        """As little as tells it."""
        if isinstance(done, FileMissed):
            return [done.reason, done.is_there]
        draft = done.draft
        return [done.file.size, done.file.mtime_ns, done.sha256, done.reason, draft and _packed(draft)]

    def done_from(self, asked: FileAsked, value: Any) -> FileRead | FileMissed:
        """The same back."""
        if len(value) == 2:
            return FileMissed(asked.file, *value)
        size, mtime_ns, sha256, reason, draft = value
        return FileRead(FoundFile(asked.file.path, size, mtime_ns), sha256, draft and _draft(draft), reason)


READING = Reading()
"""The work of reading files."""


def _bytes_of(file: FoundFile) -> tuple[FoundFile, bytes]:
    """Read a file, which may be another than when the folder was listed."""
    # A link put in its place is not followed, and a pipe put there is not waited for
    descriptor = os.open(file.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as opened:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile("no longer a file")
        data = opened.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise UnreadableFile("too large by now")
        return FoundFile(file.path, status.st_size, status.st_mtime_ns), data


def _packed(draft: Draft) -> list[Any]:
    passages = [(one.start, one.end, one.line, one.page) for one in draft.passages]
    head = [draft.title, draft.source, draft.byline, draft.published, draft.language, draft.url]
    return [*head, draft.text, passages]


def _draft(value: Any) -> Draft:
    title, source, byline, published, language, url, text, passages = value
    numbered = tuple(DraftPassage(*passage) for passage in passages)
    return Draft(title, source, byline, published, language, url, text, numbered)

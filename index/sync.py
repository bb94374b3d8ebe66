"""Bring a library up to date: what changed on disk is added, updated, removed.

A file is known by its path, size and time of change; an unchanged one costs one `stat`. A
document is known by its content: a file renamed, moved or swapped with another takes its
document along. What was read is written batch by batch, first to the catalog, then to the
full-text index, so that a process killed in between loses nothing: the next run finds out
which documents the index lacks.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.catalog import Catalog, FileRecord, Writing
from index.errors import PathNotFound
from index.helping.crew import Crew, NoHelper
from index.helping.reading import PASSING, READING, FileAsked, FileMissed, FileRead
from index.ingest import READER_VERSION, FoundFile, walk
from index.model import Document, Progress, Skipped, SyncReport

if TYPE_CHECKING:
    from index.fulltext.engine import Engine, Entry

FIRST_SECONDS = 0.2
"""So soon the first of what has been read is made searchable; each time it may take twice as long."""
BATCH_SECONDS = 1.5
"""What has been read becomes searchable at least this often."""
FIRST_FILES = 20
"""So many articles are made searchable first; each time twice as many."""
BATCH_FILES = 640
TELL_FOUND = 100
"""So many files are found between two reports of progress."""


@dataclass(slots=True)
class Sync:
    """One run over the folders of a library; whoever starts it holds the library's lock."""

    catalog: Catalog
    engine: Callable[[], "Engine"]
    """The full-text index, which takes half a second to load: the files are being read meanwhile."""
    crew: Crew
    """Reads the files."""
    roots: Sequence[str]
    progress: Callable[[Progress], None]
    poll: Callable[[], None]
    """Called often; raises Cancelled to end the run, which keeps what was done up to then."""
    first: Collection[int] = ()
    """Keys of the documents whose files are read before the others."""
    rebuild: bool = False
    """Read every file again, whatever is known of it."""
    _loose: dict[str, list[int]] = field(default_factory=dict)
    """By content, the documents whose file is gone or changed: another file may hold them now."""
    _loose_keys: set[int] = field(default_factory=set)
    """All of them."""
    _taken: set[int] = field(default_factory=set)
    """Those of them that were found again."""
    _awaited: set[int] = field(default_factory=set)
    """Documents whose own files are still to be read, and may be as they were."""
    _put_off: list[FoundFile] = field(default_factory=list)
    """Files that have the content of such a document, and are read again when its own has been."""
    _detached: set[int] = field(default_factory=set)
    """Documents that lost their place to another since the index was last told."""
    _replaced: list[int] = field(default_factory=list)
    """Documents whose file has new content."""
    _failed: list[Skipped] = field(default_factory=list)
    """Files that could not be read for a reason that is not in them: to be tried again."""
    _done: int = 0
    _total: int = 0
    _added: int = 0
    _updated: int = 0
    _unchanged: int = 0

    def run(self) -> SyncReport:
        """Do it, and say what was done.

        Raises:
            PathNotFound: a folder of the library is not there (it is not taken for empty).
            Cancelled: `poll` said so.
        """
        began = time.monotonic()
        for root in self.roots:
            if not os.path.exists(root):
                raise PathNotFound(
                    f"“{root}” is not there any more. What was read from it is kept as it was."
                )
        is_anew = self.rebuild
        found, skipped = self._look()
        known = self.catalog.files()
        self.rebuild = self.rebuild or self.catalog.fact("reader") != READER_VERSION
        to_read = [file for file in found if self.rebuild or _changed(file, known.get(file.path))]
        early = {path for path, record in known.items() if record.document in self.first}
        # What was opened before and what is new is the likeliest to be asked for
        to_read.sort(key=lambda file: (file.path not in early, -file.mtime_ns))
        gone = _gone({file.path for file in found}, known, skipped)
        self._let_loose({file.path for file in to_read}.union(gone), known)
        kept = {file.path for file in found}.difference(file.path for file in to_read)
        self._unchanged = sum(known[path].document is not None for path in kept)
        self._total = len(to_read)
        self._awaited = {
            record.document for file in to_read if (record := known.get(file.path)) and record.document
        }
        coming = self._read(to_read, known)
        if not is_anew:
            mend_index(self.catalog, self.engine(), self.progress, self.poll)
        for batch in self._batches(coming):
            self._enter(batch, known)
        self._awaited.clear()
        if self._put_off:
            for batch in self._batches(self._read(self._put_off, known)):
                self._enter(batch, known)
        removed = self._finish(gone, skipped)
        documents, passages = self.catalog.counts()
        return SyncReport(
            documents=documents,
            passages=passages,
            added=self._added,
            updated=self._updated,
            removed=removed,
            unchanged=self._unchanged,
            skipped=self.catalog.skipped(),
            seconds=time.monotonic() - began,
        )

    def _look(self) -> tuple[list[FoundFile], list[Skipped]]:
        """List the files that may be articles, and those that are not."""
        found: list[FoundFile] = []
        skipped: list[Skipped] = []
        self.progress(Progress("looking", 0, 0))
        for one in walk(self.roots):
            self.poll()
            if isinstance(one, Skipped):
                skipped.append(one)
            else:
                found.append(one)
                if len(found) % TELL_FOUND == 0:
                    self.progress(Progress("looking", len(found), 0))
        return found, skipped

    def _let_loose(self, paths: set[str], known: dict[str, FileRecord]) -> None:
        """Note the documents that stand at none of the files left alone."""
        placed = {record.document for path, record in known.items() if path not in paths}
        for key, sha256 in self.catalog.contents().items():
            if key not in placed:
                self._loose.setdefault(sha256, []).append(key)
                self._loose_keys.add(key)

    def _asked(self, files: Sequence[FoundFile], known: dict[str, FileRecord]) -> Iterator[FileAsked]:
        """The files to read; one of a size with a loose document is likely to be that one."""
        loose = {key: sha256 for sha256, keys in self._loose.items() for key in keys}
        by_size: dict[int, set[str]] = {}
        for record in () if self.rebuild else known.values():
            if record.document in loose:
                by_size.setdefault(record.size, set()).add(loose[record.document])
        return (FileAsked(file, tuple(by_size.get(file.size, ()))) for file in files)

    def _read(
        self, files: Sequence[FoundFile], known: dict[str, FileRecord]
    ) -> Iterator[FileRead | FileMissed]:
        """Have files read, last of all those that ended their reader the last time; begins at once.

        These are never read in this process, which they would end.
        """
        broke = {path for path, record in known.items() if record.reason in PASSING}
        again = [file for file in files if file.path in broke and not _is_other(file, known[file.path])]
        left = set(again)
        others = [file for file in files if file not in left]
        came = self.crew.map(READING, self._asked(others, known), len(others))

        def read() -> Iterator[FileRead | FileMissed]:
            yield from came
            with suppress(NoHelper):
                yield from self.crew.map(READING, self._asked(again, known), len(again), alone=False)

        return read()

    def _batches(self, came: Iterator[FileRead | FileMissed]) -> Iterator[list[FileRead | FileMissed]]:
        """What has been read, as it comes together: little at first, then ever more at once."""
        batch: list[FileRead | FileMissed] = []
        files, seconds = FIRST_FILES, FIRST_SECONDS
        began = 0.0
        for one in came:
            if not batch:
                began = time.monotonic()
            batch.append(one)
            if len(batch) >= min(files, BATCH_FILES) or time.monotonic() - began > seconds:
                yield batch
                files, seconds = 2 * files, min(2 * seconds, BATCH_SECONDS)
                batch = []
        yield batch

    def _enter(self, batch: Sequence[FileRead | FileMissed], known: dict[str, FileRecord]) -> None:
        """Write what was read, and make it searchable."""
        fresh: list[int] = []
        put_off = 0
        with self.catalog.writing() as writing:
            for one in batch:
                self.poll()
                record = known.get(one.file.path)
                before = record.document if record else None
                if before is not None:
                    self._awaited.discard(before)
                if isinstance(one, FileMissed):
                    self._miss(one, before)
                elif self._is_anothers(one.sha256, before):
                    self._put_off.append(one.file)
                    put_off += 1
                elif (key := self._place(writing, one, before)) is not None:
                    fresh.append(key)
        if fresh or self._detached:
            self.engine().update(self._entries(fresh), self._detached.difference(fresh))
            self._detached.clear()
        self._done += len(batch) - put_off
        self.progress(Progress("reading", self._done, self._total))

    def _miss(self, missed: FileMissed, before: int | None) -> None:
        """Note a file that could not be read this time."""
        self._failed.append(Skipped(missed.file.path, missed.reason))
        if missed.is_there and before is not None:
            self._taken.add(before)  # what was read from it once is better than nothing

    def _entries(self, keys: Sequence[int]) -> Iterator["Entry"]:
        from index.fulltext.engine import Entry

        for text in self.catalog.stored_texts(keys):
            yield Entry(*astuple(text))

    def _place(self, writing: Writing, read: FileRead, before: int | None) -> int | None:
        """Give a file its document; returns the key where the index does not hold it so yet."""
        file, sha256 = read.file, read.sha256
        key = self._claim(sha256, before)
        if key is not None and not self.rebuild:
            attached = writing.move_document(key, file.path)
            self._leave(before, key)
            writing.remember_file(file.path, FileRecord(file.size, file.mtime_ns, key, None))
            self._count(key, before)
            return None if attached else key
        draft = read.draft
        if draft is None and read.reason is None:  # it has the content of a document that is another's now
            again = READING.do(FileAsked(file))
            if isinstance(again, FileMissed):
                self._miss(again, before)
                return None
            file, sha256, draft, read = again.file, again.sha256, again.draft, again
        if draft is None:
            if read.reason in PASSING and before is not None:
                self._miss(FileMissed(file, str(read.reason), is_there=True), before)
                return None
            if key is not None:
                self._taken.discard(key)
            self._leave(before, None)
            writing.remember_file(file.path, FileRecord(file.size, file.mtime_ns, None, read.reason))
            return None
        collected = writing.collected(before if key is None else key) or datetime.now(UTC).isoformat(
            "T", "seconds"
        )
        document = Document(
            id=writing.free_id(sha256, key),
            path=file.path,
            title=draft.title,
            source=draft.source,
            byline=draft.byline,
            published=draft.published,
            language=draft.language,
            url=draft.url,
            sha256=sha256,
            collected=collected,
        )
        passages = (
            (number, one.start, one.end, one.line, one.page) for number, one in enumerate(draft.passages)
        )
        written = writing.put_document(document, draft.text, passages, key)
        self._leave(before, written)
        writing.remember_file(file.path, FileRecord(file.size, file.mtime_ns, written, None))
        self._count(key, before)
        return written

    def _free(self, sha256: str) -> list[int]:
        """The loose documents with a content that no file has taken yet."""
        return [key for key in self._loose.get(sha256, ()) if key not in self._taken]

    def _is_anothers(self, sha256: str, before: int | None) -> bool:
        """Whether all documents that a file could take may be those of files that have not changed."""
        free = self._free(sha256)
        return bool(free) and before not in free and self._awaited.issuperset(free)

    def _claim(self, sha256: str, before: int | None) -> int | None:
        """Take the loose document with a content: the one that stood here, or one that is nobody's."""
        free = self._free(sha256)
        if not free:
            return None
        key = before if before in free else next(key for key in free if key not in self._awaited)
        self._taken.add(key)
        return key

    def _leave(self, before: int | None, now: int | None) -> None:
        """Note that the document that stood at a file does no longer, if so.

        It may have been given another file by a run that was broken off.
        """
        if before in self._loose_keys and before != now and before not in self._taken:
            self._detached.add(before)

    def _count(self, claimed: int | None, before: int | None) -> None:
        if claimed is not None:
            self._unchanged += claimed == before
            self._updated += claimed != before
        elif before is not None:
            self._replaced.append(before)
        else:
            self._added += 1

    def _finish(self, gone: set[str], skipped: Sequence[Skipped]) -> int:
        """Take out what no file holds any more; gives the number of documents removed."""
        self.progress(Progress("finishing", self._total, self._total))
        lost = {key for keys in self._loose.values() for key in keys if key not in self._taken}
        with self.catalog.writing() as writing:
            writing.remove_documents(lost)
            writing.forget_files(gone)
            writing.put_skipped([*skipped, *self._failed])
            writing.put_fact("reader", READER_VERSION)
        if lost or self._detached:
            self.engine().update((), lost | self._detached)
        rewritten = sum(key in lost for key in self._replaced)
        self._updated += rewritten
        self._added += len(self._replaced) - rewritten
        return len(lost) - rewritten


def mend_index(
    catalog: Catalog, engine: "Engine", progress: Callable[[Progress], None], poll: Callable[[], None]
) -> None:
    """Make the full-text index hold exactly the catalog's documents, whatever happened to it."""
    from index.fulltext.engine import Entry

    wanted, held = catalog.versions(), engine.contents()
    stale = [key for key, version in wanted.items() if held.get(key) != version]
    extra = held.keys() - wanted.keys()
    for first in range(0, len(stale), BATCH_FILES):
        poll()
        progress(Progress("reading", first, len(stale)))
        texts = catalog.stored_texts(stale[first : first + BATCH_FILES])
        engine.update([Entry(*astuple(text)) for text in texts], ())
    if extra:
        engine.update((), extra)


def _changed(file: FoundFile, record: FileRecord | None) -> bool:
    """Whether a file is to be read."""
    return _is_other(file, record) or (record is not None and record.reason in PASSING)


def _is_other(file: FoundFile, record: FileRecord | None) -> bool:
    """Whether a file is another than it was, or was never read."""
    if record is None or (record.document is None and record.reason is None):
        return True
    return (file.size, file.mtime_ns) != (record.size, record.mtime_ns)


def _gone(found: set[str], known: dict[str, FileRecord], skipped: Sequence[Skipped]) -> set[str]:
    """Give the known files that are no more; of those below an unreadable folder nothing is known."""
    closed = {one.path for one in skipped if os.path.isdir(one.path) and not os.path.islink(one.path)}
    gone = known.keys() - found
    return {path for path in gone if not closed or not _below(path, closed)}


def _below(path: str, folders: set[str]) -> bool:
    parent = os.path.dirname(path)
    while parent != path:
        if parent in folders:
            return True
        path, parent = parent, os.path.dirname(parent)
    return False

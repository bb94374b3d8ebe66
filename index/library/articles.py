"""What documents a library has."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.errors import NotInLibrary
from index.library.opened import Opened, StrPath
from index.model import Article, Document, Headline, Skipped, Version

if TYPE_CHECKING:
    from index.columnar.arrays import Ints


class Articles(Opened):
    """What documents a library has."""

    def documents(self) -> tuple[Document, ...]:
        """All documents, without their text, the newest first."""
        return tuple(self._catalog.documents())

    def documents_with(self, keys: Sequence[int]) -> dict[int, Document]:
        """Documents without their text by the keys that `list` gives; those that are gone are left out."""
        return self._catalog.summaries(keys)

    def document(self, id: str) -> Article:
        """One document with its text and all that is known of it.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return self._article(id)[1]

    def _article(self, id: str) -> tuple[int, Article]:
        key = self._key(id)
        found = self._catalog.articles([key], named=True)
        if key not in found:  # gone since
            raise _gone(id)
        return key, found[key]

    def _head(self, id: str) -> Document:
        for document in self._catalog.documents([self._key(id)]):
            return document
        raise _gone(id)

    def _key(self, id: str) -> int:
        key = self._catalog.key_of(id)
        if key is None:
            raise _gone(id)
        return key

    def passage(self, id: str, number: int) -> str | None:
        """The words of one passage of a document; None where it has no such passage.

        Raises:
            NotInLibrary: there is no document with this id.
        """
        place = self._key(id), number
        found = self._catalog.excerpts.of([place])
        return found[place].text if place in found else None

    def find(self, path: StrPath) -> Document | None:
        """The document read from a file; None where the library has none."""
        key = self._catalog.key_at(os.path.realpath(path))
        return None if key is None else self._catalog.documents([key])[0]

    def headlines(self, after: int = 0) -> dict[int, Headline]:
        """What a list shows of every document, by the keys that `list` gives; a newer one has a higher key.

        Args:
            after: Leave out those with this key and those below.
        """
        return self._catalog.headlines(after)

    def skipped(self) -> tuple[Skipped, ...]:
        """Files in the library's folders that are not in it, and why, as of the last sync."""
        return self._catalog.skipped()

    def versions(self, id: str) -> tuple[Version, ...]:
        """A document and its copies, each with what it added to the first of them and dropped of it.

        The one that was published first comes first, of one day the longest.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return tuple(self.each_version(id))

    def each_version(self, id: str, limit: int | None = None) -> Iterator[Version]:
        """The same one by one, as they are compared.

        Args:
            id: Id of the document.
            limit: Give no more than the first of them; the document itself is given in any case.

        Raises:
            NotInLibrary: there is none with this id.
        """
        from index.versions import versions

        key = self._key(id)
        keys = self._groups.together(key).tolist()
        wanted = keys[:limit]
        return versions(self._catalog, wanted if key in wanted else [*wanted, key])

    def prints(self, id: str) -> int:
        """Number of documents that have an article: it and its copies; raises NotInLibrary."""
        return len(self._groups.together(self._key(id)))

    def copied(self, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        """Of those documents that have copies the id of the one that leads, and how many copies it has.

        Args:
            ids: Ids of the documents.
        """
        found: dict[str, tuple[str, int]] = {}
        for id in ids:
            key = self._catalog.key_of(id)
            together = self._groups.together(key).tolist() if key is not None else ()
            if len(together) > 1:
                for leader in self._catalog.documents(together[:1]):
                    found[id] = leader.id, len(together) - 1
        return found

    @property
    def is_copies_known(self) -> bool:
        """Whether all documents have been looked through for copies of one another."""
        return not self._catalog.copies.ungrouped()

    def copies(self, id: str) -> tuple[Version, ...]:
        """The documents that are copies of one: near enough the same text, whoever printed it.

        Those that were published first come first. What each added and dropped is told against the first
        of all, which may be the one that is asked about: see `versions`.

        Raises:
            NotInLibrary: there is none with this id.
        """
        return tuple(one for one in self.versions(id) if one.id != id)

    def leaders(self, keys: Sequence[int]) -> "Ints":
        """For each of some documents the place among them of that which leads its copies there.

        The one that was published first leads, of one day the longest; a document that is alone among
        them leads itself.

        Args:
            keys: Catalog keys of documents, as `list` gives them.
        """
        import numpy as np

        return self._groups.leaders(np.asarray(keys, np.int64))


def _gone(id: str) -> NotInLibrary:
    return NotInLibrary(f"There is no document “{id}” in this library.")

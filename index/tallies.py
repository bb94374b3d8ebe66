"""How often each entity is mentioned in each document, as arrays: any set of documents is counted quickly."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray


class Tallies:
    """One row for each entity of each document."""

    def __init__(self, rows: Iterable[tuple[int, str, int]]) -> None:
        """Take (key of the document, id of the entity, number of mentions) of each."""
        numbers: dict[str, int] = {}
        documents: list[int] = []
        entities: list[int] = []
        mentions: list[int] = []
        for document, entity, count in rows:
            documents.append(document)
            entities.append(numbers.setdefault(entity, len(numbers)))
            mentions.append(count)
        self._ids = list(numbers)
        self._documents: NDArray[np.int64] = np.array(documents, np.int64)
        self._entities: NDArray[np.int64] = np.array(entities, np.int64)
        self._mentions: NDArray[np.int64] = np.array(mentions, np.int64)

    def within(self, keys: Sequence[int]) -> dict[str, tuple[int, int]]:
        """Count the mentions and the documents of each entity that is mentioned in some documents.

        Args:
            keys: Keys of the documents.

        Returns:
            (mentions, documents) by id of the entity.
        """
        inside = np.isin(self._documents, np.asarray(keys, np.int64))
        entities = self._entities[inside]
        size = len(self._ids)
        documents = np.bincount(entities, minlength=size)
        mentions = np.bincount(entities, self._mentions[inside], minlength=size).astype(np.int64)
        return {self._ids[at]: (int(mentions[at]), int(documents[at])) for at in np.flatnonzero(documents)}

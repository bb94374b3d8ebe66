"""Articles on their way into the full-text index, and the keys under which their words are found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from index import language
from index.columnar.arrays import Array
from index.columnar.strings import encode
from index.columnar.writer import ColumnarWriter
from index.fulltext import analysis, schema
from index.fulltext.days import day_number
from index.fulltext.query import LABELS

KEYS = ""
"""The map from the keys of `analysis.keys_of`; the map from forms in a language has its code for a name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to be indexed."""

    key: int
    """Its key in the catalog; an entry replaces the one that has the same."""
    version: int
    """Tells this state of the document from others."""
    title: str
    """Its title."""
    text: str
    """Its text in normal form."""
    source: str | None
    """The outlet."""
    published: str | None
    """ISO date of publication."""
    language: str | None = None
    """ISO 639-1 code."""
    byline: str | None = None
    """Who wrote it."""
    url: str | None = None
    """Its address."""


def fields(entry: Entry) -> dict[str, Any]:
    """What Whoosh's writer takes of a document."""
    return {
        "key": entry.key,
        "version": entry.version,
        "published": day_number(entry.published) or 0,
        "language": schema.language_number(entry.language),
        "title": entry.title,
        "text": entry.text,
        **{label: getattr(entry, label) or None for label in LABELS},
    }


class ArticleWriter(ColumnarWriter):
    """Puts articles into the index, and the keys and forms of their words into its maps."""

    def derive(self, arrays: Mapping[str, Array], fresh: Mapping[str, Mapping[str, int]]) -> None:
        """Give the new words of a segment their keys, and its words their forms in its languages."""
        new = fresh.get(schema.WORDS, {})
        names = list(new)
        done = getattr(self, "_keyed", 0)
        self._keyed = len(names)
        self.put_keys(schema.WORDS, KEYS, self._keys({word: new[word] for word in names[done:]}))
        for code in sorted(language.LANGUAGES):
            words = self._words_in(arrays, code)
            if len(words):
                self._put_forms(code, words, {number: word for word, number in new.items()})

    @staticmethod
    def _keys(words: Mapping[str, int]) -> Iterator[tuple[bytes, tuple[int]]]:
        for word, number in words.items():
            for key in analysis.keys_of(word):
                yield encode(key), (number,)

    @staticmethod
    def _words_in(arrays: Mapping[str, Array], code: str) -> Array:
        """Numbers of the words that documents of a language hold."""
        languages = arrays.get("language.column")
        if languages is None:
            return np.empty(0, dtype=np.uint32)
        mine = languages == schema.language_number(code)
        found = [np.empty(0, dtype=np.uint32)]
        for field in ("title", "text"):
            if f"{field}.words" not in arrays or not mine.any():
                continue
            words, edges = arrays[f"{field}.words"], arrays[f"{field}.edges"]
            if not mine.all():
                holders = np.repeat(np.arange(len(words)), np.diff(edges))
                words = words[np.unique(holders[mine[arrays[f"{field}.documents"]]])]
            found.append(words)
        return np.unique(np.concatenate(found))

    def _put_forms(self, code: str, words: Array, new: Mapping[int, str]) -> None:
        """Give the forms of words that have none in a language yet."""
        known = self._state.vocabulary(schema.WORDS)
        seen = self._formed(code, len(known) + len(new))
        numbers = words[~seen[words]]
        seen[numbers] = True
        old = numbers[numbers < len(known)]
        spelled = dict(zip(old.tolist(), known.words(old), strict=True))
        keys, owners = [], []
        for number in numbers.tolist():
            for key in analysis.keys_of(new.get(number) or spelled[number]):
                if key[0].isalpha():
                    keys.append(key)
                    owners.append((number,))
        if keys:
            formed = map(encode, language.forms(keys, code))
            self.put_keys(schema.WORDS, code, list(zip(formed, owners, strict=True)))

    def _formed(self, code: str, size: int) -> Array:
        """Which words have a form in a language."""
        masks: dict[str, Array] = self.__dict__.setdefault("_formed_masks", {})
        mask = masks.get(code)
        if mask is None:
            mask = np.zeros(size, dtype=bool)
            for part in self._state.key_parts(schema.WORDS, code):
                mask[part.owners] = True
        elif len(mask) < size:
            mask = np.concatenate([mask, np.zeros(size - len(mask), dtype=bool)])
        masks[code] = mask
        return mask

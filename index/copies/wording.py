"""The words of a text as they are compared: without case, and hashed in runs of four."""

import re
import zlib
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

COPIES_VERSION = "1"
"""Another whenever other articles may be taken for copies."""

RUN = 4
"""Words that are compared at a time."""

SAMPLED = 8
"""Of so many runs one is kept in a sketch."""

REMEMBERED = 1 << 16
"""Words of which the hash is remembered."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[^\W_{_UNSPACED}]+|[{_UNSPACED}]")
"""A word or a number; of scripts without blanks, a character."""

_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_ODD = tuple(np.uint64(one) for one in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 1))

Hashes = NDArray[np.uint64]


class Sketch(NamedTuple):
    """What is kept of an article's words, so that its copies are found among many thousands."""

    length: int
    """How many words it has."""
    digest: int
    """Tells the words in their order from all others; 64 bits, with sign."""
    sample: NDArray[np.uint32]
    """Hashes of the runs of four words that were drawn by their hash alone, ascending.

    Since the same runs are drawn in every text, the share of a text's sample that is in another's
    estimates how much of the text is in the other (Broder, On the resemblance and containment of
    documents, 1997).
    """


def runs(text: str) -> tuple[int, Hashes]:
    """How many words a text has, and the hash of each run of four."""
    words = _hashed(text)
    return len(words), _runs(words)


def sketch(text: str) -> Sketch:
    """The sketch of a text."""
    words = _hashed(text)
    every = _runs(words)
    high = (every >> np.uint64(32)).astype(np.uint32)
    sample = np.unique(high[every % np.uint64(SAMPLED) == 0])
    return Sketch(len(words), _digest(words), sample)


class _Table(dict[str, int]):
    """The hashes of words, each found once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[word] = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        return found


_HASHES = _Table()


def _hashed(text: str) -> Hashes:
    words = WORD.findall(text.lower())
    return np.fromiter(map(_HASHES.__getitem__, words), np.uint64, len(words))


def _runs(words: Hashes) -> Hashes:
    """The hash of each run of words: a sum of products, mixed as in SplitMix64."""
    count = max(len(words) - RUN + 1, 0)
    found = np.zeros(count, np.uint64)
    for place, odd in enumerate(_ODD):
        found += words[place : place + count] * odd
    return _mixed(found)


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> np.uint64(30))) * _MIX[0]
    values = (values ^ (values >> np.uint64(27))) * _MIX[1]
    return values ^ (values >> np.uint64(31))


def _digest(words: Hashes) -> int:
    places = np.arange(1, len(words) + 1, dtype=np.uint64)
    total: Any = _mixed(words + places * _ODD[0]).sum(dtype=np.uint64)
    return int(total.astype(np.int64))

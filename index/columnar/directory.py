"""Names by the beginnings of their words: who is meant while a name is being typed."""

import re
import unicodedata
from collections.abc import Iterable

import numpy as np

from index.columnar.arrays import Ints
from index.columnar.splices import Splice
from index.columnar.strings import encode

_BETWEEN_WORDS = re.compile(r"[^\w\n]+")


class Directory:
    """Names by number, several of one thing in one; case, accents and signs in them do not matter."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take what each is called, one name after the other."""
        # A name may stand in a text with a line end in it
        lines = "".join([" " + name.replace("\n", " ") + "\n" for name in names])
        self._hold(encode(_plain(lines)))

    def _hold(self, lines: bytes) -> None:
        self._lines = lines
        self._blob = np.frombuffer(lines, np.uint8)
        self._edges = np.append(0, np.flatnonzero(self._blob == ord("\n")) + 1)

    def spliced(self, splice: Splice, coming: "Directory") -> "Directory":
        """The same without those that go, and with those that come."""
        found = Directory(())
        found._hold(splice.of_stretches(self._blob, self._edges, coming._blob, coming._edges).tobytes())
        return found

    def beginning(self, typed: str) -> Ints:
        """Numbers of those that are called so, or have words that begin so, side by side; ascending."""
        if not typed.strip():
            return np.arange(len(self._edges) - 1)
        wanted = encode(" " + _plain(typed).strip())
        places = np.fromiter(_places(self._lines, wanted), np.int64)
        return np.unique(np.searchsorted(self._edges, places, side="right") - 1)


def _places(lines: bytes, wanted: bytes) -> Iterable[int]:
    at = lines.find(wanted)
    while at >= 0:
        yield at
        # On to the next line: once is enough
        at = lines.find(b"\n", at)
        at = lines.find(wanted, at) if at >= 0 else -1


def _plain(text: str) -> str:
    """Words parted by single blanks, without capitals and accents; line ends stay."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(part for part in parts if not unicodedata.combining(part))
    return _BETWEEN_WORDS.sub(" ", text.casefold())

"""Writing a text that was read as a query that finds it: nothing in it is an operator any more."""

import re

from index.errors import QueryError
from index.fulltext.query import Words
from index.fulltext.syntax import parse
from index.fulltext.tagging import QUOTES

_UNWRITABLE = re.compile(rf"[\s*?~{QUOTES}]+")
"""What means something even within a phrase; no word holds it."""

_EDGES = " ,;:!…–—"
"""Signs around a text that are no part of its words."""


def quoted(*pieces: str) -> str:
    """A query for the words of some pieces of text, in their order; no piece runs across paragraphs.

    A single word stands as it is, unless it would be read as something else. Each piece is a clause of
    its own.

    Returns:
        The query; empty where no piece has a letter or digit.

    Raises:
        QueryError: It would become too long.
    """
    written = " ".join(filter(None, map(_written, pieces)))
    parse(written)
    return written


def _written(piece: str) -> str:
    words = _UNWRITABLE.sub(" ", piece).strip(_EDGES)
    if not any(character.isalnum() for character in words):
        return ""
    phrase = f'"{words}"'
    return words if _is_plain(words, phrase) else phrase


def _is_plain(word: str, phrase: str) -> bool:
    """Whether a word means without quotation marks what it means within them."""
    if " " in word:
        return False
    try:
        bare, meant = parse(word).root, parse(phrase).root
    except QueryError:
        return False
    if not (isinstance(bare, Words) and isinstance(meant, Words)):
        return False
    return (bare.start, bare.end, bare.field, bare.graph) == (0, len(word), meant.field, meant.graph)

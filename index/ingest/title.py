"""What can serve as a title: lines that look like one, and first sentences where there is none."""

import re
import unicodedata

from index.ingest.credits import read_credits
from index.language.sentences import sentence_ends

MAX_CELLS = 76
"""Terminal cells of a title that is made of a first sentence: two lines of a list."""

MAX_LENGTH = 200
"""Characters of a line that may be a title."""

_PARAGRAPHS = 20
_LETTER = re.compile(r"[^\W\d_]")
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.){2,}\Z|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|vs)\.\Z")
_SENTENCE_SIGNS = (".", ",", ";", ":", "。", "．", "،", "؛", "۔", "。」")
_LIST_MARK = re.compile(r"[-*•–—]\s|[>]")


def title_like(text: str) -> bool:
    """Whether a line could be a headline: short, and not a sentence that a full stop ends."""
    if len(text) > MAX_LENGTH or len(text.split()) > 30 or not _LETTER.search(text) or _LIST_MARK.match(text):
        return False
    if text.endswith(("...", "…")):
        return True
    bare = text.rstrip("\"'”’»)")
    return not bare.endswith((".", ",", ";", ":", "。", "．", "،", "؛", "۔", "。」")) or bool(
        _ABBREVIATED.search(bare)
    )


def title_of(text: str) -> str | None:
    """The first sentence of a text, cut at a word; None where no letter is in it.

    The sentence stays in the text; this is only its name.
    """
    named = [paragraph for paragraph in _first_paragraphs(text) if _LETTER.search(paragraph)]
    if not named:
        return None
    paragraph = next((paragraph for paragraph in named if read_credits(paragraph) is None), named[0])
    sentence = paragraph[: next(iter(sentence_ends(paragraph)), len(paragraph))]
    return shorten(" ".join(sentence.split()), MAX_CELLS)


def _first_paragraphs(text: str) -> list[str]:
    """The beginnings of the first paragraphs; twenty of them are enough."""
    found: list[str] = []
    begin = 0
    while begin <= len(text) and len(found) < _PARAGRAPHS:
        end = text.find("\n\n", begin)
        end = len(text) if end < 0 else end
        found.append(text[begin : min(end, begin + 20 * MAX_CELLS)])
        begin = end + 2
    return found


def shorten(text: str, cells: int) -> str:
    """Cuts a line at a word so that it fits, and says so with an ellipsis."""
    width = 0
    room = -1
    for character in text:
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if width > cells:
            break
        room += 1
    else:
        return text
    cut = text.rfind(" ", room // 2, room + 1)
    return text[: cut if cut > 0 else room].rstrip(" ,;:–—-(“‘\"'\u200d") + "…"

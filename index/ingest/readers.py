"""Which reader reads which kind of file: a new format is a module with a reader, and a line here."""

import os
from collections.abc import Callable, Mapping

from index.ingest.draft import Draft

READER_VERSION = "3"
"""Another one whenever the same bytes are read in another way: libraries are then read anew."""

Reader = Callable[[str, bytes], Draft]
"""Makes an article of a file's name and content, or raises `UnreadableFile`."""


def _text() -> Reader:
    """What plain text takes is imported with the first one, not to find files."""
    from index.ingest.text import read_text

    return read_text


def _markdown() -> Reader:
    """The parser of Markdown is imported when the first such file is read, which takes 40 ms."""
    from index.ingest.markdown import read_markdown

    return read_markdown


def _html() -> Reader:
    """The parser of web pages is imported when the first one is read."""
    from index.ingest.html import read_html

    return read_html


_READERS: Mapping[str, Callable[[], Reader]] = {
    ".txt": _text,
    **dict.fromkeys((".md", ".markdown"), _markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _html),
}

SUFFIXES = frozenset(_READERS)
"""Suffixes, in lower case, of the files that are read when found in a folder."""


def load_reader(name: str) -> Reader:
    """Loads the reader of a file, by its name; text where no reader knows it."""
    return _READERS.get(os.path.splitext(name)[1].lower(), _text)()


def read_article(name: str, data: bytes) -> Draft:
    """Reads an article.

    Args:
        name: Name of the file: its suffix chooses the reader (text where no reader knows
            it), and it serves as title where the content offers none.
        data: Content of the file.

    Raises:
        UnreadableFile: There is no article in it; the message says why.
    """
    return load_reader(name)(name, data)

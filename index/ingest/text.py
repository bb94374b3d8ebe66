"""Reads plain text files."""

import os

from index.errors import UnreadableFile
from index.ingest.clean import clean, clean_lines
from index.ingest.decode import decode
from index.ingest.draft import Draft
from index.ingest.head import read_head
from index.ingest.language import guess_language
from index.ingest.passages import lay_out
from index.ingest.residue import find_residue
from index.ingest.title import title_of


def read_text(name: str, data: bytes) -> Draft:
    """Reads a plain text article.

    Raises:
        UnreadableFile: It is empty, or not text.
    """
    lines, numbers = clean_lines(decode(data))
    if not any(lines):
        raise UnreadableFile("empty")
    head = read_head(lines)
    left_out = head.lines | find_residue(lines, head.lines)
    body = [("" if place in left_out else line) for place, line in enumerate(lines)]
    if not any(body):
        # An article is never all head: what there is of it is then its text.
        body = lines
    text, passages = lay_out(body, numbers)
    title = head.title or title_of(text) or clean(os.path.splitext(name)[0]).replace("\n", " ") or "Untitled"
    return Draft(
        title=title,
        source=head.source,
        byline=head.byline,
        published=head.published,
        language=guess_language(text),
        url=head.url,
        text=text,
        passages=passages,
    )

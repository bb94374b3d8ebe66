"""Reads Markdown files: their prose, with the markup taken off.

Whatever could be markup or text is text: no word, number or quotation mark of an article
is lost because it stands beside a sign that Markdown knows.
"""

import os
from collections.abc import Sequence

from index.errors import UnreadableFile
from index.ingest.blocks import Block, lay_out_blocks, plain_blocks
from index.ingest.clean import clean, clean_lines
from index.ingest.decode import decode
from index.ingest.draft import Draft
from index.ingest.front_matter import FrontMatter, find_front_matter, read_front_matter
from index.ingest.head import Head, read_head
from index.ingest.language import guess_language
from index.ingest.markup import read_blocks
from index.ingest.residue import find_residue
from index.ingest.title import title_like, title_of

_MAX_TITLE = 300
"""Characters of a heading that may be the title."""


def read_markdown(name: str, data: bytes) -> Draft:
    """Reads an article in Markdown.

    A front matter that is no mapping in YAML is text. The title is that of the front
    matter, or the heading at the top. Without a front matter the lines below the heading
    are searched for date, author and outlet, as in a text file.

    Raises:
        UnreadableFile: It is empty, or not text, or all front matter.
    """
    lines, numbers = clean_lines(decode(data))
    if not any(lines):
        raise UnreadableFile("empty")
    front = FrontMatter()
    above: list[Block] = []
    begin = 0
    place = find_front_matter(lines)
    if place:
        first, last = place
        found = read_front_matter("\n".join(lines[first + 1 : last]))
        if found or not any(lines[first + 1 : last]):
            front, begin = found or front, last + 1
        elif any(map(_is_labelled, lines[first + 1 : last])):
            # As Markdown, its last line would be a heading.
            above = plain_blocks(lines[first + 1 : last], numbers[first + 1 : last])
            begin = last + 1
        else:
            place = None
    blocks = read_blocks(lines[begin:], numbers[begin:])
    title, blocks = _take_title(blocks, front.title)
    head = None
    if not place:
        head, blocks = _take_head(title, blocks)
        title = title or head.title
    blocks = above + blocks
    text, passages = lay_out_blocks(blocks)
    if not text and title and not front.title:
        # An article is never all head: what there is of it is then its text.
        text, passages = lay_out_blocks(read_blocks(lines[begin:], numbers[begin:]))
    if not text:
        raise UnreadableFile("nothing below its front matter" if place else "empty")
    return Draft(
        title=title or title_of(text) or " ".join(clean(os.path.splitext(name)[0]).split()) or "Untitled",
        source=front.source or (head.source if head else None),
        byline=front.byline or (head.byline if head else None),
        published=front.published or (head.published if head else None),
        language=front.language or guess_language(text),
        url=front.url or (head.url if head else None),
        text=text,
        passages=passages,
    )


def _is_labelled(line: str) -> bool:
    """Whether a line looks like one of a front matter."""
    label, colon, _ = line.partition(":")
    return bool(colon) and 0 < len(label) < 40 and not label[0].isspace()


def _take_title(blocks: list[Block], known: str | None) -> tuple[str | None, list[Block]]:
    """The title, and the blocks without the heading that says it.

    That is the heading with which the article begins, or its first one of the first level
    where only one short line, a kicker or a date, stands above it.
    """
    for place, block in enumerate(blocks[:2]):
        text = block.text
        if block.heading and text and len(text) <= _MAX_TITLE and (place == 0 or block.heading == 1):
            if known is None or text.casefold() == known.casefold():
                return known or text, blocks[:place] + blocks[place + 1 :]
            break
        if not title_like(text):
            break
    return known, blocks


def _take_head(title: str | None, blocks: list[Block]) -> tuple[Head, list[Block]]:
    """What the first lines say of the article, and the blocks without these and without page furniture."""
    lines: list[str] = [title, ""] if title else []
    places: list[tuple[int, int] | None] = [None] * len(lines)
    for at, block in enumerate(blocks):
        for row, line in enumerate(block.lines):
            lines.append(line.text)
            places.append((at, row))
        lines.append("")
        places.append(None)
    head = read_head(lines)
    gone = head.lines | find_residue(lines, head.lines)
    return head, _without(blocks, {place for at in gone if (place := places[at])})


def _without(blocks: Sequence[Block], gone: set[tuple[int, int]]) -> list[Block]:
    """The blocks without some of their lines."""
    touched = {at for at, _ in gone}
    left = []
    for at, block in enumerate(blocks):
        if at in touched:
            rows = tuple(line for row, line in enumerate(block.lines) if (at, row) not in gone)
            if rows:
                left.append(Block(rows, block.kept, block.heading))
        else:
            left.append(block)
    return left

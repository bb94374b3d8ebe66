"""Makes paragraphs of the elements of an article."""

import re
from collections.abc import Iterator

from index.ingest.blocks import Block, Line, folded, rows
from index.ingest.html_article import is_embed, is_link_list, plain_text
from index.ingest.html_tree import Element, Text
from index.ingest.html_words import HEADING_TAGS

_MAX_CELL = 300
"""Characters of a table's cell that is still one of data; what is longer is layout."""

_SENTENCE = re.compile(r"[.!?…:;,。！？]['\"”’»)\]]*\Z")
_SPACE = re.compile(r"[ \t\f\r]*\n")


def read_blocks(article: Element, heading: Element | None) -> list[Block]:
    """The paragraphs, headings, list items, tables and code of an article.

    Args:
        article: The element that holds it.
        heading: The element that holds its title, which is left out.
    """
    return list(_Reading(heading).run(article))


class _Reading:
    """The way through an article; a paragraph is open until a block begins or ends."""

    def __init__(self, heading: Element | None) -> None:
        self._heading = heading
        self._texts: list[list[str]] = [[]]
        self._numbers: list[list[int]] = [[]]
        self._breaks = 0
        self._links = 0
        self._size = 0
        self._linked = 0
        self._mark = ""
        self._level = 0
        self._embedded = 0
        self._counters: list[int | None] = []

    def run(self, article: Element) -> Iterator[Block]:
        """Goes through the article."""
        # For each step, what begins or, where True stands beside it, ends.
        stack: list[tuple[Element | Text, bool]] = [(article, False)]
        while stack:
            node, ends = stack.pop()
            if isinstance(node, Text):
                self._text(node)
            elif ends:
                yield from self._end(node)
            elif not node.dropped and node is not self._heading:
                if node is not article and is_link_list(node):
                    yield from self._flush()
                elif node.tag == "pre":
                    yield from self._flush()
                    yield from self._code(node)
                elif node.tag == "table" and (table := _data_rows(node)):
                    yield from self._flush()
                    yield from _table(table)
                else:
                    yield from self._begin(node)
                    stack.append((node, True))
                    stack.extend((child, False) for child in reversed(node.children))
        yield from self._flush()

    def _begin(self, node: Element) -> Iterator[Block]:
        """Begins an element."""
        tag = node.tag
        if tag == "br":
            yield from self._break(node)
        elif tag == "x-a":
            self._linked += node.is_link
        elif node.is_block:
            if self._embedded:
                self._space()
            else:
                yield from self._flush()
            if tag in HEADING_TAGS:
                self._level = int(tag[1])
            elif tag in ("ul", "ol"):
                start = node.get("start")
                first = int(start) if start.isdecimal() and len(start) < 9 else 1
                self._counters.append(first if tag == "ol" else None)
            elif tag == "li":
                self._mark = self._next_mark()
        if is_embed(node):
            self._embedded += 1

    def _end(self, node: Element) -> Iterator[Block]:
        """Ends an element."""
        tag = node.tag
        if is_embed(node):
            self._embedded -= 1
        if tag == "x-a":
            self._linked -= node.is_link
        elif node.is_block:
            if self._embedded:
                self._space()
            else:
                yield from self._flush()
            if tag in HEADING_TAGS:
                self._level = 0
            elif tag in ("ul", "ol"):
                self._counters.pop()
            elif tag == "li":
                self._mark = ""

    def _next_mark(self) -> str:
        """The mark of the next item of a list."""
        number = self._counters[-1] if self._counters else None
        if number is None:
            return "– "
        self._counters[-1] = number + 1
        return f"{number}. "

    def _text(self, node: Text) -> None:
        """Adds text to the paragraph, line by line of the source."""
        text, line = node.text, node.line
        if not self._size:
            # A paragraph begins where its first word stands.
            bare = text.lstrip()
            if not bare:
                return
            line += text.count("\n", 0, len(text) - len(bare))
            text = bare
        size = len(text.strip())
        if size:
            self._breaks = 0
        self._size += size
        self._links += size if self._linked else 0
        for row, piece in enumerate(_SPACE.sub("\n", text).split("\n")):
            if row or not self._texts[-1]:
                self._texts[-1].append(piece)
                self._numbers[-1].append(line + row)
            else:
                self._texts[-1][-1] += piece

    def _space(self) -> None:
        """Parts words where a block ends that is no paragraph of its own."""
        if self._texts[-1]:
            self._texts[-1][-1] += " "

    def _break(self, node: Element) -> Iterator[Block]:
        """Ends a line; the second time in a row, the paragraph."""
        self._breaks += 1
        if self._breaks > 1 and not self._embedded:
            yield from self._flush()
        elif self._size:
            self._texts.append([])
            self._numbers.append([])

    def _flush(self) -> Iterator[Block]:
        """Ends the paragraph."""
        texts, numbers, size, links = self._texts, self._numbers, self._size, self._links
        self._texts, self._numbers, self._size, self._links, self._breaks = [[]], [[]], 0, 0, 0
        if not size:
            return
        shown = (folded(row, lines) for row, lines in zip(texts, numbers, strict=True) if row)
        lines = [line for line in shown if line]
        if not lines:
            return
        if links >= 0.9 * size and not self._level and not self._embedded and _leads_away(lines, size):
            return
        if self._mark:
            lines[0] = lines[0].after(self._mark)
            self._mark = ""
        yield Block(tuple(lines), heading=self._level)

    def _code(self, node: Element) -> Iterator[Block]:
        """What is set as it stands."""
        texts: list[str] = []
        numbers: list[int] = []
        stack: list[Element | Text] = [node]
        joined = False
        while stack:
            inner = stack.pop()
            if isinstance(inner, Element):
                if not inner.dropped:
                    joined = joined and inner.tag != "br"
                    stack.extend(reversed(inner.children))
                continue
            for row, piece in enumerate(inner.text.split("\n")):
                if joined and not row:
                    texts[-1] += piece
                else:
                    texts.append(piece)
                    numbers.append(inner.line + row)
            joined = True
        lines = rows(texts, numbers) if texts else ()
        if any(line.text for line in lines):
            yield Block(lines, kept=True)


def _leads_away(lines: list[Line], size: int) -> bool:
    """Whether a paragraph that is one link leads to another article rather than being text."""
    return size < 200 and not _SENTENCE.search(lines[-1].text)


def _data_rows(table: Element) -> list[tuple[int, list[str]]]:
    """The rows of a table of data with their lines; empty where it only serves the layout."""
    found: list[tuple[int, list[str]]] = []
    stack: list[Element | Text] = list(reversed(table.children))
    while stack:
        node = stack.pop()
        if isinstance(node, Text) or node.dropped:
            continue
        if node.tag == "table":
            return []
        if node.tag == "tr":
            found.append((node.line, []))
        if node.tag in ("td", "th", "caption"):
            if not found or node.tag == "caption":
                found.append((node.line, []))
            if node.size > _MAX_CELL:
                return []
            found[-1][1].append(plain_text(node))
        stack.extend(reversed(node.children))
    shown = [(line, cells) for line, cells in found if any(cells)]
    return shown if len(shown) > 1 and max(len(cells) for _, cells in shown) > 1 else []


def _table(table: list[tuple[int, list[str]]]) -> Iterator[Block]:
    """A table, row by row."""
    lines = rows([" | ".join(cells) for _, cells in table], [line for line, _ in table])
    if any(line.text for line in lines):
        yield Block(tuple(line for line in lines if line.text), kept=True)

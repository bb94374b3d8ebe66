"""The elements of a page as a plain tree, with what is needed to tell prose from furniture."""

import re

from selectolax.lexbor import LexborHTMLParser

from index.ingest.html_source import LINE
from index.ingest.html_words import BLOCK_TAGS, HEADING_TAGS

_PROSE = 60
"""Weight from which on a run of text counts as prose."""

_WIDE = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Element:
    """An element, what it holds, and how much of that is text, links and prose."""

    __slots__ = (
        "attributes", "children", "dropped", "line", "links", "own", "own_links", "parent", "prose", "size",
        "tag",
    )  # fmt: skip

    def __init__(
        self, tag: str, attributes: dict[str, str | None], line: int, parent: "Element | None"
    ) -> None:
        self.tag = tag
        """Its name, in lower case."""
        self.attributes = attributes
        """Its attributes; those without a value have None."""
        self.line = line
        """The line of the source on which it begins."""
        self.parent = parent
        """The element around it."""
        self.children: list[Element | Text] = []
        """What is in it, in order."""
        self.dropped = False
        """Whether it is furniture."""
        self.own = 0
        """Characters of text in it and in no block within it."""
        self.own_links = 0
        """Those of them in links."""
        self.size = 0
        """Characters of text anywhere in it."""
        self.links = 0
        """Those of them in links."""
        self.prose = 0
        """Characters of it that are prose: long runs of text that are not mostly links."""

    def get(self, name: str) -> str:
        """An attribute's value, empty where there is none."""
        return self.attributes.get(name) or ""

    @property
    def is_block(self) -> bool:
        """Whether paragraphs end where it begins and ends."""
        return self.tag in BLOCK_TAGS or ("-" in self.tag and self.tag != "x-a")

    @property
    def is_link(self) -> bool:
        """Whether it leads elsewhere."""
        return self.tag == "x-a" and "href" in self.attributes


class Text:
    """A piece of text."""

    __slots__ = ("line", "text")

    def __init__(self, text: str, line: int) -> None:
        self.text = text
        """What it says; its line ends are those of the source."""
        self.line = line
        """The line of the source on which it begins."""


def build(page: str) -> tuple[Element, list[Element]]:
    """Parses a page that `html_source` has made safe.

    Returns:
        Its root, and all elements in the order in which they begin.
    """
    parsed = LexborHTMLParser(page.encode("utf-8", "replace").decode("utf-8")).root
    root = Element("html", {}, 1, None)
    elements = [root]
    if parsed is None:
        return root, elements
    line = 1
    # For each level that is open: our element, the block around, whether in a link.
    stack = [(root, root, False)]
    node = parsed.first_child
    while node is not None:
        parent, block, linked = stack[-1]
        if node.is_text_node:
            text = node.text_content or ""
            parent.children.append(Text(text, line))
            line += text.count("\n")
            visible = len(text.strip())
            block.own += visible
            if linked:
                block.own_links += visible
        elif node.is_element_node:
            attributes = node.attributes
            stamp = attributes.pop(LINE, None)
            if stamp and stamp.isdecimal():
                line = int(stamp)
            element = Element(node.tag or "", attributes, line, parent)
            parent.children.append(element)
            elements.append(element)
            if node.first_child is not None:
                around = element if element.is_block else block
                stack.append((element, around, linked or element.is_link))
                node = node.first_child
                continue
        following = node.next
        while following is None and len(stack) > 1 and node.parent is not None:
            node = node.parent
            stack.pop()
            following = node.next
        node = following
    _measure(elements)
    return root, elements


def weight(text: str) -> int:
    """How much a text says, in characters of alphabets; those of other scripts say as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))


def drop(element: Element) -> None:
    """Takes an element for furniture; what is around it no longer counts what is in it."""
    element.dropped = True
    around = element.parent
    while around is not None:
        around.size -= element.size
        around.links -= element.links
        around.prose -= element.prose
        around = around.parent


def _measure(elements: list[Element]) -> None:
    """Adds up, from the inside out, what the elements hold."""
    for element in reversed(elements):
        element.size += element.own
        element.links += element.own_links
        if element.own_links * 2 < element.own and element.tag not in HEADING_TAGS:
            heavy = element.own >= _PROSE // 3 and weight(_direct(element)) >= _PROSE
            if element.own >= _PROSE or heavy:
                element.prose += element.own
        if element.parent is not None:
            element.parent.size += element.size
            element.parent.links += element.links
            element.parent.prose += element.prose


def _direct(element: Element) -> str:
    """The text that stands in an element and in nothing within it."""
    return "".join(child.text.strip() for child in element.children if isinstance(child, Text))

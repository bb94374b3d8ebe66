"""Finds the article on a page: drops the furniture, and takes what holds nearly all of the prose."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.ingest.html_tree import Element, Text, drop
from index.ingest.html_words import (
    BODY_CLASSES,
    EMBEDS,
    FURNITURE_PAIRS,
    FURNITURE_ROLES,
    FURNITURE_TAGS,
    FURNITURE_WORDS,
)

_MOST = 3
"""What is called furniture may hold this many times the prose that is left without it."""

_SHARE = 0.6
"""Share of the page's prose that what is marked as the article must hold."""

_NARROW = 0.85
"""Share of the prose that an inner element must hold to be taken for the one around it."""

_LINKED = 0.8
"""Share of a list that is links where it leads to other articles."""

_NEVER_NAMED = frozenset({"article", "body", "li", "main", "p", "td", "tr"})
"""Elements whose class says something else, such as on which kind of page they stand."""

_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…。！？]['\"”’»)\]]*\s*\Z")


def drop_furniture(elements: Sequence[Element]) -> None:
    """Takes for furniture what the page calls so, unless most of the prose would go with it.

    What its element or its role calls furniture goes first: only what is left then can tell
    whether something that is merely named so holds the article.
    """
    root = elements[0]
    for is_furniture in (_is_built_so, _is_named_so):
        for element in elements:
            around = element.parent
            if around is None or element.dropped:
                continue
            if around.dropped:
                # What is in it has gone with it, and is counted no more.
                element.dropped = True
            elif is_furniture(element) and element.prose <= _MOST * (root.prose - element.prose):
                drop(element)


def find_body(elements: Sequence[Element]) -> Element:
    """The smallest element that holds nearly all of the article."""
    root = elements[0]
    for is_marked in (_is_marked, _is_main):
        marked = [
            element for element in elements if not element.dropped and element.prose and is_marked(element)
        ]
        best = max((element.prose for element in marked), default=0)
        if best and best >= _SHARE * root.prose:
            # The outermost of those that hold about as much: a deck may stand in it above the text.
            return next(element for element in marked if element.prose >= _NARROW * best)
    body = root
    while True:
        inner = [child for child in body.children if isinstance(child, Element) and not child.dropped]
        largest = max(inner, key=lambda child: child.prose, default=None)
        if largest is None or not largest.prose or largest.prose < _NARROW * body.prose or largest.tag == "p":
            return body
        body = largest


def find_heading(elements: Sequence[Element], body: Element, titles: Sequence[str]) -> Element | None:
    """The headline on the page: a first-level heading that a title in the head confirms.

    Where no title is known, it is the only such heading in or right above the body.
    """
    known = [_words(title) for title in titles]
    others = [element for element in elements if element.tag == "h1" and not element.dropped]
    for element in others:
        words = _words(plain_text(element))
        if words and any(len(words & title) * 2 >= min(len(words), len(title)) for title in known if title):
            return element
    if not known and len(others) == 1 and _words(plain_text(others[0])):
        return others[0]
    return None


def frame(body: Element, heading: Element | None) -> Element:
    """The element that holds the headline and the body, and between them, at most, a deck and credits."""
    if heading is None:
        return body
    above: set[int] = set()
    around: Element | None = heading
    while around is not None:
        above.add(id(around))
        around = around.parent
    outer = body
    while id(outer) not in above and outer.parent is not None:
        outer = outer.parent
    if outer is not body:
        if outer.size > 1.5 * body.size + 600:
            return body
        _drop_beside(body, outer, after=True)
    _drop_beside(heading, outer, after=False)
    return outer


def is_link_list(element: Element) -> bool:
    """Whether a list or a row of blocks does nothing but lead to other articles."""
    if element.tag not in ("ul", "ol", "div", "section", "dl") or element.prose or not element.size:
        return False
    return element.links >= _LINKED * element.size and not _SENTENCE.search(plain_text(element))


def is_embed(element: Element) -> bool:
    """Whether an element holds a post from elsewhere."""
    return not EMBEDS.isdisjoint(element.get("class").lower().split())


def class_words(element: Element) -> list[list[str]]:
    """The words of each class of an element, and of its id, in lower case."""
    names = [*element.get("class")[:1000].split(), element.get("id")[:200]]
    return [[word.lower() for word in _PIECE.findall(name)] for name in names]


def plain_text(element: Element) -> str:
    """All text in an element, on one line."""
    pieces: list[str] = []
    stack: list[Element | Text] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            pieces.append(node.text)
        elif not node.dropped:
            pieces.append(" " if node.is_block or node.tag == "br" else "")
            stack.extend(reversed(node.children))
    return " ".join("".join(pieces).split())


def _is_built_so(element: Element) -> bool:
    """Whether an element is made for what belongs to no article, or is hidden."""
    tag = element.tag
    if tag in FURNITURE_TAGS or (tag == "header" and _is_site_header(element)):
        return True
    attributes = element.attributes
    if "hidden" in attributes or element.get("aria-hidden").lower() == "true":
        return True
    if "style" in attributes and _HIDDEN.search(element.get("style")[:1000]):
        return True
    if tag in ("body", "article", "main") or not element.is_block:
        return False
    return "role" in attributes and not FURNITURE_ROLES.isdisjoint(element.get("role").lower().split())


def _is_named_so(element: Element) -> bool:
    """Whether the class or the id of an element names something that belongs to no article."""
    if not element.is_block or not element.attributes or element.tag in _NEVER_NAMED or is_embed(element):
        return False
    for words in class_words(element):
        if not FURNITURE_WORDS.isdisjoint(words):
            return True
        if any(f"{one}-{two}" in FURNITURE_PAIRS for one, two in pairwise(words)):
            return True
    return False


def _is_site_header(element: Element) -> bool:
    """Whether a header is that of the site: full of links, and in no article."""
    around = element.parent
    while around is not None:
        if around.tag in ("article", "main"):
            return False
        around = around.parent
    return not element.prose and element.links * 2 >= element.size


def _is_marked(element: Element) -> bool:
    """Whether the page says that this is the article."""
    if element.tag == "article" or element.get("role").lower() == "article":
        return True
    if "articlebody" in element.get("itemprop").lower().split():
        return True
    return not BODY_CLASSES.isdisjoint(element.get("class").lower().split())


def _is_main(element: Element) -> bool:
    """Whether the page says that this is what it is about, which may be a list of articles too."""
    return element.tag == "main" or element.get("role").lower() == "main"


def _words(text: str) -> set[str]:
    """The words of a title, for comparing."""
    return set(re.findall(r"\w+", text.casefold()))


def _drop_beside(inner: Element, outer: Element, *, after: bool) -> None:
    """Drops what stands in `outer` after `inner`, or before it."""
    while inner is not outer and inner.parent is not None:
        place = inner.parent.children.index(inner)
        beside = inner.parent.children[place + 1 :] if after else inner.parent.children[:place]
        for node in beside:
            if isinstance(node, Element) and not node.dropped and (after or not node.prose):
                drop(node)
        inner = inner.parent

"""Reads web pages that were saved: the article, without what stands around it."""

import os
import re

from index.errors import UnreadableFile
from index.ingest.blocks import Block, lay_out_blocks, plain_blocks
from index.ingest.clean import clean, clean_lines
from index.ingest.credits import read_credits
from index.ingest.draft import Draft
from index.ingest.html_article import (
    class_words,
    drop_furniture,
    find_body,
    find_heading,
    frame,
    plain_text,
)
from index.ingest.html_blocks import read_blocks
from index.ingest.html_decode import decode_page
from index.ingest.html_head import PageHead, author_of, page_date, read_page_head
from index.ingest.html_source import read_source
from index.ingest.html_tree import Element, build, weight
from index.ingest.html_words import BYLINE_WORDS
from index.ingest.language import told
from index.ingest.lexicon import SECTIONS
from index.ingest.outlets import is_outlet_like, outlet_of_address
from index.ingest.residue import find_residue, is_residue
from index.ingest.title import title_of

_MIN_ARTICLE = 20
"""Characters of text that make an article of a page that calls itself one."""

_MIN_PROSE = 250
"""Characters of prose without which any other page is none."""

_MAX_ABOVE = 20
"""Blocks above the text among which credits are looked for."""

_MAX_CREDITS = 250
_MAX_TITLE = 300
_TAIL = re.compile(r"\s+[|\-–—·•»:]{1,2}\s+")


def read_html(name: str, data: bytes) -> Draft:
    """Reads the article of a web page.

    Raises:
        UnreadableFile: It is empty, or not text, or there is no article in it.
    """
    source = read_source(decode_page(data))
    head = read_page_head(source)
    _, elements = build(source.page)
    drop_furniture(elements)
    body = find_body(elements)
    titles = [title for title in (head.headline, head.social_title, head.page_title) if title]
    heading = find_heading(elements, body, titles)
    article = frame(body, heading)
    seen = _Seen(head, _title(head, heading))
    seen.read_elements(elements, article)
    blocks = _without_residue(seen.read_blocks(read_blocks(article, heading)))
    text, passages = lay_out_blocks(blocks)
    if weight(text) < _MIN_PROSE and head.body and len(head.body) > 2 * len(text):
        # Some pages bring their text only as data, for a script to show.
        lines, _ = clean_lines(head.body)
        text, passages = lay_out_blocks(plain_blocks(lines, [1] * len(lines)))
    called = head.is_article or body.tag == "article"
    if weight(text) < (_MIN_ARTICLE if called else _MIN_PROSE):
        raise UnreadableFile("no article found in the page")
    return Draft(
        title=seen.title
        or title_of(text)
        or " ".join(clean(os.path.splitext(name)[0]).split())
        or "Untitled",
        source=seen.source,
        byline=seen.byline,
        published=seen.published,
        language=told(text, head.language),
        url=head.url,
        text=text,
        passages=passages,
    )


def _title(head: PageHead, heading: Element | None) -> str | None:
    """The headline: as it stands on the page, else by structured data, meta tags, or the window's title."""
    shown = " ".join(clean(plain_text(heading)).split()) if heading else ""
    if shown and len(shown) <= _MAX_TITLE:
        return shown
    if head.headline:
        return head.headline
    title, _ = _untailed(head.social_title or head.page_title, head.site)
    return title


def _untailed(title: str | None, site: str | None) -> tuple[str | None, str | None]:
    """A title without the name of the site at its end, and that name."""
    if not title:
        return None, None
    cuts = list(_TAIL.finditer(title))
    if not cuts:
        return title, None
    first, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
    known = site is not None and (tail.casefold() in site.casefold() or site.casefold() in tail.casefold())
    barred = "|" in cuts[-1][0] and len(tail.split()) <= 4 and len(first.split()) >= 3
    if known or is_outlet_like(tail) or barred:
        return first, tail
    return title, None


class _Seen:
    """What the page shows of title, author, date and outlet, beside what its head says."""

    def __init__(self, head: PageHead, title: str | None) -> None:
        self.title = title
        """The headline."""
        self.byline = head.byline
        """Who wrote it."""
        self.published = head.published
        """ISO date of publication."""
        self.source = head.site or _untailed(head.page_title, None)[1]
        """The outlet."""
        self._url = head.url

    def read_elements(self, elements: list[Element], article: Element) -> None:
        """Learns date and author from the elements that are made for them."""
        inside = _within(elements, article)
        for element in inside:
            stamp = element.get("datetime") or element.get("content")
            if self.published is None and (element.tag == "time" or "datepublished" in _properties(element)):
                self.published = page_date(stamp) or page_date(plain_text(element))
        for element in inside:
            words = (
                {word for name in class_words(element) for word in name}
                if "class" in element.attributes
                else set()
            )
            named = "author" in element.get("rel").lower().split() or "author" in _properties(element)
            if self.byline is None and (named or not BYLINE_WORDS.isdisjoint(words)):
                text = " ".join(clean(plain_text(element)).split())
                if 0 < len(text) <= 100 and not text.endswith((".", ":", "!", "?")):
                    self._credit(text if named or text.lower().startswith("by") else f"By {text}")
        if self.source is None and self._url:
            self.source = outlet_of_address(self._url)

    def read_blocks(self, blocks: list[Block]) -> list[Block]:
        """Takes credits and the like from the top of the article; gives what is text."""
        left: list[Block] = []
        prose = 0
        for place, block in enumerate(blocks):
            if prose > 1 or place > _MAX_ABOVE:
                return left + blocks[place:]
            lines = tuple(
                line for line in block.lines if block.kept or not self._is_head(line.text, not prose)
            )
            if lines:
                left.append(Block(lines, block.kept, block.heading))
                prose += len(block.text) > 100
        return left

    def _is_head(self, text: str, first: bool) -> bool:
        """Whether a line at the top says what the head of the article says."""
        bare = text.strip(" |·•-–—:")
        if self.title and bare.casefold() == self.title.casefold():
            return True
        if not bare or (first and bare.casefold() in SECTIONS) or is_residue(text):
            return True
        name = author_of(bare)
        if name and self.byline and name.casefold() == self.byline.casefold():
            return True
        return len(text) <= _MAX_CREDITS and self._credit(text)

    def _credit(self, text: str) -> bool:
        """Learns from a line of credits; says whether it is one and nothing else."""
        credits = read_credits(text, beside=True, authored=self.byline is not None)
        if credits is None or not credits.whole or not (credits.dated or credits.signed):
            return False
        self.byline = self.byline or credits.byline
        self.source = self.source or credits.source
        self.published = self.published or credits.published
        return True


def _within(elements: list[Element], article: Element) -> list[Element]:
    """The elements of the article, and where they are small and hold credits, those around it."""
    inside: set[int] = {id(article)}
    found: list[Element] = []
    for element in elements:
        if element.parent is not None and id(element.parent) in inside and not element.dropped:
            inside.add(id(element))
            found.append(element)
    return found


def _properties(element: Element) -> list[str]:
    """What microdata call the element."""
    return element.get("itemprop").lower().split()


def _without_residue(blocks: list[Block]) -> list[Block]:
    """The blocks without the page furniture that no class name gave away."""
    lines: list[str] = []
    places: list[int] = []
    for at, block in enumerate(blocks):
        lines += [block.text, ""]
        places += [at, at]
    gone = {places[place] for place in find_residue(lines, frozenset())}
    return [
        block
        for at, block in enumerate(blocks)
        if at not in gone and not (len(block.lines) == 1 and len(block.text) < 60 and is_residue(block.text))
    ]

"""Takes the markup off Markdown and leaves its blocks.

The parser is markdown-it's, with those rules changed under which prose would lose something:
indented code, quotes in double backticks, asterisks between letters and digits, tags that
are none, lines that look like a reference.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, backtick
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from index.ingest.blocks import Block, plain_blocks, rows

_MAX_INLINE = 50_000
"""Characters of a paragraph in which markup is looked for; one that is longer stays as it is."""

_MAX_SIGNS = 2_000
"""Brackets and angles of a paragraph in which markup is looked for."""

_MARKED = re.compile(r"[*_`\[!<&\\]")
_ADDRESSED = re.compile(r"\[[^\]\[^][^\]\[]{0,300}\]:\s{0,9}<?(?:https?://|mailto:|www\.|[/#.])\S")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:?")
_NOTE_BELOW = re.compile(r"^ {0,3}\[\^[^\]\s]{1,40}\]:", re.MULTILINE)
_TAG = re.compile(
    r"</?(?:a|abbr|address|article|aside|b|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del"
    r"|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main"
    r"|mark|nav|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|table|tbody"
    r"|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?:\s[^<>]*|/)?>"
    r"|<!--(?:(?!-->)[^\n]|\n(?!\n))*-->",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_HIDDEN = re.compile(r"<!--|<(script|style)(?=[\s>])", re.IGNORECASE)
_UNDER_HEADER = re.compile(r"\|?\s{0,9}:?-+:?\s{0,9}(?:\|\s{0,9}:?-+:?\s{0,9})*\|?")
_PICTURE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")
_CONTAINERS = frozenset({"blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open"})


def read_blocks(lines: Sequence[str], numbers: Sequence[int]) -> list[Block]:
    """Reads the blocks of a Markdown text.

    Args:
        lines: Its cleaned lines.
        numbers: For each, its number in the source file.
    """
    source = "\n".join(lines)
    env: dict[str, set[int]] = {"definitions": set()}
    tokens = _parser().parse(source, env)
    notes = _NOTE_BELOW.search(source) is not None
    found = list(_Reading(tokens, numbers, notes).blocks())
    covered = env["definitions"]
    for token in tokens:
        if token.map and token.type not in _CONTAINERS:
            covered.update(range(*token.map))
    # What is nested deeper than the parser goes is left out by it; what it held is text all the same.
    lost = [place for place, line in enumerate(lines) if place not in covered and _LETTER.search(line)]
    if lost:
        for place in lost:
            found += [(place, block) for block in plain_blocks([lines[place]], [numbers[place]])]
        found.sort(key=lambda item: item[0])
    return [block for _, block in found]


class _Reading:
    """The way through the tokens of a text."""

    def __init__(self, tokens: Sequence[Token], numbers: Sequence[int], notes: bool) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._notes = notes
        self._mark = ""
        self._place = 0

    def blocks(self) -> Iterator[tuple[int, Block]]:
        """The blocks, each with the place of its first line among those of the text."""
        heading = 0
        for token in self._tokens:
            if token.map:
                self._place = token.map[0]
            kind = token.type
            if kind == "heading_open":
                heading = int(token.tag[1])
            elif kind == "heading_close":
                heading = 0
            elif kind == "list_item_open":
                # A plus may be a sign of the text: "+ 5 degrees".
                self._mark = f"{token.info}{token.markup} " if token.info or token.markup == "+" else "– "
            elif kind == "list_item_close":
                self._mark = ""
            elif kind == "inline":
                yield from self._paragraph(token, heading)
            elif kind == "fence":
                texts = token.content.rstrip("\n").split("\n")
                yield from self._block(self._place + 1, texts, kept=True)

    def _paragraph(self, token: Token, heading: int) -> Iterator[tuple[int, Block]]:
        """A paragraph; where a table begins in it, that is a block of its own."""
        texts = [text.strip() for text in self._texts(token)]
        under = next((row for row, text in enumerate(texts) if row and _UNDER_HEADER.fullmatch(text)), 0)
        if not under or "|" not in texts[under - 1]:
            yield from self._block(self._place, texts, heading=heading)
            return
        if under > 1:
            yield from self._block(self._place, texts[: under - 1])
        table = [(row, text) for row, text in enumerate(texts) if row >= under - 1 and row != under]
        shown = [" | ".join(cell.strip() for cell in text.strip("|").split("|")) for _, text in table]
        yield from self._block(self._place, shown, [self._place + row for row, _ in table], kept=True)

    def _block(
        self,
        place: int,
        texts: list[str],
        places: list[int] | None = None,
        *,
        kept: bool = False,
        heading: int = 0,
    ) -> Iterator[tuple[int, Block]]:
        """A block, unless there is nothing in it; the first of a list's item bears its mark."""
        places = places or [place + row for row in range(len(texts))]
        last = len(self._numbers) - 1
        lines = rows(texts, [self._numbers[min(at, last)] for at in places])
        if any(line.text.strip() for line in lines):
            if self._mark:
                lines = (lines[0].after(self._mark), *lines[1:])
                self._mark = ""
            yield place, Block(lines, kept, heading)

    def _texts(self, token: Token) -> list[str]:
        """The lines of a paragraph, without markup."""
        text = "".join(_shown(child) for child in token.children or [])
        if self._notes:
            text = _NOTE.sub(r"[\1]", text)
        return text.split("\n")


def _shown(token: Token) -> str:
    """What a piece of a paragraph shows."""
    if token.type == "code_inline":
        written: str = token.meta["written"]
        # Two backticks open a quotation more often than code, and an apostrophe may close one.
        if len(token.markup) > 1 or "'" in written:
            return written
        code = written[1:-1]
        return code[1:-1] if code.strip() and code.startswith(" ") and code.endswith(" ") else code
    if token.type == "image":
        text = "".join(_shown(child) for child in token.children or [])
        return "" if _PICTURE.fullmatch(text.strip()) else text
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.nesting == 0 else ""


@cache
def _parser() -> MarkdownIt:
    """The parser with its rules changed."""
    parser = MarkdownIt("commonmark").disable(["code", "autolink"])
    # Addresses are not shown, so none is refused or rewritten.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.core.ruler.at("inline", _inline)
    parser.block.ruler.at("html_block", _hidden_block, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.at("reference", _reference)
    parser.inline.ruler.at("html_inline", _tag)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("backticks", _backticks)
    return parser


def _inline(state: StateCore) -> None:
    """Looks for markup where there can be any and where that takes no endless time."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        text = token.content
        signs = text.count("[") + text.count("<") + text.count("`")
        token.children = []
        if _MARKED.search(text) and len(text) <= _MAX_INLINE and signs <= _MAX_SIGNS:
            state.md.inline.parse(text, state.md, state.env, token.children)
        else:
            token.children.append(Token("text", "", 0, content=text))


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Takes "[1]: https://…" for the definition of a link, but not "[Smith]: said" and no footnote."""
    begin = state.bMarks[start] + state.tShift[start]
    if not _ADDRESSED.match(state.src, begin, state.eMarks[start]):
        return False
    taken = reference(state, start, end, silent)
    if taken and not silent:
        state.env["definitions"].update(range(start, state.line))
    return taken


def _hidden_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Passes over comments, scripts and styles, where they are closed at the end of a line."""
    begin = state.bMarks[start] + state.tShift[start]
    found = _HIDDEN.match(state.src, begin, state.eMarks[start])
    if not found:
        return False
    closing = f"</{found[1].lower()}>" if found[1] else "-->"
    # Where the next closing stands is remembered, else endless openings would each look for it.
    known: dict[str, tuple[int, bool]] = state.env.setdefault("closings", {})
    at, last = known.get(closing, (begin - 1, False))
    if -1 < at < begin or closing not in known:
        at = state.src.find(closing, begin)
        behind = state.src[at + len(closing) : at + len(closing) + 100].split("\n", 1)[0]
        last = at >= 0 and not behind.strip()
        known[closing] = (at, last)
    if not last or at >= state.eMarks[end - 1]:
        return False
    if not silent:
        state.line = bisect_right(state.eMarks, at, start, end) + 1
        state.push("html_block", "", 0).map = [start, state.line]
    return True


def _tag(state: StateInline, silent: bool) -> bool:
    """Takes a tag of HTML away; what merely stands in angle brackets stays."""
    found = _TAG.match(state.src, state.pos, state.posMax)
    address = None if found else _ADDRESS.match(state.src, state.pos, state.posMax)
    if found is None and address is None:
        return False
    if not silent:
        if address:
            state.push("text", "", 0).content = address[1]
        elif found and found[0][1:3].lower() == "br":
            state.push("hardbreak", "br", 0)
    state.pos = (found or address).end()  # type: ignore[union-attr]
    return True


def _backticks(state: StateInline, silent: bool) -> bool:
    """Takes what stands in backticks for code, and keeps how it was written."""
    start, before = state.pos, len(state.tokens)
    taken = backtick(state, silent)
    if taken and len(state.tokens) > before and state.tokens[-1].type == "code_inline":
        state.tokens[-1].meta["written"] = state.src[start : state.pos]
    return taken


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Takes asterisks for emphasis, but not those between letters and digits of ASCII, as in 2*3*4."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    before = state.src[state.pos - 1 : state.pos]
    after = state.src[state.pos + scanned.length : state.pos + scanned.length + 1]
    inside = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open and not inside,
                close=scanned.can_close and not inside,
            )
        )
    state.pos += scanned.length
    return True

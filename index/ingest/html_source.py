"""Makes a web page small and safe before it is parsed, and picks up what its head says.

A tree builder takes quadratic time on pages made to hurt it (deep nesting, formatting tags
that are never closed), and keeps no line numbers. So the tags are read here once, as the
standard's tokenizer reads them; what an article never needs (scripts, styles, formatting)
is left out, the nesting is bounded and evened, and every tag is given its line.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from index.ingest.html_words import (
    HEADING_TAGS,
    LEFT_OUT_TAGS,
    OPAQUE_TAGS,
    RAW_TAGS,
    SELF_CLOSED_TAGS,
    VOID_TAGS,
)

LINE = "l"
"""Name of the attribute that tells the line of the source on which a tag begins."""

_MAX_DEPTH = 200
"""Levels of nesting that are kept; browsers give up at about 500, articles need about 40."""

_MAX_HEAD = 500
"""Elements of the head, and structured data, that are kept."""

_TOKEN = re.compile(
    r"<(?:(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<attributes>(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?+)?+)*+)"
    r"(?P<end>>?)"
    r"|!--(?P<comment>(?:-?>|.*?(?:--!?>|\Z)))"
    r"|[!?/][^>]*+>?)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>\"'][^\s>]*+)))?", re.DOTALL
)
_SAVED = re.compile(r"(?:saved from url=\(\d+\)|^\s{0,9}url:\s{0,9})(https?://\S{4,2000})", re.MULTILINE)

_HANDED_ON = {
    "a": "x-a",  # else it is formatting, which reaches beyond the block it stands in
    "dt": "p",  # else it nests with <li> without end
    "dd": "p",
}


@dataclass(slots=True)
class Source:
    """A page, made safe, and what stands in its head."""

    page: str = ""
    """The page without what is never text, evenly nested, each tag with its line."""
    title: str = ""
    """What stands in <title>."""
    language: str = ""
    """What <html> says of the language."""
    saved_from: str = ""
    """The address that a browser notes when it saves a page."""
    metas: list[Mapping[str, str]] = field(default_factory=list)
    """Attributes of the <meta> elements."""
    links: list[Mapping[str, str]] = field(default_factory=list)
    """Attributes of the <link> elements."""
    data: list[str] = field(default_factory=list)
    """The scripts that hold structured data as JSON-LD."""


def read_source(text: str) -> Source:
    """Reads the tags of a page, in time that grows with its length and not faster."""
    return _Scan(text.replace("\0", "")).run()


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a tag; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


class _Scan:
    """One pass over the tags of a page."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = Source()
        self._out: list[str] = []
        self._line = 1
        self._counted = 0
        self._nesting = _Nesting()
        self._unclosed: set[str] = set()
        self._xml = text[:200].lstrip("\ufeff \n\r\t").startswith("<?xml")

    def run(self) -> Source:
        """Goes through the page."""
        text, at = self._text, 0
        while token := _TOKEN.search(text, at):
            if token.start() > at:
                self._out.append(text[at : token.start()])
            at = self._read(token)
        self._out.append(text[at:])
        self._found.page = "".join(self._out)
        return self._found

    def _read(self, token: re.Match[str]) -> int:
        """Deals with a tag or a comment; returns where the page goes on."""
        if token["name"] is None:
            if token["comment"] and not self._found.saved_from and token.start() < 4000:
                saved = _SAVED.search(token["comment"][:4000])
                self._found.saved_from = saved[1] if saved else ""
            return token.end()
        name = token["name"].lower()
        if not token["end"]:
            return token.end()  # the page breaks off within the tag
        if name in OPAQUE_TAGS:
            return self._pass_over(name, token)
        if name in ("meta", "link", "html") and not token["close"]:
            self._read_head(name, token["attributes"])
        if name in LEFT_OUT_TAGS:
            return token.end()
        if token["close"]:
            self._close(name)
        else:
            self._open(name, token)
        return token.end()

    def _open(self, name: str, token: re.Match[str]) -> None:
        """Writes a start tag, with its line."""
        attributes = token["attributes"]
        if self._xml and attributes.endswith("/") and name not in VOID_TAGS:
            return
        kept = name in VOID_TAGS or name in SELF_CLOSED_TAGS or self._nesting.open(name)
        self._line += self._text.count("\n", self._counted, token.start())
        self._counted = token.start()
        # A level that is one too many still parts what stands before it from what follows.
        self._out.append(f"<{_written(name)} {LINE}={self._line} {attributes}>" if kept else "<br>")

    def _close(self, name: str) -> None:
        """Writes an end tag, and before it those that were forgotten."""
        if name in SELF_CLOSED_TAGS:
            self._out.append(f"</{_written(name)}>")
        elif name == "br":
            self._out.append("<br>")
        else:
            self._out += [f"</{_written(other)}>" for other in self._nesting.close(name)]

    def _pass_over(self, name: str, token: re.Match[str]) -> int:
        """Leaves an element out, but for the title and for structured data."""
        if token["close"] or (self._xml and token["attributes"].endswith("/")):
            return token.end()
        if name in self._unclosed:
            return len(self._text) if name in RAW_TAGS else token.end()
        closing = _closing(name).search(self._text, token.end())
        if closing is None:
            self._unclosed.add(name)
            return len(self._text) if name in RAW_TAGS else token.end()
        content = self._text[token.end() : closing.start()]
        if name == "title" and not self._found.title:
            self._found.title = html.unescape(content[:2000])
        elif name == "script" and "ld+json" in token["attributes"] and len(self._found.data) < _MAX_HEAD:
            self._found.data.append(content)
        self._out.append(" ")
        return closing.end()

    def _read_head(self, name: str, written: str) -> None:
        """Keeps what an element of the head says."""
        attributes = attributes_of(written)
        if name == "html":
            self._found.language = attributes.get("lang") or attributes.get("xml:lang") or ""
            return
        kept = self._found.metas if name == "meta" else self._found.links
        if len(kept) < _MAX_HEAD:
            kept.append(attributes)


class _Nesting:
    """Which elements are open, so that every end tag that is written has its start."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._counts: Counter[tuple[int, str]] = Counter()
        self._tables = 0

    def open(self, name: str) -> bool:
        """Opens an element, unless it would be too deep."""
        if len(self._open) >= _MAX_DEPTH:
            return False
        key = (self._tables, _family(name))
        self._open.append((self._tables, name))
        self._counts[key] += 1
        self._tables += name == "table"
        return True

    def close(self, name: str) -> Iterator[str]:
        """Closes an element and those in it; none where it is not open, or open outside of this table."""
        level = self._tables - (name == "table")
        family = _family(name)
        while self._counts[level, family]:
            depth, last = self._open.pop()
            self._counts[depth, _family(last)] -= 1
            self._tables = depth
            yield last
            if depth == level and _family(last) == family:
                return


def _family(name: str) -> str:
    """What an end tag closes: that of any heading closes any heading."""
    return "heading" if name in HEADING_TAGS else name


def _written(name: str) -> str:
    """The name under which an element is handed on."""
    return _HANDED_ON.get(name, name)


def _closing(name: str) -> re.Pattern[str]:
    """The end tag of an element."""
    return re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE)

"""The front matter of a Markdown file: what stands in YAML between two lines of hyphens at its top."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from index.ingest.clean import clean
from index.ingest.credits import read_byline
from index.ingest.dates import parse_date
from index.ingest.outlets import outlet_of_address

_MAX_LENGTH = 32 * 1024
"""Characters of a front matter; what is longer is text."""

_MAX_LINES = 1000
_MAX_BRACKETS = 400
_DEEP = re.compile(r"^(?:[ \t]*[-?:](?=[ \t])){5}", re.MULTILINE)
_MAX_TITLE = 300
_MAX_NAME = 200
_MAX_AUTHORS = 20
_ADDRESS = re.compile(r"https?://\S{4,2000}")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]{1,20})?")
_NOTHING = frozenset({"", "~", "null", "none", "n/a", "-"})

_TITLES = ("title", "headline")
_SOURCES = ("source", "publisher", "outlet", "site", "site_name", "publication", "newspaper", "website")
_AUTHORS = ("byline", "author", "authors", "by", "writer")
_DATES = ("published", "date_published", "datepublished", "pubdate", "publish_date", "published_time", "date")
_ADDRESSES = ("url", "link", "permalink", "canonical", "canonical_url", "original_url", "source_url")
_LANGUAGES = ("lang", "language", "locale")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says about the article."""

    title: str | None = None
    """The headline."""
    source: str | None = None
    """The outlet."""
    byline: str | None = None
    """Who wrote it."""
    published: str | None = None
    """ISO date of publication."""
    language: str | None = None
    """ISO 639-1 code."""
    url: str | None = None
    """Address."""


def find_front_matter(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where the front matter stands, if a file has any: its first line of hyphens, and its last."""
    first = next((place for place, line in enumerate(lines[:20]) if line), None)
    if first is None or lines[first] != "---":
        return None
    length = 0
    for place in range(first + 1, min(len(lines), first + _MAX_LINES)):
        if lines[place] in ("---", "..."):
            return first, place
        length += len(lines[place]) + 1
        if length > _MAX_LENGTH:
            return None
    return None


def read_front_matter(text: str) -> FrontMatter | None:
    """Reads what stands between the two lines; None where that is no mapping in YAML."""
    values = _load(text)
    if values is None:
        return None
    source, url = _first(values, _SOURCES, _MAX_NAME), _first(values, _ADDRESSES, 2100)
    for name in _SOURCES:
        # Clippers write the address where others write the outlet.
        address = _text(values.get(name), 2100)
        if address and _ADDRESS.fullmatch(address):
            url = url or address
            others = {key: value for key, value in values.items() if key != name}
            source = _first(others, _SOURCES, _MAX_NAME)
    url = url if url and _ADDRESS.fullmatch(url) else None
    byline, outlet = _byline(values)
    if source and _ADDRESS.fullmatch(source):
        source = None
    return FrontMatter(
        title=_first(values, _TITLES, _MAX_TITLE),
        source=source or outlet or (outlet_of_address(url) if url else None),
        byline=byline,
        published=next((found for name in _DATES if (found := _date(values.get(name)))), None),
        language=_language(_first(values, _LANGUAGES, 40)),
        url=url,
    )


def _load(text: str) -> dict[str, object] | None:
    """The mapping, its keys in lower case and joined by underscores; its plain values are left as text."""
    import yaml  # costs every start that reads no front matter 20 ms

    # Aliases repeat what has an anchor, without bound where they are nested; no head needs them.
    if re.search(r"(?:^|[\s,:\[{-])\*\w", text) and re.search(r"(?:^|[\s,:\[{-])&\w", text):
        return None
    # Deep nesting overflows the stack of the loader in C, and takes the other quadratic time.
    if text.count("[") + text.count("{") > _MAX_BRACKETS or _DEEP.search(text):
        return None
    base: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # Without resolvers, a title such as `2024`, `12:30` or `No` stays what was written.
    loader = type("TextLoader", (base,), {"yaml_implicit_resolvers": {}})
    try:
        loaded = yaml.load(text, Loader=loader)
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    if not isinstance(loaded, dict) or not loaded:
        return None
    return {re.sub(r"[\s-]+", "_", str(key).strip().lower()): value for key, value in loaded.items()}


def _first(values: Mapping[str, object], names: Sequence[str], limit: int) -> str | None:
    """The first of several keys that holds a text."""
    return next((found for name in names if (found := _text(values.get(name), limit))), None)


def _text(value: object, limit: int) -> str | None:
    """A value as one line of clean text; of a list the first, of a mapping its name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, (date, datetime, int, float)):
        value = str(value)
    if not isinstance(value, str) or len(value) > 4 * limit:
        return None
    text = " ".join(clean(_WIKI_LINK.sub(r"\1", value)).split())
    return text if text.lower() not in _NOTHING and len(text) <= limit else None


def _byline(values: Mapping[str, object]) -> tuple[str | None, str | None]:
    """Who wrote it, and the outlet where that stands beside the name."""
    for name in _AUTHORS:
        value = values.get(name)
        entries = value[:_MAX_AUTHORS] if isinstance(value, list) else [value]
        names = [found for entry in entries if (found := _text(entry, _MAX_NAME))]
        joined = ", ".join(dict.fromkeys(names))
        if len(names) == 1:
            return read_byline(re.sub(r"(?i)^by:? +", "", joined))
        if joined:
            return joined[:_MAX_NAME].rstrip(" ,"), None
    return None, None


def _date(value: object) -> str | None:
    """An ISO date."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        value = value.isoformat()
    text = _text(value, _MAX_NAME)
    return parse_date(text) if text else None


def _language(value: str | None) -> str | None:
    """The code of a language, without its country."""
    found = _LANGUAGE.fullmatch(value) if value else None
    return found[1].lower() if found else None

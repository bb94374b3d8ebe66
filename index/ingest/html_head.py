"""What a page says about its article in its head: meta tags, links, and structured data."""

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.ingest.clean import clean
from index.ingest.dates import parse_date
from index.ingest.html_source import Source

_MAX_DATA = 2 * 1024 * 1024
"""Characters of a script with structured data that are read."""

_MAX_NODES = 2000
"""Things of structured data that are looked at."""

_MAX_NAMES = 20
_MAX_LENGTH = 500
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2})(?:[-_].{0,30})?\s*")
_MARKUP = re.compile(r"<(?:br|/p|/div|/h[1-6]|/li)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_DATE_START = re.compile(r"\d{4}-\d{2}-\d{2}(?=[T ]|\Z)")
_ARTICLE = re.compile(r"(?:.*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)\Z")

_TITLES = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "parsely-title",
    "title",
)
_SITES = (
    "og:site_name", "citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher",
    "publisher", "application-name",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "article:author_name",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "article.published", "date", "og:pubdate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a page says about the article."""

    headline: str | None
    """The title by the structured data."""
    social_title: str | None
    """The title by the meta tags."""
    page_title: str | None
    """The title of the window, often with the site's name."""
    site: str | None
    """The outlet, as the site calls itself."""
    byline: str | None
    """Who wrote it."""
    published: str | None
    """ISO date of publication."""
    language: str | None
    """ISO 639-1 code."""
    url: str | None
    """Address."""
    body: str | None
    """The text by the structured data."""
    is_article: bool
    """Whether the page calls itself an article."""


def read_page_head(source: Source) -> PageHead:
    """Reads the head of a page; structured data go before meta tags, but for the site's name."""
    metas = _metas(source.metas)
    data = _article(source.data)
    kind = (metas.get("og:type") or [""])[0].lower()
    body = data.get("articleBody")
    return PageHead(
        headline=_line(data.get("headline")) or _line(data.get("name")),
        social_title=_first(metas, _TITLES),
        page_title=_line(source.title),
        site=_first(metas, _SITES) or _name(data.get("publisher")),
        byline=_names(data.get("author")) or _names(data.get("creator")) or _meta_authors(metas),
        published=page_date(data.get("datePublished")) or _meta_date(metas),
        language=_language(source, metas, data),
        url=_url(source, metas, data),
        body=_plain(body) if isinstance(body, str) else None,
        is_article=bool(data) or kind == "article" or "article:published_time" in metas,
    )


def page_date(value: object) -> str | None:
    """The ISO date that a value gives, with or without a time of day."""
    line = _line(value)
    if line is None:
        return None
    start = _DATE_START.match(line)
    return parse_date(start[0] if start else line)


def author_of(text: str | None) -> str | None:
    """A name, without the "By" before it; no address is one."""
    if not text or _ADDRESS.match(text) or "facebook.com" in text or len(text) > 300:
        return None
    return _BY.sub("", text, count=1).strip(" ,;|-–—") if _BY.match(text) else text


def _metas(found: Iterable[Mapping[str, str]]) -> dict[str, list[str]]:
    """The contents of the meta tags by their names in lower case."""
    metas: dict[str, list[str]] = {}
    for attributes in found:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if attributes.get("http-equiv", "").lower() == "content-language":
            name = "content-language"
        if name and (content := attributes.get("content")):
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _first(metas: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    """The first content of several names that says something."""
    return next((line for name in names for value in metas.get(name, ()) if (line := _line(value))), None)


def _meta_authors(metas: Mapping[str, list[str]]) -> str | None:
    """Who wrote it, by the meta tags."""
    for name in _AUTHORS:
        names = [author for value in metas.get(name, ())[:_MAX_NAMES] if (author := author_of(_line(value)))]
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _meta_date(metas: Mapping[str, list[str]]) -> str | None:
    """When it was published, by the meta tags."""
    return next(
        (date for name in _DATES for value in metas.get(name, ()) if (date := page_date(value))), None
    )


def _language(source: Source, metas: Mapping[str, list[str]], data: Mapping[str, object]) -> str | None:
    """The language that the page says it is in."""
    named = _first(metas, ("content-language", "og:locale", "dc.language"))
    for value in (data.get("inLanguage"), source.language, named):
        found = _LANGUAGE.fullmatch(value) if isinstance(value, str) else None
        if found:
            return found[1].lower()
    return None


def _url(source: Source, metas: Mapping[str, list[str]], data: Mapping[str, object]) -> str | None:
    """The address of the page."""
    canonical = (
        link.get("href") for link in source.links if "canonical" in link.get("rel", "").lower().split()
    )
    main = data.get("mainEntityOfPage")
    if isinstance(main, dict):
        main = main.get("@id")
    for value in (*canonical, *metas.get("og:url", ()), data.get("url"), main, source.saved_from):
        if isinstance(value, str) and _ADDRESS.fullmatch(value.strip()):
            return clean(value.strip()) or None
    return None


def _line(value: object) -> str | None:
    """A text as one clean line; None where it says nothing or is no text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    # Some sites write entities into what is not HTML, and tags into titles.
    text = _TAG.sub("", html.unescape(value[: 4 * _MAX_LENGTH]))
    return " ".join(clean(text).split())[:_MAX_LENGTH].strip() or None


def _plain(body: str) -> str:
    """The text of an article within structured data, which some sites fill with markup."""
    if "<" in body:
        body = _TAG.sub("", _MARKUP.sub("\n\n", body))
    return html.unescape(body)


def _name(value: object) -> str | None:
    """The name of a person or an organisation."""
    if isinstance(value, list):
        return next((name for entry in value[:_MAX_NAMES] if (name := _name(entry))), None)
    return _line(value.get("name")) if isinstance(value, dict) else _line(value)


def _names(value: object) -> str | None:
    """The names of all who wrote it."""
    entries = value[:_MAX_NAMES] if isinstance(value, list) else [value]
    names = [author for entry in entries if (author := author_of(_name(entry)))]
    return ", ".join(dict.fromkeys(names))[:_MAX_LENGTH] or None


def _article(scripts: Iterable[str]) -> dict[str, object]:
    """The article of the structured data, with the things it refers to; empty where there is none."""
    things: list[dict[str, object]] = []
    for script in scripts:
        _collect(_load(script), things)
        if len(things) >= _MAX_NODES:
            break
    for thing in things:
        kind = thing.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        named = thing.get("headline") or thing.get("articleBody")
        if named and any(isinstance(one, str) and _ARTICLE.match(one[:100]) for one in kinds):
            known = {str(other["@id"]): other for other in things if "@id" in other and len(other) > 1}
            return {key: _resolved(value, known) for key, value in thing.items()}
    return {}


def _load(script: str) -> object:
    """What a script holds; None where it is broken or too large."""
    text = script.strip().removeprefix("<![CDATA[").removeprefix("<!--")
    text = text.removesuffix("]]>").removesuffix("-->").strip().rstrip(";")
    if len(text) > _MAX_DATA:
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _collect(loaded: object, things: list[dict[str, object]]) -> None:
    """Adds the things of structured data that stand at its top, in lists or in graphs."""
    waiting = [loaded]
    looked = 0
    while waiting and looked < _MAX_NODES:
        value = waiting.pop()
        looked += 1
        if isinstance(value, list):
            waiting.extend(reversed(value[:_MAX_NODES]))
        elif isinstance(value, dict):
            things.append(value)
            waiting.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _resolved(value: object, known: Mapping[str, dict[str, object]]) -> object:
    """A value, or where it is a mere reference, what it refers to."""
    if isinstance(value, list):
        return [_resolved(entry, known) for entry in value[:_MAX_NAMES] if not isinstance(entry, list)]
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        return known.get(str(value["@id"]), value)
    return value

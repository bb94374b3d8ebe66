"""Documents: their heads, their texts and what is known of these."""

from dataclasses import dataclass

from index.model.dates import DateMeant
from index.model.quotes import Quote
from index.model.spans import Mention


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document, or a piece of a very long one."""

    document: str
    """Id of the document."""
    number: int
    """Place in the document, from 0."""
    start: int
    """First code point in the document's text."""
    end: int
    """One past the last."""
    line: int
    """Line of the source file on which it begins, from 1."""
    page: int | None = None
    """Page of the source file, where it has pages."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article, without its text."""

    id: str
    """Opaque; the same as long as the content of the file is."""
    path: str
    """Absolute path of the file it came from."""
    title: str
    """The headline; where there was none, the first sentence, cut at a word."""
    source: str | None
    """The outlet."""
    byline: str | None
    """Who wrote it."""
    published: str | None
    """ISO date of publication."""
    language: str | None
    """ISO 639-1 code, where it could be told."""
    url: str | None
    """Address it was taken from."""
    sha256: str
    """Of the file, in hexadecimal."""
    collected: str
    """ISO time (UTC) at which Cuttings first saw it."""


@dataclass(frozen=True, slots=True)
class Article(Document):
    """A document with its text and all that is known of it."""

    text: str
    """What the reader shows below the head."""
    passages: tuple[Passage, ...]
    """Its paragraphs in order."""
    mentions: tuple[Mention, ...] = ()
    """Who and what is named in it: those in the title first, then in the order of the text."""
    dates: tuple[DateMeant, ...] = ()
    """The dates in its text, with the days they mean."""
    quotes: tuple[Quote, ...] = ()
    """What is quoted in it, in the same order."""


def head_of(article: Article) -> Document:
    """A document without its text."""
    return Document(*(getattr(article, name) for name in Document.__dataclass_fields__))


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of a document."""

    id: str
    """Id of the document."""
    title: str
    """Its title."""
    source: str | None
    """Its outlet."""
    published: str | None
    """ISO date of publication."""

"""The JSON of documents: as such, with all that is known of them, and how they were read in."""

from collections.abc import Sequence

from index.model import Article, DateMeant, Document, Mention, Quote, SyncReport

Shape = dict[str, object]
"""A JSON object, its keys in the order in which they are printed."""


def document_shape(document: Document) -> Shape:
    """Give a document without its text."""
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "source": document.source,
        "byline": document.byline,
        "published": document.published,
        "language": document.language,
        "url": document.url,
        "sha256": document.sha256,
        "collected": document.collected,
    }


def index_shape(report: SyncReport) -> Shape:
    """Give what bringing a library up to date did."""
    return {
        "documents": report.documents,
        "passages": report.passages,
        "added": report.added,
        "updated": report.updated,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "skipped": [{"path": one.path, "reason": one.reason} for one in report.skipped],
        "seconds": round(report.seconds, 3),
    }


def show_shape(article: Article) -> Shape:
    """Give a document with its text and all that is known of it."""
    return {
        "document": document_shape(article),
        "text": article.text,
        "passages": [
            {
                "number": passage.number,
                "start": passage.start,
                "end": passage.end,
                "line": passage.line,
                "page": passage.page,
            }
            for passage in article.passages
        ],
        "mentions": [mention_shape(one) for one in article.mentions if one.field == "text"],
        "dates": [_date_shape(one) for one in article.dates if one.field == "text"],
        "quotes": [_quote_shape(one) for one in article.quotes if one.field == "text"],
        "title_mentions": [mention_shape(one) for one in article.mentions if one.field == "title"],
        "title_quotes": [_quote_shape(one) for one in article.quotes if one.field == "title"],
        "title_dates": [_date_shape(one) for one in article.dates if one.field == "title"],
    }


def mention_shape(mention: Mention) -> Shape:
    """Give a mention, without the document it is in."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "entity": mention.entity,
        "stands_for": mention.stands_for,
    }


def _date_shape(one: DateMeant) -> Shape:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "date": one.date,
        "last": one.last,
        "granularity": one.granularity,
    }


def _quote_shape(quote: Quote) -> Shape:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": quote.speaker,
        "kind": quote.kind,
        "entity": quote.entity,
        "named": quote.named and list(quote.named),
    }


def spans_shape(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Give where something begins and ends, in code points."""
    return [[start, end] for start, end in spans]

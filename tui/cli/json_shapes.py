"""The JSON that `--json` prints: stable once shipped; keys are added, never renamed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from index.model import (
    Article,
    Bounded,
    Chronology,
    Companion,
    Comparison,
    Copy,
    DateMeant,
    Document,
    Entity,
    EntityPage,
    Explanation,
    Kwic,
    KwicLine,
    LibraryInfo,
    LocatedMention,
    Mention,
    Pairs,
    Passage,
    Quote,
    Reason,
    Related,
    Result,
    SearchResults,
    Snippet,
    SyncReport,
)

Shape = dict[str, object]


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


def search_shape(found: SearchResults) -> Shape:
    """Give a page of results."""
    return {
        "query": found.query,
        "total": found.total,
        "hits_total": found.hits_total,
        "undated": found.undated,
        "clauses": [{"text": clause.text, "documents": clause.documents} for clause in found.clauses],
        "suggestions": list(found.suggestions),
        "seconds": round(found.seconds, 6),
        "results": [_result_shape(result) for result in found.results],
        "bounded": _bounded_shape(found.bounded),
        "explanation": found.explanation and _explanation_shape(found.explanation),
    }


def _explanation_shape(why: Explanation) -> Shape:
    return {
        "absent": list(why.absent),
        "conflict": list(why.conflict),
        "first": why.first,
        "last": why.last,
        "suggestions": [
            {
                "query": one.query,
                "documents": one.documents,
                "kind": one.kind,
                "changes": [{"text": old, "instead": new or None} for old, new in one.changes],
            }
            for one in why.suggestions
        ],
    }


def _bounded_shape(bounded: Sequence[Bounded]) -> list[Shape]:
    return [{"text": one.text, "words": one.words, "left_out": one.left_out} for one in bounded]


def _result_shape(result: Result) -> Shape:
    return {
        "document": document_shape(result.document),
        "score": result.score,
        "hits": result.hits,
        "title_spans": _spans(result.title_spans),
        "snippets": [_snippet_shape(snippet) for snippet in result.snippets],
    }


def _snippet_shape(snippet: Snippet) -> Shape:
    return {
        "passage": snippet.passage,
        "start": snippet.start,
        "end": snippet.end,
        "text": snippet.text,
        "spans": _spans(snippet.spans),
    }


def _spans(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def kwic_shape(found: Kwic) -> Shape:
    """Give every hit in its context."""
    return {
        "query": found.query,
        "total": found.total,
        "lines": [_line_shape(line) for line in found.lines],
        "bounded": _bounded_shape(found.bounded),
    }


def _line_shape(line: KwicLine) -> Shape:
    return {
        "document": document_shape(line.document),
        "field": line.field,
        "passage": line.passage,
        "start": line.start,
        "end": line.end,
        "left": line.left,
        "match": line.match,
        "right": line.right,
    }


def located_shape(one: LocatedMention) -> Shape:
    """Give a mention with the place it is at."""
    return {
        "document": one.document.id,
        "path": one.document.path,
        "field": one.mention.field,
        "passage": one.passage and one.passage.number,
        "line": one.passage and one.passage.line,
        "page": one.passage and one.passage.page,
        **_mention_shape(one.mention),
        "name": one.name,
    }


def entities_shape(found: Sequence[Entity]) -> Shape:
    """Give who and what is named."""
    return {"entities": [_entity_shape(entity) for entity in found]}


def _entity_shape(entity: Entity) -> Shape:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "mentions": entity.mentions,
        "documents": entity.documents,
        "sources": entity.sources,
        "standing": entity.standing and asdict(entity.standing),
        "pinned": entity.is_pinned,
        "watched": entity.is_watched,
    }


def entity_page_shape(
    page: EntityPage | None,
    companions: Sequence[Companion] | None,
    other: Entity | None,
    total: int,
    lines: Sequence[KwicLine],
) -> Shape:
    """Give what there is to know of an entity.

    Args:
        page: The entity; None where nobody and nothing has the name.
        companions: Who is mentioned with it; None where that was not asked.
        other: The entity that is in the same passages; None where all mentions are given.
        total: How many places there are.
        lines: Those that are given.
    """
    days = Counter[int]()
    if page is not None:
        for day, size in zip(page.mentions.days, page.mentions.counts, strict=True):
            days[day] += size
    undated = days.pop(0, 0)
    return {
        "entity": None if page is None else _entity_shape(page.entity),
        "aliases": [
            {"text": one.text, "mentions": one.mentions, "documents": one.documents}
            for one in (page.aliases if page is not None else ())
        ],
        "days": [{"date": date.fromordinal(day).isoformat(), "mentions": days[day]} for day in sorted(days)],
        "undated": undated,
        "companions": None if companions is None else [_companion_shape(one) for one in companions],
        "with": None if other is None else _entity_shape(other),
        "total": total,
        "lines": [{**_line_shape(line), "marks": _spans(line.marks)} for line in lines],
    }


def _companion_shape(one: Companion) -> Shape:
    return {
        "id": one.id,
        "name": one.name,
        "type": one.type,
        "passages": one.passages,
        "documents": one.documents,
        "score": one.score,
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
        "mentions": [_mention_shape(one) for one in article.mentions if one.field == "text"],
        "dates": [_date_shape(one) for one in article.dates],
        "quotes": [_quote_shape(one) for one in article.quotes if one.field == "text"],
        "title_mentions": [_mention_shape(one) for one in article.mentions if one.field == "title"],
        "title_quotes": [_quote_shape(one) for one in article.quotes if one.field == "title"],
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


def _date_shape(one: DateMeant) -> Shape:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "date": one.date,
        "last": one.last,
        "granularity": one.granularity,
    }


def chronology_shape(found: Chronology, first: date | None, last: date | None) -> Shape:
    """Give the days that articles mean, and the span that was asked for."""
    return {
        "query": found.query,
        "document": document_shape(found.document) if found.document is not None else None,
        "from": first and first.isoformat(),
        "to": last and last.isoformat(),
        "total": found.total,
        "documents": found.documents,
        "unknown": found.unknown,
        "folded": found.folded,
        "entries": [
            {
                "document": document_shape(line.document),
                "passage": line.passage,
                "start": line.start,
                "end": line.end,
                "text": line.text,
                "date": line.date,
                "last": line.last,
                "granularity": line.granularity,
                "left": line.left,
                "right": line.right,
                "copies": line.copies,
            }
            for line in found.entries
        ],
    }


def _mention_shape(mention: Mention) -> Shape:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "entity": mention.entity,
        "stands_for": mention.stands_for,
    }


def related_shape(place: tuple[Document, Passage] | None, found: Sequence[Related]) -> Shape:
    """Give what is related to a passage of a document, or to a text that is in none."""
    return {
        "passage": None if place is None else _place_shape(*place),
        "related": [_related_shape(one) for one in found],
    }


def _place_shape(document: Document, passage: Passage) -> Shape:
    return {
        "document": document_shape(document),
        "number": passage.number,
        "start": passage.start,
        "end": passage.end,
    }


def _related_shape(one: Related) -> Shape:
    return {
        **_copy_shape(one),
        "score": one.score,
        "reasons": [_reason_shape(reason) for reason in one.reasons],
        "copies": [_copy_shape(copy) for copy in one.copies],
    }


def _copy_shape(copy: Copy) -> Shape:
    return {
        "document": document_shape(copy.document),
        "passage": copy.passage,
        "start": copy.start,
        "end": copy.end,
        "text": copy.text,
    }


def _reason_shape(reason: Reason) -> Shape:
    return {
        "kind": reason.kind,
        "text": reason.text,
        "here": _spans(reason.here),
        "there": _spans(reason.there),
        "how": reason.how,
        "day": reason.day,
    }


def comparison_shape(found: Comparison) -> Shape:
    """Give what two documents both tell, and on what they differ."""
    return {
        "first": document_shape(found.first),
        "second": document_shape(found.second),
        "links": [
            {
                "here": link.here,
                "there": link.there,
                "reasons": [_reason_shape(reason) for reason in link.reasons],
            }
            for link in found.links
        ],
        "only_here": list(found.only_here),
        "only_there": list(found.only_there),
        "variances": [
            {
                "kind": one.kind,
                "about": one.about,
                "here": _texts(found.first.text, one.here),
                "there": _texts(found.second.text, one.there),
            }
            for one in found.variances
        ],
    }


def _texts(text: str, spans: Pairs) -> list[Shape]:
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]


def library_shape(info: LibraryInfo) -> Shape:
    """Give what is kept about a library."""
    return {
        "id": info.id,
        "paths": list(info.paths),
        "documents": info.documents,
        "bytes": info.bytes,
        "opened": info.opened,
        "directory": info.directory,
        "data_directory": info.data_directory,
    }


def libraries_shape(kept: Sequence[LibraryInfo]) -> Shape:
    """Give the libraries that are kept."""
    return {"libraries": [library_shape(info) for info in kept]}


def forgotten_shape(info: LibraryInfo) -> Shape:
    """Give the library that was just forgotten."""
    return {"forgotten": library_shape(info)}


def doctor_shape(
    kept_in: Mapping[str, str],
    libraries: Sequence[LibraryInfo],
    problems: Sequence[str],
    names: Mapping[str, str],
    versions: Mapping[str, str],
    terminal: Mapping[str, str],
) -> Shape:
    """Give the state of everything Cuttings keeps, and where it runs."""
    return {
        "whole": not problems and not any(info.problems for info in libraries),
        "problems": list(problems),
        "kept_in": dict(kept_in),
        "libraries": [_examined_shape(info) for info in libraries],
        "names": dict(names),
        "versions": dict(versions),
        "terminal": dict(terminal),
    }


def _examined_shape(info: LibraryInfo) -> Shape:
    """Give a library that was looked at, with its indexes and how queries are answered from them."""
    return {
        **library_shape(info),
        "problems": list(info.problems),
        "mendings": info.mendings,
        "watched": list(info.watched),
        "troubles": list(info.troubles),
        "stores": [asdict(store) for store in info.stores],
        "matchers": dict(info.matchers),
    }

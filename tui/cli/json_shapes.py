"""The JSON that `--json` prints: stable once shipped; keys are added, never renamed."""

from collections.abc import Mapping, Sequence

from index.model import Article, Document, LibraryInfo, Result, SearchResults, Snippet, SyncReport

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
    }


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
        "mentions": [],
        "dates": [],
        "quotes": [],
    }


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
    versions: Mapping[str, str],
    terminal: Mapping[str, str],
) -> Shape:
    """Give the state of everything Cuttings keeps, and where it runs."""
    return {
        "whole": not problems and not any(info.problems for info in libraries),
        "problems": list(problems),
        "kept_in": dict(kept_in),
        "libraries": [{**library_shape(info), "problems": list(info.problems)} for info in libraries],
        "versions": dict(versions),
        "terminal": dict(terminal),
    }

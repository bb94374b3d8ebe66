"""The JSON of what a query finds: `cuttings search` and `cuttings kwic`."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from index.model import Bounded, Explanation, Kwic, KwicLine, Result, SearchResults, Snippet
from tui.cli.json_shapes.documents import Shape, document_shape, spans_shape

NO_COPIES: Mapping[str, tuple[str, int]] = MappingProxyType({})
"""No document has copies."""


def search_shape(
    found: SearchResults, copies: int = 0, copied: Mapping[str, tuple[str, int]] = NO_COPIES
) -> Shape:
    """Give a page of results.

    Args:
        found: The page.
        copies: How many of all that match are copies of others that do.
        copied: Of documents that have copies the id of the one that leads, and how many there are.
    """
    return {
        "query": found.query,
        "total": found.total,
        "hits_total": found.hits_total,
        "undated": found.undated,
        "clauses": [{"text": clause.text, "documents": clause.documents} for clause in found.clauses],
        "suggestions": list(found.suggestions),
        "seconds": round(found.seconds, 6),
        "results": [_result_shape(result, copied) for result in found.results],
        "bounded": _bounded_shape(found.bounded),
        "explanation": found.explanation and _explanation_shape(found.explanation),
        "sources": found.total - copies,
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


def _result_shape(result: Result, copied: Mapping[str, tuple[str, int]]) -> Shape:
    leader, copies = copied.get(result.document.id, (result.document.id, 0))
    return {
        "document": document_shape(result.document),
        "score": result.score,
        "hits": result.hits,
        "title_spans": spans_shape(result.title_spans),
        "snippets": [_snippet_shape(snippet) for snippet in result.snippets],
        "copies": copies,
        "copy_of": leader if leader != result.document.id else None,
    }


def _snippet_shape(snippet: Snippet) -> Shape:
    return {
        "passage": snippet.passage,
        "start": snippet.start,
        "end": snippet.end,
        "text": snippet.text,
        "spans": spans_shape(snippet.spans),
    }


def kwic_shape(found: Kwic) -> Shape:
    """Give every hit in its context."""
    return {
        "query": found.query,
        "total": found.total,
        "lines": [line_shape(line) for line in found.lines],
        "bounded": _bounded_shape(found.bounded),
    }


def line_shape(line: KwicLine) -> Shape:
    """Give a line of a concordance."""
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

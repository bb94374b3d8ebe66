"""The JSON of `cuttings trace`."""

from collections.abc import Iterable

from index.model import Article, Carrier, Quote, Trace
from tui.cli.json_shapes.documents import Shape, document_shape


def trace_shape(trace: Trace, number: int | None) -> Shape:
    """Give every document that carries a quotation.

    Args:
        trace: The documents.
        number: Number of the quotation in its article; None for words as such.
    """
    traced = trace.traced
    return {
        "quotation": {
            "document": traced.document and document_shape(traced.document),
            "number": number,
            "field": traced.field,
            "start": traced.start,
            "end": traced.end,
            "text": traced.text,
            "speaker": traced.speaker,
            "entity": traced.entity,
        },
        "documents": trace.documents,
        "sources": len(trace.carriers),
        "unseen": trace.unseen,
        "carriers": [_carrier_shape(one) for one in trace.carriers],
    }


def _carrier_shape(carrier: Carrier) -> Shape:
    return {
        "document": document_shape(carrier.document),
        "field": carrier.field,
        "passage": carrier.passage,
        "start": carrier.start,
        "end": carrier.end,
        "text": carrier.text,
        "speaker": carrier.speaker,
        "entity": carrier.entity,
        "named": carrier.named,
        "how": carrier.how,
        "own": carrier.is_own,
        "difference": [
            {"kind": piece.kind, "here": piece.here, "there": piece.there} for piece in carrier.pieces
        ],
        "copies": [document_shape(one) for one in carrier.copies],
    }


def quotations_shape(article: Article, traces: Iterable[tuple[Quote, Trace]]) -> Shape:
    """Give the quotations of an article, each with how many carry it."""
    return {
        "document": document_shape(article),
        "quotations": [
            _quotation_shape(number, quote, trace) for number, (quote, trace) in enumerate(traces)
        ],
    }


def _quotation_shape(number: int, quote: Quote, trace: Trace) -> Shape:
    return {
        "number": number,
        "field": quote.field,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": quote.kind,
        "speaker": quote.speaker,
        "entity": quote.entity,
        "documents": trace.documents,
        "sources": len(trace.carriers),
        "unseen": trace.unseen,
    }

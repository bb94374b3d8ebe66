"""The JSON of `cuttings chronology`."""

from datetime import date

from index.model import Chronology
from tui.cli.json_shapes.documents import Shape, document_shape


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
                "field": line.field,
            }
            for line in found.entries
        ],
    }

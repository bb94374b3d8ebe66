"""The JSON of what articles share: `cuttings related`, `cuttings compare` and `cuttings copies`."""

from collections.abc import Sequence

from index.model import Comparison, Copy, Document, Edit, Pairs, Passage, Reason, Related, Version
from tui.cli.json_shapes.documents import Shape, document_shape, spans_shape


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
        "here": spans_shape(reason.here),
        "there": spans_shape(reason.there),
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
        "looked_at": found.looked_at,
    }


def _texts(text: str, spans: Pairs) -> list[Shape]:
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]


def copies_shape(document: Document, versions: Sequence[Version], *, is_searched: bool) -> Shape:
    """Give an article, and all of its copies and itself, the one that leads first.

    Args:
        document: The article.
        versions: They.
        is_searched: Whether all articles have been looked through for copies.
    """
    return {
        "document": document_shape(document),
        "searched": is_searched,
        "copies": [
            {
                "document": document_shape(one),
                "words": one.words,
                "added": one.added,
                "dropped": one.dropped,
                "edits": [_edit_shape(edit) for edit in one.edits],
            }
            for one in versions
        ],
    }


def _edit_shape(edit: Edit) -> Shape:
    return {
        "kind": edit.kind,
        "here": edit.here and list(edit.here),
        "there": edit.there and list(edit.there),
        "pieces": [{"kind": one.kind, "here": one.here, "there": one.there} for one in edit.pieces],
    }

"""The keys of the JSON, exactly as agreed; a key that is renamed breaks somebody's script."""

import json

from index.model import (
    Article,
    Bounded,
    Clause,
    Copy,
    Document,
    Entity,
    Explanation,
    Kwic,
    KwicLine,
    LibraryInfo,
    Mention,
    Passage,
    Quote,
    Reason,
    Related,
    Result,
    SearchResults,
    Skipped,
    Snippet,
    Standing,
    Suggestion,
    SyncReport,
)
from tui.cli import json_shapes

DOCUMENT_KEYS = [
    "id",
    "path",
    "title",
    "source",
    "byline",
    "published",
    "language",
    "url",
    "sha256",
    "collected",
]
HEAD = {
    "id": "d1",
    "path": "/a/b.txt",
    "title": "T",
    "source": None,
    "byline": None,
    "published": "2025-06-23",
    "language": "en",
    "url": None,
    "sha256": "00",
    "collected": "2025-07-01T00:00:00Z",
}
LIBRARY = LibraryInfo("i", ("/a",), 3, 4096, "2025-07-01T00:00:00", "/c/i", None, ("broken",))
LIBRARY_KEYS = ["id", "paths", "documents", "bytes", "opened", "directory", "data_directory"]


def test_document() -> None:
    shape = json_shapes.document_shape(Document(**HEAD))
    assert list(shape) == DOCUMENT_KEYS
    assert shape == HEAD


def test_index() -> None:
    report = SyncReport(5, 20, 1, 2, 3, 4, (Skipped("/a/x", "why"),), 1.23456)
    shape = json_shapes.index_shape(report)
    assert list(shape) == [
        "documents",
        "passages",
        "added",
        "updated",
        "removed",
        "unchanged",
        "skipped",
        "seconds",
    ]
    assert list(shape.values()) == [5, 20, 1, 2, 3, 4, [{"path": "/a/x", "reason": "why"}], 1.235]


def test_search() -> None:
    snippet = Snippet(2, 10, 14, "word", ((0, 4),))
    result = Result(Document(**HEAD), 1.5, 3, ((0, 1),), (snippet,))
    found = SearchResults("word", 7, 9, 1, (Clause("word", 7),), ("words",), 0.01, (result,))
    shape = json_shapes.search_shape(found)
    assert list(shape) == [
        "query",
        "total",
        "hits_total",
        "undated",
        "clauses",
        "suggestions",
        "seconds",
        "results",
        "bounded",
        "explanation",
        "sources",
    ]
    assert shape["bounded"] == [] and shape["sources"] == 7
    assert shape["explanation"] is None
    assert shape["clauses"] == [{"text": "word", "documents": 7}]
    assert shape["suggestions"] == ["words"]
    assert shape["results"] == [
        {
            "document": HEAD,
            "score": 1.5,
            "hits": 3,
            "title_spans": [[0, 1]],
            "snippets": [{"passage": 2, "start": 10, "end": 14, "text": "word", "spans": [[0, 4]]}],
            "copies": 0,
            "copy_of": None,
        }
    ]
    copied = json_shapes.search_shape(found, 2, {HEAD["id"]: ("first", 2)})
    assert copied["sources"] == 5
    assert [(one["copies"], one["copy_of"]) for one in copied["results"]] == [(2, "first")]


def test_search_that_is_explained() -> None:
    change = ("fordwo", "word"), ("x", "")
    suggestion = Suggestion("word", 3, "spelling", change)
    clauses = Clause("fordwo", 0), Clause("x", 0)
    why = Explanation("fordwo x", 0, clauses, ("fordwo", "x"), (), 0, None, None, (suggestion,))
    found = SearchResults("fordwo x", 0, 0, 0, why.clauses, ("word",), 0.01, (), explanation=why)
    assert json_shapes.search_shape(found)["explanation"] == {
        "absent": ["fordwo", "x"],
        "conflict": [],
        "first": None,
        "last": None,
        "suggestions": [
            {
                "query": "word",
                "documents": 3,
                "kind": "spelling",
                "changes": [{"text": "fordwo", "instead": "word"}, {"text": "x", "instead": None}],
            }
        ],
    }


def test_show() -> None:
    article = Article(
        **HEAD, text="one\n\ntwo", passages=(Passage("d1", 0, 0, 3, 4), Passage("d1", 1, 5, 8, 6, 2))
    )
    shape = json_shapes.show_shape(article)
    assert list(shape) == [
        "document", "text", "passages", "mentions", "dates", "quotes", "title_mentions", "title_quotes",
        "title_dates",
    ]  # fmt: skip
    assert shape["document"] == HEAD
    assert shape["passages"] == [
        {"number": 0, "start": 0, "end": 3, "line": 4, "page": None},
        {"number": 1, "start": 5, "end": 8, "line": 6, "page": 2},
    ]
    assert shape["mentions"] == shape["dates"] == shape["quotes"] == shape["title_mentions"] == []
    assert shape["title_quotes"] == shape["title_dates"] == []


def test_quotations_are_parted_by_where_they_stand() -> None:
    quotes = (
        Quote(0, 1, "title", "T", "term"),
        Quote(4, 7, "text", "two", "fragment", "Ada Lovelace", "e2", (0, 3)),
    )
    shape = json_shapes.show_shape(Article(**HEAD, text="one two", passages=(), quotes=quotes))
    assert shape["title_quotes"] == [
        {"start": 0, "end": 1, "text": "T", "speaker": None, "kind": "term", "entity": None, "named": None}
    ]
    assert shape["quotes"] == [
        {"start": 4, "end": 7, "text": "two", "speaker": "Ada Lovelace", "kind": "fragment", "entity": "e2",
         "named": [0, 3]}
    ]  # fmt: skip


def test_mentions_are_parted_by_where_they_stand() -> None:
    mentions = (Mention(0, 1, "title", "T", "work", "e1"), Mention(4, 7, "text", "two", "person", "e2"))
    shape = json_shapes.show_shape(Article(**HEAD, text="one two", passages=(), mentions=mentions))
    plain = {"stands_for": None}
    assert shape["title_mentions"] == [
        {"start": 0, "end": 1, "text": "T", "type": "work", "entity": "e1", **plain}
    ]
    assert shape["mentions"] == [
        {"start": 4, "end": 7, "text": "two", "type": "person", "entity": "e2", **plain}
    ]


def test_kwic() -> None:
    lines = (
        KwicLine(Document(**HEAD), "title", None, 0, 1, "", "T", ""),
        KwicLine(Document(**HEAD), "text", 2, 10, 14, "a ", "word", " here"),
    )
    shape = json_shapes.kwic_shape(Kwic("word", 7, lines, (Bounded("w*", 5, 2),)))
    assert list(shape) == ["query", "total", "lines", "bounded"]
    assert shape["bounded"] == [{"text": "w*", "words": 5, "left_out": 2}]
    title = {"document": HEAD, "field": "title", "passage": None, "start": 0, "end": 1}
    text = {"document": HEAD, "field": "text", "passage": 2, "start": 10, "end": 14}
    assert shape["lines"] == [
        {**title, "left": "", "match": "T", "right": ""},
        {**text, "left": "a ", "match": "word", "right": " here"},
    ]


def test_entities() -> None:
    shape = json_shapes.entities_shape([Entity("e", "Name", "group", ("Name", "Other"), 3, 2)])
    assert shape == {
        "entities": [
            {
                "id": "e",
                "name": "Name",
                "type": "group",
                "aliases": ["Name", "Other"],
                "mentions": 3,
                "documents": 2,
                "pinned": False,
                "watched": False,
                "sources": None,
                "standing": None,
            }
        ]
    }
    standing = {"here": 2, "of": 3, "everywhere": 4, "total": 5, "score": 6.5}
    one = Entity("e", "Name", "group", (), 3, 2, sources=2, standing=Standing(2, 3, 4, 5, 6.5))
    shape = json_shapes.entities_shape([one])
    assert [(each["sources"], each["standing"]) for each in shape["entities"]] == [(2, standing)]  # type: ignore[attr-defined]


def test_related() -> None:
    copy = Copy(Document(**HEAD), 1, 5, 8, "two")
    reason = Reason("quote", "two", ((0, 3),), ((10, 13), (20, 23)), "trimmed")
    one = Related(Document(**HEAD), 2, 10, 13, "two", 1.5, (reason,), (copy,))
    place = {"document": HEAD, "passage": 1, "start": 5, "end": 8, "text": "two"}
    shape = json_shapes.related_shape((Document(**HEAD), Passage("d1", 0, 0, 3, 4)), [one])
    assert list(shape) == ["passage", "related"]
    assert shape["passage"] == {"document": HEAD, "number": 0, "start": 0, "end": 3}
    told = {"kind": "quote", "text": "two", "here": [[0, 3]], "there": [[10, 13], [20, 23]]}
    reasons = [{**told, "how": "trimmed", "day": None}]
    found = {"document": HEAD, "passage": 2, "start": 10, "end": 13, "text": "two", "score": 1.5}
    assert shape["related"] == [{**found, "reasons": reasons, "copies": [place]}]
    assert json_shapes.related_shape(None, []) == {"passage": None, "related": []}


def test_libraries() -> None:
    shape = json_shapes.libraries_shape([LIBRARY])
    assert list(shape) == ["libraries"]
    assert list(json_shapes.library_shape(LIBRARY)) == LIBRARY_KEYS
    assert list(json_shapes.forgotten_shape(LIBRARY)) == ["forgotten"]


def test_doctor() -> None:
    shape = json_shapes.doctor_shape({"cache": "/c"}, [LIBRARY], [], {}, {"python": "3"}, {"TERM": "x"})
    assert list(shape) == ["whole", "problems", "kept_in", "libraries", "names", "versions", "terminal"]
    assert shape["whole"] is False
    library = {**json_shapes.library_shape(LIBRARY), "problems": ["broken"], "mendings": None}
    library |= {"watched": [], "troubles": [], "stores": [], "matchers": {}}
    assert shape["libraries"] == [library]
    assert json_shapes.doctor_shape({}, [], [], {}, {}, {})["whole"] is True
    assert json_shapes.doctor_shape({}, [], ["unreadable"], {}, {}, {})["whole"] is False


def test_every_shape_is_json() -> None:
    article = Article(**HEAD, text="", passages=())
    for shape in (json_shapes.show_shape(article), json_shapes.doctor_shape({}, [LIBRARY], [], {}, {}, {})):
        assert json.loads(json.dumps(shape)) == shape

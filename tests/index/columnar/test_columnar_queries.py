"""Any of Whoosh's query objects can be run on the codec, and finds what it says."""

import fnmatch
import re
from collections.abc import Callable
from typing import Any

import pytest
import whoosh
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query as q
from whoosh.query import spans

WORDS = ["iran", "iraq", "talk", "talks", "walks", "fordow", "strike", "strikes", "us", "the", "ein", "über"]
IS_TWO = whoosh.__version__ == (2, 7, 4)
"""Its `Require` finds the wrong documents, and its `SpanNot` breaks where nothing is to be left out."""

LABELS = ["bbc", "the cradle", None]

Doc = dict[str, Any]
Meets = Callable[[Doc], bool]


def words(doc: Doc, field: str = "text") -> list[str]:
    return str(doc[field] or "").split()


def places(doc: Doc, word: str) -> list[int]:
    return [place for place, other in enumerate(words(doc)) if other == word]


def edits(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, its in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != its))
    return row[-1]


# Each query is made together with the slow, obvious way to tell whether a document meets it.


def term(word: str, field: str = "text") -> tuple[Any, Meets]:
    return q.Term(field, word), lambda doc: word in words(doc, field)


def expanding(query: Any, fits: Callable[[str], bool]) -> tuple[Any, Meets]:
    return query, lambda doc: any(map(fits, words(doc)))


def phrase(wanted: list[str], slop: int) -> tuple[Any, Meets]:
    def meets(doc: Doc) -> bool:
        ends = set(places(doc, wanted[0]))
        for word in wanted[1:]:
            ends = {place for place in places(doc, word) if any(0 < place - end <= slop for end in ends)}
        return bool(ends)

    return q.Phrase("text", wanted, slop=slop), meets


def near(one: str, other: str, slop: int, ordered: bool) -> tuple[Any, Meets]:
    def meets(doc: Doc) -> bool:
        distances = [there - here for here in places(doc, one) for there in places(doc, other)]
        return any(0 < (far if ordered else abs(far)) <= slop for far in distances)

    return spans.SpanNear(q.Term("text", one), q.Term("text", other), slop=slop, ordered=ordered), meets


@st.composite
def leaves(draw: st.DrawFn) -> tuple[Any, Meets]:
    word, other = draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS))
    number = draw(st.integers(1, 3))
    kind = draw(st.integers(0, 11))
    low, high = sorted((word, other))
    shape = draw(st.sampled_from(["*alks", "t?lk*", "*r*", "str*s", "*", "??"]))
    expression = draw(st.sampled_from(["ira[nq]", ".*ks?", "s.*s", "ü.+", "(talk|us)"]))
    label = draw(st.sampled_from(["bbc", "the cradle", "nobody"]))
    made: list[Callable[[], tuple[Any, Meets]]] = [
        lambda: term(word),
        lambda: term(word, "title"),
        lambda: (q.Term("label", label), lambda doc: doc["label"] == label),
        lambda: phrase([word, other][: 1 + number % 2] if number < 3 else [word, other, word], number),
        lambda: expanding(q.Prefix("text", word[:number]), lambda found: found.startswith(word[:number])),
        lambda: expanding(q.Wildcard("text", shape), lambda found: fnmatch.fnmatchcase(found, shape)),
        lambda: expanding(
            q.FuzzyTerm("text", word, maxdist=number % 2 + 1, prefixlength=0),
            lambda found: edits(found, word) <= number % 2 + 1,
        ),
        lambda: expanding(q.Regex("text", expression), lambda found: bool(re.match(expression, found))),
        lambda: expanding(
            q.TermRange("text", low, high),
            lambda found: low.encode() <= found.encode() <= high.encode(),
        ),
        lambda: (q.Every(), lambda doc: True),
        lambda: (q.Every("text"), lambda doc: bool(words(doc))),
        lambda: (q.NullQuery, lambda doc: False),
    ]  # fmt: skip
    return made[kind]()


@st.composite
def span_queries(draw: st.DrawFn) -> tuple[Any, Meets]:
    """By themselves: Whoosh cannot tell how much they find, which it wants to know of parts of others."""
    word, other = draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS))
    one, two = q.Term("text", word), q.Term("text", other)
    number = draw(st.integers(1, 3))
    kind = draw(st.integers(0, 3 if IS_TWO else 4))
    made: list[Callable[[], tuple[Any, Meets]]] = [
        lambda: (spans.SpanFirst(one, limit=number), lambda doc: word in words(doc)[: number + 1]),
        lambda: near(word, other, number, ordered=True),
        lambda: near(word, other, number, ordered=False),
        lambda: (
            spans.SpanOr([one, two]),
            lambda doc: word in words(doc) or other in words(doc),
        ),
        lambda: (
            spans.SpanNot(one, two),
            lambda doc: word in words(doc) and word != other,
        ),
    ]
    return made[kind]()


def combined(parts: st.SearchStrategy[tuple[Any, Meets]]) -> st.SearchStrategy[tuple[Any, Meets]]:
    def of_two(one: tuple[Any, Meets], other: tuple[Any, Meets], kind: str) -> tuple[Any, Meets]:
        (query, meets), (another, meets_other) = one, other
        both: Meets = lambda doc: meets(doc) and meets_other(doc)  # noqa: E731
        either: Meets = lambda doc: meets(doc) or meets_other(doc)  # noqa: E731
        made: dict[str, tuple[Callable[[], Any], Meets]] = {
            "and": (lambda: q.And([query, another]), both),
            "or": (lambda: q.Or([query, another]), either),
            "most": (lambda: q.DisjunctionMax([query, another]), either),
            "not": (lambda: q.And([query, q.Not(another)]), lambda doc: meets(doc) and not meets_other(doc)),
            "maybe": (lambda: q.AndMaybe(query, another), meets),
            "require": (lambda: q.Require(query, another), both),
            "constant": (lambda: q.Or([q.ConstantScoreQuery(query, 2.0), another]), either),
        }
        make, judge = made[kind]
        return make(), judge

    kinds = st.sampled_from(
        ["and", "or", "most", "not", "maybe", "constant", *([] if IS_TWO else ["require"])]
    )
    return st.builds(of_two, parts, parts, kinds)


QUERIES = st.recursive(leaves(), combined, max_leaves=4) | span_queries()

TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)

DOCS = st.tuples(TEXTS, TEXTS, st.sampled_from(LABELS), st.integers(0, 3))


@pytest.mark.timeout(7200)  # With many examples it takes as long as it is let.
@settings(
    max_examples=max(20, settings().max_examples // 4),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    steps=st.lists(st.lists(st.tuples(st.integers(0, 9), DOCS), max_size=6), min_size=1, max_size=3),
    removed=st.sets(st.integers(0, 9), max_size=3),
    queries=st.lists(QUERIES, min_size=1, max_size=10),
)
def test_a_query_finds_what_it_says(
    new_index: Callable[[], Any],
    steps: list[list[tuple[int, Any]]],
    removed: set[int],
    queries: list[tuple[Any, Meets]],
) -> None:
    written = new_index()
    docs: dict[int, Doc] = {}
    for step in steps:
        fresh = {
            key: {"key": key, "title": title, "text": text, "label": label, "size": size}
            for key, (title, text, label, size) in step
        }
        written.change(list(fresh.values()))
        docs.update(fresh)
    written.change([], removed)
    for key in removed:
        docs.pop(key, None)
    with written.index.searcher() as searcher:
        keys = {}
        for reader, base in searcher.reader().leaf_readers() if docs else ():
            column = reader.column_reader("key")
            keys.update({base + number: column[number] for number in reader.all_doc_ids()})
        assert sorted(keys.values()) == sorted(docs)
        for query, meets in queries if docs else ():  # Whoosh asks an empty reader what that cannot tell
            expected = {key for key, doc in docs.items() if meets(doc)}
            ids = [keys[number] for number in query.docs(searcher)]
            assert sorted(ids) == sorted(expected), query
            found = searcher.search(query, limit=None)
            assert {keys[hit.docnum] for hit in found} == expected, query


def test_the_best_come_first(new_index: Callable[[], Any]) -> None:
    written = new_index()
    for first in range(0, 40, 10):
        texts = ["iran " * (key % 7) + "us " * (key % 5) + "the" for key in range(first, first + 10)]
        written.change([{"key": first + key, "text": text} for key, text in enumerate(texts)])
    iran, us = q.Term("text", "iran"), q.Term("text", "us")
    with written.index.searcher() as searcher:
        for query in (iran, q.Or([iran, us]), q.And([iran, us]), q.Phrase("text", ["iran", "us"])):
            every = [hit.score for hit in searcher.search(query, limit=None)]
            assert len(every) > 10 and every == sorted(every, reverse=True)
            for most in (1, 5, 10):
                best = [hit.score for hit in searcher.search(query, limit=most)]
                assert best == pytest.approx(every[:most]), query


def test_one_without_the_other(new_index: Callable[[], Any]) -> None:
    # Not among the random ones: Whoosh's matcher forgets to look where the second begins before the first.
    written = new_index()
    texts = ["iran", "iran us", "us", "iran", "iran us"]
    written.change([{"key": key, "text": text} for key, text in enumerate(texts)])
    with written.index.searcher() as searcher:
        query = q.AndNot(q.Term("text", "iran"), q.Term("text", "us"))
        assert sorted(query.docs(searcher)) == [0, 3]
        assert sorted(hit.docnum for hit in searcher.search(query, limit=None)) == [0, 3]


def test_parents_of_children_that_match(new_index: Callable[[], Any]) -> None:
    written = new_index()
    rows = [("parent", ""), ("child", "iran talks"), ("child", "strike"), ("parent", ""), ("child", "strike")]
    written.change([{"key": n, "label": label, "text": text} for n, (label, text) in enumerate(rows)])
    with written.index.searcher() as searcher:
        parents = q.Term("label", "parent")

        def found(query: Any) -> list[int]:
            return sorted(hit.docnum for hit in searcher.search(query, limit=None))

        assert found(q.NestedParent(parents, q.Term("text", "iran"))) == [0]
        assert found(q.NestedParent(parents, q.Term("text", "strike"))) == [0, 3]
        assert found(q.NestedChildren(parents, parents)) == [1, 2, 4]


def test_whooshs_own_parser_sort_and_deletion(new_index: Callable[[], Any]) -> None:
    from whoosh.qparser import QueryParser

    written = new_index()
    texts = ["iran talks", "iran strike", "talks", "strike iran talks", "us"]
    written.change(
        [{"key": key, "text": text, "label": f"l{key % 2}", "size": -key} for key, text in enumerate(texts)]
    )
    query = QueryParser("text", written.index.schema).parse('iran AND (talks OR "iran strike") NOT us')
    with written.index.searcher() as searcher:
        assert [hit.docnum for hit in searcher.search(query, sortedby="size")] == [3, 1, 0]
        assert [hit.docnum for hit in searcher.search(query, sortedby="size", reverse=True)] == [0, 1, 3]
    writer = written.writer()
    assert writer.delete_by_term("text", "strike") == 2
    writer.commit()
    written.index.refresh()
    with written.index.searcher() as searcher:
        assert sorted(hit.docnum for hit in searcher.search(q.Every(), limit=None)) == [0, 2, 4]
        assert searcher.doc_count() == 3


def test_numbers_of_a_column(new_index: Callable[[], Any]) -> None:
    written = new_index()
    written.change([{"key": key, "size": key % 3} for key in range(9)])
    with written.index.searcher() as searcher:
        for condition, expected in ((1, [1, 4, 7]), (lambda size: size > 0, [1, 2, 4, 5, 7, 8]), (5, [])):
            assert sorted(q.ColumnQuery("size", condition).docs(searcher)) == expected

"""Facets of results, held against counting the documents one by one as the oracle sees them."""

import datetime
from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import Cancelled
from index.fulltext.engine import Engine, Entry
from index.fulltext.syntax import parse
from index.model import Facet

SOURCES = ["BBC", "BBC News", "The Cradle", None]
LANGUAGES = ["en", "de", None, "xxx"]
DATES = ["2025-06-23", "2025-06-01", "2024-12-31", "0001-01-01", "9999-12-31", None]
ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["iran", "trump", "iran trump"]),
        st.sampled_from(SOURCES),
        st.sampled_from(DATES),
        st.sampled_from(LANGUAGES),
    ),
    max_size=12,
)
WORD = st.sampled_from(["iran", "trump"]).map(lambda word: ("words", None, False, False, ((word,),)))
SOURCE = st.sampled_from(
    [("source", (("BBC",),)), ("whole", "source", (("BBC",),)), ("whole", "source", (("The",), ("Cradle",)))]
)
LANGUAGE = st.sampled_from(["en", "de", "unknown"]).map(lambda code: ("language", code))
DATED = st.tuples(st.sampled_from(["after", "before", "on"]), st.sampled_from(["2025", "2025-06"]))
LEAVES = WORD | SOURCE | LANGUAGE | DATED | st.just(("every",))


def joined(nodes: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    row = st.lists(nodes, min_size=2, max_size=3).map(tuple)
    return (
        row.map(lambda parts: ("and", *parts))
        | row.map(lambda parts: ("or", *parts))
        | nodes.map(lambda part: ("not", part))
    )


QUERIES = st.recursive(LEAVES, joined, max_leaves=5)


def kinds(node: Any) -> set[str]:
    """The kinds of clause below a node."""
    if node[0] in ("and", "or", "not"):
        return {kind for part in node[1:] for kind in kinds(part)}
    return set() if node[0] == "every" else {"source" if node[0] == "whole" else node[0]}


def met_without(oracle: ModuleType, node: Any, doc: Any, kind: str) -> bool:
    """Whether a document matches what a query asks for beside values of a kind."""
    if node[0] == "and":
        return all(met_without(oracle, part, doc, kind) for part in node[1:])
    return kinds(node) == {kind} or oracle.met(node, doc)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(before=ARTICLES, later=ARTICLES, removed=st.sets(st.integers(0, 30)), node=QUERIES)
def test_they_are_counted_as_one_would_by_hand(
    oracle: ModuleType,
    new_engine: Callable[[], Engine],
    before: list[Any],
    later: list[Any],
    removed: set[int],
    node: Any,
) -> None:
    articles = dict(enumerate([*before, *later]))
    engine = new_engine()
    entries = [Entry(key, 1, "", *one) for key, one in articles.items()]
    engine.update(entries[: len(before)])
    engine.facets(None)
    engine.update(entries[len(before) :], removed & set(range(len(before))))
    docs = [
        oracle.Doc(key, "", *one) for key, one in articles.items() if key >= len(before) or key not in removed
    ]
    found = engine.facets(parse(oracle.render(node)))
    matching = [doc for doc in docs if oracle.met(node, doc)]
    assert found.total == len(matching)
    days = Counter(doc.published for doc in matching)
    assert found.undated == days.pop(None, 0)
    assert found.undated_left_out == oracle.undated(node, docs)
    told = zip(map(datetime.date.fromordinal, found.days), found.articles, strict=True)
    assert [(day.isoformat(), articles) for day, articles in told] == sorted(days.items())
    for facets, without, kind, value_of in (
        (found.outlets, found.without_outlet, "source", lambda doc: doc.source),
        (
            found.languages,
            found.without_language,
            "language",
            lambda doc: doc.language if oracle.is_code(doc.language) else None,
        ),
    ):
        here = Counter(value_of(doc) for doc in matching)
        wide = Counter(value_of(doc) for doc in docs if met_without(oracle, node, doc, kind))
        assert without == here[None]
        assert set(facets) == {
            Facet(value, here[value], wide[value] - here[value]) for value in wide if value is not None
        }
        assert [facet.documents for facet in facets] == sorted(
            (facet.documents for facet in facets), reverse=True
        )


def test_an_empty_index_has_none(new_engine: Callable[[], Engine]) -> None:
    found = new_engine().facets(None)
    assert (found.total, found.outlets, found.languages, tuple(found.days)) == (0, (), (), ())


def test_the_question_can_be_called_off(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    engine.update([Entry(1, 1, "", "iran", "BBC", None)])
    with pytest.raises(Cancelled):
        engine.facets(parse("iran"), lambda: True)

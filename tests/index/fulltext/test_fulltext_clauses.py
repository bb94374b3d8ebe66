"""The clauses that hits can be of, and the documents in which each has some."""

from collections.abc import Callable

import pytest

from index.errors import QueryError
from index.fulltext.clauses import hit_clauses
from index.fulltext.engine import Engine, Entry
from index.fulltext.syntax import parse
from index.model import HitClause


def test_filters_and_what_is_not_wanted_have_no_hits() -> None:
    query = 'fordow source:cradle -israel "mutual defense" after:2025 (talks OR NOT war) person:araghchi'
    assert [query[one.start : one.end] for one in hit_clauses(query)] == [
        "fordow",
        '"mutual defense"',
        "talks",
    ]
    assert [one.numbers for one in hit_clauses(query)] == [(0,), (3,), (5,)]


def test_what_is_said_twice_is_one_clause() -> None:
    assert hit_clauses("iran (fordow OR iran) title:iran") == (
        HitClause("iran", 0, 4, (0, 2)),
        HitClause("fordow", 6, 12, (1,)),
        HitClause("title:iran", 22, 32, (3,)),
    )
    found = hit_clauses("title:(iran OR fordow) iran")
    assert [(one.text, one.numbers) for one in found] == [("iran", (0,)), ("fordow", (1,)), ("iran", (2,))]


def test_expressions_have_hits_and_filters_alone_none() -> None:
    assert [one.text for one in hit_clauses(r"iran /\d+ dead/")] == ["iran", r"/\d+ dead/"]
    assert hit_clauses("after:2025 source:bbc") == hit_clauses("") == hit_clauses("-iran") == ()
    with pytest.raises(QueryError):
        hit_clauses('"iran')


def test_a_place_that_several_clauses_reach_counts_for_the_first(new_engine: Callable[[], Engine]) -> None:
    engine = new_engine()
    texts = {1: "iran iran iranians", 2: "iranians and iranians", 3: "fordow"}
    engine.update(Entry(key, 0, "", text, None, None, None) for key, text in texts.items())

    def counts(query: str, *clauses: int) -> dict[int, int]:
        keys, hits = engine.clause_hits(parse(query), clauses)
        return dict(zip(keys.tolist(), hits.tolist(), strict=True))

    assert counts("iran* OR =iran OR fordow", 0) == {1: 3, 2: 2}
    assert counts("iran* OR =iran OR fordow", 1) == {}
    assert counts("=iran OR iran* OR fordow", 0) == {1: 2}
    assert counts("=iran OR iran* OR fordow", 1) == {1: 1, 2: 2}
    assert counts("=iran OR iran* OR fordow", 2, 1) == {1: 1, 2: 2, 3: 1}
    assert counts("=iran iran*", 1) == {1: 1}, "only documents that match count"

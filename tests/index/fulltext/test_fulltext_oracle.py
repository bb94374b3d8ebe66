"""The engine and the hits, held against the oracle: random articles, changes and queries."""

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.fulltext.clauses import hit_clauses
from index.fulltext.engine import Engine, Entry
from index.fulltext.hits import Facts, find_hits
from index.fulltext.labels import Labels
from index.fulltext.query import Known, Named, Query, resolve
from index.fulltext.scanning import Fetch
from index.fulltext.syntax import parse
from index.model import SORTS, Hit

WORDS = [
    "trump", "Trump", "Trump's", "TRUMP’S", "US", "us", "U.S.", "U.S.’s", "usa", "iran", "Iran", "l'Iran",
    "Irán", "f", "F", "35", "F35", "f-35", "F-35", "F‑35s", "US-Israeli", "us-led", "led", "air", "mid-air",
    "midair", "the", "Who", "not", "don't", "1,200", "1200", "3.5", "北京", "北", "京", "が", "か",
    "cafe\u0301", "a-a", "a", "fac", "ility", "fac-ility", "facility", "nuclear", "a-a-a", "aa",
    "Facylity", "fact-ility", "nuclaer", "unclear", "rtump", "f-53", "北京ab", "Thránscript",
    "strike", "Strikes", "STRUCK", "striking", "Strike’s", "defence", "Defense", "walk", "walked",
    "Mr", "Mr.", "walk-ed", "air-strikes", "airstrike", "leads", "mid", "Angriff", "Angriffe", "U.S.-led",
]  # fmt: skip
ASKED = [word for word in WORDS if not {"-", "‑"} & set(word) and not word.startswith("北京")]
SHAPES = ["tr*", "*ra*", "u?", "*s", "fac*", "f*", "a*", "*35", "i*n", "*'t", "us*", "1*"]
LIKENESSES = [
    ("nuclear~",), ("nuclear~2",), ("Trump~",), ("trump's~1",), ("iran~",), ("fac", "ility~"),
    ("facylity~2",),
    ("us", "led~2",), ("1,200~",), ("f", "35~"), ("don't~",), ("cafe~",), ("transcript~",), ("midair~2",),
    ("usa~1",),
]  # fmt: skip
NEAR = ["~0", "~1", "~3", "~8", "~50", "~>0", "~>2", "~>9"]
SCANS = {
    "trump": False, "Trump": True, "trum(p|b)": False, r"\bus\b": False, r"us.?led": False, "f-?35": False,
    r"\d+": False, r"\W-\W|n't": False, "fac-?ility( nuclear)?": False, "nuclear us": False, "北京": False,
    "(?-i:iran)": False, "[A-Z]+": True, r"^a": False, r"led$": False, "a b|a-a": False, "café": False,
    r"\S+ility": False, "(a )+": False, "air": False, "(?i)IRAN": True, "e\u0301": False,
}  # fmt: skip
"""Expressions, and whether capitals count in them."""
JOINTS = [
    " ", " ", " ", "-", ", ", "\n", "\n\n", ". ", "–", "_", "/", "’s ", "! ", ".” ", "... ", ".\n\n", "? “",
    "。", " (", ". 5 ",
]  # fmt: skip
SOURCES = ["The Cradle", "BBC", "cradle-to-grave News", "U.S. News", None]
BYLINES = [
    "Ann O'Neill", "Trump's-led team", "By Irán l'Iran", "北京 Bureau", "U.S. Trump’s’s", "don't ask", None,
]  # fmt: skip
URLS = [
    "https://www.thecradle.co/articles/us-led_strikes?id=35", "http://bbc.co.uk/a-a/Café/1,200",
    "u.s./l'iran", None,
]  # fmt: skip
LABELLED = [
    "us led", "a* iran", "http", "trump-led", "trumpled", "thecradle co", "cafe", "café 1,200", "l'iran",
    "don't", "trump's led", "nobody", "leaks-2025", "leaks 2025 iran", "北 京", "*ee*", "cradle", "wwww~",
    "trump~", "srv u.s", "?ran", "a", "iran", "us",
    "verify", "led check", "check led",
]  # fmt: skip
"""Words of bylines, addresses and paths."""
LANGUAGES = ["en", "en", "en", "de", "de", None, "xx", "EN"]
NAMES = ["araghchi", "iran", "nobody"]
DATES = ["2025-06-23", "2025-06-01", "2024-12-31", "2025-01-01", None]
pytestmark = pytest.mark.timeout(7200)  # With many examples it takes as long as it is let.

CHANGES = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@st.composite
def texts(draw: st.DrawFn, most: int) -> str:
    words = draw(st.lists(st.sampled_from(WORDS), max_size=most))
    joints = draw(st.lists(st.sampled_from(JOINTS), min_size=len(words), max_size=len(words)))
    return "".join(word + joint for word, joint in zip(words, joints, strict=True)).strip()


ARTICLES = st.tuples(
    texts(4).map(lambda title: title.replace("\n", " ")),
    texts(14),
    st.sampled_from(SOURCES),
    st.sampled_from(DATES),
    st.sampled_from(LANGUAGES),
    st.sampled_from(BYLINES),
    st.sampled_from(URLS),
)


def plain_items(most: int, like: bool = False) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    part = st.sampled_from([word for word in ASKED if word.isalnum() and len(word.encode()) == len(word)])
    compound = st.lists(part, min_size=2, max_size=3).map(tuple)
    single = st.sampled_from(ASKED).map(lambda word: (word,))
    if like:
        single = single | single | st.sampled_from(LIKENESSES)
    return st.lists(single | compound, min_size=1, max_size=most).map(tuple)


def words_clauses() -> st.SearchStrategy[Any]:
    field = st.sampled_from([None, None, None, "title", "text"])
    exact = st.sampled_from([False, False, False, True])
    shape = st.sampled_from(SHAPES).map(lambda word: ((word,),))
    mixed = st.tuples(
        st.sampled_from(["tr*", "*s", "f*", "a*", "fac*", "*n"]),
        st.sampled_from(["a", "us", "35", "fac"]),
        st.booleans(),
    )
    shapes = shape | mixed.map(lambda m: ((m[0], m[1]) if m[2] else (m[1], m[0]),)) | shape
    single = st.tuples(st.just("words"), field, exact, st.just(False), plain_items(1) | shapes)
    phrase = st.tuples(st.just("words"), field, exact, st.just(True), plain_items(3))
    like = st.tuples(st.just("words"), field, st.just(False), st.booleans(), plain_items(1, like=True))
    likes = st.tuples(st.just("words"), field, st.just(False), st.just(True), plain_items(3, like=True))
    near = st.tuples(st.just("words"), field, exact, st.sampled_from(NEAR), near_items())
    return single | phrase | like | likes | near | near


def near_items() -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    few = st.sampled_from(["us", "trump", "a", "aa", "led", "fac", "u*", "t*", "*a*", "*ed", "a?"])
    likely = st.lists(few.map(lambda word: (word,)) | st.just(("us", "led")), min_size=2, max_size=3)
    return likely.map(tuple) | plain_items(3)


def scans() -> st.SearchStrategy[Any]:
    field = st.sampled_from([None, None, "title", "text"])
    asked = st.sampled_from(sorted(SCANS.items()))
    return st.tuples(field, asked).map(lambda one: ("scan", one[0], *one[1]))


def filters() -> st.SearchStrategy[Any]:
    source = st.sampled_from(["cradle", "the", "News", "U.S.", "B*", "grave"]).map(
        lambda word: ("source", ((word,),))
    )
    asked = st.sampled_from(LABELLED).map(lambda row: tuple(tuple(item.split("-")) for item in row.split()))
    labelled = st.tuples(st.sampled_from(["source", "byline", "url", "path", "tag"]), asked)
    unread = st.tuples(st.just("unread"), st.sampled_from(["yes", "no"]))
    names = st.sampled_from([(("BBC",),), (("The",), ("Cradle",)), (("Cradle",),), (("U.S.",), ("News",))])
    exact = asked.filter(lambda items: "~" not in items[-1][-1])
    whole = st.tuples(st.just("whole"), st.sampled_from(["source", "source", "byline"]), names | exact)
    spoken = st.sampled_from(["en", "de", "xx", "unknown"]).map(lambda code: ("language", code))
    date = st.sampled_from(["2025", "2025-06", "2025-06-02", "2024-12-31"])
    named = st.sampled_from(NAMES).map(lambda name: ("named", name))
    dated = st.tuples(st.sampled_from(["after", "before", "on"]), date)
    other = whole | spoken | named
    return (
        unread
        | source
        | labelled
        | other
        | dated
        | st.tuples(st.just("undated"), st.sampled_from(["yes", "no"]))
    )


def joined(nodes: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    row = st.lists(nodes, min_size=2, max_size=3).map(tuple)
    return (
        row.map(lambda parts: ("and", *parts))
        | row.map(lambda parts: ("or", *parts))
        | nodes.map(lambda part: ("not", part))
        | st.tuples(
            st.just("boost"), nodes.filter(has_score), st.sampled_from(["2", "0.5", ".25", "0", "100"])
        )
    )


def has_score(node: Any) -> bool:
    return node[0] in ("and", "or", "not", "words", "scan", "same")


ALIKE = st.sampled_from(["us", "trump", "a", "aa", "led", "fac", "u*", "*a*", "iran", "t*"]).map(
    lambda word: ("words", None, False, False, ((word,),))
)
CLAUSES = {"words": words_clauses(), "scans": scans(), "filters": filters()}


@st.composite
def clause(draw: st.DrawFn, kind: str) -> Any:
    """A clause; what is drawn from is kept from being written out, which takes long."""
    return draw(CLAUSES[kind])


PARTS = st.recursive(ALIKE | clause("words") | st.just(("every",)), joined, max_leaves=4)


@st.composite
def within(draw: st.DrawFn) -> Any:
    return "same", draw(st.sampled_from(["sentence", "sentence", "paragraph"])), draw(PARTS)


QUERIES = st.recursive(
    clause("words") | clause("words") | within() | clause("scans") | clause("filters") | st.just(("every",)),
    joined,
    max_leaves=5,
)


@st.composite
def queries(draw: st.DrawFn) -> Any:
    return draw(QUERIES)


def read(oracle: ModuleType, text: str) -> Query:
    """A query whose names lead to the documents that the oracle knows."""

    def mentioned(named: Named | Known) -> frozenset[int]:
        if isinstance(named, Known) and named.kind == "unread":
            return frozenset(oracle.READ)
        if isinstance(named, Known) and named.kind == "tag":
            tags = list(oracle.TAGS)
            holding = Labels(tags).holding(named.graph).tolist()
            return frozenset(key for number in holding for key in oracle.TAGS[tags[number]])
        if isinstance(named, Known):
            paths = set(Labels(oracle.PATHS).holding(named.graph).tolist())
            return frozenset(key for key in range(50) if key % len(oracle.PATHS) in paths)
        word = named.graph.word
        assert named.type == "person" and word is not None
        keys: frozenset[int] = oracle.MENTIONED[word.text]
        return keys

    return resolve(parse(text), mentioned)


def same_as_oracle(oracle: ModuleType, engine: Engine, docs: dict[int, Any], node: Any) -> None:
    text = oracle.render(node)
    query = read(oracle, text)
    ranked = engine.list(query, shown=slice(None), fetch=fetched(docs))
    live = list(docs.values())
    expected = {doc.key: oracle.hits(node, doc) for doc in live if oracle.met(node, doc)}
    assert set(ranked.keys.tolist()) == set(expected), text
    counts = dict(zip(ranked.keys.tolist(), ranked.hits.tolist(), strict=True))
    assert counts == {key: len(hits) for key, hits in expected.items()}, text
    assert ranked.hits_total == sum(counts.values())
    assert ranked.undated == oracle.undated(node, live), text
    clauses = oracle.clauses(node)
    assert [clause.text for clause in ranked.clauses] == oracle.clause_texts(node), text
    assert [clause.documents for clause in ranked.clauses] == [
        oracle.having(node, clause, live) for clause in clauses
    ], text
    scores = dict(zip(ranked.keys.tolist(), ranked.scores.tolist(), strict=True))
    for key in scores:
        np.testing.assert_allclose(scores[key], oracle.score(node, docs[key], live), rtol=1e-9, err_msg=text)
    assert ranked.scores.tolist() == sorted(ranked.scores.tolist(), reverse=True)
    for number in range(len(clauses)):
        of_clause = {key: [hit[3] for hit in hits].count(number) for key, hits in expected.items()}
        keys, hits = engine.clause_hits(query, [number], fetch=fetched(docs))
        found = dict(zip(keys.tolist(), hits.tolist(), strict=True))
        assert found == {key: count for key, count in of_clause.items() if count}, (text, number)
    named = [number for one in hit_clauses(text) for number in one.numbers]
    assert {hit[3] for hits in expected.values() for hit in hits} <= set(named), text
    for key in expected:
        assert marked(query, docs[key]) == expected[key], text
    if ranked.places is not None:
        for key, placed in zip(ranked.keys.tolist(), ranked.places, strict=True):
            assert rows(placed.hits) == expected[key], text
            assert placed.version == engine.contents()[key]
    check_orders(engine, query, docs, counts)


def fetched(docs: dict[int, Any]) -> Fetch:
    return lambda keys: [(key, docs[key].title, docs[key].text) for key in keys if key in docs]


def marked(query: Query, doc: Any) -> list[tuple[str, int, int, int]]:
    facts = Facts(doc.source, doc.published, doc.key, doc.language, doc.byline, doc.url)
    return rows(find_hits(query, doc.title, doc.text, facts))


def rows(hits: Sequence[Hit]) -> list[tuple[str, int, int, int]]:
    return [(hit.field, hit.start, hit.end, hit.clause) for hit in hits]


def check_orders(engine: Engine, query: Query, docs: dict[int, Any], counts: dict[int, int]) -> None:
    def day(key: int) -> int:
        return -int((docs[key].published or "0").replace("-", ""))

    orders: dict[str, Callable[[int], Any]] = {
        "newest": lambda key: (day(key), key),
        "oldest": lambda key: (day(key) == 0, -day(key), key),
        "source": lambda key: ((docs[key].source or "\uffff").casefold(), day(key), key),
        "hits": lambda key: (-counts[key], day(key), key),
    }
    for sort in SORTS:
        if sort != "relevance":
            ranked = engine.list(query, sort, fetch=fetched(docs))
            assert ranked.keys.tolist() == sorted(counts, key=orders[sort]), sort


@CHANGES
@given(articles=st.lists(ARTICLES, min_size=1, max_size=7), nodes=st.lists(queries(), min_size=1, max_size=8))
def test_hits_are_where_the_oracle_sees_them(
    oracle: ModuleType, articles: list[Any], nodes: list[Any]
) -> None:
    for node in nodes:
        text = oracle.render(node)
        for number, article in enumerate(articles):
            doc = oracle.Doc(number, *article)
            assert marked(read(oracle, text), doc) == oracle.hits(node, doc), text


@settings(CHANGES, max_examples=max(10, settings().max_examples // 4))
@given(
    steps=st.lists(
        st.tuples(
            st.lists(st.tuples(st.integers(1, 9), ARTICLES), max_size=5),
            st.sets(st.integers(1, 9), max_size=3),
        ),
        min_size=1,
        max_size=4,
    ),
    nodes=st.lists(queries(), min_size=1, max_size=6),
)
def test_the_engine_says_what_the_oracle_says(
    oracle: ModuleType, new_engine: Callable[[], Engine], steps: list[Any], nodes: list[Any]
) -> None:
    engine = new_engine()
    docs: dict[int, Any] = {}
    versions: dict[int, int] = {}
    for version, (added, removed) in enumerate(steps):
        engine.update([Entry(key, version, *article) for key, article in added], removed)
        for key in removed:
            docs.pop(key, None)
            versions.pop(key, None)
        for key, article in added:
            docs[key] = oracle.Doc(key, *article)
            versions[key] = version
        assert engine.contents() == versions
        for node in nodes:
            same_as_oracle(oracle, engine, docs, node)
    while engine.merge(wanted=2):
        pass
    for node in nodes:
        same_as_oracle(oracle, engine, docs, node)
    assert engine.list(None, "newest").keys.tolist() == engine.list(parse(""), "newest").keys.tolist()
    engine.close()

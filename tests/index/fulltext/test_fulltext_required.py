"""What every text has to hold that an expression fits: told in full, and never too much."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import analysis
from index.fulltext.engine import Engine, Entry
from index.fulltext.expressions import Unreadable, read
from index.fulltext.required import All, Any, Need, Piece, required
from index.fulltext.syntax import parse

ATOMS = ["abc", "nuclear", "xyz1", "K", "é", " ", "-", "."]
ATOMS += [
    r"\d",
    r"\w",
    r"\.",
    "[abc]",
    "[^x]",
    r"\bcat\b",
    "[a-zA-Z]",
    r"[\d-]",
    r"[x\d]",
    "(?i)",
    "(?=abc)",
    "'s",
]
PIECES = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: (
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "{,1}", "{1,}", "{5}", "+?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        )
        | st.tuples(st.sampled_from(ATOMS[:6]), st.sampled_from(["*", "+", "?", "{2}", "{0,2}"])).map("".join)
        | st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + "|".join(parts) + ")")
        | st.lists(inner, min_size=1, max_size=4).map("".join)
    ),
    max_leaves=8,
)
TEXTS = [
    "Abcdef nuclear-free zones, the nuclear's end; NUCLEAR",
    "abcxyz1 xyz1xyz1 Xyz1's",
    "\u212aabc and \u017fcat, abc\u0661\u0662\u0663\u0664 abc1234 1,234abc",
    "l'abcnuclear r\u00e9abc abc_nuclear_xyz1 U.S.abc a.b.cat",
    "a" * 250 + "nuclearxyz1",
    "nuc\u00adlear n\u00faclear \u4e2dabc\u6587 abcabcabc-K-cat-cat-cat-cat-cat-cat-cat-nuclear",
    "cat abc\n\nKabc kxyz1 ABCABC don't 'scat",
    "",
]


def described(need: Need) -> str:
    """A need in one line: `&` for all, `|` for any of what stands in brackets."""
    match need:
        case Piece(ways):
            return " | ".join(
                f"{way.literal}{f' {way.pattern.decode()}' if way.pattern else ''}" for way in ways
            )
        case All(needs):
            return " & ".join(map(described, needs))
        case Any(needs):
            return f"({' || '.join(map(described, needs))})"


@pytest.mark.parametrize(
    ("expression", "needs"),
    [
        ("nuclear (site|plant)s", "nuclear & sites | plants"),
        ("(nuclear|atomic) (sites?|plants?)", "nuclear | atomic & site | plant"),
        ("colou?rs", "colo colou*rs"),
        ("con[a-z]+tions?", "tion con[a-z][a-z]*tion"),
        ("abc{0,2}d", ""),
        ("abc{2}def", "abccdef"),
        ("ab+cde", "cde abb*cde"),
        ("(abc)+", "abc"),
        ("(abc)*def", "def"),
        ("(abc)?def", "abcdef | def"),
        ("iran|iraq", "iran | iraq"),
        ("iran|iraq war", "(iran || iraq & war)"),
        ("iran|a war", "(iran || war)"),
        ("iran|.", ""),
        ("(iran|iraq)ian", "iranian | iraqian"),
        (r"\bstrike\w*", "strike"),
        ("[A-Z]{5,}", ""),
        ("[[a-z]--[x]]abc", ""),
        ("nuclear{e<=1}", ""),
        ("(?i)Nuclear", "nuclear"),
        ("(?x) nuclear", ""),
        ("(?f)strasse", ""),
        ("(?R)?nuclear", ""),
        ("(?#nuclear)war", ""),
        (r"\x41bcd", ""),
        (r"(abc)\1", ""),
        (r"F-35s\b 200", "35s & 200"),
        (r"\p{Lu}nuclear", "nuclear"),
        ("Straße", "stra"),
        ("a_bcd", "bcd"),
        ("(?P<n>abc)(?P=n)def", "abc & def"),
        ("(?<!abc)def(?=ghi)", "def"),
        ("(?!nuclear)war", "war"),
        (r"\(abc\)", "abc"),
    ],
)
def test_pieces_of_words_that_every_text_holds(expression: str, needs: str) -> None:
    assert described(required(expression)) == needs


def has(need: Need, keys: list[str]) -> bool:
    """Whether among some keys there is what is required."""
    match need:
        case Piece(ways):
            return any(
                way.literal in key
                and (way.pattern is None or re.search(way.pattern, key.encode(), re.DOTALL))
                for way in ways
                for key in keys
            )
        case All(needs):
            return all(has(one, keys) for one in needs)
        case Any(needs):
            return any(has(one, keys) for one in needs)


@given(PIECES, st.data())
def test_a_text_that_fits_has_them_in_its_words(expression: str, data: st.DataObject) -> None:
    try:
        need = read(expression).required
        fitting = re.compile(expression, re.IGNORECASE)
    except (Unreadable, re.error):
        return
    edge = st.text("ax1'-. \u0301", max_size=3)
    text = data.draw(edge) + data.draw(st.from_regex(fitting)) + data.draw(edge)
    if not read(expression).spans(text, 10):
        return  # Python's own expressions differ in details.
    assert has(need, [key for word in analysis.tokens(text) for key in analysis.keys(word.surface)])


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = Engine.open(tmp_path_factory.mktemp("index"))
    engine.update(Entry(key, 1, "Nuclear abc", text, None, None) for key, text in enumerate(TEXTS))
    return engine


@given(PIECES)
def test_what_an_expression_finds_is_what_it_fits(awkward: Engine, expression: str) -> None:
    """Whatever is passed over for what it does not hold, it is no text that fits."""
    try:
        query = parse(f"/{expression}/")
        spans = [
            len(read(expression).spans("Nuclear abc", 10)) + len(read(expression).spans(text, 10))
            for text in TEXTS
        ]
    except ValueError:
        return
    found = awkward.list(query, fetch=lambda keys: [(key, "Nuclear abc", TEXTS[key]) for key in keys])
    hits: dict[int, int] = dict(zip(found.keys.tolist(), found.hits.tolist(), strict=True))
    assert hits == {key: number for key, number in enumerate(spans) if number}

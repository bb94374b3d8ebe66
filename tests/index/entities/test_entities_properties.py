"""Laws of recognition and of canonical names, for any input."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.entities import TYPES, NameCount, canonicalise, recognise
from index.entities.gazetteer import gazetteer
from index.entities.lexicon import around, heads, offices, small
from index.entities.names import key, spelling

WORDS = """
Ingrid Solvang SOLVANG Iran Iranian US-led U.S. the of and Ministry Bank President said Jr. al- Al bin van J.
's ’s “ ” " ( ) , . : - — @x #y https://a.b/c x.com a@b.c 76ers May İ ß ﬁ 日本 é 🇮🇷 Resolution 2254
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n", "\u200d", "\x00"])
TELLING = sorted(
    {
        word
        for module in (around, heads, offices, small)
        for listed in vars(module).values()
        if isinstance(listed, frozenset | dict)
        for words in listed
        for word in (words if isinstance(words, tuple) else (words,))
        if isinstance(word, str)
    }
)
"""Words by which names are told from what stands around them."""
NAMED = [
    "Ingrid Solvang",
    "Kim",
    "Iran",
    "French",
    "Iranian",
    "US",
    "Gulf",
    "Paris",
    "Reuters",
    "BBC",
    "of",
    "the",
]
PHRASES = st.lists(
    st.one_of(st.sampled_from(NAMED), st.sampled_from(TELLING), st.sampled_from(TELLING).map(str.title)),
    max_size=7,
).map(" ".join)
"""What a headline may be: it breaks off anywhere, with no full stop."""
TEXTS = st.one_of(
    PHRASES,
    st.text(max_size=300),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


@settings(deadline=None)
@example("Protest against French government", "", "en")
@given(TEXTS, TEXTS, st.sampled_from([None, "en", "de"]))
def test_spans_are_exact_in_order_and_apart(title: str, text: str, language: str | None) -> None:
    last = ("title", 0)
    for mention in recognise(title, text, language=language):
        string = title if mention.field == "title" else text
        assert string[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""
        assert mention.type in TYPES
        assert mention.name
        assert (mention.field != "title", mention.start) >= (last[0] != "title", last[1])
        last = (mention.field, mention.end)


@settings(deadline=None)
@given(TEXTS)
def test_recognition_is_a_function_of_its_input(text: str) -> None:
    assert recognise("", text) == recognise("", text)


@given(st.text(max_size=40))
@example("⒈ ™")
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_a_spelling_is_a_word_of_letters(word: str) -> None:
    assert spelling(word).isalpha() or not word.strip("h")


NAMES = st.builds(
    lambda words, kind, sure, documents: NameCount(
        " ".join(words), kind, " ".join(words), sure, documents, documents
    ),
    st.lists(
        st.sampled_from(
            [
                "Ali",
                "Mojtaba",
                "J.",
                "W.",
                "Khamenei",
                "Kim",
                "Jong",
                "Un",
                "Jr.",
                "Bank",
                "UN",
                "of",
                "Iranian",
                "Ministry",
                "al-",
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(TYPES),
    st.booleans(),
    st.integers(1, 20),
)


@settings(deadline=None)
@given(st.lists(NAMES, max_size=25))
def test_every_name_has_one_entity_and_sure_types_stay(rows: list[NameCount]) -> None:
    canon = canonicalise(rows)
    for row in rows:
        entity = canon.entities[canon.of[row.name, row.type, row.sure]]
        assert not row.sure or entity.type == row.type
        assert entity.id in canon.entities
    assert canonicalise(reversed(rows)) == canon


def test_the_gazetteer_is_small_and_whole() -> None:
    known = gazetteer()
    assert known.find("US") == known.find("United States")
    assert known.find("us") is None
    assert key("Iran") in known.countries
    assert known.demonyms["iranian"] == "Iran"
    assert len(known.words) > 20_000
    assert known.frequent < known.words
    assert all(known.names[name].name for name in known.names)

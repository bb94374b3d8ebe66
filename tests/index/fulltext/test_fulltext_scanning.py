"""Expressions held against texts: in which, for how long, and what is remembered."""

from collections.abc import Callable, Sequence

import pytest

from index.errors import Cancelled, CuttingsError, SearchTooLong
from index.fulltext import scanning
from index.fulltext.engine import Engine, Entry
from index.fulltext.hits import find_hits
from index.fulltext.postings import CACHE_BYTES
from index.fulltext.syntax import parse

TEXTS = {
    1: "Iran strikes 12 sites",
    2: "Iran talks on 7 June",
    3: "a strike on 40 plants",
    4: "nothing of this",
    5: "x" * 300 + "strike",
}


class Shelf:
    """Texts, and which of them were asked for."""

    def __init__(self, texts: dict[int, str]) -> None:
        self.texts = texts
        self.asked: list[int] = []

    def fetch(self, keys: Sequence[int]) -> list[tuple[int, str, str]]:
        self.asked += keys
        return [(key, "A title", self.texts[key]) for key in keys if key in self.texts]

    def found(self, engine: Engine, query: str) -> list[int]:
        self.asked = []
        return sorted(engine.list(parse(query), fetch=self.fetch).keys.tolist())


@pytest.fixture
def engine(new_engine: Callable[[], Engine]) -> Engine:
    made = new_engine()
    made.update(
        Entry(key, 1, "A title", text, None, "2025-06-20" if key < 3 else None) for key, text in TEXTS.items()
    )
    return made


@pytest.mark.parametrize(
    ("query", "matching", "looked_through"),
    [
        (r"/\d+/", [1, 2, 3], [1, 2, 3, 4, 5]),
        (r"/strike[^s]/", [3], [1, 3, 5]),
        (r"/strikes? \w/", [1, 3], [1, 3, 5]),
        (r"/strike$/", [5], [1, 3, 5]),
        (r"iran /\d+/", [1, 2], [1, 2]),
        (r"iran -/\d+ sites/", [2], [1]),
        (r"after:2025 /on/", [2], [1, 2, 3, 4, 5]),  # those without a date are counted
        (r"before:2025 /on/ iran", [], []),
        (r"/talks/ OR sites", [1, 2], [2, 5]),
        (r"title:/strike/", [], []),
        (r"title:/title/ iran", [1, 2], [1, 2]),
        (r"/not (?:such|hing)/ /talks/", [], [2, 4, 5]),
    ],
)
def test_only_texts_that_matter_are_looked_through(
    engine: Engine, query: str, matching: list[int], looked_through: list[int]
) -> None:
    shelf = Shelf(TEXTS)
    assert shelf.found(engine, query) == matching
    assert sorted(set(shelf.asked)) == looked_through


def test_what_was_looked_through_is_remembered(engine: Engine) -> None:
    shelf = Shelf(TEXTS)
    assert shelf.found(engine, r"iran /\d+/") == [1, 2]
    assert shelf.found(engine, r"(iran OR strike) /\d+/") == [1, 2, 3] and shelf.asked == [3]
    assert shelf.found(engine, r"iran /\d+/") == [1, 2] and shelf.asked == []
    engine.update([Entry(6, 1, "", "Iran 6", None, None)])
    shelf.texts = {**TEXTS, 6: "Iran 6"}
    assert shelf.found(engine, r"iran /\d+/") == [1, 2, 6]


def test_what_was_looked_through_is_remembered_where_memory_is_given_back(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.fulltext.engine.REST_BYTES", 0)
    monkeypatch.setattr(scanning._Seen, "nbytes", CACHE_BYTES)  # more than any scan counts for
    shelf = Shelf(TEXTS)
    found = shelf.found(engine, r"/\d+/")
    engine.let_go()
    assert shelf.found(engine, r"/\d+/") == found == [1, 2, 3]
    assert shelf.asked == []


def test_hits_of_words_and_expressions_count_once(engine: Engine) -> None:
    shelf = Shelf(TEXTS)
    for query, hits in ((r"iran OR /iran/", 2), (r"iran /iran \w+/", 4), (r"/ir/ OR /Ir/ OR /iran/", 4)):
        ranked = engine.list(parse(query), fetch=shelf.fetch)
        assert ranked.hits_total == hits
        marked = [len(find_hits(parse(query), "A title", TEXTS[key])) for key in ranked.keys.tolist()]
        assert marked == ranked.hits.tolist()


def test_a_place_that_words_and_an_expression_share_is_one_hit(new_engine: Callable[[], Engine]) -> None:
    """A text is laid out only where the two may meet, so every way to meet is tried."""
    texts = {
        1: "Iran talks, Iran's talks on a US-Israeli plan; iran_talks and Iranian talks",
        2: "No talks with the US. Israeli planes over Iran",
        3: "x" * 300 + " Iran-Iraq talks",
    }
    engine = new_engine()
    engine.update(Entry(key, 1, "A title", text, None, None) for key, text in texts.items())
    shelf = Shelf(texts)
    words = [
        "iran",
        '"iran talks"',
        "us-israeli",
        "us*",
        '"israeli plan*"',
        "x*",
        '"iran talks"~3',
        "iraniraq",
    ]
    spans = [
        r"/iran/",
        r"/iran talks/",
        r"/US-Israeli/",
        r"/\w+/",
        r"/x+/",
        r"/iran[^;]*talks/",
        r"/[A-Z]\w+/",
    ]
    for word in words:
        for span in spans:
            for query in (f"{word} OR {span}", f"text:{word} OR {span} OR /iran/", f"{span} OR title:{word}"):
                ranked = engine.list(parse(query), fetch=shelf.fetch)
                marked = [len(find_hits(parse(query), "A title", texts[key])) for key in ranked.keys.tolist()]
                assert marked == ranked.hits.tolist(), query


def test_an_article_that_is_gone_is_passed_over(engine: Engine) -> None:
    shelf = Shelf({1: TEXTS[1]})
    assert shelf.found(engine, r"/\d+/") == [1]
    shelf.texts = TEXTS
    assert shelf.found(engine, r"/\d+/") == [1, 2, 3] and shelf.asked == [2, 3, 4, 5]


def test_an_expression_that_takes_too_long_is_given_up(
    new_engine: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "SECONDS_OF_A_TEXT", 0.05)
    engine = new_engine()
    text = "a" * 5000 + "b"
    engine.update([Entry(1, 1, "", text, None, None)])
    with pytest.raises(SearchTooLong, match="too long on a single article"):
        engine.list(parse("/(a+)+$/"), fetch=Shelf({1: text}).fetch)
    with pytest.raises(SearchTooLong):
        find_hits(parse("/(a+)+$/"), "", text)


def test_a_search_of_very_many_texts_is_given_up_and_goes_on(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(100))
    monkeypatch.setattr("index.fulltext.scanning.time.monotonic", lambda: next(clock) * 4.0)
    monkeypatch.setattr(scanning, "BATCH", 1)
    shelf = Shelf(TEXTS)
    with pytest.raises(SearchTooLong, match="with 2 of 5 articles looked through"):
        shelf.found(engine, r"/\d+/")
    with pytest.raises(SearchTooLong, match="with 2 of 3 articles"):
        shelf.found(engine, r"/\d+/")
    assert shelf.found(engine, r"/\d+/") == [1, 2, 3] and shelf.asked == [5]


def test_what_words_and_an_expression_share_is_given_up_and_goes_on(
    new_engine: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = new_engine()
    texts = {key: f"Iran talks {key}" for key in range(4)}
    engine.update(Entry(key, 1, "A title", text, None, None) for key, text in texts.items())
    shelf = Shelf(texts)
    assert len(shelf.found(engine, "/iran/")) == 4
    clock = iter(range(100))
    monkeypatch.setattr("index.fulltext.scanning.time.monotonic", lambda: next(clock) * 4.0)
    monkeypatch.setattr(scanning, "BATCH", 1)
    with pytest.raises(SearchTooLong, match="with 2 of 4 articles"):
        shelf.found(engine, "/iran/ OR iran")
    ranked = engine.list(parse("/iran/ OR iran"), fetch=shelf.fetch)
    assert ranked.hits.tolist() == [1] * 4 and shelf.asked == [0, 1, 2, 2, 3]


def test_it_is_called_off_between_two_texts(engine: Engine) -> None:
    shelf = Shelf(TEXTS)
    polls = iter([False] * 4 + [True] * 100)
    with pytest.raises(Cancelled):
        engine.list(parse(r"/\d+/"), cancelled=lambda: next(polls), fetch=shelf.fetch)
    assert shelf.asked == [1, 2, 3, 4, 5]


def test_without_texts_it_is_a_mistake_of_the_program(engine: Engine) -> None:
    with pytest.raises(CuttingsError, match="needs the texts"):
        engine.list(parse(r"/\d+/"))

"""The concordance: every hit once, in its context, in the order asked for."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Library
from index.errors import Cancelled, QueryError, SearchTooLong
from index.model import KWIC_SORTS, KwicLine, KwicSort, Listing

WORDS = [
    "strike", "strikes", "Strike", "struck", "Fordow", "fordow", "Évian", "evian", "U.S.", "air-strike",
    "in", "the", "THE", "of", "1,200", "“so”", "–", "Iran’s", "naïve", "Zürich", "北京", "and", "by",
]  # fmt: skip
QUERIES = [
    "strike",
    "fordow OR evian",
    '"the strike"',
    "the -of",
    "title:the",
    "s*",
    "/f[a-z]+w/",
    "strike~ in",
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    random = Random(5)
    folder = tmp_path_factory.mktemp("articles")
    for number in range(24):
        paragraphs = [" ".join(random.choices(WORDS, k=random.randint(3, 30))) for _ in range(4)]
        title = " ".join(random.choices(WORDS, k=5))
        source = random.choice(["Source: The Cradle\n", "Source: BBC\n", ""])
        date = random.choice(["12 March 2024\n", "1 June 2025\n", ""])
        text = f"{title}\n{source}{date}\n" + "\n\n".join(paragraphs)
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    with Library.open([folder], tmp_path_factory.mktemp("home")) as found:
        found.sync()
        yield found


def places_of(listing: Listing) -> list[tuple[int, int]]:
    """Key and number of every hit, document by document."""
    return [(key, at) for key, hits in zip(listing.keys, listing.hits, strict=True) for at in range(hits)]


def words_beside(library: Library, line: KwicLine, side: KwicSort) -> str:
    """What a line is compared by, made letter by letter from the whole paragraph."""
    article = library.document(line.document.id)
    text = article.title if line.field == "title" else article.text
    beside = text[: line.start] if side == "left" else text[line.end :]
    beside = beside.split("\n\n")[-1] if side == "left" else beside.split("\n\n")[0]
    beside = beside[-48:] if side == "left" else beside[:48]
    plain = "".join(
        letter if letter.isalnum() else " "
        for letter in unicodedata.normalize("NFKD", beside.casefold())
        if not unicodedata.combining(letter)
    )
    words = plain.split()[::-1] if side == "left" else plain.split()
    return " ".join(words)


def sorted_as(key: str) -> bytes:
    return key.encode()[:32] or b"\xff"


@given(st.sampled_from(QUERIES))
def test_every_hit_is_shown_as_it_stands(library: Library, query: str) -> None:
    listing = library.list(query, "relevance")
    places = places_of(listing)
    lines = library.contexts(query, places)
    assert len(lines) == listing.hits_total > 0
    readings = {line.document.id: library.read(line.document.id, query) for line in lines if line}
    hits = iter([hit for reading in readings.values() for hit in reading.hits])
    for line, hit in zip(lines, hits, strict=True):
        assert line is not None
        assert (line.field, line.start, line.end) == (hit.field, hit.start, hit.end)
        article = readings[line.document.id].article
        text = article.title if hit.field == "title" else article.text
        assert text[hit.start : hit.end] == line.match
        assert text[: hit.start].replace("\n", " ").endswith(line.left)
        assert text[hit.end :].replace("\n", " ").startswith(line.right)
        assert (line.passage is None) == (hit.field == "title")
        if line.passage is not None:
            passage = article.passages[line.passage]
            assert passage.start <= hit.start < passage.end


@given(st.sampled_from(QUERIES), st.sampled_from(KWIC_SORTS))
def test_an_order_has_every_hit_once_and_in_its_place(library: Library, query: str, sort: KwicSort) -> None:
    listing = library.list(query, "relevance")
    places = places_of(listing)
    told: list[float] = []
    order = library.order_hits(listing, sort, told.append)[sort].tolist()
    assert sorted(order) == list(range(listing.hits_total))
    assert told == sorted(told) and all(0 <= share < 1 for share in told)
    lines = [line for line in library.contexts(query, [places[number] for number in order]) if line]
    assert tuple(lines) == library.kwic(query, sort=sort).lines
    assert tuple(lines[:5]) == library.kwic(query, 5, sort).lines
    if sort in ("left", "right"):
        keys = [
            (sorted_as(words_beside(library, line, sort)), number)
            for line, number in zip(lines, order, strict=True)
        ]
        assert keys == sorted(keys), "and those that have the same words stay in the order of relevance"
    elif sort == "date":
        dates = [line.document.published or "" for line in lines]
        assert dates == sorted(dates, reverse=True)
    elif sort == "source":
        outlets = [line.document.source or "~" for line in lines]
        assert outlets == sorted(outlets, key=str.casefold)


def test_what_is_gone_is_none(tmp_path: Path) -> None:
    """An article that has gone meanwhile leaves no line, and is no hindrance to sorting the others."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "stays.txt").write_text("Old bridge\n\nThe bridge is old. A bridge is closed.\n", "utf-8")
    (folder / "goes.txt").write_text("Another bridge\n\nIt is new.\n", "utf-8")
    with Library.open([folder], tmp_path / "home") as library:
        library.sync()
        listing = library.list("bridge", "relevance")
        assert listing.hits_total == 4
        (folder / "goes.txt").unlink()
        library.sync()
        lines = library.contexts("bridge", places_of(listing))
        assert sorted(line.left for line in lines if line) == ["Old ", "The ", "The bridge is old. A "]
        for sort in KWIC_SORTS:
            order = library.order_hits(listing, sort)[sort].tolist()
            assert sorted(order) == [0, 1, 2, 3]
            assert sort == "relevance" or lines[order[-1]] is None, "it comes last"


def test_what_the_index_has_otherwise_is_found_in_the_text(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between a change and its coming into the index, the catalog is believed."""
    listing = library.list("strike", "relevance")
    orders = library.order_hits(listing, "left")
    lines = library.contexts("strike", places_of(listing))
    with library._catalog.writing() as store:
        store._db.execute("UPDATE documents SET version = version + 1000000")
    again = library.order_hits(listing, "left")
    assert {name: order.tolist() for name, order in again.items()} == {
        name: order.tolist() for name, order in orders.items()
    }
    assert library.contexts("strike", places_of(listing)) == lines
    with library._catalog.writing() as store:
        store._db.execute("UPDATE documents SET version = version - 1000000")


def test_sorting_is_called_off_and_bounded(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = library.list("strike", "relevance")
    with pytest.raises(Cancelled):
        library.order_hits(listing, "right", cancelled=lambda: True)
    monkeypatch.setattr("index.contexts.MOST_SORTED", 3)
    with pytest.raises(SearchTooLong, match="ask for less"):
        library.order_hits(listing, "left")
    with pytest.raises(QueryError):
        library.contexts('"open', [(1, 0)])


def test_a_query_without_hits_has_an_empty_order(library: Library) -> None:
    for query in ("zeppelin", "after:2024-01"):
        listing = library.list(query, "relevance")
        for sort in KWIC_SORTS:
            assert library.order_hits(listing, sort)[sort].tolist() == []
            assert library.kwic(query, sort=sort).lines == ()

"""Passages by themselves, held against the whole article."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import Library
from index.catalog import Catalog
from index.errors import NotInLibrary
from index.model import Article, Span
from index.related.evidence import LONGEST

OpenLibrary = Callable[..., Library]

SPEECH = (
    "Date: 2025-03-04\nSource: Gazette\n\nThe dam\n\n"
    "Mayor Ada Brandt spoke in Rinholm in May 2024, and again on 2 March 2025.\n\n"
    "“The dam is safe.\n\n“It was safe on Sunday.\n\n“And it will be safe,” Ada Brandt said.\n\n"
    "Ruben Castell of the Harbour Board called that “hardly true” on Monday.\n\n"
    "Nothing was said in the year 1987.\n"
)
LONG = "Date: 2025-03-05\nSource: Post\n\nOf many words\n\n" + " ".join(
    f"Ada Brandt told Ruben Castell on {day} March 2025 that “{day} men and {day + 1} boats had been at sea”."
    for day in range(1, 31)
)


@pytest.fixture
def library(tmp_path: Path, open_library: OpenLibrary) -> Library:
    folder = tmp_path / "passages"
    folder.mkdir()
    for name, text in (("speech", SPEECH), ("long", LONG)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    library = open_library(folder)
    library.sync()
    return library


@pytest.fixture
def catalog(library: Library) -> Catalog:
    return library._catalog


def articles(catalog: Catalog) -> Iterator[tuple[int, Article]]:
    return iter(catalog.articles(catalog.keys("newest"), named=True).items())


def test_a_passage_has_its_words_and_its_head(library: Library, catalog: Catalog) -> None:
    heads = {one.id: one for one in library.documents()}
    for key, article in articles(catalog):
        assert len(article.passages) > 3
        places = [(key, one.number) for one in article.passages]
        found = catalog.excerpts.of([*places, (key, 1000), (1000, 0)])
        assert list(found) == places
        for passage, one in zip(article.passages, found.values(), strict=True):
            assert one.document == heads[article.id]
            assert (one.number, one.start, one.end) == (passage.number, passage.start, passage.end)
            assert one.text == article.text[passage.start : passage.end]


def test_what_is_known_of_a_passage_is_what_its_article_has_there(catalog: Catalog) -> None:
    quoted = 0
    for key, article in articles(catalog):
        known = catalog.excerpts.known([(key, one.number) for one in article.passages], LONGEST)
        days = [one for one in article.dates if one.granularity in ("day", "range") and one.date]
        for passage in article.passages:
            low, high = passage.start, passage.end
            one = known[key, passage.number]
            assert one.mentions == tuple(
                (each.start, each.end, each.entity)
                for each in article.mentions
                if each.field == "text" and low <= each.start < high
            )
            inside = [each for each in article.dates if low <= each.start < high]
            first = [each for each in days[:1] if not low <= each.start < high]
            assert one.dates == tuple(
                (each.start, each.end, each.date, each.last, each.granularity) for each in first + inside
            )
            assert one.quotes == tuple(
                (each.start, each.end, each.entity, each.field)
                for each in article.quotes
                if each.field == "text" and each.start < high and low < each.end
            )
            quoted += len(one.quotes)
        assert catalog.excerpts.entities(key) == {
            each.entity for each in article.mentions if each.field == "text"
        }
    assert quoted > 30  # and a speech that goes on is in each of its paragraphs


def test_the_very_letters_are_found_and_what_has_about_as_many(catalog: Catalog) -> None:
    for key, article in articles(catalog):
        for passage in article.passages:
            text = article.text[passage.start : passage.end]
            assert catalog.excerpts.same(catalog.keys("newest"), text) == {key: passage.number}
            assert catalog.excerpts.same(catalog.keys("newest"), text[:-1] + "'") == {}
        sizes = sorted(one.end - one.start for one in article.passages)
        middle = sizes[len(sizes) // 2]
        assert list(catalog.excerpts.sized([key], middle, 10**6)) == [
            (key, one.number, article.text[one.start : one.end])
            for one in article.passages
            if one.end - one.start >= middle
        ]


def test_the_earliest_leads(library: Library, catalog: Catalog) -> None:
    keys = catalog.keys("newest")
    assert catalog.excerpts.leading_first([*keys, 1000]) == catalog.keys("oldest") == keys[::-1]


def test_who_is_named_at_a_place_is_who_the_article_says(library: Library, catalog: Catalog) -> None:
    for key, article in articles(catalog):
        inside = [one for one in article.mentions if one.field == "text"]
        for begin in range(0, len(article.text), 7):
            for end in (begin + 1, begin + 25, begin + 90):
                here = [one.entity for one in inside if one.start < end and begin < one.end]
                assert catalog.excerpts.named(key, Span(begin, end)) == tuple(dict.fromkeys(here))
        for number, passage in enumerate(article.passages):
            assert library.passage(article.id, number) == article.text[passage.start : passage.end]
        assert library.passage(article.id, len(article.passages)) is None
    with pytest.raises(NotInLibrary):
        library.passage("none", 0)

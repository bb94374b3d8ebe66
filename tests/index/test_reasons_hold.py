"""Every reason that is shown is true.

That is looked at on the sample articles, on the two real ones where they are at hand, and on reports of
events that repeat themselves. The check (`bench/holding.py`) shares nothing with what finds the reasons: it
looks at the words that stand in both texts at the places a reason gives.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from holding import holds
from own_library import opened
from stories import families

from index import Library
from index.model import Article, Reason, Related
from index.paths import sample_articles

REAL = Path(__file__).parents[2].parent / "shared" / "seeds"
DAY = re.compile(
    r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow"
    r"|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)


def rows(library: Library) -> list[tuple[Article, Related]]:
    articles = [library.document(document.id) for document in library.documents()]
    return [
        (article, row)
        for article in articles
        for passage in article.passages
        for row in library.related(passage, limit=8)
    ]


def check(library: Library, found: Iterable[tuple[Article, Related]]) -> Counter[str]:
    """How many reasons of every kind were looked at; all of them hold."""
    checked: Counter[str] = Counter()
    for article, row in found:
        assert row.reasons
        there = library.document(row.document.id)
        for reason in row.reasons:
            assert holds(reason, article, there), (article.path, there.path, reason)
            checked[reason.kind] += 1
    return checked


def test_every_reason_shown_holds(tmp_path: Path) -> None:
    real = sorted(REAL.glob("*.txt")) if REAL.is_dir() else []
    with Library.open([*sample_articles(), *real], tmp_path) as library:
        library.sync(model=False)
        checked = check(library, rows(library))
    assert all(checked[kind] > 5 for kind in ("entity", "term", "quote", "wording", "date", "number")), (
        checked
    )
    assert sum(checked.values()) > 500


def test_the_check_can_fail(tmp_path: Path) -> None:
    with Library.open(sample_articles(), tmp_path) as library:
        library.sync(model=False)
        article, row = rows(library)[0]
        there = library.document(row.document.id)
        reason = row.reasons[0]
        moved = tuple((start + 1, end + 1) for start, end in reason.there)
        wrong = Reason(reason.kind, reason.text, reason.here, moved)
        assert holds(reason, article, there) and not holds(wrong, article, there)
        for article, row in rows(library):
            there = library.document(row.document.id)
            for reason in row.reasons:
                if reason.day is not None:
                    other = replace(reason, day="1999-12-31")
                    assert holds(reason, article, there) and not holds(other, article, there)


def test_a_row_about_another_day_is_not_given_for_that_day() -> None:
    """Tuesday's strike and that of the Tuesday before have no Tuesday in common, whatever else they have.

    Of all reasons on reports of events that repeat themselves, none marks a day in the one text that
    the other does not mean.
    """
    collection = families()
    with opened(collection) as (library, articles):
        found = [
            (article, row)
            for article in articles.values()
            for passage in article.passages
            for row in library.related(passage, limit=8)
        ]
        checked = check(library, found)
        assert checked["date"] > 50 and checked["number"] > 50
        for article, row in found:
            there = library.document(row.document.id)
            for reason in row.reasons:
                if reason.kind == "date":
                    assert reason.day is not None
                    continue
                for start, end in reason.here:
                    for named in DAY.finditer(article.text, start, end):
                        mine = meant(article, start, end)
                        others = [day for place in reason.there for day in meant(there, *place)]
                        assert set(mine) <= set(others), (named[0], article.path, there.path, reason)


def meant(article: Article, start: int, end: int) -> list[str | None]:
    """The days that an article means in a stretch of its text."""
    return [one.date for one in article.dates if start <= one.start and one.end <= end]


@pytest.mark.skipif(not REAL.is_dir(), reason="the two real articles are not at hand")
def test_the_two_real_articles_lead_to_each_other_at_trumps_words(tmp_path: Path) -> None:
    with Library.open([REAL], tmp_path) as library:
        library.sync(model=False)
        articles = [library.document(document.id) for document in library.documents()]
        cradle = next(article for article in articles if article.source == "The Cradle")
        statement = next(
            one for one in cradle.passages if "very successful attack" in cradle.text[one.start : one.end]
        )
        (row,) = library.related(statement)
        assert "“highly successful” attack" in row.text
        assert {"Fordow", "Natanz", "Isfahan"} <= {reason.text for reason in row.reasons}

"""Every reason shown on the sample articles, and on the two real ones where they are at hand, is true.

The check shares nothing with what finds the reasons: it looks at the words that stand in both
texts at the places a reason gives.
"""

import calendar
import datetime
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from index import Library
from index.model import Article, Reason, Related
from index.paths import sample_articles

REAL = Path(__file__).parents[2].parent / "shared" / "seeds"
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
MONTHS = [name.casefold() for name in calendar.month_name[1:]]


def plain(text: str) -> str:
    """Letters and digits in small letters, without accents, each other sign a blank."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"[’']s?\b", "", kept)).split())


def told(text: str, article: Article) -> str:
    """A weekday as the day it was, last before the article was published; another date as it is."""
    names = [name for name in calendar.day_name if name in text]
    if not names or any(month in text.casefold() for month in MONTHS):
        return text
    published = datetime.date.fromisoformat(article.published or "")
    back = (published.weekday() - list(calendar.day_name).index(names[0])) % 7
    return f"{published - datetime.timedelta(back):%d %B %Y}".lstrip("0")


def is_same_day(one: str, other: str) -> bool:
    """Whether two dates are of one day, whatever their order; a year may be missing."""
    mine, theirs = (plain(text).split() for text in (one, other))
    months = [{word[:3] for word in words} & {month[:3] for month in MONTHS} for words in (mine, theirs)]
    numbers = [{re.sub(r"\D", "", word) for word in words if word[:1].isdigit()} for words in (mine, theirs)]
    return months[0] == months[1] != set() and (numbers[0] <= numbers[1] or numbers[1] <= numbers[0])


def number(text: str) -> str:
    first = plain(text).split()[0]
    return str(NUMBERS.index(first)) if first in NUMBERS else first


def is_same_word(one: str, other: str) -> bool:
    """Whether two words could be forms of one: strike, strikes, struck."""
    pairs = zip(plain(one).split(), plain(other).split(), strict=False)
    return all(a == b or (a[:2] == b[:2] and abs(len(a) - len(b)) < 5) for a, b in pairs)


def holds(reason: Reason, here: Article, there: Article) -> bool:
    mine = [here.text[start:end] for start, end in reason.here]
    theirs = [there.text[start:end] for start, end in reason.there]
    if not mine or not theirs or plain(reason.text) not in map(plain, mine):
        return False
    match reason.kind:
        case "entity":
            named = {one.entity for one in here.mentions if (one.start, one.end) in reason.here}
            return len(named) == 1 and named == {
                one.entity for one in there.mentions if (one.start, one.end) in reason.there
            }
        case "date":
            return all(is_same_day(told(one, here), told(other, there)) for one in mine for other in theirs)
        case "number":
            return {number(text) for text in mine} == {number(text) for text in theirs}
        case "quote" | "wording":
            return {plain(text) for text in mine} == {plain(text) for text in theirs}
        case "term":
            return all(is_same_word(one, other) for one in mine for other in theirs)


def rows(library: Library) -> list[tuple[Article, Related]]:
    articles = [library.document(document.id) for document in library.documents()]
    return [
        (article, row)
        for article in articles
        for passage in article.passages
        for row in library.related(passage, limit=8)
    ]


def test_every_reason_shown_holds(tmp_path: Path) -> None:
    real = sorted(REAL.glob("*.txt")) if REAL.is_dir() else []
    checked: Counter[str] = Counter()
    with Library.open([*sample_articles(), *real], tmp_path) as library:
        library.sync()
        for article, row in rows(library):
            assert row.reasons
            there = library.document(row.document.id)
            for reason in row.reasons:
                assert holds(reason, article, there), (article.path, there.path, reason)
                checked[reason.kind] += 1
    assert all(checked[kind] > 5 for kind in ("entity", "term", "quote", "wording", "date", "number")), (
        checked
    )
    assert sum(checked.values()) > 500


def test_the_check_can_fail(tmp_path: Path) -> None:
    with Library.open(sample_articles(), tmp_path) as library:
        library.sync()
        article, row = rows(library)[0]
        there = library.document(row.document.id)
        reason = row.reasons[0]
        moved = tuple((start + 1, end + 1) for start, end in reason.there)
        wrong = Reason(reason.kind, reason.text, reason.here, moved)
        assert holds(reason, article, there) and not holds(wrong, article, there)


@pytest.mark.skipif(not REAL.is_dir(), reason="the two real articles are not at hand")
def test_the_two_real_articles_lead_to_each_other_at_trumps_words(tmp_path: Path) -> None:
    with Library.open([REAL], tmp_path) as library:
        library.sync()
        articles = [library.document(document.id) for document in library.documents()]
        cradle = next(article for article in articles if article.source == "The Cradle")
        statement = next(
            one for one in cradle.passages if "very successful attack" in cradle.text[one.start : one.end]
        )
        (row,) = library.related(statement)
        assert "“highly successful” attack" in row.text
        assert {"Fordow", "Natanz", "Isfahan"} <= {reason.text for reason in row.reasons}

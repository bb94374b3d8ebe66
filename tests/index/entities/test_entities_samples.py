"""Who and what the sample articles name, against tests/data/sample-names.txt, written down by hand."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from index import Library
from index.model import Article, Mention
from index.paths import sample_articles

FILE = Path(__file__).parents[2] / "data" / "sample-names.txt"
THE = re.compile(r"(?:the|a)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention as it was written down."""

    article: str
    """The file's name."""
    field: str
    """The string it stands in."""
    text: str
    """What stands there."""
    type: str
    """What it names."""
    entity: str
    """Whom or what."""


def gold() -> list[Gold]:
    """The mentions in the order in which they stand."""
    found = []
    article = field = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("== "):
            article = line[3:]
        elif line.startswith("-- "):
            field = line[3:]
        elif line and not line.startswith("#"):
            text, type, *entity = line.split("|")
            found.append(Gold(article, field, text, type, entity[0] if entity else text))
    return found


def placed(mentions: list[Gold], articles: Mapping[str, Article]) -> dict[tuple[str, str, int, int], Gold]:
    """The mentions by where they stand: each is the next place at which its words are found."""
    ends: defaultdict[tuple[str, str], int] = defaultdict(int)
    found = {}
    for one in mentions:
        string = getattr(articles[one.article], one.field)
        match = re.compile(rf"\b{re.escape(one.text)}\b").search(string, ends[one.article, one.field])
        assert match, one
        ends[one.article, one.field] = match.end()
        found[one.article, one.field, match.start(), match.end()] = one
    return found


@pytest.fixture
def articles(tmp_path: Path, open_library: Callable[..., Library]) -> dict[str, Article]:
    """The sample articles by the names of their files, as a library of them has them."""
    with open_library(*sample_articles()) as library:
        library.sync()
        found = {Path(one.path).name: library.document(one.id) for one in library.documents()}
    return {name: article for name, article in found.items() if name != "README.md"}


def meeting(article: Article, field: str, start: int, end: int) -> Mention | None:
    """The mention that shares most with a span."""
    found = [one for one in article.mentions if one.field == field and one.start < end and start < one.end]
    return max(found, key=lambda one: min(end, one.end) - max(start, one.start), default=None)


def b_cubed(right: list[str], given: list[str]) -> float:
    """F1 of two partitions of the same things, each a list of labels (Bagga and Baldwin, 1998)."""

    def precision(of: list[str], by: list[str]) -> float:
        sizes: defaultdict[str, int] = defaultdict(int)
        both: defaultdict[tuple[str, str], int] = defaultdict(int)
        for label, other in zip(of, by, strict=True):
            sizes[label] += 1
            both[label, other] += 1
        return sum(n * n / sizes[label] for (label, _), n in both.items()) / len(of)

    p, r = precision(given, right), precision(right, given)
    return 2 * p * r / (p + r)


def test_the_names_of_the_samples_are_found_and_brought_together(articles: dict[str, Article]) -> None:
    spans = placed(gold(), articles)
    assert {one.article for one in spans.values()} == set(articles)
    found = exact = typed = 0
    right, given = [], []
    for number, ((name, field, start, end), one) in enumerate(spans.items()):
        met = meeting(articles[name], field, start, end)
        right.append(one.entity)
        given.append(met.entity if met else str(number))
        if met is None:
            continue
        found += 1
        lead = THE.match(met.text)
        if (met.start + (lead.end() if lead else 0), met.end) == (start, end):
            exact += 1
            typed += met.type == one.type
    total = len(spans)
    taken = sum(len(article.mentions) for article in articles.values())
    figures = [found / total, exact / total, typed / total, found / taken, b_cubed(right, given)]
    assert all(one >= least for one, least in zip(figures, FIGURES, strict=True)), figures


FIGURES = [0.99, 0.99, 0.99, 0.999, 0.994]
"""Found, exact, typed, right among what is taken for a name, B-cubed F1: no worse than this."""

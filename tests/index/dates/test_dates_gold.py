"""The dates of sentences made for it, and of the sample articles, at figures that hold.

In `tests/data/dates` each line of `first.txt` (written before the rules) and `second.txt` (after them, in
the manner of other newsrooms) is a sentence with its dates in brackets, the day on which it was published,
and the days that are meant.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.dates import RawDate, find_dates
from index.ingest import read_article
from index.paths import sample_articles

DATA = Path(__file__).parents[2] / "data" / "dates"
MARKED = re.compile(r"\[([^\]]*)\]")


def lines(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" | ", 2)


def unmarked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence without its brackets, and where they stood."""
    plain, spans, done = "", [], 0
    for match in MARKED.finditer(sentence):
        plain += sentence[done : match.start()]
        spans.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        done = match.end()
    return plain + sentence[done:], spans


def days(found: RawDate) -> str:
    if found.first is None:
        return "?"
    return found.first if found.first == found.last else f"{found.first}..{found.last}"


def trouble(name: str) -> list[str]:
    """The sentences of a file that are read otherwise than they should be."""
    wrong = []
    for written, wanted, marked in lines(name):
        published, _, language = written.partition(" ")
        sentence, spans = unmarked(marked)
        expected = [] if wanted == "-" else list(zip(spans, wanted.split(", "), strict=True))
        found = find_dates(sentence, None if published == "-" else published, language or None)
        if [((one.start, one.end), days(one)) for one in found] != expected:
            wrong.append(sentence)
    return wrong


@pytest.mark.parametrize(("name", "sentences"), [("first.txt", 78), ("second.txt", 50)])
def test_the_dates_of_sentences_mean_the_days_they_should(name: str, sentences: int) -> None:
    assert len(list(lines(name))) == sentences
    assert trouble(name) == []


def test_the_dates_of_the_sample_articles_mean_the_days_they_should() -> None:
    wanted = {name: dates.split("; ") for name, dates in lines("samples.txt")}
    assert sum(map(len, wanted.values())) == 32
    found = {}
    for path in map(Path, sample_articles()):
        if path.name in wanted:
            article = read_article(path.name, path.read_bytes())
            dates = find_dates(article.text, article.published, article.language)
            found[path.name] = [f"{' '.join(one.text.split())} = {days(one)}" for one in dates]
    assert found == wanted

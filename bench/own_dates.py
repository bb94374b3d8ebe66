"""Our own texts with dates, made-up sentences and the samples; `tests/data/dates` says what is meant."""

import re
from collections.abc import Iterator
from pathlib import Path

from index.dates import RawDate, find_dates
from index.ingest import read_article
from index.paths import sample_articles

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
MARKED = re.compile(r"\[([^\]]*)\]")


def lines(name: str) -> Iterator[list[str]]:
    """The parts of each line of a file of dates."""
    for line in (DATA / "dates" / name).read_text(encoding="utf-8").splitlines():
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
    """The days of a date as they are written down."""
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


def dates_of_samples() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What the dates of the sample articles should mean, and what they are taken for, by name of file."""
    wanted = {name: dates.split("; ") for name, dates in lines("samples.txt")}
    found = {}
    for path in map(Path, sample_articles()):
        if path.name in wanted:
            article = read_article(path.name, path.read_bytes())
            dates = find_dates(article.text, article.published, article.language)
            found[path.name] = [f"{' '.join(one.text.split())} = {days(one)}" for one in dates]
    return wanted, found

"""Who and what our own texts name: the sample articles, and pairs of names that are easily confused.

    python bench/own_names.py

prints figures of the names of the samples, as the library finds them, as a line of JSON. What is right was
written down by hand, in `tests/data`.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from index import Library
from index.entities import NameCount, RawMention, canonicalise, recognise
from index.model import Article, Mention
from index.paths import sample_articles

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
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
    for line in (DATA / "sample-names.txt").read_text("utf-8").splitlines():
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


def sample_figures(home: Path) -> dict[str, float]:
    """Names of the sample articles: found, exact, typed, right among what is taken for one, B-cubed F1."""
    with Library.open(sample_articles(), home) as library:
        library.sync()
        read = {Path(one.path).name: library.document(one.id) for one in library.documents()}
    articles = {name: article for name, article in read.items() if name != "README.md"}
    spans = placed(gold(), articles)
    if {one.article for one in spans.values()} != set(articles):
        raise ValueError("some sample article has no names written down")
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
    return {
        "names": total,
        "found": found / total,
        "exact": exact / total,
        "typed": typed / total,
        "precision": found / taken,
        "f1": b_cubed(right, given),
    }


BRACES = re.compile(r"\{([^}]*)\}")


def marked(written: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its braces, and the spans that were in them."""
    text, spans, at = "", [], 0
    for match in BRACES.finditer(written):
        text += written[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + written[at:], spans


def overlapping(mentions: tuple[RawMention, ...], start: int, end: int) -> RawMention | None:
    """The mention that shares most with a span."""
    found = [one for one in mentions if one.field == "text" and one.start < end and start < one.end]
    return max(found, key=lambda one: min(end, one.end) - max(start, one.start), default=None)


def entities_of(documents: list[str]) -> list[str | None]:
    """The entity of each mention in braces, in a library of these documents; None where there is none."""
    counts: defaultdict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    asked: list[RawMention | None] = []
    rows: dict[tuple[str, ...], RawMention] = {}
    for written in documents:
        text, spans = marked(written.replace("\\n", "\n"))
        mentions = recognise("", text)
        asked.extend(overlapping(mentions, *span) for span in spans)
        seen = set()
        for one in mentions:
            row = (one.name, one.type, one.text, str(one.sure))
            rows[row] = one
            counts[row][0] += row not in seen
            counts[row][1] += 1
            seen.add(row)
    canon = canonicalise(
        [NameCount(one.name, one.type, one.text, one.sure, *counts[row]) for row, one in rows.items()]
    )
    return [canon.entity(one.name, one.type, one.sure) if one else None for one in asked]


def pairs() -> list[tuple[str, list[str]]]:
    """The verdict, same or apart, and the documents in which two mentions stand in braces."""
    lines = (DATA / "confusable-names.txt").read_text("utf-8").splitlines()
    written = (line.split("|") for line in lines if line and not line.startswith("#"))
    return [(verdict, documents) for verdict, *documents in written]


def is_right(verdict: str, documents: list[str]) -> bool:
    """Whether two mentions are told apart, or brought together, as they should be."""
    one, other = entities_of(documents)
    return one is not None and other is not None and (one == other) == (verdict == "same")


if __name__ == "__main__":
    with TemporaryDirectory() as directory:
        print(json.dumps(sample_figures(Path(directory))))

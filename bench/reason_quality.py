"""Measure reasons: how many hold, how much more often each kind stands in right rows, and how long they take.

    python bench/reason_quality.py ../shared/eval

`make eval` runs it.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from holding import holds
from own_library import opened, side_of
from stories import Collection, ecb, families, topics

from index import Library
from index.model import Article, Passage, Reason, Related
from index.paths import sample_articles
from index.related.pairs import Reading
from index.related.reasons import reasons
from index.related.sides import Side, Weights

ECBPLUS = Path("ecbplus-dev", "documents.jsonl")
REAL = Path("..", "seeds")
ROWS = 12
"""Rows of a passage that are looked at."""


class Shown(NamedTuple):
    """A row as a reader sees it."""

    here: Article
    passage: Passage
    row: Related
    there: Article
    right: bool | None
    """Whether both tell the same event; None where nobody has looked at it."""


def reason_quality(data: Path) -> None:
    """The share of reasons that hold, what kinds stand in right and wrong rows, and the time they take."""
    with TemporaryDirectory() as home:
        real = sorted((data / REAL).glob("*.txt"))
        with Library.open([*sample_articles(), *real], home=Path(home)) as library:
            library.sync(model=False)
            _tell("sample articles and the two real ones", list(_all_rows(library)), library)
    own = families()
    with opened(own) as (library, articles):
        _tell("our own events", list(_rows(own, library, articles)), library)
    if not (data / ECBPLUS).exists():
        print("Reasons are not measured on ECB+: it is not there.")
        return
    collection = ecb(data / ECBPLUS)
    with opened(collection, whole=False) as (library, articles):
        shown = list(_rows(collection, library, articles))
        known = topics(collection.reports)
        topic = {article.id: known.index(collection.reports[at].topic) for at, article in articles.items()}
        for half, name in enumerate(("topics looked at", "topics left out")):
            _tell(f"ECB+, {name}", [one for one in shown if topic[one.here.id] % 2 == half], library)


def _all_rows(library: Library) -> Iterator[Shown]:
    articles = {one.id: library.document(one.id) for one in library.documents()}
    for article in articles.values():
        for passage in article.passages:
            for row in library.related(passage, limit=ROWS):
                yield Shown(article, passage, row, articles[row.document.id], None)


def _rows(collection: Collection, library: Library, articles: dict[int, Article]) -> Iterator[Shown]:
    """The rows of the passages of which it is known what tells the same."""
    numbers = {article.id: number for number, article in articles.items()}
    for asked in collection.asked:
        document, number = asked.place
        if document not in articles:
            continue
        article = articles[document]
        for row in library.related(article.passages[number], limit=ROWS):
            if row.document.id not in numbers:
                continue
            place = numbers[row.document.id], row.passage
            gain = asked.gains.get(place, 0)
            right = gain > 0 if gain or place in collection.judged else None
            yield Shown(article, article.passages[number], row, articles[place[0]], right)


def _tell(what: str, shown: Sequence[Shown], library: Library) -> None:
    good = bad = 0
    rows = Counter[bool]()
    kinds: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for one in shown:
        for reason in one.row.reasons:
            held = holds(reason, one.here, one.there)
            good, bad = good + held, bad + (not held)
            if not held:
                print(f"  does not hold: {reason} in {one.here.path} and {one.there.path}")
        if one.right is not None:
            rows[one.right] += 1
            kinds[one.right].update({_kind(reason) for reason in one.row.reasons})
    share = good / (good + bad) if good + bad else 0.0
    print(f"{what}: {len(shown):,} rows, {good + bad:,} reasons, of which hold {share:.4f}")
    if rows[True] and rows[False]:
        print(f"  {'in how many rows':26} right   wrong   ratio   of {rows[True]:,} and {rows[False]:,}")
        for kind in sorted(kinds[True] | kinds[False]):
            right, wrong = kinds[True][kind] / rows[True], kinds[False][kind] / rows[False]
            ratio = f"{right / wrong:5.2f}" if wrong else "    –"
            print(f"  {kind:26} {right:.3f}   {wrong:.3f}   {ratio}")
    times = sorted(_times(shown, library))
    half, most = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"  time for {ROWS} rows: median {half:.1f} ms, of 95 % below {most:.1f} ms\n")


def _kind(reason: Reason) -> str:
    if reason.is_statement:
        return "statement in other words"
    return f"quote, {reason.how or 'some words'}" if reason.kind == "quote" else reason.kind


def _times(shown: Sequence[Shown], library: Library) -> Iterator[float]:
    """Milliseconds of the processor that the reasons of one passage take, as if it had all rows."""
    snapshot = library._passages.snapshot
    for (_, number), group in groupby(shown, key=lambda one: (one.here.id, one.passage.number)):
        rows = list(group)
        here = side_of(rows[0].here, number)
        weights = Weights(cache(snapshot.idf_of), snapshot.rare)
        others: list[Side] = [side_of(one.there, one.row.passage) for one in rows]
        began = time.process_time()
        read = Reading(here)
        for other in others:
            reasons(read, other, weights)
        yield 1000 * (time.process_time() - began) * ROWS / len(rows)


if __name__ == "__main__":
    reason_quality(Path(sys.argv[1]).resolve())

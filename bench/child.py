"""What is measured in a process of its own; prints the raw figures as JSON.

python bench/child.py index|ask|cold|beyond ENGINE --corpus DIR --directory DIR
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from engines import ENGINES, Engine, GaveUp, Missing, Page, engine
from engines.language import query
from questions import Question, questions

from index import Library
from index.model import ENTITY_TYPES

PATIENCE = 3.0
"""Seconds that the questions of one kind may take in a round; at least three are asked."""
LEAST = 3
PATIENCE_BEYOND = 20.0
"""Seconds that the questions of one kind may take which only Cuttings is asked."""
PASSAGES = 60
"""Passages whose relatives are looked for."""
LINES = 200
"""Hits of a concordance."""
FEW = 1_000
"""Hits of which it is not said how long each 10,000 would take to sort."""
SCREENFUL = 60
"""Lines of a window, and some more."""
ROWS = 40
"""Entities that a sidebar has room for."""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure one engine in this process.")
    parser.add_argument("action", choices=("index", "ask", "cold", "beyond"))
    parser.add_argument("engine")
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR")
    parser.add_argument("--directory", type=Path, required=True, metavar="DIR")
    parser.add_argument("--run", type=int, default=0, help="which of several runs this is")
    parser.add_argument("--kinds", nargs="*", default=[], help="only questions of these kinds")
    options = parser.parse_args()
    warming, asked = questions(options.corpus)
    if options.kinds:
        warming, asked = ([one for one in many if one.kind in options.kinds] for many in (warming, asked))
    measured = engine(options.engine, options.directory, options.corpus)
    found: dict[str, Any]
    match options.action:
        case "index":
            began = time.perf_counter()
            marks = measured.index()
            found = {"seconds": time.perf_counter() - began, "marks": marks}
        case "ask":
            found = ask(measured, warming, asked, options.run, indexed=ENGINES[options.engine].indexed)
        case "cold":
            found = cold(measured, asked[options.run])
        case _:
            found = beyond(measured, asked)
    print(json.dumps(found))


def ask(
    measured: Engine, warming: list[Question], asked: list[Question], run: int, *, indexed: bool
) -> dict[str, Any]:
    """Ask everything twice, after other questions of every kind; once, where nothing can be kept between.

    Returns:
        For each kind `first` and `again`, milliseconds by the number of the question, and what the
        pages held; `missing` where the engine has no such kind.
    """
    measured.open()
    found: dict[str, Any] = {}
    if indexed:
        _round(measured, list(enumerate(warming)), {}, "warming", patience=PATIENCE / 4)
    for name in ("first", "again") if indexed else ("first",):
        order = list(enumerate(asked))
        random.Random(run).shuffle(order)
        _round(measured, order, found, name, patience=PATIENCE)
    return found


def _round(
    measured: Engine, order: list[tuple[int, Question]], found: dict[str, Any], name: str, patience: float
) -> None:
    spent: dict[str, float] = {}
    count: dict[str, int] = {}
    for number, question in order:
        kind = question.kind
        if spent.get(kind, 0.0) > patience and count[kind] >= LEAST:
            continue
        began = time.perf_counter()
        try:
            page = measured.page(question)
        except Missing:
            found[kind] = {"missing": True}
            continue
        except GaveUp:
            page = Page(None, 0, 0)
        took = time.perf_counter() - began
        spent[kind] = spent.get(kind, 0.0) + took
        count[kind] = count.get(kind, 0) + 1
        here = found.setdefault(kind, {})
        here.setdefault(name, {})[str(number)] = took * 1000
        here.setdefault("pages", {})[str(number)] = list(page)


def cold(measured: Engine, question: Question) -> dict[str, Any]:
    """Open the index and ask one question."""
    began = time.perf_counter()
    measured.open()
    opened = time.perf_counter()
    try:
        measured.page(question)
    except Missing:
        return {"missing": True}
    return {"open": (opened - began) * 1000, "page": (time.perf_counter() - opened) * 1000}


def beyond(measured: Engine, asked: list[Question]) -> dict[str, Any]:
    """What only Cuttings does: relatives, entities, concordances, lists of all that matches."""
    measured.open()
    library = getattr(measured, "library")  # noqa: B009  # that of `engines.cuttings`, none else
    rng = random.Random(7)
    documents = library.documents()
    passages = []
    for document in rng.sample(documents, min(PASSAGES, len(documents))):
        long = [one for one in library.document(document.id).passages if one.end - one.start > 80]
        if long:
            passages.append(rng.choice(long))
    some = [query(one) for one in asked if one.kind in ("term, common", "term, mid", "OR", "prefix", "NOT")]
    everything = ["", *some]

    return {
        "related": _timed(passages, lambda passage: library.related(passage, 12)),
        "entities": _timed(everything, lambda typed: _sidebar(library, typed)),
        "facets": _timed(everything, lambda typed: library.facets(typed)),
        "list": _timed(everything, lambda typed: library.list(typed)),
        "concordance": _timed(some, lambda typed: library.kwic(typed, LINES)),
        **_concordances(library, some),
    }


def _concordances(library: Any, some: list[str]) -> dict[str, dict[str, list[float]]]:
    """A concordance as the room shows it: its first lines, then all hits by the words beside them."""
    listings = {typed: library.list(typed, "relevance") for typed in some}

    def first_lines(typed: str) -> None:
        listing = library.list(typed, "relevance")
        hits = ((key, at) for key, many in zip(listing.keys, listing.hits, strict=True) for at in range(many))
        library.contexts(typed, list(islice(hits, SCREENFUL)))

    ordered = _timed(some, lambda typed: library.order_hits(listings[typed], "right"))
    hits = [listings[typed].hits_total for typed in some[: len(ordered["warm"])]]
    each = [10_000 * took / many for took, many in zip(ordered["warm"], hits, strict=True) if many >= FEW]
    return {
        "screenful": _timed(some, first_lines),
        "in order": {"cold": ordered["cold"], "warm": each or ordered["warm"]},
    }


def _sidebar(library: Library, typed: str) -> object:
    """What the sidebar shows of the entities of all results: in groups, a window at the head of each."""
    found = library.entities(typed).by_type()
    firsts = accumulate((found.number_of(type) for type in ENTITY_TYPES), initial=0)
    return [found[first : first + ROWS] for first in firsts]


def _timed(many: list[Any], answer: Callable[[Any], object]) -> dict[str, list[float]]:
    """Milliseconds of the very first answer, and of each once more, as far as patience goes."""
    times: list[float] = []
    for one in [many[0], *many]:
        if sum(times) > PATIENCE_BEYOND * 1000 and len(times) > LEAST:
            break
        began = time.perf_counter()
        answer(one)
        times.append((time.perf_counter() - began) * 1000)
    return {"cold": times[:1], "warm": times[1:]}


if __name__ == "__main__":
    main()

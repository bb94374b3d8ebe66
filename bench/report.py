"""Write the tables of what was measured to bench/RESULTS.md.

    python bench/report.py

Everything is made from the raw figures in .cache/bench, so that it can be made again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

import budgets
import figures
from engines import ENGINES
from figures import Raw

HERE = Path(__file__).resolve().parent
HEAD = """# What was measured

Made by `make bench` on one machine, on the same texts and queries, each engine in processes of its own,
in an order drawn anew for every run. Each figure is the median of all runs. Sizes and engines may have
been measured by several calls; what an earlier state of the code was measured by is left out.

A page holds 20 results, best first unless the kind says otherwise, each with its title and a snippet of
its text with the hits marked. Twenty queries of each kind are drawn from the corpus by how many of the
articles hold their words (rare: up to 0.1 %, mid: about 1 %, common: 10 to 50 %). *Warm*: the process
has answered other queries of each kind, and this one before; *new*: the same, but it sees the query for
the first time; *cold*: a new process opens the index and answers its first query (loading the program is
not counted). A dash: the engine has no such query, or not yet.

The engines differ in what they give. Cuttings counts all matches and all hits and marks every hit;
tantivy counts matches, and marks no hit of a prefix, a pattern or a word nearly spelled; the others
count nothing. Whoosh leaves out stop words. ripgrep has no index and no order: it prints the lines that
match.
"""


def main() -> None:
    """Write the report."""
    write(HERE.parent / ".cache" / "bench")


def write(place: Path) -> None:
    """Write the report of the raw figures in a directory."""
    sizes = figures.load(place)
    large = place / "large.json"
    long = json.loads(large.read_text(encoding="utf-8")) if large.exists() else {}
    (HERE / "RESULTS.md").write_text("\n".join(_lines(sizes, long)).rstrip() + "\n", encoding="utf-8")


def _lines(sizes: Mapping[int, Mapping[str, Raw]], large: Raw) -> Iterator[str]:
    yield HEAD
    yield from _machine(sizes)
    yield "## Budgets\n"
    yield from _table(
        ("what", "budget", "measured", "", "next step", ""),
        [
            (
                one.what,
                one.budget,
                one.measured,
                _met(one.met, one.budget),
                one.next_step,
                _met(one.next_met, one.next_step),
            )
            for one in budgets.lines(sizes, large)
        ],
    )
    for size, found in sorted(sizes.items(), reverse=True):
        yield f"\n## {size:,} articles\n"
        yield from _indexing(found, size)
        yield from _pages(sizes, size)
        yield from _beyond(found)
        yield from _room(found.get("room", {}).get("room", {}).get("0", {}))
    yield from _large(large)


def _met(met: bool | None, budget: str) -> str:
    if met is None:
        return "not measured" if budget else ""
    return "met" if met else "**not met**"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield "|" + "---|" + "---:|" * (len(names) - 1)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _machine(sizes: Mapping[int, Mapping[str, Raw]]) -> Iterator[str]:
    raws = [raw for found in sizes.values() for raw in found.values()]
    machines = [raw["machine"] for raw in raws]
    if not machines:
        return
    last = max(machines, key=lambda one: one["date"])
    versions: dict[str, str] = {}
    for raw in raws:
        versions |= raw["versions"]
    yield f"{last['date']}. {last['processor']}; {last['memory']} of memory; {last['system']};"
    yield f"Python {last['Python']}."
    yield ", ".join(f"{name} {version}" for name, version in versions.items()) + "."
    yield f"Load of the machine while measuring: {median(raw['load'] for raw in raws):.1f}.\n"


def _title(name: str) -> str:
    return ENGINES[name].title


def _indexing(found: Mapping[str, Raw], size: int) -> Iterator[str]:
    rows = []
    for name in ENGINES:
        one = figures.indexing(found.get(name, {}))
        if one is None:
            continue
        megabytes = found[name]["corpus"]["bytes"] / 1e6
        seconds = one["searchable"]
        rows.append(
            (
                _title(name),
                f"{size / seconds:,.0f}",
                f"{megabytes / seconds:.2f}",
                f"{seconds:,.1f}",
                f"{one['seconds']:,.1f}",
                f"{one['cpu']:,.1f}",
                f"{one['peak'] / 1e6:,.0f}",
                f"{one['bytes'] / 1e6:,.1f}",
            )
        )
    if rows:
        head = (
            "indexing",
            "articles/s",
            "MB/s",
            "searchable after s",
            "done after s",
            "CPU s",
            "peak MB",
            "on disk MB",
        )
        yield from _table(head, rows)
        whole = figures.indexing(found.get("cuttings", {}))
        yield "\nCuttings reads files, keeps a catalog, and afterwards finds the names and compares the"
        yield "passages; the others are given the texts."
        if whole and "named" in whole and "related" in whole:
            yield f"Its names are known after {whole['named']:,.0f} s,"
            yield f"its passages compared after {whole['related']:,.0f} s."
        if whole and "compared" in whole:
            yield f"Copies among its articles are known after {whole['compared']:,.0f} s."
        yield ""


def _pages(sizes: Mapping[int, Mapping[str, Raw]], size: int) -> Iterator[str]:
    found = sizes[size]
    names = [name for name in ENGINES if "ask" in found.get(name, {})]
    guessed = budgets.whoosh(sizes, size) if "whoosh" not in names else {}
    kinds = list(dict.fromkeys(kind for name in names for kind in figures.kinds(found[name])))
    if not names:
        return
    doubtful = figures.doubtful(found, budgets.SILENT)
    titles = [_title(name) + (" †" if name in doubtful else "") for name in names]
    head = [*titles, *(["Whoosh, extrapolated"] if guessed else [])]
    rows = []
    for kind in kinds:
        row = [kind, *(_both(figures.asked(found[name], kind)) for name in names)]
        if guessed:
            row.append(f"≈ {_ms(guessed[kind])}" if kind in guessed else "")
        rows.append(row)
    yield "A page, warm: p50 / p95 in ms.\n"
    yield from _table(["kind", *head], rows)
    if doubtful:
        yield "\n† It finds clearly less of a plain word than the others, or marks nothing of it."
    yield "\nA page, new: p50 / p95 in ms.\n"
    yield from _table(
        ["kind", *titles],
        [[kind, *(_both(figures.asked(found[name], kind, "first")) for name in names)] for kind in kinds],
    )
    yield "\nA page, cold: ms.\n"
    cold = {kind: [figures.cold(found[name], kind) for name in names] for kind in kinds}
    yield from _table(
        ["kind", *titles],
        [
            [kind, *("–" if one is None else _ms(one) for one in row)]
            for kind, row in cold.items()
            if any(row)
        ],
    )
    yield "\nPlaces marked on a page, on average.\n"
    marked = {kind: [figures.spans(found[name], kind) for name in names] for kind in kinds}
    yield from _table(
        ["kind", *titles],
        [[kind, *("–" if one is None else f"{one:.1f}" for one in row)] for kind, row in marked.items()],
    )
    yield "\nArticles found on average, where they are counted. Cuttings finds the forms of a word, too.\n"
    counted = {kind: [figures.found(found[name], kind) for name in names] for kind in kinds}
    yield from _table(
        ["kind", *titles],
        [[kind, *("–" if one is None else f"{one:,.0f}" for one in row)] for kind, row in counted.items()],
    )
    yield ""


def _both(spread: figures.Spread | None) -> str:
    return "–" if spread is None else f"{_ms(spread.p50)} / {_ms(spread.p95)}"


def _ms(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


BEYOND = {
    "related": "related passages of a passage",
    "entities": "entities of a result set",
    "facets": "outlets, languages and days of a result set",
    "list": "all that matches, in order",
    "concordance": "200 hits in context",
    "screenful": "a concordance: list of all that matches, 60 hits in context",
    "in order": "all hits by the word to the right, for each 10,000 of them",
}


def _beyond(found: Mapping[str, Raw]) -> Iterator[str]:
    raw: dict[str, Any] = found.get("cuttings", {}).get("beyond", {}).get("0", {})
    if not raw:
        return
    rows = []
    for name, title in BEYOND.items():
        if name not in raw:  # measured before there was such a thing
            continue
        warm = figures.spread(raw[name]["warm"])
        rows.append((title, _ms(warm.p50), _ms(warm.p95), _ms(raw[name]["cold"][0])))
    yield from _table(("Cuttings alone, ms", "p50", "p95", "first of all"), rows)
    yield ""


def _room(raw: Raw) -> Iterator[str]:
    if not raw:
        return
    start = {name: median(times) for name, times in raw["start"].items()}
    rows = [
        ("start of a bare app of three panes, s", f"{start['bare']:.2f}"),
        ("start of the room to its first paint, s", f"{start['painted']:.2f}"),
        ("start to the list, s", f"{start['listed']:.2f}"),
        *_keys("j in the list", raw["moves"]),
        ("j held down, bytes for each", f"{raw['held']['bytes']:,.0f}"),
        *_keys("a letter of a query", raw["typed"]),
        ("memory, MB", f"{raw['memory'] / 1e6:,.0f}"),
    ]
    yield from _table(("the room, 160 × 45", ""), rows)


def _large(raw: Raw) -> Iterator[str]:
    if not raw:
        return
    yield "\n## Large documents\n"
    rows = [
        ("from the list to the text of an article of 1 MB, ms", _ms(raw["megabyte"])),
        ("the same of one of 50,000 paragraphs, ms", _ms(raw["long"])),
        *_keys("j in the reader", raw["lines"]),
        *_keys("a page down", raw["pages"]),
        ("to its end, ms", _ms(raw["end"][0])),
    ]
    yield from _table(("a document of 50,000 paragraphs, 160 × 45", ""), rows)


def _keys(what: str, keys: list[list[float]]) -> Iterator[tuple[str, str]]:
    took = figures.spread([one[0] for one in keys])
    yield f"{what}, to the first frame, p50 / p95 ms", _both(took)
    yield f"{what}, bytes of the first frame, median / most", _amounts([one[1] for one in keys])
    yield f"{what}, bytes until rest, median / most", _amounts([one[2] for one in keys])


def _amounts(values: list[float]) -> str:
    return f"{median(values):,.0f} / {max(values):,.0f}"


if __name__ == "__main__":
    main()

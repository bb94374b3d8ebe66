"""The budgets of the design, and which of them are met."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

import figures
from figures import Raw

KINDS = ("term, rare", "term, mid", "term, common", "AND", "OR", "phrase", "prefix", "fuzzy", "date range")
"""The kinds of queries that have a budget."""
SILENT = ("cuttings-words",)
"""Engines that are not asked to mark anything."""
MEGABYTE = 1_000_000

Sizes = Mapping[int, Mapping[str, Raw]]


@dataclass(frozen=True, slots=True)
class Line:
    """A budget with what was measured."""

    what: str
    budget: str
    measured: str
    met: bool | None
    """None where it was not measured."""
    next_step: str
    next_met: bool | None


def lines(sizes: Sizes, large: Raw) -> Iterator[Line]:
    """Every budget that this bench measures."""
    biggest = max(sizes, default=0)
    here = sizes.get(biggest, {})
    yield from _indexing(sizes)
    yield from _pages(sizes, biggest)
    beyond = here.get("cuttings", {}).get("beyond", {}).get("0", {})
    for name, what, budget, further in (
        ("related", "related passages of a passage", 100, 30),
        ("entities", "entities of a result set", 20, 5),
    ):
        p95 = figures.spread(beyond[name]["warm"]).p95 if name in beyond else None
        yield _most(f"{what}, {biggest:,} articles, p95", p95, budget, further, "ms")
    yield from _room(here.get("room", {}).get("room", {}).get("0", {}), biggest, large)


def _most(what: str, value: float | None, budget: float, further: float, unit: str, digits: int = 0) -> Line:
    """A budget that is an upper bound."""
    if value is None:
        return Line(what, f"under {budget:,} {unit}", "not measured", None, f"{further:,} {unit}", None)
    return Line(
        what,
        f"under {budget:,} {unit}",
        f"{value:,.{digits}f} {unit}",
        value < budget,
        f"{further:,} {unit}",
        value < further,
    )


def _indexing(sizes: Sizes) -> Iterator[Line]:
    size = max(
        (n for n, found in sizes.items() if {"whoosh-words", "cuttings-words"} <= found.keys()), default=0
    )
    both = (
        [figures.indexing(sizes[size][name]) for name in ("whoosh-words", "cuttings-words")] if size else []
    )
    what = f"indexing full text, against Whoosh's own codec and writer, {size:,} articles"
    if len(both) == 2 and both[0] and both[1]:
        ratio = both[0]["searchable"] / both[1]["searchable"]
        yield Line(what, "8× faster", f"{ratio:.1f}×", ratio >= 8, "15×", ratio >= 15)
    else:
        yield Line(what, "8× faster", "not measured", None, "15×", None)
    known = {n: figures.indexing(found.get("cuttings-words", {})) for n, found in sizes.items()}
    rates = {n: n / one["searchable"] for n, one in known.items() if one and n >= 10_000}
    if len(rates) > 1:
        slowdown = rates[min(rates)] / rates[max(rates)]
        yield Line(
            f"its growth from {min(rates):,} to {max(rates):,} articles",
            "no worse than linear",
            f"{slowdown:.2f} times the time an article",
            slowdown <= 1.1,
            "",
            None,
        )
    biggest = max(sizes, default=0)
    whole = figures.indexing(sizes[biggest].get("cuttings", {})) if sizes else None
    peak = whole["peak"] / MEGABYTE if whole else None
    yield _most(
        f"memory while indexing {biggest:,} articles, names and relatives included", peak, 500, 250, "MB"
    )


def _pages(sizes: Sizes, biggest: int) -> Iterator[Line]:
    here = sizes.get(biggest, {})
    ours = {kind: figures.asked(here.get("cuttings", {}), kind) for kind in KINDS}
    measured = {kind: one for kind, one in ours.items() if one}
    where = f"a page of 20 with snippets, {biggest:,} articles"
    if not measured or "cuttings" in figures.doubtful(here, SILENT):
        why = "it finds less than the others" if measured else "not measured"
        yield Line(f"{where}, p95", "under 50 ms", why, None, "16 ms", None)
        return
    worst = max(measured, key=lambda kind: measured[kind].p95)
    p95 = measured[worst].p95
    missing = [kind for kind, one in ours.items() if not one]
    note = f"; not there: {', '.join(missing)}" if missing else ""
    yield Line(
        f"{where}, p95 of the worst kind",
        "under 50 ms",
        f"{p95:,.1f} ms ({worst}){note}",
        p95 < 50 and not missing,
        "16 ms",
        p95 < 16 and not missing,
    )
    yield _ratio(
        f"{where}, against Whoosh as it comes", measured, whoosh(sizes, biggest), 20, "every kind 20× faster"
    )
    sqlite = {kind: figures.asked(here.get("sqlite", {}), kind) for kind in KINDS}
    tantivy = {kind: figures.asked(here.get("tantivy", {}), kind) for kind in KINDS}
    for name, other, next_step in (("SQLite FTS5", sqlite, False), ("tantivy", tantivy, True)):
        known = {kind: one.p50 for kind, one in other.items() if one}
        line = _ratio(f"{where}, against {name}", measured, known, 1, "not slower")
        if next_step:
            line = Line(line.what, "", line.measured, None, line.budget, line.met)
        yield line


def whoosh(sizes: Sizes, size: int) -> dict[str, float]:
    """Median milliseconds of Whoosh by kind, extrapolated where it was not measured at this size."""
    known = sorted(n for n, found in sizes.items() if "ask" in found.get("whoosh", {}) and n <= size)
    found = {}
    for kind in KINDS:
        times = [(n, one.p50) for n in known if (one := figures.asked(sizes[n]["whoosh"], kind))]
        if times and times[-1][0] == size:
            found[kind] = times[-1][1]
        elif len(times) > 1:
            found[kind] = figures.extrapolated(times[-2], times[-1], size)
    return found


def _ratio(
    what: str, ours: Mapping[str, figures.Spread], theirs: Mapping[str, float], least: float, budget: str
) -> Line:
    ratios = {kind: theirs[kind] / one.p50 for kind, one in ours.items() if kind in theirs}
    if not ratios:
        return Line(what, budget, "not measured", None, "", None)
    low, high = min(ratios, key=lambda kind: ratios[kind]), max(ratios, key=lambda kind: ratios[kind])
    measured = f"{ratios[low]:.1f}× ({low}) to {ratios[high]:.1f}× ({high})"
    return Line(what, budget, measured, ratios[low] >= least, "", None)


def _room(room: Raw, biggest: int, large: Raw) -> Iterator[Line]:
    what = "start to the first paint that takes keys, against a bare app of three panes"
    if not room:
        yield Line(what, "at most 1.25×", "not measured", None, "1.1×", None)
        return
    start = room["start"]
    ratio = median(start["painted"]) / median(start["bare"])
    measured = f"{ratio:.2f}×"
    if "answered" in start:  # not in what was kept before it was measured
        measured += (
            f", a key pressed then answered at {median(start['answered']) / median(start['bare']):.2f}×"
        )
    yield Line(what, "at most 1.25×", measured, ratio <= 1.25, "1.1×", ratio <= 1.1)
    places = [(f"a list of {biggest:,}", room["moves"])]
    if large:
        places.append(("a document of 50,000 paragraphs", large["lines"]))
    for place, moves in places:
        yield _most(
            f"key to paint in {place}, p95", figures.spread([one[0] for one in moves]).p95, 16, 8, "ms", 1
        )
        sent = median(one[1] for one in moves)
        yield _most(f"sent for a cursor move in {place}, first frame, median", sent, 1000, 1000, "bytes")
    yield _most(
        f"memory of the app with {biggest:,} articles open", room["memory"] / MEGABYTE, 200, 120, "MB"
    )

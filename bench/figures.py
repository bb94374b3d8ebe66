"""From raw measurements to the figures of the tables."""

import json
import math
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

Raw = dict[str, Any]


class Spread(NamedTuple):
    """How long something takes, in milliseconds."""

    p50: float
    p95: float


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies, between neighbours in proportion."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def spread(values: Sequence[float]) -> Spread:
    """The median, and what nineteen of twenty stay below."""
    return Spread(percentile(values, 0.5), percentile(values, 0.95))


def load(place: Path) -> dict[int, dict[str, Raw]]:
    """All raw measurements: by size of the corpus, then by name."""
    found: dict[int, dict[str, Raw]] = {}
    for file in sorted(place.glob("*/*.json")):
        if file.parent.name.isdigit():
            found.setdefault(int(file.parent.name), {})[file.stem] = json.loads(
                file.read_text(encoding="utf-8")
            )
    return dict(sorted(found.items()))


def kinds(raw: Raw) -> list[str]:
    """The kinds of queries that an engine was asked, or lacks."""
    return list(dict.fromkeys(kind for run in raw.get("ask", {}).values() for kind in run["kinds"]))


def asked(raw: Raw, kind: str, which: str = "again") -> Spread | None:
    """How long pages of a kind take: of each query the median of all runs; None where it has none."""
    times: dict[str, list[float]] = {}
    for run in raw.get("ask", {}).values():
        answers = run["kinds"].get(kind, {})
        for number, took in answers.get(which, answers.get("first", {})).items():
            times.setdefault(number, []).append(took)
    return spread([median(many) for many in times.values()]) if times else None


def cold(raw: Raw, kind: str) -> float | None:
    """Milliseconds to open the index and answer one query in a new process."""
    runs = [run["cold"].get(kind, {}) for run in raw.get("ask", {}).values()]
    times = [one["open"] + one["page"] for one in runs if "page" in one]
    return median(times) if times else None


def spans(raw: Raw, kind: str) -> float | None:
    """How many places are marked on a page, on average."""
    pages = _pages(raw, kind)
    return sum(page[2] for page in pages) / len(pages) if pages else None


def results(raw: Raw, kind: str) -> float | None:
    """How many results are on a page, on average."""
    pages = _pages(raw, kind)
    return sum(page[1] for page in pages) / len(pages) if pages else None


def found(raw: Raw, kind: str) -> float | None:
    """How many articles match, on average, where the engine tells."""
    totals = [page[0] for page in _pages(raw, kind) if page[0] is not None]
    return sum(totals) / len(totals) if totals else None


def _pages(raw: Raw, kind: str) -> list[list[int]]:
    runs = raw.get("ask", {}).values()
    return [page for run in runs for page in run["kinds"].get(kind, {}).get("pages", {}).values()]


PLAIN = ("term, rare", "term, mid", "term, common")
"""Kinds of which every engine must find about the same."""


def doubtful(engines: Mapping[str, Raw], silent: Collection[str] = ()) -> set[str]:
    """Engines that show clearly fewer results of plain words than the others, or mark nothing of them.

    Args:
        engines: The raw figures of one size, by engine.
        silent: Engines that are not asked to mark anything.
    """
    shown = {name: amount for name, raw in engines.items() if (amount := _shown(raw)) is not None}
    found = set()
    for name in shown:
        others = [amount for other, amount in shown.items() if other != name]
        if others and shown[name] < 0.95 * median(others):
            found.add(name)
        if name not in silent and not any(page[2] for kind in PLAIN for page in _pages(engines[name], kind)):
            found.add(name)
    return found


def _shown(raw: Raw) -> float | None:
    """How many results are on a page of a plain word, on average, each kind counting as much."""
    means = [
        sum(min(page[1], 20) for page in pages) / len(pages) for kind in PLAIN if (pages := _pages(raw, kind))
    ]
    return sum(means) / len(means) if len(means) == len(PLAIN) else None


def indexing(raw: Raw) -> dict[str, float] | None:
    """What indexing took, each the median of all runs."""
    runs = list(raw.get("index", {}).values())
    if not runs:
        return None
    found = {name: median(run[name] for run in runs) for name in ("seconds", "cpu", "peak", "bytes")}
    marks = set.intersection(*(set(run["marks"]) for run in runs))
    return found | {mark: median(run["marks"][mark] for run in runs) for mark in sorted(marks)}


def extrapolated(smaller: tuple[int, float], larger: tuple[int, float], size: int) -> float:
    """A figure at a larger size, by the power law through two smaller ones, at most linear."""
    (small, first), (large, second) = smaller, larger
    power = math.log(second / first) / math.log(large / small) if first > 0 and second > 0 else 1.0
    return float(second * (size / large) ** min(1.0, max(0.0, power)))

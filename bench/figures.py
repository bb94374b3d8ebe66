"""From raw measurements to the figures of the tables."""

import json
import math
from collections.abc import Sequence
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
        for number, took in run["kinds"].get(kind, {}).get(which, {}).items():
            times.setdefault(number, []).append(took)
    return spread([median(many) for many in times.values()]) if times else None


def cold(raw: Raw, kind: str) -> float | None:
    """Milliseconds to open the index and answer one query in a new process."""
    runs = [run["cold"].get(kind, {}) for run in raw.get("ask", {}).values()]
    times = [one["open"] + one["page"] for one in runs if "page" in one]
    return median(times) if times else None


def spans(raw: Raw, kind: str) -> float | None:
    """How many places are marked on a page, on average."""
    pages = [
        page
        for run in raw.get("ask", {}).values()
        for page in run["kinds"].get(kind, {}).get("pages", {}).values()
    ]
    return sum(page[2] for page in pages) / len(pages) if pages else None


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

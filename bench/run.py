"""Measure engines side by side on the same corpus and queries, and write what came out.

    python bench/run.py --sizes 1000 10000 [--engines cuttings tantivy] [--missing] [--no-room] [--kinds AND]

Each engine works in processes of its own, in an order that is drawn anew for every run. The raw
figures stand in .cache/bench/N/NAME.json; bench/RESULTS.md is written from them at the end.
"""

import argparse
import json
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import corpus
import machine
import report
import room
import texts
from engines import ENGINES
from processes import Failed, size, watched
from questions import questions

CACHE = Path(__file__).resolve().parent.parent / ".cache"
CHILD = str(Path(__file__).resolve().parent / "child.py")
RUNS = 2
"""How often each engine is asked everything, each time in a new process."""
SMALL = 1_000
"""Up to so many articles it is once more, and indexing as often; above, a slow engine is asked once."""
COLD = ("term, common", "phrase", "prefix", "mixed")
"""The kinds that are also asked as the first question of a new process."""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure engines side by side.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000], metavar="N")
    parser.add_argument("--engines", nargs="*", default=[], metavar="NAME", help=", ".join(ENGINES))
    parser.add_argument("--kinds", nargs="+", default=[], metavar="KIND", help="only queries of these kinds")
    parser.add_argument("--missing", action="store_true", help="measure only what has no figures yet")
    parser.add_argument("--no-room", action="store_true", help="leave the reading room out")
    options = parser.parse_args()
    if unknown := set(options.engines) - ENGINES.keys():
        parser.error(f"no engine is called {', '.join(sorted(unknown))}; there are {', '.join(ENGINES)}")
    for articles in sorted(options.sizes):
        Bench(articles, options).run()
    if not options.no_room:
        measure_large(options.missing)
    report.write(CACHE / "bench")


def measure_large(only_missing: bool) -> None:
    """Measure the room on large documents, and keep it."""
    place = CACHE / "bench" / "large.json"
    if not (only_missing and place.exists()):
        place.write_text(json.dumps(room.measure_large(place.with_suffix(""))), encoding="utf-8")


class Bench:
    """One size of the corpus."""

    def __init__(self, articles: int, options: argparse.Namespace) -> None:
        self.articles = articles
        self.options = options
        self.corpus = CACHE / "corpus" / str(articles)
        self.place = CACHE / "bench" / str(articles)
        self.place.mkdir(parents=True, exist_ok=True)
        self.engines = [
            name
            for name, entry in ENGINES.items()
            if name in (options.engines or ENGINES)
            and entry.is_here
            and articles <= (entry.largest or articles)
        ]

    def run(self) -> None:
        """Make the corpus where it is not there, and measure."""
        self.corpus.parent.mkdir(parents=True, exist_ok=True)
        corpus.write(self.corpus, self.articles)
        texts.write(self.corpus)
        self.asked = questions(self.corpus)[1]
        if not self.options.kinds:
            self._forget()
        began = time.perf_counter()
        indexing = [name for name in self.engines if ENGINES[name].indexed]
        small = self.articles <= SMALL
        for run in range(RUNS + 1 if small else 1):
            self._each(indexing, "index", run, self._index)
        asking = [name for name in self.engines if ENGINES[name].asked]
        for run in range(RUNS + 1 if small else RUNS):
            self._each(
                [name for name in asking if small or not run or not ENGINES[name].slow], "ask", run, self._ask
            )
        if "cuttings" in self.engines:
            self._each(["cuttings"], "beyond", 0, lambda name, run: self._child("beyond", name).printed)
        if not self.options.no_room:
            self._each(
                ["room"], "room", 0, lambda name, run: room.measure(self.corpus, self.place / "cuttings")
            )
        self._say(f"measured in {time.perf_counter() - began:.0f} s")

    def _forget(self) -> None:
        """Let go of earlier figures: all, or those of an earlier state of the code and of other versions."""
        versions = machine.versions()
        for name in [*self.engines, *([] if self.options.no_room else ["room"])]:
            is_ours = name == "room" or name.startswith("cuttings")
            known = self._kept(name).get("versions", {})
            changed = {what for what in versions if known.get(what) != versions[what]}
            if not self.options.missing or changed - (set() if is_ours else {"Cuttings"}):
                (self.place / f"{name}.json").unlink(missing_ok=True)

    def _each(
        self, names: Sequence[str], what: str, run: int, measure: Callable[[str, int], dict[str, Any]]
    ) -> None:
        """Measure something of each engine, in an order of its own, and keep it."""
        for name in random.sample(names, len(names)):
            kept = self._kept(name)
            runs = kept.setdefault(what, {})
            if self.options.missing and str(run) in runs:
                continue
            self._say(f"{what} {name}" + (f", run {run + 1}" if run else ""))
            try:
                found = measure(name, run)
            except Failed as problem:
                self._say(f"{what} {name} failed: {problem}")
                continue
            if what == "ask" and self.options.kinds and str(run) in runs:
                found = {
                    "kinds": {**runs[str(run)]["kinds"], **found["kinds"]},
                    "cold": {**runs[str(run)]["cold"], **found["cold"]},
                }
            runs[str(run)] = found
            kept["load"] = os.getloadavg()[0]
            kept["machine"], kept["versions"] = machine.machine(), machine.versions()
            self._keep(name, kept)

    def _index(self, name: str, run: int) -> dict[str, Any]:
        directory = self.place / name
        shutil.rmtree(directory, ignore_errors=True)
        outcome = self._child("index", name)
        return {**outcome.printed, "cpu": outcome.cpu, "peak": outcome.peak, "bytes": size(directory)}

    def _ask(self, name: str, run: int) -> dict[str, Any]:
        kinds = self._child("ask", name, "--run", str(run), *self._only()).printed
        wanted = [
            kind for kind in COLD if kind in (self.options.kinds or COLD) and not kinds[kind].get("missing")
        ]
        cold = {
            kind: self._child("cold", name, "--run", str(run), "--kinds", kind).printed for kind in wanted
        }
        return {"kinds": kinds, "cold": cold}

    def _only(self) -> list[str]:
        return ["--kinds", *self.options.kinds] if self.options.kinds else []

    def _child(self, action: str, name: str, *more: str) -> Any:
        places = ["--corpus", str(self.corpus), "--directory", str(self.place / name)]
        return watched([CHILD, action, name, *places, *more])

    def _kept(self, name: str) -> dict[str, Any]:
        place = self.place / f"{name}.json"
        kept: dict[str, Any] = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
        return kept

    def _keep(self, name: str, kept: dict[str, Any]) -> None:
        kept["corpus"] = {
            "articles": self.articles,
            "bytes": texts.place_of(self.corpus).stat().st_size,
        }
        fresh = self.place / f"{name}.json.new"
        fresh.write_text(json.dumps(kept), encoding="utf-8")
        fresh.replace(self.place / f"{name}.json")

    def _say(self, what: str) -> None:
        print(f"{time.strftime('%H:%M:%S')}  {self.articles:>7,}  {what}", file=sys.stderr)


if __name__ == "__main__":
    main()

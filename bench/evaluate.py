"""Measure how well names, dates, quotations, languages, related passages and reasons are found: `make eval`.

    python bench/evaluate.py [--data DIR] [PART]...

A part is a thing that is measured; without one, all are, and what is printed is written to
`bench/EVAL.md` too. Some are measured on texts of our own, in `tests/data`, which the tests hold at
fixed figures. Others are
measured on judged texts that are no part of Cuttings: in ../shared/eval, or where EVAL of `make eval` or
--data says. There are `entities.py` and `related.py`, which count, and what they count on. What is not
there is said and passed over.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from io import StringIO, TextIOBase
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

import machine
import own_dates
import own_languages
import own_names
import own_quotes
from reason_quality import reason_quality
from related_quality import related

from index.modelling.pipelines import SWITCH, find_layer

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "eval"
REPORT = HERE / "EVAL.md"
RE3D = Path("re3d-dev", "documents.jsonl")
ECBPLUS = Path("ecbplus-dev", "documents.jsonl")

Part = Callable[[Path], None]


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="Measure how well things are found.")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("EVAL") or DATA), metavar="DIR")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    options = parser.parse_args()
    data = options.data.resolve()
    whole = not options.parts and data.is_dir()
    if not data.is_dir():
        print(f"The judged texts are not there: no folder {options.data}. EVAL=DIR says where it is.\n")
    report = [*_head()]
    for name in options.parts or PARTS:
        title, part = PARTS[name]
        print(f"== {title}\n", flush=True)
        said = Heard(sys.stdout)
        with redirect_stdout(said):
            part(data)
        print(flush=True)
        report += [f"## {title}", "", "```", said.kept.getvalue().strip("\n"), "```", ""]
    if whole:
        REPORT.write_text("\n".join(report), "utf-8")
        print(f"Written to {REPORT.parent.name}/{REPORT.name}.")


class Heard(TextIOBase):
    """Where something is printed to, which keeps it as well."""

    def __init__(self, shown: TextIO) -> None:
        self.kept = StringIO()
        self._shown = shown

    def write(self, text: str) -> int:
        """Show it and keep it."""
        self.kept.write(text)
        return self._shown.write(text)

    def flush(self) -> None:
        """Show what there is."""
        self._shown.flush()


def _head() -> Sequence[str]:
    facts, versions = machine.machine(), machine.versions()
    layer = find_layer({**os.environ, SWITCH: ""})
    model = f" {layer.pipeline.model}." if layer.pipeline else ""
    return (
        "# How well it is found",
        "",
        "Made by `make eval`. What is judged by others (re3d, ECB+) is their development part, on which",
        "rules and weights were made; our own texts are in `tests/data`. B-cubed is of one entity one entry.",
        "",
        f"{facts['date']}. {facts['processor']}; {facts['memory']} of memory; {facts['system']};",
        f"Python {facts['Python']}. Cuttings {versions['Cuttings']}.{model}",
        "",
    )


def layers() -> Mapping[str, str]:
    """Each layer with the value of the switch that it takes; the model only where one is installed."""
    found = {"rules": "0"}
    layer = find_layer({**os.environ, SWITCH: ""})
    if layer.pipeline is None:
        print(f"The rules are measured alone: {layer.reason}.\n")
    else:
        found[f"with {layer.pipeline.model}"] = "1"
    return found


def names(data: Path) -> None:
    """Names found and typed, and one entity one entry, by `entities.py` of the data."""
    judge = data / "entities.py"
    found: list[Sequence[str]] = []
    joined: list[Sequence[str]] = []
    there = [one for one in (RE3D, ECBPLUS) if judge.exists() and (data / one).exists()]
    for one in {RE3D, ECBPLUS} - set(there):
        print(f"Not measured: {one.parent} or entities.py is not there.")
    for layer, switch in layers().items() if there else ():
        if RE3D in there:
            said = _json([str(judge), "re3d", str(data / RE3D)], **{SWITCH: switch})
            found.append((layer, *(f"{said[name]:.3f}" for name in ("found", "exact", "typed", "precision"))))
        if ECBPLUS in there:
            said = _json([str(judge), "ecbplus", str(data / ECBPLUS)], **{SWITCH: switch})
            cubed = [f"{said['b_cubed'][name]:.3f}" for name in ("precision", "recall", "f1")]
            joined.append((layer, f"{said['covered']:.3f}", *cubed))
    _table(("re3d: names", "found", "exact", "typed", "precision"), found)
    _table(("ECB+: entities, B-cubed", "covered", "precision", "recall", "F1"), joined)


def names_of_ours(_: Path) -> None:
    """Names of the sample articles, and pairs of names that are easily confused."""
    rows = []
    for layer, switch in layers().items():
        said = _json([own_names.__file__], **{SWITCH: switch})
        of = ("found", "exact", "typed", "precision", "f1")
        rows.append((layer, str(said["names"]), *(f"{said[name]:.3f}" for name in of)))
    _table(("sample articles", "names", "found", "exact", "typed", "precision", "B-cubed F1"), rows)
    pairs = own_names.pairs()
    verdicts = [
        (kind, [own_names.is_right(verdict, documents) for verdict, documents in pairs if verdict == kind])
        for kind in ("same", "apart")
    ]
    _table(
        ("confusable pairs", "pairs", "right"),
        [(kind, str(len(right)), str(sum(right))) for kind, right in verdicts],
    )


def dates(_: Path) -> None:
    """Dates in sentences and in the sample articles."""
    rows = []
    for name, what in (("first.txt", "sentences before the rules"), ("second.txt", "sentences after them")):
        total = len(list(own_dates.lines(name)))
        rows.append((what, str(total), str(total - len(own_dates.trouble(name)))))
    wanted, found = own_dates.dates_of_samples()
    right = sum(len(set(days) & set(found.get(name, ()))) for name, days in wanted.items())
    total = sum(len(set(days)) for days in wanted.values())
    _table(("dates", "all", "right"), [*rows, ("sample articles", str(total), str(right))])


def quotes(_: Path) -> None:
    """Speakers of quotations, and altered copies of them."""
    cases = own_quotes.read_cases()
    rows = [("made-up texts", len(cases), sum(map(own_quotes.is_right, cases)), 0, "")]
    with TemporaryDirectory() as directory:
        right, wrong, silent = own_quotes.speakers_of_samples(Path(directory))
    rows.append(("sample articles", right + wrong + silent, right, wrong, str(silent)))
    _table(("speakers", "all", "right", "wrong", "left open"), [tuple(map(str, row)) for row in rows])
    with TemporaryDirectory() as directory:
        copies, right, wrong = own_quotes.traced(Path(directory))
    counted = tuple(map(str, (copies, right, wrong)))
    _table(("traced", "copies", "found", "others"), [("altered quotations", *counted)])


def languages(_: Path) -> None:
    """Languages of short texts."""
    texts = own_languages.texts()
    others = [one for one in texts if one[0] not in own_languages.NO_OTHER]
    english = [one for one in texts if one[0] in own_languages.NO_OTHER]
    halves = [(code, text[: len(text) // 2]) for code, text in others]
    rows = []
    kinds = ("other languages", others), ("their first halves", halves), ("English, lists", english)
    for what, some in kinds:
        right = sum(own_languages.is_right(*one) for one in some)
        as_english = sum(own_languages.is_read_as_english(text) for _, text in some)
        rows.append((what, str(len(some)), str(right), str(as_english)))
    _table(("languages", "texts", "right", "read as English"), rows)


def speed(data: Path) -> None:
    """Articles a second of one processor, and memory, of each layer by itself."""
    documents = data / ECBPLUS
    if not documents.exists():
        print(f"Not measured: {ECBPLUS} is not there.")
        return
    rows = []
    for layer in layers():
        kind = "rules" if layer == "rules" else "model"
        said = _json([str(HERE / "layers.py"), kind, str(documents)])
        each = said["letters"] / said["articles"]
        rows.append(
            (
                layer if kind == "rules" else layer.removeprefix("with "),
                f"{said['articles']:,}",
                f"{each:,.0f}",
                f"{said['articles'] / said['seconds']:,.0f}",
                f"{said['letters'] / said['seconds'] / 1000:,.0f}",
                f"{said['loading']:.1f} s",
                f"{said['megabytes']:,.0f} MB",
            )
        )
    _table(("", "articles", "letters each", "articles/s", "1,000 letters/s", "loading", "memory"), rows)


PARTS: Mapping[str, tuple[str, Part]] = {
    "names": ("Names, on judged texts", names),
    "ours": ("Names, on our own texts", names_of_ours),
    "dates": ("Dates", dates),
    "quotes": ("Quotations", quotes),
    "languages": ("Languages", languages),
    "related": ("Related passages", related),
    "reasons": ("Reasons of related passages", reason_quality),
    "speed": ("What finding names costs", speed),
}
"""What can be measured, with its heading; a part says by itself what it has not got."""


def _json(command: Sequence[str], **environment: str) -> Any:
    """What a program of Python prints, run as it would be by hand."""
    done = subprocess.run(
        [sys.executable, *command], env={**os.environ, **environment}, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows below their heading; nothing where there are none."""
    if not rows:
        return
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        first, *rest = (
            f"{cell:<{widths[0]}}" if at == 0 else f"{cell:>{widths[at]}}" for at, cell in enumerate(row)
        )
        print("  ".join((first, *rest)))
    print()


if __name__ == "__main__":
    main()

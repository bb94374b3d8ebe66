"""Measure how well names and related passages are found: `make eval`.

    python bench/evaluate.py [--data DIR] [PART]...

A part is a thing that is measured; without one, all are. The judged texts are in a folder that is not part
of Cuttings, ../shared/eval by default: EVAL of `make eval`, or --data. It holds `entities.py`, which counts,
and what it counts on. What is not there is said and passed over.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from related_quality import related

from index.modelling.pipelines import SWITCH, find_layer

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "eval"
RE3D = Path("re3d-dev", "documents.jsonl")
ECBPLUS = Path("ecbplus-dev", "documents.jsonl")

Part = Callable[[Path], None]


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="Measure how well names and related passages are found.")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("EVAL") or DATA), metavar="DIR")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    options = parser.parse_args()
    data = options.data.resolve()
    if not data.is_dir():
        print(f"There is nothing to be measured on: no folder {options.data}. EVAL=DIR says where it is.")
        return
    for name in options.parts or PARTS:
        PARTS[name](data)


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
    rows: list[Sequence[str]] = []
    for layer, switch in layers().items():
        row = [layer]
        for kind, documents in (("re3d", data / RE3D), ("ecbplus", data / ECBPLUS)):
            if not judge.exists() or not documents.exists():
                print(f"Not measured on {kind}: {documents.parent.name} or entities.py is not there.")
                continue
            said = _json([str(judge), kind, str(documents)], **{SWITCH: switch})
            if kind == "re3d":
                row += [f"{said[name]:.3f}" for name in ("found", "exact", "typed", "precision")]
            else:
                cubed = said["b_cubed"]
                row += [f"{said['covered']:.3f}"]
                row += [f"{cubed[name]:.3f}" for name in ("precision", "recall", "f1")]
        rows.append(row)
    if all(len(row) == 9 for row in rows):
        print("                              re3d: names                        ECB+: entities, B-cubed")
        _table(("", "found", "exact", "typed", "precision", "covered", "precision", "recall", "F1"), rows)


def speed(data: Path) -> None:
    """Articles a second of one processor, and memory, of each layer by itself."""
    documents = data / ECBPLUS
    if not documents.exists():
        print(f"Speed is not measured: {documents} is not there.")
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


PARTS: Mapping[str, Part] = {"names": names, "related": related, "speed": speed}
"""What can be measured; a part says by itself what it has not got."""


def _json(command: Sequence[str], **environment: str) -> Any:
    """What a program of Python prints, run as it would be by hand."""
    done = subprocess.run(
        [sys.executable, *command], env={**os.environ, **environment}, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        first, *rest = (
            f"{cell:<{widths[0]}}" if at == 0 else f"{cell:>{widths[at]}}" for at, cell in enumerate(row)
        )
        print("  ".join((first, *rest)))
    print()


if __name__ == "__main__":
    main()

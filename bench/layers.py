"""One layer of what finds names, measured by itself: articles, letters, seconds of the processor, memory.

    python bench/layers.py rules|model DOCUMENTS.jsonl

Each line of the documents has `sentences` with `text`. The model's figures hold what the rules do after it.
"""

import json
import os
import sys
import time
from pathlib import Path

from index.helping.naming import NAMING, NamesAsked

BATCH = 8
MOST = 300
"""Articles that are measured on."""


def main() -> None:
    """Measure, and print one line of JSON."""
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    kind, path = sys.argv[1:]
    asked = []
    for number, line in enumerate(Path(path).read_text("utf-8").splitlines()[:MOST]):
        text = "\n\n".join(one["text"] for one in json.loads(line)["sentences"])
        asked.append(NamesAsked(number, "", text, "en", None, None, None))
    began = time.process_time()
    _read(kind, asked[:1])
    loading = time.process_time() - began
    _read(kind, asked[1 : 1 + BATCH])
    began = time.process_time()
    _read(kind, asked)
    seconds = time.process_time() - began
    print(
        json.dumps(
            {
                "articles": len(asked),
                "letters": sum(len(one.text) for one in asked),
                "seconds": seconds,
                "loading": loading,
                "megabytes": _most_memory(),
            }
        )
    )


def _read(kind: str, asked: list[NamesAsked]) -> None:
    if kind == "rules":
        for one in asked:
            NAMING.do(one)
        return
    from index.modelling.pipelines import find_layer
    from index.modelling.work import MODELLING, VotesAsked

    pipeline = find_layer({}).pipeline
    assert pipeline is not None, "it was there a moment ago"
    for first in range(0, len(asked), BATCH):
        heard = MODELLING.do(VotesAsked(pipeline.package, tuple(asked[first : first + BATCH])))
        assert heard.trouble is None, heard.trouble


def _most_memory() -> float:
    """Megabytes that this process held at most."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()

"""Learn the weights of the ranker of related passages, and measure them on topics left out of learning.

    python bench/ranker.py ../shared/eval/ecbplus-dev/documents.jsonl [--write]

reads the annotated texts where they lie; with --write it writes `index/related/data/weights.txt`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from judged_figures import Floats, Question, mean, quality, questions
from learning import learn, left_out
from stories import ecb

from index.related.figures import FIGURES

TARGET = Path(__file__).resolve().parent.parent / "index" / "related" / "data" / "weights.txt"
FOLDS = 11
"""Parts into which the topics are divided."""

BEFORE = ("share", "nearness", "context", "echo")
"""The figures whose plain sum was the score before anything was learned."""


def main() -> None:
    """Learn, measure, and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path, help="ECB+, as in the folder of evaluation data")
    parser.add_argument("--write", action="store_true", help="write the weights")
    options = parser.parse_args()
    asked = questions(ecb(options.documents))
    start = np.ones(len(FIGURES))
    print(f"{len(asked)} passages; nDCG@10, mean of topics: all, judged")
    before = np.array([float(name in BEFORE) for name in FIGURES])
    _tell("plain sum of " + ", ".join(BEFORE), asked, [one.figures @ before for one in asked])
    _tell("plain sum of all figures", asked, [one.figures @ start for one in asked])
    _tell("learned, on topics left out", asked, left_out(asked, [], start, FOLDS))
    weights = learn(asked, start)
    _tell("learned, on the same topics", asked, [one.figures @ weights for one in asked])
    for number, name in enumerate(FIGURES):
        without = start.copy()
        without[number] = 0
        _tell(f"plain sum without {name}", asked, [one.figures @ without for one in asked])
    lines = [f"{name} {weight:.3f}" for name, weight in zip(FIGURES, weights, strict=True)]
    print("\n".join(lines))
    if options.write:
        head = "# Weights of the figures of index/related/figures.py, learned by bench/ranker.py."
        TARGET.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def _tell(what: str, asked: Sequence[Question], scores: Sequence[Floats]) -> None:
    found = quality(asked, scores)
    print(f"{what:50} {mean(found['all']):.4f} {mean(found['judged']):.4f}", flush=True)


if __name__ == "__main__":
    main()

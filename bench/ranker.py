"""Learn the weights of the ranker of related passages, and measure them on what was left out of learning.

    python bench/ranker.py ../shared/eval/ecbplus-dev/documents.jsonl [--write]

reads the annotated texts where they lie; with --write it writes `index/related/data/weights.txt`. The
weights of the figures are learned from them, those of the evidence from our own reports of events that
repeat themselves (`tests/data/events`), half of whose families are for measuring only.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from judged_figures import Floats, Question, mean, quality, questions
from learning import first_rows, learn, left_out
from own_library import opened, sides
from stories import TRAINING, ecb, families

from index.related.evidence import EVIDENCE
from index.related.figures import FIGURES

TARGET = Path(__file__).resolve().parent.parent / "index" / "related" / "data" / "weights.txt"
FOLDS = 11
"""Parts into which the topics are divided."""

EVIDENCE_PULL = 0.01
"""How strongly the weights of the evidence are held to nothing; found on the families learned from, each left
out once."""

BEFORE = ("share", "nearness", "context", "echo")
"""The figures whose plain sum was the score before anything was learned."""


def main() -> None:
    """Learn, measure, and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path, help="ECB+, as in the folder of evaluation data")
    parser.add_argument("--write", action="store_true", help="write the weights")
    options = parser.parse_args()
    figures = _learn_figures(questions(ecb(options.documents)))
    weights = [*figures, *_learn_evidence(figures)]
    names = (*FIGURES, *EVIDENCE)
    lines = [f"{name} {weight:.3f}" for name, weight in zip(names, weights, strict=True)]
    print("\n".join(lines))
    if options.write:
        head = "# Weights of index/related/figures.py and evidence.py, learned by bench/ranker.py."
        TARGET.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def _learn_figures(asked: Sequence[Question]) -> Floats:
    """The weights of the figures; all of them count alike at the beginning."""
    start = np.ones(len(FIGURES))
    print(f"ECB+: {len(asked)} passages; nDCG@10, mean of topics: all, judged")
    before = np.array([float(name in BEFORE) for name in FIGURES])
    _tell("plain sum of " + ", ".join(BEFORE), asked, [one.figures @ before for one in asked])
    _tell("plain sum of all figures", asked, [one.figures @ start for one in asked])
    _tell("learned, on topics left out", asked, left_out(asked, start, FOLDS))
    weights = learn(asked, start)
    _tell("learned, on the same topics", asked, [one.figures @ weights for one in asked])
    for number, name in enumerate(FIGURES):
        without = weights.copy()
        without[number] = 0
        _tell(f"learned, without {name}", asked, [one.figures @ without for one in asked])
    return weights


def _learn_evidence(figures: Floats) -> Floats:
    """The weights of the evidence; the score of the figures stays as it is."""
    collection = families()
    with opened(collection) as (_, articles):
        every = questions(collection, sides(articles))
    asked = [
        replace(
            one,
            figures=np.column_stack(
                [one.figures[:, : len(figures)] @ figures, one.figures[:, len(figures) :]]
            ),
        )
        for one in every
    ]
    start = np.array([1.0, *(0.0 for _ in EVIDENCE)])
    training = [one for one in asked if one.topic in TRAINING]
    others = [one for one in asked if one.topic not in TRAINING]
    weights = learn(training, start, EVIDENCE_PULL)
    print("Our own events: share of first rows on the same event, on the same fact; nDCG@10")
    for what, some in (("learned from", training), ("left out", others)):
        _tell_first(f"families {what}, without evidence", some, [one.figures @ start for one in some])
        _tell_first(f"families {what}, with it", some, [one.figures @ weights for one in some])
        for number, name in enumerate(EVIDENCE, 1):
            without = weights.copy()
            without[number] = 0
            _tell_first(f"families {what}, without {name}", some, [one.figures @ without for one in some])
    _tell_first("each family left out once", asked, left_out(asked, start, len({one.topic for one in asked})))
    return np.asarray(weights[1:] / weights[0])


def _tell(what: str, asked: Sequence[Question], scores: Sequence[Floats]) -> None:
    found = quality(asked, scores)
    print(f"{what:50} {mean(found['all']):.4f} {mean(found['judged']):.4f}", flush=True)


def _tell_first(what: str, asked: Sequence[Question], scores: Sequence[Floats]) -> None:
    gains = first_rows(asked, scores)
    same, fact = (sum(gain >= wanted for gain in gains) / len(gains) for wanted in (1, 2))
    print(f"{what:50} {same:.3f} {fact:.3f} {mean(quality(asked, scores)['all']):.4f}", flush=True)


if __name__ == "__main__":
    main()

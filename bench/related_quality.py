"""Measure related passages: the ranking and each of its parts, same events, and when there is quiet.

    python bench/related_quality.py ../shared/eval

`make eval` runs it. The learned weights are taken as they are; what they come to on topics that were left
out of learning is told by `bench/ranker.py`.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from judged_figures import Floats, Question, mean, quality, questions
from learning import first_rows
from own_library import opened, sides
from stories import TRAINING, Collection, ecb, families

from index.related.evidence import EVIDENCE
from index.related.figures import FIGURES
from index.related.relate import KNOWN
from index.related.weights import learned

ECBPLUS = Path("ecbplus-dev", "documents.jsonl")
CLOSENESS = ("nearness", "context")
"""The figures by whose sum it is decided whether the library has the story."""


def related(data: Path) -> None:
    """The ranking on ECB+, by `related.py` of the data and figure by figure; quiet; our own events."""
    judge, documents = data / "related.py", data / ECBPLUS
    if judge.exists() and documents.exists():
        said = json.loads(
            subprocess.run(
                [sys.executable, str(judge), str(documents)], stdout=subprocess.PIPE, check=True
            ).stdout
        )
        print("Related passages on ECB+, by related.py: nDCG@10, difference to BM25+window, interval")
        for name in ("all", "judged"):
            row = said[f"Cuttings {name}"]
            print(f"  {name:8} {row['ndcg@10']:.3f}  {row['difference']:+.3f}  {row['interval']}")
        collection = ecb(documents)
        asked = questions(collection)
        _figures(asked)
        _quiet(collection, asked)
    else:
        print("Related passages are not measured on ECB+: ecbplus-dev or related.py is not there.")
    _own()


def _figures(asked: Sequence[Question]) -> None:
    """What each figure gives, nothing being left out of the ranking for being too far off."""
    weights = learned()[: len(FIGURES)]
    print("Figure by figure, with all rows: nDCG@10 over all passages, over the judged ones")
    rows = {"all figures": weights, "weights all 1": np.ones(len(FIGURES))}
    for number, name in enumerate(FIGURES):
        rows[f"without {name}"] = np.where(np.arange(len(FIGURES)) == number, 0, weights)
    for what, row in rows.items():
        found = quality(asked, [one.figures @ row for one in asked])
        print(f"  {what:20} {mean(found['all']):.3f}  {mean(found['judged']):.3f}")


def _quiet(collection: Collection, asked: Sequence[Question]) -> None:
    """Whether passages with relatives in the library are told from those without, their topic taken out."""
    columns = [FIGURES.index(name) for name in CLOSENESS]
    having, lacking = [], []
    for one in asked:
        closeness = one.figures[:, columns].sum(axis=1)
        own = np.array([collection.reports[number].topic == one.topic for number in one.documents.tolist()])
        having.append(closeness[own].max(initial=0.0))
        lacking.append(closeness[~own].max(initial=0.0))
    with_relatives, without = np.array(having), np.array(lacking)
    answered, wrongly = (with_relatives >= KNOWN).sum(), (without >= KNOWN).sum()
    print(f"Quiet, at {KNOWN}: area under the curve {area(with_relatives, without):.4f}")
    print(
        f"  precision of answers {answered / (answered + wrongly):.3f}, recall {answered / len(asked):.3f}, "
        f"quiet where nothing is related {1 - wrongly / len(asked):.3f}"
    )


def area(high: Floats, low: Floats) -> float:
    """How often one of the first is greater than one of the second; ties are half."""
    ordered = np.sort(low)
    below, upto = (np.searchsorted(ordered, high, side=side) for side in ("left", "right"))
    return float((below + upto).mean() / 2 / len(low))


def _own() -> None:
    """First rows on our own events, with the evidence and without."""
    collection = families()
    with opened(collection) as (_, articles):
        asked = questions(collection, sides(articles))
    weights = learned()
    plain = np.where(np.arange(len(weights)) < len(FIGURES), weights, 0)
    print("Our own events: first rows on the same event, on the same fact; nDCG@10")
    for what, some in (
        ("learned from", [one for one in asked if one.topic in TRAINING]),
        ("left out", [one for one in asked if one.topic not in TRAINING]),
    ):
        rows = {"without evidence": plain, "with it": weights}
        for number, name in enumerate(EVIDENCE, len(FIGURES)):
            rows[f"without {name}"] = np.where(np.arange(len(weights)) == number, 0, weights)
        print(f"  families {what}")
        for label, row in rows.items():
            scores = [one.figures @ row for one in some]
            gains = first_rows(some, scores)
            event, fact = (sum(gain >= wanted for gain in gains) / len(gains) for wanted in (1, 2))
            print(f"    {label:24} {event:.3f}  {fact:.3f}  {mean(quality(some, scores)['all']):.3f}")


if __name__ == "__main__":
    related(Path(sys.argv[1]).resolve())

"""The weights of the figures and of the evidence, as `bench/ranker.py` has learned them."""

from functools import cache
from importlib.resources import files

import numpy as np

from index.related.evidence import EVIDENCE
from index.related.figures import FIGURES
from index.related.vectors import Floats


@cache
def learned() -> Floats:
    """(F + E,) the weight of each figure, in the order of `FIGURES`, and of each of `EVIDENCE`."""
    text = (files("index.related") / "data" / "weights.txt").read_text(encoding="utf-8")
    weights = read_weights(text)
    weights.setflags(write=False)
    return weights


def read_weights(text: str) -> Floats:
    """Weights as they are written: the name of a figure and a number on a line, `#` before a remark.

    Raises:
        KeyError: a figure has no weight.
    """
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    named = {name.strip(): float(weight) for name, _, weight in (line.rpartition(" ") for line in lines)}
    return np.array([named[name] for name in (*FIGURES, *EVIDENCE)])

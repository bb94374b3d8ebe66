"""How much it speaks against chance that two things are met together as often as they are."""

import numpy as np
from numpy.typing import NDArray

from index.columnar.arrays import Array


def log_likelihood(both: Array, one: int, others: Array, total: int) -> NDArray[np.float64]:
    """The log-likelihood ratio G² of each of some things and one thing.

    After T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational
    Linguistics 19 (1993): twice the sum, over the four cells of the table of what was met with and without
    either, of k · ln(k / expected k). It holds for rare things, too, where a normal distribution does not.

    Args:
        both: (N,) in how many passages each is met together with the one.
        one: In how many passages the one is met.
        others: (N,) in how many each is met at all.
        total: How many passages there are.

    Returns:
        (N,) the ratios, with a minus where there are fewer passages with both than by chance.
    """
    both, others = both.astype(np.float64), others.astype(np.float64)
    table = np.array([both, one - both, others - both, total - one - others + both])
    rows = np.array([one, one, total - one, total - one], np.float64)[:, None]
    columns = np.array([others, total - others, others, total - others])
    expected = rows * columns / max(total, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(table > 0, table * np.log(table / expected), 0.0)
    ratio = np.maximum(2 * terms.sum(axis=0), 0.0)  # rounding may take it below 0 where it is 0
    signed: NDArray[np.float64] = np.where(both < expected[0], -ratio, ratio)
    return signed

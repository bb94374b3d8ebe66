"""The clauses of a query that hits can be of, and where each stands in it."""

from dataclasses import replace

import numpy as np

from index.fulltext import logic
from index.fulltext.syntax import parse
from index.model import HitClause


def hit_clauses(query: str) -> tuple[HitClause, ...]:
    """The clauses that hits can be of, in the order of the query; what it says twice is one.

    Raises:
        QueryError: The query cannot be read.
    """
    parsed = parse(query)
    one = np.ones(1, dtype=bool)
    met = {clause.clause: one for clause in parsed.clauses}
    leaves = (leaf for leaf, _ in logic.contributing(parsed.root, met, one))
    found: dict[tuple[str, str | None], HitClause] = {}
    for leaf in sorted(leaves, key=lambda leaf: leaf.clause):
        text = parsed.clause_text(leaf.clause)
        known = found.setdefault((text, leaf.field), HitClause(text, leaf.start, leaf.end, ()))
        found[text, leaf.field] = replace(known, numbers=(*known.numbers, leaf.clause))
    return tuple(found.values())

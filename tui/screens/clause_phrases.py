"""What the main screen says of the clauses of a query, in words: pure functions from values to one line."""

from collections.abc import Sequence
from typing import Final

from index.model import HitClause
from tui.render.clauses import sign
from tui.render.counts import count
from tui.render.rows import cut
from tui.render.shown import shown
from tui.screens import list_phrases

_NAME: Final = 24
"""Cells for the name of a clause."""


def clause(place: int, clauses: Sequence[HitClause]) -> str:
    """What a clause that has hits is called: its digit and its words."""
    return f"{sign(place)} {cut(shown(clauses[place].text), _NAME)}"


def walk(name: str | None) -> str:
    """What the palette calls walking the hits of a clause, or of all."""
    return "Walk the hits of all clauses" if name is None else f"Walk the hits of {name}"


def walks(name: str, here: int, total: int, articles: int) -> str:
    """What is walked from now on: "Walking 2 iran: 14 hits here, 41 in 9 articles"."""
    said = count(articles, "article")
    return f"Walking {name}: {count(here, 'hit')} here, {total:,} in {said}"


def walks_all(clauses: Sequence[HitClause]) -> str:
    """That all hits are walked again."""
    return f"Walking all hits again, those of {len(clauses)} clauses"


def no_clause(clauses: Sequence[HitClause], query: str) -> str:
    """Why no clause can be chosen."""
    if len(clauses) > 1:
        return f"This query has {len(clauses)} clauses to walk."
    return "All hits are of one clause." if clauses else list_phrases.no_hits(query)


def no_further(name: str) -> str:
    """That there is no hit behind this one; `name` is that of the clause that is walked, if one is."""
    return f"No further hit of {name}." if name else "No further hit."


def none_before(name: str) -> str:
    """That there is no hit before this one; see `no_further`."""
    return f"No hit of {name} before this one." if name else "No hit before this one."

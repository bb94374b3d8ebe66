"""From a query and what it found to why that is so, and to queries that find something."""

from collections.abc import Callable, Sequence

from index.fulltext import filters, logic, parts
from index.fulltext.evaluate import Evaluation
from index.fulltext.postings import Snapshot
from index.fulltext.query import Dated, Query
from index.fulltext.scanning import Fetch
from index.fulltext.windows import Mask
from index.model import Clause, Explanation
from index.suggesting import filtering
from index.suggesting.blame import Blame, blame
from index.suggesting.filtering import Bearing
from index.suggesting.mending import Mender, doubtful, unmet
from index.suggesting.trial import SECONDS, Trial


def explain(
    snapshot: Snapshot,
    text: str,
    names: Bearing,
    cancelled: Callable[[], bool],
    fetch: Fetch,
    seconds: float = SECONDS,
) -> Explanation:
    """Why a query finds nothing, or some part of it does, and what would find something.

    Args:
        snapshot: What is asked.
        text: The query.
        names: Knows the names of entities, and which documents mention whom.
        cancelled: Whether the answer is no longer wanted.
        fetch: Gives the texts of documents, for a query with an expression.
        seconds: Of the processor, after which no more suggestions are tried: what is found until then
            depends on the machine, and on what else it does.

    Raises:
        QueryError: The query cannot be read.
        SearchTooLong: An expression takes too long.
        Cancelled: `cancelled` said so.
    """
    trial = Trial(snapshot, names, cancelled, fetch, seconds)
    query = trial.read(text)
    evaluation = trial.ask(query)
    total = int(evaluation.matches.sum())
    counts = [evaluation.documents(clause.clause) for clause in query.clauses]
    mender = Mender(trial, names)
    if total:
        blamed = Blame((), ())
        absent = tuple(query.clause_text(clause.clause) for clause in unmet(query, counts))
        suggestions = mender.doubted(query, evaluation)
    else:
        blamed = blame(evaluation, snapshot.live)
        absent = tuple(parts.written(query, part) for part in blamed.absent)
        suggestions = mender.mended(query, evaluation, blamed)
    days = filtering.days_among(snapshot, _whenever(query, evaluation, snapshot.live))
    is_dated = not total and len(days) > 0 and any(isinstance(clause, Dated) for clause in query.clauses)
    return Explanation(
        query=text,
        total=total,
        clauses=tuple(
            Clause(query.clause_text(number), documents) for number, documents in enumerate(counts)
        ),
        absent=absent,
        conflict=tuple(parts.written(query, part) for part in blamed.conflict),
        undated=evaluation.undated(),
        first=filtering.iso(int(days.min())) if is_dated else None,
        last=filtering.iso(int(days.max())) if is_dated else None,
        suggestions=suggestions,
    )


def needs_explaining(query: Query, counts: Sequence[int], total: int) -> bool:
    """Whether a query finds nothing, or a clause of it does or nearly does.

    Args:
        query: The query.
        counts: How many documents meet each of its clauses.
        total: How many it finds.
    """
    return bool(query.clauses) and bool(not total or doubtful(query, counts, total))


def _whenever(query: Query, evaluation: Evaluation, live: Mask) -> Mask:
    """The documents that all but the date filters of a query find."""
    mask = live
    for part in filters.required(query):
        if not isinstance(part, Dated):
            mask = mask & logic.matching(part, evaluation.met, live)
    return mask

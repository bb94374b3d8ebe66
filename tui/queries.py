"""Writing into the query a person sees, and reading what it asks for.

All of it is quick and asks no library; the query language is loaded when it is first needed.
"""

import re

from index.model import EntityType, HitClause
from tui.render.facets import Joined

_BY_NAME = re.compile(r"\b(?:person|org|organi[sz]ation|place|group|event|work):", re.IGNORECASE)


def with_entity(query: str, type: EntityType, name: str) -> str:
    """The query with a filter for an entity added, or taken out where it stands already.

    Raises:
        QueryError: The query cannot be read, or would become too long.
    """
    from index.fulltext import filters  # loads the query language, which the first screen can do without

    return filters.with_entity(query, type, name)


def without_entity(query: str, type: EntityType, name: str) -> str:
    """The query without the filter for an entity; the same where there is none.

    Raises:
        QueryError: The query cannot be read.
    """
    from index.fulltext import filters  # as above

    return filters.without_entity(query, type, name)


def with_undated(query: str) -> str:
    """The query with undated documents let in where it asks for dates, or left out where they were let in.

    The same query where it asks for no dates.

    Raises:
        QueryError: The query cannot be read.
    """
    from index.fulltext import undated  # as above

    if undated.lets_undated_in(query):
        return undated.without_undated(query)
    return undated.with_undated(query)


def quoted(*pieces: str) -> str:
    """A query for the words of some pieces of text; raises QueryError where it would become too long."""
    from index.fulltext import quoting  # as above

    return quoting.quoted(*pieces)


def within(query: str, more: str) -> str:
    """The query for what one query finds among what another finds; raises QueryError."""
    from index.fulltext import filters  # as above

    return filters.within(query, more)


def to_be_continued(query: str) -> str:
    """The query as the beginning of one that asks for more besides; raises QueryError."""
    from index.fulltext import filters  # as above

    return filters.to_be_continued(query)


def hit_clauses(query: str) -> tuple[HitClause, ...]:
    """The clauses of a query that can have hits; raises QueryError."""
    if not query.strip():
        return ()
    from index.fulltext import clauses  # as above

    return clauses.hit_clauses(query)


def with_choice(query: str, choice: str, how: Joined) -> str:
    """The query with a filter joined to it by AND, OR or NOT, and nowhere else.

    Raises:
        QueryError: The query cannot be read, or would become too long.
    """
    from index.fulltext import choosing  # as above

    return choosing.chosen(query, choice, how)


def without_choice(query: str, choice: str) -> str:
    """The query without a filter, however it was joined to it; raises QueryError."""
    from index.fulltext import choosing  # as above

    return choosing.taken_out(query, choice)


def without_dates(query: str) -> str:
    """The query without what it asks of dates; raises QueryError."""
    from index.fulltext import choosing  # as above

    return choosing.without_dates(query)


def asks_names(query: str) -> bool:
    """Whether a query asks who or what is mentioned."""
    return _BY_NAME.search(query) is not None

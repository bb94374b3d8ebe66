"""What to tell someone whose query, or a part of it, finds nothing: why, and what would find something."""

import shlex
from typing import TYPE_CHECKING

from index.model import Explanation, SearchResults, Suggestion
from tui.cli.output import say
from tui.render.counts import count

if TYPE_CHECKING:
    from index.library import Library


MOST_PARTS = 12
"""Parts of a query that are listed; of a page that was pasted into it every word would be one."""


def say_nothing(library: "Library", query: str, articles: int) -> None:
    """Tell why a query finds nothing, where the results themselves are not at hand."""
    say(nothing_found(library.search(query, limit=0), articles))


def nothing_found(found: SearchResults, articles: int) -> str:
    """Say that nothing was found and, where it helps, what of the query there is, and what to ask instead."""
    lines = [f"nothing found in {count(articles, 'article')}"]
    if len(found.clauses) > 1:
        lines += [
            f"{one.text}: " + (f"in {count(one.documents, 'article')}" if one.documents else "nowhere")
            for one in found.clauses[:MOST_PARTS]
        ]
        if more := found.clauses[MOST_PARTS:]:
            missing = sum(not one.documents for one in more)
            lines.append(f"and {count(len(more), 'more part')} of the query, {missing:,} nowhere")
    why = found.explanation
    texts = {one.text for one in found.clauses}
    absent = [part for part in (why.absent if why else ()) if part not in texts]
    lines += [f"no article meets {part}" for part in absent[:MOST_PARTS]]
    if why is not None and (len(found.clauses) > len(why.conflict) > 1 or not texts.issuperset(why.conflict)):
        lines.append(f"no article has all of {_listed(why.conflict)}")
    if why is not None and why.first is not None and why.last is not None:
        lines.append(f"but for dates, there is something {_days(why.first, why.last)}")
    if found.undated:
        lines.append(f"{count(found.undated, 'undated article')} left out")
    if why is not None:
        lines += _suggested(why)
    return "\n".join(lines)


def say_doubts(why: Explanation | None) -> None:
    """Tell quietly which clauses of a query that finds something are met nowhere, or hardly."""
    if why is None or not why.total or not (why.absent or why.suggestions):
        return
    absent = f"nowhere: {_listed(why.absent, ', ')}" if why.absent else "something else may be meant"
    say("\n".join([absent, *_suggested(why)]))


def _suggested(why: Explanation) -> list[str]:
    quoted = [shlex.quote(one.query) for one in why.suggestions]
    width = max(map(len, quoted), default=0)
    return [f"try {text:{width}}  {_finds(one)}" for text, one in zip(quoted, why.suggestions, strict=True)]


def _finds(suggestion: Suggestion) -> str:
    return count(suggestion.documents, "article")


def _days(first: str, last: str) -> str:
    return f"on {first}" if first == last else f"from {first} to {last}"


def _listed(parts: tuple[str, ...], last: str = " and ") -> str:
    if len(parts) > MOST_PARTS:
        parts = (*parts[:MOST_PARTS], f"{len(parts) - MOST_PARTS:,} more")
        last = " and "
    return last.join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else parts[0]

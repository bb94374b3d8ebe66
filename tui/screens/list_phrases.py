"""What the room says of a list: what was found, what was left out, why it is empty, what finds more."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.model import Clause, Explanation, Listing, Sort
from tui.render.counts import count, of_them
from tui.render.dates import short_date

ORDERS: dict[Sort, str] = {
    "relevance": "by relevance",
    "newest": "newest first",
    "oldest": "oldest first",
    "source": "by outlet",
    "hits": "by number of hits",
}
NO_COPIES = "No other article here is a copy of this one."
COPIES_COMING = "No copy of this one is known yet: copies are still being looked for."
COPIES_LISTED = "Each copy has a row of its own: _ folds them."
COPIES_FOLDED = "Copies of an article share a row: - opens it, _ lists all."
_FILTER = re.compile(r"(?!title:|text:)[a-z]+:", re.IGNORECASE)
NO_SUGGESTION = "There is nothing to suggest for this query."
NO_DATES = "This query asks for no dates, so that nothing undated is left out."
NO_ARTICLES = "There is no article here. F2 lists the files that were left out, and why."
FEW = 2
"""A clause that is met by so many articles may not be what was meant."""


def summaries(listing: Listing, total: int, sort: Sort, copies: int = 0) -> tuple[str, ...]:
    """What a query found, at length and then ever shorter, for the room there is.

    "13 hits in 4 of 2,318 articles, 2 of them copies, by relevance" is the longest, "13 in 4" the shortest.
    """
    found, hits = len(listing.keys), listing.hits_total
    articles = count(total, "article")
    if not listing.query.strip():
        longer = f"{articles}{of_them(copies)}"
        return f"{longer}, {ORDERS[sort]}", *([longer] if copies else ()), articles
    among = f"{found:,} of {articles}"
    if hits:
        said = (
            f"{count(hits, 'hit')} in {among}",
            f"{count(hits, 'hit')} in {count(found, 'article')}",
            f"{hits:,} in {found:,}",
        )
    else:
        said = (among, f"{found:,} of {total:,}", f"{found:,}")
    if found < 2:
        return said
    # Where nothing was searched for in the text, relevance means nothing: the newest come first
    order = ORDERS["newest" if sort == "relevance" and not hits else sort]
    shorter = [f"{one}{of_them(copies)}" for one in said[:2]] if copies else []
    return (f"{said[0]}{of_them(copies)}, {order}", *shorter, *said)


def folded(copies: int) -> str:
    """How many copies are folded, and how they are listed; empty where none is."""
    return f"{count(copies, 'copy', 'copies')} folded, _ opens" if copies else ""


def left_out(listing: Listing) -> str:
    """What a list leaves out, and why; empty where it leaves out nothing."""
    parts = [f"“{one.text}” without its {count(one.left_out, 'rarest word')}" for one in listing.bounded]
    if listing.undated:
        parts.append(f"{listing.undated:,} undated left out, + adds")
    return " · ".join(parts)


def why_empty(listing: Listing, asked: str, reading_in: str) -> str:
    """Why a list is empty.

    Args:
        listing: The list.
        asked: The query as it stands in the search line, which may be unfinished.
        reading_in: How far reading in has come; empty when nothing more is to be found for this query.
    """
    if not listing.query.strip():
        return "" if reading_in else NO_ARTICLES
    if reading_in:
        return f"Nothing found so far: {reading_in}."
    clauses = listing.clauses
    if listing.query != asked:
        clauses = _as_asked(clauses)
    return nothing_found(clauses, listing.undated)


def _as_asked(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses as they were typed: a word and the beginning it was taken for are one."""
    found: dict[str, Clause] = {}
    for clause in clauses:
        text = clause.text.replace("*", "")
        if text not in found or found[text].documents < clause.documents:
            found[text] = replace(clause, text=text)
    return tuple(found.values())


def no_hits(query: str) -> str:
    """Why there is no hit to go to."""
    if not query.strip():
        return "Nothing is searched for. / goes to the search line."
    return "This query has no words to walk; Enter reads an article."


def nothing_found(clauses: Sequence[Clause], undated: int) -> str:
    """Why a query found nothing, by its clauses."""
    absent = [f"“{clause.text}”" for clause in clauses if clause.documents == 0]
    present = [f"“{clause.text}” in {clause.documents:,}" for clause in clauses if clause.documents]
    said = []
    if absent:
        said.append(f"{', '.join(absent)} {'occurs' if len(absent) == 1 else 'occur'} nowhere")
    if present:
        said.append(", ".join(present))
    if undated:
        said.append(f"{count(undated, 'undated article')} left out")
    if not absent and len(present) > 1:
        said.append("none has all of it")
    return "Nothing found" + (f": {'; '.join(said)}." if said else ".")


def _nowhere(clause: str) -> str:
    return "matches nothing" if _FILTER.match(clause) else "occurs nowhere"


def explained(why: Explanation) -> str:
    """Why a query found nothing, once that was looked into."""
    texts = [clause.text for clause in why.clauses]
    said = [
        f"“{one.text}” {_nowhere(one.text) if not one.documents else f'in {one.documents:,}'}"
        for one in sorted(why.clauses, key=lambda clause: clause.documents > 0)
    ]
    said += [f"nothing meets “{part}”" for part in why.absent if part not in texts]
    if why.conflict and (len(why.conflict) < len(texts) or not set(why.conflict) <= set(texts)):
        said.append("none has " + " and ".join(f"“{part}”" for part in why.conflict))
    elif why.conflict:
        said.append("none has all of it")
    if why.first is not None and why.last is not None:
        days = " to ".join(dict.fromkeys((short_date(why.first), short_date(why.last))))
        said.append(f"but for dates, there is something {'from' if ' to ' in days else 'on'} {days}")
    if why.undated:
        said.append(f"{count(why.undated, 'undated article')} left out")
    return "Nothing found" + (f": {'; '.join(said)}." if said else ".")


def doubt(why: Explanation) -> str:
    """The parts of a query that find nothing, or hardly anything, where others do, in a few words."""
    offered = " (F8)" if why.suggestions else ""
    return f"{', '.join(f'“{part}”' for part in why.absent)} nowhere{offered}" if why.absent else ""


def doubted(why: Explanation) -> str:
    """The same in a sentence, with what F8 does about it; empty where there is nothing to be done."""
    if not why.suggestions or not why.suggestions[0].changes:
        return ""
    ((old, new), *_), documents = why.suggestions[0].changes, why.suggestions[0].documents
    says = f"“{old}” occurs nowhere" if old in why.absent else f"“{old}” is rare"
    return f"{says}: F8 takes {new} for it, {count(documents, 'article')}"

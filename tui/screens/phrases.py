"""What the main screen says, in words: pure functions from values to one line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from index.model import Clause, Explanation, KwicSort, Listing, Progress, Sort
from tui.render.dates import short_date
from tui.render.shown import shown

ORDERS: dict[Sort, str] = {
    "relevance": "by relevance",
    "newest": "newest first",
    "oldest": "oldest first",
    "source": "by outlet",
    "hits": "by number of hits",
}


HIT_ORDERS: dict[KwicSort, str] = {
    "relevance": "by relevance",
    "left": "by the word to the left",
    "right": "by the word to the right",
    "date": "newest first",
    "source": "by outlet",
}

NOTHING_REJECTED = "Nothing is rejected."
NOT_GROUPED = "Hits fold under their article: A puts them there."
BACK_TO_CONCORDANCE = "Escape goes back to the concordance."
NO_ENTITIES = "Nobody and nothing is named here."
NO_NAME = "Choose a name first: e goes to those of the article."
NO_COPIES = "No other article here is a copy of this one."
COPIES_LISTED = "Each copy has a row of its own: _ folds them."
COPIES_FOLDED = "Copies of an article share a row: - opens it, _ lists all."
NOTHING_OPEN = "No article is open."
NOTHING_RELATED = "Nothing in the other articles speaks of this."
NOTHING_TO_COMPARE = "There is no related passage here whose article could be laid beside this one."
COMPARING = "Comparing…"
NO_DIFFERENCE = "They differ on no quotation, number, day or name that both have."
NO_FURTHER_DIFFERENCE = "There is no further difference."
BACK_TO_COMPARED = "Escape goes back to the two articles."
NOTHING_LIKE_IT = "Nothing in the library speaks of this. Escape goes back."
LIKE_SELECTION = "Like the selection · Escape back"
NAMES_TO_COME = "Names are still being read."
PASSAGES_TO_COME = "Related passages come when all is read."
SEARCHED_HERE = "What is marked is found in this article alone. Escape brings back the hits of the query."
MARKED_READ = "Read"
MARKED_UNREAD = "Unread again"
NO_WORD = "There is no word to search for."
CHOOSE_A_WORD = "Choose a word: h l j k go from word to word, Space holds on to it, * searches."
GONE = "That article is no longer in the library."
_FILTER = re.compile(r"(?!title:|text:)[a-z]+:", re.IGNORECASE)

NO_SUGGESTION = "There is nothing to suggest for this query."
NO_DATES = "This query asks for no dates, so that nothing undated is left out."
NO_ARTICLES = "There is no article here. F2 lists the files that were left out, and why."

FEW = 2
"""A clause that is met by so many articles may not be what was meant."""

_BY_NAME = re.compile(r"\b(?:person|org|organi[sz]ation|place|group|event|work):", re.IGNORECASE)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number and what it counts: "1 hit", "2,318 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def summaries(listing: Listing, total: int, sort: Sort, copies: int = 0) -> tuple[str, ...]:
    """What a query found, at length and then ever shorter, for the room there is.

    "13 hits in 4 of 2,318 articles, 2 of them copies, by relevance" is the longest, "13 in 4" the shortest.
    """
    found, hits = len(listing.keys), listing.hits_total
    articles = count(total, "article")
    of_them = f", {copies:,} of them {'copies' if copies > 1 else 'a copy'}" if copies else ""
    if not listing.query.strip():
        return f"{articles}{of_them}, {ORDERS[sort]}", *([articles + of_them] if copies else ()), articles
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
    shorter = [f"{one}{of_them}" for one in said[:2]] if copies else []
    return (f"{said[0]}{of_them}, {order}", *shorter, *said)


def folded(copies: int) -> str:
    """How many copies are folded, and how they are listed; empty where none is."""
    return f"{count(copies, 'copy', 'copies')} folded, _ opens" if copies else ""


def left_out(listing: Listing) -> str:
    """What a list leaves out, and why; empty where it leaves out nothing."""
    parts = [f"“{one.text}” without its {count(one.left_out, 'rarest word')}" for one in listing.bounded]
    if listing.undated:
        parts.append(f"{listing.undated:,} undated left out, + lets them in")
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


def asks_names(query: str) -> bool:
    """Whether a query asks who or what is mentioned."""
    return _BY_NAME.search(query) is not None


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


def stand_out(some: int, among: int) -> str:
    """What stands over the entities that stand out in the results."""
    return f"Standing out: {some:,} of {among:,}"


def nobody_stands_out(query: str) -> str:
    """Why nobody and nothing stands out."""
    if not query.strip():
        return "Search for something: here comes who stands out in what is found, against all articles."
    return "Nobody and nothing is named here more often than chance would have it."


def progress(told: Progress) -> str:
    """How far reading in has come."""
    match told.stage:
        case "waiting":
            return "another Cuttings is reading in"
        case "looking":
            return "looking for articles"
        case "reading":
            return f"{told.done:,} of {told.total:,} read in" if told.total else ""
        case "finishing":
            return "finishing"
        case "naming":
            return f"names of {told.done:,} of {told.total:,}"
        case "relating":
            return f"passages of {told.done:,} of {told.total:,}"
        case "comparing":
            return f"copies of {told.done:,} of {told.total:,}"
        case "merging":
            return "putting the index in order"
        case "voting":
            return f"model on {told.done:,} of {told.total:,}" if told.done < told.total else ""


MODEL_HEARD = "the model has been heard on the names"
"""Why names beside an article may be others than a moment ago."""


def only_known_names(language: str) -> str:
    """What is looked for in an article in another language than English: "Spanish: known names only"."""
    return f"{language}: known names only"


def concordance(hits: int, documents: int, rejected: int, sort: KwicSort, left_out: str) -> str:
    """What a concordance shows: "13 hits in 4 articles · 2 rejected · by the word to the right"."""
    parts = [f"{count(hits, 'hit')} in {count(documents, 'article')}"]
    if rejected:
        parts.append(f"{rejected:,} rejected")
    if left_out:
        parts.append(left_out)
    return " · ".join([*parts, HIT_ORDERS[sort]])


def ordering(sort: KwicSort, share: float) -> str:
    """How far sorting hits has come."""
    return f"sorting {HIT_ORDERS[sort]}, {share:.0%} · Escape leaves them as they are"


def rejected(hits: int) -> str:
    """What was taken out of a concordance."""
    return f"{count(hits, 'hit')} rejected · U takes it back"


def put_back(hits: int) -> str:
    """What was put back into it."""
    return f"{count(hits, 'hit')} back"


def outlet_filter(outlet: str | None) -> str:
    """A filter for an outlet, to be changed; empty where there is none."""
    words = " ".join(re.findall(r"[\w.&'’-]+", outlet or ""))
    return f'source:"{words}"' if words else ""


def counting(number: int) -> str:
    """What a number typed in the list waits for."""
    return f"{number:,}, and then a motion: {number:,} j goes so many rows down"


MOST_TOLD = 3
"""Saved searches that are named when there is something new in them."""


def new_in_saved(new: int) -> str:
    """That there are new articles in saved searches, and the key that leads to them."""
    return f"S: {new:,} new" if new else ""


def saved_news(new: Mapping[str, int]) -> str:
    """What is new in saved searches, by name: "Saved: fordow strikes, 7 new"; empty where nothing is."""
    told = sorted(((name, number) for name, number in new.items() if number), key=lambda one: -one[1])
    if not told:
        return ""
    said = [f"{shown(name)}, {number:,} new" for name, number in told[:MOST_TOLD]]
    if len(told) > MOST_TOLD:
        said.append(f"and {len(told) - MOST_TOLD} more")
    return f"Saved: {'; '.join(said)}"


def place(hit: int, hits: int, hits_total: int, percent: int) -> str:
    """Where the reader is: "hit 4 of 6 here · 13 in all · 78 %"."""
    parts = []
    if hits:
        parts.append(f"hit {hit + 1} of {hits} here" if hit >= 0 else f"{count(hits, 'hit')} here")
        if hits_total > hits:
            parts.append(f"{hits_total:,} in all")
    parts.append(f"{percent} %")
    return " · ".join(parts)


def changes(added: int, updated: int, removed: int, skipped: int) -> str:
    """What bringing the library up to date did; empty where it did nothing."""
    parts = []
    if added:
        parts.append(f"{count(added, 'article')} added")
    if updated:
        parts.append(f"{updated:,} changed")
    if removed:
        parts.append(f"{removed:,} gone")
    if parts and skipped:
        parts.append(f"{count(skipped, 'file')} left out (F2)")
    return ", ".join(parts)


def too_small(width: int, height: int, smallest: tuple[int, int]) -> str:
    """Why nothing is shown."""
    return f"{width}×{height} is too small for the reading room: it needs {smallest[0]}×{smallest[1]}."


def trail_name(now: datetime) -> str:
    """What a trail is called that got no name: the time at which it was put away."""
    return f"{short_date(now.date().isoformat())}, {now:%H:%M}"


def tagged(tags: Sequence[str]) -> str:
    """What is said of an article that was given tags."""
    return f"Tagged {', '.join(tags)}" if tags else "No tags any more"

"""What the room says, in words: pure functions from values to one line."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from index.model import Progress
from tui.render.counts import count
from tui.render.dates import short_date
from tui.render.shown import shown

NO_ENTITIES = "Nobody and nothing is named here."
NO_NAME = "Choose a name first: e goes to those of the article."
NOTHING_OPEN = "No article is open."
NOTHING_RELATED = "Nothing in the other articles speaks of this."
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
MODEL_HEARD = "the model has been heard on the names"
"""Why names beside an article may be others than a moment ago."""
MOST_TOLD = 3
"""Saved searches that are named when there is something new in them."""


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


def only_known_names(language: str) -> str:
    """What is looked for in an article in another language than English: "Spanish: known names only"."""
    return f"{language}: known names only"


def counting(number: int) -> str:
    """What a number typed in the list waits for."""
    return f"{number:,}, and then a motion: {number:,} j goes so many rows down"


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


def walked_elsewhere(kept_as: str) -> str:
    """That another room has written its trail."""
    if kept_as:
        return f"Another Cuttings is open on these articles; its trail is kept as “{shown(kept_as)}”."
    return "Another Cuttings is open on these articles; its steps are on this trail, too."


def trail_name(now: datetime) -> str:
    """What a trail is called that got no name: the time at which it was put away."""
    return f"{short_date(now.date().isoformat())}, {now:%H:%M}"


def tagged(tags: Sequence[str]) -> str:
    """What is said of an article that was given tags."""
    return f"Tagged {', '.join(tags)}" if tags else "No tags any more"

"""The rows of what may stand in the query: what it is, and how many articles have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.model import Completion
from tui.render.rows import cut
from tui.render.shown import shown
from tui.render.wrap import cells

FIELDS: Final = {
    "title": "in the headline",
    "text": "in the text",
    "source": "the outlet",
    "byline": "who wrote it",
    "url": "its address",
    "path": "its file",
    "language": "en, german",
    "tag": "a tag of yours",
    "unread": "yes or no",
    "watched": "yes or no",
    "same": "sentence(…) or paragraph(…)",
    "after": "from a date on",
    "before": "before a date",
    "on": "on a date",
    "undated": "yes or no",
    "person": "a person, under any name",
    "org": "an organisation, under any name",
    "place": "a place",
    "group": "a people, a faith, a movement",
    "event": "an event",
    "work": "a book, a film, a treaty",
}
"""What fields ask for."""

_GAP: Final = 2
_PADDING: Final = 1


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may stand in the query."""

    query: str
    """The query with it."""
    cursor: int
    """Where one types on."""
    text: str
    """How it is shown."""
    said: str
    """What is said of it."""


def offers(query: str, found: Sequence[Completion], former: Sequence[tuple[str, int]]) -> tuple[Offer, ...]:
    """What may stand in a query.

    Args:
        query: What was typed so far.
        found: What may stand in the place of what is being typed.
        former: Queries that may stand in the place of all of it, each with the articles it found.
    """
    return (
        *(
            Offer(
                query[: one.start] + one.text + query[one.end :],
                one.start + len(one.text),
                one.text,
                FIELDS.get(one.text.rstrip(":"), "") if one.kind == "field" else _count(one.documents),
            )
            for one in found
        ),
        *(Offer(past, len(past), past, f"searched before · {articles:,}") for past, articles in former),
    )


def _count(documents: int | None) -> str:
    return "" if documents is None else f"{documents:,}"


def offer_rows(offered: Sequence[Offer], most: int) -> list[str]:
    """A row for each, all equally wide and no wider than `most` cells."""
    room = max(1, most - 2 * _PADDING)
    said = [one.said if cells(one.said) + _GAP + 8 <= room else "" for one in offered]
    taken = [
        cells(one.text) + (_GAP + cells(what) if what else 0) for one, what in zip(offered, said, strict=True)
    ]
    inner = min(room, max(taken, default=0))
    rows = []
    for one, what in zip(offered, said, strict=True):
        text = cut(shown(one.text), inner - (_GAP + cells(what) if what else 0))
        rows.append(f" {text}{' ' * (inner - cells(text) - cells(what))}{what} ")
    return rows

"""Recognising who and what is named in a document, which days are meant, and who is quoted."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from index.helping.work import PASSING
from index.model.spans import VoteRow
from index.watching import NOBODY, Watched

if TYPE_CHECKING:
    from index.dates import RawDate
    from index.entities import RawMention, Vote
    from index.quotes.model import RawQuote

LEAST_SECONDS = 20.0
"""Time of a processor that any document may take."""
SECONDS_A_MILLION = 60.0
"""As much more may one take for each million of letters."""


@dataclass(frozen=True, slots=True)
class NamesAsked:
    """A document in which names are to be recognised."""

    key: int
    """Its key in the catalog."""
    title: str
    """Its title."""
    text: str
    """Its text."""
    language: str | None
    """ISO 639-1 code."""
    byline: str | None
    """Who wrote it."""
    source: str | None
    """The outlet."""
    published: str | None
    """ISO date of publication."""
    votes: "tuple[Vote, ...]" = ()
    """What a model takes for names in it."""
    watched: Watched = NOBODY
    """Whom the user watches for."""


@dataclass(frozen=True, slots=True)
class NamesFound:
    """What is named in a document."""

    key: int
    """Its key in the catalog."""
    mentions: "tuple[RawMention, ...]"
    """The mentions."""
    dates: "tuple[RawDate, ...]" = ()
    """The dates in it."""
    quotes: "tuple[RawQuote, ...]" = ()
    """The quotations."""
    prints: bytes = b""
    """What the words of these are found again by."""
    trouble: str | None = None
    """Why they could not be recognised."""

    @property
    def is_to_be_tried_again(self) -> bool:
        """Whether what was in the way may be gone the next time."""
        return self.trouble in PASSING


class Naming:
    """The work of recognising names."""

    name = "name"

    def load(self, asked: NamesAsked) -> None:
        """Load the rules, with the first document: files come before."""
        from index.entities import load_rules

        for name in ("index.dates", "index.quotes.find", "index.quotes.wording"):
            import_module(name)
        load_rules()

    def do(self, asked: NamesAsked) -> NamesFound:
        """Recognise the names in a document."""
        from index.dates import find_dates
        from index.entities import recognise
        from index.quotes.find import find_quotes
        from index.quotes.wording import prints_of

        mentions = recognise(
            asked.title,
            asked.text,
            language=asked.language,
            byline=asked.byline,
            source=asked.source,
            votes=asked.votes,
            watched=asked.watched,
        )
        dates = (
            *find_dates(asked.title, asked.published, asked.language, "title"),
            *find_dates(asked.text, asked.published, asked.language),
        )
        quotes = find_quotes(asked.title, asked.text, mentions, asked.language)
        prints = prints_of(asked.title, asked.text, quotes)
        return NamesFound(asked.key, mentions, dates, quotes, prints)

    def fail(self, asked: NamesAsked, reason: str) -> NamesFound:
        """A document that ended or held up who read it has no names, or those it had."""
        return NamesFound(asked.key, (), trouble=reason)

    def seconds(self, asked: NamesAsked) -> float:
        """Much time for long ones."""
        return LEAST_SECONDS + SECONDS_A_MILLION * len(asked.text) / 1e6

    def asked_as(self, asked: NamesAsked) -> Any:
        """All of it, in order."""
        head = [asked.key, asked.title, asked.text, asked.language, asked.byline, asked.source]
        return [*head, asked.published, votes_as(asked.votes), asked.watched.text]

    def asked_from(self, value: Any) -> NamesAsked:
        """The same back."""
        key, title, text, language, byline, source, published, votes, watched = value
        head = (title, text, language, byline, source, published)
        return NamesAsked(key, *head, votes_from(votes), _watched(watched))

    def done_as(self, done: NamesFound) -> Any:
        """The mentions, the dates, the quotations, and what was in the way."""
        rows = [
            (one.start, one.end, one.text, one.type, one.name, one.field, one.sure, one.stands_for)
            for one in done.mentions
        ]
        dates = [
            (one.start, one.end, one.text, one.first, one.last, one.granularity, one.field)
            for one in done.dates
        ]
        quotes = [
            (one.start, one.end, one.kind, one.field, one.named, one.mention, one.cue) for one in done.quotes
        ]
        return [rows, dates, quotes, done.prints.hex(), done.trouble]

    def done_from(self, asked: NamesAsked, value: Any) -> NamesFound:
        """The same back."""
        from index.dates import RawDate
        from index.entities import RawMention
        from index.quotes.model import RawQuote

        rows, dates, quotes, prints, trouble = value
        return NamesFound(
            asked.key,
            tuple(RawMention(*row) for row in rows),
            tuple(RawDate(*row) for row in dates),
            tuple(RawQuote(*row[:4], *(place and tuple(place) for place in row[4:])) for row in quotes),
            bytes.fromhex(prints),
            trouble,
        )


@lru_cache(maxsize=4)
def _watched(text: str) -> Watched:
    """Whom a helper watches for, which is the same for one document after the other."""
    return Watched.read(text)


NAMING = Naming()
"""The work of recognising names."""


def votes_as(votes: "Iterable[Vote]") -> list[VoteRow]:
    """Votes as rows, to be kept or sent."""
    return [(one.start, one.end, one.type, one.field) for one in votes]


def votes_from(rows: Iterable[VoteRow]) -> "tuple[Vote, ...]":
    """The same back."""
    from index.entities import Vote

    return tuple(Vote(*row) for row in rows)

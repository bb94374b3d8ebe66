"""Watched names among the mentions of a document: they stand above what the rules found."""

from collections.abc import Sequence

from index.entities.model import RawMention
from index.entities.names import key
from index.model import Field, WatchedName
from index.watching import Watched
from index.watching.finding import finder_of


def heed(title: str, text: str, mentions: Sequence[RawMention], watched: Watched) -> tuple[RawMention, ...]:
    """The mentions of a document with the watched names in it.

    A watched name has the place where it stands, whatever the rules saw there. Only the surname of a person
    is another's where the rules see a full name. A name that the rules found elsewhere in the document, and
    that is a form of a watched one, is that one.

    Args:
        title: The headline.
        text: The text.
        mentions: What the rules found.
        watched: The names.
    """
    if not watched.names:
        return tuple(mentions)
    finder = finder_of(watched)
    called = {
        key(form.text): one for one in reversed(watched.names) for form in one.forms if form.kind == "any"
    }
    fields: tuple[tuple[Field, str], ...] = (("title", title), ("text", text))
    found: list[RawMention] = []
    for field, string in fields:
        ruled = [_as_watched(one, called) for one in mentions if one.field == field]
        seen = [
            RawMention(start, end, string[start:end], one.type, one.name, field)
            for start, end, one, _ in finder.find(string)
        ]
        found.extend(_above(seen, ruled))
    return tuple(found)


def _as_watched(mention: RawMention, called: dict[str, WatchedName]) -> RawMention:
    """A mention under the watched name of which its own is a form."""
    one = called.get(key(mention.name))
    if one is None or (mention.type, mention.name, mention.sure) == (one.type, one.name, True):
        return mention
    stands = mention.stands_for if one.type == "place" else None
    return RawMention(
        mention.start, mention.end, mention.text, one.type, one.name, mention.field, True, stands
    )


def _above(seen: list[RawMention], ruled: list[RawMention]) -> list[RawMention]:
    """Both in order; where they overlap, those that were seen."""
    kept: list[RawMention] = []
    at = 0
    for one in seen:
        while at < len(ruled) and ruled[at].end <= one.start:
            kept.append(ruled[at])
            at += 1
        stop = at
        while stop < len(ruled) and ruled[stop].start < one.end:
            stop += 1
        there = ruled[at:stop]
        if there and _is_anothers(one, there[0]):
            continue
        if len(there) == 1 and (there[0].start, there[0].end) == (one.start, one.end):
            one = RawMention(
                one.start, one.end, one.text, one.type, one.name, one.field, True,
                there[0].stands_for if one.type == there[0].type else None,
            )  # fmt: skip
        at = stop
        kept.append(one)
    return kept + ruled[at:]


def _is_anothers(one: RawMention, ruled: RawMention) -> bool:
    """Whether a watched word is the surname, or the first name, in the full name of a person."""
    return (
        one.type == ruled.type == "person"
        and " " not in key(one.text)
        and ruled.start <= one.start
        and one.end <= ruled.end
        and " " in key(ruled.text)
        and key(ruled.name) != key(one.name)
    )

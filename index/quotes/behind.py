"""The speaker named behind a quotation: "…," said X; "…," X said; "…," according to X."""

from collections.abc import Sequence

from index.language.listed import word_set
from index.quotes.items import Item, Kind
from index.quotes.lexicon import (
    ADVERBS,
    AFTER_ONLY_DIRECT,
    BE,
    NOT_SAID,
    PLAINLY_SAYING,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
)
from index.quotes.paragraph import Found, Paragraph
from index.quotes.phrases import LONGEST, OBJECTS, nominative

_ALSO_BEHIND = frozenset(("called", "calls", "described", "describes"))
_LEADING_AWAY = frozenset(("of", "with", "for", "by", "and", "but"))
"""Words that right behind a quotation begin something else."""
_OTHER_CLAUSES = word_set("while whereas although though because after before when since")
"""Words with a clause of their own, in which somebody else may speak."""


def named_behind(paragraph: Paragraph, at: int) -> Found | None:
    """The speaker named right behind a quotation: "…," said X; "…," X said; "…," according to X."""
    items = paragraph.items
    place = at + 1
    if place < len(items) and items[place].kind in (Kind.COMMA, Kind.DASH):
        place += 1
    if place >= len(items) or items[place].kind not in (Kind.WORD, Kind.NAME):
        return None
    stop = paragraph.stop_behind(place)
    if _goes_on(paragraph, at) or not _leads_on(paragraph, at, place):
        return None
    first = items[place]
    if first.low == "according" and place + 1 < stop and items[place + 1].low == "to":
        return paragraph.named_right(place + 2, stop, first)
    if first.low in ("as", "so") and place + 1 < stop:
        place += 1
        first = items[place]
    if first.low in BE and place + 2 < stop and items[place + 1].low in ("what", "how"):
        return _subject_then_verb(paragraph, at, place + 2, stop)
    verb = place
    while verb < stop and items[verb].low in ADVERBS:
        verb += 1
    if verb < stop and items[verb].low in SAYING and not items[verb].low.endswith("ing"):
        found = paragraph.named_right(verb + 1, stop, items[verb])
        if found is not None and not _has_own(paragraph, at, verb + 1, stop):
            return found
        return None
    return _subject_then_verb(paragraph, at, place, stop)


def _leads_on(paragraph: Paragraph, at: int, place: int) -> bool:
    """Whether what stands behind a quotation may say who speaks: a mark stands between, or a plain verb."""
    quote, items = paragraph.items[at].quote, paragraph.items
    if place > at + 1 or (quote is not None and paragraph.text[quote.end - 1] in ",.?!…—–"):
        return True
    if items[place].low in BE:
        return any(item.low in ("what", "how") for item in items[place + 1 : place + 2])
    return any(item.low in PLAINLY_SAYING for item in items[place : place + 2])


def _goes_on(paragraph: Paragraph, at: int) -> bool:
    """Whether what follows a quotation is a sentence of its own, which says nothing of it."""
    quote, items = paragraph.items[at].quote, paragraph.items
    following = items[at + 1]
    if quote is None or paragraph.text[quote.end - 1] != "." or following.kind is Kind.COMMA:
        return False
    if not following.capital or following.kind is Kind.DASH:
        return False
    stop = paragraph.stop_behind(at + 1)
    return stop - at > 6 or (stop < len(items) and items[stop].kind in (Kind.COLON, Kind.QUOTE))


def _has_own(paragraph: Paragraph, at: int, begin: int, stop: int) -> bool:
    """Whether a verb behind a quotation leads to the next: '"A." Replied X: "B."'."""
    quote = paragraph.items[at].quote
    ended = quote is not None and paragraph.text[quote.end - 1] == "." and paragraph.items[at + 1].capital
    return ended and stop < len(paragraph.items) and paragraph.items[stop].kind is Kind.COLON


def _subject_then_verb(paragraph: Paragraph, at: int, begin: int, stop: int) -> Found | None:
    items = paragraph.items
    for place in range(begin + 1, min(stop, begin + 2 * LONGEST)):
        low = items[place].low
        if (
            items[place].kind is not Kind.WORD
            or low not in SAYING | _ALSO_BEHIND
            or paragraph.is_noun(place, begin)
        ):
            continue
        if low.endswith("ing") and items[place - 1].low not in BE and low != "saying":
            continue
        before = items[place - 1]
        if _is_of_another(items[begin:place]):
            return None
        if before.low in RELATIVES or before.low in ("to", "by") or low in NOT_SAID:
            continue
        if before.low in OBJECTS and place - 2 >= begin and items[place - 2].low in ("has", "have"):
            return Found(nominative(before), items[place])
        put = low in ("put", "puts") and place + 1 < stop and items[place + 1].low == "it"
        if not put and low in AFTER_ONLY_DIRECT and _has_object(items[place + 1 : stop]):
            continue
        if low.startswith("quot") and (patient := paragraph.named_as_quoted(place, stop)) is not None:
            return patient
        return paragraph.named_left(begin, place, items[place])
    return None


def _has_object(behind: Sequence[Item]) -> bool:
    """Whether what stands behind a verb is its object, so that a quotation is not."""
    if not behind or behind[0].kind is not Kind.WORD:
        return False
    return behind[0].low not in PREPOSITIONS and behind[0].low not in ADVERBS


def _is_of_another(subject: Sequence[Item]) -> bool:
    """Whether a verb is in a clause about something else: ", of what Putin calls", ", but Putin said"."""
    for at, item in enumerate(subject):
        if item.kind is Kind.COMMA:
            return False
        if item.low in RELATIVES or (at == 0 and item.low in _LEADING_AWAY):
            return True
        if item.kind is Kind.WORD and item.low in _OTHER_CLAUSES:
            return True
    return False

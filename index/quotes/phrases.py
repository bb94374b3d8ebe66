"""Who is meant by a phrase before or behind a word of saying."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.language.listed import word_set
from index.quotes.items import Item, Kind
from index.quotes.lexicon import (
    ADVERBS,
    CLAUSES,
    CONJUNCTIONS,
    NO_SPEAKER,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLES,
)
from index.quotes.model import Named

LONGEST = 14
"""Items of the longest phrase that is read as a speaker."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to speak, as the words before or behind a verb name them."""

    form: Literal["name", "pronoun", "role", "words"]
    """A mention; a pronoun; a definite role ("the minister"); other words ("a spokesman")."""
    start: int
    """First code point of these words in the field."""
    end: int
    """One past the last."""
    mention: Named | None = None
    """The mention, of a name."""
    items: tuple[Item, ...] = ()
    """The words, of a role or a pronoun."""


_LEADING = word_set(
    """
    but and so then yet however meanwhile also still now for or
    """
)
_SPEAKING_TYPES = frozenset(("person", "organisation", "place", "group"))


def speaker_of(parts: Sequence[Sequence[Item]]) -> Speaker | None:
    """Who is meant by a phrase, given in the parts that commas make of it."""
    kept = [part for part in parts if part]
    while kept and _opens_before_subject(kept[0]) and len(kept) > 1:
        kept = kept[1:]
    if not kept:
        return None
    whole = _phrase(kept[0])
    if whole is not None and whole.form == "name" and _is_person(whole):
        return whole
    for part in kept[1:]:
        if part[0].kind is Kind.WORD and (part[0].low in PREPOSITIONS or part[0].low in OPENERS):
            continue
        other = _phrase(part)
        if other is not None and other.form == "name" and _is_person(other) and _is_name_alone(part):
            return other
    return whole


def _is_person(speaker: Speaker) -> bool:
    return speaker.mention is not None and speaker.mention.type == "person"


def _is_name_alone(part: Sequence[Item]) -> bool:
    """Whether a part is a name, with nothing before it but a title."""
    return part[-1].kind is Kind.NAME and all(
        item.kind is Kind.NAME or item.low in ROLES or item.capital for item in part
    )


def _opens_before_subject(part: Sequence[Item]) -> bool:
    first = part[0]
    if first.kind is Kind.WORD and first.low in OPENERS:
        return True
    return all(item.kind is Kind.WORD and (item.low in ADVERBS or item.low in _LEADING) for item in part)


def _phrase(part: Sequence[Item]) -> Speaker | None:
    """Who is meant by a phrase without commas."""
    part = list(part)
    while part and part[0].kind is Kind.WORD and (part[0].low in _LEADING or part[0].low in ADVERBS):
        part = part[1:]
    while part and part[-1].kind is Kind.WORD and part[-1].low in ADVERBS:
        part = part[:-1]
    if part and part[-1].kind is Kind.WORD and part[-1].low in ("he", "she", "they"):
        return Speaker("pronoun", part[-1].start, part[-1].end, items=(part[-1],))
    if not part or len(part) > LONGEST or any(item.kind not in (Kind.WORD, Kind.NAME) for item in part):
        return None
    head_end = len(part)
    for at, item in enumerate(part):
        if at and item.kind is Kind.WORD and item.low in PREPOSITIONS:
            head_end = at
            break
    head = part[:head_end]
    if any(item.kind is Kind.WORD and item.low in CONJUNCTIONS for item in head):
        return _several(part, head)
    if len(head) == 1 and head[0].kind is Kind.WORD and head[0].low in PRONOUNS:
        return Speaker("pronoun", head[0].start, head[0].end, items=(head[0],))
    persons = [
        item for item in head if item.mention and item.mention.type == "person" and not item.possessive
    ]
    if persons:
        one = persons[-1]
        return Speaker("name", one.start, one.end, one.mention)
    last = head[-1]
    if last.mention is not None:
        if last.possessive or last.mention.type not in _SPEAKING_TYPES:
            return None
        return Speaker("name", last.start, last.end, last.mention)
    if last.low in NO_SPEAKER and last.low not in ("one",):
        return None
    if last.low not in ROLES and not (len(head) == 2 and head[0].kind is Kind.NAME and _is_plural(last.low)):
        return None
    definite = head[0].low == "the" or head[0].possessive
    form: Literal["role", "words"] = "role" if definite and head_end == len(part) else "words"
    first = part[0]
    return Speaker(form, first.start, part[-1].end, items=tuple(head))


def _several(part: Sequence[Item], head: Sequence[Item]) -> Speaker | None:
    names = [item for item in head if item.mention is not None and not item.possessive]
    if len(names) > 1 and head[-1].kind is Kind.NAME:
        return Speaker("words", part[0].start, head[-1].end)
    if len(names) == 1 and head[-1] is names[0] and names[0].mention is not None:
        return Speaker("name", names[0].start, names[0].end, names[0].mention)
    return None


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def left_parts(items: Sequence[Item], begin: int, at: int) -> list[list[Item]]:
    """The parts of the phrase that ends before a place: what commas part, back to where it begins."""
    parts: list[list[Item]] = [[]]
    place = at - 1
    while place >= begin:
        item = items[place]
        if item.kind is Kind.COMMA:
            if len(parts) == 3:
                break
            parts.append([])
        elif item.kind not in (Kind.WORD, Kind.NAME) or (
            item.kind is Kind.WORD and _ends_going_left(items, begin, place)
        ):
            break
        else:
            parts[-1].append(item)
            if sum(map(len, parts)) > 2 * LONGEST:
                break
        place -= 1
    return [part[::-1] for part in parts[::-1]]


def _ends_going_left(items: Sequence[Item], begin: int, place: int) -> bool:
    low = items[place].low
    if low in ("and", "or"):
        beside = place > begin and items[place - 1].kind is Kind.NAME and place + 1 < len(items)
        return not (beside and items[place + 1].kind is Kind.NAME)
    return low in CLAUSES or low in CONJUNCTIONS


def right_parts(items: Sequence[Item], at: int, stop: int) -> tuple[list[list[Item]], int]:
    """The parts of the phrase that begins at a place, and where it ends."""
    parts: list[list[Item]] = [[]]
    place = at
    while place < stop:
        item = items[place]
        if item.kind is Kind.COMMA:
            if len(parts) == 2:
                break
            parts.append([])
        elif item.kind not in (Kind.WORD, Kind.NAME) or _ends_going_right(parts[-1], item):
            break
        else:
            parts[-1].append(item)
        place += 1
    if len(parts) == 2 and not _is_apposition(parts, items, place, stop):
        parts.pop()
    return parts, place


_OF = frozenset(("of", "for", "at", "from", "with"))


def _ends_going_right(part: Sequence[Item], item: Item) -> bool:
    if item.kind is Kind.NAME or not part:
        return False
    if item.low in _OF:
        return any(one.mention and one.mention.type == "person" and not one.possessive for one in part)
    if item.low in PREPOSITIONS or item.low in RELATIVES or item.low in CLAUSES or item.low in ADVERBS:
        return True
    if item.low in ("and", "or"):
        return True
    last = part[-1]
    return last.mention is not None and last.mention.type == "person" and not last.possessive


def _is_apposition(parts: Sequence[Sequence[Item]], items: Sequence[Item], place: int, stop: int) -> bool:
    """Whether the second of two parts names who the first speaks of."""
    if not parts[1] or not _is_name_alone(parts[1]):
        return False
    return place >= stop or items[place].kind is not Kind.WORD


OBJECTS = {"him": "he", "her": "she", "his": "he"}
"""Other forms of the pronouns of persons."""


def nominative(item: Item) -> Speaker:
    """Whom "him", "his" or "her" stand for, as "he" or "she" would."""
    other = replace(item, low=OBJECTS[item.low])
    return Speaker("pronoun", item.start, item.end, items=(other,))

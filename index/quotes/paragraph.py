"""A paragraph with its sentences, and who is named at places in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.listed import word_set
from index.quotes.items import MOST, Item, Kind, sentences
from index.quotes.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR,
    JUDGING,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SPEECH_NOUNS,
)
from index.quotes.marks import Marked
from index.quotes.model import Named
from index.quotes.phrases import LONGEST, OBJECTS, Speaker, left_parts, nominative, right_parts, speaker_of

VERBS = SAYING | JUDGING
"""Verbs of which quoted words may be the object."""
_NO_PART = AUXILIARIES | PREPOSITIONS | VERBS | ADVERBS
"""Words that end the subject of a sentence."""
_NOT_VERBS = word_set(
    """
    state read post text report sign point
    """
)
"""Verbs that are nouns unless somebody's name stands right before them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker, and the word that says so."""

    speaker: Speaker
    cue: Item | None


class Paragraph:
    """A paragraph as items."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.text = text
        self.items = items
        self.sentences = sentences(text, items)
        """Places of the first item of each sentence, and one past its last; together they are all items."""
        self._places = {id(item.quote): place for place, item in enumerate(items) if item.quote is not None}
        self._mentioned: dict[int, int] = {}
        for place, item in enumerate(items):
            if item.mention is not None:
                self._mentioned.setdefault(id(item.mention), place)

    def number_of(self, at: int) -> int:
        """The number of the sentence that an item is in."""
        return bisect_right(self.sentences, at, key=lambda one: one[0]) - 1

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that an item is in."""
        return self.sentences[self.number_of(at)] if at < len(self.items) else (at, at + 1)

    def place_of(self, one: Marked | Named) -> int | None:
        """The first item that is a quotation or mention; None where there is none."""
        return self._places.get(id(one), self._mentioned.get(id(one)))

    def place_at(self, start: int) -> int:
        """The first item that begins at a code point or behind it."""
        return bisect_left(self.items, start, key=lambda one: one.start)

    def stop_behind(self, at: int) -> int:
        """Where the clause that begins at an item ends: at the end of a sentence, a colon, a quotation."""
        upto = min(len(self.items), at + MOST)
        for place in range(at, upto):
            kind = self.items[place].kind
            if kind in (Kind.STOP, Kind.COLON, Kind.QUOTE, Kind.SEMICOLON, Kind.DASH):
                return place
        return upto

    def named_right(self, at: int, stop: int, cue: Item) -> Found | None:
        """Who is named by the phrase that begins at an item."""
        parts, _ = right_parts(self.items, at, stop)
        speaker = speaker_of(parts)
        return None if speaker is None else Found(speaker, cue)

    def named_left(self, begin: int, at: int, cue: Item) -> Found | None:
        """Who is named by the phrase that ends before an item."""
        place = at - 1
        while (
            place >= begin
            and self.items[place].kind is Kind.WORD
            and (
                self.items[place].low in AUXILIARIES
                or self.items[place].low in ADVERBS
                or self.items[place].low.endswith("ly")
            )
        ):
            place -= 1
        if place >= begin and self.items[place].kind is Kind.COMMA:
            return self.named_across(begin, place, cue)
        parts = left_parts(self.items, begin, place + 1)
        last = parts[-1] if parts else []
        own = speaker_of([last]) if last else None
        if own is not None and own.form in ("name", "pronoun") and last[0].low not in RELATIVES:
            return Found(own, cue)
        speaker = speaker_of(parts) if len(parts) < 3 else own
        return None if speaker is None else Found(speaker, cue)

    def named_across(self, begin: int, comma: int, cue: Item) -> Found | None:
        """The subject that an insertion between commas parts from its verb."""
        back = comma - 1
        while back >= begin and self.items[back].kind in (Kind.WORD, Kind.NAME):
            back -= 1
        inserted = self.items[back + 1 : comma]
        if back < begin or self.items[back].kind is not Kind.COMMA or not inserted:
            return self.named_first(begin, comma, cue)
        parts = left_parts(self.items, begin, back)
        last = parts[-1] if parts else []
        if not last:
            return None
        speaker = speaker_of([last, inserted])
        return None if speaker is None else Found(speaker, cue)

    def named_first(self, begin: int, upto: int, cue: Item) -> Found | None:
        """Who is the subject of a sentence."""
        speaker = self.subject_of(begin, upto)
        return None if speaker is None else Found(speaker, cue)

    def subject_of(self, begin: int, upto: int) -> Speaker | None:
        """The subject of a sentence, told from where names stand in it: few of its verbs are known."""
        items = self.items
        place = begin
        while place < upto and items[place].kind not in (Kind.WORD, Kind.NAME, Kind.QUOTE):
            place += 1
        for _ in range(2):
            if place < upto and items[place].kind is Kind.WORD and items[place].low in OPENERS:
                comma = next((p for p in range(place, upto) if items[p].kind is Kind.COMMA), upto)
                late = self._late_subject(place, comma)
                if late is not None:
                    return late
                if comma == upto:
                    return None
                place = comma + 1
        if place < upto and items[place].kind is Kind.QUOTE:
            place += 1
            if place < upto and items[place].kind is Kind.COMMA:
                place += 1
            if place < upto and items[place].low in SAYING:
                found = self.named_right(place + 1, upto, items[place])
                return found.speaker if found else None
        head: list[Item] = []
        while place < upto:
            item = items[place]
            if item.kind not in (Kind.WORD, Kind.NAME):
                break
            if item.kind is Kind.WORD and head:
                if item.low in _NO_PART or head[-1].low in PRONOUNS:
                    break
                if (
                    head[-1].mention is not None
                    and not head[-1].possessive
                    and not _continues(item, items, place)
                ):
                    break
                if speaker_of([head]) is not None and item.low.endswith(("ed", "s")):
                    break
            head.append(item)
            place += 1
        if len(head) > LONGEST:
            return None
        following = items[place] if place < upto else None
        parts = [head]
        if following is not None and following.kind is Kind.COMMA:
            more = place + 1
            part: list[Item] = []
            while more < upto and items[more].kind in (Kind.WORD, Kind.NAME):
                part.append(items[more])
                more += 1
            parts.append(part)
        return speaker_of(parts)

    def _late_subject(self, begin: int, end: int) -> Speaker | None:
        """A subject behind an opening that no comma ends: "On social media he", "On 22 June Ada Brandt"."""
        for place in range(begin + 1, end):
            item = self.items[place]
            if item.kind is Kind.WORD and item.low in ("he", "she", "they"):
                return Speaker("pronoun", item.start, item.end, items=(item,))
            if item.mention is not None and item.mention.type == "person" and not item.possessive:
                before = self.items[place - 1]
                if before.low[:1].isdigit() or before.low in CALENDAR:
                    return Speaker("name", item.start, item.end, item.mention)
        return None

    def named_as_quoted(self, verb: int, stop: int) -> Found | None:
        """Who is quoted by another: "Reuters quoted X as saying"."""
        place = verb + 1
        end = next((p for p in range(place, stop) if self.items[p].low in ("as", "saying")), stop)
        if end == place:
            return None
        if self.items[place].low in OBJECTS:
            return Found(nominative(self.items[place]), self.items[verb])
        return self.named_right(place, end, self.items[verb])

    def is_noun(self, place: int, begin: int) -> bool:
        """Whether a word that can be a verb of saying is a noun here: "the report", "his words"."""
        low = self.items[place].low
        before = self.items[place - 1] if place > begin else None
        if before is None:
            return low in _NOT_VERBS
        if low in _NOT_VERBS or low in SPEECH_NOUNS:
            return before.kind is Kind.WORD and before.low not in ("he", "she", "they", "it", "who")
        return before.low in ("the", "a", "an", "his", "her", "their", "its", "of") or before.possessive


def _continues(item: Item, items: Sequence[Item], place: int) -> bool:
    """Whether a word behind a name goes on with the phrase: "Iranian officials"."""
    following = items[place + 1] if place + 1 < len(items) else None
    before = items[place - 1].mention
    if before is not None and before.type == "person":
        return False
    if item.capital:
        return True
    return (
        item.low.endswith("s")
        or (following is not None and following.kind is Kind.NAME)
        or item.low in _NOUNS
    )


_NOUNS = word_set(
    """
    official minister president diplomat leader spokesman spokeswoman foreign prime defence defense army
    ministry government parliament military state news ambassador envoy general senator governor mayor
    """
)

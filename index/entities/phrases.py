"""Phrases whose nouns tell what they name: Ministry of Culture, Lake Geneva, Operation Desert Storm."""

from index.entities.lexicon.around import PLACE_BEFORE
from index.entities.lexicon.classes import words
from index.entities.lexicon.heads import (
    DIRECTIONS,
    EVENT_FIRST,
    HEADS,
    LEGAL_SUFFIXES,
    OPENING_HEADS,
    PLACE_FIRST,
    SHIPS,
)
from index.entities.lexicon.offices import NOBLE, PORTFOLIO, ROLE_MODIFIERS, TITLES
from index.entities.model import EntityType
from index.entities.plurals import PLURAL_ENDINGS
from index.entities.teams import Teams
from index.entities.tokens import Kind, Token

_OF: dict[EntityType, frozenset[str]] = {
    "organisation": frozenset(("of", "for", "on", "against", "de")),
    "work": frozenset(("of", "for", "on")),
    "event": frozenset(("of", "on", "for")),
    "place": frozenset(("of",)),
}
_GATHERINGS = frozenset(("national", "annual", "party", "constitutional", "democratic", "republican"))
"""Words that make a convention a meeting rather than a treaty."""
_WITH_AN_AIM = frozenset(("committee", "campaign", "movement"))
_WITH_A_SUBJECT = words(
    """
    authority board bureau caucus center centre commission committee council institute office panel party
    taskforce team force
    """
)
"""What has a subject rather than a place after "on": Committee on Energy."""
_PERIODS = frozenset(("daily", "weekly"))
_MOUNT = frozenset(("mount", "mt", "mt."))
_BEFORE_WORDS = frozenset(("mount", "mt", "mt.", "lake", "camp", "fort", "cape"))
"""Words that make a place of any word after them."""

_ENDING = frozenset(("of", "for", "on", "to", "the", "against"))
"""Small words that end a phrase where no head stands before them."""

_SPANISH = frozenset(("el", "la", "las", "los"))

Phrase = tuple[int, EntityType, float]
"""Where a phrase ends, what it names, and how sure that is."""


class Phrases(Teams):
    """Finds phrases in runs."""

    def headed(self, at: int, end: int) -> Phrase | None:
        """The longest phrase from `at` whose head tells its type."""
        tokens = self.tokens
        first = tokens[at].low
        if first == "tropical" and at + 2 < end and tokens[at + 1].low in EVENT_FIRST:
            return (self.plain_end(at + 2, end), "event", 4.0)
        if first in EVENT_FIRST and at + 1 < end:
            stop = self.extension(at + 1, end) if tokens[at + 1].low == "of" else self.plain_end(at + 1, end)
            return (stop, "event", 4.0) if stop > at + 1 else None
        if tokens[at].kind is Kind.UPPER and first in SHIPS and at + 1 < end and self.is_name(at + 1):
            return (self.plain_end(at + 1, end), "work", 4.0)
        best = self._place_opening(at, end)
        mountain = self._mountain(at, end)
        if best is None and mountain:
            best = (mountain, "place", 4.0)
        k = max(at, mountain - 1)
        while k < end:
            token = tokens[k]
            if not self.is_name(k):
                if token.low not in ("and", "&"):
                    if token.low in _ENDING:
                        break
                elif best is not None or not self._joins(k, end):
                    break
                k += 1
                continue
            if self._is_title(k) and not (k == at and self._is_house_of_nobles(k, end)):
                break
            phrase = self._at_head(at, k, end)
            if phrase is not None:
                best = phrase
                k = max(k, phrase[0] - 1)
            if tokens[k].possessive and not self.keeps_possessive(k):
                break
            k += 1
        if best is None and at + 2 < end and tokens[at + 1].low == "&" and self.is_name(at + 2):
            return (at + 3, "organisation", 3.0)
        return best

    def _is_title(self, at: int) -> bool:
        """Whether the word at `at` is a title and can be nothing else in a phrase."""
        low = self.tokens[at].low
        return low in TITLES and low not in ROLE_MODIFIERS and low not in HEADS

    def _is_house_of_nobles(self, at: int, end: int) -> bool:
        """Whether a noble title at `at` begins the name of a house or a place: Duke University."""
        return (
            self.tokens[at].low in NOBLE
            and at + 1 < end
            and self.is_name(at + 1)
            and self.tokens[at + 1].low in HEADS
        )

    def _mountain(self, at: int, end: int) -> int:
        """Where a mountain's name ends that has words before "Mount": Aoraki Mount Cook; 0 if none does."""
        for k in range(at + 1, min(at + 3, end - 1)):
            if self.tokens[k].low in _MOUNT and self.is_name(k + 1) and self.is_name(k - 1):
                return k + 2
        return 0

    def _place_opening(self, at: int, end: int) -> Phrase | None:
        """A place that its first word tells: Lake Geneva, Northern Iraq."""
        if at + 1 >= end or not self.is_name(at + 1):
            return None
        first, after = self.tokens[at].low, self.tokens[at + 1]
        if first == "air":
            known = self.known.find(after.text)
            return (at + 2, "organisation", 4.0) if known is not None and known.type == "place" else None
        if first in DIRECTIONS:
            stop, known = self.longest(at + 1, end)
            if known is not None and known.type == "place":
                return (stop, "place", 4.0)
            return None
        named = first in _BEFORE_WORDS or after.low not in self.known.words
        if named and first in PLACE_FIRST and first not in _SPANISH and after.low not in TITLES:
            return (at + 2, "place", 2.5)
        return None

    def _at_head(self, at: int, k: int, end: int) -> Phrase | None:
        """The phrase from `at` whose head is the word at `k`, if that word is a head here."""
        low = self.tokens[k].low
        kind = HEADS.get(low)
        if kind is None:
            return None
        if self.is_over_sports(k, end):
            return None
        before = self.tokens[k - 1].low if k > at else ""
        placed = kind == "place" and k > at and k + 1 == end and self._placed(at)
        if low in self.known.first_names and not placed and not (k + 1 == end and before in self.known.words):
            return None
        if low == "convention" and before in _GATHERINGS:
            kind = "event"
        if k + 1 < end:
            after = self.tokens[k + 1]
            if low in ROLE_MODIFIERS and (after.low in TITLES or after.low in ROLE_MODIFIERS):
                return None
            if low in _WITH_AN_AIM and after.low == "to" and self._aim(k + 2, end):
                return (self.extension(k + 1, end), kind, 4.0)
            opens = k > at or not self.tokens[k].weak or low in OPENING_HEADS
            if opens and after.low in _OF[kind] and not self.is_name(k + 1) and not self._stands_on(k, end):
                stop = self.extension(k + 1, end)
                if stop > k + 1:
                    return (stop, kind, 4.0)
            if after.kind is Kind.NUMBER and kind == "work":
                return (k + 2, kind, 4.0)
        if k - at > 1 or (k > at and (before not in HEADS or before in _PERIODS or low in LEGAL_SUFFIXES)):
            return (k + 1, kind, 4.0)
        return None

    def _stands_on(self, at: int, end: int) -> bool:
        """Whether "on" after the head at `at` tells where the house stands: West Bank on Mulberry Street."""
        if self.tokens[at + 1].low != "on" or HEADS[self.tokens[at].low] != "organisation":
            return False
        if self.tokens[at].low not in _WITH_A_SUBJECT or at + 2 >= end:
            return True
        _, known = self.longest(at + 2, end)
        return known is not None and known.type == "place"

    def _aim(self, at: int, end: int) -> bool:
        """Whether the word at `at` is a verb with a capital: Committee to Protect Journalists."""
        if at + 1 >= end or not (self.is_name(at) and self.is_name(at + 1)):
            return False
        low = self.tokens[at].low
        return low in self.known.words and low not in self.known.first_names and low not in TITLES

    def _placed(self, at: int) -> bool:
        """Whether a preposition before `at` shows a place: in Richmond Hill."""
        return at > 0 and self.tokens[at - 1].low in PLACE_BEFORE

    def stands(self, at: int, end: int) -> bool:
        """Whether a headed phrase is a name: in a headline only if its words are none of every day."""
        if not self.tokens[at].headline:
            return True
        if any(self._everyday(token) for token in self.tokens[at : end - 1]):
            return (self.tokens[at].text, self.tokens[at + 1].text) in self.pairs()
        return True

    def _everyday(self, token: Token) -> bool:
        """Whether the word is a plain one."""
        if token.kind is not Kind.CAPITAL or token.low not in self.known.words or token.low in HEADS:
            return False
        if token.low in self.known.frequent:
            return True
        return token.low not in self.known.surnames and self.known.find(token.text) is None

    def _joins(self, at: int, end: int) -> bool:
        """Whether "and" at `at` joins plain words of one name: Food and Drug Administration."""
        before, after = self.tokens[at - 1], self.tokens[at + 1] if at + 1 < end else None
        if after is None or not self.is_name(at + 1):
            return False
        if self.longest(at + 1, end)[0] > at + 2:
            return False  # People and | Us Weekly
        return self.tokens[at].low == "&" or (
            before.low in self.known.words
            and after.low in self.known.words
            and before.low not in HEADS
            and self.known.find(before.text) is None
        )

    def extension(self, at: int, end: int) -> int:
        """Where the phrase after "of" at `at` ends; `at` where there is none."""
        tokens = self.tokens
        k = at + 1
        if k < end and tokens[k].low == "the":
            k += 1
        if k >= end or not self.is_name(k):
            return at
        stop, known = self.longest(k, end)
        if known is not None:
            k = stop
            if k < end and self.is_name(k) and tokens[k].low in HEADS and tokens[k].low not in ROLE_MODIFIERS:
                k += 1
            return k
        while k < end:
            if self.is_name(k):
                if (tokens[k].low in TITLES and tokens[k].low not in PORTFOLIO) or tokens[k].tied:
                    break
                if tokens[k].low in ROLE_MODIFIERS and k + 1 < end and tokens[k + 1].low in TITLES:
                    break
                if k > at + 1 and tokens[k].low in self.known.first_names and self._new_person(k, end):
                    break
                k += 1
                if tokens[k - 1].possessive and tokens[k - 1].ending not in PLURAL_ENDINGS:
                    break
                continue
            low = tokens[k].low
            after = tokens[k + 1] if k + 1 < end else None
            if low in ("and", "&") and after is not None and self.is_name(k + 1):
                if (
                    after.low in self.known.words
                    and tokens[k - 1].low in self.known.words
                    and after.low not in TITLES
                ):
                    k += 1
                    continue
                break
            if low in ("of", "the") and k + 1 < end and tokens[k - 1].low in self.known.words:
                k += 1
                continue
            break
        while k > at and not self.is_name(k - 1):
            k -= 1
        return k

    def _new_person(self, at: int, end: int) -> bool:
        """Whether a first name and another that is no plain word stand at `at`, and end the run."""
        return (
            at + 2 == end
            and self.is_name(at + 1)
            and (
                self.tokens[at].low not in self.known.words or self.tokens[at + 1].low in self.known.surnames
            )
            and not self.known.is_plain(self.tokens[at + 1].low)
        )

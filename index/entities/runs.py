"""Runs of words that can stand in a name, and the known names among them."""

import re

from index.entities.gazetteer import Gazetteer, Known
from index.entities.lexicon.heads import HEADS
from index.entities.lexicon.offices import KIN, ROLES, TITLES
from index.entities.lexicon.people import PARTICLES
from index.entities.lexicon.small import CALENDAR, FUNCTION
from index.entities.names import key
from index.entities.plurals import PLURAL_ENDINGS
from index.entities.tokens import NAMELIKE, Kind, Token

LONGEST_RUN = 24
"""Tokens after which a run ends in any case."""

_LINKS = PARTICLES | {"of", "for", "on", "to", "and", "&", "the", "against"}
_MONTH_NAMES = frozenset(("may", "april", "june", "august", "march", "jan", "mar", "sun", "sat"))
_SUBJECTS = frozenset(("i", "we", "you", "he", "she", "it", "they", "this", "there"))
"""Words after which "will" is no name."""
_MANY = frozenset(("people", "children", "women", "men"))
_ARTICLES = frozenset(("the", "a", "an"))
_ROADS = frozenset(("route", "highway", "interstate", "motorway", "runway"))
_NUMBERED = frozenset(("resolution", "article", "apollo")) | _ROADS
_STREETS = frozenset(("street", "avenue", "road", "st.", "ave.", "st", "ave", "boulevard"))
_ORDINALS = frozenset(
    ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)


class Runs:
    """The tokens of one text, and questions about stretches of them."""

    def __init__(self, tokens: list[Token], known: Gazetteer) -> None:
        self.tokens = tokens
        """The tokens of the text."""
        self.known = known
        """What is known beforehand."""
        self.limit = len(tokens)
        """Number of tokens."""
        self._strong: set[tuple[str, str]] | None = None

    def is_name(self, at: int) -> bool:
        """Whether the token can stand inside a name."""
        token = self.tokens[at]
        if token.kind not in NAMELIKE or token.shouted:
            return False
        if token.low in CALENDAR:
            return self._person_before(at) and token.low in _MONTH_NAMES
        if token.low not in FUNCTION or token.low == "new" or token.text in self.known.capitals:
            return True
        if token.low not in _ARTICLES and self._known_pair(at):
            return True
        if at and self.tokens[at - 1].low in _SUBJECTS:
            return False
        return not token.weak and token.low == "will" and self._surname_next(at)

    def _known_pair(self, at: int) -> bool:
        """Whether the word and the next are a known name: Us Weekly."""
        after = self.tokens[at + 1] if at + 1 < self.limit else None
        return (
            after is not None
            and after.kind is Kind.CAPITAL
            and f"{self.tokens[at].low} {key(after.text)}" in self.known.names
        )

    def _surname_next(self, at: int) -> bool:
        after = self.tokens[at + 1] if at + 1 < self.limit else None
        return after is not None and after.kind is Kind.CAPITAL and after.low not in FUNCTION

    def _person_before(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        return (
            before is not None
            and before.kind in NAMELIKE
            and (before.low in self.known.first_names or before.low in TITLES)
            and before.low not in CALENDAR
        )

    def opens(self, at: int) -> bool:
        """Whether a run can begin with the token."""
        token = self.tokens[at]
        if not self.is_name(at):
            return False
        if token.kind is Kind.INITIAL:
            return token.text.endswith(".") and at + 1 < self.limit and self.is_name(at + 1)
        if token.low == "new":
            return at + 1 < self.limit and self.is_name(at + 1)
        return True

    def run_end(self, at: int) -> int:
        """One past the last token of the run that begins at `at`."""
        tokens = self.tokens
        end = at + 1
        while end < self.limit and end - at < LONGEST_RUN:
            if tokens[end - 1].possessive and not self.keeps_possessive(end - 1):
                break
            if tokens[end].tied:
                break
            if self.is_name(end):
                end += 1
                continue
            if self.is_junior(end):
                end += 2
                break
            step = end
            while step < self.limit and step - end < 3 and self.link(step):
                step += 1
            if step == end or step >= self.limit or not self.is_name(step) or tokens[step].tied:
                if tokens[end].kind is Kind.NUMBER and tokens[end - 1].low in _NUMBERED:
                    end += 1
                break
            end = step + 1
        return end

    def is_junior(self, at: int) -> bool:
        """Whether the comma at `at` parts a name from what tells father from son: Comstock, Jr."""
        return (
            self.tokens[at].kind is Kind.COMMA
            and at + 1 < self.limit
            and self.tokens[at + 1].low in KIN
            and self.tokens[at + 1].kind in NAMELIKE
        )

    def link(self, at: int) -> bool:
        """Whether the token can join two parts of a run."""
        token = self.tokens[at]
        if token.kind is Kind.LOWER:
            return token.low in _LINKS
        return token.kind is Kind.DASH and self.tokens[at - 1].low in ("al", "el")

    def keeps_possessive(self, at: int) -> bool:
        """Whether the possessive is part of a name: People's Party, Attorney General's Office."""
        token = self.tokens[at]
        if token.ending in PLURAL_ENDINGS:
            return True
        after = self.tokens[at + 1] if at + 1 < self.limit else None
        return (
            after is not None
            and after.kind is Kind.CAPITAL
            and (not token.weak or self._begins_with_many(at))
            and (token.low in self.known.words or token.low in ROLES)
            and token.low not in self.known.surnames
            and any(self.tokens[k].low in HEADS for k in range(at + 1, min(at + 4, self.limit)))
            and not (at > 1 and self.tokens[at - 1].low == "of" and self.tokens[at - 2].low in HEADS)
        )

    def _begins_with_many(self, at: int) -> bool:
        """Whether what is named behind `at` is many people's: a name even where a sentence begins."""
        return (
            self.tokens[at].low in _MANY and not self.tokens[at].headline and self.tokens[at + 1].low in HEADS
        )

    def road(self, at: int, end: int) -> int:
        """Where the name of a numbered road ends that begins at `at`: State Route 94; 0 if there is none."""
        for k in range(at, min(at + 3, end - 1)):
            if self.tokens[k].low in _ROADS:
                return k + 2 if self.tokens[k + 1].kind is Kind.NUMBER else 0
        return 0

    def is_numbered_street(self, at: int) -> bool:
        """Whether the number at `at` is the name of a street: 117th Street."""
        after = self.tokens[at + 1] if at + 1 < self.limit else None
        return (
            after is not None
            and after.low in _STREETS
            and after.kind is Kind.CAPITAL
            and (_ORDINAL.fullmatch(self.tokens[at].text) is not None or self.tokens[at].text in _ORDINALS)
        )

    def nickname(self, at: int) -> int:
        """Where a nickname in quotes or brackets that opens at `at` in a name ends; `at` if there is none."""
        tokens = self.tokens
        if tokens[at].kind not in (Kind.OPEN_QUOTE, Kind.OPEN) or tokens[at - 1].possessive:
            return at
        if tokens[at - 1].low not in self.known.first_names and tokens[at - 1].kind is not Kind.INITIAL:
            return at
        for close in range(at + 2, min(at + 5, self.limit - 1)):
            if tokens[close].kind in (Kind.CLOSE_QUOTE, Kind.CLOSE):
                named = tokens[at + 1].kind is Kind.CAPITAL or tokens[at + 1].low == "the"
                after = tokens[close + 1]
                return close + 1 if named and after.kind is Kind.CAPITAL and self.is_name(close + 1) else at
            if tokens[close].kind not in NAMELIKE and tokens[close].kind is not Kind.LOWER:
                break
        return at

    def longest(self, at: int, end: int) -> tuple[int, Known | None]:
        """The longest known name that begins at `at`, and where it ends."""
        tokens = self.tokens
        text = tokens[at].text
        first = key(text)
        head = first.split(" ")[0] if first else ""
        for size in range(min(self.known.openings.get(head, 1), end - at), 1, -1):
            inner = [key(token.text + token.ending) for token in tokens[at : at + size - 1]]
            known = self.known.names.get(" ".join([*inner, key(tokens[at + size - 1].text)]))
            if known is not None:
                return at + size, known
        known = self.known.capitals.get(text) or self.known.names.get(first)
        return (at + 1, known) if known is not None else (at, None)

    def pairs(self) -> set[tuple[str, str]]:
        """Pairs of words of which the first has a certain capital somewhere in the text."""
        if self._strong is None:
            self._strong = {
                (one.text, two.text)
                for one, two in zip(self.tokens, self.tokens[1:], strict=False)
                if one.kind is Kind.CAPITAL and not one.weak and two.kind is Kind.CAPITAL
            }
        return self._strong

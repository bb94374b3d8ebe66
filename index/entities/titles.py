"""Titles and offices in runs, and the names after them."""

from index.entities.collecting import Collecting
from index.entities.lexicon.heads import OPENING_HEADS
from index.entities.lexicon.offices import HONORIFICS, KEPT_TITLES, KIN, PORTFOLIO, ROLE_MODIFIERS, TITLES
from index.entities.lexicon.people import PARTICLES
from index.entities.lexicon.verbs import ACTS, PRESENT, SPEECH
from index.entities.tokens import Kind

_REIGN = KIN | {"v", "vi", "vii", "viii", "ix", "x", "xii", "xiii", "xiv", "xv", "xvi"}
"""What tells one king or pope from the next."""
_AFTER_ME = frozenset(
    ("am", "have", "had", "will", "would", "think", "thought", "knew", "do", "did", "can", "could")
)
"""Verbs before which an "I" is whoever speaks."""
_DOES = PRESENT | {verb for verb in ACTS if verb.endswith("s")}
"""What somebody does, in the words of a headline."""


class Titles(Collecting):
    """Takes titles from the front of runs."""

    def title(self, at: int, end: int) -> int | None:
        """Where a title at `at` ends, negative where a person is expected; None if there is no title."""
        tokens = self.tokens
        k = at
        last = -1
        while k < end and self.is_name(k):
            low = tokens[k].low
            if low in TITLES:
                last = k
            elif low not in ROLE_MODIFIERS:
                break
            if tokens[k].possessive:
                k += 1
                break
            k += 1
        if last < 0:
            return None
        if tokens[last].possessive:
            return last + 1
        k = last + 1
        role = tokens[last].low
        if last == at and self._surname_alone(at):
            self.emit(at, k, {"person": 1.0})
            return k
        if (
            role in KEPT_TITLES
            and last == at
            and k < end
            and self.is_name(k)
            and (k + 1 >= end or not self.is_name(k + 1) or tokens[k + 1].low in KIN or tokens[k].possessive)
            and self.known.find(tokens[k].text) is None
            and not (k + 2 < end and tokens[k + 1].low in PARTICLES and self.is_name(k + 2))
        ):
            stop = k + 1
            numeral = stop < end and tokens[stop].kind is Kind.UPPER and tokens[stop].low in _REIGN
            if numeral or self._first_of_the_name(stop):
                stop += 1
            self.emit(at, stop, {"person": 6.0}, titled=True)
            return stop
        while k < end and not self.is_name(k) and tokens[k].low in ("of", "for", "to", "on", "the", "and"):
            k += 1
        if k == last + 1 or k >= end or tokens[k - 1].low == "and":
            return -(last + 1)
        if tokens[k].low in TITLES and k + 1 < end:
            return -k
        plain = k
        office = tokens[k].low in OPENING_HEADS and k + 1 < end and tokens[k + 1].low == "of"
        while (
            not office
            and k < end
            and (tokens[k].low in PORTFOLIO or (tokens[k].low in ("and", "the", "of") and k + 1 < end))
        ):
            k += 1
        while k > plain and not self.is_name(k - 1):
            k -= 1
        if k > plain:
            return -k
        stop, known = self.longest(k, end)
        headed = self.headed(k, end)
        if headed is not None and headed[0] > stop:
            self.emit(k, headed[0], {headed[1]: headed[2]}, headed=True)
            return -headed[0]
        if known is not None:
            self.emit_known(k, stop, known)
            return -stop
        stop = k + 1
        while stop < end and self.is_name(stop) and not tokens[stop - 1].possessive:
            if tokens[stop].low in self.known.first_names or tokens[stop].low in TITLES:
                break
            stop += 1
        if stop > k + 1 or tokens[k].low not in self.known.words:
            self.emit(k, stop, {"place": 1.5, "organisation": 1.2})
        return -stop

    def _surname_alone(self, at: int) -> bool:
        """Whether the word of an office at `at` may be a surname, if another name shows it: King said."""
        if self.tokens[at].low not in self.known.surnames or at + 1 >= self.limit:
            return False
        before = self.tokens[at - 1] if at else None
        after = self.tokens[at + 1]
        return (before is None or before.low != "the") and after.kind is Kind.LOWER and after.low in SPEECH

    def _first_of_the_name(self, at: int) -> bool:
        """Whether the "I" at `at` is a numeral: King Charles I."""
        if at + 1 >= self.limit or self.tokens[at].text != "I" or self.tokens[at - 1].possessive:
            return False
        return self.tokens[at + 1].low not in _AFTER_ME

    def goes_on(self, at: int) -> bool:
        """Whether a word of every day after a title tells more: Suspect Caught, Chief Fire Officer."""
        token, after = self.tokens[at], self.tokens[at + 1] if at + 1 < self.limit else None
        if token.headline and after is not None and token.low in _DOES and after.low not in _DOES:
            return not token.possessive and after.kind <= Kind.INITIAL  # Leader Fears His People
        if token.low in self.known.surnames or not self.known.is_plain(token.low):
            return False
        if token.possessive or self.tokens[at - 1].low in HONORIFICS:
            return False
        return token.headline or (
            after is not None
            and after.kind is Kind.CAPITAL
            and after.low in TITLES
            and after.low not in self.known.first_names
        )

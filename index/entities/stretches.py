"""Stretches of plain names in runs, and where each of them ends."""

from index.entities.gazetteer import Known
from index.entities.lexicon.offices import KIN, TITLES
from index.entities.lexicon.people import PARTICLES
from index.entities.runs import Runs
from index.entities.tokens import Kind


class Stretches(Runs):
    """Tells where a stretch of plain names ends."""

    def plain_end(self, at: int, end: int) -> int:
        """Where a stretch of plain names that begins at `at` ends."""
        tokens = self.tokens
        k = at
        while k < end:
            token = tokens[k]
            if self.is_name(k):
                if k > at:
                    if token.low in TITLES and token.low not in KIN and not self._surname(k, at):
                        break
                    if self.is_over_sports(k, end) or (token.weak and not tokens[k - 1].weak):
                        break
                    stop, known = self.longest(k, end)
                    if known is not None and not self._swallows(at, k, stop, known):
                        break
                    if token.weak and self.known.is_plain(token.low) and token.low not in self.known.surnames:
                        break
                    if token.headline and self._beyond(at, k):
                        break
                k += 1
                if token.possessive:
                    break
                continue
            if k > at and self.is_junior(k) and k + 1 < end:
                return k + 2
            article = token.kind is Kind.DASH and k > at and tokens[k - 1].low in ("al", "el")
            if not article and (token.low not in PARTICLES or token.low in ("e", "y")):
                break
            k += 1
        while k > at + 1 and not self.is_name(k - 1):
            k -= 1
        return k

    def _beyond(self, at: int, k: int) -> bool:
        """Whether a name ends in a headline before `k`, since elsewhere nothing of the kind follows it."""
        before, token = self.tokens[k - 1], self.tokens[k]
        return (
            token.low not in self.known.surnames
            and (before.text, token.text) not in self.pairs()
            and k > at + 1
            and (self.tokens[k - 2].text, before.text) in self.pairs()
        )

    def _surname(self, k: int, at: int) -> bool:
        """Whether the word of an office at `k` is a surname here: Stephen King, Jay Leno no."""
        last = k + 1 >= self.limit or not self.is_name(k + 1) or self.tokens[k + 1].low in KIN
        return (
            (k == at + 1 or (k == at + 2 and last))
            and all(self.tokens[j].low in self.known.first_names for j in range(at, k))
            and self.tokens[k].low in self.known.surnames
        )

    def _swallows(self, at: int, k: int, stop: int, known: Known) -> bool:
        """Whether a known name inside a stretch is part of a person's name: Jack London."""
        if known.type == "group" and known.weight == 5:
            return False
        if k - 1 > at and self.tokens[k - 1].low in PARTICLES:
            return True  # Jack Del Rio
        if stop - k > 1 and known.weight == 5:
            return False
        before = self.tokens[at].low
        given = before in self.known.first_names or self.tokens[k - 1].kind is Kind.INITIAL
        if known.weight == 5:
            return given and k - at == 1 and self.tokens[k].low in self.known.surnames
        return given or before not in self.known.words

    def is_over_sports(self, k: int, end: int) -> bool:
        """Whether the word at `k` is part of an office and no name of a club: Athletic Director."""
        return self.tokens[k].low == "athletic" and k + 1 < end and self.tokens[k + 1].low == "director"

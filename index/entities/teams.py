"""Teams in runs: a place or a school, and a nickname."""

from index.entities.lexicon.heads import HEADS
from index.entities.lexicon.offices import PORTFOLIO, TITLES
from index.entities.lexicon.small import FUNCTION
from index.entities.names import key
from index.entities.stretches import Stretches
from index.entities.tokens import NAMELIKE, Kind


class Teams(Stretches):
    """Tells where the name of a team ends."""

    def team(self, at: int, stop: int, end: int) -> int:
        """Where the name of a team ends that a place at `at` begins: Kansas City Chiefs; 0 if none does."""
        if stop >= end or self.tokens[stop - 1].possessive or not self.is_name(stop):
            return 0
        return self.nickname_of_team(stop, end) or (stop + 1 if self._plural_after_place(at, stop) else 0)

    def school_team(self, at: int, end: int) -> int:
        """Where the name of a team ends that any name at `at` begins: Halden Bulldogs; 0 if none does."""
        tokens = self.tokens
        for stop in range(at + 1, min(at + 3, end)):
            before = tokens[stop - 1]
            if before.possessive or not self.is_name(stop - 1) or before.low in FUNCTION or before.tied:
                return 0
            finish = self.nickname_of_team(stop, end)
            if finish:
                plain = before.low in self.known.words and (
                    before.low not in self.known.surnames
                    or (before.weak and before.low in self.known.frequent)
                )
                personal = stop > at + 1 and tokens[at].low in self.known.first_names
                return 0 if plain or personal else finish
        return 0

    def nickname_of_team(self, at: int, end: int) -> int:
        """Where a known nickname of teams that begins at `at` ends; 0 if there is none."""
        for stop in (at + 2, at + 1):
            if stop <= end and all(self.tokens[k].kind in NAMELIKE for k in range(at, stop)):
                words = " ".join(token.low for token in self.tokens[at:stop])
                if words in self.known.teams and not (stop == at + 1 and words in self.known.first_names):
                    return stop
        return 0

    def _plural_after_place(self, at: int, stop: int) -> bool:
        token = self.tokens[stop]
        if (
            token.kind is not Kind.CAPITAL
            or token.headline
            or not token.low.endswith("s")
            or len(token.low) < 4
        ):
            return False
        if token.text[0].isdigit():
            return True
        if stop - at == 1 and key(self.tokens[at].text) in self.known.countries:
            return False
        return (
            (
                token.low in self.known.words
                or token.low[:-1] in self.known.words
                or token.low in self.known.demonyms
            )
            and token.low not in TITLES
            and token.low not in HEADS
            and token.low not in PORTFOLIO
        )

"""Capitalised runs of a text taken apart into names, titles, nationalities and known names."""

from index.entities.candidate import Candidate, Scores
from index.entities.gazetteer import Known
from index.entities.lexicon.heads import ARMS_OF_STATE, HEADS
from index.entities.lexicon.offices import ROLE_MODIFIERS, ROLES, TITLES
from index.entities.lexicon.people import SURNAME_FIRST
from index.entities.lexicon.verbs import PERSON_VERBS, SPEECH
from index.entities.names import key
from index.entities.titles import Titles
from index.entities.tokens import NAMELIKE, Kind

_OPENING = frozenset((*NAMELIKE, Kind.NUMBER))


_GIVEN = frozenset(("chad", "georgia", "israel", "jordan"))
"""Countries that people are called after, so that even a name nobody knows may follow as theirs."""
_PERSONAL_VERBS = PERSON_VERBS | SPEECH
_NAMED_AFTER = ROLES - {"member"}
"""Roles that without a capital stand before a name, too."""


class Chunker(Titles):
    """Takes the runs of one text apart."""

    def chunk(self) -> list[Candidate]:
        """All candidates in order."""
        at = 0
        for begin, token in enumerate(self.tokens):
            if begin < at or token.kind not in _OPENING:
                continue
            if self.is_numbered_street(begin):
                at = begin + 2
                self.found.append(self.road_or_street(begin, at))
            elif token.kind is not Kind.NUMBER and self.opens(begin):
                at = self._with_nickname(begin, self.run_end(begin))
                if self.found:
                    at = max(at, self.found[-1].end)
        return self.found

    def _with_nickname(self, at: int, end: int) -> int:
        """Parse the run, or a name with a nickname in the middle of it: Vincent "the Chin" Gigante."""
        resume = self.nickname(end) if end < self.limit else end
        if resume == end:
            self._parse(at, end)
            return end
        stop = self.plain_end(resume, self.run_end(resume))
        first = end - 1
        while (
            first > at
            and self.is_name(first - 1)
            and (
                self.tokens[first - 1].low in self.known.first_names
                or self.tokens[first - 1].kind is Kind.INITIAL
            )
        ):
            first -= 1
        if first > at:
            self._parse(at, first)
        words = self.tokens[first:end] + self.tokens[resume:stop]
        name = " ".join(token.text for token in words)
        self.found.append(Candidate(first, stop, name, key(name), False, {"person": 4.0}))
        return stop

    def _parse(self, begin: int, end: int) -> None:
        at = begin
        titled = False
        before = self.tokens[begin - 1] if begin else None
        if before is not None and before.kind is Kind.LOWER and before.low in _NAMED_AFTER:
            titled = True
        while at < end:
            if not self.is_name(at):
                at += 1
                continue
            step = self._step(at, end, titled)
            if step < 0:
                at, titled = -step, True
            else:
                at, titled = step, False

    def _step(self, at: int, end: int, titled: bool) -> int:
        """Take one part of the run; where it goes on, negative after a title."""
        tokens = self.tokens
        if road := self.road(at, end):
            self.found.append(self.road_or_street(at, road))
            return road
        stop, known = self.longest(at, end)
        headed = self.headed(at, end)
        if (
            headed is not None
            and headed[1] == "work"
            and known is not None
            and self._numbered(stop, headed[0])
        ):
            headed = None  # UN Security Council | Resolution 2254
        if headed is not None and headed[0] > stop and self.stands(at, headed[0]):
            begin = at
            if tokens[at].tied and self.found and self.found[-1].end == at:
                begin = self.found.pop().begin
            self.emit(begin, headed[0], {headed[1]: headed[2]}, headed=True)
            return headed[0]
        if known is not None and known.type == "place":
            team = self.team(at, stop, end)
        else:
            team = 0 if titled or known is not None else self.school_team(at, end)
        if team:
            self.emit(at, team, {"organisation": 4.0}, headed=True)
            return team
        if known is not None and (arm := self._arm_of_state(at, stop, known)):
            name = " ".join(token.text for token in tokens[at:arm])
            made = Candidate(at, arm, name, key(name), tokens[at].weak, {}, {"organisation": 5.0}, None, True)
            self.found.append(made)
            return arm
        if known is not None and stop - at > 1:
            return self.emit_known(at, stop, known)
        title = self.title(at, end)
        if title is not None:
            return title
        certain = known is not None and (not titled or (known.weight == 5 and not self._borne(known)))
        if known is not None and certain and not self._personal(at, end, known):
            return self.emit_known(at, stop, known)
        return self._plain(at, end, titled)

    def _borne(self, known: Known) -> bool:
        """Whether a known name behind a title is somebody's: a place that is no country."""
        return known.type == "place" and key(known.name) not in self.known.countries

    def _numbered(self, at: int, end: int) -> bool:
        """Whether all there is between `at` and `end` is a kind of work and its number: Resolution 2254."""
        return end - at == 2 and self.is_name(at) and self.tokens[at + 1].kind is Kind.NUMBER

    def _arm_of_state(self, at: int, stop: int, known: Known) -> int:
        """Where an arm of a state ends that its people's name begins: the Syrian army; 0 if there is none."""
        tokens = self.tokens
        name = tokens[stop - 1]
        if name.possessive or not (
            (known.type == "group" and key(known.name) in self.known.demonyms)
            or (stop == at + 1 and name.kind is Kind.UPPER and name.text in self.known.countries)
        ):
            return 0
        for size in (2, 1):
            words = tokens[stop : stop + size]
            if tuple(token.low for token in words) in ARMS_OF_STATE and all(
                token.kind is Kind.LOWER and not token.tied for token in words
            ):
                return stop + len(words)  # there may be fewer than two left
        return 0

    def _personal(self, at: int, end: int, known: Known) -> bool:
        """Whether a place's name begins the name of a person: Paris Hilton, Jordan Peele."""
        token = self.tokens[at]
        if at + 1 >= end or not self.is_name(at + 1):
            return False
        after = self.tokens[at + 1]
        if known.type != "place":
            named = token.kind is Kind.CAPITAL and token.low in self.known.first_names
            personal = named and after.low in self.known.surnames
            return personal and known.type == "organisation" and self.known.find(after.text) is None
        if after.tied or after.low in TITLES or after.low in ROLE_MODIFIERS or after.low in HEADS:
            return False
        if self.known.find(after.text) is not None and after.low not in self.known.surnames:
            return False
        named = token.low in self.known.first_names
        if key(token.text) in self.known.countries:
            return named and self._is_surname_of(at, token.low)
        if after.low in self.known.surnames or (named and after.low not in self.known.words):
            return True
        return named and not after.weak and after.low not in self.known.frequent  # as a letterman

    def _is_surname_of(self, at: int, country: str) -> bool:
        """Whether a surname follows the name of a country at `at`: Jordan Bardella, Israel Adesanya."""
        after, behind = self.tokens[at + 1], self.tokens[at + 2] if at + 2 < self.limit else None
        if after.low in self.known.surnames:
            acts = behind is not None and behind.low in _PERSONAL_VERBS
            return after.low not in self.known.frequent or (country in _GIVEN and acts)
        within = at > 0 and self.tokens[at - 1].low in ("in", "the")
        return (
            country in _GIVEN
            and not within
            and after.kind is Kind.CAPITAL
            and not after.weak
            and not self.tokens[at].possessive
            and not self.known.is_plain(after.low)
            and after.low not in self.known.first_names
        )

    def _plain(self, at: int, end: int, titled: bool) -> int:
        """Take a stretch of plain names, without a verb before it: the Coalition to Counter Piracy."""
        token = self.tokens[at]
        if (
            0 < at < end - 1
            and token.low in self.known.words
            and token.low not in self.known.surnames
            and self.tokens[at - 1].low == "to"
        ):
            return at + 1
        stop = self.plain_end(at, end)
        begin = at
        while begin < stop - 1 and self._leading_plain(begin, stop):
            begin += 1
        if begin > at and self.tokens[begin - 1].low in self.known.teams:
            self.emit(begin - 1, begin, {"organisation": 1.5})
        titled = titled and begin == at
        if titled and stop == at + 1 and self.goes_on(at):
            return stop
        if not titled:
            for first in range(begin + 1, stop - 1):
                if self._prefixed(first - 1):
                    self.emit(begin, first, {})
                    begin = first
                    break
        scores: Scores = {"person": 5.0} if titled else {}
        self.emit(begin, stop, scores, titled=titled)
        return stop

    def _prefixed(self, at: int) -> bool:
        """Whether a short form, a team or a plain word stands before a first name: NY1 Pierre Thomas."""
        token, after = self.tokens[at], self.tokens[at + 1]
        if after.low not in self.known.first_names or token.low in self.known.first_names:
            return False
        if token.kind is Kind.UPPER:
            return "." not in token.text
        if token.low in self.known.teams and token.low not in self.known.surnames:
            return True
        return (
            token.weak
            and token.kind is Kind.CAPITAL
            and token.low not in self.known.surnames
            and after.low not in self.known.words
        )

    def _leading_plain(self, at: int, stop: int) -> bool:
        """Whether a word at the start owes its capital to its place and is no part of the name."""
        token = self.tokens[at]
        if not self.is_name(at):
            return True
        if not token.weak or not self.known.is_plain(token.low):
            return False
        after = self.tokens[at + 1]
        if token.low in SURNAME_FIRST and not self.known.is_plain(after.low):
            return False
        if token.low in self.known.first_names and (
            after.low not in self.known.words or after.low in self.known.surnames
        ):
            return False
        return (token.text, after.text) not in self.pairs()

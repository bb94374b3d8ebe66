"""Capitalised runs of a text taken apart into names, titles, nationalities and known names."""

from dataclasses import dataclass, field

from index.entities.gazetteer import Gazetteer, Known
from index.entities.lexicon import (
    CALENDAR,
    DIRECTIONS,
    EVENT_FIRST,
    EVENT_HEADS,
    FUNCTION,
    HONORIFICS,
    KEPT_TITLES,
    KIN,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACE_FIRST,
    PLACE_HEADS,
    PORTFOLIO,
    ROLE_MODIFIERS,
    ROLES,
    WORK_HEADS,
)
from index.entities.model import EntityType
from index.entities.names import key
from index.entities.tokens import NAMELIKE, Kind, Token

Scores = dict[EntityType, float]
"""How much speaks for each type."""

_HEADS: dict[str, EntityType] = {
    **dict.fromkeys(PLACE_HEADS, "place"),
    **dict.fromkeys(EVENT_HEADS, "event"),
    **dict.fromkeys(WORK_HEADS, "work"),
    **dict.fromkeys(ORGANISATION_HEADS, "organisation"),
}
_OPENERS: dict[str, EntityType] = {**dict.fromkeys(EVENT_FIRST, "event")}
_TITLES = ROLES | HONORIFICS
_OF: dict[EntityType, frozenset[str]] = {
    "organisation": frozenset(("of", "for", "on", "against", "de")),
    "work": frozenset(("of", "for", "on")),
    "event": frozenset(("of", "on", "for")),
    "place": frozenset(("of",)),
}
_GATHERINGS = frozenset(("national", "annual", "party", "constitutional", "democratic", "republican"))
"""Words that make a convention a meeting rather than a treaty."""
_MONTH_NAMES = frozenset(("may", "april", "june", "august", "march", "jan", "mar", "sun", "sat"))


@dataclass(slots=True)
class Candidate:
    """A stretch of tokens that may be a mention."""

    begin: int
    """First token."""
    end: int
    """One past the last."""
    name: str
    """Its words, parted by single spaces."""
    key: str
    """The key of `name`."""
    weak: bool
    """Whether no capital in it is certain."""
    scores: Scores = field(default_factory=dict)
    """What its place says."""
    form: Scores = field(default_factory=dict)
    """What its form says, which counts once however often it stands."""
    known: Known | None = None
    """What the gazetteer has under the name."""
    headed: bool = False
    """Whether a noun in it tells what it is."""
    titled: bool = False
    """Whether a title or an honorific stands before it."""

    subject: bool = False
    """Whether it stands where a name does something: "Young said", "Young's"."""

    def add(self, kind: EntityType, score: float) -> None:
        """Count `score` for `kind`, by the place of this mention."""
        self.scores[kind] = self.scores.get(kind, 0.0) + score

    def show(self, kind: EntityType, score: float) -> None:
        """Count `score` for `kind`, by the form of the name."""
        self.form[kind] = self.form.get(kind, 0.0) + score

    def total(self) -> Scores:
        """Both together."""
        both = dict(self.form)
        for kind, score in self.scores.items():
            both[kind] = both.get(kind, 0.0) + score
        return both


class Chunker:
    """Takes the runs of one text apart."""

    def __init__(self, tokens: list[Token], known: Gazetteer) -> None:
        self.tokens = tokens
        self.known = known
        self.found: list[Candidate] = []
        self._limit = len(tokens)
        self._strong: set[tuple[str, str]] | None = None

    def chunk(self) -> list[Candidate]:
        """All candidates in order."""
        at = 0
        while at < self._limit:
            if self._opens(at):
                end = self._run_end(at)
                at = self._with_nickname(at, end)
            else:
                at += 1
        return self.found

    def _with_nickname(self, at: int, end: int) -> int:
        """Parse the run, or a name with a nickname in the middle of it: Vincent "the Chin" Gigante."""
        resume = self._nickname(end) if end < self._limit else end
        if resume == end:
            self._parse(at, end)
            return end
        stop = self._plain_end(resume, self._run_end(resume))
        first = end - 1
        while first > at and self._name(first - 1) and (
            self.tokens[first - 1].low in self.known.first_names or self.tokens[first - 1].kind is Kind.INITIAL
        ):
            first -= 1
        if first > at:
            self._parse(at, first)
        words = self.tokens[first:end] + self.tokens[resume:stop]
        name = " ".join(token.text for token in words)
        self.found.append(Candidate(first, stop, name, key(name), False, {"person": 4.0}))
        return stop

    def _name(self, at: int) -> bool:
        """Whether the token can stand inside a name."""
        token = self.tokens[at]
        if token.kind not in NAMELIKE or token.shouted:
            return False
        if token.low in CALENDAR:
            return self._person_before(at) and token.low in _MONTH_NAMES
        if token.low not in FUNCTION or token.low == "new" or token.text in self.known.capitals:
            return True
        return not token.weak and token.low == "will" and self._surname_next(at)

    def _surname_next(self, at: int) -> bool:
        after = self.tokens[at + 1] if at + 1 < self._limit else None
        return after is not None and after.kind is Kind.CAPITAL and after.low not in FUNCTION

    def _person_before(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        return (
            before is not None
            and before.kind in NAMELIKE
            and (before.low in self.known.first_names or before.low in _TITLES)
            and before.low not in CALENDAR
        )

    def _opens(self, at: int) -> bool:
        token = self.tokens[at]
        if not self._name(at):
            return False
        if token.kind is Kind.INITIAL:
            return token.text.endswith(".") and at + 1 < self._limit and self._name(at + 1)
        if token.low == "new":
            return at + 1 < self._limit and self._name(at + 1)
        return True

    def _run_end(self, at: int) -> int:
        """One past the last token of the run that begins at `at`."""
        tokens = self.tokens
        end = at + 1
        while end < self._limit and end - at < 24:
            if tokens[end - 1].possessive and not self._keeps_possessive(end - 1):
                break
            if tokens[end].tied:
                break
            if self._name(end):
                end += 1
                continue
            step = end
            while step < self._limit and step - end < 3 and self._link(step):
                step += 1
            if step == end or step >= self._limit or not self._name(step) or tokens[step].tied:
                if tokens[end].kind is Kind.NUMBER and tokens[end - 1].low in ("resolution", "article", "apollo"):
                    end += 1
                break
            end = step + 1
        return end

    def _nickname(self, at: int) -> int:
        """Where a nickname in quotes or brackets that opens at `at` inside a name ends; `at` where it does not."""
        tokens = self.tokens
        if tokens[at].kind not in (Kind.OPEN_QUOTE, Kind.OPEN) or tokens[at - 1].possessive:
            return at
        if tokens[at - 1].low not in self.known.first_names and tokens[at - 1].kind is not Kind.INITIAL:
            return at
        for close in range(at + 2, min(at + 5, self._limit - 1)):
            if tokens[close].kind in (Kind.CLOSE_QUOTE, Kind.CLOSE):
                named = tokens[at + 1].kind is Kind.CAPITAL or tokens[at + 1].low == "the"
                after = tokens[close + 1]
                return close + 1 if named and after.kind is Kind.CAPITAL and self._name(close + 1) else at
            if tokens[close].kind not in NAMELIKE and tokens[close].kind is not Kind.LOWER:
                break
        return at

    def _link(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind is Kind.LOWER:
            return token.low in PARTICLES or token.low in ("of", "for", "on", "to", "and", "&", "the", "against")
        return token.kind is Kind.DASH and self.tokens[at - 1].low in ("al", "el")

    def _keeps_possessive(self, at: int) -> bool:
        """Whether the possessive is part of a name: People's Party, Attorney General's Office."""
        token = self.tokens[at]
        after = self.tokens[at + 1] if at + 1 < self._limit else None
        return (
            after is not None
            and after.kind is Kind.CAPITAL
            and not token.weak
            and (token.low in self.known.words or token.low in ROLES)
            and token.low not in self.known.surnames
            and any(self.tokens[k].low in _HEADS for k in range(at + 1, min(at + 4, self._limit)))
        )

    # Parsing a run ------------------------------------------------------------------------------

    def _parse(self, begin: int, end: int) -> None:
        at = begin
        titled = False
        before = self.tokens[begin - 1] if begin else None
        if before is not None and before.kind is Kind.LOWER and before.low in ROLES:
            titled = True
        while at < end:
            if not self._name(at):
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
        stop, known = self._longest(at, end)
        headed = self._headed(at, end)
        if headed is not None and headed[0] > stop and self._stands(at, headed[0]):
            begin = at
            if tokens[at].tied and self.found and self.found[-1].end == at:
                begin = self.found.pop().begin
            self._emit(begin, headed[0], {headed[1]: headed[2]}, headed=True)
            return headed[0]
        if known is not None and known.type == "place" and self._team(at, stop, end):
            self._emit(at, stop + 1, {"organisation": 4.0}, headed=True)
            return stop + 1
        if known is not None and stop - at > 1:
            return self._emit_known(at, stop, known)
        title = self._title(at, end)
        if title is not None:
            return title
        if known is not None and not (titled and known.weight < 5):
            if not self._personal(at, end, known):
                return self._emit_known(at, stop, known)
        return self._plain(at, end, titled)

    def _team(self, at: int, stop: int, end: int) -> bool:
        """Whether a place and a plural make the name of a team: Kansas City Chiefs, Philadelphia 76ers."""
        if stop >= end or self.tokens[stop - 1].possessive or not self._name(stop):
            return False
        token = self.tokens[stop]
        if token.kind is not Kind.CAPITAL or token.headline or not token.low.endswith("s") or len(token.low) < 4:
            return False
        if token.text[0].isdigit():
            return True
        if stop - at == 1 and key(self.tokens[at].text) in self.known.countries:
            return False
        return (
            token.low in self.known.words or token.low[:-1] in self.known.words or token.low in self.known.demonyms
        ) and token.low not in _TITLES and token.low not in _HEADS and token.low not in PORTFOLIO

    def _longest(self, at: int, end: int) -> tuple[int, Known | None]:
        """The longest known name that begins at `at`, and where it ends."""
        tokens = self.tokens
        text = tokens[at].text
        first = key(text)
        head = first.split(" ")[0] if first else ""
        for size in range(min(self.known.openings.get(head, 1), end - at), 1, -1):
            known = self.known.names.get(" ".join(key(token.text) for token in tokens[at : at + size]))
            if known is not None:
                return at + size, known
        known = self.known.capitals.get(text) or self.known.names.get(first)
        return (at + 1, known) if known is not None else (at, None)

    def _emit_known(self, at: int, stop: int, known: Known) -> int:
        token = self.tokens[at]
        if stop - at == 1 and known.weight < 5 and token.weak and token.low in self.known.words:
            return stop
        self._emit(at, stop, {}, known=known)
        return stop

    def _personal(self, at: int, end: int, known: Known) -> bool:
        """Whether a place's name begins the name of a person: Paris Hilton, Jordan Peele."""
        token = self.tokens[at]
        if known.type != "place" or at + 1 >= end or not self._name(at + 1):
            return False
        after = self.tokens[at + 1]
        if after.tied or after.low in _TITLES or after.low in ROLE_MODIFIERS or after.low in _HEADS:
            return False
        if self.known.find(after.text) is not None and after.low not in self.known.surnames:
            return False
        named = token.low in self.known.first_names
        if key(token.text) in self.known.countries:
            return named and after.low in self.known.surnames and after.low not in self.known.frequent
        return after.low in self.known.surnames or (named and after.low not in self.known.words)

    def _headed(self, at: int, end: int) -> tuple[int, EntityType, float] | None:
        """A phrase from `at` whose head tells its type: its end, the type, how sure."""
        tokens = self.tokens
        best: tuple[int, EntityType, float] | None = None
        k = at
        while k < end:
            token = tokens[k]
            low = token.low
            if not self._name(k):
                if low in ("of", "for", "on", "to", "the", "against"):
                    break
                if low in ("and", "&") and not (best is None and self._joins(at, k, end)):
                    break
                k += 1
                continue
            if low in _TITLES and low not in ROLE_MODIFIERS and low not in _HEADS:
                break
            kind = _HEADS.get(low)
            following = tokens[k + 1] if k + 1 < end else None
            if k == at and low in _OPENERS and following is not None:
                stop = self._extension(k + 1, end) if following.low == "of" else self._plain_end(k + 1, end)
                return (stop, _OPENERS[low], 4.0) if stop > k + 1 else None
            if k == at and low in PLACE_FIRST and following is not None and self._name(k + 1) and low not in ("el", "la", "las", "los"):
                if (
                    following.low not in self.known.words or low in ("mount", "mt", "mt.", "lake", "camp", "fort", "cape")
                ) and following.low not in _TITLES and (low not in DIRECTIONS or self.known.find(following.text)):
                    best = (k + 2, "place", 2.5)
                    if self.known.find(following.text) is not None and low in DIRECTIONS:
                        best = (k + 2, "place", 4.0)
            if k == at and low in DIRECTIONS and following is not None:
                stop, known = self._longest(k + 1, end)
                if known is not None and known.type == "place":
                    best = (stop, "place", 4.0)
            if kind is not None and not (
                following is not None and low in ROLE_MODIFIERS and (following.low in _TITLES or following.low in ROLE_MODIFIERS)
            ):
                if low == "convention" and k > at and tokens[k - 1].low in _GATHERINGS:
                    kind = "event"
                if low in self.known.first_names and not self._final(k, at, end):
                    k += 1
                    continue
                if following is not None and following.low in _OF[kind] and not self._name(k + 1):
                    stop = self._extension(k + 1, end)
                    if stop > k + 1:
                        best = (stop, kind, 4.0)
                        k = stop
                        continue
                if following is not None and following.kind is Kind.NUMBER and kind == "work":
                    best = (k + 2, kind, 4.0)
                elif k > at and any(self._name(j) and tokens[j].low not in _HEADS or j > at for j in range(at, k)):
                    best = (k + 1, kind, 4.0)
            if token.possessive and not self._keeps_possessive(k):
                break
            k += 1
        return best

    def _final(self, k: int, at: int, end: int) -> bool:
        """Whether a head that is also a first name ends a phrase of plain words: the Patients Bill, not Bill."""
        return k + 1 == end and k > at and self.tokens[k - 1].low in self.known.words

    def _stands(self, at: int, end: int) -> bool:
        """Whether a headed phrase is a name: in a headline only if its words are none of every day."""
        if not self.tokens[at].headline:
            return True
        for token in self.tokens[at : end - 1]:
            if token.kind is Kind.CAPITAL and token.low in self.known.words and token.low not in _HEADS:
                if token.low in self.known.frequent or (
                    token.low not in self.known.surnames and self.known.find(token.text) is None
                ):
                    return (self.tokens[at].text, self.tokens[at + 1].text) in self._pairs()
        return True

    def _joins(self, begin: int, at: int, end: int) -> bool:
        """Whether "and" at `at` joins plain words of one name: Food and Drug Administration."""
        before, after = self.tokens[at - 1], self.tokens[at + 1] if at + 1 < end else None
        return (
            after is not None
            and before.low in self.known.words
            and after.low in self.known.words
            and before.low not in _HEADS
            and self._name(at + 1)
            and self.known.find(before.text) is None
        )

    def _extension(self, at: int, end: int) -> int:
        """Where the phrase after "of" at `at` ends; `at` where there is none."""
        tokens = self.tokens
        k = at + 1
        if k < end and tokens[k].low == "the":
            k += 1
        if k >= end or not self._name(k):
            return at
        stop, known = self._longest(k, end)
        if known is not None:
            k = stop
            if k < end and self._name(k) and tokens[k].low in _HEADS and tokens[k].low not in ROLE_MODIFIERS:
                k += 1
            return k
        while k < end:
            if self._name(k):
                if tokens[k].low in _TITLES and tokens[k].low not in PORTFOLIO or tokens[k].tied:
                    break
                k += 1
                if tokens[k - 1].possessive:
                    break
                continue
            low = tokens[k].low
            after = tokens[k + 1] if k + 1 < end else None
            if low in ("and", "&") and after is not None and self._name(k + 1):
                if after.low in self.known.words and tokens[k - 1].low in self.known.words and after.low not in _TITLES:
                    k += 1
                    continue
                break
            if low in ("of", "the") and k + 1 < end and tokens[k - 1].low in self.known.words:
                k += 1
                continue
            break
        while k > at and not self._name(k - 1):
            k -= 1
        return k

    def _title(self, at: int, end: int) -> int | None:
        """Where a title that begins at `at` ends, negative so that a person is expected; None if there is none."""
        tokens = self.tokens
        k = at
        last = -1
        while k < end and self._name(k):
            low = tokens[k].low
            if low in _TITLES:
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
        if (
            role in KEPT_TITLES
            and last == at
            and k < end
            and self._name(k)
            and (k + 1 >= end or not self._name(k + 1) or tokens[k + 1].low in KIN or tokens[k].possessive)
            and self.known.find(tokens[k].text) is None
        ):
            stop = k + 1
            if stop < end and tokens[stop].kind is Kind.UPPER and tokens[stop].low in KIN | {"v", "vi", "vii", "viii", "xvi"}:
                stop += 1
            self._emit(at, stop, {"person": 6.0}, titled=True)
            return stop
        while k < end and not self._name(k) and tokens[k].low in ("of", "for", "to", "on", "the", "and"):
            k += 1
        if k == last + 1 or k >= end or tokens[k - 1].low == "and":
            return -(last + 1)
        plain = k
        while k < end and (tokens[k].low in PORTFOLIO or (tokens[k].low in ("and", "the", "of") and k + 1 < end)):
            k += 1
        while k > plain and not self._name(k - 1):
            k -= 1
        if k > plain:
            return -k
        stop, known = self._longest(k, end)
        headed = self._headed(k, end)
        if headed is not None and headed[0] > stop:
            self._emit(k, headed[0], {headed[1]: headed[2]}, headed=True)
            return -headed[0]
        if known is not None:
            self._emit_known(k, stop, known)
            return -stop
        stop = k + 1
        while stop < end and self._name(stop) and not tokens[stop - 1].possessive:
            if tokens[stop].low in self.known.first_names or tokens[stop].low in _TITLES:
                break
            stop += 1
        if stop > k + 1 or tokens[k].low not in self.known.words:
            self._emit(k, stop, {"place": 1.5, "organisation": 1.2})
        return -stop

    def _plain_end(self, at: int, end: int) -> int:
        """Where a stretch of plain names that begins at `at` ends."""
        tokens = self.tokens
        k = at
        while k < end:
            token = tokens[k]
            if self._name(k):
                if k > at:
                    if token.low in _TITLES and token.low not in KIN and not self._surname(k, at):
                        break
                    if token.weak and not tokens[k - 1].weak:
                        break
                    stop, known = self._longest(k, end)
                    if known is not None and not self._swallows(at, k, stop, known):
                        break
                    if token.weak and token.low in self.known.words and token.low not in self.known.surnames:
                        break
                k += 1
                if token.possessive:
                    break
                continue
            if token.low not in PARTICLES or token.low in ("and", "e", "y", "the"):
                if not (token.kind is Kind.DASH and k > at and tokens[k - 1].low in ("al", "el")):
                    break
            k += 1
        while k > at + 1 and not self._name(k - 1):
            k -= 1
        return k

    def _surname(self, k: int, at: int) -> bool:
        """Whether the word of an office at `k` is a surname here: Stephen King, Jay Leno no."""
        return k == at + 1 and self.tokens[at].low in self.known.first_names and self.tokens[k].low in self.known.surnames

    def _swallows(self, at: int, k: int, stop: int, known: Known) -> bool:
        """Whether a known name inside a stretch is part of a person's name: Jack London."""
        if known.type == "group" and known.weight == 5:
            return False
        if stop - k > 1 and known.weight == 5:
            return False
        before = self.tokens[at].low
        given = before in self.known.first_names or self.tokens[k - 1].kind is Kind.INITIAL
        if known.weight == 5:
            return given and k - at == 1 and self.tokens[k].low in self.known.surnames
        return given or before not in self.known.words

    def _plain(self, at: int, end: int, titled: bool) -> int:
        """Take a stretch of plain names."""
        tokens = self.tokens
        stop = self._plain_end(at, end)
        begin = at
        while begin < stop - 1 and self._leading_plain(begin, stop):
            begin += 1
        for at in range(begin, stop - 2):
            if not titled and self._prefixed(at):
                self._emit(begin, at + 1, {})
                begin = at + 1
                break
        scores: Scores = {"person": 5.0} if titled and begin == at else {}
        self._emit(begin, stop, scores, titled=bool(scores))
        return stop

    def _prefixed(self, at: int) -> bool:
        """Whether a short form or a plain word stands before a first name: RB Pierre Thomas."""
        token, after = self.tokens[at], self.tokens[at + 1]
        if after.low not in self.known.first_names or token.low in self.known.first_names:
            return False
        if token.kind is Kind.UPPER:
            return "." not in token.text
        return (
            token.weak
            and token.kind is Kind.CAPITAL
            and token.low not in self.known.surnames
            and after.low not in self.known.words
        )

    def _leading_plain(self, at: int, stop: int) -> bool:
        """Whether a word at the start owes its capital to its place and is no part of the name."""
        token = self.tokens[at]
        if not self._name(at):
            return True
        if not token.weak or token.low not in self.known.words:
            return False
        after = self.tokens[at + 1]
        if token.low in self.known.first_names and (after.low not in self.known.words or after.low in self.known.surnames):
            return False
        return not (token.text, after.text) in self._pairs()

    def _pairs(self) -> set[tuple[str, str]]:
        """Pairs of words of which the first has a certain capital somewhere in the text."""
        if self._strong is None:
            self._strong = {
                (one.text, two.text)
                for one, two in zip(self.tokens, self.tokens[1:], strict=False)
                if one.kind is Kind.CAPITAL and not one.weak and two.kind is Kind.CAPITAL
            }
        return self._strong

    def _emit(
        self,
        begin: int,
        end: int,
        scores: Scores,
        *,
        known: Known | None = None,
        headed: bool = False,
        titled: bool = False,
    ) -> None:
        tokens = self.tokens
        while begin < end and not self._name(begin):
            begin += 1
        while end > begin and not self._name(end - 1) and tokens[end - 1].kind is not Kind.NUMBER:
            end -= 1
        if begin >= end:
            return
        name = " ".join(token.text for token in tokens[begin:end])
        weak = all(token.weak for token in tokens[begin:end] if token.kind in NAMELIKE)
        found = known if known is not None else self.known.find(name)
        made = Candidate(begin, end, name, key(name), weak, {}, {}, found, headed, titled)
        if headed:
            made.form = scores
        else:
            made.scores = scores
        self.found.append(made)

"""What a model takes for names in one document, as votes beside what the rules have seen.

A model is no judge: what it says of a name is evidence on the scale of `evidence`. It errs alike wherever a
name stands, so all it says of one name in a document counts once, by how much it agrees with itself. It may
bring in a name that the rules passed over, make a sure name of what might be a plain word, and where it is
silent make a rare name doubtful. The numbers were set on development data.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from index.entities.candidate import Candidate
from index.entities.context import Read
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.heads import DIRECTIONS, ORGANISATION_HEADS
from index.entities.lexicon.offices import PORTFOLIO, ROLE_MODIFIERS, ROLES, TITLES
from index.entities.model import EntityType, Vote
from index.entities.names import key
from index.entities.naming import best
from index.entities.tokens import NAMELIKE, Kind, Token, written
from index.model import Field

FULL = 3.0
"""What the votes for a name count where all are of one type, and the rules have no idea of it."""
LONE_PLACE = 0.8
"""The share of it that counts for a single word taken for a place that no list of places has."""
AGAINST = 0.5
"""The share that counts for a single word which the gazetteer knows as something else."""
HINT = 0.5
"""From this on the rules have an idea of a mention's type."""
BESIDE = 1.5
"""What the votes count there."""
PART = 0.6
"""What a vote counts for a name that only ends where it does."""
SEEN = 2.0
"""From this on the rules see a mention's type, whether the model sees a name or not."""
SILENT = 2
"""A name that is mentioned no oftener, and never voted for, is not taken for one by its capital alone."""

_LINKS = frozenset(("of", "for", "on", "and", "&", "the", "to", "de", "la", "del"))
_TIMES = frozenset(("gmt", "est", "edt", "pst", "pdt", "cet", "utc", "bst", "ist", "pm", "am", "ad", "bc"))
_PLAIN = ROLES | TITLES | ROLE_MODIFIERS | PORTFOLIO | ORGANISATION_HEADS | DIRECTIONS | _TIMES
"""Words that name nobody by themselves."""


def hear(votes: Sequence[Vote], fields: Sequence[Field], reads: Sequence[Read], known: Gazetteer) -> None:
    """Add what a model says to the candidates of each field, and the names that it alone has seen."""
    Hearing(known).hear(votes, fields, reads)


class Hearing:
    """Takes the votes on one document."""

    def __init__(self, known: Gazetteer) -> None:
        self.known = known
        self.said: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
        """How often the model takes a name for what, by key."""
        self.families: set[str] = set()
        """Last words of the names of people in full."""

    def hear(self, votes: Sequence[Vote], fields: Sequence[Field], reads: Sequence[Read]) -> None:
        """Collect what is said of each name, then let it count wherever the name stands."""
        for field, (tokens, candidates) in zip(fields, reads, strict=True):
            self._take([vote for vote in votes if vote.field == field], tokens, candidates)
        times = Counter(candidate.key for _, candidates in reads for candidate in candidates)
        for _, candidates in reads:
            for candidate in candidates:
                if candidate.key in self.said:
                    self._count(candidate)
                elif times[candidate.key] <= SILENT and self._is_doubtful(candidate):
                    candidate.weak = True

    def _take(self, votes: Sequence[Vote], tokens: list[Token], candidates: list[Candidate]) -> None:
        """Note the votes in one field by the names they are for."""
        starts = [candidate.begin for candidate in candidates]
        fresh: list[Candidate] = []
        for vote, begin, end in _placed(votes, tokens):
            first = max(0, bisect_right(starts, begin) - 1)
            over = [one for one in candidates[first : bisect_left(starts, end)] if begin < one.end]
            if not over and self._is_name(tokens[begin:end]):
                name = written(tokens[begin:end])
                over = [Candidate(begin, end, name, key(name), False, {}, {}, self.known.find(name))]
                fresh += over
            for one in over:
                if (one.begin, one.end) == (begin, end):
                    self.said[one.key][vote.type] += 1
                    one.weak = one.weak and one.key in self.known.words
                elif one.end == end and begin < one.begin:
                    one.add(vote.type, PART)
            if vote.type == "person" and end - begin > 1:
                self.families.add(key(tokens[end - 1].text))
        candidates.extend(fresh)
        candidates.sort(key=lambda candidate: candidate.begin)

    def _count(self, candidate: Candidate) -> None:
        """Count all that is said of a name, as part of its form: once, however often it stands."""
        said = self.said[candidate.key]
        for kind, votes in said.items():
            score = (FULL if best(candidate.total())[1] < HINT else BESIDE) * votes / said.total()
            if " " not in candidate.key:
                if candidate.known is None:
                    score *= LONE_PLACE if kind == "place" else 1.0
                    kind = "person" if candidate.key in self.families else kind
                elif candidate.known.type != kind:
                    score *= AGAINST
            candidate.show(kind, score)

    def _is_doubtful(self, candidate: Candidate) -> bool:
        """Whether nothing but a capital says that a single word is a name."""
        return not (
            candidate.known is not None
            or candidate.titled
            or candidate.headed
            or " " in candidate.key
            or candidate.key in self.families
            or best(candidate.total())[1] >= SEEN
        )

    def _is_name(self, tokens: Sequence[Token]) -> bool:
        """Whether words have the look of a name: capitals, with nothing but small words between."""
        if any(token.kind not in NAMELIKE and token.low not in _LINKS for token in tokens):
            return False
        if all(token.low in _PLAIN or token.low in _LINKS for token in tokens):
            return False
        token = tokens[0]
        plain = token.kind is Kind.INITIAL or token.shouted or token.low in self.known.words
        return len(tokens) > 1 or not plain


def _placed(votes: Sequence[Vote], tokens: Sequence[Token]) -> Iterator[tuple[Vote, int, int]]:
    """Votes with the tokens that they mean: without articles, titles and signs around the name."""
    starts = [token.start for token in tokens]
    for vote in votes:
        begin = bisect_left(starts, vote.start)
        if begin and tokens[begin - 1].end > vote.start:
            begin -= 1
        end = bisect_left(starts, vote.end)
        while begin < end and (tokens[begin].kind not in NAMELIKE or tokens[begin].low == "the"):
            begin += 1
        while end > begin and tokens[end - 1].kind not in NAMELIKE:
            end -= 1
        if vote.type == "person":
            while begin < end - 1 and (tokens[begin].low in TITLES or tokens[begin].low in ROLES):
                begin += 1
        if begin < end:
            yield vote, begin, end

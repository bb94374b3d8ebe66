"""Towns that are named for their team: "Indianapolis (10-5)", "a win over Jacksonville"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.entities.candidate import Candidate
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.around import SPORT_AFTER, SPORT_BEFORE
from index.entities.naming import Name
from index.entities.tokens import NAMELIKE, Kind, Token

_PLAYED = """
    lost loses lose losing won wins beat beats beating defeated defeats scored trailed trails rallied clinched
    advanced outscored
"""
"""What a team does in a game."""
_SIGNED = "signed signs waived waives drafted drafts re-signed released releases acquired acquires"
"""What a team does with players."""
_MANY = frozenset(("have", "are", "were"))
"""Verbs that a town by itself has only where the players are meant: "Halden have signed nobody"."""
_OVERCOME = """
    beat beats beating defeat defeats defeated defeating overcame overcome edged routed trounced outlasted
    play plays played playing faced
"""
"""Verbs whose object is the other team."""
_LED = frozenset(("lead", "leads", "led", "leading", "help", "helped", "helping"))
_FALLEN = frozenset(("fall", "falls", "fell", "lost", "lose", "loses", "losing", "falling"))
_OVER = frozenset(("over", "against", "to", "for"))
_OWNED = 4
"""Tokens after a possessive in which a noun of teams is looked for: "Philadelphia's 21st head coach"."""

_PLAYS = frozenset(_PLAYED.split())
_HIRES = frozenset(_SIGNED.split())
_BEATEN = frozenset(_OVERCOME.split())


def plays(candidate: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether what stands around the name of a town shows that its team is meant."""
    begin, end = candidate.begin, candidate.end
    return _before(tokens, begin, end) or _after(tokens, end) or _are_many(tokens, begin, end)


def _before(tokens: Sequence[Token], begin: int, end: int) -> bool:
    if not begin or tokens[begin - 1].kind is not Kind.LOWER:
        return False
    low, previous = tokens[begin - 1].low, tokens[begin - 2].low if begin > 1 else ""
    if low in _BEATEN:
        return True
    if low in _LED:
        return end < len(tokens) and tokens[end].low == "to"
    return (low in _OVER and previous in SPORT_BEFORE) or (low == "to" and previous in _FALLEN)


def _after(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    if tokens[at - 1].possessive:
        return any(token.low in SPORT_AFTER for token in _words(tokens, at))
    token = tokens[at]
    if token.kind is Kind.OPEN:
        return _is_record(tokens, at + 1)
    if token.kind is not Kind.LOWER:
        return False
    if token.low in SPORT_AFTER or token.low in _PLAYS:
        return True
    after = tokens[at + 1 : at + 4]
    hires = token.low in _HIRES or (token.low == "picked" and any(other.low == "up" for other in after[:1]))
    return hires and any(other.kind in NAMELIKE for other in after)


def _are_many(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a verb in the plural follows a town by itself, which no preposition stands before."""
    if end >= len(tokens) or tokens[end].low not in _MANY or tokens[end - 1].possessive:
        return False
    return begin == 0 or tokens[begin - 1].kind in (Kind.STOP, Kind.BREAK, Kind.COMMA)


def _words(tokens: Sequence[Token], at: int) -> Iterable[Token]:
    """The words and numbers that follow one another from `at`."""
    for token in tokens[at : at + _OWNED]:
        if token.kind not in (Kind.LOWER, Kind.NUMBER):
            return
        yield token


def _is_record(tokens: Sequence[Token], at: int) -> bool:
    """Whether what a team has won and lost stands at `at`: "10-5)"."""
    numbers = [token for token in tokens[at : at + 6] if token.kind is not Kind.DASH]
    for count, token in enumerate(numbers):
        if token.kind is not Kind.NUMBER:
            return token.kind is Kind.CLOSE and count in (2, 3)
    return False


def teams_of_towns(names: dict[str, Name], known: Gazetteer) -> list[tuple[Name, Name, list[Candidate]]]:
    """(town, team, mentions) where the only team of a town that a document names is meant by the town."""
    towns = {
        name.key: mentions
        for name in names.values()
        if name.of is None and (mentions := [one for one in name.candidates if one.plays])
    }
    if not towns:
        return []
    teams: defaultdict[str, dict[int, Name]] = defaultdict(dict)
    for name in names.values():
        words = name.key.split(" ")
        for at in range(len(words)):
            nickname = " ".join(words[at:])
            if nickname not in known.teams:
                continue
            called = [" ".join(words[:at])] if at else [t for t in towns if f"{t} {nickname}" in known.names]
            for town in called:
                teams[town][id(name.top())] = name.top()
    return [
        (names[town], next(iter(teams[town].values())), mentions)
        for town, mentions in towns.items()
        if len(teams.get(town, ())) == 1
    ]

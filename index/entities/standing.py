"""Capitals that are named for a government: "Tehran denied it", "Moscow's offer". They stay places."""

from collections.abc import Sequence

from index.entities.candidate import Candidate
from index.entities.lexicon.verbs import ACTS, AUXILIARIES, SPEECH
from index.entities.tokens import NAMELIKE, Kind, Token
from index.model import StandsFor

_BETWEEN = 3
"""Auxiliaries and adverbs that may stand between the capital and its verb."""

_OBJECTED = """
    accuse accused accuses accusing urge urged urges urging warn warned warns warning tell told tells telling
    ask asked asks asking press pressed presses pressing pressure pressured blame blamed blames blaming
    condemn condemned condemns sue sued persuade persuaded lobby lobbied thank thanked thanks
"""
"""Verbs whose object is somebody who can answer: "warned Tehran"."""
_OWNED = """
    accusation accusations aid ally allies ambassador ambition ambitions answer approach approval arms backing
    claim claims concern concerns condition conditions consent decision delegation demand demands denial
    diplomacy diplomat diplomats envoy envoys intention intentions interest interests invasion negotiator
    negotiators objection objections offer patience plan plans pledge policy policies position proposal
    proposals reaction refusal reply request response rhetoric sanctions stance strategy support threat
    threats view views warning warnings willingness
"""
"""What a government has: "Moscow's offer"."""
_FOREIGN = frozenset(("foreign", "nuclear", "latest", "new", "own", "official", "initial", "military"))
_BEFORE = frozenset(
    (
        "that",
        "and",
        "but",
        "while",
        "as",
        "if",
        "when",
        "because",
        "although",
        "after",
        "before",
        "what",
        "since",
    )
)
"""Words before a capital that begin a clause: what is named after them may act."""


_URGED = frozenset(_OBJECTED.split())
_A_GOVERNMENTS = frozenset(_OWNED.split())


def stands_for(candidate: Candidate, tokens: Sequence[Token]) -> StandsFor | None:
    """What the name of a capital stands for here besides the city: a government, if a verb shows it."""
    at = candidate.end
    before = tokens[candidate.begin - 1] if candidate.begin else None
    if before is not None and before.low in _URGED and before.kind is Kind.LOWER:
        return "government"
    if tokens[at - 1].possessive:
        return "government" if _owns(tokens, at) else None
    if _in_the_city(before):
        return None
    if at + 1 < len(tokens) and tokens[at].low == "and" and tokens[at + 1].kind in NAMELIKE:
        at += 2  # Moscow and Beijing vetoed it
    return "government" if _acts(tokens, at) else None


def _in_the_city(before: Token | None) -> bool:
    """Whether a small word before a name says that it is where something is: "officials in Tehran said"."""
    if before is None or before.weak or before.kind is not Kind.LOWER:
        return False
    return before.low not in _BEFORE and before.low not in SPEECH


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that only somebody can do follows."""
    for token in tokens[at : at + _BETWEEN + 1]:
        if token.kind is not Kind.LOWER or token.tied:
            return False
        if token.low in ACTS:
            return True
        if (
            token.low not in AUXILIARIES
            and token.low not in ("not", "never", "again", "is", "are")
            and token.low[-2:] != "ly"
        ):
            return False
    return False


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether what belongs to the capital is a government's."""
    for token in tokens[at : at + 2]:
        if token.low in _A_GOVERNMENTS:
            return True
        if token.low not in _FOREIGN:
            return False
    return False

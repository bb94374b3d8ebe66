"""Awards whose names are people's too: "an Oscar", "the Emmy host"."""

from collections.abc import Sequence

from index.entities.candidate import Candidate
from index.entities.lexicon.classes import words
from index.entities.tokens import Kind, Token

_AWARDS = words("oscar emmy tony grammy")
_BEFORE = words(
    """
    a an the his her their its first second third another no two best single win wins won winning
    """
)
_AFTER = words(
    """
    award awards broadcast broadcasts buzz ceremony ceremonies contender contenders favorite favourite gala
    gown history host hosts hosting nod nods night nominated nominee nominees nomination nominations
    organizers party race season show speech statuette statuettes telecast voters winner winners winning
    """
)


def is_award(candidate: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether a name that many people have is that of an award, by the words beside it."""
    if candidate.key not in _AWARDS or candidate.titled:
        return False
    begin, end = candidate.begin, candidate.end
    if any(
        token.low in _AFTER for token in tokens[end : end + 2] if token.kind in (Kind.LOWER, Kind.CAPITAL)
    ):
        return True
    before = tokens[begin - 1] if begin else None
    return before is not None and before.low in _BEFORE and not tokens[end - 1].possessive

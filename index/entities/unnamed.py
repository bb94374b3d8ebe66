"""Capitals that name nobody: accounts, credits, sides of the world, numbered weeks, parties and states."""

import re

from index.entities.candidate import Candidate
from index.entities.lexicon.classes import words
from index.entities.lexicon.heads import DIRECTIONS
from index.entities.tokens import NAMELIKE, Kind, Token

_LONGEST_CREDIT = 12
_OF_A_SIDE = frozenset(word for word in DIRECTIONS if word.endswith("ern")) | {"central", "upper", "lower"}
"""Words that are part of names but none by themselves: "Western" as in "Western sanctions"."""


_COUNTED = words(
    """
    act chapter class day episode exhibit figure flight game grade group item lap lesson level line lot match
    number page part period phase quarter question round season section set stage step table tier unit verse
    version volume week year
    """
)
"""What is told apart by numbers."""


_OF_A_PARTY = re.compile(r"[DRI]-[A-Z][a-z]+\.?")
"""Party and state of a member of Congress: D-Mass."""


def names_nobody(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether what looks like a name is none."""
    return (
        candidate.key in _OF_A_SIDE
        or _is_account(candidate, tokens)
        or _is_credit(candidate, tokens)
        or _is_counted(candidate, tokens)
        or _OF_A_PARTY.fullmatch(candidate.name) is not None
    )


def _is_counted(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether a plain word with a capital has a number: Week 11, Game 7."""
    if candidate.end >= len(tokens):
        return False
    after = tokens[candidate.end]
    return candidate.key in _COUNTED and after.kind is Kind.NUMBER and not after.tied


def _is_account(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether the name is that of an account, which its handle follows: "DD Geopolitics (@…)"."""
    for token in tokens[candidate.end : candidate.end + 4]:
        if token.kind is Kind.JUNK:
            return token.text.startswith("@")
        if token.kind not in (Kind.OPEN, Kind.STOP):
            return False
    return False


def _is_credit(candidate: Candidate, tokens: list[Token]) -> bool:
    """Whether an unknown short form stands in a list of sources after a paragraph: "(PC, AJA)"."""
    if candidate.known is not None or candidate.end - candidate.begin > 1:
        return False
    if tokens[candidate.begin].kind is not Kind.UPPER:
        return False
    at = candidate.begin
    first = max(0, at - _LONGEST_CREDIT)
    while at > first and tokens[at].kind is not Kind.OPEN:
        if tokens[at].kind is not Kind.COMMA and tokens[at].kind not in NAMELIKE:
            return False
        at -= 1
    if tokens[at].kind is not Kind.OPEN:
        return False
    return at == 0 or tokens[at - 1].kind in (Kind.BREAK, Kind.STOP)

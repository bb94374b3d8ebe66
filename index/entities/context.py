"""What several names of one document say together: lists, acronyms."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.entities.candidate import Candidate, Scores
from index.entities.model import EntityType
from index.entities.naming import best, is_sure
from index.entities.tokens import Kind, Token

Read = tuple[list[Token], list[Candidate]]
"""A field's tokens and the candidates in them."""

_JOINING = frozenset(("and", "or", "the", "both"))


def acronyms(fields: Sequence[Read]) -> dict[str, str]:
    """Short forms that the text itself explains, "International Atomic Energy Agency (IAEA)", by key."""
    found: dict[str, str] = {}
    for tokens, candidates in fields:
        for long, short in pairwise(candidates):
            token = tokens[short.begin]
            if (
                short.begin == long.end + 1
                and short.end == short.begin + 1
                and tokens[long.end].kind is Kind.OPEN
                and short.end < len(tokens)
                and tokens[short.end].kind is Kind.CLOSE
                and token.kind is Kind.UPPER
                and " " in long.key
                and short.key[:1] == long.key[:1]
                and set(short.key) <= set(long.key)
            ):
                found[short.key] = long.key
    return found


def agree(fields: Sequence[Read]) -> None:
    """Let names that stand in one list vote for each other's type: "Fordow, Natanz, and Isfahan"."""
    pooled: dict[str, Scores] = {}
    for _, candidates in fields:
        for candidate in candidates:
            scores = pooled.setdefault(candidate.key, {})
            for kind, score in candidate.total().items():
                scores[kind] = scores.get(kind, 0.0) + score
    for tokens, candidates in fields:
        for group in _lists(candidates, tokens):
            settled: Counter[EntityType] = Counter()
            for candidate in group:
                leading, score, lead = best(pooled[candidate.key])
                if leading is not None and is_sure(score, lead):
                    settled[leading] += 1
            if len(settled) != 1 or "group" in settled:
                continue
            agreed = next(iter(settled))
            for candidate in group:
                if candidate.known is None or candidate.known.weight < 5:
                    candidate.add(agreed, 1.5 if len(group) > 2 else 0.4)


def _lists(candidates: list[Candidate], tokens: list[Token]) -> list[list[Candidate]]:
    """Names that stand side by side, with commas and an "and" between them."""
    found: list[list[Candidate]] = []
    group: list[Candidate] = []
    joined = False
    for candidate in candidates:
        if group:
            between = tokens[group[-1].end : candidate.begin]
            signs = [token for token in between if token.low not in _JOINING]
            if 0 < len(between) <= 3 and len(signs) <= 1 and all(sign.kind is Kind.COMMA for sign in signs):
                joined = joined or len(signs) < len(between)
                group.append(candidate)
                continue
            if joined:
                found.append(group)
        group, joined = [candidate], False
    if joined:
        found.append(group)
    return found

"""Plurals of people whose possessive stands within a name: Farmers' Union, Writers' Guild of America."""

from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.classes import words
from index.entities.lexicon.heads import HEADS
from index.entities.lexicon.offices import ROLES
from index.entities.lexicon.small import FUNCTION
from index.entities.names import key
from index.entities.tokens import NAMELIKE, Kind, Token

PLURAL_ENDINGS = frozenset(("'", "’"))
"""Apostrophes that make a possessive of a plural."""
_OPENING = frozenset(("'", "‘", "`"))
_ENDINGS = tuple(f"{ending}s" for ending in ("er", "or", "ist", "ian", "ant", "ent", "ee"))
"""How plurals end that say what people do or are."""
_PEOPLE = words(
    """
    boys brothers citizens cooks daughters fathers friends girls guides heroes kings knights ladies lords
    mothers nurses orphans peasants peoples pilots princes queens scouts sisters slaves sons stewards
    veterans widows wives youths
    """
)
"""Plurals of people that their ending does not tell."""
_OF_THEIRS = words("association brotherhood federation guild party society union")
"""What people have together, so that not even a nickname of teams before it is a team's: Miners' Union."""
_MATTERS = frozenset(("affairs", "rights"))
"""What of people an office or a committee is for: Department of Veterans' Affairs."""
_BETWEEN = 2
"""Words that may stand between the plural and what is theirs: Actors' Equity Association."""
_LONGEST_KNOWN = 4
"""Words of the longest known name that is looked for before the apostrophe."""


def join_plurals(tokens: list[Token], known: Gazetteer) -> list[Token]:
    """`tokens` with the apostrophes of plurals within names as endings, no longer as quotation marks."""
    marks = [at for at, token in enumerate(tokens) if token.kind is Kind.CLOSE_QUOTE]
    apostrophes = [at for at in marks if _follows_s(tokens, at) and _is_theirs(tokens, at, known)]
    dropped = set(apostrophes) - _closing(tokens) if apostrophes else set()
    if not dropped:
        return tokens
    for at in dropped:
        tokens[at - 1].possessive = True
        tokens[at - 1].ending = tokens[at].text
    return [token for at, token in enumerate(tokens) if at not in dropped]


def _follows_s(tokens: list[Token], at: int) -> bool:
    """Whether a mark that may be an apostrophe or end a quotation stands at `at` right after an s."""
    return _ends(tokens, at) and tokens[at - 1].low.endswith("s")


def _ends(tokens: list[Token], at: int) -> bool:
    """Whether a single mark that is no opening one stands at `at` right after something."""
    token = tokens[at]
    return (
        token.kind is Kind.CLOSE_QUOTE
        and token.text in PLURAL_ENDINGS
        and at > 0
        and tokens[at - 1].end == token.start
    )


def _closing(tokens: list[Token]) -> set[int]:
    """Marks after an s that end a quotation: the first of it, where none after another letter does."""
    closing: set[int] = set()
    opened, first = False, -1
    for at, token in enumerate(tokens):
        opens = token.kind is Kind.OPEN_QUOTE and token.text in _OPENING
        if opens and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NUMBER:
            continue  # in the '90s
        if opens or token.kind is Kind.BREAK:
            if first >= 0:
                closing.add(first)
            opened, first = opens, -1
        elif opened and _ends(tokens, at):
            if not _follows_s(tokens, at):
                opened, first = False, -1
            elif first < 0:
                first = at
    if first >= 0:
        closing.add(first)
    return closing


def _is_theirs(tokens: list[Token], at: int, known: Gazetteer) -> bool:
    """Whether people stand before the apostrophe at `at`, and behind it what is theirs by name."""
    if at + 1 >= len(tokens):
        return False
    people, after = tokens[at - 1], tokens[at + 1]
    if people.kind is not Kind.CAPITAL or after.kind is not Kind.CAPITAL:
        return False
    if after.start == tokens[at].end or not _are_people(people.low, known):
        return False
    if known.find(people.text) is not None or _ends_known_name(tokens, at, known):
        return False
    if people.low in known.teams and after.low not in _OF_THEIRS:
        return False
    before = tokens[at - 2] if at > 1 else None
    if people.headline and (before is None or before.kind not in NAMELIKE or before.low in FUNCTION):
        return False
    for k in range(at + 1, min(at + 2 + _BETWEEN, len(tokens))):
        token = tokens[k]
        if token.kind is not Kind.CAPITAL:
            return False
        if token.low in HEADS or token.low in _MATTERS:
            return not people.headline or HEADS.get(token.low) == "organisation"  # Bank Workers' Riot Deaths
        if not known.is_plain(token.low) or token.low in known.first_names or known.find(token.text):
            return False
    return False


def _are_people(low: str, known: Gazetteer) -> bool:
    """Whether the word is a plural of people, and nobody's name."""
    if not low.endswith("s") or low in known.surnames or low in known.first_names or low in HEADS:
        return False
    return low in _PEOPLE or low[:-1] in ROLES or (low.endswith(_ENDINGS) and len(low) > 5)


def _ends_known_name(tokens: list[Token], end: int, known: Gazetteer) -> bool:
    """Whether a known name of several words ends before `end`: the Chicago Bears' Soldier Field."""
    name = key(tokens[end - 1].text)
    for begin in range(end - 2, max(end - 1 - _LONGEST_KNOWN, -1), -1):
        name = f"{key(tokens[begin].text)} {name}"
        if name in known.names:
            return True
    return False

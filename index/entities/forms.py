"""What the form of a name says of its type, wherever it stands: first names, initials, known names."""

from index.entities.candidate import Candidate
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.classes import words
from index.entities.lexicon.heads import PLACE_FIRST
from index.entities.lexicon.offices import KIN, ROLES
from index.entities.lexicon.people import PARTICLES
from index.entities.names import NICKNAMES
from index.entities.tokens import NAMELIKE, Kind, Token

_KINDS = words(
    """
    black blue cherry crystal diamond golden gray green grove haven long maple new north olive orange pearl
    pink pleasant red river rock royal silver spring star stone summer sun sunny west white winter young
    """
)
"""Words that are first names of some, and of many more places say which."""

_EVERYBODYS = words(
    """
    bill bob bobby carl carol chuck dan dean don drew frank gene grant jack jay jean jerry jimmy joe john
    josh ken mark martin matt max mike nancy nick pat peter ray rich rick rob robin roger ron sue ted terry
    tom tony victor will
    """
)
"""First names that are words, and far more often names where they have a capital."""

STRENGTH = {5: 6.0, 4: 3.0, 3: 2.5, 2: 2.0, 1: 1.5}
"""What an entry of the gazetteer counts for, by its weight."""


def show_form(candidate: Candidate, tokens: list[Token], known: Gazetteer) -> None:
    """Add what the name says by itself."""
    entry = candidate.known
    words = [token for token in tokens[candidate.begin : candidate.end] if token.kind in NAMELIKE]
    if entry is not None:
        strength = STRENGTH[entry.weight]
        if entry.weight < 4 and candidate.key in known.surnames:
            strength = 1.0 if entry.weight == 3 else 0.8
        if candidate.titled:
            strength = min(strength, 1.0)
        candidate.show(entry.type, strength)
        if entry.weight == 5:
            return
    if candidate.headed:
        named = len(words) == 2 and words[0].low in known.first_names and words[0].low not in known.words
        if named and words[1].low in known.surnames:
            candidate.show("person", 3.0)
    elif len(words) == 1:
        _single(candidate, words[0], known)
    elif not _is_listed_place(candidate, words[0], known):
        _several(candidate, words, known)
        inside = tokens[candidate.begin + 1 : candidate.end - 1]
        if any(token.low in PARTICLES for token in inside) and words[0].low not in known.words:
            candidate.show("person", 2.0)


def _is_listed_place(candidate: Candidate, first: Token, known: Gazetteer) -> bool:
    """Whether all of a name is a town's, and its first word no mere first name: Green Bay, Santa Monica."""
    entry = candidate.known
    if entry is None or entry.type != "place":
        return False
    return first.low in PLACE_FIRST or (first.low in known.words and first.low not in NICKNAMES)


def _single(candidate: Candidate, word: Token, known: Gazetteer) -> None:
    if candidate.key in known.teams and not word.weak and candidate.key not in ROLES:
        candidate.show("organisation", 2.5)
    if word.low.endswith((".com", ".net", ".org")):
        candidate.show("organisation", 2.5)
    elif word.kind is Kind.UPPER and len(word.text.replace(".", "")) <= 6:
        candidate.show("organisation", 1.5)
    elif word.low in known.surnames:
        candidate.show("person", 0.8)
    elif word.low in known.first_names:
        candidate.show("person", 0.6)


def _several(candidate: Candidate, words: list[Token], known: Gazetteer) -> None:
    first, last = words[0], words[-1]
    if candidate.key in known.teams:
        candidate.show("organisation", 2.5)
        return
    if first.kind is Kind.INITIAL or any(word.kind is Kind.INITIAL for word in words[1:-1]):
        candidate.show("person", 2.5)
    if last.low in KIN:
        candidate.show("person", 3.0)
        last = words[-2]
    everyday = sum(word.low in known.words and word.low not in known.surnames for word in words)
    if len(words) <= 5:
        if first.low in known.first_names:
            plain = known.is_plain(last.low)
            usual = (
                first.low not in known.words
                or not plain
                or (last.low in known.surnames and first.low not in _KINDS)
            )
            certain = first.low in _EVERYBODYS and not (first.weak or last.headline)
            candidate.show("person", 3.0 if usual else 2.0 if certain else 1.0)
        if last.low in known.surnames and last.kind is Kind.CAPITAL:
            candidate.show("person", 1.0)
        if everyday == 0 and len(words) <= 4:
            candidate.show("person", 1.5)
    if everyday:
        candidate.show("organisation", 0.8 * everyday)
    if any(word.kind is Kind.UPPER for word in words):
        candidate.show("organisation", 1.0)

"""What the form of a name and the words around it say of its type.

The numbers are weights of evidence on one scale: about 1 for a hint, 2 where one such mention is enough to
go by, 5 and more where there is no doubt. They were set by hand on English news.
"""

from index.entities.candidate import Candidate
from index.entities.casing import is_nicknamed
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.around import (
    HELD,
    INTO,
    OF_A_PERSON,
    OF_A_PLACE,
    OF_A_RULER,
    OF_A_TOWN,
    OF_AN_ORGANISATION,
    ORGANISATION_NOUNS_AFTER,
    ORGANISATION_NOUNS_BEFORE,
    PLACE_AFTER,
    PLACE_BEFORE,
    PLACE_NOUNS,
    PLAYER_KINDS,
    PRESS,
    SEIZED,
    SPORT_AFTER,
    SPORT_BEFORE,
    TEAM_VERBS,
    TOLD_TO,
    TRAVEL,
    TRUST,
)
from index.entities.lexicon.heads import INSTITUTIONS
from index.entities.lexicon.offices import ROLES
from index.entities.lexicon.small import FUNCTION
from index.entities.lexicon.verbs import ACTS, AUXILIARIES, PAST, PERSON_VERBS, PRESENT, SPEECH
from index.entities.tokens import NAMELIKE, Kind, Token

_ABOUT = 8
"""Tokens after a comma in which an apposition is looked for."""

_ABOUT_A_PERSON = ROLES | {"who", "born", "aged", "age"}
_OPENS_APPOSITION = frozenset(("the", "a", "an", "of", "former", "one", "its", "his", "her", "new", "first"))
_VAGUE_PLACE = frozenset(
    ("from", "at", "into", "through", "within", "around", "across", "toward", "towards", "via")
)
_INSIDE = frozenset(("at", "from", "within"))
_SIDES = frozenset(("north", "south", "east", "west", "outskirts", "streets", "parts"))
_TOLD = frozenset(("told", "tells", "telling", "tell"))
_PREPOSITIONS = PLACE_BEFORE | {"of", "for", "with", "to", "by", "on", "against"}
_OVER = frozenset(("over", "against", "to"))
_NUMBERED = frozenset(("no.", "nos."))
_CLOSING = (Kind.COMMA, Kind.STOP, Kind.BREAK, Kind.CLOSE, Kind.DASH)
_RELATIVES = frozenset(("who", "whose", "himself", "herself"))
_PUBLICATIONS = frozenset(("magazine", "newspaper", "tabloid"))
_BANDS = frozenset(("gang", "crew", "cartel"))
_RULERS = frozenset(("regime", "administration", "presidency", "family"))


def weigh(candidate: Candidate, tokens: list[Token], known: Gazetteer) -> None:
    """Add to the scores of `candidate` what its surroundings say."""
    if candidate.begin:
        _before(candidate, tokens)
    if candidate.end < len(tokens):
        _after(candidate, tokens, known)
        if candidate.key in known.teams and tokens[candidate.end].low in TEAM_VERBS:
            candidate.add("organisation", 1.2)
        if (
            candidate.begin
            and _is_object(tokens[candidate.begin - 1])
            and not tokens[candidate.end - 1].possessive
        ):
            candidate.subject = False


def _is_object(token: Token) -> bool:
    """Whether a word before a name makes it part of what somebody does: "her stay at Betty Ford ended"."""
    return token.kind is Kind.LOWER and not token.weak and token.low in _PREPOSITIONS


def _before(candidate: Candidate, tokens: list[Token]) -> None:
    at = candidate.begin - 1
    definite = tokens[at].low == "the"
    if definite:
        _definite(candidate, tokens)
        at -= 1
        if at < 0:
            return
    token = tokens[at]
    low = token.low
    previous = tokens[at - 1].low if at else ""
    if token.kind is Kind.NUMBER and previous in _NUMBERED and candidate.end - candidate.begin == 1:
        candidate.add("organisation", 1.5)
    if token.kind is Kind.OPEN_QUOTE and _is_nickname(tokens, at):
        candidate.add("person", 2.0)
    if token.kind is not Kind.LOWER and not token.weak:
        return
    if low in PLACE_BEFORE:
        _after_preposition(candidate, low, previous, tokens[candidate.end - 1].possessive)
    elif low == "to" and previous in TRAVEL:
        candidate.add("place", 1.5)
    elif low == "of":
        if previous in PLACE_NOUNS or previous in _SIDES:
            candidate.add("place", 3.0)
    elif (low in _TOLD or (low == "to" and previous in TOLD_TO)) and candidate.key in PRESS:
        candidate.add("organisation", 3.0)
    elif low in SPEECH:
        candidate.add("person", 0.7)
    elif low in SEIZED:
        candidate.add("place", 1.2)
    elif low in ORGANISATION_NOUNS_BEFORE:
        candidate.add("organisation", 1.5)
    elif previous in SPORT_BEFORE and low in _OVER:
        candidate.add("organisation", 0.8)
    elif definite:
        return
    elif low in PLACE_NOUNS:
        candidate.add("place", 1.0)
    elif low in ("by", "with"):
        candidate.add("person", 0.3)


def _is_nickname(tokens: list[Token], at: int) -> bool:
    """Whether the quotation mark at `at` opens what somebody is called: known as “Deep Throat”."""
    while at > 0 and tokens[at].kind is Kind.OPEN_QUOTE:
        at -= 1
    return is_nicknamed(tokens[at].low, tokens[at - 1].low if at else "")


def _definite(candidate: Candidate, tokens: list[Token]) -> None:
    """Count "the" before a name, which speaks against a person unless it belongs to a noun that follows."""
    following = tokens[candidate.end] if candidate.end < len(tokens) else None
    if following is not None and following.kind is Kind.LOWER and not _is_institution(candidate):
        if following.low in OF_A_RULER:
            candidate.add("person", 1.5)
            return
        if not (following.low in FUNCTION or following.low in AUXILIARIES or following.low in SPEECH):
            return
    if candidate.end - candidate.begin == 1 or not candidate.headed:
        candidate.add("person", -1.5)
        candidate.add("organisation", 2.5 if _is_institution(candidate) else 0.5)


def _is_institution(candidate: Candidate) -> bool:
    """Whether a name is a noun that is short for that of an institution, after "the": the Academy."""
    return candidate.key in INSTITUTIONS and not candidate.weak


def _after_preposition(candidate: Candidate, low: str, previous: str, possessive: bool) -> None:
    if possessive:
        candidate.add("place", 0.3)
    elif low == "in" and previous in TRUST:
        candidate.add("person", 0.3)
    elif low == "in" and previous in HELD:
        candidate.add("organisation", 2.5)
    elif low in INTO or (low == "in" and candidate.end - candidate.begin > 1):
        candidate.add("place", 2.0)
        candidate.add("person", -1.5)
    elif low in _VAGUE_PLACE:
        candidate.add("place", 0.5)
        if low in _INSIDE:
            candidate.add("organisation", 0.3)
    else:
        candidate.add("place", 1.5)


def _after(candidate: Candidate, tokens: list[Token], known: Gazetteer) -> None:
    at = candidate.end
    token = tokens[at]
    low = token.low
    if tokens[at - 1].possessive:
        candidate.subject = True
        if low in OF_A_PLACE:
            candidate.add("place", 2.0)
        elif low in OF_AN_ORGANISATION:
            candidate.add("organisation", 1.5)
        elif low in OF_A_PERSON:
            candidate.add("person", 2.0)
    elif token.kind is Kind.NUMBER:
        if _is_score(tokens, at):
            candidate.add("organisation", 2.5)
    elif token.kind is Kind.COMMA:
        _after_comma(candidate, tokens, at, known)
    elif token.kind is Kind.LOWER:
        if token.tied:
            if low == "based":
                candidate.add("place", 3.0)
        else:
            _before_word(candidate, tokens, at)


def _before_word(candidate: Candidate, tokens: list[Token], at: int) -> None:
    """Count the word that follows: a verb, a noun, a relative."""
    low = tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    candidate.subject = _is_verb(low) or (low.endswith("ly") and len(low) > 4 and _is_verb(following))
    if low == "and" and at + 2 < len(tokens) and tokens[at + 1].kind is Kind.CAPITAL:
        candidate.subject = _is_verb(tokens[at + 2].low)
    if low in SPEECH:
        candidate.add("person", 1.2)
        candidate.add("organisation", 0.4)
    elif low in PERSON_VERBS:
        candidate.add("person", 1.2)
    elif low in _RELATIVES:
        candidate.add("person", 2.0)
    elif low in _RULERS:
        candidate.add("person", 1.0)
    elif low in SPORT_AFTER or (low in PLAYER_KINDS and following in SPORT_AFTER):
        candidate.add("organisation", 1.2)
    elif low in _PUBLICATIONS or low in _BANDS:
        candidate.add("organisation", 2.5)
    elif low in ORGANISATION_NOUNS_AFTER:
        candidate.add("organisation", 1.0)
        candidate.add("place", 0.3)
    elif low in OF_A_TOWN:
        candidate.add("place", 1.2)
    elif low in PLACE_AFTER:
        candidate.add("place", 2.5)
    elif _is_past(low):
        candidate.add("person", 0.5)
        candidate.add("organisation", 0.3)
    elif low in AUXILIARIES and (following in SPEECH or following in PERSON_VERBS):
        candidate.add("person", 1.0)
        candidate.add("organisation", 0.3)


def _is_score(tokens: list[Token], at: int) -> bool:
    """Whether the number at `at` is what a team has scored: "Halden 65, Drammen 53"."""
    after = tokens[at + 1 : at + 5]
    return (
        len(after) > 2
        and after[0].kind is Kind.COMMA
        and after[1].kind in NAMELIKE
        and any(token.kind is Kind.NUMBER for token in after[2:])
    )


def _is_verb(word: str) -> bool:
    """Whether a word after a name may be what its bearer does."""
    return word in ACTS or word in PERSON_VERBS or word in AUXILIARIES or word in PRESENT or _is_past(word)


def _is_past(word: str) -> bool:
    """Whether a word looks like a verb in the past."""
    return word in PAST or (len(word) > 4 and word.endswith("ed"))


def _is_quoted(tokens: list[Token], at: int) -> bool:
    """Whether a quotation begins at `at`: “Taradise,” may be the title of anything."""
    return at > 0 and tokens[at - 1].kind is Kind.OPEN_QUOTE


def _after_comma(candidate: Candidate, tokens: list[Token], at: int, known: Gazetteer) -> None:
    """Count an age, the larger place, or what is said of the name after a comma."""
    if at + 1 >= len(tokens):
        return
    after = tokens[at + 1]
    candidate.subject = (
        candidate.end - candidate.begin == 1
        and after.kind is not Kind.CAPITAL
        and not (_is_quoted(tokens, candidate.begin) and not known.is_heard(candidate.key))
    )
    beyond = tokens[at + 2] if at + 2 < len(tokens) else None
    if after.kind is Kind.NUMBER:
        closes = beyond is not None and (
            beyond.kind in (Kind.COMMA, Kind.STOP) or beyond.low in ("of", "from", "and")
        )
        if closes and len(after.text) == 2:
            candidate.add("person", 2.5)
        return
    if after.low == "who":
        candidate.add("person", 2.0)
        return
    if after.low in SPEECH:
        candidate.add("person", 0.7)
        return
    if after.low in ("near", "where"):
        candidate.add("place", 1.0)
        return
    if after.kind in NAMELIKE:
        place = known.find(after.text)
        if place is not None and place.type == "place" and place.weight >= 2:
            candidate.add("place", 2.0 if beyond is None or beyond.kind in _CLOSING else 0.5)
            return
    for token in tokens[at + 1 : at + _ABOUT]:
        if token.kind not in (Kind.LOWER, Kind.CAPITAL, Kind.UPPER, Kind.DASH):
            return
        if token.low in _ABOUT_A_PERSON:
            candidate.add("person", 1.5)
            return
        if token.kind is Kind.LOWER and token.low in ORGANISATION_NOUNS_BEFORE:
            candidate.add("organisation", 1.5)
            return
        if token.kind is Kind.LOWER and token.low in PLACE_NOUNS:
            candidate.add("place", 1.5)
            return
        if token.low in FUNCTION and token.low not in _OPENS_APPOSITION:
            return

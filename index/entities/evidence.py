"""What the words around a name say of its type."""

from index.entities.chunks import Candidate
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon import (
    FUNCTION,
    KIN,
    ORGANISATION_NOUNS_AFTER,
    ORGANISATION_NOUNS_BEFORE,
    PERSON_VERBS,
    PLACE_BEFORE,
    PLACE_NOUNS,
    ROLES,
    SPEECH,
)
from index.entities.tokens import NAMELIKE, Kind, Token

STRENGTH = {5: 6.0, 4: 3.0, 3: 2.5, 2: 2.0, 1: 1.5}
"""What an entry of the gazetteer counts for, by its weight."""

_AUXILIARIES = frozenset("is was has had will would could did does may might must should can also later".split())
_OF_PERSON = frozenset("regime administration government family presidency campaign era clan brothers camp".split())
_PERSON_DETAIL = ROLES | {"who", "born", "aged", "age"}


def weigh(candidate: Candidate, tokens: list[Token], known: Gazetteer) -> None:
    """Add to the scores of `candidate` what its surroundings say."""
    _before(candidate, tokens)
    _after(candidate, tokens, known)


def _before(candidate: Candidate, tokens: list[Token]) -> None:
    at = candidate.begin - 1
    if at < 0:
        return
    last = tokens[candidate.end - 1]
    token = tokens[at]
    definite = token.low == "the"
    following = tokens[candidate.end] if candidate.end < len(tokens) else None
    if definite and following is not None and following.kind is Kind.LOWER and following.low in _OF_PERSON:
        candidate.add("person", 1.5)
    elif definite:
        if following is not None and following.kind is Kind.LOWER and following.low not in FUNCTION and following.low not in _AUXILIARIES and following.low not in SPEECH:
            pass
        elif candidate.end - candidate.begin == 1 or not candidate.headed:
            candidate.add("person", -1.5)
            candidate.add("organisation", 0.5)
        at -= 1
        if at < 0:
            return
        token = tokens[at]
    low = token.low
    if token.kind is not Kind.LOWER and not token.weak:
        return
    if low in PLACE_BEFORE:
        if last.possessive:
            candidate.add("place", 0.3)
        elif low == "in":
            candidate.add("place", 1.5)
        elif low in ("from", "at", "into", "through", "within", "around", "across", "toward", "towards", "via"):
            candidate.add("place", 0.5)
            candidate.add("organisation", 0.3 if low in ("at", "from", "within") else 0.0)
        else:
            candidate.add("place", 1.5)
    elif low == "to" and at and tokens[at - 1].low in ("travel", "travelled", "traveled", "flew", "went", "moved", "trip", "visit", "returned", "fled", "travels", "head", "headed"):
        candidate.add("place", 1.5)
    elif low == "of" and at:
        if tokens[at - 1].low in PLACE_NOUNS or tokens[at - 1].low in ("north", "south", "east", "west", "outskirts", "streets", "parts"):
            candidate.add("place", 3.0)
    elif low in SPEECH:
        candidate.add("person", 0.7)
    elif low in ORGANISATION_NOUNS_BEFORE:
        candidate.add("organisation", 1.5)
    elif low in PLACE_NOUNS and not definite:
        candidate.add("place", 1.0)
    elif low in ("by", "with") and not definite:
        candidate.add("person", 0.3)


def _after(candidate: Candidate, tokens: list[Token], known: Gazetteer) -> None:
    at = candidate.end
    if at >= len(tokens):
        return
    token = tokens[at]
    low = token.low
    if tokens[at - 1].possessive or (token.kind is Kind.LOWER and (low in SPEECH or low in PERSON_VERBS or low in _AUXILIARIES)):
        candidate.subject = True
    if token.kind is Kind.LOWER and low in ("regime", "administration", "presidency", "family") and not tokens[at - 1].possessive:
        candidate.add("person", 1.0)
    if tokens[at - 1].possessive:
        if low in ("capital", "port", "suburbs", "outskirts", "streets", "airport", "province"):
            candidate.add("place", 2.0)
        elif low in ("spokesman", "spokeswoman", "shares", "executives", "headquarters", "leadership", "ceo", "chairman"):
            candidate.add("organisation", 1.5)
        elif low in ("regime", "rule", "speech", "remarks", "comments", "decision", "aides", "lawyer", "rival", "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "lawyer", "lawyers", "attorney", "parents", "family", "death", "body", "girlfriend", "boyfriend", "fans", "rep", "publicist", "career", "predecessor", "successor", "birthday", "widow"):
            candidate.add("person", 2.0)
        return
    kind = token.kind
    if kind is Kind.LOWER:
        if token.tied:
            if low == "based":
                candidate.add("place", 3.0)
            return
        if low in SPEECH:
            candidate.add("person", 1.2)
            candidate.add("organisation", 0.4)
        elif low in PERSON_VERBS:
            candidate.add("person", 1.2)
        elif low in ("who", "whose", "himself", "herself"):
            candidate.add("person", 2.0)
        elif low in ORGANISATION_NOUNS_AFTER:
            candidate.add("organisation", 1.0)
            candidate.add("place", 0.3)
        elif low in ("also", "later", "himself", "reportedly", "has", "had") and at + 1 < len(tokens):
            if tokens[at + 1].low in SPEECH or tokens[at + 1].low in PERSON_VERBS:
                candidate.add("person", 1.0)
                candidate.add("organisation", 0.3)
        elif low in ("province", "region", "city", "district", "airport", "suburb", "neighborhood", "neighbourhood", "river", "peninsula", "town", "village"):
            candidate.add("place", 2.5)
    elif kind is Kind.COMMA:
        _after_comma(candidate, tokens, at, known)


def _after_comma(candidate: Candidate, tokens: list[Token], at: int, known: Gazetteer) -> None:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return
    if after.kind is Kind.NUMBER and len(after.text) == 2 and at + 2 < len(tokens):
        if tokens[at + 2].kind in (Kind.COMMA, Kind.STOP) or tokens[at + 2].low in ("of", "from", "and"):
            candidate.add("person", 2.5)
        return
    if after.low == "who":
        candidate.add("person", 2.0)
        return
    if after.kind in NAMELIKE:
        place = known.find(after.text)
        if place is not None and place.type == "place" and place.weight >= 2:
            closes = tokens[at + 2].kind if at + 2 < len(tokens) else Kind.STOP
            candidate.add("place", 2.0 if closes in (Kind.COMMA, Kind.STOP, Kind.BREAK, Kind.CLOSE, Kind.DASH) else 0.5)
            return
    if after.low in SPEECH:
        candidate.add("person", 0.7)
        return
    if after.kind is Kind.LOWER and after.low in ("near", "where"):
        candidate.add("place", 1.0)
        return
    for token in tokens[at + 1 : at + 8]:
        if token.kind not in (Kind.LOWER, Kind.CAPITAL, Kind.UPPER, Kind.DASH):
            return
        if token.low in _PERSON_DETAIL:
            candidate.add("person", 1.5)
            return
        if token.low in ORGANISATION_NOUNS_BEFORE and token.kind is Kind.LOWER:
            candidate.add("organisation", 1.5)
            return
        if token.low in PLACE_NOUNS and token.kind is Kind.LOWER:
            candidate.add("place", 1.5)
            return
        if token.low in FUNCTION and token.low not in ("the", "a", "an", "of", "former", "one", "its", "his", "her", "new", "first"):
            return


def form(candidate: Candidate, tokens: list[Token], known: Gazetteer) -> None:
    """Add what the name says by itself."""
    entry = candidate.known
    words = [token for token in tokens[candidate.begin : candidate.end] if token.kind in NAMELIKE]
    if entry is not None:
        strength = STRENGTH[entry.weight]
        if entry.weight < 4 and candidate.key in known.surnames:
            strength = 0.8
        if candidate.titled:
            strength = min(strength, 1.0)
        candidate.show(entry.type, strength)
        if entry.weight == 5:
            return
    if candidate.headed:
        _headed_person(candidate, words, known)
        return
    first, last = words[0], words[-1]
    if len(words) == 1:
        if first.kind is Kind.UPPER and len(first.text.replace(".", "")) <= 6:
            candidate.show("organisation", 1.5)
        elif first.low in known.surnames:
            candidate.show("person", 0.8)
        elif first.low in known.first_names:
            candidate.show("person", 0.6)
        return
    plain = sum(word.low in known.words and word.low not in known.surnames for word in words)
    if first.kind is Kind.INITIAL or any(word.kind is Kind.INITIAL for word in words[1:-1]):
        candidate.show("person", 2.5)
    if last.low.rstrip(".") in KIN:
        candidate.show("person", 3.0)
        last = words[-2]
    if len(words) <= 5:
        if first.low in known.first_names:
            usual = first.low not in known.words or last.low in known.surnames
            candidate.show("person", 3.0 if usual else 1.0)
        if last.low in known.surnames and last.kind is Kind.CAPITAL:
            candidate.show("person", 1.0)
        if plain == 0 and len(words) <= 4:
            candidate.show("person", 1.5)
    if plain:
        candidate.show("organisation", 0.8 * plain)
    if any(word.kind is Kind.UPPER for word in words):
        candidate.show("organisation", 1.0)


def _headed_person(candidate: Candidate, words: list[Token], known: Gazetteer) -> None:
    """A first name before a head that is also a surname: Samantha Power, Diane Lane."""
    if len(words) == 2 and words[0].low in known.first_names and words[1].low in known.surnames:
        if words[0].low not in known.words:
            candidate.show("person", 3.0)

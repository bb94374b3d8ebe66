"""The speaker of the verb of saying that governs a quotation from before it."""

from index.language.listed import word_set
from index.quotes.items import Kind
from index.quotes.lexicon import (
    ADVERBS,
    AFTER_ONLY_DIRECT,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    FINDING,
    NEEDS_AS,
    NEGATIONS,
    NOT_SAID,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SPEECH_NOUNS,
)
from index.quotes.paragraph import VERBS, Found, Paragraph
from index.quotes.phrases import LONGEST, Speaker, left_parts, nominative, speaker_of

_VIA_TO = word_set(
    """
    went goes go on continued continues came used chose dared likes liked is was said
    """
)


def named_before(paragraph: Paragraph, at: int, begin: int) -> Found | None:
    """The speaker of the nearest verb of saying that governs a quotation from before it."""
    items = paragraph.items
    place = at - 1
    direct = place >= begin and items[place].kind in (Kind.COLON, Kind.COMMA)
    commas = 0
    while place >= begin:
        item = items[place]
        if item.kind is Kind.COMMA:
            commas += 1
        if item.kind is Kind.WORD:
            found = _governs(paragraph, at, begin, place, commas, direct)
            if found is not None:
                return found[0]
        place -= 1
    if direct and items[at - 1].kind is Kind.COLON:
        return labelled(paragraph, begin, at - 1)
    return None


def labelled(paragraph: Paragraph, begin: int, colon: int) -> Found | None:
    """The speaker before a colon: "Trump: “…”"."""
    parts = left_parts(paragraph.items, begin, colon)
    if sum(map(len, parts)) > LONGEST or not parts:
        return None
    for part in parts:
        if part and part[0].kind is Kind.WORD and part[0].low in OPENERS:
            break
        speaker = speaker_of([part])
        if speaker is not None and speaker.form in ("name", "role"):
            return Found(speaker, None)
        return None
    return None


def _governs(
    paragraph: Paragraph, at: int, begin: int, place: int, commas: int, direct: bool
) -> tuple[Found | None] | None:
    """Whether the word at `place` says whose words follow, and whose; None where it says nothing."""
    items = paragraph.items
    low = items[place].low
    if low == "according" and place + 1 < at and items[place + 1].low == "to":
        return (paragraph.named_right(place + 2, at, items[place]),)
    if low in SPEECH_NOUNS and place > begin and _introduces(paragraph, at, place, direct):
        owner = _owner(paragraph, begin, place)
        if owner is not None:
            return (owner,)
    if low in NOT_SAID and _is_verb(paragraph, begin, place):
        if any(item.low == "as" for item in items[place:at]):
            return (_subject(paragraph, begin, place, at),)
        return (None,)
    if low in FINDING and at - place <= 8:
        finder = _subject(paragraph, begin, place, at)
        return (finder,) if finder is not None and _is_one_person(finder.speaker) else None
    if low not in VERBS or not _is_verb(paragraph, begin, place):
        return None
    if (
        low in AFTER_ONLY_DIRECT
        and not _is_near(paragraph, at, place, direct)
        and not _inserted(paragraph, begin, place)
    ):
        return None
    if low in NEEDS_AS and not any(item.low in ("as", "to") for item in items[place + 1 : at]):
        return None
    if low in ("put", "puts") and items[place + 1].low != "it":
        return None
    before = items[place - 1] if place > begin else None
    if before is not None and before.low in RELATIVES and before.low != "that" and commas:
        return None
    if low not in SAYING and any(item.low in ("who", "whose") for item in items[place:at]):
        return None
    if low not in SAYING and commas and not direct and at - place > LONGEST:
        return None
    if _negated(paragraph, begin, place):
        return (None,)
    found = _subject(paragraph, begin, place, at)
    return None if found is None else (found,)


def _is_one_person(speaker: Speaker) -> bool:
    named = speaker.mention is not None and speaker.mention.type == "person"
    return named or (speaker.form == "pronoun" and speaker.items[0].low in ("he", "she"))


def _introduces(paragraph: Paragraph, at: int, place: int, direct: bool) -> bool:
    """Whether what is quoted is what a noun is of: "his claim that", "her words"."""
    return at - place <= 2 or direct or paragraph.items[place + 1].low in ("that", "of", "as", "about", ",")


def _negated(paragraph: Paragraph, begin: int, place: int) -> bool:
    for back in range(place - 1, max(begin, place - 4) - 1, -1):
        if paragraph.items[back].low in NEGATIONS:
            return True
        if paragraph.items[back].low not in AUXILIARIES and paragraph.items[back].low not in ADVERBS:
            return False
    return False


def _inserted(paragraph: Paragraph, begin: int, place: int) -> bool:
    """Whether a verb with its subject stands between commas: ", he went on,"."""
    items = paragraph.items
    if place - 2 < begin or items[place - 2].kind is not Kind.COMMA:
        return False
    return any(item.kind is Kind.COMMA for item in items[place + 1 : place + 3])


def _is_near(paragraph: Paragraph, at: int, place: int, direct: bool) -> bool:
    if at - place <= 3 or (direct and at - place <= 8):
        return True
    return any(item.low in ("that", "as") for item in paragraph.items[place + 1 : min(at, place + 8)])


def _is_verb(paragraph: Paragraph, begin: int, place: int) -> bool:
    items = paragraph.items
    if place > begin:
        before = items[place - 1]
        if before.low in ("the", "a", "an", "of", "his", "her", "their", "its", "this", "that's", "any"):
            return False
        if before.possessive or paragraph.is_noun(place, begin):
            return False
    return True


def _owner(paragraph: Paragraph, begin: int, place: int) -> Found | None:
    """Whose a statement is: "Trump's claim", "the words of Trump"."""
    items = paragraph.items
    low = items[place].low
    if low == "words" and place + 1 < len(items) and items[place + 1].low == "of":
        return paragraph.named_right(place + 2, paragraph.stop_behind(place), items[place])
    back = place - 1
    while back >= begin and items[back].kind is Kind.WORD and place - back < 4:
        if items[back].low in ("his", "her"):
            return Found(nominative(items[back]), items[place])
        if items[back].possessive or items[back].low in PREPOSITIONS or items[back].low in VERBS:
            break
        back -= 1
    if back >= begin and items[back].possessive and items[back].mention is not None:
        owner = items[back]
        return Found(Speaker("name", owner.start, owner.end, owner.mention), items[place])
    return None


def _subject(paragraph: Paragraph, begin: int, verb: int, at: int) -> Found | None:
    """Who does what the verb says."""
    items, cue = paragraph.items, paragraph.items[verb]
    place = verb - 1
    passive = False
    while place >= begin and items[place].kind is Kind.WORD:
        low = items[place].low
        if low in BE and not items[verb].low.endswith("ing"):
            passive = True
        elif low == "to":
            back = items[place - 1].low if place > begin else ""
            if back not in _VIA_TO:
                return None
            place -= 1
            while place >= begin and items[place].low in _VIA_TO:
                place -= 1
            continue
        elif low not in AUXILIARIES and low not in ADVERBS and not low.endswith("ly"):
            break
        place -= 1
    if items[verb].low == "saying" and items[verb - 1].low == "as":
        return _as_saying(paragraph, begin, verb)
    if passive:
        return _passive(paragraph, begin, place, verb, at)
    if items[verb].low.startswith("quot") and (patient := paragraph.named_as_quoted(verb, at)) is not None:
        return patient
    if place < begin:
        inverted = paragraph.named_right(verb + 1, at, cue) if not items[verb].low.endswith("ing") else None
        return inverted
    item = items[place]
    if items[verb].low.endswith("ing") and place == verb - 1 and not _absolute(paragraph, begin, place):
        return paragraph.named_first(begin, place, cue)
    if item.kind is Kind.WORD and (
        item.low in CONJUNCTIONS or item.low in ("when", "while", "before", "after")
    ):
        return paragraph.named_first(begin, place, cue)
    if item.kind is Kind.WORD and item.low in RELATIVES:
        is_who = item.low == "who"
        place -= 1
        if place >= begin and items[place].kind is Kind.COMMA:
            place -= 1
        if is_who and (person := _person_at(paragraph, begin, place)) is not None:
            return Found(person, cue)
        return paragraph.named_left(begin, place + 1, cue)
    if item.kind is Kind.COMMA:
        behind = range(verb + 1, min(verb + 8, len(items)))
        inserted = next((one for one in behind if items[one].kind is Kind.COMMA), None)
        if place == verb - 1 and inserted is not None:
            found = paragraph.named_right(verb + 1, inserted, cue)
            if found is not None:
                return found
        return paragraph.named_across(begin, place, cue)
    return paragraph.named_left(begin, place + 1, cue)


def _person_at(paragraph: Paragraph, begin: int, place: int) -> Speaker | None:
    """The person, one and no more, whose name stands at a place: "met with Macron, who said"."""
    items = paragraph.items
    if place < begin or items[place].possessive:
        return None
    one = items[place].mention
    if one is None or one.type != "person":
        return None
    if place - 2 >= begin and items[place - 1].low in ("and", "or") and items[place - 2].kind is Kind.NAME:
        return None
    return Speaker("name", items[place].start, items[place].end, one)


def _absolute(paragraph: Paragraph, begin: int, place: int) -> bool:
    """Whether a participle has a subject of its own: "with Trump calling it"."""
    items = paragraph.items
    if items[place].kind is not Kind.NAME:
        return False
    return place == begin or items[place - 1].low in ("with", "and", ",")


def _as_saying(paragraph: Paragraph, begin: int, verb: int) -> Found | None:
    """Who is quoted as saying something."""
    items = paragraph.items
    for place in range(verb - 2, begin, -1):
        if items[place].low.startswith(("quot", "cit", "report")):
            if items[place - 1].low in BE:
                return paragraph.named_left(begin, place, items[place])
            return paragraph.named_as_quoted(place, verb)
    return None


def _passive(paragraph: Paragraph, begin: int, place: int, verb: int, at: int) -> Found | None:
    items = paragraph.items
    if items[verb].low.startswith(("quoted", "cited")):
        return paragraph.named_left(begin, place + 1, items[verb])
    for near in range(verb + 1, min(len(items), at + 3)):
        if items[near].kind in (Kind.STOP, Kind.COLON, Kind.SEMICOLON):
            break
        if items[near].low == "by":
            return paragraph.named_right(near + 1, paragraph.stop_behind(near), items[verb])
    return None

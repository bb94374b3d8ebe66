"""A field of a document as a row of paragraphs, and who "he" and "the minister" are at a place in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from index.language.listed import word_set
from index.model import Field
from index.quotes.items import Item, Kind, items_of
from index.quotes.lexicon import (
    FEMALE,
    FEMALE_NAMES,
    GENERAL_ROLES,
    MALE,
    MALE_NAMES,
    PRONOUNS,
    ROLES,
)
from index.quotes.marks import Marked, paragraphs
from index.quotes.model import Named
from index.quotes.paragraph import Paragraph
from index.quotes.phrases import Speaker

FAR = 6
"""Sentences that are looked at for whom a pronoun means."""
REMEMBERED = 300
"""So many mentions of persons before a place are asked who holds an office."""
_SAME_NATION = {"us": "amer", "u.s": "amer", "usa": "amer", "unit": "amer", "uk": "brit", "u.k": "brit",
                "fran": "fren", "turk": "turk", "chin": "chin", "germ": "germ", "spai": "span"}  # fmt: skip
_BODIES = frozenset(("organisation", "place", "group"))


class Discourse:
    """The paragraphs of a field, read when they are looked at."""

    def __init__(self, field: Field, text: str, mentions: Sequence[Named], quotes: Sequence[Marked]) -> None:
        self.field = field
        self.text = text
        self.mentions = sorted((one for one in mentions if one.field == field), key=lambda one: one.start)
        self.quotes = quotes
        self.stretches = list(paragraphs(text))
        self._surnames = _surnames(self.mentions)
        self._begins = [begin for begin, _ in self.stretches]
        self._read: dict[int, Paragraph] = {}
        self._genders: dict[str, str] = {}
        self._persons = [one for one in self.mentions if one.type == "person"]
        self._by_name: dict[str, list[Named]] = {}
        for one in self.mentions:
            self._by_name.setdefault(one.name, []).append(one)
        self._known_titles: dict[int, tuple[set[str], set[str]]] = {}
        self.spoken: dict[tuple[int, int], Named] = {}
        """Who was found to speak in a sentence: by paragraph and the sentence's first item."""

    def number_at(self, place: int) -> int:
        """Number of the paragraph that a place is in."""
        return max(0, bisect_right(self._begins, place) - 1)

    def paragraph(self, number: int) -> Paragraph:
        """A paragraph as items."""
        found = self._read.get(number)
        if found is None:
            start, end = self.stretches[number]
            items = items_of(self.text, start, end, self.mentions, self.quotes, self._surnames)
            found = self._read[number] = Paragraph(self.text, items)
        return found

    def meant(self, speaker: Speaker, number: int, at: int) -> Named | None:
        """The mention of whom a phrase at an item of a paragraph means; None where that is open."""
        if speaker.form == "name":
            return speaker.mention
        begin, _ = self.paragraph(number).sentence(at)
        if speaker.form == "pronoun":
            gender = PRONOUNS[speaker.items[0].low]
            if gender in "mf":
                return self._person(gender, speaker.start, number, begin)
            return self._body(gender, number, begin)
        if speaker.form == "role":
            return self._in_office(speaker, number, begin)
        return None

    # Pronouns

    def _person(self, gender: str, upto: int, number: int, begin: int) -> Named | None:
        paragraph = self.paragraph(number)
        own = paragraph.place_at(upto)
        if own > begin:
            found = self._among(gender, number, begin, own, upto)
            if found is not None:
                return found if found is not False else None
        for back_number, first, last in self._back(number, begin):
            found = self._among(gender, back_number, first, last, None)
            if found is not None:
                return found if found is not False else None
        return None

    def _among(
        self, gender: str, number: int, first: int, last: int, upto: int | None
    ) -> Named | Literal[False] | None:
        """The person of a sentence whom a pronoun behind it means; False where it could be several."""
        spoken = self.spoken.get((number, first))
        if spoken is not None and upto is None and self._fits(spoken, gender):
            return spoken
        paragraph = self.paragraph(number)
        subject = paragraph.subject_of(first, last)
        named = subject.mention if subject is not None else None
        if named is not None and (upto is None or named.start < upto) and self._fits(named, gender):
            return named
        persons = {
            item.mention.name: item.mention
            for item in paragraph.items[first:last]
            if item.mention is not None and self._fits(item.mention, gender)
        }
        if subject is not None and subject.form == "pronoun" and PRONOUNS[subject.items[0].low] == gender:
            return None
        if len(persons) > 1 or (subject is not None and subject.form == "words"):
            return False
        opening = [item.low for item in paragraph.items[first : first + 6]]
        if subject is None and opening[0] in ("a", "an", "one") and not ROLES.isdisjoint(opening):
            return False
        return next(iter(persons.values()), None)

    def _body(self, gender: str, number: int, begin: int) -> Named | None:
        """Whom "it" and "they" mean: the body that spoke last, close by."""
        for back_number, first, _ in self._back(number, begin, 2):
            spoken = self.spoken.get((back_number, first))
            if spoken is not None:
                return spoken if spoken.type in _BODIES else None
        return None

    def _back(self, number: int, begin: int, most: int = FAR) -> Iterator[tuple[int, int, int]]:
        """The sentences before one, the nearest first: paragraph, first item, one past the last."""
        seen = 0
        for back in range(number, max(-1, number - 4), -1):
            paragraph = self.paragraph(back)
            last_of = bisect_left(paragraph.sentences, begin, key=lambda one: one[0])
            for at in range((last_of if back == number else len(paragraph.sentences)) - 1, -1, -1):
                first, last = paragraph.sentences[at]
                yield back, first, last
                seen += 1
                if seen == most:
                    return

    def _fits(self, mention: Named, gender: str) -> bool:
        return mention.type == "person" and self._gender(mention) in (gender, "")

    def _gender(self, mention: Named) -> str:
        """Whether a name is a man's (m) or a woman's (f); empty where nothing tells."""
        known = self._genders.get(mention.name)
        if known is None:
            known = _gender_of_name(mention.name) or self._gender_by_titles(mention.name)
            self._genders[mention.name] = known
        return known

    def _gender_by_titles(self, name: str) -> str:
        for mention in self._by_name.get(name, ()):
            words = self.text[max(0, mention.start - 40) : mention.start].lower().split()[-2:]
            for word in words:
                if word in MALE:
                    return "m"
                if word in FEMALE:
                    return "f"
        return ""

    # Roles

    def _in_office(self, speaker: Speaker, number: int, begin: int) -> Named | None:
        """Whom "the minister" means: the only one who was called so before, or who spoke just before."""
        head = speaker.items[-1].low
        nations = {_nation(item.low) for item in speaker.items if item.mention is not None}
        upto = speaker.start
        holders: dict[str, Named] = {}
        others: dict[str, set[str]] = {}
        last = bisect_left(self._persons, upto, key=lambda one: one.start)
        for mention in self._persons[max(0, last - REMEMBERED) : last]:
            roles, origin = self._titles(mention)
            others.setdefault(mention.name, set()).update(origin)
            if head in roles:
                holders[mention.name] = mention
        fitting = [
            one for name, one in holders.items() if not nations or not others[name] or nations & others[name]
        ]
        if len(fitting) == 1:
            return fitting[0]
        if fitting or head not in GENERAL_ROLES | ROLES:
            return None
        if head not in GENERAL_ROLES:
            return None
        for back_number, first, last in self._back(number, begin, 4):
            spoken = self.spoken.get((back_number, first))
            if spoken is None:
                subject = self.paragraph(back_number).subject_of(first, last)
                spoken = subject.mention if subject is not None else None
            if spoken is not None and spoken.type == "person":
                origin = others.get(spoken.name, set())
                return spoken if not nations or not origin or nations & origin else None
        return None

    def _titles(self, mention: Named) -> tuple[set[str], set[str]]:
        """The roles that stand before and behind a mention of a person, and the nations."""
        known = self._known_titles.get(mention.start)
        if known is None:
            known = self._known_titles[mention.start] = self._titles_around(mention)
        return known

    def _titles_around(self, mention: Named) -> tuple[set[str], set[str]]:
        paragraph = self.paragraph(self.number_at(mention.start))
        items = paragraph.items
        at = paragraph.place_of(mention)
        if at is None:
            return set(), set()
        words: list[Item] = []
        back = at - 1
        while back >= 0 and at - back < 8 and _is_title(items[back]):
            words.append(items[back])
            back -= 1
        behind = items[at + 2 : at + 14]
        if len(behind) > 1 and items[at + 1].kind is Kind.COMMA and _is_apposition(behind):
            for item in behind:
                if item.kind not in (Kind.WORD, Kind.NAME):
                    break
                words.append(item)
        roles = {word.low for word in words if word.kind is Kind.WORD and word.low in ROLES}
        nations = {
            _nation(word.low) for word in words if word.mention and word.mention.type in ("group", "place")
        }
        return roles, nations


def _surnames(mentions: Sequence[Named]) -> dict[str, Named]:
    """A mention of each person by the surname, where no two have the same."""
    found: dict[str, Named | None] = {}
    for mention in mentions:
        words = mention.name.split()
        if mention.type == "person" and len(words) > 1 and len(words[-1]) > 2:
            known = found.setdefault(words[-1].lower(), mention)
            if known is not None and known.name != mention.name:
                found[words[-1].lower()] = None
    return {surname: mention for surname, mention in found.items() if mention is not None}


def _is_apposition(items: Sequence[Item]) -> bool:
    """Whether what stands behind a name and a comma says who that is."""
    first, second = items[0], items[1]
    if first.kind is Kind.NAME:
        return first.possessive or second.low in ROLES
    return first.kind is Kind.WORD and (first.low in ("a", "an", "the", "his", "her") or first.low in ROLES)


def _is_title(item: Item) -> bool:
    if item.kind is Kind.NAME:
        return item.mention is not None and item.mention.type != "person"
    return item.kind is Kind.WORD and (item.capital or item.low in ROLES or item.low in _MODIFIERS)


_MODIFIERS = word_set(
    """
    prime foreign defence defense interior finance deputy vice former senior chief supreme of the and for
    state
    """
)


def _nation(name: str) -> str:
    low = name.removeprefix("the ").lower()
    stem = low[:4]
    return _SAME_NATION.get(low, _SAME_NATION.get(stem, stem))


def _gender_of_name(name: str) -> str:
    words = name.lower().split()
    if words and words[0] in MALE:
        return "m"
    if words and words[0] in FEMALE:
        return "f"
    if len(words) < 2:
        return ""
    if words[0] in MALE_NAMES:
        return "m"
    return "f" if words[0] in FEMALE_NAMES else ""

"""Names that a library's English documents have established, found in its documents in other languages.

No rule reads those languages. But a name of several words is the same in all that are written in Latin
letters, except for what a language adds at its end; and so is a single one that nobody else has.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.entities.canonical import NameCount, canonicalise
from index.entities.endings import ENDINGS, SLAVIC, opens_with_title
from index.entities.gazetteer import Gazetteer, gazetteer
from index.entities.lexicon.small import CALENDAR, FUNCTION
from index.entities.model import EntityType, RawMention
from index.entities.names import key
from index.model import Field

SHORTEST = 4
"""Letters of a word that may have an ending, and of a family name that is found alone."""
DOCUMENTS = 2
"""English documents that a single word must be in to be looked for elsewhere."""

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[ \u00a0\-‐‑'’ʼ.]{0,2}|\n")
_JOINED = re.compile(r"[ \u00a0\-‐‑]")
_SENTENCE_END = re.compile(r"(?:^|[.!?:…\n“”\"«»])\s*$")


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which a name is written."""

    words: tuple[str, ...]
    """The keys of its words."""
    name: str
    """The name it stands for."""
    type: EntityType
    """What that is."""
    is_short: bool
    """Whether it is written in capitals: found only so."""


def establish(counts: Iterable[NameCount]) -> dict[tuple[str, ...], Form]:
    """The forms under which names may be found in any language, by their words.

    Args:
        counts: How often the English documents of a library use their names.
    """
    rows = [row for row in counts if row.type != "group"]
    canon = canonicalise(rows)
    known = gazetteer()
    meant: defaultdict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    best: dict[tuple[str, ...], NameCount] = {}
    written: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows:
        entity = canon.entity(row.name, row.type, row.sure)
        for form in {row.name, row.surface}:
            words = _words(form)
            if not words:
                continue
            seen = meant[words]
            seen[entity] = seen.get(entity, 0) + row.documents
            written[words].add(form)
            if row.sure and row.mentions and (words not in best or _rank(row) > _rank(best[words])):
                best[words] = row
    forms: dict[tuple[str, ...], Form] = {}
    for words, row in best.items():
        if len(meant[words]) > 1:
            continue
        documents = sum(meant[words].values())
        is_person = row.type == "person"
        capitals = [
            len(words) == 1 and form.isupper()
            for form in written[words]
            if _can_be_found(words, form, documents, known, is_person=is_person)
        ]
        if capitals:
            forms[words] = Form(words, row.name, row.type, all(capitals))
    return forms


def _rank(row: NameCount) -> tuple[int, int, str, str, str]:
    """By which one of several ways of using a form is the first, in whatever order they come."""
    return row.mentions, row.documents, row.name, row.type, row.surface


def _words(form: str) -> tuple[str, ...]:
    return tuple(word for part in _WORD.findall(form) if (word := key(part)))


def beginning(words: str) -> str:
    """The letters with which the last word of a form begins, whatever ending it has; spaces part words."""
    return words.rpartition(" ")[2][:SHORTEST]


def beginnings_in(*texts: str) -> set[str]:
    """The letters with which words of some texts begin: those of every form that stands in one are there."""
    words = {found[0] for text in texts for found in _WORD.finditer(text)}
    return {key(word)[:SHORTEST] for word in words}


def _can_be_found(
    words: tuple[str, ...], form: str, documents: int, known: Gazetteer, *, is_person: bool
) -> bool:
    """Whether a form of a name means the name in any language."""
    if not form[:1].isupper() and form[:3].lower() not in ("al-", "el-"):
        return False
    if len(words) > 1:
        return len(words[0]) > 1 and len(words[-1]) > 1 and not set(words) <= FUNCTION
    word = words[0]
    if documents < DOCUMENTS or word in CALENDAR or word in FUNCTION or word in known.frequent:
        return False
    if word in known.words and not (is_person and word in known.surnames):  # Trump is one, and no word abroad
        return False
    if form.isupper():
        return len(word) > 2
    return len(word) >= SHORTEST and word not in known.first_names


class Abroad:
    """Finds established names in documents that are not in English."""

    def __init__(self, forms: Mapping[tuple[str, ...], Form]) -> None:
        self.known = gazetteer()
        self._by_first: defaultdict[str, list[Form]] = defaultdict(list)
        for form in sorted(forms.values(), key=lambda form: (-len(form.words), form.words)):
            self._by_first[form.words[0]].append(form)

    def find(
        self, title: str, text: str, language: str, found: Sequence[RawMention]
    ) -> tuple[RawMention, ...]:
        """What is named in a document: established names, and what was found in it otherwise."""
        mentions: list[RawMention] = []
        people: dict[str, Form] = {}
        fields: tuple[tuple[Field, str], ...] = (("title", title), ("text", text))
        read = [(field, string, _Words(string, language)) for field, string in fields]
        lower = {word for _, _, words in read for word in words.lower}
        for field, string, words in read:
            for start, end, form in self._whole(words):
                mentions.append(_mention(field, string, start, end, form))
                if form.type == "person" and len(form.words) > 1 and len(form.words[-1]) >= SHORTEST:
                    people.setdefault(form.words[-1], form)
        for field, string, words in read:
            for start, end, form in self._alone(words, people, lower):
                mentions.append(_mention(field, string, start, end, form))
        return _longest((*mentions, *found))

    def _whole(self, words: "_Words") -> Iterator[tuple[int, int, Form]]:
        """The names of several words."""
        at = 0
        while at < len(words.keys):
            found = self._longest_at(words, at) if words.is_capital(at) else None
            if found is not None:
                yield words.starts[at], found[1], found[2]
            at += found[0] if found else 1

    def _longest_at(self, words: "_Words", at: int) -> tuple[int, int, Form] | None:
        for stem in words.stems(at):
            for form in self._by_first.get(stem, ()):
                size = len(form.words)
                if size > 1 and (end := words.matches(at, form.words)) is not None:
                    return size, end, form
        return None

    def _alone(
        self, words: "_Words", people: Mapping[str, Form], lower: set[str]
    ) -> Iterator[tuple[int, int, Form]]:
        """The names of one word: those of people who are named in full, and those that nobody else has."""
        for at, plain in enumerate(words.keys):
            if not words.is_capital(at) or plain in lower or plain in self.known.frequent:
                continue
            for stem in words.stems(at):
                form = people.get(stem) or self._single(stem)
                if form is None or (form.is_short and not words.texts[at].isupper()):
                    continue
                if stem != plain and len(stem) <= SHORTEST:
                    continue
                if self._is_by_itself(words, at):
                    yield words.starts[at], words.starts[at] + len(words.texts[at]), form
                    break

    def _single(self, stem: str) -> Form | None:
        return next((form for form in self._by_first.get(stem, ()) if len(form.words) == 1), None)

    def _is_by_itself(self, words: "_Words", at: int) -> bool:
        """Whether a word is no part of a longer name: Melania Trump, Trump Tower, Universidad Trump."""
        after = words.neighbour(at, 1)
        if after is not None and words.texts[after][0].isupper() and words.language != "de":
            return False
        before = words.neighbour(at, -1)
        if before is None or not words.texts[before][0].isupper():
            return True
        word = words.keys[before]
        if word in self.known.first_names or len(word) == 1:
            return False
        return words.language == "de" or words.begins(before) or opens_with_title(word)


class _Words:
    """The words of a text in some language."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language[:2].lower()
        found = list(_WORD.finditer(text))
        self.starts = [one.start() for one in found]
        self.texts = [one[0] for one in found]
        self.keys = [key(one) for one in self.texts]
        self.lower = {one for one, text in zip(self.keys, self.texts, strict=True) if text[0].islower()}
        self._endings = ENDINGS.get(self.language, ())

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital, or is an article that belongs to a name: al-Assad."""
        return self.texts[at][0].isupper() or self.keys[at] in ("al", "el", "as", "ash")

    def stems(self, at: int) -> Iterator[str]:
        """The word, and what it may be the form of in the language."""
        word = self.keys[at]
        yield word
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                stem = word[: -len(ending)]
                yield stem
                if self.language in SLAVIC:
                    yield stem + "a"

    def matches(self, at: int, wanted: tuple[str, ...]) -> int | None:
        """Where some words end that stand from a place on; None if they do not."""
        if at + len(wanted) > len(self.keys):
            return None
        for offset, word in enumerate(wanted):
            here = at + offset
            if self.keys[here] != word and word not in self.stems(here):
                return None
            if offset:
                before = self.starts[here - 1] + len(self.texts[here - 1])
                if not _BETWEEN.fullmatch(self.text, before, self.starts[here]):
                    return None
                if self.texts[here][0].islower() and len(word) > 3:
                    return None
        last = at + len(wanted) - 1
        return self.starts[last] + len(self.texts[last])

    def neighbour(self, at: int, step: int) -> int | None:
        """The next word, or the one before, where nothing but a space or a hyphen is between."""
        other = at + step
        if not 0 <= other < len(self.keys):
            return None
        first, second = min(at, other), max(at, other)
        between = self.text[self.starts[first] + len(self.texts[first]) : self.starts[second]]
        return other if _JOINED.fullmatch(between) else None

    def begins(self, at: int) -> bool:
        """Whether the word begins a sentence."""
        start = self.starts[at]
        return bool(_SENTENCE_END.search(self.text, max(0, start - 4), start)) or start == 0


def _mention(field: Field, string: str, start: int, end: int, form: Form) -> RawMention:
    return RawMention(start, end, string[start:end], form.type, form.name, field, True)


def _longest(mentions: Iterable[RawMention]) -> tuple[RawMention, ...]:
    """Mentions that do not overlap, in order: the longer ones, and of those alike the first."""
    kept: dict[Field, list[RawMention]] = {"title": [], "text": []}
    for one in sorted(mentions, key=lambda m: -(m.end - m.start)):
        others = kept[one.field]
        at = bisect_left(others, one.start, key=_start)
        if (at == 0 or others[at - 1].end <= one.start) and (
            at == len(others) or others[at].start >= one.end
        ):
            others.insert(at, one)
    return (*kept["title"], *kept["text"])


def _start(mention: RawMention) -> int:
    return mention.start

"""Within one document: which person is meant by a surname, a first name, or a name put together of both."""

import re
from collections import defaultdict
from collections.abc import Mapping

from index.entities.candidate import Candidate
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.offices import KIN
from index.entities.lexicon.people import SURNAME_FIRST
from index.entities.names import same_given
from index.entities.namesakes import Namesakes, only_one, principal
from index.entities.naming import Name, best, is_sure, stand_for

_LARGEST_FAMILY = 40
"""More people of one surname than this are a list, in which nobody stands for anybody else."""
_BLEND = re.compile(r"([A-Z][a-z]*)(-?)([A-Z][a-z]+)")
"""The beginnings of a first name and of a surname, written as one word."""
_SHORTEST_BLEND = 4


def link_people(names: dict[str, Name], known: Gazetteer) -> None:
    """Let parts of people's names stand for the one person in the document who has them."""
    _People(names, known).link()


class _People:
    """The people a document names in full, and what else it may call them."""

    def __init__(self, names: dict[str, Name], known: Gazetteer) -> None:
        self.names = names
        self.known = known
        self.by_last: defaultdict[str, list[Name]] = defaultdict(list)
        self.by_first: defaultdict[str, list[Name]] = defaultdict(list)
        self.by_letters: defaultdict[str, list[Name]] = defaultdict(list)
        self.namesakes = Namesakes(names)

    def link(self) -> None:
        """Let short names stand for full ones: the longer ones first."""
        full = [
            n
            for n in self.names.values()
            if n.of is None and len(n.words) > 1 and best(n.scores)[0] == "person"
        ]
        spelled = {name.words: name for name in full}
        full = [name for name in full if not self._is_described(name, spelled)]
        for name in full:
            words = name.words
            self.by_last[_family(words)].append(name)
            if " " in name.text:  # and not only a hyphen, which joins surnames
                self.by_first[words[0]].append(name)
            self.by_letters[words[0][0] + words[-1][0]].append(name)
            if words[0] in SURNAME_FIRST:
                self.by_last[words[0]].append(name)
        for name in full:
            if len(self.by_last[_family(name.words)]) <= _LARGEST_FAMILY:
                self._link_fuller(name)
        self._link_surrounded()
        shared = self._link_surnames()
        self._link_first_names()
        for name in shared:
            self.namesakes.choose(name, self.by_last[name.words[0]])

    def _is_described(self, name: Name, spelled: Mapping[tuple[str, ...], Name]) -> bool:
        """Let "Real Ellen Marsh" stand for the Ellen Marsh whom a plain word stands before."""
        described = spelled.get(name.words[1:]) if len(name.words) > 2 else None
        first = name.words[0]
        if described is None or first in self.known.first_names or not self.known.is_plain(first):
            return False
        stand_for(name, described)
        return True

    def _link_fuller(self, name: Name) -> None:
        """Let "George Bush" stand for the one "George W. Bush" of the document."""
        words = name.words
        others = [other for other in self.by_last[_family(words)] if other is not name]
        fuller = [
            other
            for other in others
            if other.words[-1] == words[-1]
            and same_given(words[0], other.words[0])
            and (
                _begins(words[1:-1], other.words[1:-1])
                or (words[1:] == other.words[1:] and _first(other, name))
            )
        ]
        fuller = fuller or [other for other in others if _ends(words, other.words)]
        whole = only_one(fuller)
        if whole is not None:
            stand_for(name, whole)

    def _link_surrounded(self) -> None:
        """Let what a headline runs together, "Halvorsen Rumor", stand for the one Halvorsen."""
        for name in self.names.values():
            words = name.words
            if name.of is not None or len(words) < 2 or any(self._is_shown(c) for c in name.candidates):
                continue
            if words[0] in self.known.first_names or not all(map(self.known.is_plain, words[1:])):
                continue
            whole = only_one([one for one in self.by_last.get(words[0], []) if one is not name])
            if whole is not None:
                stand_for(name, whole)
                for named in (self.by_last[_family(words)], self.by_first[words[0]]):
                    named[:] = [one for one in named if one is not name]

    @staticmethod
    def _is_shown(candidate: Candidate) -> bool:
        """Whether capitals or a noun say that all of it is a name."""
        return not candidate.weak or candidate.headed or candidate.known is not None

    def _link_surnames(self) -> list[Name]:
        """Let surnames stand for the one who bears them, and give those that several bear."""
        shared: list[Name] = []
        for name in self._short():
            family = self.by_last.get(name.words[0], [])
            if not family or not (self._may_be_person(name) and self._not_plain(name)):
                continue
            whole = self.namesakes.junior(name, family) or only_one(family)
            if whole is not None:
                stand_for(name, whole)
            else:
                name.scores["person"] = name.scores.get("person", 0.0) + 2.0
                shared.append(name)
        return shared

    def _link_first_names(self) -> None:
        """Let a first name stand for who has it, and "MaDel" for Marla Delgado."""
        for name in self._short():
            word = name.words[0]
            if word in self.by_last:
                continue
            named = self.by_first.get(word, [])
            whole = self._put_together(name)
            if whole is None and self._is_new(name):
                whole = only_one(named) or principal(named)
                if whole is not None and not self._may_be_surname(_family(whole.words)):
                    whole = None
            elif whole is None and word in self.known.first_names and self._first_name_alone(name):
                whole = only_one(named)
            if whole is not None and self._may_be_person(name) and self._not_plain(name):
                stand_for(name, whole)

    def _short(self) -> list[Name]:
        return [name for name in self.names.values() if name.of is None and len(name.words) == 1]

    def _is_new(self, name: Name) -> bool:
        """Whether nobody has heard the word elsewhere, and it does something that no place does."""
        word = name.words[0]
        return (
            name.candidates[0].known is None
            and word not in self.known.surnames
            and word not in self.known.first_names
            and not (self.known.is_plain(word) or name.text[:2].isupper())
            and not _is_organisation(name)
            and any(candidate.subject for candidate in name.candidates)
            and name.scores.get("place", 0.0) <= name.scores.get("person", 0.0)
        )

    def _may_be_surname(self, word: str) -> bool:
        return word in self.known.surnames or not self.known.is_plain(word)

    def _put_together(self, name: Name) -> Name | None:
        """The one person of whose names the beginnings are in it."""
        parts = _BLEND.fullmatch(name.text)
        if parts is None or len(name.text) < _SHORTEST_BLEND or name.candidates[0].known is not None:
            return None
        first, _, last = (part.lower() for part in parts.groups())
        return only_one(
            [
                one
                for one in self.by_letters.get(first[0] + last[0], [])
                if one.words[0].startswith(first) and one.words[-1].startswith(last)
            ]
        )

    def _not_plain(self, name: Name) -> bool:
        """Leave out mentions of a surname that are plain words at the start of a sentence: "Young people"."""
        if name.key not in self.known.words:
            return True
        name.candidates = [c for c in name.candidates if not c.weak or c.subject] or name.candidates
        return any(not c.weak or c.subject for c in name.candidates)

    def _first_name_alone(self, name: Name) -> bool:
        """Whether a first name by itself can mean the person."""
        known = name.candidates[0].known
        if known is not None and known.weight >= 3:
            return False
        return name.scores.get("person", 0.0) >= name.scores.get("place", 0.0)

    def _may_be_person(self, name: Name) -> bool:
        """Whether nothing says that the name is a country or the like."""
        known = name.candidates[0].known
        if known is None:
            return True
        person = name.scores.get("person", 0.0)
        if known.weight == 5:
            if known.type == "organisation" and self._is_personal(name):
                return True
            return person > name.scores.get(known.type, 0.0) - 5.0 + 0.5 and person > 1.0
        around = name.scores.get("place", 0.0) - name.candidates[0].form.get("place", 0.0)
        return person + 0.5 > around

    @staticmethod
    def _is_personal(name: Name) -> bool:
        """Whether what stands around a name is rather said of a person than of a company."""
        person = sum(one.scores.get("person", 0.0) for one in name.candidates)
        company = sum(one.scores.get("organisation", 0.0) for one in name.candidates)
        return person >= 1.0 and person > company


def _is_organisation(name: Name) -> bool:
    """Whether what stands around a name shows that it is no person's."""
    kind, score, lead = best(name.scores)
    return kind == "organisation" and is_sure(score, lead)


def _family(words: tuple[str, ...]) -> str:
    """The surname in a full name."""
    return words[-2] if words[-1] in KIN and len(words) > 1 else words[-1]


def _begins(middle: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what stands in the middle of a name begins the longer `other`, initials standing for names."""
    return len(middle) < len(other) and all(
        a == b or (len(a) == 1 and a == b[0]) for a, b in zip(middle, other, strict=False)
    )


def _ends(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a longer name ends in `words`; a father would have all the names of his son."""
    if other[-1] in KIN and words[-1] not in KIN:
        other = other[:-1]
        return len(other) > len(words) and other[-len(words) :] == words
    return other[-len(words) :] == words


def _first(one: Name, other: Name) -> bool:
    """Whether of two equally long names the first is the fuller, or the more frequent one."""
    mine, theirs = (
        (len(one.candidates), len(one.text), one.text),
        (len(other.candidates), len(other.text), other.text),
    )
    return mine > theirs

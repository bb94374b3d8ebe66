"""Within one document: which short names stand for which full ones."""

from collections import defaultdict

from index.entities.gazetteer import Gazetteer
from index.entities.lexicon import HOUSES, KIN, LEGAL_SUFFIXES, ORGANISATION_HEADS, SURNAME_FIRST
from index.entities.model import EntityType
from index.entities.names import key, same_given
from index.entities.naming import Name, best

_SHARE = 0.7
"""What a short name's evidence counts for the full one."""

_FAR = 1.5
"""So many times as often as any other of a surname is named who alone is meant by it."""

_LARGEST_FAMILY = 40
"""More people of one surname than this are a list, in which nobody stands for anybody else."""


class Links:
    """Joins the names of one document."""

    def __init__(self, names: dict[str, Name], known: Gazetteer) -> None:
        self.names = names
        self.known = known

    def link(self, acronyms: dict[str, str]) -> None:
        """Let short names stand for the full ones that are meant; the text itself gives `acronyms`."""
        self._link_acronyms(acronyms)
        self._link_states()
        self._link_people()
        self._link_organisations()

    def _stand_for(self, name: Name, whole: Name) -> None:
        """Let `name` stand for `whole`."""
        if name is whole or name.of is not None:
            return
        top = whole.top()
        if top is name:
            return
        name.of = top
        top.aliases.append(name)
        for kind, score in name.scores.items():
            top.scores[kind] = top.scores.get(kind, 0.0) + _SHARE * score

    def _link_acronyms(self, acronyms: dict[str, str]) -> None:
        for short, long in acronyms.items():
            name, whole = self.names.get(short), self.names.get(long)
            if name is not None and whole is not None:
                whole.scores["organisation"] = whole.scores.get("organisation", 0.0) + 1.0
                self._stand_for(name, whole)

    def _link_states(self) -> None:
        """Let "the Islamic Republic" stand for the one state in the document that is called so."""
        for name in self.names.values():
            states = self.known.styles.get(name.key, frozenset())
            here = [self.names[key(state)] for state in states if key(state) in self.names]
            if len(here) == 1:
                self._stand_for(name, here[0])

    def _link_people(self) -> None:
        """Let a surname, or a first name, stand for the one full name in the document that has it."""
        full = [
            n
            for n in self.names.values()
            if n.of is None and len(n.words) > 1 and best(n.scores)[0] == "person"
        ]
        by_last: defaultdict[str, list[Name]] = defaultdict(list)
        by_first: defaultdict[str, list[Name]] = defaultdict(list)
        for name in full:
            words = name.words
            if words[-1] in KIN and len(words) > 2:
                by_last[words[-2]].append(name)
            else:
                by_last[words[-1]].append(name)
            by_first[words[0]].append(name)
            if words[0] in SURNAME_FIRST:
                by_last[words[0]].append(name)
        for name in full:
            if len(by_last[name.words[-1]]) <= _LARGEST_FAMILY:
                self._link_fuller(name, by_last)
        shared: list[Name] = []
        for name in list(self.names.values()):
            if name.of is not None or len(name.words) != 1:
                continue
            word = name.words[0]
            whole = _one(by_last.get(word, []))
            if whole is None and word not in by_last and word in self.known.first_names:
                whole = _one(by_first.get(word, []))
                if whole is not None and not self._first_name_alone(name, whole):
                    whole = None
            if whole is None and word not in by_last:
                continue
            if self._may_be_person(name) and self._not_plain(name):
                if whole is not None:
                    self._stand_for(name, whole)
                else:
                    name.scores["person"] = name.scores.get("person", 0.0) + 2.0
                    shared.append(name)
        for name in shared:
            whole = _principal(by_last.get(name.words[0], []))
            if whole is not None and not any(candidate.titled for candidate in name.candidates):
                self._stand_for(name, whole)

    def _not_plain(self, name: Name) -> bool:
        """Leave out mentions of a surname that are plain words at the start of a sentence: "Young people"."""
        if name.key not in self.known.words:
            return True
        name.candidates = [c for c in name.candidates if not c.weak or c.subject] or name.candidates
        return any(not c.weak or c.subject for c in name.candidates)

    def _link_fuller(self, name: Name, by_last: dict[str, list[Name]]) -> None:
        """Let "George Bush" stand for the one "George W. Bush" of the document."""
        words = name.words
        if words[-1] in KIN:
            by_last = {
                words[-1]: [n for names in by_last.values() for n in names if n.words[-1] == words[-1]]
            }
        fuller = [
            other
            for other in by_last.get(words[-1], [])
            if other is not name
            and other.words[-1] == words[-1]
            and same_given(words[0], other.words[0])
            and (
                _begins(words[1:-1], other.words[1:-1])
                or (words[1:] == other.words[1:] and _first(other, name))
            )
        ]
        tails = [
            other
            for other in by_last.get(words[-1], [])
            if other is not name and other.words[-len(words) :] == words
        ]
        fuller = fuller or tails
        whole = _one(fuller)
        if whole is not None:
            self._stand_for(name, whole)

    def _first_name_alone(self, name: Name, whole: Name) -> bool:
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
            return person > name.scores.get(known.type, 0.0) - 5.0 + 0.5 and person > 1.0
        around = name.scores.get("place", 0.0) - name.candidates[0].form.get("place", 0.0)
        return person + 0.5 > around

    def _stands_for_house(self, name: Name, whole: Name) -> bool:
        """Whether a person's name is used for the house named after them: "at Betty Ford"."""
        around: dict[EntityType, float] = {}
        for candidate in name.candidates:
            if candidate.titled or candidate.subject:
                return False
            for kind, score in candidate.scores.items():
                around[kind] = around.get(kind, 0.0) + score
        housed = around.get("place", 0.0) + around.get("organisation", 0.0)
        return housed >= 0.5 and around.get("person", 0.0) <= 0.7 and name.key != whole.key

    def _link_organisations(self) -> None:
        """Let a part of an organisation's name stand for the whole where only one has it."""
        ends: defaultdict[str, list[Name]] = defaultdict(list)
        bare: defaultdict[str, list[Name]] = defaultdict(list)
        for name in self.names.values():
            kind = best(name.scores)[0]
            if name.of is not None or kind not in ("organisation", "place", "event", "work"):
                continue
            words = name.key.split(" ")
            if len(words) < 2:
                continue
            for at in range(1, len(words)):
                if words[at - 1] not in ("of", "for", "and", "the", "&") and words[at] not in (
                    "of",
                    "for",
                    "and",
                    "the",
                    "&",
                ):
                    ends[" ".join(words[at:])].append(name)
            stem = [word for word in words if word not in LEGAL_SUFFIXES]
            if stem and len(stem) < len(words):
                bare[" ".join(stem)].append(name)
            elif kind == "organisation" and (school := self._school(name.key)):
                bare[school].append(name)
            elif len(words) > 2 and words[-1] in HOUSES:
                for at in range(1, len(words)):
                    bare[" ".join(words[:at])].append(name)
            elif words[0] not in self.known.frequent and words[-1] in ORGANISATION_HEADS:
                bare[words[0]].append(name)
        for name in list(self.names.values()):
            if name.of is not None:
                continue
            entry = name.candidates[0].known
            if entry is not None and entry.weight == 5:
                continue
            whole = _one(ends.get(name.key, [])) or _one(bare.get(name.key, []))
            if whole is None or whole.of is not None:
                continue
            own, score, _ = best(name.scores)
            if own == "person" and score > 2.5 and not self._stands_for_house(name, whole):
                continue
            called = name.key in self.known.teams or name.key in ORGANISATION_HEADS
            if own == "place" and not called and (entry is not None or score >= 1.5):
                continue
            self._stand_for(name, whole)

    def _school(self, name_key: str) -> str:
        """What stands before the nickname in the name of a team, if it is no place: Halden Bulldogs."""
        words = name_key.split(" ")
        for at in (len(words) - 1, len(words) - 2):
            if at > 0 and " ".join(words[at:]) in self.known.teams:
                school = " ".join(words[:at])
                return "" if school in self.known.names else school
        return ""


def _one(names: list[Name]) -> Name | None:
    """The only one that is meant; a son or a namesake with a number does not make it two."""
    tops = {id(name.top()): name.top() for name in names}
    if len(tops) > 1:
        tops = {k: n for k, n in tops.items() if n.words[-1] not in KIN} or tops
    return next(iter(tops.values())) if len(tops) == 1 else None


def _principal(family: list[Name]) -> Name | None:
    """Whom an article about several people of one surname means by it alone.

    It is the one who is named in full before the others, if they are named far less: articles are about
    somebody whose relatives have a say, and call these by their full or their first names.
    """
    tops = list({id(name.top()): name.top() for name in family}.values())
    if len(tops) < 2:
        return None
    first, *others = [sum(len(n.candidates) for n in (top, *top.aliases)) for top in tops]
    return tops[0] if first >= _FAR * max(others) else None


def _begins(middle: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what stands in the middle of a name begins the longer `other`, initials standing for names."""
    return len(middle) < len(other) and all(
        a == b or (len(a) == 1 and a == b[0]) for a, b in zip(middle, other, strict=False)
    )


def _first(one: Name, other: Name) -> bool:
    """Whether of two equally long names the first is the fuller, or the more frequent one."""
    mine, theirs = (
        (len(one.candidates), len(one.text), one.text),
        (len(other.candidates), len(other.text), other.text),
    )
    return mine > theirs

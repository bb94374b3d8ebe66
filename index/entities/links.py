"""Within one document: which short names stand for which full ones."""

from collections import defaultdict

from index.entities.gazetteer import Gazetteer
from index.entities.kinsfolk import link_people
from index.entities.lexicon.heads import CURING, HOUSES, INSTITUTIONS, LEGAL_SUFFIXES, ORGANISATION_HEADS
from index.entities.model import EntityType
from index.entities.names import key
from index.entities.namesakes import only_one
from index.entities.naming import Name, best, stand_for
from index.entities.playing import teams_of_towns

_OF = frozenset(("of", "for", "to", "on"))

_PLAYING = 2.0
"""What it counts for a team that a town plays under its name."""


class Links:
    """Joins the names of one document."""

    def __init__(self, names: dict[str, Name], known: Gazetteer) -> None:
        self.names = names
        self.known = known

    def link(self, acronyms: dict[str, str]) -> None:
        """Let short names stand for the full ones that are meant; the text itself gives `acronyms`."""
        self._link_acronyms(acronyms)
        self._link_states()
        link_people(self.names, self.known)
        self._link_organisations()
        self._link_teams()

    def _link_acronyms(self, acronyms: dict[str, str]) -> None:
        for short, long in acronyms.items():
            name, whole = self.names.get(short), self.names.get(long)
            if name is not None and whole is not None:
                whole.scores["organisation"] = whole.scores.get("organisation", 0.0) + 1.0
                stand_for(name, whole)

    def _link_states(self) -> None:
        """Let "the Islamic Republic" stand for the one state in the document that is called so."""
        for name in self.names.values():
            states = self.known.styles.get(name.key, frozenset())
            here = [self.names[key(state)] for state in states if key(state) in self.names]
            if len(here) == 1:
                stand_for(name, here[0])

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
        housed: set[str] = set()
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
            elif self._is_called_by_first(words):
                bare[words[0]].append(name)
            if house := self._house(words):
                bare[house].append(name)
                housed.add(house)
        for name in list(self.names.values()):
            if name.of is not None:
                continue
            entry = name.candidates[0].known
            if entry is not None and entry.weight == 5:
                continue
            whole = only_one(ends.get(name.key, [])) or only_one(bare.get(name.key, []))
            if whole is None or whole.of is not None:
                continue
            own, score, _ = best(name.scores)
            if own == "person" and score > 2.5 and not self._stands_for_house(name, whole):
                continue
            called = name.key in self.known.teams or name.key in ORGANISATION_HEADS or name.key in housed
            if own == "place" and not called and (entry is not None or score >= 1.5):
                continue
            stand_for(name, whole)

    def _is_called_by_first(self, words: list[str]) -> bool:
        """Whether the first word of an organisation's name can be short for it: the Academy of Letters."""
        if words[0] in INSTITUTIONS and words[1] in _OF:
            return True
        return words[0] not in self.known.frequent and words[-1] in ORGANISATION_HEADS

    def _house(self, words: list[str]) -> str:
        """What is left of the name of a clinic without the words for one, if nothing else is called so."""
        size = len(words)
        while size and words[size - 1] in CURING:
            size -= 1
        stem = " ".join(words[:size])
        return stem if size < len(words) and self.known.find(stem) is None else ""

    def _link_teams(self) -> None:
        """Let a town stand for its team where that is what plays."""
        for town, team, mentions in teams_of_towns(self.names, self.known):
            if len(mentions) < len(town.candidates):
                town.candidates = [one for one in town.candidates if not one.plays]
                town = self.names[f"team {town.key}"] = Name(town.key, town.text, mentions)
            town.scores = {"organisation": _PLAYING}
            stand_for(town, team)

    def _school(self, name_key: str) -> str:
        """What stands before the nickname in the name of a team, if it is no place: Halden Bulldogs."""
        words = name_key.split(" ")
        for at in (len(words) - 1, len(words) - 2):
            if at > 0 and " ".join(words[at:]) in self.known.teams:
                school = " ".join(words[:at])
                return "" if school in self.known.names else school
        return ""

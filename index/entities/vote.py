"""One document's names: which belong together, and what each is, by all its mentions together."""

from collections import defaultdict
from dataclasses import dataclass, field

from index.entities.chunks import Candidate, Scores
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon import ACRONYM_JUNK, KIN, LEGAL_SUFFIXES, ORGANISATION_HEADS, PORTFOLIO, ROLES
from index.entities.model import EntityType
from index.entities.names import PARTICLES, same_given
from index.entities.tokens import Kind, Token

SURE = 2.0
"""A type with this much more than the next is shown by the document itself."""

_ARTICLES = frozenset(("al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "the"))


@dataclass(slots=True)
class Name:
    """A name in a document, with all its mentions."""

    key: str
    """What its forms have in common."""
    text: str
    """The form that is kept."""
    candidates: list[Candidate] = field(default_factory=list)
    scores: Scores = field(default_factory=dict)
    aliases: list["Name"] = field(default_factory=list)
    """Shorter names that stand for this one here."""
    type: EntityType | None = None
    """What it is taken for; None where it is no name."""
    sure: bool = False
    """Whether the document shows the type."""
    of: "Name | None" = None
    """The fuller name it stands for."""

    @property
    def words(self) -> list[str]:
        """The words of the key, without articles."""
        words = self.key.split(" ")
        return [w for at, w in enumerate(words) if not (w in _ARTICLES or (at and w in PARTICLES))] or words


def best(scores: Scores) -> tuple[EntityType | None, float, float]:
    """The type with the highest score, that score, and how far it leads."""
    kind: EntityType | None = None
    top = second = 0.0
    for candidate, score in scores.items():
        if score > top:
            kind, top, second = candidate, score, top
        elif score > second:
            second = score
    return kind, top, top - second


class Ballot:
    """Collects the candidates of a document and decides."""

    def __init__(self, known: Gazetteer, lower: set[str]) -> None:
        self.known = known
        self.lower = lower
        """Words the document also writes without a capital."""
        self.names: dict[str, Name] = {}

    def add(self, candidate: Candidate) -> None:
        """Count one mention."""
        entry = candidate.known
        text = entry.name if entry is not None and entry.weight == 5 and not candidate.titled else candidate.name
        kind = "group " if entry is not None and entry.type == "group" else ""
        key = kind + (candidate.key if text is candidate.name else text.lower())
        name = self.names.get(key)
        if name is None:
            name = self.names[key] = Name(candidate.key if text is candidate.name else text.lower(), text)
        name.candidates.append(candidate)

    def decide(self, acronyms: dict[str, str]) -> list[Name]:
        """Settle who stands for whom and what is what; `acronyms` are short forms with their expansions by key."""
        for name in self.names.values():
            self._pool(name)
        self._link_acronyms(acronyms)
        self._link_people()
        self._link_organisations()
        for name in self.names.values():
            if name.of is None:
                self._settle(name)
        for name in self.names.values():
            if name.of is not None:
                whole = name.of
                while whole.of is not None:
                    whole = whole.of
                name.type, name.sure = whole.type, whole.sure
        return [name for name in self.names.values() if name.type is not None]

    def _pool(self, name: Name) -> None:
        """Add up the scores of a name's mentions; what they say alike counts less each time."""
        counts: defaultdict[EntityType, list[float]] = defaultdict(list)
        for candidate in name.candidates:
            for kind, score in candidate.scores.items():
                counts[kind].append(score)
        for kind, values in counts.items():
            values.sort(reverse=True)
            total = sum(value / (1 + 0.5 * place) for place, value in enumerate(values) if value > 0)
            lowest = min(values)
            name.scores[kind] = total + (lowest if lowest < 0 else 0.0)
        shown: Scores = {}
        for candidate in name.candidates:
            for kind, score in candidate.form.items():
                shown[kind] = max(score, shown.get(kind, 0.0))
        for kind, score in shown.items():
            name.scores[kind] = name.scores.get(kind, 0.0) + score

    def _stand_for(self, name: Name, whole: Name) -> None:
        """Let `name` stand for `whole`."""
        if name is whole or name.of is not None:
            return
        top = whole
        while top.of is not None:
            top = top.of
        if top is name:
            return
        name.of = top
        top.aliases.append(name)
        for kind, score in name.scores.items():
            top.scores[kind] = top.scores.get(kind, 0.0) + 0.7 * score

    def _link_acronyms(self, acronyms: dict[str, str]) -> None:
        for short, long in acronyms.items():
            name, whole = self.names.get(short), self.names.get(long)
            if name is not None and whole is not None:
                whole.scores["organisation"] = whole.scores.get("organisation", 0.0) + 1.0
                self._stand_for(name, whole)

    def _link_people(self) -> None:
        """Let a surname, or a first name, stand for the one full name in the document that has it."""
        full = [n for n in self.names.values() if n.of is None and len(n.words) > 1 and best(n.scores)[0] == "person"]
        by_last: defaultdict[str, list[Name]] = defaultdict(list)
        by_first: defaultdict[str, list[Name]] = defaultdict(list)
        for name in full:
            words = name.words
            if words[-1] in KIN and len(words) > 2:
                by_last[words[-2]].append(name)
            else:
                by_last[words[-1]].append(name)
            by_first[words[0]].append(name)
        for name in full:
            self._link_fuller(name, by_last)
        for name in list(self.names.values()):
            if name.of is not None or len(name.words) != 1:
                continue
            word = name.words[0]
            whole = _one(by_last.get(word, []))
            if whole is None and word not in by_last and word in self.known.first_names:
                whole = _one(by_first.get(word, []))
                if whole is not None and not self._first_name_alone(name, whole):
                    whole = None
            if whole is not None and self._may_be_person(name) and self._not_plain(name):
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
            by_last = {words[-1]: [n for names in by_last.values() for n in names if n.words[-1] == words[-1]]}
        fuller = [
            other
            for other in by_last.get(words[-1], [])
            if other is not name
            and other.words[-1] == words[-1]
            and same_given(words[0], other.words[0])
            and (set(words[1:]) < set(other.words[1:]) or (len(words) == len(other.words) and _first(other, name)))
        ]
        tails = [other for other in by_last.get(words[-1], []) if other is not name and other.words[-len(words) :] == words]
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
                if words[at - 1] not in ("of", "for", "and", "the", "&") and words[at] not in ("of", "for", "and", "the", "&"):
                    ends[" ".join(words[at:])].append(name)
            stem = [word for word in words if word not in LEGAL_SUFFIXES]
            if stem and len(stem) < len(words):
                bare[" ".join(stem)].append(name)
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
            own, score, lead = best(name.scores)
            if own == "person" and score > 2.5:
                continue
            if own == "place" and entry is not None:
                continue
            self._stand_for(name, whole)

    def _settle(self, name: Name) -> None:
        """Decide what a name is, or that it is none."""
        first = name.candidates[0]
        if self._junk(name):
            return
        self._discount(name)
        kind, score, lead = best(name.scores)
        if kind is None:
            kind = "organisation" if len(name.words) > 1 else None
            if kind is None and not all(c.weak for c in name.candidates):
                kind = "organisation" if first.key not in self.known.words else None
        name.type = kind
        name.sure = score >= SURE and lead >= 1.0
        if name.aliases and kind == "person" and name.key.count(" ") == 0:
            name.text = max((alias.text for alias in name.aliases), key=len, default=name.text)

    def _discount(self, name: Name) -> None:
        """Trust verbs less for a single word of which nothing else says that it is a person."""
        if (
            len(name.words) == 1
            and not name.aliases
            and not any(c.titled for c in name.candidates)
            and name.key not in self.known.surnames
            and name.key not in self.known.first_names
            and name.scores.get("person", 0.0) > 0
        ):
            name.scores["person"] *= 0.5
            name.scores["organisation"] = name.scores.get("organisation", 0.0) + 0.4

    def _junk(self, name: Name) -> bool:
        """Whether a name is more likely a plain word with a capital."""
        if any(c.titled or c.headed for c in name.candidates):
            return False
        if any(c.known is not None and c.known.weight >= 4 for c in name.candidates):
            return False
        words = name.key.split(" ")
        strong = sum(not c.weak for c in name.candidates)
        _, score, _ = best(name.scores)
        if len(words) == 1:
            word = words[0]
            if name.candidates[0].name.isupper():
                return word in ACRONYM_JUNK or (len(word) < 3 and not name.aliases) or (len(name.candidates) < 2 and score < 2.0)
            if word in self.known.words:
                if word in self.known.surnames and score >= 1.5:
                    return False
                if strong and score >= 2.5:
                    return False
                return strong < 2 or word in self.lower or word in ROLES or word in PORTFOLIO or word in ORGANISATION_HEADS
            return not strong and score < 1.0
        if not name.aliases and all(len(word) < 5 for word in words) and name.candidates[0].name.isupper():
            return True
        if all(word in self.known.words for word in words):
            return not strong or (score < 2.0 and strong < 2)
        return False


def _one(names: list[Name]) -> Name | None:
    """The only one that is meant; a son or a namesake with a number does not make it two."""
    tops = {id(_top(name)): _top(name) for name in names}
    if len(tops) > 1:
        tops = {k: n for k, n in tops.items() if n.words[-1] not in KIN} or tops
    return next(iter(tops.values())) if len(tops) == 1 else None


def _first(one: Name, other: Name) -> bool:
    """Whether of two equally long names the first is the fuller, or the more frequent one."""
    mine, theirs = (len(one.candidates), len(one.text), one.text), (len(other.candidates), len(other.text), other.text)
    return mine > theirs


def _top(name: Name) -> Name:
    while name.of is not None:
        name = name.of
    return name


def lists(candidates: list[Candidate], tokens: list[Token]) -> list[list[Candidate]]:
    """Names that stand in one list: "Fordow, Natanz, and Isfahan"."""
    found: list[list[Candidate]] = []
    group: list[Candidate] = []
    joined = False
    for candidate in candidates:
        if group:
            between = tokens[group[-1].end : candidate.begin]
            signs = [t for t in between if t.low not in ("and", "or", "the", "both")]
            plain = all(t.kind is Kind.COMMA for t in signs)
            if plain and 0 < len(between) <= 3 and len(signs) <= 1:
                joined = joined or len(signs) < len(between)
                group.append(candidate)
                continue
            if joined and len(group) > 1:
                found.append(group)
        group, joined = [candidate], False
    if joined and len(group) > 1:
        found.append(group)
    return found

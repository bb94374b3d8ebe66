"""One document's names: what each is, by all its mentions together."""

from collections import defaultdict

from index.entities.candidate import Candidate, Scores
from index.entities.gazetteer import Gazetteer
from index.entities.lexicon.heads import INSTITUTIONS, ORGANISATION_HEADS
from index.entities.lexicon.offices import PORTFOLIO, ROLES, TITLES
from index.entities.lexicon.small import ACRONYM_JUNK
from index.entities.links import Links
from index.entities.model import EntityType
from index.entities.names import key
from index.entities.naming import Name, best, is_sure

_PLAIN = ROLES | PORTFOLIO | ORGANISATION_HEADS
"""Words that name nobody, however often they have a capital."""

_EVERYWHERE = frozenset(("internet", "web", "net"))
"""Words that some write with a capital wherever they stand."""

_PREFIXES = (
    "anti",
    "counter",
    "cyber",
    "dis",
    "eco",
    "hyper",
    "mini",
    "multi",
    "non",
    "pre",
    "re",
    "un",
)


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
        text, folded = candidate.name, candidate.key
        if entry is not None and entry.weight == 5 and not candidate.titled:
            text, folded = entry.name, key(entry.name)
        bucket = f"group {folded}" if entry is not None and entry.type == "group" else folded
        name = self.names.get(bucket)
        if name is None:
            name = self.names[bucket] = Name(folded, text)
        name.candidates.append(candidate)

    def decide(self, acronyms: dict[str, str]) -> list[Name]:
        """Settle what is what; `acronyms` gives, by key, the expansions that the text has of short forms."""
        for name in self.names.values():
            self._pool(name)
        Links(self.names, self.known).link(acronyms)
        for name in self.names.values():
            if name.of is None:
                self._settle(name)
        for name in self.names.values():
            if name.of is not None:
                whole = name.top()
                if whole.type is None:
                    name.of = None
                    self._settle(name)
                else:
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

    def _settle(self, name: Name) -> None:
        """Decide what a name is, or that it is none."""
        if self._junk(name):
            return
        self._discount(name)
        kind, score, lead = best(name.scores)
        certain = len(name.words) > 1 or any(
            not candidate.weak or (candidate.subject and self._is_strange(name.key))
            for candidate in name.candidates
        )
        if kind is None and certain and name.key not in self.known.words:
            kind = "organisation"
        name.type = kind
        name.sure = is_sure(score, lead)
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
        if any(
            c.titled or c.headed or (c.known is not None and c.known.weight >= 4) for c in name.candidates
        ):
            return False
        strong = sum(not candidate.weak for candidate in name.candidates)
        kind, score, _ = best(name.scores)
        words = name.key.split(" ")
        capitals = name.candidates[0].name.isupper()
        if len(words) > 1:
            if capitals and not name.aliases and all(len(word) < 5 for word in words):
                return True
            plain = all(word in self.known.words for word in words)
            return plain and (not strong or (score < 2.0 and strong < 2))
        word = words[0]
        if _many(name.candidates[0].name) in ACRONYM_JUNK:
            return True
        if word in TITLES or word in _EVERYWHERE or (word in INSTITUTIONS and word in self.lower):
            return True
        if capitals:
            short = len(word) < 3 and not name.aliases
            return short or word in ACRONYM_JUNK or (len(name.candidates) < 2 and score < 1.5)
        if word not in self.known.words:
            return not strong and score < 1.0 and not any(c.subject for c in name.candidates)
        if word in self.known.teams and kind == "organisation" and score >= 1.2:
            return word in self.lower  # Chargers lineman
        if (kind == "person" and word in self.known.surnames and score >= 1.5) or (strong and score >= 2.5):
            return False
        acting = any(c.subject for c in name.candidates)
        if kind == "person" and word in self.known.surnames and acting and word not in self.known.frequent:
            return word in self.lower or word in _PLAIN
        listed = name.candidates[0].known
        if strong and kind == "place" and score >= 1.5 and (listed or word not in self.known.frequent):
            return word in self.lower or word in _PLAIN
        return strong < 2 or word in self.lower or word in _PLAIN

    def _is_strange(self, word: str) -> bool:
        """Whether a word is no English one, nor made of English ones: neither "luckily" nor "lawman"."""
        if len(word) < 4 or word.endswith("ly") or self.known.is_plain(word):
            return False
        if any(word.startswith(prefix) and self.known.is_plain(word[len(prefix) :]) for prefix in _PREFIXES):
            return False
        return not any(
            self.known.is_plain(word[:at]) and self.known.is_plain(word[at:])
            for at in range(3, len(word) - 2)
        )


def _many(text: str) -> str:
    """The short form, in lower case, of which a word is the plural: TVs, CEOs; nothing if it is of none."""
    return text[:-1].lower() if len(text) > 2 and text.endswith("s") and text[:-1].isupper() else ""

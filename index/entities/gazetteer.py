"""The names known beforehand, loaded once from the data that the package ships."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple, cast

from index.entities.model import TYPES, EntityType
from index.entities.names import key


class Known(NamedTuple):
    """A name known beforehand."""

    type: EntityType
    """What it names."""
    name: str
    """The form under which it is kept."""
    weight: int
    """How much it says: 5 for a country or a name written down by hand, 1 for a small town."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything known beforehand."""

    names: dict[str, Known]
    """Names by key."""
    capitals: dict[str, Known]
    """Short forms that count only as they are written: US, WHO, IS."""
    openings: dict[str, int]
    """First word of the keys of two words and more → number of words of the longest."""
    countries: frozenset[str]
    """Keys of countries, all forms."""
    seats: frozenset[str]
    """Keys of capitals, where governments have their seat."""
    demonyms: dict[str, str]
    """Key of a demonym → its country."""
    teams: dict[str, int]
    """Key of a nickname of teams → how many known teams have it; 0 where only schools and towns do."""
    styles: dict[str, frozenset[str]]
    """What some states call themselves for short → those states: the Islamic Republic."""
    words: frozenset[str]
    """English words that are written without a capital."""
    frequent: frozenset[str]
    """The most frequent of them."""
    first_names: frozenset[str]
    surnames: frozenset[str]

    def is_plain(self, low: str) -> bool:
        """Whether a word in lower case is an English word, or the form of one that ends in s, ed or ing."""
        if low in self.words:
            return True
        if "or" in low and self.is_plain(low.replace("or", "our")):
            return True  # neighbors
        if low.endswith("s") and len(low) > 4:
            return low[:-1] in self.words or low[:-2] in self.words
        if low.endswith("ed") and len(low) > 5:
            return low[:-1] in self.words or low[:-2] in self.words
        return (
            low.endswith("ing") and len(low) > 6 and (low[:-3] in self.words or low[:-3] + "e" in self.words)
        )

    def is_heard(self, low: str) -> bool:
        """Whether a word in lower case is an English word or the name of many people."""
        return low in self.words or low in self.surnames or low in self.first_names

    def find(self, text: str) -> Known | None:
        """What `text` is known as, as it is written."""
        found = self.capitals.get(text)
        return found if found is not None else self.names.get(key(text))


def _key(name: str) -> str:
    """The key of a name in ASCII; quick, because there are many."""
    return name.lower() if name.isalpha() or name.replace(" ", "").isalpha() else key(name)


def _parts(name: str) -> list[list[str]]:
    """The lines of each part of a file, without the notices at its head."""
    data = zlib.decompress((files("index.entities") / "data" / name).read_bytes()).decode("utf-8")
    at = 0
    while data.startswith("#", at):
        at = data.index("\n", at) + 1
    return [part.split("\n") for part in data[at:].rstrip("\n").split("\n-\n")]


def _short(form: str) -> bool:
    return form.endswith(".") or (
        form.upper() == form and " " not in form and len(form.replace(".", "")) <= 5
    )


class _Builder:
    """Collects names; what is written by hand goes before what comes from open data."""

    def __init__(self) -> None:
        self.names: dict[str, Known] = {}
        self.capitals: dict[str, Known] = {}
        self.countries: set[str] = set()
        self.demonyms: dict[str, str] = {}
        self.teams: dict[str, int] = {}
        self.surnames: set[str] = set()
        self.no_names: set[str] = set()
        self.seats: set[str] = set()
        self._cities, self._regions, demonyms = _parts("places.txt.z")
        self._demonyms = [(name, country) for name, country in (line.split("\t") for line in demonyms)]
        self._states = {key(country) for _, country in self._demonyms}

    def add(self, form: str, known: Known) -> None:
        if _short(form):
            self.capitals.setdefault(form, known)
        else:
            self.names.setdefault(key(form), known)

    def by_hand(self) -> None:
        text = (files("index.entities") / "data" / "known.txt").read_text("utf-8")
        section: list[str] = []
        for line in text.splitlines():
            if not line or line.startswith("#"):
                continue
            if line.startswith("["):
                section = line.strip("[]").split()
                continue
            forms = line.split("|")
            if section[0] == "demonym":
                name, country = forms[0].split("=")
                for form in (name, *forms[1:]):
                    self.demonym(form, name, country)
                continue
            if section[0] == "seat":
                self.seats.update(map(key, forms))
                continue
            if section[0] == "surname":
                self.surnames.update(map(key, forms))
                continue
            if section[0] == "no":
                self.no_names.update(forms)
                continue
            if section[0] == "team":
                self.team(*forms)
                continue
            kind = cast(EntityType, section[0])
            assert kind in TYPES
            for form in forms:
                self.add(form, Known(kind, forms[0], 5))
                if "country" in section:
                    self.countries.add(form if _short(form) else key(form))

    def team(self, form: str, *others: str) -> None:
        places, _, nickname = form.partition("=")
        self.teams[key(nickname)] = self.teams.get(key(nickname), 0) + bool(places)
        for place in filter(None, places.split("/")):
            name = f"{place} {nickname}"
            known = Known("organisation", name, 5)
            for written in (name, *others):
                self.names.setdefault(key(written), known)

    def demonym(self, form: str, name: str, country: str) -> None:
        known = Known("group", name, 5)
        plural = () if form.endswith(("s", "sh", "ch", "ese")) else (form + "s",)
        for written in (form, *plural):
            if key(written) in self._states:
                continue
            self.names.setdefault(key(written), known)
            self.demonyms.setdefault(key(written), country)

    def places(self) -> None:
        for name, country in self._demonyms:
            self.countries.add(key(country))
            self.add(country, Known("place", country, 5))
            self.demonym(name, name, country)
        names = self.names
        known = Known("place", "", 1)
        for line in self._cities:
            if line[0] == "=":
                name = line[1:]
            else:
                name = line[2:]  # after one digit and a tab
                known = Known("place", name, int(line[0]))
            folded = _key(name)
            if folded not in names:
                names[folded] = known
        for name in self._regions:
            self.names.setdefault(_key(name), Known("place", name, 2))

    def styles(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for form in self.countries:
            style, of, _ = form.partition(" of ")
            if of and " " in style and style.endswith("republic") and form in self.names:
                found.setdefault(style, set()).add(self.names[form].name)
        return {style: frozenset(names) for style, names in found.items()}


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer; the first call loads it."""
    builder = _Builder()
    builder.by_hand()
    builder.places()
    openings: dict[str, int] = {}
    for name in builder.names:
        if " " in name:
            parts = name.split(" ")
            openings[parts[0]] = max(len(parts), openings.get(parts[0], 0))
    (words,) = _parts("words.txt.z")
    first, last = _parts("people.txt.z")
    return Gazetteer(
        names=builder.names,
        capitals=builder.capitals,
        openings=openings,
        countries=frozenset(builder.countries),
        seats=frozenset(builder.seats),
        demonyms=builder.demonyms,
        teams=builder.teams,
        styles=builder.styles(),
        words=frozenset(words),
        frequent=frozenset(words[:6000]),
        first_names=frozenset(first) - builder.no_names,
        surnames=(frozenset(last) | builder.surnames) - builder.no_names,
    )

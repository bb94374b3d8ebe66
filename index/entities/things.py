"""Across documents: which names are one organisation's, place's, event's or work's."""

import re
from collections import defaultdict

from index.entities.gazetteer import gazetteer
from index.entities.groups import Group, bucket, join, meant
from index.entities.lexicon.heads import CURING, LEGAL_SUFFIXES
from index.entities.model import EntityType
from index.entities.names import key

_SPELLED = {
    "organization": "organisation", "organizations": "organisations", "defense": "defence",
    "labor": "labour", "center": "centre", "program": "programme", "theater": "theatre",
    "harbor": "harbour", "mobilization": "mobilisation",
    "mt": "mount", "st": "saint", "ft": "fort",
}  # fmt: skip
_EMPTY = frozenset(("the", "of", "for", "and", "&", "on", "to"))
_PARTED = re.compile(r"[\s\-‐‑–]+")
_CORPORATE = frozenset(("city", "town", "township", "village", "borough"))
_APART = frozenset(("city of london", "city of westminster"))
"""Parts of a town that are called the city of it."""
_OFFICES = frozenset(("ministry", "department"))


def _thing_key(name_key: str, kind: EntityType) -> str:
    """What different forms of a name of a thing have in common."""
    words = [_SPELLED.get(word, word) for word in name_key.split(" ") if word not in ("the", "&")]
    if kind == "organisation":
        bare = [word for word in words if word not in LEGAL_SUFFIXES]
        if bare and len(bare) < len(words) and bare[-1] not in ("of", "and"):
            words = bare
        if any(word in _OFFICES for word in words):
            demonyms = gazetteer().demonyms
            said = {key(demonyms[word]) if word in demonyms else word for word in words if word not in _EMPTY}
            return " ".join(sorted(said))
    if kind == "place":
        known = gazetteer().names.get(name_key)
        if known is not None and known.type == "place":
            return key(known.name)
        if len(words) > 2 and words[1] == "of" and words[0] in _CORPORATE and name_key not in _APART:
            words = words[2:]
        if len(words) > 1 and words[-1] in ("province", "governorate", "oblast"):
            words = words[:-1]
    return " ".join(words)


def _initials(name: str) -> str:
    """The first letters of a name of three words or more; what is short already stays whole: UNSC, APEC."""
    words = [word for word in _PARTED.split(name) if key(word) and key(word) not in _EMPTY]
    if len(words) < 3:
        return ""
    whole = not name.isupper()
    return "".join(key(word) if whole and word[1:].isupper() else key(word)[0] for word in words)


def join_things(groups: list[Group]) -> None:
    """Join the forms of a thing's name, and its short form to its expansion."""
    bucket(groups, {id(group): _thing_key(group.key, group.type) for group in groups})
    shorts: defaultdict[str, list[Group]] = defaultdict(list)
    initials: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for short in group.short:
            shorts[short].append(group)
        if group.key.count(" ") > 1:
            for letters in {_initials(form) for form in group.forms} - {""}:
                initials[letters].append(group)
    for group in groups:
        if " " in group.key or not any(form.replace(".", "").isupper() for form in group.forms):
            continue
        whole = meant(g for g in shorts.get(group.key, []) if g is not group)
        if whole is None and group.key not in shorts and len(group.key) >= 3:
            whole = meant(initials.get(group.key, []))
        if whole is not None:
            join(group, whole)

    _teams(groups)
    _houses(groups)


def _teams(groups: list[Group]) -> None:
    """Join "Chiefs", and "Halden", to the only team that is called so: Kansas City Chiefs, Halden Bulldogs.

    A nickname that several known teams have is not joined: nobody can tell whose it is.
    """
    known = gazetteer()
    named: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        words = group.key.split(" ")
        for at in range(1, len(words)):
            first, nickname = " ".join(words[:at]), " ".join(words[at:])
            place = first in known.names
            if nickname in known.teams:
                if known.teams[nickname] < 2:
                    named[nickname].append(group)
                if not place:
                    named[first].append(group)
                break
            if (
                place
                and at == len(words) - 1
                and nickname.endswith("s")
                and known.names[first].type == "place"
            ):
                named[nickname].append(group)
    for group in groups:
        if group.key in named and group.top is None and (whole := meant(named[group.key])) is not None:
            join(group, whole)


def _houses(groups: list[Group]) -> None:
    """Join the Betty Ford Clinic to the Betty Ford Center: houses that bear a person's name."""
    known = gazetteer()
    stems: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        words = group.key.split(" ")
        size = len(words)
        while size and words[size - 1] in CURING:
            size -= 1
        if size > 1 and words[0] in known.first_names and " ".join(words[:size]) not in known.names:
            stems[" ".join(words[:size])].append(group)
    for named in stems.values():
        if any(group.key.count(" ") > 1 for group in named):
            for group in named[1:]:
                join(group, named[0])

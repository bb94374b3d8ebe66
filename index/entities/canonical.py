"""Names brought together across the documents of a library: one entity, one entry.

The input is what a library counts of its mentions, grouped by name; documents are not looked at again,
so all of it can be done anew after every change.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from index.entities.gazetteer import gazetteer
from index.entities.groups import Group
from index.entities.model import EntityType
from index.entities.names import key, person_name
from index.entities.people import join_people
from index.entities.things import join_things
from index.watching import NOBODY, Watched


@dataclass(frozen=True, slots=True)
class NameCount:
    """How often a library uses a name: its mentions grouped by the first four fields."""

    name: str
    """`RawMention.name`."""
    type: EntityType
    """`RawMention.type`."""
    surface: str
    """`RawMention.text`."""
    sure: bool
    """`RawMention.sure`."""
    documents: int
    """Documents with such mentions."""
    mentions: int
    """Mentions in all of them."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions of a library name."""

    id: str
    """Opaque; the same as long as the entity's type and name are."""
    name: str
    """The form it is shown under."""
    type: EntityType
    """What it is."""


NameKey = tuple[str, EntityType, bool]
"""`RawMention.name`, `.type` and `.sure`: mentions that agree in these are of one entity."""


@dataclass(frozen=True, slots=True)
class Canon:
    """The entities of a library, and which name is whose."""

    entities: Mapping[str, Entity]
    """By id."""
    of: Mapping[NameKey, str]
    """Id of the entity by name, type and sureness of its mentions."""
    rivals: Mapping[NameKey, frozenset[str]] = field(default_factory=dict)
    """Ids of the entities of which one is meant by a name, where each document has to be asked which."""
    surnames: frozenset[NameKey] = frozenset()
    """Surnames alone, none of them rare, that are joined to the one person who bears them in full."""
    spread: Mapping[str, int] = field(default_factory=dict)
    """In about how many documents an entity is, by id."""

    def entity(self, name: str, type: EntityType, sure: bool) -> str:
        """The id of the entity that is mentioned so; of a name never seen, that of an entity of its own."""
        found = self.of.get((name, type, sure))
        return found if found is not None else entity_id(type, name)

    def alone(self, name: str, type: EntityType, sure: bool) -> Entity:
        """The entity that mentions would be of if no other name were its."""
        kind = self.entities[self.of[name, type, sure]].type
        return Entity(entity_id(kind, name), name, kind)


_NICKNAME = re.compile(r" [(\[\"'“‘]{1,2}(\w+)[)\]\"'”’]{1,2} ")
"""A nickname in the middle of a name."""


def entity_id(type: EntityType, name: str) -> str:
    """The id of the entity shown under `name`."""
    return _identity(type, key(name))


def _identity(type: EntityType, folded: str) -> str:
    return blake2b(f"{type}\0{folded}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def canonicalise(rows: Iterable[NameCount], watched: Watched = NOBODY) -> Canon:
    """The entities behind the names of a library.

    Names of different types are never brought together; only where a document leaves the type of a name open
    does the library decide it. A surname alone joins a full name if one person bears it, or one by far. What
    is watched for is shown under the name it was given, and two that are watched for are never one.
    """
    counts = list(rows)
    keys = {name: key(name) for name in {row.name for row in counts}}
    types = _types(counts, keys)
    work = _Work()
    given = {(key(one.name), one.type): one.name for one in reversed(watched.names)}
    groups: dict[NameKey, Group] = {}
    for row in counts:
        name_key: NameKey = (row.name, row.type, row.sure)
        group = groups.get(name_key)
        if group is None:
            folded = keys[row.name]
            kind = row.type if row.sure else types[folded, row.type]
            group = groups[name_key] = work.group(folded, kind)
            group.watched = given.get((folded, kind))
        group.forms[row.name] = group.forms.get(row.name, 0) + row.mentions
        group.documents += row.documents
        if row.surface != row.name and row.surface.isupper() and " " not in row.surface and " " in row.name:
            group.short.add(key(row.surface))
        if row.type == "person" and (nickname := _NICKNAME.search(row.surface)):
            group.nicknames.add(key(nickname[1]))
    work.merge()
    entities: dict[str, Entity] = {}
    of: dict[NameKey, str] = {}
    spread: dict[str, int] = {}
    made: dict[int, str] = {}
    for name_key, group in groups.items():
        root = group.root()
        identity = made.get(id(root))
        if identity is None:
            name = _shown(root)
            identity = made[id(root)] = _identity(root.type, key(name))
            entities[identity] = Entity(identity, name, root.type)
            spread[identity] = root.documents
        of[name_key] = identity
    rivals = {
        name_key: frozenset(made[id(rival.root())] for rival in group.root().rivals)
        for name_key, group in groups.items()
        if group.root().rivals
    }
    surnames = frozenset(name_key for name_key, group in groups.items() if group.is_surname)
    return Canon(entities, of, rivals, surnames, spread)


def _types(counts: list[NameCount], keys: Mapping[str, str]) -> dict[tuple[str, EntityType], EntityType]:
    """What the library takes a name for that documents leave open, by key and by what they guess.

    A surname of somebody who is named in full elsewhere is a person's where a document guesses so, and where
    none shows what the name is; otherwise it goes by the documents that show it, or by what most guess.
    """
    open_names = {keys[row.name] for row in counts if not row.sure}
    votes: dict[str, dict[tuple[bool, EntityType], int]] = {}
    surnames: set[str] = set()
    for row in counts:
        folded = keys[row.name]
        if folded in open_names:
            names = votes.setdefault(folded, {})
            names[row.sure, row.type] = names.get((row.sure, row.type), 0) + row.documents
        if row.sure and row.type == "person":
            parts = person_name(folded)
            if parts.full:
                surnames.add(parts.surname)
    types: dict[tuple[str, EntityType], EntityType] = {}
    for folded, names in votes.items():
        sure, kind = max(names, key=lambda vote: (vote[0], names[vote], vote[1]))
        for shown, guess in names:
            if not shown:
                is_surname = folded in surnames and (guess == "person" or not sure)
                types[folded, guess] = "person" if is_surname else kind
    return types


class _Work:
    """Brings groups together, type by type."""

    def __init__(self) -> None:
        self.groups: dict[tuple[str, EntityType], Group] = {}

    def group(self, folded: str, kind: EntityType) -> Group:
        """The group of a name."""
        group = self.groups.get((folded, kind))
        if group is None:
            group = self.groups[folded, kind] = Group(folded, kind)
        return group

    def merge(self) -> None:
        """Join what belongs together."""
        by_type: defaultdict[EntityType, list[Group]] = defaultdict(list)
        for group in self.groups.values():
            by_type[group.type].append(group)
        join_people(by_type["person"])
        for kind in ("organisation", "place", "event", "work"):
            join_things(by_type[kind])


def _shown(root: Group) -> str:
    """The form of its name under which an entity is shown: the most frequent one that is a full name.

    A team is shown with its town, however often it goes by its nickname.
    """
    if root.watched is not None:
        return root.watched
    forms = root.forms
    if len(forms) == 1:
        return next(iter(forms))
    if root.type == "person":
        full = [form for form in forms if len(person_name(key(form)).given) > 1]
    else:
        full = [form for form in forms if not form.isupper()]
    shown = max(full or forms, key=lambda form: (forms[form], len(form), form))
    if root.type == "organisation" and (nickname := key(shown)) in gazetteer().teams:
        whole = [form for form in full if key(form).endswith(f" {nickname}")]
        shown = max(whole or [shown], key=lambda form: (forms[form], len(form), form))
    return shown

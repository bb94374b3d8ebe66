"""Names brought together across the documents of a library: one entity, one entry.

The input is what a library counts of its mentions, grouped by name; documents are not looked at again,
so all of it can be done anew after every change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from index.entities.groups import Group
from index.entities.model import EntityType
from index.entities.names import key, person_name
from index.entities.people import join_people
from index.entities.things import join_things


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

    def entity(self, name: str, type: EntityType, sure: bool) -> str:
        """The id of the entity that is mentioned so; of a name never seen, that of an entity of its own."""
        found = self.of.get((name, type, sure))
        return found if found is not None else entity_id(type, name)


def entity_id(type: EntityType, name: str) -> str:
    """The id of the entity shown under `name`."""
    return blake2b(f"{type}\0{key(name)}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def canonicalise(rows: Iterable[NameCount]) -> Canon:
    """The entities behind the names of a library.

    Names of different types are never brought together; only where a document leaves the type of a name open
    does the library decide it. A surname alone joins a full name if one person bears it, or one by far.
    """
    rows = list(rows)
    work = _Work()
    types = _types(rows)
    groups: dict[NameKey, Group] = {}
    for row in rows:
        name_key: NameKey = (row.name, row.type, row.sure)
        group = groups.get(name_key)
        if group is None:
            folded = key(row.name)
            kind = row.type if row.sure else types.get(folded, row.type)
            group = groups[name_key] = work.group(folded, kind)
        group.forms[row.name] += row.mentions
        group.documents += row.documents
        if row.surface != row.name and row.surface.isupper() and " " not in row.surface and " " in row.name:
            group.short.add(key(row.surface))
    work.merge()
    entities: dict[str, Entity] = {}
    of: dict[NameKey, str] = {}
    made: dict[int, str] = {}
    for name_key, group in groups.items():
        root = group.root()
        identity = made.get(id(root))
        if identity is None:
            name = _shown(root)
            identity = made[id(root)] = entity_id(root.type, name)
            entities[identity] = Entity(identity, name, root.type)
        of[name_key] = identity
    return Canon(entities, of)


def _types(rows: list[NameCount]) -> dict[str, EntityType]:
    """What the library takes a name for, by key, going by the documents that show it."""
    sure: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    surnames: Counter[str] = Counter()
    for row in rows:
        if row.sure:
            folded = key(row.name)
            sure[folded][row.type] += row.documents
            if row.type == "person":
                parts = person_name(folded)
                if parts.full:
                    surnames[parts.surname] += row.documents
    guesses: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for row in rows:
        if not row.sure:
            guesses[key(row.name)][row.type] += row.documents
    types = {name: counts.most_common(1)[0][0] for name, counts in (guesses | sure).items()}
    for surname in surnames:
        if surname not in sure:
            types[surname] = "person"
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
    """The form of its name under which an entity is shown."""
    forms = root.forms
    if root.type == "person":
        full = {
            form: count
            for form, count in forms.items()
            if person_name(key(form)).full and len(person_name(key(form)).given) > 1
        }
        pool = full or dict(forms)
        return max(pool, key=lambda form: (pool[form], len(form), form))
    long = {form: count for form, count in forms.items() if not form.isupper()} or dict(forms)
    return max(long, key=lambda form: (long[form], len(form), form))

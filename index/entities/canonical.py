"""Names brought together across the documents of a library: one entity, one entry.

The input is what a library counts of its mentions, grouped by name; documents are not looked at again,
so all of it can be done anew after every change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from index.entities.gazetteer import gazetteer
from index.entities.lexicon import LEGAL_SUFFIXES
from index.entities.model import EntityType
from index.entities.names import KIN, NICKNAMES, SURNAME_FIRST, PersonName, key, person_name, spelling

DOMINANT = 0.9
"""Share of the documents from which the best known bearer of a surname is meant by it alone."""

DOMINANT_DOCUMENTS = 5
"""Documents the best known bearer must be in."""


@dataclass(frozen=True, slots=True)
class NameCount:
    """How often documents of the library use a name: one row of mentions grouped by their first four fields."""

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


@dataclass(slots=True)
class _Group:
    """The names of one type with one key."""

    key: str
    type: EntityType
    forms: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    short: set[str] = field(default_factory=set)
    """Acronyms under which documents mention it."""
    members: list["_Group"] = field(default_factory=list)
    top: "_Group | None" = None
    fixed: str | None = None
    """The name the gazetteer has for it."""

    def root(self) -> "_Group":
        group = self
        while group.top is not None:
            group = group.top
        return group


def canonicalise(rows: Iterable[NameCount]) -> Canon:
    """The entities behind the names of a library.

    Names of different types are never brought together; only where a document leaves the type of a name open
    does the library decide it. A surname alone joins a full name if one person bears it, or one by far.
    """
    rows = list(rows)
    work = _Work()
    types = _types(rows)
    groups: dict[NameKey, _Group] = {}
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
        self.groups: dict[tuple[str, EntityType], _Group] = {}

    def group(self, folded: str, kind: EntityType) -> _Group:
        """The group of a name."""
        group = self.groups.get((folded, kind))
        if group is None:
            group = self.groups[folded, kind] = _Group(folded, kind)
        return group

    def merge(self) -> None:
        """Join what belongs together."""
        by_type: defaultdict[EntityType, list[_Group]] = defaultdict(list)
        for group in self.groups.values():
            by_type[group.type].append(group)
        _people(by_type["person"])
        for kind in ("organisation", "place", "event", "work"):
            _things(by_type[kind])


def _join(group: _Group, into: _Group) -> _Group:
    """Make one of two groups, and give it; the first goes into the second."""
    group, into = group.root(), into.root()
    if group is not into:
        group.top = into
        into.documents += group.documents
        into.forms.update(group.forms)
        into.short |= group.short
        into.members.append(group)
    return into


def _bucket(groups: Iterable[_Group], name_of: Mapping[int, str]) -> None:
    """Join the groups that have one name in `name_of`."""
    first: dict[str, _Group] = {}
    for group in groups:
        name = name_of.get(id(group))
        if name is None:
            continue
        if name in first:
            _join(group, first[name])
        else:
            first[name] = group


# People -----------------------------------------------------------------------------------------


def _people(groups: list[_Group]) -> None:
    """Join the names of one person."""
    parts = {id(group): person_name(group.key) for group in groups}
    families: defaultdict[tuple[str, str, str], list[_Group]] = defaultdict(list)
    lone: list[_Group] = []
    for group in groups:
        name = parts[id(group)]
        if name.full:
            families[spelling(name.given), spelling(name.surname), name.suffix].append(group)
        else:
            lone.append(group)
    for family in families.values():
        _family(family, parts)
    full = [group for group in groups if parts[id(group)].full]
    _initials(full, parts)
    _parts_of(full, parts)
    _lone(lone, full, parts)


def _family(family: list[_Group], parts: Mapping[int, PersonName]) -> None:
    """Join names with the same first and last word, unless what stands between tells them apart."""
    if len(family) == 1:
        return
    kinds: list[tuple[tuple[str, ...], _Group]] = []
    bare: list[_Group] = []
    for group in sorted(family, key=lambda g: (-len(parts[id(g)].middle), -max(map(len, parts[id(g)].middle), default=0), g.key)):
        middle = tuple(spelling(word) for word in parts[id(group)].middle)
        if not middle:
            bare.append(group)
            continue
        fits = [(known, root) for known, root in kinds if _middles_agree(middle, known)]
        if len({id(root.root()) for _, root in fits}) == 1:
            _join(group, fits[0][1])
        else:
            kinds.append((middle, group))
    for group in bare[1:]:
        _join(group, bare[0])
    if bare and kinds:
        meant = _meant([root for _, root in kinds])
        if meant is not None:
            _join(bare[0], meant)


def _middles_agree(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the words of one follow each other in the other, initials standing for names."""
    at = 0
    for word in shorter:
        while at < len(longer) and not (longer[at].startswith(word) or word.startswith(longer[at]) and len(longer[at]) == 1):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _meant(groups: Iterable[_Group]) -> _Group | None:
    """The one group, or the one that is meant by far most often."""
    roots = list({id(g.root()): g.root() for g in groups}.values())
    if len(roots) == 1:
        return roots[0]
    if not roots:
        return None
    roots.sort(key=lambda g: (-g.documents, g.key))
    total = sum(g.documents for g in roots)
    if roots[0].documents >= DOMINANT * total and roots[0].documents >= DOMINANT_DOCUMENTS:
        return roots[0]
    return None


def _initials(full: list[_Group], parts: Mapping[int, PersonName]) -> None:
    """Join "J. Smith" to the only Smith whose first name begins so, "Tony Blinken" to "Antony Blinken"."""
    spelled: defaultdict[tuple[str, str, str], list[_Group]] = defaultdict(list)
    by_given: defaultdict[tuple[str, str, str], list[_Group]] = defaultdict(list)
    for group in full:
        name = parts[id(group)]
        by_given[name.given, name.surname, name.suffix].append(group)
        if len(name.given) > 1:
            spelled[name.given[0], name.surname, name.suffix].append(group)
    for group in full:
        name = parts[id(group)]
        if len(name.given) == 1:
            meant = _meant(spelled.get((name.given, name.surname, name.suffix), []))
            if meant is not None:
                _join(group, meant)
        elif name.given in NICKNAMES:
            named = [
                other
                for given in NICKNAMES[name.given]
                if given != name.given
                for other in by_given.get((given, name.surname, name.suffix), [])
                if not (name.middle and parts[id(other)].middle and name.middle != parts[id(other)].middle)
            ]
            if len({parts[id(other)].given for other in named}) == 1 and (meant := _meant(named)) is not None:
                _join(group, meant)


def _parts_of(full: list[_Group], parts: Mapping[int, PersonName]) -> None:
    """Join "García Márquez" to "Gabriel García Márquez", "Mohamed bin Zayed" to "Mohamed bin Zayed Al Nahyan"."""
    tails: defaultdict[tuple[str, ...], list[_Group]] = defaultdict(list)
    heads: defaultdict[tuple[str, ...], list[_Group]] = defaultdict(list)
    for group in full:
        name = parts[id(group)]
        if name.middle:
            words = (name.given, *name.middle, name.surname)
            for at in range(1, len(words) - 1):
                tails[*words[at:], name.suffix].append(group)
            heads[*words[:2], name.suffix].append(group)
    for group in full:
        name = parts[id(group)]
        if group.top is None:
            words = (name.given, *name.middle, name.surname, name.suffix)
            longer = tails.get(words, [])
            if not longer and not name.middle and " bin " in f" {group.key} ":
                longer = heads.get(words, [])
            if longer and (meant := _meant(longer)) is not None:
                _join(group, meant)


def _lone(lone: list[_Group], full: list[_Group], parts: Mapping[int, PersonName]) -> None:
    """Join a surname alone to the person who bears it, where it is plain who is meant."""
    bearers: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in full:
        name = parts[id(group)]
        bearers[name.surname].append(group)
        if name.given in SURNAME_FIRST:
            bearers[name.given].append(group)
    by_key: dict[str, _Group] = {}
    for group in lone:
        surname = parts[id(group)].surname
        if surname in by_key:
            _join(group, by_key[surname])
            continue
        by_key[surname] = group
        named = bearers.get(surname, [])
        seniors = [g for g in named if parts[id(g)].suffix not in KIN] or named
        meant = _meant(seniors)
        if meant is not None:
            _join(group, meant)


# Organisations, places, events, works --------------------------------------------------------------

_SPELLED = {
    "organization": "organisation", "organizations": "organisations", "defense": "defence", "labor": "labour",
    "center": "centre", "program": "programme", "theater": "theatre", "harbor": "harbour", "mobilization": "mobilisation",
    "mt": "mount", "st": "saint", "ft": "fort",
}  # fmt: skip
_EMPTY = frozenset(("the", "of", "for", "and", "&", "on", "to"))
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
    if kind == "place" and len(words) > 1 and words[-1] in ("province", "governorate", "oblast"):
        words = words[:-1]
    return " ".join(words)


def _things(groups: list[_Group]) -> None:
    """Join the forms of a thing's name, and its short form to its expansion."""
    _bucket(groups, {id(group): _thing_key(group.key, group.type) for group in groups})
    shorts: defaultdict[str, list[_Group]] = defaultdict(list)
    initials: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        for short in group.short:
            shorts[short].append(group)
        words = [word for word in group.key.split(" ") if word not in _EMPTY]
        if len(words) >= 3:
            initials["".join(word[0] for word in words)].append(group)
    for group in groups:
        if " " in group.key or not any(form.replace(".", "").isupper() for form in group.forms):
            continue
        meant = _meant(g for g in shorts.get(group.key, []) if g is not group)
        if meant is None and group.key not in shorts and len(group.key) >= 3:
            meant = _meant(initials.get(group.key, []))
        if meant is not None:
            _join(group, meant)


    _teams(groups)


def _teams(groups: list[_Group]) -> None:
    """Join "Chiefs" to the only team of a place that is called so: Kansas City Chiefs."""
    known = gazetteer().names
    teams: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        place, _, nickname = group.key.rpartition(" ")
        if nickname.endswith("s") and place in known and known[place].type == "place":
            teams[nickname].append(group)
    for group in groups:
        if group.key in teams and group.top is None and (meant := _meant(teams[group.key])) is not None:
            _join(group, meant)


def _shown(root: _Group) -> str:
    """The form of its name under which an entity is shown."""
    forms = root.forms
    if root.type == "person":
        full = {form: count for form, count in forms.items() if person_name(key(form)).full and len(person_name(key(form)).given) > 1}
        pool = full or dict(forms)
        return max(pool, key=lambda form: (pool[form], len(form), form))
    long = {form: count for form, count in forms.items() if not form.isupper()} or dict(forms)
    return max(long, key=lambda form: (long[form], len(form), form))

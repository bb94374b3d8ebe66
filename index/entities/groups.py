"""The names of a library on their way to entities: names with one key and type, joined step by step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from index.entities.model import EntityType

DOMINANT = 0.9
"""Share of the documents from which the best known bearer of a name is meant by it alone."""

DOMINANT_DOCUMENTS = 5
"""Documents the best known bearer must be in."""


@dataclass(slots=True)
class Group:
    """The names of one type with one key."""

    key: str
    """The key of its names."""
    type: EntityType
    """What they name."""
    forms: dict[str, int] = field(default_factory=dict)
    """Its names, with how often each is mentioned."""
    documents: int = 0
    """Documents it is in."""
    short: set[str] = field(default_factory=set)
    """Acronyms under which documents mention it."""
    nicknames: set[str] = field(default_factory=set)
    """What documents write in quotation marks or brackets within it: Luis "Jerry" Cabrera."""
    watched: str | None = None
    """The name under which the user watches for it."""
    rivals: "tuple[Group, ...]" = ()
    """Groups of which each may be meant by it, where it is not plain which."""
    is_surname: bool = False
    """Whether it is a surname alone that has been joined to the one person who bears it."""
    top: "Group | None" = None
    """The group it has been joined to."""

    def root(self) -> "Group":
        """The group it has been joined to; itself if to none."""
        group = self
        while group.top is not None:
            group = group.top
        return group


def join(group: Group, into: Group) -> Group:
    """Make one of two groups, and give it; the first goes into the second, unless both are watched for."""
    group, into = group.root(), into.root()
    if group is not into and not (group.watched and into.watched):
        group.top = into
        into.watched = into.watched or group.watched
        into.documents += group.documents
        for form, mentions in group.forms.items():
            into.forms[form] = into.forms.get(form, 0) + mentions
        into.short |= group.short
        into.nicknames |= group.nicknames
    return into


def bucket(groups: Iterable[Group], name_of: Mapping[int, str]) -> None:
    """Join the groups that have one name in `name_of`."""
    first: dict[str, Group] = {}
    for group in groups:
        name = name_of.get(id(group))
        if name is None:
            continue
        if name in first:
            join(group, first[name])
        else:
            first[name] = group


def meant(groups: Iterable[Group]) -> Group | None:
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

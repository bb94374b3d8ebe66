"""What is said of names, applied to what the rules found: only the names that are meant are touched.

Mendings are applied one after the other, each to what those before it have made. An entity is meant by its
type and name. Where none is shown so, since the library has grown or the text is gone, the entity is meant
that documents know under this name; by a person's lone surname only what is known under that name itself.
An entity that was mended is shown as it was said, whatever the rules would call it.
"""

from collections.abc import Callable
from typing import NamedTuple

from index.catalog import Catalog, Owners
from index.entities.canonical import entity_id
from index.entities.names import key
from index.mending.mendings import FACT, Mendings
from index.model import Entity, EntityType, Foreseen, Mending, Named


class _Meant(NamedTuple):
    """The names that something is said of."""

    names: list[int]
    """Their keys."""
    is_pinned: bool = False
    """Whether it is a whole entity that stands on top."""


def apply(owners: Owners, mendings: Mendings) -> None:
    """Apply all of them, instead of those that were applied before."""
    owners.as_ruled()
    idle = [place for place, one in enumerate(mendings.applied) if not _apply(owners, one)]
    owners.note(FACT, f"{mendings.mark} {' '.join(map(str, idle))}")


def applied(read: Callable[[], Mendings]) -> Callable[[Owners], None]:
    """What applies the mendings that are there when it is its turn: for the end of a transaction.

    Who changes the mendings does so before applying them. So of two that apply them the later one knows
    all, if it reads them within its transaction.
    """
    return lambda owners: apply(owners, read())


def idle(catalog: Catalog, mendings: Mendings) -> frozenset[Mending]:
    """Those of the mendings applied last that met nothing: what they are about is in no text now."""
    fact, applied = catalog.fact(FACT), mendings.applied
    if fact is None or not mendings.is_noted(fact):
        return frozenset()
    places = map(int, fact.partition(" ")[2].split())
    return frozenset(applied[place] for place in places if place < len(applied))


def foresee(catalog: Catalog, mending: Mending) -> Foreseen:
    """What a mending would do, made now."""
    with catalog.names.owners() as owners:
        meant = [_meant(owners, one, mending.forms) for one in mending.whom]
        names = {name for one in meant for name in one.names}
        target, joined = mending.target, None
        if target is not None:
            id = entity_id(target.type, target.name)
            there = set(owners.names_of(id))
            rest = there - names
            found = owners.owner(id)
            names -= there if mending.kind != "rename" else set()
            if rest and found is not None:
                mentions, inside = owners.touched(rest)
                joined = Entity(id, found.name, found.type, (), mentions, inside, found.is_pinned)
        documents = _documents(owners, mending)
        return Foreseen(*owners.touched(names, documents), joined)


def _documents(owners: Owners, mending: Mending) -> list[int] | None:
    """Keys of the documents to which a mending is limited; None where it is not."""
    if not mending.title and not mending.sha256:
        return None
    return owners.documents(mending.title, mending.sha256)


def _meant(owners: Owners, one: Named, forms: tuple[str, ...] = ()) -> _Meant:
    """The names that are meant by one, in all forms or in some."""
    id = entity_id(one.type, one.name)
    if (owner := owners.owner(id)) is not None:
        return _Meant(owners.names_of(id, forms), owner.is_pinned)
    known = owners.known_as(one.name, one.type)
    if not known:
        return _Meant([])
    owned = {entity for _, entity in known}
    if len(owned) == 1 and not (one.type == "person" and " " not in key(one.name)):
        (id,) = owned
        found = owners.owner(id)
        return _Meant(owners.names_of(id, forms), found is not None and found.is_pinned)
    names = [name for name, _ in known]
    if forms:
        wanted = {name for entity in owned for name in owners.names_of(entity, forms)}
        names = [name for name in names if name in wanted]
    return _Meant(names)


def _apply(owners: Owners, mending: Mending) -> bool:
    """Apply one; False where what it is about is not there."""
    meant = [_meant(owners, one, mending.forms) for one in mending.whom]
    names = [name for one in meant for name in one.names]
    target = mending.target
    match mending.kind:
        case "hide":
            owners.give(names, None)
        case "pin":
            for one, of_it in zip(mending.whom, meant, strict=True):
                if of_it.names:
                    _give(owners, of_it.names, one, is_pinned=True)
        case "split" if target is not None:
            documents = _documents(owners, mending)
            if documents is None:
                _give(owners, names, target)
            elif names:
                id = _shown(owners, target)
                for document in documents:
                    owners.give_in(document, names, id)
                return bool(documents)
        case _ if target is not None:
            if names and mending.kind == "merge":
                names += _meant(owners, target).names  # it may be known under another name by now
            _give(owners, names, target, is_pinned=any(one.is_pinned for one in meant))
    return bool(names)


def _give(owners: Owners, names: list[int], to: Named, *, is_pinned: bool = False) -> None:
    if names:
        owners.give(names, _shown(owners, to, is_pinned=is_pinned))


def _shown(owners: Owners, one: Named, *, is_pinned: bool = False) -> str:
    """See to it that an entity is shown so, and give its id."""
    type: EntityType = one.type
    id = entity_id(type, one.name)
    owners.put(id, one.name, type, is_pinned=is_pinned)
    return id

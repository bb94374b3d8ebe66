"""Across documents: which names are one person's."""

from collections import defaultdict
from collections.abc import Mapping

from index.entities.gazetteer import gazetteer
from index.entities.groups import Group, join, meant
from index.entities.lexicon.people import SUFFIXES, SURNAME_FIRST
from index.entities.names import NICKNAMES, PersonName, person_name, spelling


def join_people(groups: list[Group]) -> None:
    """Join the names of one person."""
    parts = {id(group): person_name(group.key) for group in groups}
    families: defaultdict[tuple[str, str, str], list[Group]] = defaultdict(list)
    lone: list[Group] = []
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
    _generations(families, parts)
    _lone(lone, full, parts)


def _family(family: list[Group], parts: Mapping[int, PersonName]) -> None:
    """Join names with the same first and last word, unless what stands between tells them apart."""
    if len(family) == 1:
        return
    kinds: list[tuple[tuple[str, ...], Group]] = []
    bare: list[Group] = []
    for group in sorted(
        family,
        key=lambda g: (-len(parts[id(g)].middle), -max(map(len, parts[id(g)].middle), default=0), g.key),
    ):
        middle = tuple(spelling(word) for word in parts[id(group)].middle)
        if not middle:
            bare.append(group)
            continue
        fits = [(known, root) for known, root in kinds if _middles_agree(middle, known)]
        if len({id(root.root()) for _, root in fits}) == 1:
            join(group, fits[0][1])
        else:
            kinds.append((middle, group))
    for group in bare[1:]:
        join(group, bare[0])
    if bare and kinds:
        bearer = meant([root for _, root in kinds])
        if bearer is not None:
            join(bare[0], bearer)


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words of one begin the other, initials standing for names."""
    for a, b in zip(one, other, strict=False):
        if a != b and not (min(len(a), len(b)) == 1 and a[0] == b[0]):
            return False
    return True


def _initials(full: list[Group], parts: Mapping[int, PersonName]) -> None:
    """Join "J. Smith" to the only Smith whose first name begins so, "Tony Blinken" to "Antony Blinken"."""
    spelled: defaultdict[tuple[str, str, str], list[Group]] = defaultdict(list)
    by_given: defaultdict[tuple[str, str, str], list[Group]] = defaultdict(list)
    called: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in full:
        name = parts[id(group)]
        by_given[name.given, name.surname, name.suffix].append(group)
        if len(name.given) > 1:
            spelled[name.given[0], name.surname, name.suffix].append(group)
        for nickname in group.nicknames:
            called[nickname, name.surname].append(group)
    for group in full:
        name = parts[id(group)]
        if len(name.given) == 1:
            bearer = meant(spelled.get((name.given, name.surname, name.suffix), []))
            if bearer is not None:
                join(group, bearer)
        elif (name.given, name.surname) in called:
            bearer = meant(called[name.given, name.surname])
            if bearer is not None:
                join(group, bearer)
        elif name.given in NICKNAMES:
            named = [
                other
                for given in NICKNAMES[name.given]
                if given != name.given
                for other in by_given.get((given, name.surname, name.suffix), [])
                if not (name.middle and parts[id(other)].middle and name.middle != parts[id(other)].middle)
            ]
            if len({parts[id(other)].given for other in named}) == 1 and (bearer := meant(named)) is not None:
                join(group, bearer)


def _parts_of(full: list[Group], parts: Mapping[int, PersonName]) -> None:
    """Join "García Márquez" to the Gabriel, "Mohamed bin Zayed" to "Mohamed bin Zayed Al Nahyan"."""
    tails: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    heads: defaultdict[tuple[str, ...], list[Group]] = defaultdict(list)
    for group in full:
        name = parts[id(group)]
        if name.middle:
            words = _spelled(name)
            for at in range(1, len(words) - 1):
                tails[*words[at:], name.suffix].append(group)
            heads[*words[:2], name.suffix].append(group)
    for group in full:
        name = parts[id(group)]
        if group.top is None:
            words = (*_spelled(name), name.suffix)
            longer = tails.get(words, [])
            if not longer and not name.middle and " bin " in f" {group.key} ":
                longer = heads.get(words, [])
            if longer and (bearer := meant(longer)) is not None:
                join(group, bearer)


def _generations(
    families: Mapping[tuple[str, str, str], list[Group]], parts: Mapping[int, PersonName]
) -> None:
    """Join a name to that of a father, or of a son who is named by far most often, if the other is not named.

    Who is called "Sr." mostly goes without; who is called "Jr." does so where nobody thinks of the father.
    """
    named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for given, surname, suffix in families:
        if suffix:
            named[given, surname].append(suffix)
    for (given, surname), suffixes in named.items():
        plain = families.get((given, surname, ""), [])
        if len(suffixes) > 1 or not plain:
            continue
        (suffix,) = suffixes
        marked = families[given, surname, suffix]
        if not all(_middles_agree(parts[id(a)].middle, parts[id(b)].middle) for a in plain for b in marked):
            continue
        one = meant(marked) if suffix == "sr" else meant([*plain, *marked])
        if one is not None and (suffix == "sr" or one in [group.root() for group in marked]):
            for group in plain:
                join(group, one)


def _spelled(name: PersonName) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(spelling(word) for word in (name.given, *name.middle, name.surname))


def _lone(lone: list[Group], full: list[Group], parts: Mapping[int, PersonName]) -> None:
    """Join a surname alone to the person who bears it, where it is plain who is meant."""
    bearers: defaultdict[str, list[Group]] = defaultdict(list)
    for group in full:
        name = parts[id(group)]
        bearers[name.surname].append(group)
        if name.given in SURNAME_FIRST:
            bearers[name.given].append(group)
    by_key: dict[str, Group] = {}
    for group in lone:
        surname = parts[id(group)].surname
        if group.watched:  # the user says who is called so
            continue
        if surname in by_key:
            group.is_surname = by_key[surname].is_surname
            join(group, by_key[surname])
            continue
        by_key[surname] = group
        named = bearers.get(surname, [])
        seniors = [g for g in named if parts[id(g)].suffix not in SUFFIXES] or named
        bearer = meant(seniors)
        if bearer is not None:
            group.is_surname = bearer.root().watched is None and _is_common(surname)
            join(group, bearer)
        else:
            group.rivals = tuple(named)


def _is_common(word: str) -> bool:
    """Whether a word is borne by many, or names other things as well: Oliver, Boston, Bill."""
    known = gazetteer()
    return word in known.surnames or word in known.first_names or word in known.names or known.is_plain(word)

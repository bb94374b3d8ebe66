"""Entities that may be one: found for a person to look at, and nothing more.

What the rules of names must not do, since it goes wrong too often, is worth a suggestion: a lone surname that
is spelled like that of one full name, full names one letter apart, an acronym with several expansions, one
name taken for two things.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from index.entities.names import NICKNAMES, key, person_name, spelling
from index.mending.mendings import Mendings
from index.model import Entity, EntityType, Likeness, Named

MOST: Final = 200
"""Suggestions that are given at most."""
RARE: Final = 3
"""A name one letter apart is a slip if the other one is in so many times as many documents."""
CLEAR: Final = 0.6
"""Share of the documents of all who bear a surname, from which one of them may be meant by it."""
_FEW: Final = 3
_LEAST: Final = 5
"""Letters of the shortest word in which one may differ."""
_ALONE: Final = 6
"""Letters of the shortest lone surname that may be spelled otherwise."""
_EMPTY: Final = frozenset(("the", "of", "for", "and", "&", "on", "to", "in"))

Pair = tuple[float, str, Entity, Entity]
"""How likely, why, the one that may become the other, the other."""


class _Known(NamedTuple):
    """An entity with the words of its name."""

    entity: Entity
    words: tuple[str, ...]
    """In the form of `key`."""
    surname: str
    """The last word of a person's name."""
    is_full: bool
    """Whether it is more than a surname."""


def likenesses(entities: Sequence[Entity]) -> tuple[Likeness, ...]:
    """Entities that may be one, the likeliest first.

    Args:
        entities: Those of a library, those in most documents first.
    """
    known = [_known(one) for one in entities]
    by_type: defaultdict[EntityType, list[_Known]] = defaultdict(list)
    for one in known:
        by_type[one.entity.type].append(one)
    found: dict[tuple[str, str], Pair] = {}
    people = by_type["person"]
    pairs: list[Iterable[Pair]] = [_surnames(people), _same_name(known)]
    pairs += [_one_word_apart(of_type) for of_type in by_type.values()]
    pairs += [_initials(by_type["organisation"]), _initials(by_type["event"])]
    for likely, why, less, more in (pair for each in pairs for pair in each):
        before = found.get((less.id, more.id))
        if before is None or before[0] < likely:
            found[less.id, more.id] = likely, why, less, more
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], -pair[2].documents, pair[2].name))
    return tuple(Likeness(less, more, why) for _, why, less, more in ranked)


def worth_saying(
    found: Sequence[Likeness], mendings: Mendings, one: Named | None = None
) -> tuple[Likeness, ...]:
    """Those that were not declined; the likeliest of all, or those that one entity may be."""
    declined = {
        frozenset((_folded(whom), _folded(each.target)))
        for each in mendings.listed
        if each.kind == "decline" and each.target is not None
        for whom in each.whom
    }
    open_ones = (
        each
        for each in found
        if frozenset((_folded(each.mending.whom[0]), _folded(each.named_target))) not in declined
    )
    if one is None:
        best: dict[str, Likeness] = {}
        for each in open_ones:
            best.setdefault(each.entity.id, each)  # of all that it may be, the likeliest
        return tuple(best.values())[:MOST]
    wanted = _folded(one)
    return tuple(
        each if _folded(each.mending.whom[0]) == wanted else Likeness(each.target, each.entity, each.reason)
        for each in open_ones
        if wanted in (_folded(each.mending.whom[0]), _folded(each.named_target))
    )


def _folded(one: Named) -> tuple[EntityType, str]:
    return one.type, key(one.name)


def _known(entity: Entity) -> _Known:
    name = key(entity.name)
    if entity.type == "person":
        parts = person_name(name)
        words = (*filter(None, [parts.given]), *parts.middle, parts.surname)
        return _Known(entity, (*words, *filter(None, [parts.suffix])), parts.surname, parts.full)
    words = tuple(word for word in name.split(" ") if word not in _EMPTY) or (name,)
    return _Known(entity, words, "", len(words) > 1)


def _surnames(people: Sequence[_Known]) -> Iterator[Pair]:
    """A surname alone, and who may bear it: spelled alike, or one of several."""
    bearers: defaultdict[str, list[_Known]] = defaultdict(list)
    lone: list[_Known] = []
    for one in people:
        if one.is_full:
            bearers[spelling(one.surname)].append(one)
        else:
            lone.append(one)
    alone: defaultdict[str, list[_Known]] = defaultdict(list)
    given = {one.words[0] for one in people if one.is_full} | NICKNAMES.keys()
    for one in lone:
        if is_name := len(one.surname) >= _ALONE and one.surname not in given:
            alone[spelling(one.surname)].append(one)
        named = bearers.get(spelling(one.surname), [])
        same = [other for other in named if other.surname == one.surname]
        if same:
            best = max(same, key=lambda other: other.entity.documents)
            total = sum(other.entity.documents for other in same)
            if best.entity.documents >= max(CLEAR * total, one.entity.documents):
                yield 0.5, "the same surname", one.entity, best.entity
        elif is_name and 0 < len(named) <= _FEW:
            best = max(named, key=lambda other: other.entity.documents)
            if RARE * best.entity.documents < one.entity.documents or best.surname in given:
                continue  # whoever is meant so often is named in full somewhere
            yield 0.9 - 0.1 * len(named), "a surname spelled alike", one.entity, best.entity
    for spelled in alone.values():
        for one in spelled[1:]:
            yield 0.7, "spelled alike", *_ascending(one, spelled[0])


def _same_name(known: Sequence[_Known]) -> Iterator[Pair]:
    """One name that is taken for two things, where it is nearly always the one."""
    named: defaultdict[str, list[_Known]] = defaultdict(list)
    for one in known:
        named[key(one.entity.name)].append(one)
    for several in named.values():
        for one in several[1:]:
            first = several[0].entity
            is_open = len(one.words) == 1 and "person" in (first.type, one.entity.type)
            if not is_open and first.documents >= RARE * one.entity.documents:
                yield 0.6, f"the same name, as {first.type}", one.entity, first


def _initials(known: Sequence[_Known]) -> Iterator[Pair]:
    """An acronym, and the one or few names that have these initials."""
    whole: defaultdict[str, list[_Known]] = defaultdict(list)
    for one in known:
        if len(one.words) >= 3:
            whole["".join(word[0] for word in one.words)].append(one)
    for one in known:
        if len(one.words) == 1 and len(one.words[0]) >= 3 and one.entity.name.replace(".", "").isupper():
            meant = whole.get(one.words[0], [])
            if 0 < len(meant) <= _FEW and RARE * meant[0].entity.documents >= one.entity.documents:
                yield 0.7 - 0.05 * len(meant), "its initials", one.entity, meant[0].entity


def _one_word_apart(known: Sequence[_Known]) -> Iterator[Pair]:
    """Names of several words of which one is spelled alike, or one letter apart, and the others alike."""
    by_others: defaultdict[tuple[int, tuple[str, ...], tuple[str, ...]], list[_Known]] = defaultdict(list)
    for one in known:
        if 1 < len(one.words) < 9:
            spelled = tuple(map(spelling, one.words))
            for place, word in enumerate(one.words):
                if len(word) >= _LEAST and word.isalpha():
                    by_others[place, spelled[:place], spelled[place + 1 :]].append(one)
    for (place, _, _), members in by_others.items():
        buckets: defaultdict[str, list[_Known]] = defaultdict(list)
        for one in members if len(members) > 1 else ():
            for piece in _pieces(spelling(one.words[place])):
                buckets[piece].append(one)
        for several in buckets.values():
            for at, one in enumerate(several[1:], 1):
                for other in several[max(0, at - _FEW) : at]:
                    pair = _apart(one, other, place)
                    if pair is not None:
                        yield pair


def _pieces(word: str) -> set[str]:
    """A word, and what is left of it without one of its letters but the first."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def _apart(one: _Known, other: _Known, place: int) -> Pair | None:
    word, others = one.words[place], other.words[place]
    if word == others:
        return None
    if spelling(word) == spelling(others):
        return 0.95, "spelled alike", *_ascending(one, other)
    is_given = one.entity.type == "person" and place == 0
    if is_given and (word in NICKNAMES or others in NICKNAMES or min(len(word), len(others)) <= _LEAST):
        return None  # Maria and Mario
    less, more = _ascending(one, other)
    if more.documents < RARE * less.documents or not _is_slip(word, others):
        return None
    return 0.65, "one letter apart", less, more


def _ascending(one: _Known, other: _Known) -> tuple[Entity, Entity]:
    """The one in fewer documents, and the other."""
    both = one.entity, other.entity
    less, more = sorted(both, key=lambda each: (each.documents, each.mentions, each.id))
    return less, more


@lru_cache(maxsize=1 << 14)
def _is_slip(one: str, other: str) -> bool:
    """Whether two words differ in one letter: another, one more, or two swapped; not at the beginning."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or one.rstrip("s") == other.rstrip("s"):
        return False
    if len(one) == len(other):
        wrong = [at for at in range(len(one)) if one[at] != other[at]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) == 1 or (
            swapped and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
        )
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))

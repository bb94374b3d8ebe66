"""Within one document: whom a surname alone means if several people in it bear it."""

from collections.abc import Mapping, Sequence

from index.entities.genders import Gender, gender
from index.entities.lexicon.offices import KIN
from index.entities.naming import Name, stand_for

_FAR = 1.5
"""So many times as often as any other of a name is named who alone is meant by it."""


def people(names: Sequence[Name]) -> list[Name]:
    """Whom some names are of, each once, in the order in which they are named."""
    return list({id(name.top()): name.top() for name in names}.values())


def only_one(names: Sequence[Name]) -> Name | None:
    """The only one that is meant; a son or a namesake with a number does not make it two."""
    tops = people(names)
    if len(tops) > 1:
        tops = [one for one in tops if one.words[-1] not in KIN] or tops
    return tops[0] if len(tops) == 1 else None


def principal(family: Sequence[Name]) -> Name | None:
    """Whom an article about several people of one name means by it alone.

    It is the one who is named in full before the others, if they are named far less: articles are about
    somebody whose relatives have a say, and call these by their full or their first names.
    """
    tops = people(family)
    if len(tops) < 2:
        return None
    first, *others = map(_mentioned, tops)
    return tops[0] if first >= _FAR * max(others) else None


def _mentioned(person: Name) -> int:
    """How often somebody is named, by what stands for them so far."""
    return sum(len(name.candidates) for name in (person, *person.aliases))


class Namesakes:
    """Tells the people of one surname apart."""

    def __init__(self, names: dict[str, Name]) -> None:
        self.names = names
        self._order: Mapping[int, int] = {id(one): place for place, one in enumerate(names.values())}

    def introduced(self, name: Name, family: Sequence[Name]) -> Name | None:
        """The first of its bearers, if a surname stands alone when none of the others has been named.

        It is none who is named less often than another: such are brothers and wives of whom a text is about.
        """
        tops = people(family)
        if len(tops) < 2 or _mentioned(tops[0]) < max(map(_mentioned, tops[1:])):
            return None
        first, *others = [
            min(self._order[id(one)] for one in (top, *top.aliases) if id(one) in self._order) for top in tops
        ]
        said = _gender(tops[0])
        fits = all(one.gender in (said, None) and (one.gender or not one.titled) for one in name.candidates)
        return tops[0] if fits and first < self._order[id(name)] < min(others) else None

    def junior(self, name: Name, family: Sequence[Name]) -> Name | None:
        """Somebody called III or Jr. of whom the text speaks before others of the surname are named."""
        tops = people(family)
        first = tops[0].words
        if first[-1] not in KIN or any(first[0] == top.words[0] for top in tops[1:]):
            return None
        return self.introduced(name, family)

    def choose(self, name: Name, family: Sequence[Name]) -> None:
        """Let the mentions of a surname that several bear stand for whom each plainly means.

        A word before one may leave only one of them: "Mrs Young". One whom the text calls by such a word is
        not meant by the surname alone if there is only one other. Else it is the one who is named in full
        before the others, if they are named far less, or if the surname stands alone before they are named.
        """
        tops = people(family)
        called = self._called(name, tops)
        if name.of is not None:
            return
        whole = None
        if not any(candidate.titled for candidate in name.candidates):
            others = [top for top in tops if top not in called]
            whole = principal(tops) or (others[0] if called and len(others) == 1 else None)
        whole = whole or self.introduced(name, tops)
        if whole is not None:
            stand_for(name, whole)

    def _called(self, name: Name, tops: Sequence[Name]) -> list[Name]:
        """Part from a surname the mentions that a word leaves one bearer for; gives these bearers."""
        genders = [_gender(top) for top in tops]
        called = []
        said: Gender
        for said in ("f", "m"):
            mentions = [one for one in name.candidates if one.gender == said]
            fits = [top for top, known in zip(tops, genders, strict=True) if known in (said, None)]
            if mentions and len(fits) == 1:
                called.append(fits[0])
                part = name
                if len(mentions) < len(name.candidates):
                    name.candidates = [one for one in name.candidates if one.gender != said]
                    part = self.names[f"{said} {name.key}"] = Name(name.key, name.text, mentions)
                stand_for(part, fits[0])
        return called


def _gender(person: Name) -> Gender | None:
    mentions = [one for name in (person, *person.aliases) for one in name.candidates]
    return gender(person.words[0], mentions)

"""Names where a text writes in capitals throughout: only those that it, or everybody, knows otherwise."""

from collections.abc import Iterable

from index.entities.casing import LONGEST_DATELINE, dateline
from index.entities.gazetteer import Gazetteer, Known
from index.entities.model import RawMention
from index.entities.names import key
from index.entities.naming import Name
from index.entities.tokens import NAMELIKE, Kind, Token, written
from index.model import Field

_LONGEST = 6
"""Words of the longest name looked for."""

_WRITTEN = 2
"""Weight from which a name of the gazetteer that is no plain word needs no other mention."""


class Shouting:
    """Finds the names of one document in its shouted passages."""

    def __init__(self, names: Iterable[Name], known: Gazetteer) -> None:
        self.known = known
        self.forms: dict[str, Name] = {}
        surnames: dict[str, list[Name]] = {}
        for name in names:
            for candidate in name.candidates:
                self.forms.setdefault(candidate.key, name)
            if name.type == "person" and name.of is None and len(name.words) > 1:
                surnames.setdefault(name.words[-1], []).append(name)
        for surname, bearers in surnames.items():
            if len(bearers) == 1:
                self.forms.setdefault(surname, bearers[0])

    def mentions(self, field: Field, string: str, tokens: list[Token]) -> list[RawMention]:
        """The mentions in one field."""
        found: list[RawMention] = []
        at = 0
        while at < len(tokens):
            size = self._at(at, tokens, field, string, found) if tokens[at].shouted else 0
            at += size or 1
        return found

    def _at(self, at: int, tokens: list[Token], field: Field, string: str, found: list[RawMention]) -> int:
        """Add the longest name that begins at `at`; its number of tokens."""
        stop = at
        while stop < len(tokens) and stop - at < _LONGEST and tokens[stop].shouted:
            if tokens[stop].kind not in NAMELIKE:
                break
            stop += 1
        starts = at == 0 or tokens[at - 1].kind is Kind.BREAK
        sent = at + dateline(tokens[at : at + LONGEST_DATELINE + 3], self.known) if starts else at
        for end in range(stop, at, -1):
            form = key(written(tokens[at:end]))
            start, finish = tokens[at].start, tokens[end - 1].end
            name = self.forms.get(form)
            plain = form in self.known.words
            certain = not plain or form in self.known.teams
            if name is not None and name.type is not None and (certain or len(name.candidates) > 1):
                text = string[start:finish]
                found.append(RawMention(start, finish, text, name.type, name.top().text, field, name.sure))
                return end - at
            entry = self.known.names.get(form)
            if entry is None and end == sent:
                entry = Known("place", " ".join(token.text.capitalize() for token in tokens[at:end]), 1)
            if entry is not None and (
                end == sent or (entry.weight >= _WRITTEN and not plain and form not in self.known.surnames)
            ):
                text = string[start:finish]
                found.append(RawMention(start, finish, text, entry.type, entry.name, field, True))
                return end - at
        return 0

"""Who and what is named, for people: the types' names, and what an article names."""

from collections import Counter
from collections.abc import Iterable

from index.model import ENTITY_TYPES, EntityType, Mention
from tui.render.shown import blanked

PLURALS: dict[EntityType, str] = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Groups",
    "event": "Events",
    "work": "Works",
}
"""What to write over entities of a type."""


def one_line(name: str) -> str:
    """Give a name as one harmless line with single blanks; in a text it may run over a line's end."""
    return " ".join(blanked(name).split())


def named_in(mentions: Iterable[Mention]) -> dict[EntityType, list[tuple[str, int]]]:
    """Give who and what the mentions of an article name, with how often, the most often first.

    A person goes by the fullest form that stands in the article, all else by the commonest.
    """
    forms: dict[tuple[EntityType, str], Counter[str]] = {}
    for mention in mentions:
        forms.setdefault((mention.type, mention.entity), Counter())[one_line(mention.text)] += 1
    named: dict[EntityType, list[tuple[str, int]]] = {}
    for type in ENTITY_TYPES:
        found = [(_form(type, counts), counts.total()) for (its, _), counts in forms.items() if its == type]
        if found:
            named[type] = sorted(found, key=lambda one: (-one[1], one[0].casefold()))
    return named


def _form(type: EntityType, counts: Counter[str]) -> str:
    if type != "person":
        return counts.most_common(1)[0][0]
    return max(counts, key=lambda form: (len(form), not form.isupper(), counts[form]))

"""Mendings in words: what one would do, what one has done, and the rows among which one chooses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from index.model import ENTITY_TYPES, Entity, EntityType, Foreseen, Mending, Named
from tui.render.counts import count
from tui.render.shown import shown

NOTHING: Final = "Nothing would change."
"""What is said of a mending that touches no mention."""

KINDS: Final[Mapping[EntityType, str]] = {
    "person": "a person",
    "organisation": "an organisation",
    "place": "a place",
    "group": "a group",
    "event": "an event",
    "work": "a work",
}
"""What a type is called in a sentence."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row among which one chooses."""

    said: str
    """What it is called."""
    beside: str = ""
    """What is said of it."""
    target: Named | None = None
    """The entity it stands for, by what a person reads."""
    forms: tuple[str, ...] = ()
    """The form it stands for."""
    in_article: bool = False
    """Whether it stands for what is mentioned in the open article."""


def touched(mentions: int, documents: int) -> str:
    """What a mending touches: "12 mentions in 4 documents"."""
    return f"{count(mentions, 'mention')} in {count(documents, 'document')}"


def called(one: Named) -> str:
    """A name on one harmless line."""
    return " ".join(shown(one.name).split())


def listed(whom: Iterable[Named]) -> str:
    """Several names in a row."""
    return ", ".join(map(called, whom))


def foreseen_text(mending: Mending, foreseen: Foreseen) -> str:
    """What a mending would do, in one line."""
    if not foreseen.mentions and mending.kind != "decline":
        return NOTHING
    who, what = listed(mending.whom), touched(foreseen.mentions, foreseen.documents)
    has, have = ("is", "becomes") if foreseen.mentions == 1 else ("are", "become")
    target, joined = mending.target, foreseen.joined
    to = called(target) if target is not None else ""
    with_it = f", with the {count(joined.mentions, 'mention')} it has" if joined is not None else ""
    match mending.kind:
        case "merge":
            other = target is not None and any(one.type != target.type for one in mending.whom)
            return f"{what} {have} {to}" + (f", {KINDS[target.type]}" if other and target else "")
        case "split":
            new = " of its own" if joined is None else ""
            return f"{what} {'leaves' if foreseen.mentions == 1 else 'leave'} {who}: {to}{new}"
        case "rename":
            return f"{what} {has} shown as {to}{with_it}"
        case "retype":
            return f"{what} {has} {KINDS[target.type] if target else ''}{with_it}"
        case "hide":
            return f"{what} of {who} {has} hidden"
        case "pin":
            stands = "stands" if len(mending.whom) == 1 else "stand"
            return f"{who}, {what}, {stands} on top"
        case "decline":
            return f"{who} is not {to}"


def mending_text(mending: Mending) -> str:
    """What a mending says, in one line."""
    who, target = listed(mending.whom), mending.target
    to = called(target) if target is not None else ""
    match mending.kind:
        case "merge":
            return f"{who} → {to}"
        case "split":
            forms = ", ".join(f"“{called(Named('work', form))}”" for form in mending.forms) or "all"
            where = f" in “{called(Named('work', mending.title))}”" if mending.title else ""
            return f"{forms}{where} of {who} → {to}"
        case "rename":
            return f"{who} is called {to}"
        case "retype":
            return f"{who} is {KINDS[target.type] if target else ''}"
        case "hide":
            return f"{who}: hidden"
        case "pin":
            return f"{who}: on top"
        case "decline":
            return f"{who} is not {to}"


def target_choice(entity: Entity, why: str = "") -> Choice:
    """The row of an entity that names may come to."""
    beside = f"{entity.type} · {entity.mentions:,}" + (f" · {why}" if why else "")
    named = Named(entity.type, entity.name)
    return Choice(called(named), beside, named)


def form_choices(forms: Sequence[tuple[str, int]], *, in_article: int) -> list[Choice]:
    """The rows of what may be split off: forms with their mentions, and the mentions of an article."""
    found = [
        Choice(f"“{called(Named('work', form))}”", count(number, "mention"), forms=(form,))
        for form, number in forms
    ]
    if in_article:
        found.append(Choice("what this article mentions", count(in_article, "mention"), in_article=True))
    return found


def form_choice(forms: Sequence[tuple[str, int]], alias: str) -> Choice | None:
    """All forms that make one name on one line, however lines end in them; None where there is none."""
    meant = [(form, number) for form, number in forms if " ".join(form.split()) == alias]
    beside = count(sum(number for _, number in meant), "mention")
    return Choice(f"“{shown(alias)}”", beside, forms=tuple(form for form, _ in meant)) if meant else None


def type_choices(now: EntityType, name: str) -> list[Choice]:
    """The rows of what it may be instead."""
    return [Choice(KINDS[type], target=Named(type, name)) for type in ENTITY_TYPES if type != now]


def watching_text(entities: Sequence[Entity]) -> str:
    """What watching for entities would do, or for those that are watched for, doing so no more."""
    who = ", ".join(" ".join(shown(one.name).split()) for one in entities)
    verb = "is" if len(entities) == 1 else "are"
    if all(one.is_watched for one in entities):
        return f"{who} {verb} watched for no more"
    return f"{who} {verb} watched for, under every name found here"

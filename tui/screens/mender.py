"""What is said of names in the room: foreseen, done, taken back; all of it in workers, in turn."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual.message import Message
from textual.screen import Screen

from index.model import Entity, Mending, Named, WatchedName
from tui.answers import (
    FormsFound,
    LikenessesFound,
    MendingForeseen,
    MendingsFound,
    NamesMended,
    NamesWatched,
    TargetsFound,
)
from tui.library import Desk
from tui.render.mending import foreseen_text, listed, mending_text
from tui.screens.workers import InTurn, fetch

TARGETS = 30
"""Entities that are offered to become, at most."""


class _Watching(NamedTuple):
    """Names put on the list of those watched for, or taken off."""

    names: tuple[WatchedName, ...]
    """The names."""
    is_on: bool
    """Whether they were put on it."""


def _watching_said(names: Sequence[WatchedName], *, is_on: bool) -> str:
    who = listed(Named(one.type, one.name) for one in names)
    return f"Watching for {who}" if is_on else f"{who}: watched for no more"


class Mender:
    """Asks and mends through a desk; who asks gets the answers."""

    def __init__(self, room: Screen[None], desk: Desk) -> None:
        """Begin with nothing taken back.

        Args:
            room: Is told what was mended (`NamesMended`).
            desk: Knows the names.
        """
        self._desk = desk
        self._in_turn = InTurn(room, "mend")
        self._undone: list[Mending | _Watching] = []
        self._done_last: list[_Watching | Mending] = []

    # Changing

    def do(self, mending: Mending) -> None:
        """Mend; the answer is a `NamesMended`."""
        self._undone.clear()
        self._in_turn.do(lambda: self._done(mending))

    def watch(self, entities: Sequence[Entity]) -> None:
        """Watch for entities, or no more if all are watched for; the answer is a `NamesWatched`."""
        self._undone.clear()
        whom = tuple(map(named, entities))
        is_on = not all(one.is_watched for one in entities)

        def work() -> Message:
            if is_on:
                names = tuple(self._desk.watch(one) for one in whom)
            else:
                names = tuple(name for one in whom for name in self._desk.unwatch(one))
            self._done_last.append(_Watching(names, is_on))
            return NamesWatched(f"{_watching_said(names, is_on=is_on)} · U takes it back")

        self._in_turn.do(work)

    def _watch_again(self, names: tuple[WatchedName, ...], *, is_on: bool) -> Message:
        """Put names on the list again, or take them off."""
        for one in names:
            if is_on:
                self._desk.watch_again(one)
            else:
                self._desk.unwatch(Named(one.type, one.name))
        return NamesWatched(_watching_said(names, is_on=is_on))

    def undo(self, mending: Mending | None = None) -> None:
        """Take back a mending, the latest if none is named; the answer is a `NamesMended`."""

        def work() -> Message:
            taken = None
            while mending is None and self._done_last and taken is None:
                last = self._done_last.pop()
                if isinstance(last, _Watching):
                    self._undone.append(last)
                    return self._watch_again(last.names, is_on=not last.is_on)
                taken = self._desk.take_back(last)  # nothing where another hand was quicker
            taken = taken or self._desk.take_back(mending)
            if taken is None:
                return NamesMended(None, None, "There is no mending to take back.")
            self._undone.append(taken)
            return NamesMended(taken, taken.whom[0], f"Taken back: {mending_text(taken)}", is_back=True)

        self._in_turn.do(work)

    def redo(self) -> None:
        """Do again what was taken back last; the answer is a `NamesMended`."""

        def work() -> Message:
            if not self._undone:
                return NamesMended(None, None, "Nothing was taken back.")
            again = self._undone.pop()
            if isinstance(again, _Watching):
                self._done_last.append(again)
                return self._watch_again(again.names, is_on=again.is_on)
            return self._done(again)

        self._in_turn.do(work)

    def _done(self, mending: Mending) -> Message:
        foreseen = self._desk.foresee(mending)
        self._desk.mend(mending)
        self._done_last.append(mending)
        to = mending.whom[0] if mending.kind in ("split", "decline") else mending.target or mending.whom[0]
        return NamesMended(mending, to, f"{foreseen_text(mending, foreseen)} · U takes it back")

    # Asking

    def foresee(self, asker: Screen[Any], mending: Mending) -> None:
        """Ask what a mending would do; the answer is a `MendingForeseen`."""
        fetch(asker, "foresee", lambda: MendingForeseen(mending, self._desk.foresee(mending)))

    def targets(self, asker: Screen[Any], typed: str, without: Sequence[Named]) -> None:
        """Ask who is called so; with nothing typed, whom the first may be. The answer is a `TargetsFound`."""

        def work() -> Message:
            if typed.strip():
                found = [(one, "") for one in self._desk.called(typed, TARGETS + len(without))]
            else:
                found = [(one.target, one.reason) for one in self._desk.likenesses_of(without[0])]
            others = [(one, why) for one, why in found if Named(one.type, one.name) not in without]
            return TargetsFound(typed, tuple(others[:TARGETS]))

        fetch(asker, "targets", work)

    def forms(self, asker: Screen[Any], one: Named) -> None:
        """Ask for the forms under which an entity is mentioned; the answer is a `FormsFound`."""
        fetch(asker, "forms", lambda: FormsFound(tuple(self._desk.forms(one))))

    def mendings(self, asker: Screen[Any]) -> None:
        """Ask for all mendings made; the answer is a `MendingsFound`."""
        fetch(asker, "mendings", lambda: MendingsFound(*self._desk.mendings()))

    def likenesses(self, asker: Screen[Any]) -> None:
        """Ask which entities may be one; the answer is a `LikenessesFound`."""
        fetch(asker, "likenesses", lambda: LikenessesFound(self._desk.likenesses()))


def named(entity: Entity) -> Named:
    """An entity by what a person reads of it."""
    return Named(entity.type, entity.name)
